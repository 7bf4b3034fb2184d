"""How Vietnamese writes dates: the day first, months by number."""

from __future__ import annotations

import re

from ingest.links.dates.grammar import Grammar, Shift, compiled, numbered
from ingest.wordlist import any_of

_MONTHS = numbered("giêng, hai, ba, tư, năm, sáu, bảy, tám, chín, mười") | {"mười một": 11, "mười hai": 12}
_NUMBER = r"(?P<number>1[0-2]|0?[1-9])(?!\d)"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\w-])"
_OF_YEAR = r"(?: (?P<of_year>năm ngoái|năm trước|năm nay|năm sau|năm tới))?"
_BEFORE = "[Nn]gày|[Ss]áng|[Cc]hiều|[Tt]ối|[Đđ]êm|[Tt]rưa|[Hh]ôm|[Mm]ùng|[Mm]ồng|[Tt]ừ|[Đđ]ến|và"
_DAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "chủ nhật": 6}
_SAID = {
    **dict.fromkeys(("hôm nay", "sáng nay", "trưa nay", "chiều nay", "tối nay", "đêm nay"), Shift("day", 0)),
    **dict.fromkeys(("hôm qua", "sáng qua", "chiều qua", "tối qua", "đêm qua"), Shift("day", -1)),
    "hôm kia": Shift("day", -2),
    **dict.fromkeys(("ngày mai", "sáng mai", "tối mai"), Shift("day", 1)),
    **dict.fromkeys(("cùng ngày", "cùng tối", "cùng đêm"), Shift("day", 0, "last")),
    **dict.fromkeys(("hôm sau", "ngày hôm sau", "sáng hôm sau"), Shift("day", 1, "last")),
    **dict.fromkeys(("tuần trước", "tuần rồi", "tuần qua"), Shift("week", -1)),
    "tuần này": Shift("week", 0),
    **dict.fromkeys(("tuần sau", "tuần tới"), Shift("week", 1)),
    **dict.fromkeys(("tháng trước", "tháng rồi"), Shift("month", -1)),
    "tháng này": Shift("month", 0),
    **dict.fromkeys(("tháng sau", "tháng tới"), Shift("month", 1)),
    **dict.fromkeys(("năm ngoái", "năm trước"), Shift("year", -1)),
    "năm nay": Shift("year", 0),
    **dict.fromkeys(("năm sau", "năm tới"), Shift("year", 1)),
    "cùng năm": Shift("year", 0, "last"),
}
_COUNT = r"(?P<count>\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?P<unit>ngày|hôm|tuần|tháng|năm)"

VIETNAMESE = Grammar(
    compiled(
        ("slashed", rf"\b(?:{_BEFORE}) (?P<day>[0-3]?\d)[/.-]{_NUMBER}(?:[/.-]{_YEAR})?(?![\w/%])"),
        ("day first", rf"(?<![\d.,])(?P<day>[0-3]?\d) tháng {_NUMBER}(?:(?: năm|,)? {_YEAR}|{_OF_YEAR})"),
        ("month", rf"\b[Tt]háng {_NUMBER}(?:(?:[/-]|,? năm |,? ){_YEAR}|{_OF_YEAR})"),
        ("in month", rf"\b[Tt]háng (?P<month>{any_of(_MONTHS)})\b(?:,? năm {_YEAR}|{_OF_YEAR})"),
        (
            "weekday",
            r"\b(?:[Tt]hứ (?P<weekday>[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)|(?P<weekday_>[Cc]hủ [Nn]hật))"
            r"(?: (?P<which>tuần trước|tuần này|tuần sau|tuần tới))?(?!\w)",
        ),
        ("relative", rf"\b(?i:{_COUNT}) (?P<ago>trước)\b"),
        ("relative", rf"\b(?i:{_COUNT}) (?P<later>sau)\b"),
        ("relative", rf"\b(?i:(?P<said>{any_of(_SAID)}))\b"),
        ("year", rf"\b[Nn]ăm {_YEAR}"),
    ),
    _MONTHS,
    _DAYS,
    {
        "tuần trước": -1,
        "tuần này": 0,
        "tuần sau": 1,
        "tuần tới": 1,
        "năm ngoái": -1,
        "năm trước": -1,
        "năm nay": 0,
        "năm sau": 1,
        "năm tới": 1,
    },
    {"ngày": "day", "hôm": "day", "tuần": "week", "tháng": "month", "năm": "year"},
    _SAID,
    re.compile(r"(?:\bsẽ\b|dự kiến|sắp)[^.;:\n]*$"),
)
