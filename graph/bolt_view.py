"""The view in Neo4j, kept up while documents come and go inside a transaction.

`grow` and `shrink` undo each other. Both read what the entities and links beside a document are now, work out in
Python what they become, and write that: a fixed number of batched queries a document, whatever its size.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from graph.bolt_reading import claim_of
from graph.bolt_schema import CHANGED_LINKS, GONE_LINKS, LINKS_BETWEEN, NEW_ENTITIES, NEW_LINKS
from graph.bolt_server import Row, asked, for_each
from graph.facts import claims_of
from graph.folding import key_of
from graph.model import Claim, Document, DocumentEntity, Extract, Judgement, rank_of
from graph.ontology import STATUSES
from graph.resolution.chain import Group, groups, judged
from graph.view import Use, aliases_among, changed, name_among, uses_of

if TYPE_CHECKING:
    from neo4j import ManagedTransaction


@dataclass(slots=True, eq=False)
class _Entity:
    """An entity on its way from what is kept (under the id `was`, if it is) to what will be."""

    was: str | None
    id: str
    schema: str
    documents: int = 0
    links: int = 0
    uses: dict[str, Use] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    """The surfaces that it has a node for."""
    members: list[DocumentEntity] = field(default_factory=list)

    @staticmethod
    def of(row: Row) -> _Entity:
        id_, schema, documents, links, names = row
        uses = {surface: Use(named, said) for surface, named, said in names}
        return _Entity(id_, id_, schema, documents, links, uses, frozenset(uses))

    def kept(self) -> dict[str, Any]:
        """The properties of its node."""
        name = name_among(self.uses.items())
        aliases = list(aliases_among(name, self.uses.items()))
        counts = {"documents": self.documents, "links": self.links}
        return {"id": self.id, "schema": self.schema, "name": name, "aliases": aliases, **counts}


@dataclass(slots=True, eq=False)
class _Link:
    """A relationship: the claims of one document that come to it or leave it, and its properties, if it is there."""

    type: str
    source: _Entity
    target: _Entity
    claims: dict[str, Claim] = field(default_factory=dict)
    kept: dict[str, Any] = field(default_factory=dict)


# ---- growing


def grow(tx: ManagedTransaction, extract: Extract) -> None:
    """Let the view follow from a document's entities and claims, which are kept and in no entity yet."""
    found = groups(extract)
    entity_of = _entities_for(tx, found)
    entities = _distinct(entity_of)
    links = _links_between(tx, claims_of(extract), entity_of)
    for entity in entities:
        entity.uses = changed(entity.uses, uses_of(entity.members), 1)
        entity.documents += 1
        entity.id = min(entity.id, *(part.id for part in entity.members))
    for link in links:
        if not link.kept:
            link.source.links += 1
            link.target.links += 1
    _write_entities(tx, entities)
    _join(tx, extract.document.id, found, entity_of)
    _write_links(tx, links, extract.document)


def _entities_for(tx: ManagedTransaction, found: Iterable[Group]) -> dict[str, _Entity]:
    """The entity of every document entity, with the judgements that say so."""
    keyed = {group.key: group for group in found if group.key is not None}
    entity_of: dict[str, _Entity] = {}
    known: dict[str, _Entity] = {}
    parted: list[Judgement] = []
    joined: list[Judgement] = []
    for key, before, after, *entity in _places(tx, {key: group.first for key, group in keyed.items()}):
        members = keyed[key].members
        parted += judged(key, (before, after))
        joined += judged(key, (before, *(member.id for member in members), after))
        if entity[0] is not None:
            neighbour = known.setdefault(entity[0], _Entity.of(entity))
            entity_of.update((member.id, neighbour) for member in members)
    for group in found:
        if group.first not in entity_of:
            new = _Entity(None, group.first, group.schema)
            entity_of.update((member.id, new) for member in group.members)
        entity_of[group.first].members += group.members
    asked(tx, "UNWIND $ids AS id MATCH ()-[j:JUDGED {id: id}]->() DELETE j", ids=[j.id for j in parted])
    judge(tx, joined)
    return entity_of


