"""The view of the facts: how entities and links follow from document entities, claims and judgements.

Stores keep the view up to date with the small functions; `view_of` makes it from nothing, to compare with.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.folding import key_of
from graph.model import Claim, DocumentEntity, Extract, Judgement
from graph.resolution.components import components


class Use(NamedTuple):
    """How often a surface was the name of a document entity, and how often it was a mention."""

    named: int
    said: int


@dataclass(frozen=True, slots=True)
class EntityView:
    """An entity as a store keeps it."""

    id: str
    schema: str
    name: str
    documents: int
    links: int
    uses: tuple[tuple[str, Use], ...]


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link as a store keeps it: its ends are entity ids, its claims by id."""

    id: str
    type: str
    source: str
    target: str
    claims: tuple[str, ...]


def uses_of(members: Iterable[DocumentEntity]) -> dict[str, Use]:
    """Every surface that document entities use, and how."""
    named = Counter(member.name for member in members)
    said = Counter(mention.surface for member in members for mention in member.mentions)
    return {surface: Use(named[surface], said[surface]) for surface in named | said}


def changed(uses: Mapping[str, Use], by: Mapping[str, Use], sign: int) -> dict[str, Use]:
    """`uses` with those of some members added (`sign` 1) or taken out (-1); what nobody uses is gone."""
    after = dict(uses)
    for surface, use in by.items():
        before = after.get(surface, Use(0, 0))
        after[surface] = Use(before.named + sign * use.named, before.said + sign * use.said)
        if after[surface] == (0, 0):
            del after[surface]
    return after


def name_among(uses: Iterable[tuple[str, Use]]) -> str:
    """The name an entity goes by: the most frequent; then mixed case, longer, fewer capitals, alphabetical."""
    return min((-use.named, *_plainness(surface), surface) for surface, use in uses if use.named)[-1]


def _plainness(name: str) -> tuple[bool, int, int]:
    return name.isupper() or name.islower(), -len(name), sum(map(str.isupper, name))


def aliases_among(name: str, uses: Iterable[tuple[str, Use]]) -> tuple[str, ...]:
    """All other names and mentions, the most used first; what differs from an earlier one in case only is left out."""
    seen = {name.casefold()}
    ordered = sorted(uses, key=lambda item: (-item[1].named - item[1].said, item[0]))
    aliases = []
    for surface, _ in ordered:
        if surface.casefold() not in seen:
            seen.add(surface.casefold())
            aliases.append(surface)
    return tuple(aliases)


# ---- searching


def matched_surface(asked: tuple[str, ...], schema: str, surfaces: Iterable[str]) -> str:
    """The surface that answers best to one of the keys asked for: whole, then prefix, then inside; then shortest."""
    keyed = [(key_of(schema, surface), surface) for surface in surfaces]
    return min((_rank(key, asked), len(key), surface) for key, surface in keyed)[2]


def _rank(key: str, asked: tuple[str, ...]) -> int:
    if key in asked:
        return 0
    if key.startswith(asked):
        return 1
    return 2 if any(one in key for one in asked) else 3


def likest_surface(grams: tuple[str, ...], schema: str, surfaces: Iterable[str]) -> str:
    """The surface that shares most trigrams with `grams` for its length."""
    keyed = [(key_of(schema, surface), surface) for surface in surfaces]
    return min((-likeness(grams, key), surface) for key, surface in keyed)[1]


def likeness(grams: tuple[str, ...], key: str) -> float:
    """Dice's measure of shared trigrams, 0..1; both stores compute the same."""
    return 2.0 * sum(gram in key for gram in grams) / (len(grams) + max(len(key) - 2, 1))


# ---- from nothing


@dataclass(slots=True)
class _Growing:
    members: list[DocumentEntity] = field(default_factory=list)
    links: int = 0


def view_of(
    extracts: Iterable[Extract], judgements: Iterable[Judgement]
) -> tuple[dict[str, EntityView], dict[str, LinkView]]:
    """All entities and links that follow from facts and judgements, by id."""
    parts: dict[str, DocumentEntity] = {}
    claims: list[tuple[str, Claim]] = []
    for extract in extracts:
        parts.update((part.id, part) for part in extract.entities)
        claims.extend((claim.id, claim) for claim in extract.claims if claim.target is not None)
    entity_of = components(parts, judgements)
    growing: dict[str, _Growing] = {}
    for id_, part in parts.items():
        growing.setdefault(entity_of[id_], _Growing()).members.append(part)
    links = _links(claims, entity_of)
    for link in links.values():
        growing[link.source].links += 1
        growing[link.target].links += 1
    return {id_: _entity(id_, grown) for id_, grown in growing.items()}, links


def _links(claims: Iterable[tuple[str, Claim]], entity_of: Mapping[str, str]) -> dict[str, LinkView]:
    by_ends: dict[tuple[str, str, str], set[str]] = {}
    for id_, claim in claims:
        source, target = entity_of.get(claim.source), entity_of.get(claim.target or "")
        if source and target and source != target:
            by_ends.setdefault((claim.type, source, target), set()).add(id_)
    views = (LinkView(min(ids), *ends, tuple(sorted(ids))) for ends, ids in by_ends.items())
    return {view.id: view for view in views}


def _entity(id_: str, grown: _Growing) -> EntityView:
    uses = tuple(sorted(uses_of(grown.members).items()))
    documents = len({member.document for member in grown.members})
    return EntityView(id_, grown.members[0].schema, name_among(uses), documents, grown.links, uses)
