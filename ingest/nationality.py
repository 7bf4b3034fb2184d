"""Nationalities of people, from a demonym or a statement beside a name: "the Cambodian tycoon X", "a Thai citizen".

A place someone comes from is no nationality, nor is a nation whose police, firm or embassy acts beside a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ingest import nation_cues as cues
from ingest.nations import nations
from ingest.sketch import DEMONYM, GROUP, PERSON, Sketch, Span, sketch
from ingest.wordlist import word_set

_NEAR = 160  # characters before or after a name in which something is said of it
_FAR = 500  # characters back to the people of whom someone is one
_ABOUT_NAMES = (cues.AFTER, cues.BRACKET, cues.CELL, cues.PASSPORT, cues.ALL, cues.LOCAL_AFTER)

# What a demonym belongs to where it belongs to no person: the head of the noun phrase that it opens.
_BODIES = word_set(
    "police government court courts embassy authority authorities army military media press border province city town "
    "company companies firm firms bank ministry parliament senate troops soldiers navy dollar dollars state side paper "
    "newspaper daily immigration casino mission legislation language restaurant market victims office mafia gang "
    "syndicate group network consortium consulate agency organisation organization website prosecutors officials "
    "investigators companies project tourists customers names name territory soil law citizenship passport passports "
    "visa airport island islands capital speakers speaker descent origin film food music party club team side base "
    "operation compound compounds hotel outlet bureau society association people holds"
)
_IN_CHARGE = re.compile(
    r"(?:er|or|ist|man|woman|chief|general|boss|head|captain|sergeant|official|tycoon|president|spokesperson|agent|member)\Z"
)
_NO_NATIONAL = word_set("speaking born owned based run ethnic")
_PLURAL = re.compile(r"(?:s|men|women|people|trio|pair|couple)\Z")


def nationalities(text: str, persons: Iterable[Span], groups: Iterable[Span]) -> dict[Span, list[str]]:
    """Codes said of each person and group, by the spans of their mentions; of all mentions one document at a time."""
    marked = sketch(text, persons, groups)
    said: dict[Span, list[str]] = {}
    for at, span in marked.people.items():
        person = marked.text[at] == PERSON
        codes = list(_of_name(marked, at)) if person else _of_people(marked, at, text[span[0] : span[1]])
        if codes:
            said[span] = list(dict.fromkeys(codes))
    for found in cues.FORM.finditer(marked.text):
        at = marked.text.rfind(PERSON, max(0, found.start() - _FAR), found.start())
        if at >= 0:
            known = said.setdefault(marked.people[at], [])
            known += [code for code in _codes(marked, found) if code not in known]
    for at, span in marked.people.items():
        mixed = cues.MIXED.match(marked.text, at + 1) if span not in said else None
        parts = [marked.people[n] for n in range(*mixed.span()) if n in marked.people] if mixed else []
        if parts and all(part in said for part in parts):
            said[span] = list(dict.fromkeys(code for part in parts for code in said[part]))
    _inherit(text, marked, said)
    return said


def of_person(text: str, start: int, end: int) -> list[str]:
    """Codes said of the person named at a span, by what stands around it alone."""
    first = max(0, start - _FAR)
    span = (start - first, end - first)
    return nationalities(text[first : end + _FAR], [span], []).get(span, [])


def of_group(text: str, start: int, end: int) -> list[str]:
    """Codes of the whole of a counted group: its own demonyms, "all of them Vietnamese", "from Kenya"."""
    first = max(0, start - _FAR)
    span = (start - first, end - first)
    return nationalities(text[first : end + _FAR], [], [span]).get(span, [])


def _codes(marked: Sketch, found: re.Match[str], offset: int = 0) -> list[str]:
    """Codes of what a cue says; of "Filipino-Chinese" and "Chinese-Korean" one half is descent."""
    start, end = (offset + place for place in found.span("said" if "said" in found.re.groupindex else 0))
    codes = marked.said(start, end)
    if len(codes) == 2 and re.fullmatch(f"{DEMONYM}[-– ]{DEMONYM}", marked.text[start:end]):
        if set(codes) == {"cn", "kr"}:
            return ["cn"]
        if codes[1] == "cn":
            return codes[:1]
    return codes


def _of_name(marked: Sketch, at: int) -> Iterator[str]:
    """What the words around a name say."""
    text = marked.text
    line = text.rfind("\n", max(0, at - _NEAR), at) + 1 or max(0, at - _NEAR)
    before = text[line:at]
    listed = cues.LISTED.search(before)
    found = cues.BEFORE.search(before[: listed.start()] if listed else before)
    if found and _of_a_person(found["noun"], several=bool(listed)):
        yield from _codes(marked, found, line)
    for cue in (cues.LOCAL_BEFORE, cues.PASSPORT_OF):
        found = cue.search(before)
        if found:
            yield from _codes(marked, found, line)
    for cue in _ABOUT_NAMES:
        found = cue.match(text, at + 1, at + 2 * _NEAR)
        if found and (cue is not cues.AFTER or _of_a_person(found["noun"])):
            yield from _codes(marked, found)
    yield from _stated(marked, at + 1)


def _of_a_person(noun: str, several: bool = False) -> bool:
    """Whether the words after a demonym speak of a person, and of several people where they must."""
    words = noun.replace("-", " ").split()
    if not words:
        return not several
    bodies = _BODIES.intersection(words)
    if words[-1] in _BODIES or words[0] in _NO_NATIONAL or bodies & {"government", "embassy"}:
        return False
    if bodies and not _IN_CHARGE.search(words[-1]):
        return False
    return not several or bool(_PLURAL.search(words[-1]))


def _stated(marked: Sketch, start: int) -> Iterator[str]:
    """What the sentence goes on to say, or the next one of him or her, before it names other people."""
    text = marked.text
    other = re.compile(f"[{PERSON}{GROUP}\n]").search(text, start, start + 2 * _NEAR)
    end = other.start() if other else min(start + 2 * _NEAR, len(text))
    stop = cues.STOP.search(text, start, end)
    until = stop.start() if stop and not cues.GOES_ON.match(text, stop.start()) else end
    for found in cues.STATED.finditer(text, start, until):
        if not cues.NOT_OF_THEM.search(text, start, found.start()):
            yield from _codes(marked, found)
    said = cues.PRONOUN.search(text, start, end)
    if said and _of_a_person(said["noun"]):
        yield from _codes(marked, said)


def _of_people(marked: Sketch, at: int, surface: str) -> list[str]:
    """What a group's own words say, or those after it."""
    if cues.NOT_ALL.search(surface):
        return []
    inside = [
        nation.code
        for nation in nations().found(surface)
        if (nation.demonym or not cues.ELSEWHERE.search(surface, 0, nation.start))
        and not cues.NOT_PEOPLE.match(surface, nation.end)
    ]
    if inside:
        return inside
    for cue in (cues.GROUP_AFTER, cues.ALL, cues.LOCAL_GROUP):
        found = cue.match(marked.text, at + 1, at + _NEAR)
        if found:
            return _codes(marked, found)
    return []