def _places(tx: ManagedTransaction, ids: Mapping[str, str]) -> list[Row]:
    """For each key: the ids before and after one in its chain, and the entity that they are in.

    The order by key first is what lets the index answer: without it every member of the chain would be read.
    """
    return for_each(
        tx,
        "UNWIND $rows AS row WITH row, "
        "COLLECT { MATCH (p:DocumentEntity) WHERE p.key = row.key AND p.id < row.id "
        "RETURN p.id ORDER BY p.key DESC, p.id DESC LIMIT 1 }[0] AS before, "
        "COLLECT { MATCH (p:DocumentEntity) WHERE p.key = row.key AND p.id > row.id "
        "RETURN p.id ORDER BY p.key, p.id LIMIT 1 }[0] AS after "
        "OPTIONAL MATCH (:DocumentEntity {id: coalesce(before, after)})-[:PART_OF]->(e:Entity) "
        "RETURN row.key, before, after, "
        "e.id, e.schema, e.documents, e.links, [(e)-[:NAMED]->(n) | [n.surface, n.named, n.said]]",
        [{"key": key, "id": id_} for key, id_ in ids.items()],
    )


def _join(tx: ManagedTransaction, document: str, found: Iterable[Group], entity_of: Mapping[str, _Entity]) -> None:
    for_each(
        tx,
        "UNWIND $rows AS row MATCH (p:DocumentEntity {id: row.id}), (e:Entity {id: row.entity}) "
        "SET p.key = row.key CREATE (p)-[:PART_OF]->(e)",
        [
            {"id": member.id, "key": group.key, "entity": entity_of[member.id].id}
            for group in found
            for member in group.members
        ],
    )
    for_each(
        tx,
        "MATCH (d:Document {id: $document}) UNWIND $rows AS row MATCH (e:Entity {id: row.id}) "
        "CREATE (e)-[:MENTIONED_IN {mentions: row.mentions}]->(d)",
        [
            {"id": entity.id, "mentions": sum(len(member.mentions) for member in entity.members)}
            for entity in _distinct(entity_of)
        ],
        document=document,
    )


def judge(tx: ManagedTransaction, judgements: Iterable[Judgement]) -> None:
    """Keep judgements between document entities."""
    names = ("left", "right", "verdict", "by", "why", "at")
    for_each(
        tx,
        "UNWIND $rows AS row MATCH (l:DocumentEntity {id: row.left}), (r:DocumentEntity {id: row.right}) "
        "CREATE (l)-[:JUDGED {id: row.id, verdict: row.verdict, by: row.by, why: row.why, at: row.at}]->(r)",
        [{"id": j.id, **dict(zip(names, astuple(j), strict=True))} for j in judgements],
    )


# ---- shrinking


def shrink(tx: ManagedTransaction, extract: Extract) -> None:
    """Let the view go back to what it would be without a document, and take out what that one says."""
    document = extract.document.id
    entity_of = _entities_of(tx, extract)
    entities = _distinct(entity_of)
    links = _links_between(tx, claims_of(extract), entity_of)
    chains = dict(
        asked(
            tx,
            "MATCH (p:DocumentEntity)-[:IN_DOCUMENT]->(:Document {id: $id}) WHERE p.key IS NOT NULL RETURN p.key, p.id",
            id=document,
        )
    )
    _write_links_left(tx, links, document)
    asked(
        tx,
        "MATCH (d:Document {id: $id}) OPTIONAL MATCH (d)<-[m:MENTIONED_IN]-() DELETE m "
        "WITH DISTINCT d OPTIONAL MATCH (d)<-[:CLAIMED_IN]-(c) DETACH DELETE c "
        "WITH DISTINCT d OPTIONAL MATCH (d)<-[:IN_DOCUMENT]-(p) DETACH DELETE p",
        id=document,
    )
    judge(tx, [j for key, before, after, *_ in _places(tx, chains) for j in judged(key, (before, after))])
    for entity in entities:
        entity.uses = changed(entity.uses, uses_of(entity.members), -1)
        entity.documents -= 1
        if entity.uses and entity.id in {part.id for part in entity.members}:
            entity.id = _least_member(tx, entity.id)
    _write_entities(tx, entities)


