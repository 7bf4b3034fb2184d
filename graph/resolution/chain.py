"""Judgements of the rules: document entities with one key form a chain in the order of their ids.

A chain has one judgement fewer than members, and which they are depends on the members alone: whoever comes between
two neighbours parts them, whoever goes joins them again. So neither the order of documents nor what was forgotten
shows in a store.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from graph.model import DocumentEntity, Extract, Judgement
from graph.resolution.keys import identity_keys, rule_of


@dataclass(frozen=True, slots=True)
class Group:
    """Entities of one document that share a key, by id; or a single one without a key."""

    key: str | None
    members: tuple[DocumentEntity, ...]

    @property
    def first(self) -> str:
        return self.members[0].id

    @property
    def schema(self) -> str:
        return self.members[0].schema


def groups(extract: Extract) -> tuple[Group, ...]:
    """The groups of a document, by key and then those without one."""
    keys = identity_keys(extract)
    keyed: dict[str, list[DocumentEntity]] = {}
    alone = []
    for entity in sorted(extract.entities, key=lambda e: e.id):
        key = keys[entity.id]
        if key is None:
            alone.append(Group(None, (entity,)))
        else:
            keyed.setdefault(key, []).append(entity)
    return (*(Group(key, tuple(keyed[key])) for key in sorted(keyed)), *alone)


def judged(key: str, ids: Iterable[str | None]) -> tuple[Judgement, ...]:
    """The chain through `ids`, which are in order; None stands for a neighbour that is not there."""
    schema, folded = key.split(" ", 1)
    by, why = rule_of(key), f"{schema} named {folded}"
    present = [one for one in ids if one is not None]
    return tuple(Judgement(left, right, "same", by, why) for left, right in pairwise(present))
