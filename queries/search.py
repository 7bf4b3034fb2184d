"""Entities by name, alias, native script or account number, forgiving typing slips."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Entity
from graph.store import Match, Store

SLIP = 80.0
"""The least similarity (0..100, normalised InDel of the folded names) at which a slip is forgiven."""

PART = 0.95
"""How much the likeness to a part of a longer name counts, beside that to the whole."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entity, the form of its name that answered, and how alike that is to what was asked (0..100)."""

    entity: Entity
    matched: str
    score: float


def search(store: Store, text: str, *, schemata: tuple[str, ...] = (), limit: int = 20) -> tuple[Hit, ...]:
    """Names that hold `text`, best first; if none does, those nearest to it in spelling."""
    found = [match for match in store.find(text, limit if not schemata else limit * 10) if _wanted(match, schemata)]
    if found:
        return tuple(Hit(match.entity, match.matched, 100.0) for match in found[:limit])
    near = [
        Hit(match.entity, match.matched, _likeness(text, match.matched))
        for match in store.similar(text)
        if _wanted(match, schemata)
    ]
    near = [hit for hit in near if hit.score >= SLIP]
    return tuple(sorted(near, key=lambda hit: (-hit.score, hit.entity.id))[:limit])


def _wanted(match: Match, schemata: tuple[str, ...]) -> bool:
    return not schemata or match.entity.schema in schemata


def _likeness(asked: str, name: str) -> float:
    from rapidfuzz import fuzz, utils

    asked, name = utils.default_process(asked), utils.default_process(name)
    inside = PART * fuzz.partial_ratio(asked, name) if 5 <= len(asked) < len(name) else 0.0
    return round(max(fuzz.ratio(asked, name), inside), 1)
