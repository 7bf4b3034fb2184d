"""Links in Neo4j: relationships that show the claim that carries them best, widened and narrowed by documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from graph.bolt_entities import EntityChange
from graph.bolt_reading import claim_of
from graph.bolt_schema import CHANGED_LINKS, GONE_LINKS, LINKS_BETWEEN, NEW_LINKS
from graph.bolt_server import asked, for_each
from graph.model import Claim, Document, rank_of
from graph.ontology import STATUSES

if TYPE_CHECKING:
    from neo4j import ManagedTransaction


@dataclass(slots=True, eq=False)
class LinkChange:
    """A relationship: the claims of one document that come to it or leave it, and its properties, if it is there."""

    type: str
    source: EntityChange
    target: EntityChange
    claims: dict[str, Claim] = field(default_factory=dict)
    kept: dict[str, Any] = field(default_factory=dict)


def links_between(
    tx: ManagedTransaction, claims: Mapping[str, Claim], entity_of: Mapping[str, EntityChange]
) -> list[LinkChange]:
    """The links that claims speak for, with what is kept of those that are there already."""
    links: dict[tuple[str, int, int], LinkChange] = {}
    for id_, claim in claims.items():
        if claim.target is not None:
            source, target = entity_of[claim.source], entity_of[claim.target]
            if source is not target:
                ends = (claim.type, id(source), id(target))
                links.setdefault(ends, LinkChange(claim.type, source, target)).claims[id_] = claim
    for type_, some in _by_type(links.values()).items():
        known = [link for link in some if link.source.was and link.target.was]
        rows = [{"n": n, "source": link.source.was, "target": link.target.was} for n, link in enumerate(known)]
        for n, kept in for_each(tx, LINKS_BETWEEN[type_], rows):
            known[n].kept = kept
    return list(links.values())


def widen_links(tx: ManagedTransaction, links: Iterable[LinkChange], document: Document) -> None:
    """Make or widen links by a document's claims."""
    claim_rows = []
    for type_, some in _by_type(links).items():
        new, wider = [], []
        for link in some:
            after = _widened(link, document)
            if link.kept:
                wider.append({"id": link.kept["id"], "kept": after})
            else:
                new.append({"source": link.source.id, "target": link.target.id, "kept": after})
            claim_rows += [{"id": id_, "link": after["key"]} for id_ in link.claims]
        for_each(tx, NEW_LINKS[type_], new)
        for_each(tx, CHANGED_LINKS[type_], wider)
    for_each(tx, "UNWIND $rows AS row MATCH (c:Claim {id: row.id}) SET c.link = row.link", claim_rows)


def _widened(link: LinkChange, document: Document) -> dict[str, Any]:
    """The properties of a link with the claims of a document in. `key` is what claims know it by; its id may change."""
    best = min(link.claims.values(), key=rank_of)
    if not link.kept:
        count = {"key": uuid4().hex, "id": min(link.claims), "claims": len(link.claims)}
        return {**count, **_said_by(best, document.title)}
    count = {"id": min(link.kept["id"], *link.claims), "claims": link.kept["claims"] + len(link.claims)}
    better = rank_of(best) < _rank_kept(link.kept)
    return {**link.kept, **count, **(_said_by(best, document.title) if better else {})}


def narrow_links(tx: ManagedTransaction, links: Iterable[LinkChange], document: str) -> None:
    """Narrow links by a document's claims; those that rested on it alone go."""
    for type_, some in _by_type(links).items():
        gone = [link for link in some if link.kept["claims"] == len(link.claims)]
        left = [link for link in some if link.kept["claims"] != len(link.claims)]
        for link in gone:
            link.source.links -= 1
            link.target.links -= 1
        for_each(tx, GONE_LINKS[type_], [link.kept["id"] for link in gone])
        rows = [{"id": link.kept["id"], "kept": _narrowed(tx, link, document)} for link in left]
        for_each(tx, CHANGED_LINKS[type_], rows)


def _narrowed(tx: ManagedTransaction, link: LinkChange, document: str) -> dict[str, Any]:
    count = {"claims": link.kept["claims"] - len(link.claims)}
    if link.kept["id"] not in link.claims and link.kept["best"] not in link.claims:
        return {**link.kept, **count}
    rows = asked(
        tx,
        "MATCH (c:Claim {link: $key})-[:CLAIMED_IN]->(d:Document) WHERE d.id <> $document "
        "RETURN properties(c), d.title",
        key=link.kept["key"],
        document=document,
    )
    best, title = min(((claim_of(kept), title) for kept, title in rows), key=lambda pair: rank_of(pair[0]))
    return {**link.kept, **count, "id": min(kept["id"] for kept, _ in rows), **_said_by(best, title)}


def _said_by(claim: Claim, title: str | None) -> dict[str, Any]:
    """What a link shows of the claim that carries it best."""
    return {
        "best": claim.id,
        **claim.qualifiers,
        "quote": claim.evidence[0].quote,
        "document": claim.document,
        "title": title,
    }


def _rank_kept(kept: Mapping[str, Any]) -> tuple[int, float, str]:
    """`rank_of` the claim that a link is kept with."""
    return STATUSES.index(kept["status"]), -float(kept.get("probability", 1.0)), kept["best"]


def _by_type(links: Iterable[LinkChange]) -> dict[str, list[LinkChange]]:
    by_type: dict[str, list[LinkChange]] = {}
    for link in links:
        by_type.setdefault(link.type, []).append(link)
    return by_type
