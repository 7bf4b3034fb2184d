"""How Burmese writes dates: year, month, day, in digits of either script."""

from __future__ import annotations

from ingest.links.dates.grammar import Grammar, Shift, compiled, numbered
from ingest.wordlist import any_of

_MONTHS = numbered("ဇန်နဝါရီ, ဖေဖော်ဝါရီ, မတ်, ဧပြီ, မေ, ဇွန်, ဇူလိုင်, ဩဂုတ် သြဂုတ်, စက်တင်ဘာ, အောက်တိုဘာ, နိုဝင်ဘာ, ဒီဇင်ဘာ")
_SHORT = ("မတ်", "မေ")  # words in other words too
_MONTH = rf"(?P<month>{any_of(set(_MONTHS) - set(_SHORT))}|(?<![က-႟])(?:{any_of(_SHORT)})(?=လ| ?\d))"
_ONE_YEAR = r"(?:19|20|၁၉|၂၀)\d\d"
_YEAR = rf"(?<!\d)(?P<year>{_ONE_YEAR})(?!\d)"
_SAID = {
    **dict.fromkeys(("ယနေ့", "ဒီနေ့"), Shift("day", 0)),
    **dict.fromkeys(("ယမန်နေ့", "မနေ့က", "မနေ့ည"), Shift("day", -1)),
    "မနက်ဖြန်": Shift("day", 1),
    **dict.fromkeys(("ထိုနေ့", "ယင်းနေ့"), Shift("day", 0, "last")),
    **dict.fromkeys(("နောက်တစ်နေ့", "နောက်နေ့"), Shift("day", 1, "last")),
    **{
        f"{which}{unit}": Shift(name, step)
        for which, step in (
            ("ပြီးခဲ့သည့်", -1),
            ("ပြီးခဲ့တဲ့", -1),
            ("ယခင်", -1),
            ("လွန်ခဲ့သည့်", -1),
            ("ယခု", 0),
            ("ဒီ", 0),
            ("လာမည့်", 1),
        )
        for unit, name in (("အပတ်", "week"), ("လ", "month"), ("နှစ်", "year"))
    },
    "မနှစ်က": Shift("year", -1),
}
_COUNT = r"(?P<count>\d{1,3}|တစ်|နှစ်|သုံး|လေး|ငါး|ခြောက်|ခုနစ်|ရှစ်|ကိုး|ဆယ်) ?(?P<unit>ရက်|ပတ်|လ|နှစ်)"

BURMESE = Grammar(
    compiled(
        (
            "day first",
            rf"(?:{_YEAR} ?(?:ခုနှစ်|ခု|ပြည့်နှစ်)?[၊,]? ?)?{_MONTH}လ?"
            rf"(?:[၊,]? ?(?P<year_>{_ONE_YEAR})(?!\d)| ?(?P<day>[0-3၀-၃]?\d)(?!\d)(?: ?ရက်)?)?",
        ),
        ("weekday", r"(?P<weekday>တနင်္လာ|အင်္ဂါ|ဗုဒ္ဓဟူး|ကြာသပတေး|သောကြာ|စနေ|တနင်္ဂနွေ)နေ့"),
        ("relative", rf"(?P<ago>လွန်ခဲ့သော|လွန်ခဲ့သည့်|လွန်ခဲ့တဲ့|ပြီးခဲ့သည့်) ?{_COUNT}"),
        ("relative", rf"{_COUNT}(?P<later>အကြာ|ကြာပြီးနောက်|ကြာသော်)"),
        ("relative", rf"(?P<said>{any_of(_SAID)})"),
        ("year", rf"{_YEAR} ?(?:ခုနှစ်|ပြည့်နှစ်)"),
    ),
    _MONTHS,
    {"တနင်္လာ": 0, "အင်္ဂါ": 1, "ဗုဒ္ဓဟူး": 2, "ကြာသပတေး": 3, "သောကြာ": 4, "စနေ": 5, "တနင်္ဂနွေ": 6},
    units={"ရက်": "day", "ပတ်": "week", "လ": "month", "နှစ်": "year"},
    said=_SAID,
)
