"""A language's ways of writing dates: patterns with named groups, and the words that fill them.

Groups that any pattern may have: `year`, `number` (of a month), `month` (its name), `day`; `weekday`; `which` (last,
this or next, of a weekday or month), `of_year` and `of_month` (the same of the year or month that a day lies in);
`said` (yesterday, last month); `count` and `unit` with `ago`, `later`, `after` or `before`; `republic` before a year
of the Republic of China. A group of another branch may have the same name with `_` after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ingest.links.numerals import whole_number
from ingest.links.words import is_within_word

FORMS = ("iso", "slashed", "day first", "month first", "month", "in month", "weekday", "relative", "year")
FIRST_YEAR, LAST_YEAR = 1900, 2100
_BUDDHIST, _REPUBLIC = 543, 1911


@dataclass(frozen=True, slots=True)
class Shift:
    """So many days, weeks, months or years from a day.

    `base` is that of publication, the `last` one that the text named, or of an event that was so long `after` or
    `before` something else.
    """

    unit: str
    count: int
    base: str = "published"


@dataclass(frozen=True, slots=True)
class Expression:
    """A date as written, before it is reckoned: what it says of itself, and from what it counts."""

    start: int
    end: int
    form: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    which: int | None = None
    of_year: int | None = None
    of_month: int | None = None
    shift: Shift | None = None
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a language writes dates. `ahead` matches words before a date that is yet to come."""

    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    steps: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    said: Mapping[str, Shift] = field(default_factory=dict)
    ahead: re.Pattern[str] | None = None

    def read(self, text: str, taken: bytearray) -> Iterator[Expression]:
        """The dates that stand where no other does, which are then taken."""
        for form, pattern in self.patterns:
            for match in pattern.finditer(text):
                start, end = match.span()
                if taken.find(1, start, end) >= 0 or is_within_word(text, start):
                    continue
                found = self._expression(form, match, text)
                if found:
                    taken[start:end] = b"\1" * (end - start)
                    yield found

    def _expression(self, form: str, match: re.Match[str], text: str) -> Expression | None:
        part = {name.rstrip("_"): said for name, said in match.groupdict().items() if said}
        day = whole_number(part["day"]) if "day" in part else None
        month = whole_number(part["number"]) if "number" in part else self.months.get(_key(part.get("month", "")))
        if form == "slashed" and month and day and 12 < month <= 31 and day <= 12:
            day, month = month, day
        if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
            return None
        year = _year(part["year"], "republic" in part) if "year" in part else None
        if "year" in part and year is None:
            return None
        return Expression(
            *match.span(),
            form,
            year,
            month,
            day,
            self.weekdays.get(_key(part.get("weekday", ""))),
            self.steps.get(_key(part.get("which", ""))),
            self.steps.get(_key(part.get("of_year", ""))),
            self.steps.get(_key(part.get("of_month", ""))),
            self._shift(part),
            self._is_ahead(text, match.start()),
        )

    def _shift(self, part: dict[str, str]) -> Shift | None:
        if "said" in part:
            return self.said[_key(part["said"])]
        if "unit" not in part:
            return None
        count = whole_number(part["count"]) if "count" in part else 0
        if count is None:
            return None
        unit = self.units[_key(part["unit"])]
        if "ago" in part:
            return Shift(unit, -count)
        if "later" in part:
            return Shift(unit, count, "last")
        return Shift(unit, count, "after" if "after" in part else "before")

    def _is_ahead(self, text: str, start: int) -> bool:
        """Whether words of the same clause before a date say that it is to come."""
        return self.ahead is not None and self.ahead.search(text, max(0, start - 90), start) is not None


def numbered(words: str) -> dict[str, int]:
    """The words of each line, or of each comma-separated part, by the number of that part, from 1."""
    return {word: number for number, part in enumerate(words.split(","), 1) for word in part.split()}


def compiled(*patterns: tuple[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((form, re.compile(pattern)) for form, pattern in patterns)


def _key(word: str) -> str:
    return " ".join(word.lower().rstrip(".").split()) if word.isascii() else word.lower()


def _year(said: str, republic: bool) -> int | None:
    """The year of the common era; Buddhist years are told by their size, 68 is short for 2568."""
    year = whole_number(said)
    if year is None:
        return None
    if republic:
        year += _REPUBLIC
    elif 40 <= year <= 99:
        year += 2500 - _BUDDHIST
    elif 2400 < year < 2700:
        year -= _BUDDHIST
    return year if FIRST_YEAR <= year <= LAST_YEAR else None
