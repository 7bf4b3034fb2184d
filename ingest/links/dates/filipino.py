"""How Filipino writes dates."""

from __future__ import annotations

import re

from ingest.links.dates.grammar import Grammar, Shift, compiled, numbered
from ingest.wordlist import any_of

_MONTHS = numbered(
    "enero january, pebrero february, marso march, abril april, mayo may, hunyo june, hulyo july, agosto august, "
    "setyembre september, oktubre october, nobyembre november, disyembre december"
)
_NAMES = "|".join(name.capitalize() for name in sorted(_MONTHS, key=len, reverse=True))
_MONTH = rf"(?P<month>{_NAMES})\b"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\w-])"
_OF_YEAR = r"(?: (?P<of_year>noong nakaraang taon|nitong taon|ngayong taon|sa susunod na taon))?"
_SAID = {
    **dict.fromkeys(("ngayong araw", "ngayong umaga", "kaninang umaga", "kanina", "ngayong gabi"), Shift("day", 0)),
    **dict.fromkeys(("kahapon", "kagabi"), Shift("day", -1)),
    "bukas": Shift("day", 1),
    **dict.fromkeys(("parehong araw", "araw ding iyon", "araw ring iyon"), Shift("day", 0, "last")),
    **dict.fromkeys(("kinabukasan", "sumunod na araw"), Shift("day", 1, "last")),
    **dict.fromkeys(("nakaraang linggo", "nakalipas na linggo"), Shift("week", -1)),
    "ngayong linggo": Shift("week", 0),
    "susunod na linggo": Shift("week", 1),
    **dict.fromkeys(("nakaraang buwan", "nakalipas na buwan"), Shift("month", -1)),
    **dict.fromkeys(("ngayong buwan", "nitong buwan"), Shift("month", 0)),
    "susunod na buwan": Shift("month", 1),
    **dict.fromkeys(("nakaraang taon", "nakalipas na taon"), Shift("year", -1)),
    **dict.fromkeys(("ngayong taon", "nitong taon"), Shift("year", 0)),
    "susunod na taon": Shift("year", 1),
}
_COUNT = (
    r"(?P<count>\d{1,3}|isang|dalawang|tatlong|apat|limang|anim|pitong|walong|siyam|sampung) (?:na )?"
    r"(?P<unit>araw|linggo|buwan|taon)"
)

FILIPINO = Grammar(
    compiled(
        ("day first", rf"\b(?:ika-?)?(?P<day>[0-3]?\d) (?:ng )?{_MONTH}(?:,? (?:taong )?{_YEAR}|{_OF_YEAR})"),
        ("month first", rf"\b{_MONTH} (?P<day>[0-3]?\d)(?![\w%]|[,:.]\d)(?:,? {_YEAR}|{_OF_YEAR})"),
        ("month", rf"\b{_MONTH},? (?:ng |taong )?{_YEAR}"),
        (
            "in month",
            r"\b(?:[Nn]oong|[Nn]itong|[Nn]gayong|[Ss]a|[Nn]g|[Mm]ula|[Hh]anggang)(?: buwan ng)? "
            rf"{_MONTH}(?! \d){_OF_YEAR}",
        ),
        (
            "weekday",
            r"\b(?:[Nn]itong|[Nn]oong|[Ss]a|[Nn]gayong)(?: (?P<which>nakaraang|darating na|susunod na))? "
            r"(?:araw ng )?(?P<weekday>Lunes|Martes|Miyerkules|Miyerkoles|Huwebes|Biyernes|Sabado|Linggo)\b",
        ),
        ("relative", rf"\b(?i:{_COUNT}) (?P<ago>na ang nakalipas|ang nakalipas|na ang nakararaan|ang nakararaan)"),
        ("relative", rf"\b(?i:(?P<later>makalipas ang|pagkalipas ng|pagkaraan ng|makaraan ang) {_COUNT})\b"),
        ("relative", rf"\b(?i:(?P<said>{any_of(_SAID)}))\b"),
    ),
    _MONTHS,
    {"lunes": 0, "martes": 1, "miyerkules": 2, "miyerkoles": 2, "huwebes": 3, "biyernes": 4, "sabado": 5, "linggo": 6},
    {
        "nakaraang": -1,
        "darating na": 1,
        "susunod na": 1,
        "noong nakaraang taon": -1,
        "nitong taon": 0,
        "ngayong taon": 0,
        "sa susunod na taon": 1,
    },
    {"araw": "day", "linggo": "week", "buwan": "month", "taon": "year"},
    _SAID,
    re.compile(r"\b(?:nakatakda|inaasahan|planong|balak)\b[^.;:\n]*$"),
)
