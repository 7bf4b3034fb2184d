"""Calendar dates as documents print them, as ISO prefixes: 2025, 2025-09 or 2025-09-08."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

_MONTHS = {
    1: "january jan januari jan enero มกราคม ม.ค. មករា ဇန်နဝါရီ",
    2: "february feb februari pebrero กุมภาพันธ์ ก.พ. កុម្ភៈ ဖေဖော်ဝါရီ",
    3: "march mar mac maret marso มีนาคม มี.ค. មីនា မတ်",
    4: "april apr abril เมษายน เม.ย. មេសា ဧပြီ",
    5: "may mei mayo พฤษภาคม พ.ค. ឧសភា မေ",
    6: "june jun juni hunyo มิถุนายน มิ.ย. មិថុនា ဇွန်",
    7: "july jul julai juli hulyo กรกฎาคม ก.ค. កក្កដា ဇူလိုင်",
    8: "august aug ogos agustus agosto agu สิงหาคม ส.ค. សីហា ဩဂုတ် သြဂုတ်",
    9: "september sept sep setyembre กันยายน ก.ย. កញ្ញា စက်တင်ဘာ",
    10: "october oct oktober okt oktubre ตุลาคม ต.ค. តុលា အောက်တိုဘာ",
    11: "november nov nobyembre พฤศจิกายน พ.ย. វិច្ឆិកា နိုဝင်ဘာ",
    12: "december dec disember desember des disyembre ธันวาคม ธ.ค. ធ្នូ ဒီဇင်ဘာ",
}
_MONTH_OF = {name: number for number, names in _MONTHS.items() for name in names.split()}
_MONTH = "|".join(sorted(map(re.escape, _MONTH_OF), key=len, reverse=True))
_DAY_FIRST = ("vi", "th", "ms", "id", "tl", "km", "my", "fr", "de", "es", "pt", "it", "nl", "ru")
_BUDDHIST = 543
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<y>\d{4}) ?年 ?(?P<m>\d{1,2}) ?月(?: ?(?P<d>\d{1,2}) ?日)?",
        r"(?<!\d)(?P<d>\d{1,2})(?:st|nd|rd|th)?[ .-]{0,2}(?:of |de |ខែ ?)?(?P<name>" + _MONTH + r")[., -]{0,3}"
        r"(?:พ\.ศ\. ?|ឆ្នាំ ?|de )?(?P<y>\d{4})(?!\d)",
        r"(?<![^\W\d_])(?P<name>" + _MONTH + r")\.? (?P<d>\d{1,2})(?:st|nd|rd|th)?,? {1,2}(?P<y>\d{4})(?!\d)",
        r"(?<!\d)(?P<y>\d{4}) ?(?:ခုနှစ်)?[၊,]? ?(?P<name>" + _MONTH + r")(?:လ)? ?(?P<d>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<d>\d{1,2}) tháng (?P<m>\d{1,2})(?: năm|,)? (?P<y>\d{4})(?!\d)",
        r"(?<!\d)(?P<a>\d{1,2})[/.-](?P<b>\d{1,2})[/.-](?P<y>\d{4})(?!\d)",
        r"(?<![^\W\d_])(?P<name>" + _MONTH + r")\.?,? (?P<y>\d{4})(?!\d)",
    )
)


class Found(NamedTuple):
    """A date in a text: where it stands and its ISO prefix."""

    start: int
    end: int
    iso: str


def find_date(text: str, language: str | None = None) -> Found | None:
    """The first date with a year in `text`, of the fullest form that reads there."""
    folded = _ascii_digits(text)
    best: Found | None = None
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            iso = _iso(match, language)
            if iso and (best is None or match.start() < best.start):
                best = Found(match.start(), match.end(), iso)
            if iso:
                break
    return best


def iso_date(value: object, language: str | None = None) -> str | None:
    """A metadata value as an ISO prefix: ISO 8601, mail, PDF and feed dates, and dates in words; else None."""
    if isinstance(value, datetime.date):  # a datetime is one too
        return value.isoformat()[:10]
    text = str(value or "").strip().removeprefix("D:")
    compact = re.match(r"(\d{4})(\d\d)(\d\d)(?!\d(?!\d))", text)
    if compact and (day := _valid(*map(int, compact.groups()))):
        return day
    partial = re.fullmatch(r"(\d{4})(?:-(\d\d))?", text)
    if partial:
        return _valid(int(partial[1]), int(partial[2]) if partial[2] else None)
    found = find_date(text[:60], language)
    return found.iso if found and found.start <= 20 else None


def _iso(match: re.Match[str], language: str | None) -> str | None:
    part = match.groupdict()
    year = int(part["y"])
    if "a" in part:
        return _either(int(part["a"]), int(part["b"]), year, language)
    month = _MONTH_OF[part["name"].lower()] if "name" in part else int(part["m"])
    return _valid(year, month, int(part["d"]) if part.get("d") else None)


def _either(first: int, second: int, year: int, language: str | None) -> str | None:
    """3/4/2025 is a day of April or of March: only the year is sure where the language does not tell."""
    if language in _DAY_FIRST or first > 12 or first == second:
        return _valid(year, second, first)
    if second > 12:
        return _valid(year, first, second)
    return _valid(year)


def _valid(year: int, month: int | None = None, day: int | None = None) -> str | None:
    year -= _BUDDHIST if 2400 < year < 2700 else 0
    if not 1900 <= year <= 2100:
        return None
    try:
        whole = datetime.date(year, month or 1, day or 1).isoformat()
    except ValueError:
        return None
    return whole if day else whole[:7] if month else whole[:4]


def _ascii_digits(text: str) -> str:
    """The text with the digits of every script as 0-9; its length stays."""
    if text.isascii():
        return text
    return "".join(str(int(c)) if c.isdecimal() and not c.isascii() else c for c in text)
