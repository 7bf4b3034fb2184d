"""A written date reckoned as an ISO prefix, from the day of publication and the dates that the text named before."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from ingest.links.dates.grammar import FIRST_YEAR, LAST_YEAR, Expression, Shift

_SOON = timedelta(days=45)  # a day of the year that lies less ahead is one of this year


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a date counts from.

    `published`: the day of publication; `exact`: it is known to the day (of a month the 28th stands in). `last`: the
    date named before, as an ISO prefix; `beside`: it stands in the same sentence.
    """

    published: date | None
    exact: bool
    last: str | None = None
    beside: bool = False


def day_of(published: str | None) -> Anchor:
    """The anchor of a document's start."""
    said = (published or "")[:10]
    try:
        if len(said) == 7:
            return Anchor(date.fromisoformat(f"{said}-28"), False)
        return Anchor(date.fromisoformat(said), True)
    except ValueError:
        return Anchor(None, False)


def reckon(said: Expression, anchor: Anchor) -> str | None:
    """The ISO prefix, or None where the anchor does not give what is missing."""
    if said.shift:
        return _shifted(said.shift, anchor)
    if said.year:
        return prefix(said.year, said.month, said.day)
    if said.weekday is not None:
        if anchor.published is None or not anchor.exact:
            return None
        return _weekday(said, anchor.published)
    if said.of_year is not None:
        return prefix(anchor.published.year + said.of_year, said.month, said.day) if anchor.published else None
    if said.month:
        there = _month(said, anchor.published) if anchor.published else None
        return there[:4] if there and said.form == "year" else there
    return _day(said, anchor) if said.day else None


def prefix(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """The ISO prefix of a year, month or day; None if there is no such day."""
    if not FIRST_YEAR <= year <= LAST_YEAR or (day and month and day > calendar.monthrange(year, month)[1]):
        return None
    if month is None:
        return str(year)
    return f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"


def _month(said: Expression, published: date) -> str | None:
    """A month, or a day of it: the last that has begun or comes soon, or the next if it is told as one to come."""
    assert said.month
    year = published.year
    if said.which == 1 or (said.ahead and said.which is None):
        year += said.month < published.month
    elif said.which == -1:
        year -= said.month >= published.month
    elif said.which is None and said.day is None:
        year -= said.month > published.month
    elif said.which is None:
        this = prefix(year, said.month, said.day)
        year -= this is not None and date.fromisoformat(this) - published > _SOON
    return prefix(year, said.month, said.day)


def _day(said: Expression, anchor: Anchor) -> str | None:
    """A day of the month that was named before, or else of the last month that has such a day."""
    assert said.day
    if said.of_month is None and anchor.beside and anchor.last and len(anchor.last) >= 7:
        return prefix(int(anchor.last[:4]), int(anchor.last[5:7]), said.day)
    if anchor.published is None:
        return None
    step = said.of_month if said.of_month is not None else -(said.day > anchor.published.day + 7)
    year, month = _months(anchor.published.year, anchor.published.month, step)
    return prefix(year, month, said.day)


def _weekday(said: Expression, published: date) -> str:
    """The latest such day, today included, or the next if it is told as one to come."""
    assert said.weekday is not None
    back = (published.weekday() - said.weekday) % 7
    if said.which == 1 or said.ahead:
        back -= 7
    elif said.which == -1 and back == 0:
        back = 7
    return (published - timedelta(days=back)).isoformat()


def _shifted(shift: Shift, anchor: Anchor) -> str | None:
    """Told from a day before, it is none where it would lie after the day of publication."""
    base, count = _base(shift, anchor)
    there = _counted(shift, base, count) if base else None
    if there and shift.base != "published" and anchor.published and there > anchor.published.isoformat():
        return None
    return there


def _counted(shift: Shift, base: str, count: int) -> str | None:
    year, month, day = int(base[:4]), int(base[5:7] or 0), int(base[8:10] or 0)
    if shift.unit == "year":
        return prefix(year + count)
    if not month:
        return prefix(year) if count == 0 else None
    if shift.unit == "month":
        return prefix(*_months(year, month, count))
    if not day:
        return prefix(year, month) if count == 0 and shift.base != "published" else None
    there = _moved(date(year, month, day), timedelta(days=count * (7 if shift.unit == "week" else 1)))
    return None if there is None else there[:7] if shift.unit == "week" else there


def _base(shift: Shift, anchor: Anchor) -> tuple[str | None, int]:
    """The date that is counted from, and how far.

    "On 3 May, two days after the raid" gives the raid; "Two days after the raid" the day that follows what was told.
    """
    today = anchor.published.isoformat()[: 10 if anchor.exact else 7] if anchor.published else None
    if shift.base == "published":
        return today, shift.count
    if shift.base == "last":
        return anchor.last or (None if shift.count else today), shift.count
    sign = 1 if shift.base == "after" else -1
    if anchor.last is None:
        return today, -sign * shift.count
    return anchor.last, (-sign if anchor.beside else sign) * shift.count


def _months(year: int, month: int, count: int) -> tuple[int, int]:
    year, month = divmod(year * 12 + month - 1 + count, 12)
    return year, month + 1


def _moved(day: date, by: timedelta) -> str | None:
    try:
        return (day + by).isoformat()
    except OverflowError:
        return None
