"""Communities of a graph: groups of nodes with more links inside than between them (Louvain, deterministic)."""

from __future__ import annotations

from collections.abc import Iterable

PASSES = 12
LEVELS = 8
BETTER = 1e-9
"""The least gain for which a node moves; below it, rounding would decide."""


def communities(count: int, edges: Iterable[tuple[int, int]]) -> list[int]:
    """The community of each node 0..count-1; numbered by size, largest first, then by smallest member."""
    links: list[dict[int, float]] = [{} for _ in range(count)]
    for a, b in edges:
        if a != b:
            links[a][b] = links[a].get(b, 0.0) + 1.0
            links[b][a] = links[b].get(a, 0.0) + 1.0
    member = list(range(count))
    loops = [0.0] * count
    for _ in range(LEVELS):
        group = _moved(links, loops)
        names = {old: new for new, old in enumerate(dict.fromkeys(group))}
        if len(names) == len(links):
            break
        group = [names[g] for g in group]
        member = [group[m] for m in member]
        links, loops = _merged(links, loops, group, len(names))
    return _by_size(member)


def _moved(links: list[dict[int, float]], loops: list[float]) -> list[int]:
    """Each node in the neighbouring community that gains modularity most, until none gains."""
    degree = [sum(near.values()) + 2 * loop for near, loop in zip(links, loops, strict=True)]
    total = sum(degree) or 1.0
    group, weight = list(range(len(links))), degree[:]
    for _ in range(PASSES):
        changed = False
        for node, near in enumerate(links):
            home = group[node]
            weight[home] -= degree[node]
            pull: dict[int, float] = {home: 0.0}
            for other, strength in near.items():
                pull[group[other]] = pull.get(group[other], 0.0) + strength
            share = degree[node] / total
            best, best_gain = home, pull[home] - share * weight[home]
            for candidate in sorted(pull):
                gain = pull[candidate] - share * weight[candidate]
                if gain > best_gain + BETTER:
                    best, best_gain = candidate, gain
            weight[best] += degree[node]
            if best != home:
                group[node], changed = best, True
        if not changed:
            break
    return group


def _merged(
    links: list[dict[int, float]], loops: list[float], group: list[int], count: int
) -> tuple[list[dict[int, float]], list[float]]:
    """One node a community; links inside it become its loop."""
    merged: list[dict[int, float]] = [{} for _ in range(count)]
    inside = [0.0] * count
    for node, near in enumerate(links):
        own = group[node]
        inside[own] += loops[node]
        for other, strength in near.items():
            if group[other] == own:
                inside[own] += strength / 2
            else:
                merged[own][group[other]] = merged[own].get(group[other], 0.0) + strength
    return merged, inside


def _by_size(member: list[int]) -> list[int]:
    size: dict[int, int] = {}
    for group in member:  # in order of smallest member, which a stable sort keeps
        size[group] = size.get(group, 0) + 1
    order = sorted(size, key=lambda group: -size[group])
    rank = {group: n for n, group in enumerate(order)}
    return [rank[group] for group in member]
