"""Dates that a text names, as ISO prefixes: written out, short of a year, or counted from the day of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_SOON = timedelta(days=45)  # a day of the year that lies less ahead is one of this year

_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\w-])"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_PATTERNS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("iso", r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<number>[01]\d)-(?P<day>[0-3]\d)(?!\d)"),
        (
            "slashed",
            r"(?<![\d/.])(?P<day>[0-3]?\d)(?P<mark>[/.-])(?P<number>[01]?\d)(?P=mark)(?P<year>(?:19|20)\d\d)(?!\d)",
        ),
        ("day first", rf"(?<![\d.,]){_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?(?! ?\d)"),
        ("month first", rf"\b{_MONTH} {_DAY}(?!\d|[:.]\d)(?:,? {_YEAR})?"),
        ("month", rf"\b{_MONTH},? (?:of )?{_YEAR}"),
        (
            "in month",
            r"\b(?:[Ii]n|[Ss]ince|[Ff]rom|[Uu]ntil|[Bb]y|[Dd]uring|[Ll]ate|[Ee]arly|[Mm]id-?|[Ll]ast|[Tt]his) "
            rf"{_MONTH}(?! \d)",
        ),
        ("weekday", r"\b(?P<which>last |next |this )?(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"),
        ("relative", r"\b(?P<said>[Tt]oday|[Yy]esterday|[Tt]onight|[Tt]omorrow|[Ll]ast night|[Tt]his morning|"
                     r"(?:[Ee]arlier |[Ll]ate |[Ll]ater )?(?:[Tt]his|[Ll]ast|[Nn]ext) (?:month|year))\b"),
        ("year", rf"(?<![\d.,$£€/-])\b{_YEAR}(?!,\d|\.\d|/)"),
    )
)  # fmt: skip
_OF_A_DAY = {"today": 0, "tonight": 0, "this morning": 0, "yesterday": -1, "last night": -1, "tomorrow": 1}
FORMS = tuple(name for name, _ in _PATTERNS)


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date in the text: where it stands, its ISO prefix, and how it was written."""

    start: int
    end: int
    value: str
    form: str


def dates(text: str, published: str | None) -> list[DateSpan]:
    """The dates of a text in order. Those short of a year need the day or month of publication, or are left out."""
    day, exact = _day_of(published)
    found: list[DateSpan] = []
    taken = bytearray(len(text))
    for form, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            if not exact and (form == "weekday" or match.groupdict().get("said", "").lower() in _OF_A_DAY):
                continue
            value = _value(form, match, day)
            if value:
                found.append(DateSpan(start, end, value, form))
            if value or match.groupdict().get("day"):
                taken[start:end] = b"\1" * (end - start)
    return sorted(found, key=lambda d: d.start)


def _day_of(published: str | None) -> tuple[date | None, bool]:
    """The day of publication, and whether it is known to the day: of a month the last one stands in."""
    said = (published or "")[:10]
    try:
        if len(said) == 7:
            return date.fromisoformat(f"{said}-28"), False
        return date.fromisoformat(said), True
    except ValueError:
        return None, False


def _value(form: str, match: re.Match[str], published: date | None) -> str | None:
    part = match.groupdict()
    if form == "relative":
        return _relative(part["said"].lower(), published) if published else None
    if form == "weekday":
        return _weekday(part["weekday"], part["which"], published) if published else None
    if form == "year":
        return part["year"]
    month = int(part["number"]) if part.get("number") else _MONTHS.index(part["month"][:3].lower()) + 1
    if form == "slashed" and month > 12:
        return None
    year = part.get("year")
    day = part.get("day")
    if day is None:
        if year:
            return f"{year}-{month:02}"
        return _month(month, published) if published else None
    if year is None:
        return _day(month, int(day), published) if published else None
    return _iso(int(year), month, int(day))


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(month: int, published: date) -> str:
    """The latest such month that has begun, or that comes next month."""
    year = published.year if month <= published.month + 1 else published.year - 1
    return f"{year}-{month:02}"


def _day(month: int, day: int, published: date) -> str | None:
    """That day of the year of publication, or of the year before if it would lie far ahead."""
    this = _iso(published.year, month, day)
    if this and date.fromisoformat(this) - published > _SOON:
        return _iso(published.year - 1, month, day)
    return this


def _weekday(name: str, which: str | None, published: date) -> str:
    back = (published.weekday() - _DAYS.index(name.lower())) % 7
    if which and which.strip() == "next":
        return (published + timedelta(days=7 - back)).isoformat()
    if which and which.strip() == "last" and back == 0:
        back = 7
    return (published - timedelta(days=back)).isoformat()


def _relative(said: str, published: date) -> str | None:
    if said in _OF_A_DAY:
        return (published + timedelta(days=_OF_A_DAY[said])).isoformat()
    step = {"this": 0, "last": -1, "next": 1}[said.split()[-2]]
    if said.endswith("year"):
        return str(published.year + step)
    year, month = divmod(published.year * 12 + published.month - 1 + step, 12)
    return f"{year}-{month + 1:02}"
