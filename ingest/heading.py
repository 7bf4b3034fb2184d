"""What stands above and below a story: by-line, age, date line, agency credit; one question a function."""

from __future__ import annotations

import re

from ingest.dates import find_date

_AGE = re.compile(
    r"[•·*|-]? ?(?:time|posted|updated|published)? ?(?:about )?"
    r"(?:(?:\d{1,3}|an?|one) ?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[smhdw])"
    r"(?: ago)?|yesterday|just now"
    r"|\d{1,3} (?:jam|minit|menit|hari|minggu|bulan)(?: yang)? (?:lalu|lepas)"
    r"|\d{1,3} (?:giờ|phút|ngày|tuần|tháng) trước|\d{1,3} ?(?:小时|小時|分钟|分鐘|天|周|週|个月|個月)前"
    r"|\d{1,3} ?(?:ชั่วโมง|นาที|วัน)(?:ที่แล้ว|ที่ผ่านมา)?)",
    re.IGNORECASE,
)
_AGO = re.compile(r"ago|yesterday|just now|lalu|lepas|trước|前|ที่|^\D{0,8}time ?\d", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?:By|BY|Oleh|Bài|Tác giả)[: ]{1,2}(?!(?i:order|virtue|way|the|our|email|phone)\b)(?P<who>[^\W\d_][^\n]{2,90})"
)
_CREDIT = re.compile(r"(?:[–—-] ?|\()(?P<agency>[A-Z][A-Za-z.&/ ]{1,24}?)\)?\.?$")
_NO_OUTLET = re.compile(r"\s*(?:in|at)\s|.*(?:reporter|correspondent|editor|writer|staff)\b", re.IGNORECASE)
_SEPARATOR = re.compile(r"[|·•—–,]")
_SIGNED = re.compile(r"(?:by|posted|published|first published|updated) ", re.IGNORECASE)
_BESIDES = re.compile(r"[|▾›»•≡]| {3}|^[-–—·>]|^\d{1,3}[.)]")
_SENTENCE_END = tuple(".!?。！？…।။។")
_QUOTES = "\"'”’»)]」』 "
LONG = 160


def is_sentence(line: str) -> bool:
    """Whether a line reads as running text: it is long, or ends as a sentence does."""
    size = len(line) + 2 * sum(
        1 for c in line[:LONG] if c > "\u2e80"
    )  # a Chinese character says as much as three letters
    if size >= LONG:
        return True
    ending = line.rstrip(_QUOTES)
    if ending.endswith(("?", "？")):
        return size >= 100  # a shorter question by itself is a headline
    return size >= 40 and ending.endswith(_SENTENCE_END)


def age_of(line: str) -> tuple[bool, str | None]:
    """Whether a line is an age (`9 hours ago`, `5 giờ trước`), and the outlet beside it (`The Sun • 35 minutes ago`).

    It tells when the page was shown, not when the story appeared.
    """
    cells = [cell.strip() for cell in re.split(r" [-–—•·|] ", line.strip())]
    ages = [cell for cell in cells if _AGE.fullmatch(cell) and _AGO.search(cell)]
    others = [cell for cell in cells if cell not in ages]
    if not ages or len(others) > 1 or any(len(other) > 40 for other in others):
        return False, None
    return True, others[0] if others else None


def date_line(line: str, language: str | None = None) -> str | None:
    """The ISO prefix of a line that is a date, with at most a weekday, a time, a label or a reading time beside it."""
    if len(line) > 90 or not any(c.isdecimal() for c in line):
        return None
    found = find_date(line, language)
    if found is None:
        return None
    rest = _BESIDE.sub(" ", line[: found.start] + " " + line[found.end :])
    return None if any(c.isalnum() for c in rest) else found.iso


_WEEKDAYS = (
    "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
    "|isnin|selasa|rabu|khamis|jumaat|sabtu|ahad|senin|kamis|jumat|minggu"
    "|lunes|martes|miyerkules|huwebes|biyernes|sabado|linggo"
    "|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|星期[一二三四五六日天]|วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)(?:ที่)?"
)
_LABELS = (
    "first published|last updated|last modified|publication date|date published|date of report|report date|release date"
    "|published|posted|updated|issued|released|date|dated|publish"
    "|diterbitkan|dipublikasikan|dikemas kini|tarikh|tanggal|terbit|petsa|inilathala"
    "|ngày đăng|cập nhật|ngày|发布时间|發布時間|发布日期|時間|时间|日期|更新|เผยแพร่|วันที่|ថ្ងៃទី"
)
_BESIDE = re.compile(
    rf"(?<![^\W_])(?:{_WEEKDAYS}|{_LABELS}|on|at|\d{{1,3}} (?:min(?:ute)?s? read|words)|am|pm|a\.m\.|p\.m\.|wib|gmt|utc"
    r"|sgt|myt|ict|est|edt|hrs|pukul|lúc|น\.|[+-]?\d{1,2}[:.h]\d{2}(?::\d{2})?)(?![^\W_])",
    re.IGNORECASE,
)


def published_in(lines: list[str], language: str | None = None) -> str | None:
    """The ISO prefix of the first date that stands by itself in one of the first lines above a story."""
    for line in lines[:8]:
        found = find_date(line, language) if len(line) <= 140 else None
        if found is None:
            continue
        before = _BESIDE.sub(" ", _SEPARATOR.split(line[: found.start])[-1])
        after = _BESIDE.sub(" ", _SEPARATOR.split(line[found.end :])[0])
        signed = _SIGNED.match(line) is not None
        if not any(c.isalnum() for c in after) and (signed or not any(c.isalnum() for c in before)):
            return found.iso
    return None


def is_headline(line: str) -> bool:
    """Whether a line can be a headline: some words, no menu and no item of a list."""
    words = len(line.split()) if line.isascii() or " " in line[:20] else len(line) // 2
    return words >= 4 and len(line) <= 200 and not _BESIDES.search(line)


def byline(line: str) -> tuple[str, str | None] | None:
    """(who, outlet) of `By Akinyi Owuor, The Rift Courier`."""
    match = _BYLINE.fullmatch(line.strip())
    if not match or is_sentence(line):
        return None
    who, *others = re.split(r", | [–—|·] ", match["who"])
    outlets = [part.strip() for part in others if not _NO_OUTLET.match(part) and not any(c.isdigit() for c in part)]
    return who.strip(), outlets[-1] if outlets else None


def agency_credit(text: str) -> str | None:
    """The agency that a story's last words name: `… future for all. – Bernama`."""
    last = text.rstrip()[-60:]
    match = _CREDIT.search(last)
    if not match or not last[: match.start()].rstrip(_QUOTES).endswith(_SENTENCE_END):
        return None
    return match["agency"]
