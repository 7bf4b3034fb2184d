"""The view in Neo4j, kept up while documents come and go inside a transaction.

`grow` and `shrink` undo each other. Both read what the entities and links beside a document are now, work out in
Python what they become, and write that: a fixed number of batched queries a document, whatever its size.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import astuple
from typing import TYPE_CHECKING

from graph.bolt_entities import EntityChange, distinct, write_entities
from graph.bolt_links import links_between, narrow_links, widen_links
from graph.bolt_server import Row, asked, for_each
from graph.facts import claims_of
from graph.model import Extract, Judgement
from graph.resolution.chain import Group, groups, judged
from graph.view import changed, uses_of

if TYPE_CHECKING:
    from neo4j import ManagedTransaction


# ---- growing


def grow(tx: ManagedTransaction, extract: Extract) -> None:
    """Let the view follow from a document's entities and claims, which are kept and in no entity yet."""
    found = groups(extract)
    entity_of = _entities_for(tx, found)
    entities = distinct(entity_of)
    links = links_between(tx, claims_of(extract), entity_of)
    for entity in entities:
        entity.uses = changed(entity.uses, uses_of(entity.members), 1)
        entity.documents += 1
        entity.id = min(entity.id, *(part.id for part in entity.members))
    for link in links:
        if not link.kept:
            link.source.links += 1
            link.target.links += 1
    write_entities(tx, entities)
    _join(tx, extract.document.id, found, entity_of)
    widen_links(tx, links, extract.document)


def _entities_for(tx: ManagedTransaction, found: Iterable[Group]) -> dict[str, EntityChange]:
    """The entity of every document entity, with the judgements that say so."""
    keyed = {group.key: group for group in found if group.key is not None}
    entity_of: dict[str, EntityChange] = {}
    known: dict[str, EntityChange] = {}
    parted: list[Judgement] = []
    joined: list[Judgement] = []
    for key, before, after, *entity in _places(tx, {key: group.first for key, group in keyed.items()}):
        members = keyed[key].members
        parted += judged(key, (before, after))
        joined += judged(key, (before, *(member.id for member in members), after))
        if entity[0] is not None:
            neighbour = known.setdefault(entity[0], EntityChange.of(entity))
            entity_of.update((member.id, neighbour) for member in members)
    for group in found:
        if group.first not in entity_of:
            new = EntityChange(None, group.first, group.schema)
            entity_of.update((member.id, new) for member in group.members)
        entity_of[group.first].members += group.members
    for_each(tx, "UNWIND $rows AS id MATCH ()-[j:JUDGED {id: id}]->() DELETE j", [j.id for j in parted])
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


def _join(tx: ManagedTransaction, document: str, found: Iterable[Group], entity_of: Mapping[str, EntityChange]) -> None:
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
            for entity in distinct(entity_of)
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
    entities = distinct(entity_of)
    links = links_between(tx, claims_of(extract), entity_of)
    chains = dict(
        asked(
            tx,
            "MATCH (p:DocumentEntity)-[:IN_DOCUMENT]->(:Document {id: $id}) WHERE p.key IS NOT NULL RETURN p.key, p.id",
            id=document,
        )
    )
    narrow_links(tx, links, document)
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
    write_entities(tx, entities)


def _least_member(tx: ManagedTransaction, entity: str) -> str:
    rows = asked(tx, "MATCH (:Entity {id: $id})<-[:PART_OF]-(p) RETURN min(p.id)", id=entity)
    return str(rows[0][0])


def _entities_of(tx: ManagedTransaction, extract: Extract) -> dict[str, EntityChange]:
    rows = asked(
        tx,
        "MATCH (e:Entity)-[:MENTIONED_IN]->(:Document {id: $id}) "
        "RETURN e.id, e.schema, e.documents, e.links, [(e)-[:NAMED]->(n) | [n.surface, n.named, n.said]]",
        id=extract.document.id,
    )
    entities = {row[0]: EntityChange.of(row) for row in rows}
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
