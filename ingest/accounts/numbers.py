"""Runs of digits that may be a telephone or an account, each with what the words beside it say it is.

A run takes single blanks, hyphens, dots and brackets inside; a slash, a comma, two blanks or a line break end it.
Dates, amounts, ranges of years, masked numbers and parts of longer codes are left out here, for all kinds that follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ingest.accounts.cues import Cue, cue_after, cue_before
from ingest.accounts.page import Page

_RUN = re.compile(r"\d(?<![0-9A-Za-z_].)\d*(?:(?:[ ]?\)[ -]?\(?|[ -]?\(|[ ]-[ ]|[ .-])\d+)*")
_DATE = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])[ .-](?:0?[1-9]|1[0-2])[ .-](?:19|20|25)\d\d"
    r"|(?:19|20|25)\d\d[ .-](?:0?[1-9]|1[0-2])[ .-](?:0?[1-9]|[12]\d|3[01])(?:[ .-]\d{1,6}){0,3}"
    r"|(?:(?:19|20)\d\d[ -]+)+(?:19|20)\d\d"
)
AMOUNT = re.compile(r"\d+\.\d{1,2}|[1-9]\d{0,2}(?: \d{3})+")
_MONEY_BEFORE = re.compile(
    r"(?:[$€£₫฿₱¥₩₹៛]|\b(?:us\$|rm|rp\.?|usd|eur|gbp|thb|vnd|khr|mmk|php|idr|sgd|hkd|cny|rmb|twd|myr|kes|npr|aed|baht|usdt))\s?$"
)
_UNIT_AFTER = re.compile(
    r"\s?(?:baht|usdt?|eur|vnd|vnđ|đồng|dong|riel|riels|ringgit|rupiah|pesos?|dollars?|kyats?|yuan|won|btc|eth|people|persons|"
    r"km|kg|%|元|万|萬|億|亿|บาท|ดอลลาร์|ก\.ม\.|គ្រឿង|រៀល|ដុល្លារ|ကျပ်)"
)
_MASK_AFTER = re.compile(r"[ -]?(?:[xX*•#]{2,}|[…]|\.{2,})")
_MASK_BEFORE = re.compile(r"(?:[xX*•#]{2,}|…|\.{2,})[ -]?$")
_DAY_MONTH = re.compile(r"(?<!\d)\d\d?/\d\d?/$")
_NEXT_LINE = re.compile(r"[ -]?\n ?\d{2,5}(?:[ -]\d{2,4}){0,2}(?![\w.)]|[ -]\d)")
_YEAR = re.compile(r"\d{4} ")
_FILE_YEAR = re.compile(r"/\d{2}(?:\d{2})?(?![\d-]| \d)")
_THOUSANDS = re.compile(r",\d{3}(?!\d)|,\d\d?(?!\d)")
_LIST = re.compile(
    r"(?:[\s,;/、|&，()]|(?:and|or|dan|atau|và|hoặc|at|o|t|ug|tel)(?!\w)|และ|หรือ|和|或|及|与|與|ឬ|និង|သို့မဟုတ်|နှင့်)*+"
)
FEWEST, MOST, _WHOLE = 6, 30, 8


@dataclass(frozen=True, slots=True)
class Number:
    """A run of digits as printed, and the cue that says what it is."""

    text: str
    digits: str
    start: int
    end: int
    cue: Cue | None

    @property
    def sense(self) -> str:
        return self.cue.sense if self.cue else ""

    @property
    def tight(self) -> bool:
        return self.cue is not None and self.cue.tight

    @property
    def international(self) -> bool:
        return "+" in self.text[:3]


@lru_cache(maxsize=4)
def numbers_of(page: Page) -> tuple[Number, ...]:
    """All candidates in order."""
    found: list[Number] = []
    for text, start, end in _runs(page):
        digits = "".join(c for c in text if c.isdigit())
        before = found[-1] if found else None
        cue = _cue(page, start, end, before)
        found.append(Number(text, digits, start, end, cue))
    return tuple(found)


def _cue(page: Page, start: int, end: int, before: Number | None) -> Cue | None:
    """The word before decides; then the one after; then that of the number before it in a list."""
    left = cue_before(page, start, before.end if before else 0)
    if left and left.tight and left.sense not in ("phone", "messenger"):
        return left
    right = cue_after(page, end)
    if (
        right
        and right.sense in ("whatsapp", "viber", "zalo", "bank")
        and (left is None or not left.tight or right.sense != "bank")
    ):
        return right
    if left is None and before and start - before.end <= 40 and _LIST.fullmatch(page.lower, before.end, start):
        return before.cue
    return left


def _runs(page: Page) -> Iterator[tuple[str, int, int]]:
    text = page.text
    for run in _RUN.finditer(text):
        if run.end() - run.start() < FEWEST:
            continue
        start = _opened(text, run.start())
        for begin, stop in _apart(text[start : run.end()], start):
            start, end = _balanced(text[begin:stop], begin, stop)
            start = _past_year(text, start, end)
            printed = text[start:end]
            count = sum(c.isdigit() for c in printed)
            if FEWEST <= count <= MOST and not _excluded(page, printed, start, end):
                yield printed, start, end


def _opened(text: str, start: int) -> int:
    """Where the plus or bracket before a run stands: +60, (02, (+66, + 855."""
    at = start - (text[start - 1 : start] == " " and text[start - 2 : start - 1] == "+")
    while at and start - at < 3 and text[at - 1] in "+(":
        at -= 1
    return at if at < start and text[at] in "+(" else start


def _apart(run: str, start: int) -> Iterator[tuple[int, int]]:
    """Two numbers with " - " between them are two; two parts of one are one."""
    parts = run.split(" - ")
    if len(parts) == 1 or not all(sum(c.isdigit() for c in part) >= _WHOLE for part in parts):
        yield start, start + len(run)
        return
    for part in parts:
        yield start, start + len(part)
        start += len(part) + len(" - ")


def wrapped(page: Page, number: Number) -> Number | None:
    """The number with the digits that a line break cut off it."""
    rest = _NEXT_LINE.match(page.text, number.end)
    if rest is None:
        return None
    text = page.text[number.start : rest.end()].replace("\n", " ")
    return Number(
        text, number.digits + "".join(c for c in rest[0] if c.isdigit()), number.start, rest.end(), number.cue
    )


def _balanced(text: str, start: int, end: int) -> tuple[int, int]:
    """The run without an item's "2)" before it, or a bracket that is not closed inside it."""
    opened, closed = text.find("("), text.find(")")
    if closed >= 0 and not 0 <= opened < closed:
        start += closed + 1
        text = text[closed + 1 :]
        opened, closed = text.find("("), text.find(")")
    if opened == 0 and text.count("(") > text.count(")"):
        start, text = start + 1, text[1:]
    return start + len(text) - len(text.lstrip(" -")), end


def _past_year(text: str, start: int, end: int) -> int:
    """Without the year of a date that stands right before: 14/05/2025 7068443192."""
    if text[start - 1 : start] == "/" and _DAY_MONTH.search(text[max(0, start - 6) : start]):
        year = _YEAR.match(text, start, end)
        return year.end() if year else start
    return start


def _excluded(page: Page, printed: str, start: int, end: int) -> bool:
    text = page.text
    after = text[end : end + 1]
    if after and (after == "_" or (after.isascii() and after.isalnum())):
        return True
    if _THOUSANDS.match(text, end) or _FILE_YEAR.match(text, end):
        return True
    if re.search(r"\d,$", text[max(0, start - 2) : start]) and re.match(r"\d{3}(?!\d)", printed):
        return True
    if _DATE.fullmatch(printed) or _MASK_AFTER.match(text, end) or _MASK_BEFORE.search(text[max(0, start - 4) : start]):
        return True
    if _MONEY_BEFORE.search(page.lower[max(0, start - 6) : start]):
        return True
    return bool(AMOUNT.fullmatch(printed) and _UNIT_AFTER.match(page.lower, end))
