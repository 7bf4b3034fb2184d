"""Where each node is drawn: communities side by side, linked nodes close, nothing on top of anything.

Deterministic: the same graph and seed give the same positions on one machine. One unit is the least distance
between two nodes. Parts of the graph that are not connected stand in rows, the largest first; lone nodes form a disc.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from viz.communities import communities

Points = Any  # float32, n × 2 (or n, for sizes)
Edges = Any  # int64, n × 2
Groups = Any  # int64, n

WHOLE = 150
"""A connected part up to this size is laid out as one; a larger one community by community."""
SAMPLED = 700
"""Above this size each node is pushed away by so many others, drawn anew each step, instead of by all."""
CROWD = 900
"""A community above this size (a hub's thousands of neighbours) is a plain disc, best linked in the middle."""
STEPS = 140
LENGTH = 1.5
"""The length that a link likes to have, between the rims of its ends."""
PUSH = 0.3
"""How strongly nodes part: the least that leaves 1,000 nodes readable on one screen."""
GAP = 1.8
"""Between neighbouring communities and parts."""
GOLDEN = math.pi * (3 - math.sqrt(5))


def layout(count: int, edges: list[tuple[int, int]], seed: int = 0) -> tuple[Points, list[int]]:
    """Positions (count × 2) and the community of each node."""
    random = np.random.default_rng(seed)
    pairs = np.array(sorted({(min(a, b), max(a, b)) for a, b in edges if a != b}), np.int64).reshape(-1, 2)
    community = communities(count, ((a, b) for a, b in pairs.tolist()))
    points = np.zeros((count, 2), np.float32)
    group = np.array(community, np.int64)
    lone, connected = [], []
    for members, inner in _split(_parts(count, pairs), pairs):
        if len(members) == 1:
            lone.append(int(members[0]))
        else:
            points[members] = _part(inner, group[members], random)
            connected.append(members)
    connected.sort(key=lambda members: (-len(members), members[0]))
    if lone:
        points[lone] = _disc(len(lone))
        connected.append(np.array(lone))
    _shelve(points, connected)
    return np.round(points, 3), community


def _parts(count: int, pairs: Edges) -> Groups:
    """The connected part of each node."""
    root = list(range(count))

    def find(node: int) -> int:
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for a, b in pairs.tolist():
        root[find(a)] = find(b)
    return np.array([find(node) for node in range(count)], np.int64)


def _split(group: Groups, pairs: Edges) -> list[tuple[Groups, Edges]]:
    """The members of each group, and the edges inside it, numbered by their ends' place among the members."""
    if not len(group):
        return []
    order = np.argsort(group, kind="stable")
    starts = np.flatnonzero(np.diff(group[order], prepend=group[order][0] - 1))
    members = np.split(order, starts[1:])
    place = np.empty(len(group), np.int64)
    place[order] = np.arange(len(group)) - np.repeat(starts, [len(part) for part in members])
    inner = pairs[group[pairs[:, 0]] == group[pairs[:, 1]]]
    inner = inner[np.argsort(group[inner[:, 0]], kind="stable")]
    cuts = np.searchsorted(group[inner[:, 0]], group[order][starts])
    return list(zip(members, np.split(place[inner], cuts[1:]), strict=True))


def _part(pairs: Edges, group: Groups, random: np.random.Generator) -> Points:
    """Positions of a connected part around its own middle."""
    if len(group) <= WHOLE:
        return _force(len(group), pairs, random)
    own = np.unique(group, return_inverse=True)[1].astype(np.int64)
    points = np.zeros((len(group), 2), np.float32)
    radius = []
    for members, inner in _split(own, pairs):
        points[members] = _force(len(members), inner, random)
        radius.append(_reach(points[members]))
    size = np.array(radius, np.float32) + GAP / 2
    ends = own[pairs]
    middles = _closer(_force(len(size), ends[ends[:, 0] != ends[:, 1]], random, size), size)
    _turn(points, own, pairs, middles)
    return _centred(points + middles[own])


def _force(count: int, edges: Edges, random: np.random.Generator, radius: Points | None = None) -> Points:
    """Linked nodes pull (by distance), all push (by degree), cooling; then what overlaps is parted."""
    if count <= 2:
        return np.array([[n * LENGTH, 0] for n in range(count)], np.float32) - [LENGTH * (count - 1) / 2, 0]
    if count > CROWD:
        degree = np.bincount(edges.ravel(), minlength=count)
        return _centred(_disc(count)[np.argsort(np.argsort(-degree, kind="stable"), kind="stable")])
    degree = np.bincount(edges.ravel(), minlength=count).astype(np.float32)
    size = (0.5 + np.minimum(0.06 * np.sqrt(degree), 0.5)).astype(np.float32) if radius is None else radius
    mass = np.sqrt(degree + 1) * size * 2
    points = (_disc(count) * float(size.mean()) * 2)[random.permutation(count)]
    a, b = edges.T
    ideal = (LENGTH - 1 + size[a] + size[b]) if radius is None else (size[a] + size[b])
    heat = float(np.sqrt((size**2).sum())) * 0.6
    steps = min(STEPS, 20 + 5 * count)
    for step in range(steps):
        others = np.arange(count) if count <= SAMPLED else random.choice(count, SAMPLED // 2, replace=False)
        far = points[others]
        weight = PUSH * count / len(others) * mass[:, None] * mass[None, others] / (_square(points, far) + 0.01)
        move = weight.sum(axis=1)[:, None] * points - weight @ far
        along = points[b] - points[a]
        distance = np.hypot(along[:, 0], along[:, 1]) + 0.01
        pull = along * (np.log1p(distance / ideal) * 2.2)[:, None]
        np.add.at(move, a, pull)
        np.add.at(move, b, -pull)
        move -= points * (0.05 * mass)[:, None]
        length = np.hypot(move[:, 0], move[:, 1]) + 1e-6
        limit = heat * (1 - step / steps) ** 1.5 + 0.02
        points = points + move * (np.minimum(length, limit) / length)[:, None]
    return _centred(_parted(points.astype(np.float32), size))


def _square(points: Points, others: Points) -> Points:
    """Squared distances, points × others."""
    across, down = (points[:, None, axis] - others[None, :, axis] for axis in (0, 1))
    return across * across + down * down


def _parted(points: Points, size: Points, rounds: int = 60) -> Points:
    """Pushes overlapping nodes apart until each has the room of its size."""
    room = size[:, None] + size[None, :]
    np.fill_diagonal(room, 0)
    for _ in range(rounds):
        distance = np.sqrt(_square(points, points)) + 1e-4
        short = np.maximum(room - distance, 0)
        if float(short.max()) < 0.02:
            break
        weight = short / distance * 0.45
        points = points + weight.sum(axis=1)[:, None] * points - weight @ points
    return points


def _closer(points: Points, size: Points) -> Points:
    """Draws discs together until they touch, a little wider than high, as screens are."""
    wide = np.array([0.96, 0.93], np.float32)
    for _ in range(40):
        points = _parted(points * wide, size, 4)
    return _centred(_parted(points, size))


def _turn(points: Points, own: Any, edges: Edges, middles: Points) -> None:
    """Turns each community so that members face the communities they are linked with."""
    place = points[:, 0] + 1j * points[:, 1]
    middle = middles[:, 0] + 1j * middles[:, 1]
    twist = np.zeros(len(middles), np.complex128)
    for near, far in (edges.T, edges.T[::-1]):
        towards = middle[own[far]] - middle[own[near]]
        np.add.at(twist, own[near], np.conj(place[near]) * towards / (np.abs(towards) + 1e-9))
    turned = place * np.where(twist == 0, 1, twist / (np.abs(twist) + 1e-12))[own]
    points[:, 0], points[:, 1] = turned.real, turned.imag


def _shelve(points: Points, parts: list[Groups]) -> None:
    """Sets parts in rows, largest first, the rows centred under one another and as wide together as a screen is."""
    boxes = np.array([np.ptp(points[part], axis=0) + GAP for part in parts]).reshape(-1, 2)
    wide = max(float(boxes[:, 0].max(initial=0)), math.sqrt(float(boxes.prod(axis=1).sum()) * 1.6))
    rows: list[list[int]] = []
    room = 0.0
    for n, (width, _) in enumerate(boxes.tolist()):
        if room < width:
            rows.append([])
            room = wide
        rows[-1].append(n)
        room -= width
    top = 0.0
    for row in rows:
        left, high = -float(boxes[row, 0].sum()) / 2, float(boxes[row, 1].max())
        for n in row:
            middle = (left + boxes[n, 0] / 2, top + high / 2)
            points[parts[n]] = _centred(points[parts[n]]) + np.array(middle, np.float32)
            left += float(boxes[n, 0])
        top += high


def _disc(count: int) -> Points:
    """Points spread evenly over a disc, about one unit apart."""
    turns = np.arange(count)
    reach = np.sqrt(turns + 0.5) * 0.62
    return np.stack([np.cos(turns * GOLDEN) * reach, np.sin(turns * GOLDEN) * reach], axis=1).astype(np.float32)


def _reach(points: Points) -> float:
    return float(np.sqrt((points**2).sum(axis=1)).max()) + 0.5


def _centred(points: Points) -> Points:
    """Around the middle of its bounding box."""
    return points - (points.max(axis=0) + points.min(axis=0)) / 2
