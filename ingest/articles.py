"""A page as the stories it holds: furniture off, glued stories apart, the same story twice kept once.

Precision first. A new story begins only where a headline stands above running text and at least two independent
signs say so (`headers.py`): a press release with sub-headings, a court list or a case file stays one document.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from graph.model import Document
from ingest.furniture import is_listed
from ingest.headers import Header, headers_of
from ingest.heading import agency_credit
from ingest.page import Line, lines_of

_NEAR = 200  # earlier stories that a story is compared with


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
    heads = headers_of(lines, language)
    if not heads:
        return ()
    lines = _without_tails(lines, heads)
    ends = [header.first for header in heads[1:]] + [len(lines)]
    found = [_story(lines, header, end, alone=len(heads) == 1) for header, end in zip(heads, ends, strict=True)]
    return tuple(_with_doubles(text, found)) if len(found) > 1 else tuple(found)


def _without_tails(lines: list[Line], heads: list[Header]) -> list[Line]:
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


def _story(lines: list[Line], header: Header, until: int, alone: bool) -> Story:
    """The story below a header, up to the next one; a rule between two belongs to neither."""
    kept = [i for i in range(header.first, until) if lines[i].kind != "furniture" and i not in header.dropped]
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
    said: deque[tuple[int, set[str]]] = deque(maxlen=_NEAR)  # thousands of stories are not compared each with each
    for number, story in enumerate(found):
        own = _shingles(text[story.body_start : story.end])
        same = (n for n, its in said if len(own & its) >= 0.8 * max(len(own), len(its)))
        first = next(same, None)
        if first is None:
            said.append((number, own))
        yield replace(story, double_of=first)


def _shingles(text: str) -> set[str]:
    """Every run of five words, or the whole where it is shorter."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return {" ".join(words[i : i + 5]) for i in range(max(1, len(words) - 4))} if words else set()
