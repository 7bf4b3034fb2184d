"""A page as the stories it holds: furniture off, glued stories apart, the same story twice kept once.

Precision first. A new story begins only where a headline stands above running text and at least two independent
signs say so (`_signs`): a press release with sub-headings, a court list or a case file stays one document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from graph.model import Document
from ingest.dateline import dateline
from ingest.furniture import is_listed
from ingest.heading import age_of, agency_credit, byline, is_headline, published_in
from ingest.page import Line, lines_of

_ENOUGH = 3  # signs that a story begins
_BLOCK = 10  # lines that may stand above a story's text
_BULLET = re.compile(r"^[•·*–—-]\s*")


@dataclass(frozen=True, slots=True)
class Story:
    """One story of a page. `kept` are the spans of its lines without furniture; `double_of` counts stories from 0."""

    start: int
    end: int
    body_start: int
    title: str | None
    publisher: str | None
    published: str | None
    kept: tuple[tuple[int, int], ...]
    double_of: int | None = None


def articles(document: Document) -> tuple[Document, ...]:
    """The stories of a document as documents of their own; a story that stands twice has both addresses.

    What the document says of its title, publisher and date holds for its first story, and wins over the text.
    """
    found = stories(document.text, document.language)
    if len(found) <= 1:
        return (_single(document, found[0] if found else None),)
    made: dict[int, Document] = {}
    for number, story in enumerate(found):
        addresses = tuple(f"{address}#{number + 1}" for address in document.addresses)
        if story.double_of is not None:
            first = made[story.double_of]
            made[story.double_of] = replace(
                first,
                addresses=first.addresses + addresses,
                publisher=first.publisher or story.publisher,
                published=first.published or story.published,
            )
            continue
        own = document if number == 0 else Document(id="", text="", language=document.language)
        made[number] = replace(_made(own, document.text, story), addresses=addresses, reader=document.reader)
    return tuple(made.values())


def _single(document: Document, story: Story | None) -> Document:
    return document if story is None else _made(document, document.text, story)


def _made(own: Document, text: str, story: Story) -> Document:
    body = _joined(text, story.kept)
    return replace(
        own,
        id=Document.id_of(body),
        text=body,
        title=own.title or story.title,
        publisher=own.publisher or story.publisher,
        published=own.published or story.published,
    )


def stories(text: str, language: str | None = None) -> tuple[Story, ...]:
    """The stories of a page in order, with their doubles; a text without any running text has none."""
    lines = lines_of(text, language)
    heads = _headers(lines)
    if not heads:
        return ()
    lines = _without_tails(lines, heads)
    ends = [header.first for header in heads[1:]] + [len(lines)]
    found = [_story(lines, header, end, alone=len(heads) == 1) for header, end in zip(heads, ends, strict=True)]
    return tuple(_with_doubles(text, found)) if len(found) > 1 else tuple(found)


@dataclass(frozen=True, slots=True)
class _Header:
    """The lines above a story: the first of them, the first of its text, and what they say."""

    first: int
    body: int
    title: str | None
    dropped: frozenset[int]
    publisher: str | None
    published: str | None


def _headers(lines: list[Line]) -> list[_Header]:
    """The headers of all stories: that of the first running text, and every later one with enough signs."""
    found: list[_Header] = []
    opened = False  # whether the first story begins with a dateline, so that a later one says something
    above: list[int] = []
    for i, line in enumerate(lines):
        if line.kind in ("head", "age", "date", "byline"):
            above.append(i)
        elif line.kind == "text":
            if not found:
                opened = dateline(line.text) is not None
                found.append(_first_header(lines, above, i))
            elif above and _signs(lines, above[-_BLOCK:], i, opened) >= _ENOUGH:
                found.append(_later_header(lines, above[-_BLOCK:], i))
            above = []
        elif found and line.kind != "rule":
            above = []
    return found


def _signs(lines: list[Line], above: list[int], body: int, opened: bool) -> int:
    """How much says that a story begins at `body`."""
    kinds = {lines[i].kind for i in above}
    heads = [lines[i].text for i in above if lines[i].kind == "head"]
    if not heads:
        return 0
    before = lines[above[0] - 1] if above[0] else None
    signs = 2 * ("age" in kinds) + ("date" in kinds) + ("byline" in kinds)
    rivals = heads[:-1] if "age" in kinds else heads[-2:-1]
    signs += 2 * any(_same_headline(head, heads[-1]) for head in rivals)
    signs += len({_BULLET.sub("", head) for head in heads}) < len(set(heads))
    signs += 2 * (before is not None and before.kind == "rule") + (before is not None and before.kind == "tail")
    if dateline(lines[body].text):
        ended = before is not None and before.kind == "text" and agency_credit(before.text) is not None
        signs += 3 if opened or ended else 1
    return signs


def _first_header(lines: list[Line], above: list[int], body: int) -> _Header:
    """Everything above the first running text belongs to the first story, but a headline that stands there twice."""
    heads = [i for i in above if lines[i].kind == "head"]
    twice = next((i for i, j in pairwise(heads) if _same_headline(lines[i].text, lines[j].text)), None)
    ages = [i for i in above if lines[i].kind == "age"]
    likely = [i for i in heads if is_headline(lines[i].text)]
    nearest = [i for i in likely if ages and i < ages[0] - 1][-1:]  # the outlet stands between headline and age
    title = twice if twice is not None else next(iter(nearest or likely), None)
    dropped = set(ages)
    if twice is not None:
        dropped.add(next(j for i, j in pairwise(heads) if i == twice))
    return _header(lines, above[0] if above else body, body, title, frozenset(dropped), above)


def _later_header(lines: list[Line], above: list[int], body: int) -> _Header:
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
    return _header(lines, first, body, title, dropped, [i for i in above if i >= first])


def _header(
    lines: list[Line], first: int, body: int, title: int | None, dropped: frozenset[int], above: list[int]
) -> _Header:
    publisher = None
    published = published_in([lines[i].text for i in above])
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
    return _Header(first, body, lines[title].text if title is not None else None, dropped, publisher, published)


def _outlet(lines: list[Line], age: int, above: list[int], title: int | None) -> str | None:
    """The outlet beside an age: the short line before or after it that is not the headline."""
    for i in (age - 1, age + 1):
        if i in above and lines[i].kind == "head" and len(lines[i].text) <= 40:
            name = _BULLET.sub("", lines[i].text)
            if title is None or _fold(name) != _fold(lines[title].text):
                return name
    return None


def _without_tails(lines: list[Line], heads: list[_Header]) -> list[Line]:
    """Lists of other stories and comments become furniture, up to the next running text or story."""
    starts = {i for head in heads for i in range(head.first, head.body + 1)}
    listed, comments = False, False
    cut = list(lines)
    for i, line in enumerate(lines):
        if line.kind == "tail":
            listed, comments = True, "omment" in line.text.lower()
        elif i in starts or (listed and line.kind != "furniture" and not is_listed(line.text, comments)):
            listed = False
        if listed or line.kind == "tail":
            cut[i] = replace(line, kind="furniture")
    return cut


def _story(lines: list[Line], header: _Header, until: int, alone: bool) -> Story:
    """The story below a header. Where it is the only one, nothing but furniture is taken away."""
    dropped = frozenset(i for i in header.dropped if alone is False or lines[i].kind == "age" or i > header.first)
    kept = [i for i in range(header.first, until) if lines[i].kind != "furniture" and i not in dropped]
    while not alone and len(kept) > 1 and lines[kept[-1]].kind == "rule":
        kept.pop()
    last = lines[kept[-1]]
    return Story(
        start=lines[header.first].start,
        end=last.end,
        body_start=lines[header.body].start,
        title=header.title,
        publisher=header.publisher or agency_credit(last.text),
        published=header.published,
        kept=tuple((lines[i].start, lines[i].end) for i in kept),
    )


def _joined(text: str, kept: tuple[tuple[int, int], ...]) -> str:
    """The kept lines as one text, at most one blank line between two."""
    parts = [text[slice(*kept[0])]]
    for (_, end), (start, stop) in pairwise(kept):
        parts.append("\n" * min(2, text.count("\n", end, start)))
        parts.append(text[start:stop])
    return "".join(parts)


def _with_doubles(text: str, found: list[Story]) -> Iterator[Story]:
    """The stories, each with the earlier one that says the same: four fifths of the longer stand in both."""
    said: dict[int, set[str]] = {}
    for number, story in enumerate(found):
        own = _shingles(text[story.body_start : story.end])
        same = (n for n, its in said.items() if len(own & its) >= 0.8 * max(len(own), len(its)))
        first = next(same, None)
        if first is None:
            said[number] = own
        yield replace(story, double_of=first)


def _shingles(text: str) -> set[str]:
    """Every run of five words, or the whole where it is shorter."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return {" ".join(words[i : i + 5]) for i in range(max(1, len(words) - 4))} if words else set()


def _same_headline(one: str, other: str) -> bool:
    """Equal but for case and signs, and long enough to be a headline: two cells of a table are none."""
    return _fold(one) == _fold(other) and len(_fold(one)) >= 12


def _fold(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
