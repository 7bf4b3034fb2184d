"""Entities in Neo4j on their way from what is kept to what will be, and how they are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph.bolt_schema import NEW_ENTITIES
from graph.bolt_server import Row, for_each
from graph.folding import key_of
from graph.model import DocumentEntity
from graph.view import Use, aliases_among, name_among, uses_of

if TYPE_CHECKING:
    from neo4j import ManagedTransaction


@dataclass(slots=True, eq=False)
class EntityChange:
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
    def of(row: Row) -> EntityChange:
        id_, schema, documents, links, names = row
        uses = {surface: Use(named, said) for surface, named, said in names}
        return EntityChange(id_, id_, schema, documents, links, uses, frozenset(uses))

    def kept(self) -> dict[str, Any]:
        """The properties of its node."""
        name = name_among(self.uses.items())
        aliases = list(aliases_among(name, self.uses.items()))
        counts = {"documents": self.documents, "links": self.links}
        return {"id": self.id, "schema": self.schema, "name": name, "aliases": aliases, **counts}


def distinct(entity_of: Mapping[str, EntityChange]) -> list[EntityChange]:
    return list({id(entity): entity for entity in entity_of.values()}.values())


def write_entities(tx: ManagedTransaction, entities: Iterable[EntityChange]) -> None:
    """Write what entities became; those without members go."""
    gone = [entity for entity in entities if not entity.uses]
    left = [entity for entity in entities if entity.uses]
    for_each(
        tx,
        "UNWIND $rows AS id MATCH (e:Entity {id: id}) OPTIONAL MATCH (e)-[:NAMED]->(n) DETACH DELETE n, e",
        [entity.was for entity in gone],
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


def _write_names(tx: ManagedTransaction, entities: Iterable[EntityChange]) -> None:
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
