"""The headers of a page's stories: where each begins, and what the lines above its text say of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.dateline import dateline
from ingest.heading import age_of, agency_credit, byline, is_headline, published_in
from ingest.page import Line

_ENOUGH = 3  # signs that a story begins
_BLOCK = 10  # lines that may stand above a story's text
_MASTHEAD = 120  # characters; less text at the top of a page is no story but belongs above the first one
_BULLET = re.compile(r"^[•·*–—-]\s*")


@dataclass(frozen=True, slots=True)
class Header:
    """The lines above a story: the first of them, the first of its text, and what they say."""

    first: int
    body: int
    title: str | None
    dropped: frozenset[int]
    publisher: str | None
    published: str | None


def headers_of(lines: list[Line], language: str | None = None) -> list[Header]:
    """The headers of all stories: that of the first running text, and every later one with enough signs."""
    found: list[Header] = []
    opened = False  # whether the first story begins with a dateline, so that a later one says something
    above: list[int] = []
    for i, line in enumerate(lines):
        if line.kind in ("head", "age", "date", "byline"):
            above.append(i)
        elif line.kind == "text":
            if not found:
                opened = dateline(line.text) is not None
                found.append(_first_header(lines, above, i, language))
            elif above and _signs(lines, above[-_BLOCK:], i, opened) >= _ENOUGH:
                later = _later_header(lines, above[-_BLOCK:], i, language)
                if len(found) == 1 and _length(lines[found[0].body : later.first]) < _MASTHEAD:
                    later = replace(later, first=found.pop().first)
                found.append(later)
            above = []
        elif found and line.kind != "rule":
            above = []
    return found


def _length(lines: list[Line]) -> int:
    """Characters of running text."""
    return sum(len(line.text) for line in lines if line.kind == "text")


def _signs(lines: list[Line], above: list[int], body: int, opened: bool) -> int:
    """How much says that a story begins at `body`. Nothing does without a headline."""
    kinds = {lines[i].kind for i in above}
    heads = [lines[i].text for i in above if lines[i].kind == "head"]
    if not heads:
        return 0
    before = lines[above[0] - 1] if above[0] else None
    signed = "byline" in kinds and lines[above[0]].kind == "head"
    signs = 2 * signed + (published_in([lines[i].text for i in above]) is not None)
    signs += 2 * any(_same_headline(head, heads[-1]) for head in (heads[:-1] if "age" in kinds else heads[-2:-1]))
    signs += len({_BULLET.sub("", head) for head in heads}) < len(set(heads))
    signs += 2 * (before is not None and before.kind == "rule") + (before is not None and before.kind == "tail")
    if "age" in kinds:
        signs += 2 + any(is_headline(head) for head in heads)
    if dateline(lines[body].text):
        ended = before is not None and before.kind == "text" and agency_credit(before.text) is not None
        signs += 3 if opened or ended else 1
    return signs


def _first_header(lines: list[Line], above: list[int], body: int, language: str | None) -> Header:
    """Everything above the first running text belongs to the first story, but a headline that stands there twice."""
    heads = [i for i in above if lines[i].kind == "head"]
    twice = next((i for i, j in pairwise(heads) if _same_headline(lines[i].text, lines[j].text)), None)
    ages = [i for i in above if lines[i].kind == "age"]
    likely = [i for i in heads if is_headline(lines[i].text)]
    nearest = [i for i in likely if ages and i < ages[0] - 1][-1:]  # the outlet stands between headline and age
    only = heads[-1:] if len(heads) == 1 or dateline(lines[body].text) else []
    title = twice if twice is not None else next(iter(nearest or likely or only), None)
    dropped = set(ages)
    if twice is not None:
        dropped.add(next(j for i, j in pairwise(heads) if i == twice))
    said = _said(lines, body, title, above, language)
    return Header(above[0] if above else body, body, _title(lines, title), frozenset(dropped), *said)


def _later_header(lines: list[Line], above: list[int], body: int, language: str | None) -> Header:
    """The card above a later story: its headline, once or twice, the outlet and the age beside it."""
    heads = [i for i in above if lines[i].kind == "head"]
    title = heads[-1]
    double = next((i for i in heads if _same_headline(lines[i].text, lines[title].text)), title)
    ages = [i for i in above if lines[i].kind == "age"]
    first = double
    if ages and ages[-1] < title:
        first = min(first, ages[-1] - 1 if ages[-1] - 1 in heads else ages[-1])
    elif not ages and len(heads) <= 3:
        first, title = above[0], heads[0]
    elif ages:
        title = next(i for i in reversed(heads) if i < ages[-1])
        first = min(first, title)
    dropped = frozenset(i for i in above if first <= i < body and lines[i].kind in ("age", "head") and i != title)
    if not ages:
        dropped = frozenset(i for i in heads if i != title and _same_headline(lines[i].text, lines[title].text))
    said = _said(lines, body, title, [i for i in above if i >= first], language)
    return Header(first, body, _title(lines, title), dropped, *said)


def _title(lines: list[Line], title: int | None) -> str | None:
    return None if title is None else lines[title].text


def _said(
    lines: list[Line], body: int, title: int | None, above: list[int], language: str | None
) -> tuple[str | None, str | None]:
    """The publisher and the day that the lines above a story and its dateline name."""
    publisher = None
    published = published_in([lines[i].text for i in above], language)
    for i in above:
        line = lines[i]
        if line.kind == "age":
            publisher = publisher or age_of(line.text)[1] or _outlet(lines, i, above, title)
        elif line.kind == "byline":
            publisher = publisher or (byline(line.text) or ("", None))[1]
    opening = dateline(lines[body].text)
    if opening:
        published = published or opening.published
        publisher = publisher or opening.agency
    return publisher, published


def _outlet(lines: list[Line], age: int, above: list[int], title: int | None) -> str | None:
    """The outlet beside an age: the short line before or after it that is not the headline."""
    for i in (age - 1, age + 1):
        if i in above and lines[i].kind == "head" and len(lines[i].text) <= 40:
            name = _BULLET.sub("", lines[i].text)
            if title is None or _fold(name) != _fold(lines[title].text):
                return name
    return None


def _same_headline(one: str, other: str) -> bool:
    """Equal but for case and signs, and long enough to be a headline: two cells of a table are none."""
    return _fold(one) == _fold(other) and len(_fold(one)) >= 12


def _fold(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
