"""Which gazetteer place each Location and Compound is: the reason, the namesakes set aside, and how exact it is."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from graph.model import Entity, Subgraph
from viz.gazetteer import PRECISIONS, Candidate, Precision, Spot, candidates, country_name

HOME = frozenset(("KH", "LA", "MM", "TH", "VN", "MY", "PH", "ID"))
"""Where the compounds are: settles namesakes when the documents do not."""
NEAR = frozenset(("SG", "BN", "TL", "HK", "MO", "TW", "CN"))

# What speaks for a candidate. A document's own words (LOCATED_IN, places named beside it) outweigh everything that
# holds in general (closeness to the region, size).
INSIDE, BESIDE, AT_HOME, NEARBY = 6.0, 4.0, 1.5, 0.7
NAMED = {"its name": 1.0, "another name": 0.6, "part of the name": 0.3}
SIZES = {"country": 3.5, "province": 1.15, "site": 2.5}
SERIOUS = 3.0
"""How much less may speak for a namesake that is still worth showing."""
DOUBTFUL = 2.0
"""What must speak for a place that bears the name only as another name: a village of the region, or a great city."""
SAME_SPOT_KM = 60
CITY_STATE = 25
"""A country that reaches no farther (km) is as exact as a town."""
NAMESAKES = 3
ROUNDS = 4
"""How long a chain of LOCATED_IN is followed."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An entity on the map: where, how exactly, why there, and which namesakes were set aside."""

    entity: str
    spot: Spot
    precision: Precision
    why: str
    namesakes: tuple[Spot, ...] = ()


def place(subgraph: Subgraph, mentioned: Mapping[str, Iterable[str]]) -> dict[str, Placed]:
    """Places for the Locations and Compounds that can be placed, by entity id.

    Args:
        mentioned: documents in which each entity is mentioned; they settle namesakes.
    """
    places = [entity for entity in subgraph.entities if entity.schema in ("Location", "Compound")]
    containers = _containers(subgraph, {entity.id for entity in places})
    known = {entity.id: _candidates(entity) for entity in places}
    beside = _countries_beside(known, mentioned)
    placed: dict[str, Placed] = {}
    for _ in range(ROUNDS):  # each round, places settled in the round before speak for what lies inside them
        settled = {}
        for entity in places:
            inside = [placed[c] for c in containers.get(entity.id, ()) if c in placed and c != entity.id]
            near = _near(mentioned.get(entity.id, ()), beside, known[entity.id])
            found = _choose(entity, known[entity.id], inside, near) or _inherit(entity, inside)
            if found is not None:
                settled[entity.id] = found
        if settled == placed:
            break
        placed = settled
    return placed


def _candidates(entity: Entity) -> tuple[Candidate, ...]:
    zones = entity.schema == "Compound"
    for name in (entity.name, *entity.aliases):
        found = candidates(name, zones=zones)
        if zones:  # a building is not a far town that happens to bear its name
            found = tuple(c for c in found if c.spot.precision in ("site", "town") and c.spot.country in HOME | NEAR)
        if found:
            return found
    return ()


def _containers(subgraph: Subgraph, places: set[str]) -> dict[str, list[str]]:
    inside: dict[str, list[str]] = {}
    for link in subgraph.links:
        if link.type == "LOCATED_IN" and link.best.status != "denied" and {link.source, link.target} <= places:
            inside.setdefault(link.source, []).append(link.target)
    return inside


def _countries_beside(
    known: Mapping[str, tuple[Candidate, ...]], mentioned: Mapping[str, Iterable[str]]
) -> dict[str, Counter[str]]:
    """By document: how many of its places lie for certain in which country."""
    beside: dict[str, Counter[str]] = {}
    for entity, found in known.items():
        countries = {c.spot.country for c in found}
        if len(countries) == 1:
            for document in mentioned.get(entity, ()):
                beside.setdefault(document, Counter())[next(iter(countries))] += 1
    return beside