def _least_member(tx: ManagedTransaction, entity: str) -> str:
    rows = asked(tx, "MATCH (:Entity {id: $id})<-[:PART_OF]-(p) RETURN min(p.id)", id=entity)
    return str(rows[0][0])


def _entities_of(tx: ManagedTransaction, extract: Extract) -> dict[str, _Entity]:
    rows = asked(
        tx,
        "MATCH (e:Entity)-[:MENTIONED_IN]->(:Document {id: $id}) "
        "RETURN e.id, e.schema, e.documents, e.links, [(e)-[:NAMED]->(n) | [n.surface, n.named, n.said]]",
        id=extract.document.id,
    )
    entities = {row[0]: _Entity.of(row) for row in rows}
    belongs = dict(
        asked(
            tx,
            "MATCH (:Document {id: $id})<-[:IN_DOCUMENT]-(p)-[:PART_OF]->(e:Entity) RETURN p.id, e.id",
            id=extract.document.id,
        )
    )
    entity_of = {part.id: entities[belongs[part.id]] for part in extract.entities}
    for part in extract.entities:
        entity_of[part.id].members.append(part)
    return entity_of


# ---- links


def _links_between(
    tx: ManagedTransaction, claims: Mapping[str, Claim], entity_of: Mapping[str, _Entity]
) -> list[_Link]:
    """The links that claims speak for, with what is kept of those that are there already."""
    links: dict[tuple[str, int, int], _Link] = {}
    for id_, claim in claims.items():
        if claim.target is not None:
            source, target = entity_of[claim.source], entity_of[claim.target]
            if source is not target:
                ends = (claim.type, id(source), id(target))
                links.setdefault(ends, _Link(claim.type, source, target)).claims[id_] = claim
    for type_, some in _by_type(links.values()).items():
        known = [link for link in some if link.source.was and link.target.was]
        rows = [{"n": n, "source": link.source.was, "target": link.target.was} for n, link in enumerate(known)]
        for n, kept in for_each(tx, LINKS_BETWEEN[type_], rows):
            known[n].kept = kept
    return list(links.values())


def _write_links(tx: ManagedTransaction, links: Iterable[_Link], document: Document) -> None:
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
        for query, rows in ((NEW_LINKS[type_], new), (CHANGED_LINKS[type_], wider)):
            if rows:
                for_each(tx, query, rows)
    for_each(tx, "UNWIND $rows AS row MATCH (c:Claim {id: row.id}) SET c.link = row.link", claim_rows)


def _widened(link: _Link, document: Document) -> dict[str, Any]:
    """The properties of a link with the claims of a document in. `key` is what claims know it by; its id may change."""
    best = min(link.claims.values(), key=rank_of)
    if not link.kept:
        count = {"key": uuid4().hex, "id": min(link.claims), "claims": len(link.claims)}
        return {**count, **_said_by(best, document.title)}
    count = {"id": min(link.kept["id"], *link.claims), "claims": link.kept["claims"] + len(link.claims)}
    better = rank_of(best) < _rank_kept(link.kept)
    return {**link.kept, **count, **(_said_by(best, document.title) if better else {})}