def _inherit(text: str, marked: Sketch, said: dict[Span, list[str]]) -> None:
    """Add the codes of those who are part of a group before them, and of compatriots."""
    last: list[str] = []  # what was said of someone last
    groups: list[tuple[int, list[str]]] = []  # the groups named near each other last
    for at, span in marked.people.items():
        surface = text[span[0] : span[1]]
        if groups and at - groups[-1][0] > _FAR:
            groups = []
        if span not in said:
            heirs = _heir_person if marked.text[at] == PERSON else _heir_group
            codes = heirs(marked, at, surface, groups, last)
            if codes:
                said[span] = codes
        codes = said.get(span, [])
        last = codes or last
        if marked.text[at] == GROUP and (codes or " " in surface):
            groups = [group for group in groups if at - group[0] < _NEAR] + [(at, codes)]


def _heir_person(marked: Sketch, at: int, _: str, groups: list[tuple[int, list[str]]], last: list[str]) -> list[str]:
    if cues.COMPATRIOT.match(marked.text, at + 1) or cues.A_COMPATRIOT.search(marked.text, max(0, at - 30), at):
        return _sender(marked, at) or last
    if cues.ONE_OF.search(marked.text, max(0, at - 120), at) or cues.IS_ONE_OF.match(marked.text, at + 1):
        return _alike(groups)
    if groups and cues.WHO_ARE.match(marked.text[groups[-1][0] + 1 : at]):
        return groups[-1][1]
    return []


def _heir_group(
    marked: Sketch, at: int, surface: str, groups: list[tuple[int, list[str]]], last: list[str]
) -> list[str]:
    if cues.OF_ITS_PEOPLE.search(surface):
        return _sender(marked, at) or (last if "compatriot" in surface and len(last) == 1 else [])
    if cues.PART_OF.search(surface) or cues.OF_THEM.match(marked.text, at + 1):
        return _alike(groups)
    if groups and cues.AND_MORE.match(marked.text[groups[-1][0] + 1 : at]):
        return groups[-1][1]
    return []


def _alike(groups: list[tuple[int, list[str]]]) -> list[str]:
    """The codes of the groups before, if they are the same: of a mixed company nobody's nation is told."""
    return groups[-1][1] if len({frozenset(codes) for _, codes in groups}) == 1 else []


def _sender(marked: Sketch, at: int) -> list[str]:
    """The state whose embassy or government the text spoke of right before a place."""
    found = list(cues.SENDER.finditer(marked.text, max(0, at - _NEAR), at))
    return marked.said(*found[-1].span()) if found else []
