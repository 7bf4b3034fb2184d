"""What goes into a page: entities around those asked for, the links between them, their documents and properties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit, urlunsplit

from graph.model import Document, DocumentEntity, Subgraph
from graph.store import Store

PLACES = ("Compound", "Location")
WIDER = 3
"""How many times the limit are looked at for those most tied to one another."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """A part of the store, who is mentioned where in it, and how many neighbours the limit left out."""

    subgraph: Subgraph
    members: dict[str, tuple[DocumentEntity, ...]]
    left_out: int = 0

    @property
    def mentioned(self) -> dict[str, tuple[str, ...]]:
        """The documents in which each entity is mentioned."""
        return {entity: tuple(m.document for m in members) for entity, members in self.members.items()}


def around(store: Store, centres: Sequence[str], hops: int = 1, limit: int = 300) -> Gathered:
    """The centres and what lies within so many links of them; where the limit cuts, those tied to most come first."""
    kept = dict.fromkeys(centres)
    edge = list(kept)
    met: set[str] = set()
    for _ in range(hops):
        ties: dict[str, int] = {}
        for link in store.edges(edge):
            for end in (link.source, link.target):
                if end not in kept:
                    ties[end] = ties.get(end, 0) + 1
        ranked = sorted(ties, key=lambda end: (-ties[end], end))
        edge = ranked[: max(0, limit - len(kept))]
        met.update(ranked)
        kept.update(dict.fromkeys(edge))
    return _filled(store, list(kept), len(met - set(kept)))


def most_linked(store: Store, limit: int = 300) -> Gathered:
    """The entities most tied to one another among the most linked ones; alone in the picture is nobody."""
    candidates = [entity.id for entity in store.ranked((), limit * WIDER)]
    inside = set(candidates)
    ties: dict[str, int] = {}
    for edge in store.edges(candidates):
        if edge.source in inside and edge.target in inside:
            ties[edge.source] = ties.get(edge.source, 0) + 1
            ties[edge.target] = ties.get(edge.target, 0) + 1
    ids = sorted(ties, key=lambda end: (-ties[end], end))[:limit]
    return _filled(store, ids, sum(store.counts()["entities"].values()) - len(ids))


def places(store: Store, limit: int = 1000) -> Gathered:
    """The Compounds and Locations with most links, the places that contain them, and who is linked to them."""
    ids = [entity.id for entity in store.ranked(PLACES, limit)]
    inside = set(ids)
    edges = store.edges(ids)
    containers = {edge.target for edge in edges if edge.type == "LOCATED_IN" and edge.source in inside} - inside
    ends = {end for edge in edges for end in (edge.source, edge.target)} - inside - containers
    others = [i for i, entity in sorted(store.entities(ends).items()) if entity.schema not in PLACES]
    total = sum(store.counts()["entities"].get(schema, 0) for schema in PLACES)
    return _filled(store, [*ids, *sorted(containers), *others], total - len(ids) - len(containers), touching=inside)


def _filled(store: Store, ids: list[str], left_out: int, touching: set[str] | None = None) -> Gathered:
    entities = store.entities(ids)
    kept = [entities[i] for i in ids if i in entities]
    inside = {entity.id for entity in kept}
    links = store.links(
        edge.id
        for edge in store.edges(inside)
        if {edge.source, edge.target} <= inside and (touching is None or {edge.source, edge.target} & touching)
    )
    properties = {i: claims for i, claims in store.properties(inside).items() if claims}
    quoted = {e.document for link in links.values() for e in link.evidence}
    quoted |= {e.document for claims in properties.values() for claim in claims for e in claim.evidence}
    documents = tuple(_shareable(d) for _, d in sorted(store.documents(quoted).items()))
    ordered = tuple(link for _, link in sorted(links.items()))
    members = {i: store.members(i) for i in sorted(inside)}
    return Gathered(Subgraph(tuple(kept), ordered, documents, properties), members, left_out)


def _shareable(document: Document) -> Document:
    """Without its text, and with no address that tells of the machine it was read on."""
    return replace(document, text="", addresses=tuple(map(public_address, document.addresses))[:1])


def public_address(address: str) -> str:
    """A web address without credentials; of a local path only the file's own name.

    >>> public_address("/home/jane/cases/report.pdf"), public_address("https://me:pw@example.org/a?b=1")
    ('report.pdf', 'https://example.org/a?b=1')
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return address.replace("\\", "/").rsplit("/", 1)[-1]
    if parts.scheme in ("http", "https") and parts.hostname:
        return urlunsplit(parts._replace(netloc=parts.netloc.rsplit("@", 1)[-1]))
    return address.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
