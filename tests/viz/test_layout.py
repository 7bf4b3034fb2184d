"""Layout: the same every time, nothing on top of anything, neighbours near, fast enough."""

from __future__ import annotations

import time

import numpy as np
import pytest

from viz.communities import communities
from viz.layout import layout


def planted(count: int, seed: int = 1) -> list[tuple[int, int]]:
    """Links of a graph with communities of about sixty and a few hubs."""
    random = np.random.default_rng(seed)
    groups = random.integers(0, max(2, count // 60), count)
    members = [np.flatnonzero(groups == g) for g in range(max(2, count // 60))]
    edges = []
    for _ in range(3 * count):
        a = int(count * random.random() ** 1.7)
        own = members[groups[a]]
        inside = random.random() < 0.8
        b = int(own[int(len(own) * random.random() ** 1.7)]) if inside else int(count * random.random() ** 1.7)
        edges.append((a, b))
    return edges


def nearest(points: np.ndarray) -> np.ndarray:
    away = np.hypot(*(points[:, None, axis] - points[None, :, axis] for axis in (0, 1)))
    np.fill_diagonal(away, np.inf)
    return away


def test_two_rings_joined_by_one_link_are_two_communities() -> None:
    ring = [(n, (n + 1) % 6) for n in range(6)] + [(n, (n + 2) % 6) for n in range(6)]
    edges = [*ring, *((a + 6, b + 6) for a, b in ring), (0, 6)]
    assert communities(12, edges) == [0] * 6 + [1] * 6


def test_one_seed_gives_one_picture() -> None:
    edges = planted(300)
    first, second, other = layout(300, edges, 3), layout(300, edges, 3), layout(300, edges, 4)
    assert np.array_equal(first[0], second[0]) and first[1] == second[1]
    assert not np.array_equal(first[0], other[0])


@pytest.mark.parametrize("count", [2, 40, 149, 151, 1000])
def test_nodes_lie_apart(count: int) -> None:
    points, _ = layout(count, planted(count))
    assert nearest(points).min() > 0.9


def test_a_thousand_nodes_fit_one_screen_and_keep_their_neighbours() -> None:
    count, edges = 1000, planted(1000)
    points, _ = layout(count, edges)
    wide, high = points.max(axis=0) - points.min(axis=0)
    away = nearest(points)
    scale = min(1240 / wide, 760 / high)
    assert (away.min(axis=1) * scale < 8).mean() <= 0.10
    ties: list[set[int]] = [set() for _ in range(count)]
    for a, b in edges:
        if a != b:
            ties[a].add(b)
            ties[b].add(a)
    kept = [
        len(set(np.argpartition(away[n], len(near))[: len(near)].tolist()) & near) / len(near)
        for n, near in enumerate(ties)
        if near
    ]
    assert np.mean(kept) >= 0.2


def test_parts_that_are_not_linked_do_not_lie_on_one_another() -> None:
    edges = [(n, n + 1) for n in range(0, 60, 3)] + [(n, n + 2) for n in range(0, 60, 3)]
    points, _ = layout(80, edges)
    assert nearest(points).min() > 0.9


def test_loops_doubles_and_nothing_at_all_are_laid_out_too() -> None:
    assert layout(0, [])[0].shape == (0, 2)
    points, group = layout(3, [(0, 0), (0, 1), (1, 0), (0, 1)])
    assert np.isfinite(points).all() and len(group) == 3


def test_five_thousand_nodes_take_at_most_ten_times_as_long_as_one_thousand() -> None:
    def took(count: int) -> float:
        edges = planted(count)
        start = time.process_time()
        layout(count, edges)
        return time.process_time() - start

    layout(10, planted(10))
    assert took(5000) <= 10 * max(took(1000), 0.05)
