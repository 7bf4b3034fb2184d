"""How English writes dates, and the forms in digits alone."""

from __future__ import annotations

import re

from ingest.links.dates.grammar import Grammar, Shift, compiled, numbered
from ingest.links.numerals import WORDS_OF_ENGLISH
from ingest.links.words import either_case
from ingest.wordlist import any_of, word_set

_MONTHS = numbered(
    "january jan, february feb, march mar, april apr, may, june jun, july jul, august aug, september sept sep, "
    "october oct, november nov, december dec"
)
_SEASONS = {"winter": 2, "spring": 5, "summer": 8, "autumn": 11, "fall": 11}  # their last months
_DAYS = {
    name: number
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
_FULL = [name.capitalize() for name in _MONTHS if len(name) > 4 or name in ("may", "june", "july")]
_SHORT = [name.capitalize() for name in _MONTHS if name.capitalize() not in _FULL]
_SURE = any_of(name for name in _FULL if name not in ("May", "March"))
_NAME = any_of(_FULL, _SHORT, (name.upper() for name in _MONTHS))
_MONTH = rf"(?P<month>{_NAME})\b(?:\.(?=,? ?\d))?"
_MONTH_TOO = rf"(?P<month>{_NAME}|{_SURE.lower()})\b"
_ONE_YEAR = r"(?:19|20)\d\d"
_YEAR = rf"(?P<year>{_ONE_YEAR})(?![\w-])"
_DAY = r"(?P<day>[0-9](?<![\d.,]\d)[0-9]?)(?:st|nd|rd|th)?"
_OF_YEAR = r"(?: (?P<of_year>last year|this year|next year))?"
_PREPOSITIONS = word_set("in since from until till by during before after for between of late early mid and to or")
_BESIDE = "|".join(rf"(?<=\b[{word[0].upper()}{word[0]}]{word[1:]}[ -])" for word in sorted(_PREPOSITIONS))
_COUNT = (
    rf"(?P<count>[1-9](?<!\d\d)\d{{0,2}}|{any_of(either_case(WORDS_OF_ENGLISH))}"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_UNIT = r"(?P<unit>(?:day|night|week|month|year)s?)"
_WAY = r"(?:(?P<ago>ago)|(?P<later>later|afterwards)|(?P<after>after)|(?P<before>before|earlier))"
_NO_DAY = "floor|storey|story|century|anniversary|birthday|parallel|round|row|page|line|time|attempt|street|avenue|of"
_SAID = {
    "today": Shift("day", 0), "tonight": Shift("day", 0), "this morning": Shift("day", 0),
    "this afternoon": Shift("day", 0), "this evening": Shift("day", 0), "yesterday": Shift("day", -1),
    "last night": Shift("day", -1), "tomorrow": Shift("day", 1), "day before yesterday": Shift("day", -2),
    "day after tomorrow": Shift("day", 2),
    **{f"{which} {unit}": Shift(unit, step) for unit in ("week", "month", "year")
       for which, step in (("this", 0), ("last", -1), ("next", 1), ("past", -1), ("of the", 0), ("current", 0))},
    "same day": Shift("day", 0, "last"), "same morning": Shift("day", 0, "last"),
    "same night": Shift("day", 0, "last"), "same evening": Shift("day", 0, "last"),
    "same afternoon": Shift("day", 0, "last"), "same hour": Shift("day", 0, "last"),
    "hours later": Shift("day", 0, "last"), "minutes later": Shift("day", 0, "last"),
    "same week": Shift("week", 0, "last"), "same month": Shift("month", 0, "last"),
    "same year": Shift("year", 0, "last"), "eve of": Shift("day", -1, "last"),
    **{f"{which} {unit}": Shift("day" if unit in ("morning", "evening", "night") else unit, step, "last")
       for unit in ("day", "morning", "evening", "night", "week", "month", "year")
       for which, step in (("following", 1), ("next", 1), ("previous", -1), ("preceding", -1))
       if (which, unit) not in (("next", "week"), ("next", "month"), ("next", "year"))},
    **{f"{unit} before": Shift(unit, -1, "last") for unit in ("day", "week", "month", "year")},
    **{f"{unit} after": Shift(unit, 1, "last") for unit in ("day", "week", "month", "year")},
}  # fmt: skip
_UNITS = {"night": "day", "nights": "day"} | {
    unit + s: unit for unit in ("day", "week", "month", "year") for s in ("", "s")
}

DIGITS = Grammar(
    compiled(
        ("iso", r"(?P<year>(?:19|20)\d\d)(?<![\d-]\d{4})-(?P<number>[01]\d)-(?P<day>[0-3]\d)(?!\d)"),
        ("iso", r"(?P<year>(?:19|20)\d\d)(?<![\d/]\d{4})/(?P<number>[01]?\d)/(?P<day>[0-3]?\d)(?![\d/])"),
        (
            "slashed",
            r"(?P<day>[0-9](?<![\d/.]\d)[0-9]?)(?P<mark>[/.-])(?P<number>[0-3]?\d)(?P=mark)"
            r"(?P<year>(?:19|20|25)\d\d)(?!\d)",
        ),
        ("month", r"(?P<number>[0-9](?<![\w/.-]\d)[0-9]?)/(?P<year>(?:19|20)\d\d)(?![\w/])"),
        ("month", r"(?P<year>(?:19|20)\d\d)(?<![\w/.-]\d{4})-(?P<number>0[1-9]|1[0-2])(?![\w-])"),
    )
)
ENGLISH = Grammar(
    compiled(
        ("day first", rf"{_DAY} (?:day )?(?:of )?{_MONTH}(?:,? {_YEAR}|{_OF_YEAR})(?! ?(?:19|20)\d\d)"),
        (
            "day first",
            rf"{_DAY}(?<!/\d)(?<!-\d)(?= ?(?:and|or|to|[-–&]|until|through) ?[0-3]?\d(?:st|nd|rd|th)? {_NAME}\b)",
        ),
        ("day first", r"\b[Oo]n (?P<day>[0-3]?\d)/(?P<number>[01]?\d)(?![\w/])"),
        ("day first", rf"{_DAY}-{_MONTH}-{_YEAR}"),
        ("in month", rf"[Ii]n {_MONTH}(?= \d{{1,2}} [a-z])"),
        ("month first", rf"{_MONTH} {_DAY}(?![\w%]|[,:.]\d)(?:,? {_YEAR}|{_OF_YEAR})"),
        ("month", rf"{_MONTH},? (?:of )?{_YEAR}"),
        ("month", rf"(?P<year>{_ONE_YEAR})(?<![\w$.,-]\d{{4}}), {_MONTH}(?! \d)"),
        ("in month", rf"[ -](?=[A-Zdfjnos])(?:{_BESIDE}){_MONTH_TOO}(?! {_ONE_YEAR}){_OF_YEAR}"),
        ("in month", rf"(?P<which>last|Last|this|This|next|Next) {_MONTH}"),
        ("in month", rf"\({_MONTH}(?=\))"),
        ("in month", rf"(?P<month>{_SURE})(?!\w| [A-Z\d]){_OF_YEAR}"),
        ("in month", rf"(?P<month>{any_of(_FULL)})(?= (?:to|and|until|through) {any_of(_FULL)}\b)"),
        ("year", rf"(?P<which>last|Last|this|This|next|Next) (?P<month>{any_of(_SEASONS)})\b"),
        ("weekday", rf"(?P<which>last |next |this )?(?P<weekday>{any_of(name.capitalize() for name in _DAYS)})\b"),
        ("relative", rf"{_COUNT} {_UNIT} {_WAY}\b"),
        ("relative", rf"(?P<said>{any_of(either_case(_SAID))})\b"),
        (
            "day first",
            r"\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Tt]ill|[Ss]ince|[Ff]rom) the (?P<day>[1-3]?\d)(?:st|nd|rd|th)\b"
            rf"(?! (?:{_NO_DAY})\b)",
        ),
        ("year", rf"{_YEAR}(?<![\w.,$£€/-]\d{{4}})(?<!\d{{4}} \d{{4}})(?!,\d|\.\d|/| \d{{4}})"),
        ("year", rf"(?<=mid-){_YEAR}"),
        ("year", rf"(?P<year>{_ONE_YEAR})(?<![\w.,$£€/-]\d{{4}})(?=[-–](?:(?:19|20)?\d\d)(?![\w-]))"),
        ("year", rf"{_YEAR}(?<=\d{{4}}[-–]\d{{4}})(?<!\d{{5}}[-–]\d{{4}})(?!,\d|\.\d|/)"),
    ),
    _MONTHS | _SEASONS,
    _DAYS,
    {"last": -1, "this": 0, "next": 1, "last year": -1, "this year": 0, "next year": 1},
    _UNITS,
    _SAID,
    re.compile(
        r"\b(?:will|(?:is|are) (?:now )?(?:to|expected|due|scheduled|set)|due|expected|scheduled|planned|plans|plan|"
        r"would|intends|hopes|announced for|postponed|put off)\b[^.;:\n]*$"
    ),
)
