"""How Malay and Indonesian write dates."""

from __future__ import annotations

import re

from ingest.links.dates.grammar import Grammar, Shift, compiled, numbered
from ingest.wordlist import any_of

_MONTHS = numbered(
    "januari jan, februari feb, mac maret mar, april apr, mei, jun juni, julai juli jul, ogos agustus agu agt, "
    "september sept sep, oktober okt, november nov, disember desember dis des"
)
_NAMES = "|".join(name.capitalize() for name in sorted(_MONTHS, key=len, reverse=True))
_MONTH = rf"(?P<month>{_NAMES})\b(?:\.(?= \d))?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\w-])"
_OF_YEAR = r"(?: (?P<of_year>tahun lalu|tahun lepas|tahun ini|tahun depan)|(?: lalu| lepas)\b)?"
_DAYS = {
    "isnin": 0, "senin": 0, "selasa": 1, "rabu": 2, "khamis": 3, "kamis": 3, "jumaat": 4, "jumat": 4, "sabtu": 5,
    "ahad": 6, "minggu": 6,
}  # fmt: skip
_SAID = {
    **dict.fromkeys(("hari ini", "malam ini", "pagi tadi", "pagi ini", "petang ini"), Shift("day", 0)),
    **dict.fromkeys(("semalam", "kemarin", "kelmarin", "malam tadi", "tadi malam"), Shift("day", -1)),
    **dict.fromkeys(("esok", "besok"), Shift("day", 1)),
    **dict.fromkeys(("hari yang sama", "hari itu juga", "malam itu juga"), Shift("day", 0, "last")),
    **dict.fromkeys(("keesokan harinya", "keesokan hari", "esok harinya", "hari berikutnya"), Shift("day", 1, "last")),
    **dict.fromkeys(("minggu lalu", "minggu lepas", "pekan lalu"), Shift("week", -1)),
    **dict.fromkeys(("minggu ini", "pekan ini"), Shift("week", 0)),
    **dict.fromkeys(("minggu depan", "pekan depan"), Shift("week", 1)),
    **dict.fromkeys(("bulan lalu", "bulan lepas"), Shift("month", -1)),
    "bulan ini": Shift("month", 0),
    "bulan depan": Shift("month", 1),
    **dict.fromkeys(("tahun lalu", "tahun lepas"), Shift("year", -1)),
    "tahun ini": Shift("year", 0),
    "tahun depan": Shift("year", 1),
    "tahun yang sama": Shift("year", 0, "last"),
    "tahun berikutnya": Shift("year", 1, "last"),
}
_COUNT = (
    r"(?P<count>\d{1,3}|satu|dua|tiga|empat|lima|enam|tujuh|lapan|delapan|sembilan|sepuluh|sebelas) "
    r"(?P<unit>hari|malam|minggu|pekan|bulan|tahun)"
)

MALAY = Grammar(
    compiled(
        (
            "day first",
            r"(?<![\d.,/-])(?P<day>[0-3]?\d)(?= ?(?:dan|hingga|sampai|[-–&]) ?[0-3]?\d "
            rf"(?:{_NAMES})\b)",
        ),
        ("day first", rf"(?<![\d.,])(?P<day>[0-3]?\d) {_MONTH}(?:,? {_YEAR}|{_OF_YEAR})"),
        ("month", rf"\b{_MONTH},? (?:tahun )?{_YEAR}"),
        (
            "in month",
            r"\b(?:[Pp]ada|[Bb]ulan|[Aa]wal|[Aa]khir|[Pp]ertengahan|[Ss]ejak|[Dd]ari|[Hh]ingga|[Aa]ntara|"
            rf"dan) {_MONTH}(?! \d){_OF_YEAR}",
        ),
        ("in month", rf"\b{_MONTH}(?= ?(?:dan|hingga|sampai|[-–]) ?(?:{_NAMES})\b)"),
        ("in month", rf"\b{_MONTH} (?P<which>lalu|lepas|ini|depan)\b"),
        (
            "weekday",
            r"\b(?P<weekday>Isnin|Senin|Selasa|Rabu|Khamis|Kamis|Jumaat|Jumat|Sabtu|Ahad|(?<=hari )Minggu|"
            r"(?<=pada )Minggu)\b(?: (?P<which>lalu|lepas|ini|depan))?",
        ),
        ("relative", rf"\b(?i:{_COUNT}) (?P<ago>lalu|lepas|yang lalu|yang lepas)\b"),
        ("relative", rf"\b(?i:{_COUNT}) (?P<later>kemudian|berikutnya)\b"),
        ("relative", rf"\b(?i:(?P<said>{any_of(_SAID)}))\b"),
    ),
    _MONTHS,
    _DAYS,
    {
        "lalu": -1,
        "lepas": -1,
        "ini": 0,
        "depan": 1,
        "tahun lalu": -1,
        "tahun lepas": -1,
        "tahun ini": 0,
        "tahun depan": 1,
    },
    {"hari": "day", "malam": "day", "minggu": "week", "pekan": "week", "bulan": "month", "tahun": "year"},
    _SAID,
    re.compile(r"\b(?:akan|dijangka|dijadualkan|dijadwalkan|direncanakan|rencananya)\b[^.;:\n]*$"),
)
