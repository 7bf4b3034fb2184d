"""Nationalities of people, from a demonym or a statement beside a name: "the Chinese-Cambodian tycoon X", "a Thai"."""

from __future__ import annotations

import re
from functools import cache

from ingest.nations import nations

_NEAR = 70  # characters before or after a name
_BODIES = (
    r"(?:police|government|court|embassy|authorit|officials?\b|army|military|media|prosecutors?|border|provinc|city|town|"
    r"compan|firm|bank|ministry|minister|parliament|president|senat|ambassador|consul|troops|soldiers|navy|dollar|"
    r"state\b|side\b|newspaper|daily|immigration|casino|mission|legislat|language|speak|restaurant|market|victims|"
    r"passport office|premier|king\b|lawmaker|mafia|gang|syndicate|nationals and|workers|men\b|women\b)"
)
_SMALL = "(?:and|who|that|by|to|of|in|with|for|from|against)"


def of_group(text: str, start: int, end: int) -> list[str]:
    """Codes of the whole of a counted group: its own demonyms, "all of them Vietnamese", "from Kenya"."""
    inside = nations().of_demonyms(text[start:end])
    if inside:
        return inside
    after = text[end : end + _NEAR]
    said = _patterns()["all"].match(after)
    if said:
        return nations().of_demonyms(said[0])
    home = _patterns()["from"].match(after)
    return [nations().countries[home[1]]] if home else []


def of_person(text: str, start: int, end: int) -> list[str]:
    """Codes said of the person named at a span, by the words right before and after it."""
    before = text[max(0, start - _NEAR) : start]
    after = text[end : end + _NEAR]
    found: list[str] = []
    for name, context in (("before", before), ("after", after)):
        said = _patterns()[name].search(context) if name == "before" else _patterns()[name].match(context)
        if said:
            found += nations().of_demonyms(said["people"])
    stated = _patterns()["citizen"].match(text[end : end + 2 * _NEAR])
    if stated:
        found += _codes(stated["countries"] or stated["passport"])
    return list(dict.fromkeys(found))


def _codes(text: str) -> list[str]:
    """Codes of the country names and demonyms in a text."""
    named = [nations().countries[name] for name in _patterns()["country"].findall(text)]
    return named + nations().of_demonyms(text)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    people = nations().demonym.pattern
    born = rf"(?:{people}-born )?"
    people = rf"{people}(?!-born)(?:(?:[-/ ]| and |, )(?:naturali[sz]ed )?{people})?"
    countries = "|".join(map(re.escape, sorted(nations().countries, key=len, reverse=True)))
    return {
        "before": re.compile(
            rf"(?P<people>{people})(?: (?!{_BODIES}|{_SMALL} )[a-z][a-z'-]*){{0,4}},?"
            r"(?: (?:named|called|known (?:only )?as|identified as|name of|using the name|by the name of))?"
            r"(?: (?:Mr|Ms|Mrs|Dr|Madam|Oknha|Datuk|Col|Gen)\.?)?[ ,\"“‘']{1,3}\Z"
        ),
        "after": re.compile(
            r"[\"”’']?(?: ?\([^()]{0,30}\))?,?(?: (?:aged )?\d\d,?)?(?: from [A-Z]\w+,)?"
            r"(?:,? (?:who )?(?:is|was))?(?: (?:a|an|the|another))?(?: \d\d-year-old| dual| naturali[sz]ed| former|"
            r" ethnic| fellow| retired| wealthy| notorious| \w+ly| young){0,2}[ (]{1,2}"
            rf"{born}(?P<people>{people})(?! {_BODIES})\b"
        ),
        "citizen": re.compile(
            r"[^.;\n]{0,40}?(?:\b(?:citizen|nationals?|passport) of (?:both )?|\b[Nn]ationality:? (?:\(1\) )?)"
            rf"(?P<countries>(?:{countries}|{people})(?:(?: and|,|;| and of|/| \(2\)) (?:{countries}|{people}))?)\b"
            rf"|[^.;\n]{{0,12}}?(?:holds|holding|[(–-]|carr\w+) ?(?:a |an )?(?P<passport>{people}) passport"
        ),
        "country": re.compile(rf"\b(?:{countries})\b"),
        "all": re.compile(rf",? (?:all(?: of (?:them|whom))?|both)(?: were| are|,)? (?:{people})"),
        "from": re.compile(rf" (?:from|of) ({countries})\b"),
    }
