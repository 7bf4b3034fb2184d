"""Who and what is linked to an entity, through what, says who."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Entity, Link
from graph.store import Store


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An entity one hop away and the link to it; `outgoing` if the link starts at the entity that was asked for."""

    entity: Entity
    link: Link
    outgoing: bool


def neighbours(
    store: Store, entity: str, *, types: tuple[str, ...] = (), schemata: tuple[str, ...] = ()
) -> tuple[Neighbour, ...]:
    """The links of an entity (canonical id), by type, then neighbour's name, then link id."""
    wanted: dict[str, tuple[str, bool]] = {}
    for edge in store.edges((entity,)):
        outgoing = edge.source == entity
        other, schema = (edge.target, edge.target_schema) if outgoing else (edge.source, edge.source_schema)
        if (not types or edge.type in types) and (not schemata or schema in schemata):
            wanted[edge.id] = other, outgoing
    entities = store.entities({other for other, _ in wanted.values()})
    links = store.links(wanted)
    found = [Neighbour(entities[other], links[key], outgoing) for key, (other, outgoing) in wanted.items()]
    return tuple(sorted(found, key=lambda n: (n.link.type, n.entity.name, n.link.id)))
