"""The dates that a text names, in any of our languages, as ISO prefixes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.links.dates.burmese import BURMESE
from ingest.links.dates.chinese import CHINESE
from ingest.links.dates.english import DIGITS, ENGLISH
from ingest.links.dates.filipino import FILIPINO
from ingest.links.dates.grammar import Expression
from ingest.links.dates.khmer import KHMER
from ingest.links.dates.malay import MALAY
from ingest.links.dates.reckoning import Anchor, day_of, reckon
from ingest.links.dates.thai import THAI
from ingest.links.dates.vietnamese import VIETNAMESE
from ingest.links.tongues import tongues_of

_GRAMMARS = {
    "zh": CHINESE,
    "th": THAI,
    "km": KHMER,
    "my": BURMESE,
    "vi": VIETNAMESE,
    "ms": MALAY,
    "tl": FILIPINO,
}
_STOP = re.compile(r"[.!?;:] |[\n。！？；។။]")
_WORDS = "and|or|to|until|till|through|至|到|和|dan|hingga|sampai|at|hanggang|và|đến|และ|ถึง|និង|ដល់|နှင့်"
_TO = re.compile(rf"\s{{0,2}}(?:{_WORDS}|[-–—&])\s{{0,2}}")
_FAR = 400  # characters; a date further back is none of the same sentence


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date in the text: where it stands, its ISO prefix, and how it was written."""

    start: int
    end: int
    value: str
    form: str


def dates(text: str, published: str | None) -> list[DateSpan]:
    """The dates of a text in order. Those short of a year need the day or month of publication, or are left out."""
    said = _lent(text, sorted(_said(text), key=lambda e: e.start))
    found = list(_reckoned(text, said, day_of(published)))
    return sorted([*found, *_ranges(text, found)], key=lambda d: (d.start, d.end))


def _said(text: str) -> Iterator[Expression]:
    taken = bytearray(len(text))
    for grammar in (DIGITS, *(_GRAMMARS[tongue] for tongue in tongues_of(text)), ENGLISH):
        yield from grammar.read(text, taken)


def _lent(text: str, said: list[Expression]) -> list[Expression]:
    """In "5 to 9 May 2025", "June and July 2024" the first date takes the year from the second."""
    lent = list(said)
    for n in range(len(said) - 2, -1, -1):
        first, second = lent[n], lent[n + 1]
        if not second.month or not _TO.fullmatch(text, first.end, second.start):
            continue
        if first.day and not first.month:
            lent[n] = replace(first, month=second.month, year=second.year, of_year=second.of_year, ahead=second.ahead)
        elif first.month and not first.year and second.year:
            lent[n] = replace(first, year=second.year - (first.month > second.month))
    return lent


def _reckoned(text: str, said: list[Expression], start: Anchor) -> Iterator[DateSpan]:
    last: DateSpan | None = None
    for one in said:
        beside = last is not None and one.start - last.end < _FAR and not _STOP.search(text, last.end, one.start)
        anchor = replace(start, last=last.value if last else None, beside=beside)
        value = reckon(one, anchor)
        if value:
            last = DateSpan(one.start, one.end, value, one.form)
            yield last


def _ranges(text: str, found: list[DateSpan]) -> Iterator[DateSpan]:
    """The month or year that both ends of a range lie in, which is when something happened "between" them."""
    for first, second in pairwise(found):
        if first.value != second.value and _TO.fullmatch(text, first.end, second.start):
            both = next((first.value[:n] for n in (7, 4) if first.value[:n] == second.value[:n]), None)
            if both and both not in (first.value, second.value):
                form = "year" if len(both) == 4 else "month"
                yield DateSpan(first.start, second.end, both, form)
