"""Which entity a user means: an id, an account number in any spelling, or a name."""

from __future__ import annotations

from graph.errors import AmbiguousEntity, UnknownEntity
from graph.folding import asked_keys, key_of
from graph.model import Entity
from graph.store import Match, Store

WIDEST = 200
"""How many part matches are looked at."""


def resolve(store: Store, text: str) -> Entity:
    """The one entity that `text` names: an exact id, else a whole name or account number, else the only part match.

    A name that an entity goes by counts before an alias.

    Raises:
        UnknownEntity: nothing answers.
        AmbiguousEntity: several entities go by the name, or none does and several have it as an alias or part.
    """
    text = text.strip()
    if not text:
        raise UnknownEntity("an empty name names nothing; give an id, an account number or a name")
    by_id = store.entities([text]).get(text)
    if by_id is not None:
        return by_id
    matches = store.find(text, WIDEST)
    keys = asked_keys(text)
    whole = tuple(match.entity for match in matches if _is_whole(match, keys))
    called = tuple(entity for entity in whole if key_of(entity.schema, entity.name) in keys)
    candidates = called or whole or tuple(match.entity for match in matches)
    if not candidates:
        raise UnknownEntity(f"nothing is named {text!r}; `scamgraph search` also finds near spellings")
    if len(candidates) > 1:
        bear = "bear the name" if whole else "have names that hold"
        raise AmbiguousEntity(f"{len(candidates)} entities {bear} {text!r}; give the id of one", candidates)
    return candidates[0]


def _is_whole(match: Match, keys: tuple[str, ...]) -> bool:
    """Whether all of the name (or number) is what was asked, and not a part of it."""
    return key_of(match.entity.schema, match.matched) in keys
