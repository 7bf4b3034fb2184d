"""The links of a document: every window's readings together, decoded by the rules of the ontology."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from graph.ontology import INVERSE_ROLES, LINK_TYPES, SCHEMATA
from ingest.components.sentences import around, sentence_numbers
from ingest.links.amounts import Sum, sums
from ingest.links.attribution import speaker
from ingest.links.dates import DateSpan, dates
from ingest.links.lists import listed
from ingest.links.model import LinkModel, Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc

_RIVALS = {"DIRECTS": ("EMPLOYED_BY",), "MEMBER_OF": ("EMPLOYED_BY",), "EMPLOYED_BY": ("DIRECTS", "MEMBER_OF")}
"""Types that a pair has not beside each other."""
_DATED = frozenset({"ACTED_AGAINST", "PAID", "TRANSPORTED_TO", "SOLD_TO", "RELEASED_FROM", "RECRUITED_VIA"})
"""Events. The date in the sentence of a state is seldom that of its beginning."""
_FLOOR, SHARE = 0.1, 0.9
"""Below the first nothing is shared in a list; of a neighbour's probability this much is."""
_PRICED = frozenset({"PAID", "SOLD_TO"})


Key = tuple[str, tuple[int, int]]
"""A link type and the two ends."""


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
    said = _Said.read(doc.user_data["text"], doc.user_data["sentences"], published)
    words, stretches = doc.user_data["words"], doc.user_data["stretches"]
    numbers = sentence_numbers(len(words.spans), doc.user_data["sentence_words"])
    codes = [SCHEMATA.index(schema) for schema in schemata]
    best: dict[Key, Reading] = {}
    for reading in model.read(words, numbers, stretches, codes, mentions, min(min_probability, _FLOOR)):
        reading = _one_way(reading)
        key = reading.type, (reading.source, reading.target)
        if key not in best or reading.probability > best[key].probability:
            best[key] = reading
    _share(best, listed(doc.user_data["text"], schemata, mentions))
    best = {key: reading for key, reading in best.items() if reading.probability >= min_probability}
    links = (_link(reading, words.spans, said) for reading in best.values())
    likely = sorted(links, key=lambda link: (-link.probability, link.start, link.source, link.target, link.type))
    return consistent(likely)


def _share(best: dict[Key, Reading], lists: Iterable[set[int]]) -> None:
    """What is said of one in a list and not quite of the next becomes likelier of the next."""
    for listed_end, other_end in ((0, 1), (1, 0)):
        keys: dict[int, list[Key]] = defaultdict(list)
        for key in best:
            keys[key[1][listed_end]].append(key)
        for members in lists:
            mine = [key for one in members for key in keys[one] if key[1][other_end] not in members]
            top: dict[tuple[str, int], float] = defaultdict(float)
            for kind, ends in mine:
                said = kind, ends[other_end]
                top[said] = max(top[said], best[kind, ends].probability)
            for kind, ends in mine:
                shared = SHARE * top[kind, ends[other_end]]
                if shared > best[kind, ends].probability:
                    best[kind, ends] = replace(best[kind, ends], probability=shared)


def _one_way(reading: Reading) -> Reading:
    """A symmetric link as from its first named end."""
    if not LINK_TYPES[reading.type].symmetric or reading.source < reading.target:
        return reading
    return replace(
        reading,
        source=reading.target,
        target=reading.source,
        source_words=reading.target_words,
        target_words=reading.source_words,
        role=INVERSE_ROLES.get(reading.role or "", reading.role),
    )


def _link(reading: Reading, spans: list[tuple[int, int]], said: _Said) -> FoundLink:
    ends = sorted((reading.source_words, reading.target_words))
    start, end = spans[ends[0][0]][0], max(spans[last][1] for _, last in ends)
    date = said.nearest(said.dates, start, end) if reading.type in _DATED else None
    amount = said.nearest(said.sums, start, end) if reading.type in _PRICED else None
    return FoundLink(
        reading.type,
        reading.source,
        reading.target,
        reading.probability,
        reading.role,
        reading.status,
        reading.ended,
        date.value if date else None,
        amount.amount if amount else None,
        amount.currency if amount else None,
        start,
        end,
    )


Place = TypeVar("Place", DateSpan, Sum)


@dataclass(frozen=True, slots=True)
class _Said:
    """The dates and sums of a text, in order, and its sentences."""

    dates: list[DateSpan]
    sums: list[Sum]
    sentences: list[tuple[int, int]]

    @classmethod
    def read(cls, text: str, sentences: list[tuple[int, int]], published: str | None) -> _Said:
        return cls(dates(text, published), sums(text), sentences)

    def nearest(self, some: list[Place], start: int, end: int) -> Place | None:
        """Of what the sentences of a stretch of text say the nearest to it; what stands inside it is nearest."""
        low, high = around(self.sentences, start, end)
        inside = some[bisect_left(some, low, key=lambda s: s.start) : bisect_left(some, high, key=lambda s: s.start)]
        return min(inside, key=lambda s: max(start - s.end, s.start - end, 0), default=None)


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
