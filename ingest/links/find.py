"""The links of a document: every window's readings together, decoded by the rules of the ontology."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.ontology import LINK_TYPES
from ingest.links.amounts import sums
from ingest.links.attribution import speaker
from ingest.links.candidates import Candidates, Spanned, candidates
from ingest.links.dates import FORMS, dates
from ingest.links.model import PUBLISHED, LinkModel, Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc

_INVERSE = {"child": "parent", "parent": "child"}
_RIVALS = {"DIRECTS": ("EMPLOYED_BY",), "MEMBER_OF": ("EMPLOYED_BY",), "EMPLOYED_BY": ("DIRECTS", "MEMBER_OF")}
"""Types that a pair has not beside each other."""


@dataclass(frozen=True, slots=True)
class FoundLink:
    """A link between two of the document's entities (by index), and the stretch of text that its ends stand in."""

    type: str
    source: int
    target: int
    probability: float
    role: str | None
    status: str
    ended: bool
    date: str | None
    amount: str | None
    currency: str | None
    start: int
    end: int

    def between(self, place: dict[int, int]) -> FoundLink:
        """The same link, its ends numbered anew."""
        return replace(self, source=place[self.source], target=place[self.target])


def find_links(
    doc: Doc,
    model: LinkModel,
    schemata: Sequence[str],
    mentions: Sequence[tuple[int, int, int]],
    published: str | None,
    min_probability: float,
) -> list[FoundLink]:
    """Links of at least `min_probability`, the likeliest first.

    Args:
        schemata: of the document's entities.
        mentions: (start, end, entity) in characters, in text order, without overlaps.
    """
    text = doc.user_data["text"]
    days, money = _said(text, published)
    words, sentences = doc.user_data["words"], doc.user_data["sentences"]
    asked = (
        one
        for window in doc.user_data["windows"]
        if (one := candidates(text, words, window, schemata, mentions, sentences, days, money))
    )
    best: dict[tuple[str, int, int], FoundLink] = {}
    for one, reading in model.read(asked, schemata, min_probability):
        link = _link(reading, one, words.spans, published)
        key = (link.type, link.source, link.target)
        if key not in best or link.probability > best[key].probability:
            best[key] = link
    likely = sorted(
        best.values(), key=lambda link: (-link.probability, link.start, link.source, link.target, link.type)
    )
    return consistent(likely)


def _said(text: str, published: str | None) -> tuple[list[Spanned], list[Spanned]]:
    """The dates and sums of a text as the candidates take them."""
    days = [(d.start, d.end, d.value, FORMS.index(d.form)) for d in dates(text, published)]
    return days, [(s.start, s.end, f"{s.amount} {s.currency}", 0) for s in sums(text)]


def _link(reading: Reading, asked: Candidates, spans: list[tuple[int, int]], published: str | None) -> FoundLink:
    pair, first = reading.pair, asked.window.start
    ends = sorted((pair.source_words, pair.target_words))
    start = spans[first + ends[0][0]][0]
    end = max(spans[first + last][1] for _, last in ends)
    amount, _, currency = (reading.sum or "").partition(" ")
    link = FoundLink(
        reading.type,
        pair.source,
        pair.target,
        reading.probability,
        reading.role,
        reading.status,
        reading.ended,
        published if reading.date == PUBLISHED else reading.date,
        amount or None,
        currency or None,
        start,
        end,
    )
    if LINK_TYPES[link.type].symmetric and link.source > link.target:
        role = _INVERSE.get(link.role or "", link.role)
        return replace(link, source=link.target, target=link.source, role=role)
    return link


def consistent(links: Iterable[FoundLink]) -> list[FoundLink]:
    """Without what contradicts a more probable link: both directions of one type, two posts in one firm."""
    kept: list[FoundLink] = []
    taken: set[tuple[str, int, int]] = set()
    for link in links:
        if (link.type, link.target, link.source) in taken:
            continue
        if any((rival, link.source, link.target) in taken for rival in _RIVALS.get(link.type, ())):
            continue
        taken.add((link.type, link.source, link.target))
        kept.append(link)
    return _adjacent_places(kept)


def _adjacent_places(links: list[FoundLink]) -> list[FoundLink]:
    """Of a chain of places only the adjacent pairs: a in c goes where a is in b and b in c."""
    inside: dict[int, set[int]] = {}
    for link in links:
        if link.type == "LOCATED_IN" and link.role is None:
            inside.setdefault(link.source, set()).add(link.target)
    return [
        link
        for link in links
        if link.type != "LOCATED_IN"
        or not any(link.target in inside.get(middle, ()) for middle in inside.get(link.source, ()))
    ]


def attributed_to(status: str, quote: str) -> str | None:
    """Who says so, where the sentence names a speaker and the link is not the report's own statement."""
    if status == "asserted" and "ccording to" not in quote:
        return None
    return speaker(quote)
