"""How Khmer writes dates, in digits of either script."""

from __future__ import annotations

from ingest.links.dates.grammar import Grammar, Shift, compiled, numbered
from ingest.wordlist import any_of

_MONTHS = numbered("មករា, កុម្ភៈ កុម្ភះ, មីនា, មេសា, ឧសភា, មិថុនា, កក្កដា, សីហា, កញ្ញា, តុលា, វិច្ឆិកា, ធ្នូ")
_MONTH = rf"(?:ខែ[ \u200b]?)?(?P<month>{any_of(_MONTHS)})"
_YEAR = r"(?P<year>(?:19|20|25|១៩|២០|២៥)\d\d)(?!\d)"
_YEARS = {"ឆ្នាំមុន": -1, "ឆ្នាំទៅ": -1, "ឆ្នាំនេះ": 0, "ឆ្នាំក្រោយ": 1}
_OF_YEAR = rf"[ \u200b]?(?P<of_year>{any_of(_YEARS)})"
_WITH_YEAR = rf"(?:[ \u200b]?,?[ \u200b]?(?:ឆ្នាំ[ \u200b]?)?{_YEAR}|{_OF_YEAR})?"
_WHICH = {"មុន": -1, "នេះ": 0, "ក្រោយ": 1}
_SAID = {
    **dict.fromkeys(("ថ្ងៃនេះ", "យប់នេះ", "ព្រឹកនេះ"), Shift("day", 0)),
    **dict.fromkeys(("ម្សិលមិញ", "យប់មិញ"), Shift("day", -1)),
    "ថ្ងៃស្អែក": Shift("day", 1),
    "ថ្ងៃដដែល": Shift("day", 0, "last"),
    "ថ្ងៃបន្ទាប់": Shift("day", 1, "last"),
    **{f"សប្តាហ៍{word}": Shift("week", step) for word, step in _WHICH.items()},
    **{f"ខែ{word}": Shift("month", step) for word, step in _WHICH.items()},
    **dict.fromkeys(("ដើមខែ", "ពាក់កណ្តាលខែ"), Shift("month", 0)),
    **{word: Shift("year", step) for word, step in _YEARS.items()},
}
_COUNT = r"(?P<count>\d{1,3}|មួយ|ពីរ|បី|បួន|ប្រាំមួយ|ប្រាំពីរ|ប្រាំបី|ប្រាំបួន|ប្រាំ|ដប់)[ \u200b]?(?P<unit>ថ្ងៃ|យប់|សប្តាហ៍|ខែ|ឆ្នាំ)"

KHMER = Grammar(
    compiled(
        ("day first", rf"(?<![\d.,])(?P<day>[0-3០-៣]?\d)[ \u200b]?{_MONTH}{_WITH_YEAR}"),
        ("in month", rf"{_MONTH}{_WITH_YEAR}"),
        ("weekday", rf"ថ្ងៃ(?P<weekday>ចន្ទ|អង្គារ|ពុធ|ព្រហស្បតិ៍|សុក្រ|សៅរ៍|អាទិត្យ)(?:[ \u200b]?(?P<which>{any_of(_WHICH)}))?"),
        ("relative", rf"{_COUNT}[ \u200b]?(?P<later>ក្រោយមក|ក្រោយ)"),
        ("relative", rf"{_COUNT}[ \u200b]?(?P<ago>មុន|កន្លងទៅ)"),
        ("relative", rf"(?P<said>{any_of(_SAID)})"),
        ("year", rf"ឆ្នាំ[ \u200b]?{_YEAR}"),
    ),
    _MONTHS,
    {"ចន្ទ": 0, "អង្គារ": 1, "ពុធ": 2, "ព្រហស្បតិ៍": 3, "សុក្រ": 4, "សៅរ៍": 5, "អាទិត្យ": 6},
    {**_WHICH, **_YEARS},
    {"ថ្ងៃ": "day", "យប់": "day", "សប្តាហ៍": "week", "ខែ": "month", "ឆ្នាំ": "year"},
    _SAID,
)
