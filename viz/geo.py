"""Compounds and places as a map page: land inside the file, each place with what is told of it; see `assets/map.js`."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from graph.model import Link, Subgraph
from viz.gazetteer import Spot, country_name
from viz.page import page
from viz.placing import Placed, place
from viz.rows import rows
from viz.survivors import survivors
from viz.words import vocabulary

STYLES = ("common.css", "map.css")
SCRIPTS = (
    "common.js", "signs.js", "claims.js", "facts.js", "search.js", "view.js", "details.js", "land.js", "marks.js",
    "map.js",
)  # fmt: skip


def map_page(
    subgraph: Subgraph,
    title: str = "Map",
    *,
    note: str = "",
    mentioned: Mapping[str, Iterable[str]] | None = None,
    harmed: Collection[str] | None = None,
) -> str:
    """One HTML file that opens from disk without a network.

    Args:
        note: a sentence under the title, such as what a limit left out.
        mentioned: documents in which each entity is mentioned; they settle which of several namesakes is meant.
            None takes the documents of the entities' claims.
        harmed: entities drawn with the survivors' sign; None leaves it to `viz.survivors`.
    """
    placed = place(subgraph, _mentioned(subgraph) if mentioned is None else mentioned)
    facts = rows(subgraph, survivors(subgraph) if harmed is None else harmed)
    index = {entity.id: n for n, entity in enumerate(subgraph.entities)}
    told = _told(subgraph.links)
    places = [_row(index[i], placed[i], told.get(i, 0)) for i in sorted(placed, key=lambda i: index[i])]
    lost = [
        index[entity.id]
        for entity in subgraph.entities
        if entity.schema in ("Compound", "Location") and entity.id not in placed
    ]
    head = {"title": title, "note": note}
    data = {"head": head, "words": vocabulary(), "facts": facts, "places": places, "lost": lost, "land": _land()}
    return page(title, "map.html", STYLES, SCRIPTS, data)


def _mentioned(subgraph: Subgraph) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for link in subgraph.links:
        for claim in link.claims:
            found.setdefault(link.source, set()).add(claim.document)
            found.setdefault(link.target, set()).add(claim.document)
    return found


def _told(links: Iterable[Link]) -> dict[str, int]:
    """How many links tell of something at a place; a state that acts is not an event in its middle."""
    told: dict[str, int] = {}
    for link in links:
        told[link.target] = told.get(link.target, 0) + 1
        if link.type != "ACTED_AGAINST":
            told[link.source] = told.get(link.source, 0) + 1
    return told


def _row(entity: int, placed: Placed, told: int) -> list[object]:
    spot = placed.spot
    return [
        entity, spot.latitude, spot.longitude, placed.precision, spot.reach, _where(spot), placed.why, spot.source,
        [_where(other) for other in placed.namesakes], told,
    ]  # fmt: skip


def _where(spot: Spot) -> str:
    return spot.name if spot.precision == "country" else f"{spot.name}, {country_name(spot.country)}"


@lru_cache(maxsize=1)
def _land() -> object:
    return json.loads(Path(__file__).with_name("data").joinpath("land.json").read_text("utf-8"))