def _near(
    documents: Iterable[str], beside: Mapping[str, Counter[str]], own: tuple[Candidate, ...]
) -> Mapping[str, int]:
    """Countries of the other places in the same documents, a place's own vote taken out."""
    countries = {c.spot.country for c in own}
    mine = Counter(countries if len(countries) == 1 else ())
    total: Counter[str] = Counter()
    for document in documents:
        total += beside.get(document, Counter()) - mine
    return total


def _choose(
    entity: Entity, found: tuple[Candidate, ...], inside: list[Placed], near: Mapping[str, int]
) -> Placed | None:
    if not found:
        return None
    around = {p.spot.country for p in inside}
    provinces = {(p.spot.country, p.spot.province) for p in inside if p.spot.province}
    votes = sum(near.values()) or 1

    def weight(candidate: Candidate) -> tuple[float, str, float]:
        spot = candidate.spot
        said = INSIDE * (spot.country in around) + 2 * ((spot.country, spot.province) in provinces)
        told = BESIDE * near.get(spot.country, 0) / votes
        home = AT_HOME if spot.country in HOME else NEARBY if spot.country in NEAR else 0
        size = SIZES.get(spot.precision) or math.log10(spot.population + 10) / 4
        return said + told + home + size + NAMED[candidate.named], spot.country, spot.latitude

    ranked = sorted(found, key=weight, reverse=True)
    best, least = ranked[0].spot, weight(ranked[0])[0] - SERIOUS
    if around and best.country not in around and best.precision != "country":
        return None
    if ranked[0].named != "its name" and weight(ranked[0])[0] < DOUBTFUL:
        return None
    rivals = (c for c in ranked[1:] if weight(c)[0] > least and NAMED[c.named] >= NAMED[ranked[0].named])
    others = tuple(c.spot for c in rivals if _apart(c.spot, best))[:NAMESAKES]
    precision: Precision = "town" if best.reach <= CITY_STATE and best.precision == "country" else best.precision
    alone = not any(_apart(c.spot, best) for c in ranked[1:])
    return Placed(entity.id, best, precision, _why(ranked[0], alone, others, around, near), others)


def _why(chosen: Candidate, alone: bool, others: tuple[Spot, ...], around: set[str], near: Mapping[str, int]) -> str:
    """What settled it, in words."""
    spot = chosen.spot
    country = country_name(spot.country)
    named = "" if chosen.named == "its name" else f"{chosen.named} of {spot.name}; "
    if alone:
        return f"{named}the only place of this name in the gazetteer"
    if spot.country in around:
        return f"{named}a document says that it lies in {country}"
    if times := near.get(spot.country):
        return f"{named}{times} other place{'s' if times > 1 else ''} in {country} named in the same documents"
    if spot.country in HOME | NEAR and not all(other.country in HOME | NEAR for other in others):
        return f"{named}the one in the region; the documents do not say which"
    if not others:
        return f"{named}by far the best known of that name"
    return f"{named}the largest of that name; the documents do not say which"


def _apart(spot: Spot, best: Spot) -> bool:
    return spot.country != best.country or _km(spot, best) > SAME_SPOT_KM


def _km(a: Spot, b: Spot) -> float:
    across = (a.longitude - b.longitude) * math.cos(math.radians(a.latitude))
    return math.hypot(a.latitude - b.latitude, across) * 111.2


def _inherit(entity: Entity, inside: list[Placed]) -> Placed | None:
    """The finest place that a document puts it in; never more exact than a town."""
    if not inside:
        return None
    finest = min(inside, key=lambda p: (PRECISIONS.index(p.precision), p.spot.name, p.entity))
    precision: Precision = "town" if finest.precision == "site" else finest.precision
    why = f"not in the gazetteer; a document puts it in {finest.spot.name}"
    return replace(finest, entity=entity.id, precision=precision, why=why, namesakes=())