def _write_links_left(tx: ManagedTransaction, links: Iterable[_Link], document: str) -> None:
    """Narrow links by a document's claims; those that rested on it alone go."""
    for type_, some in _by_type(links).items():
        gone = [link for link in some if link.kept["claims"] == len(link.claims)]
        left = [link for link in some if link.kept["claims"] != len(link.claims)]
        for link in gone:
            link.source.links -= 1
            link.target.links -= 1
        asked(tx, GONE_LINKS[type_], ids=[link.kept["id"] for link in gone])
        rows = [{"id": link.kept["id"], "kept": _narrowed(tx, link, document)} for link in left]
        for_each(tx, CHANGED_LINKS[type_], rows)


def _narrowed(tx: ManagedTransaction, link: _Link, document: str) -> dict[str, Any]:
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
        "role": claim.role,
        "status": claim.status,
        "ended": claim.ended,
        "attributed_to": claim.attributed_to,
        "date": claim.date,
        "amount": claim.amount,
        "currency": claim.currency,
        "probability": claim.probability,
        "quote": claim.evidence[0].quote,
        "document": claim.document,
        "title": title,
    }


def _rank_kept(kept: Mapping[str, Any]) -> tuple[int, float, str]:
    """`rank_of` the claim that a link is kept with."""
    return STATUSES.index(kept["status"]), -float(kept.get("probability", 1.0)), kept["best"]


def _by_type(links: Iterable[_Link]) -> dict[str, list[_Link]]:
    by_type: dict[str, list[_Link]] = {}
    for link in links:
        by_type.setdefault(link.type, []).append(link)
    return by_type


# ---- entities


def _distinct(entity_of: Mapping[str, _Entity]) -> list[_Entity]:
    return list({id(entity): entity for entity in entity_of.values()}.values())


def _write_entities(tx: ManagedTransaction, entities: Iterable[_Entity]) -> None:
    """Write what entities became; those without members go."""
    gone = [entity for entity in entities if not entity.uses]
    left = [entity for entity in entities if entity.uses]
    asked(
        tx,
        "UNWIND $ids AS id MATCH (e:Entity {id: id}) OPTIONAL MATCH (e)-[:NAMED]->(n) DETACH DELETE n, e",
        ids=[entity.was for entity in gone],
    )
    by_schema: dict[str, list[dict[str, Any]]] = {}
    for entity in left:
        if entity.was is None:
            by_schema.setdefault(entity.schema, []).append({"id": entity.id, "kept": entity.kept()})
    for schema, rows in by_schema.items():
        for_each(tx, NEW_ENTITIES[schema], rows)
    for_each(
        tx,
        "UNWIND $rows AS row MATCH (e:Entity {id: row.was}) SET e += row.kept",
        [{"was": entity.was, "kept": entity.kept()} for entity in left if entity.was is not None],
    )
    _write_names(tx, left)


def _write_names(tx: ManagedTransaction, entities: Iterable[_Entity]) -> None:
    new: list[dict[str, Any]] = []
    used: list[dict[str, Any]] = []
    unused: list[dict[str, Any]] = []
    for entity in entities:
        for surface in uses_of(entity.members):
            row: dict[str, Any] = {"id": entity.id, "surface": surface}
            if surface in entity.uses:
                key, use = key_of(entity.schema, surface), entity.uses[surface]
                kept = {"surface": surface, "key": key, "named": use.named, "said": use.said}
                (used if surface in entity.known else new).append({**row, "kept": kept})
            else:
                unused.append(row)
    for_each(
        tx,
        "UNWIND $rows AS row MATCH (e:Entity {id: row.id}) CREATE (e)-[:NAMED]->(n:Name) SET n = row.kept",
        new,
    )
    for_each(
        tx,
        "UNWIND $rows AS row MATCH (:Entity {id: row.id})-[:NAMED]->(n:Name {surface: row.surface}) SET n = row.kept",
        used,
    )
    for_each(
        tx,
        "UNWIND $rows AS row MATCH (:Entity {id: row.id})-[:NAMED]->(n:Name {surface: row.surface}) DETACH DELETE n",
        unused,
    )
