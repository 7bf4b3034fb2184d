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
    edges = [edge for edge in store.edges((entity,)) if not types or edge.type in types]
    others = {edge.id: (edge.target, True) if edge.source == entity else (edge.source, False) for edge in edges}
    entities = store.entities({other for other, _ in others.values()})
    wanted = {key: end for key, end in others.items() if not schemata or entities[end[0]].schema in schemata}
    links = store.links(wanted)
    found = [Neighbour(entities[other], links[key], outgoing) for key, (other, outgoing) in wanted.items()]
    return tuple(sorted(found, key=lambda n: (n.link.type, n.entity.name, n.link.id)))
