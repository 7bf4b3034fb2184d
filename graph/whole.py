"""A store as a whole: `dump` to compare two of them, `problems` to prove that one holds what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from itertools import pairwise
from typing import Any, Protocol

from graph.errors import UnsoundFact
from graph.facts import Sighting
from graph.model import Extract, Judgement, Origin
from graph.resolution.chain import groups, judged
from graph.view import EntityView, LinkView, view_of


class Whole(Protocol):
    """What a store gives when it is read from end to end; everything by id."""

    def extracts(self) -> Iterator[Extract]: ...
    def sightings(self) -> Iterator[Sighting]: ...
    def origins(self) -> Iterator[Origin]: ...
    def all_judgements(self) -> Iterator[Judgement]: ...
    def view_entities(self) -> Iterator[EntityView]: ...
    def view_links(self) -> Iterator[LinkView]: ...
    def storage_problems(self) -> Iterator[str]: ...


def dump(store: Whole) -> list[tuple[str, Any]]:
    """Everything a store holds, facts and view, in an order of its own: equal stores give equal lists."""
    return [
        *(("document", asdict(extract)) for extract in store.extracts()),
        *(("sighting", tuple(sighting)) for sighting in store.sightings()),
        *(("origin", asdict(origin)) for origin in store.origins()),
        *(("judgement", asdict(judgement)) for judgement in store.all_judgements()),
        *(("entity", asdict(entity)) for entity in store.view_entities()),
        *(("link", asdict(link)) for link in store.view_links()),
    ]


def problems(store: Whole) -> Iterator[str]:
    """One line for each fact that does not hold, each judgement out of place, each difference of the view."""
    yield from store.storage_problems()
    extracts = list(store.extracts())
    for extract in extracts:
        try:
            extract.verify()
        except UnsoundFact as unsound:
            yield str(unsound)
    judgements = {judgement.id: judgement for judgement in store.all_judgements()}
    yield from _rules_broken(extracts, judgements)
    entities, links = view_of(extracts, judgements.values())
    yield from _differences("entity", entities, {entity.id: entity for entity in store.view_entities()})
    yield from _differences("link", links, {link.id: link for link in store.view_links()})


def _rules_broken(extracts: list[Extract], judgements: Mapping[str, Judgement]) -> Iterator[str]:
    keyed: dict[str, list[str]] = {}
    for extract in extracts:
        for group in groups(extract):
            if group.key is not None:
                keyed.setdefault(group.key, []).extend(member.id for member in group.members)
    due = {j.id: j for key, ids in keyed.items() for pair in pairwise(sorted(ids)) for j in judged(key, pair)}
    for id_, judgement in due.items():
        if id_ not in judgements:
            yield f"judgement {id_}: {judgement.left} and {judgement.right} are the same by {judgement.by}, not kept"
    for id_, judgement in judgements.items():
        if judgement.at is None and id_ not in due:
            yield f"judgement {id_}: {judgement.by} does not join {judgement.left} and {judgement.right}"


def _differences(kind: str, due: Mapping[str, object], kept: Mapping[str, object]) -> Iterator[str]:
    for id_ in sorted(due.keys() | kept.keys()):
        if id_ not in kept:
            yield f"{kind} {id_}: missing from the view; run: scamgraph check --rebuild"
        elif id_ not in due:
            yield f"{kind} {id_}: in the view, but no fact makes it"
        elif due[id_] != kept[id_]:
            yield f"{kind} {id_}: the view has {_short(kept[id_])}, the facts give {_short(due[id_])}"


def _short(thing: object) -> str:
    text = str(thing)
    return text if len(text) <= 300 else text[:299] + "…"
