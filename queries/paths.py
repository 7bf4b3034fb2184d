"""How two entities are tied: the simple paths between them, fewest hops first, each hop with its evidence."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.model import Entity, Link
from graph.ontology import STATUSES
from graph.store import Edge, Store

CLOSED = frozenset({"Location", "PublicBody"})
"""Schemata that tie everybody to everybody: a path may end there, but not lead through."""

CANDIDATES = 200
"""How many paths of equal length are weighed against each other, at most."""

Nodes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """`links[i]` joins `entities[i]` and `entities[i + 1]`; `parallel[i]` are further links of that hop."""

    rank: int
    entities: tuple[Entity, ...]
    links: tuple[Link, ...]
    parallel: tuple[tuple[Link, ...], ...]

    @property
    def hops(self) -> int:
        return len(self.links)


def paths(
    store: Store,
    source: str,
    target: str,
    *,
    k: int = 3,
    max_hops: int = 6,
    through: Iterable[str] = (),
) -> tuple[Path, ...]:
    """The `k` best simple paths between two entities, by canonical id.

    Best is fewest hops, then strength: the hops' statuses (asserted before alleged, planned, denied), then the
    number of claims along the way, then ids. Direction is not asked for; schemata of CLOSED are passed through only
    if they stand in `through`.
    """
    if source == target:
        return ()
    walk = Walk(store, CLOSED - set(through), frozenset((source, target)))
    found = _candidates(walk, source, target, k, max_hops)
    hops = [[walk.between(a, b) for a, b in pairwise(nodes)] for nodes in found]
    links = store.links({edge for path in hops for hop in path for edge in hop})
    entities = store.entities({node for nodes in found for node in nodes})
    ranked = []
    for nodes, path in zip(found, hops, strict=True):
        sides = [sorted((links[edge] for edge in hop), key=_strength) for hop in path]
        worst = sorted((_strength(side[0])[:1] for side in sides), reverse=True)
        claims = sum(len(link.claims) for side in sides for link in side)
        ranked.append(((len(path), worst, -claims, nodes), nodes, sides))
    ranked.sort(key=lambda item: item[0])
    return tuple(
        Path(
            rank,
            tuple(entities[node] for node in nodes),
            tuple(side[0] for side in sides),
            tuple(tuple(side[1:]) for side in sides),
        )
        for rank, (_, nodes, sides) in enumerate(ranked[:k], 1)
    )


def _strength(link: Link) -> tuple[int, int, str]:
    return STATUSES.index(link.best.status), -len(link.claims), link.id


class Walk:
    """The graph as far as it was asked for: neighbours, fetched a frontier at a time and kept."""

    def __init__(self, store: Store, closed: frozenset[str], ends: frozenset[str]) -> None:
        self._store, self._closed, self._ends = store, closed, ends
        self._near: dict[str, dict[str, list[str]]] = {}

    def fetch(self, nodes: Iterable[str]) -> None:
        new = {node for node in nodes if node not in self._near}
        if not new:
            return
        for node in new:
            self._near[node] = {}
        for edge in self._store.edges(sorted(new)):
            if edge.source in new:
                self._note(edge, edge.source, edge.target, edge.target_schema)
            if edge.target in new:
                self._note(edge, edge.target, edge.source, edge.source_schema)

    def _note(self, edge: Edge, node: str, other: str, schema: str) -> None:
        if schema not in self._closed or other in self._ends:
            self._near[node].setdefault(other, []).append(edge.id)

    def near(self, node: str) -> Mapping[str, list[str]]:
        """Neighbours of a node and the links to each; a neighbour that may not be passed is left out."""
        if node not in self._near:
            self.fetch((node,))
        return self._near[node]

    def between(self, a: str, b: str) -> list[str]:
        """The links of a hop, from whichever end was fetched already."""
        return self._near[a][b] if b in self._near.get(a, ()) else self.near(b)[a]


def _candidates(walk: Walk, source: str, target: str, k: int, max_hops: int) -> list[Nodes]:
    """All shortest paths (up to CANDIDATES); if they are fewer than `k`, longer ones by Yen's algorithm."""
    wanted = max(k, CANDIDATES)
    found = list(_shortest(walk, source, target, max_hops, wanted))
    if not found or len(found) >= k:
        return found
    # Yen 1971: each further path leaves a known one at a spur node by a step that no known path takes there.
    heap: list[tuple[int, Nodes]] = []
    queued = set(found)
    done = 0
    while len(found) < k:
        while done < len(found):
            for candidate in _spurs(walk, found[done], found, max_hops):
                if candidate not in queued:
                    queued.add(candidate)
                    heapq.heappush(heap, (len(candidate), candidate))
            done += 1
        if not heap:
            break
        found.append(heapq.heappop(heap)[1])
    return found


def _spurs(walk: Walk, path: Nodes, known: Sequence[Nodes], max_hops: int) -> Iterator[Nodes]:
    for i in range(len(path) - 1):
        root = path[: i + 1]
        taken = {other[i + 1] for other in known if other[: i + 1] == root}
        yield from (
            root[:-1] + tail
            for tail in _shortest(walk, root[-1], path[-1], max_hops - i, 1, frozenset(root[:-1]), frozenset(taken))
        )


def _shortest(
    walk: Walk,
    source: str,
    target: str,
    max_hops: int,
    limit: int,
    banned: frozenset[str] = frozenset(),
    first_banned: frozenset[str] = frozenset(),
) -> Iterator[Nodes]:
    """Shortest paths by bidirectional search, in order of ids, at most `limit`; `first_banned` may not come first."""
    sides: tuple[dict[str, list[str]], dict[str, list[str]]] = ({source: []}, {target: []})
    fronts: list[set[str]] = [{source}, {target}]

    def allowed(a: str, b: str, forward: bool) -> bool:
        start, end = (a, b) if forward else (b, a)
        return b not in banned and not (start == source and end in first_banned)

    for _ in range(max_hops):
        side = 0 if len(fronts[0]) <= len(fronts[1]) else 1
        mine, other = sides[side], sides[1 - side]
        walk.fetch(fronts[side])
        reached: dict[str, list[str]] = {}
        for node in sorted(fronts[side]):
            for near in walk.near(node):
                if near not in mine and allowed(node, near, side == 0):
                    reached.setdefault(near, []).append(node)
        mine.update(reached)
        fronts[side] = set(reached)
        meeting = reached.keys() & other.keys()
        if meeting:
            yield from _joined(sides, sorted(meeting), limit)
            return
        if not reached:
            return


def _joined(sides: Sequence[Mapping[str, list[str]]], meeting: Sequence[str], limit: int) -> Iterator[Nodes]:
    count = 0
    for middle in meeting:
        for head in _back(sides[0], middle):
            for tail in _back(sides[1], middle):
                yield head[::-1] + tail[1:]
                count += 1
                if count == limit:
                    return


def _back(parents: Mapping[str, list[str]], node: str) -> Iterator[Nodes]:
    if not parents[node]:
        yield (node,)
    for parent in sorted(parents[node]):
        for rest in _back(parents, parent):
            yield (node, *rest)
