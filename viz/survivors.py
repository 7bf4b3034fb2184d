"""Who was harmed: whom pages draw with the survivors' sign, and whom a redacted page must not name.

Drawing asks what is claimed most plainly; protecting errs on the safe side and takes everyone who may be meant.
"""

from __future__ import annotations

from collections.abc import Iterable

from graph.model import Subgraph
from graph.store import Edge, Store

HARMED = frozenset(("HELD_AT", "RECRUITED_VIA", "SOLD_TO", "RELEASED_FROM"))
MOVED = "TRANSPORTED_TO"
PROTECTED = HARMED | {MOVED}
"""Link types whose source a redacted page does not name."""

HARMED_PARTS = frozenset(("victims", "workers"))
OTHER_PARTS = frozenset(("suspects", "officials"))


def survivors(subgraph: Subgraph) -> frozenset[str]:
    """Persons and groups drawn as survivors.

    Recruited, held, sold or freed counts; so does being taken somewhere, unless somebody also acted against them
    (a deported suspect). What the text calls a group's part goes before all.
    """
    people = {entity.id for entity in subgraph.entities if entity.schema in ("Person", "Group")}
    parts = {
        entity: {claim.value for claim in claims if claim.type == "part"}
        for entity, claims in subgraph.properties.items()
    }
    harmed, moved, accused = set(), set(), set()
    for link in subgraph.links:
        if link.best.status in ("denied", "planned"):
            continue
        if link.type in HARMED and link.best.role != "scammer":
            harmed.add(link.source)
        elif link.type == MOVED:
            moved.add(link.source)
        elif link.type == "ACTED_AGAINST":
            accused.add(link.target)
    named = {entity for entity, values in parts.items() if values & HARMED_PARTS}
    barred = {entity for entity, values in parts.items() if values & OTHER_PARTS and not values & HARMED_PARTS}
    return frozenset((named | ((harmed | (moved - accused)) - barred)) & people)


def to_protect(store: Store) -> frozenset[str]:
    """Everyone in the store whom a redacted page must not name: survivors, their family, and their accounts.

    Family of those who were only taken somewhere is not included: they are often suspects sent abroad.
    """
    edges = list(store.all_edges())
    taken = {edge.source for edge in edges if edge.type in PROTECTED}
    held = {edge.source for edge in edges if edge.type in HARMED}
    family = _family(held, edges)
    people = taken | family
    holders: dict[str, set[str]] = {}
    for edge in edges:
        if edge.type == "HOLDS_ACCOUNT":
            holders.setdefault(edge.target, set()).add(edge.source)
    accounts = {account for account, by in holders.items() if by <= people}
    return frozenset(people | accounts)


def _family(people: set[str], edges: Iterable[Edge]) -> set[str]:
    ends = [{edge.source, edge.target} for edge in edges if edge.type == "FAMILY_OF"]
    return {end for pair in ends if pair & people for end in pair}
