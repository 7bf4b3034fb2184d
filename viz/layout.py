"""Where each node is drawn: communities side by side, linked nodes close, nothing on top of anything.

Deterministic: the same graph and seed give the same positions on one machine. One unit is the least distance
between two nodes. Parts of the graph that are not connected are packed around the largest; lone nodes form a disc.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from viz.communities import communities

Points = Any  # float32, n × 2 (or n, for sizes)
Edges = Any  # int64, n × 2

WHOLE = 150
"""A connected part up to this size is laid out as one; a larger one community by community."""
SAMPLED = 700
"""Above this size each node is pushed away by so many others, drawn anew each step, instead of by all."""
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
    group = communities(count, [(int(a), int(b)) for a, b in pairs])
    points = np.zeros((count, 2), np.float32)
    parts = _parts(count, pairs)
    lone = [part[0] for part in parts if len(part) == 1]
    connected = [part for part in parts if len(part) > 1]
    for part in connected:
        points[part] = _part(part, pairs, group, random)
    discs = [np.array(part) for part in connected]
    if lone:
        points[lone] = _disc(len(lone))
        discs.append(np.array(lone))
    _pack(points, discs)
    return np.round(points, 3), group


def _parts(count: int, pairs: Edges) -> list[list[int]]:
    """Connected parts, largest first."""
    root = list(range(count))

    def find(node: int) -> int:
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for a, b in pairs.tolist():
        root[find(a)] = find(b)
    parts: dict[int, list[int]] = {}
    for node in range(count):
        parts.setdefault(find(node), []).append(node)
    return sorted(parts.values(), key=lambda part: (-len(part), part[0]))


def _part(part: list[int], pairs: Edges, group: list[int], random: np.random.Generator) -> Points:
    """Positions of a connected part around its own middle."""
    inside = _within(part, pairs)
    if len(part) <= WHOLE:
        return _force(len(part), inside, random)
    names = {g: n for n, g in enumerate(sorted({group[node] for node in part}))}
    own = np.array([names[group[node]] for node in part])
    points = np.zeros((len(part), 2), np.float32)
    radius = np.zeros(len(names), np.float32)
    for number in range(len(names)):
        members = np.flatnonzero(own == number)
        points[members] = _force(len(members), _within(members.tolist(), inside), random)
        radius[number] = _reach(points[members])
    across = own[inside][own[inside[:, 0]] != own[inside[:, 1]]]
    middles = _closer(_force(len(names), across, random, radius + GAP / 2), radius + GAP / 2)
    _turn(points, own, inside, middles)
    return _centred(points + middles[own])


def _within(members: list[int], pairs: Edges) -> Edges:
    """The edges among `members`, numbered by their place in it."""
    top = int(max(pairs.max(initial=-1), max(members))) + 1
    place = np.full(top, -1, np.int64)
    place[members] = np.arange(len(members))
    inner = place[pairs]
    return inner[(inner >= 0).all(axis=1)]


def _force(count: int, edges: Edges, random: np.random.Generator, radius: Points | None = None) -> Points:
    """Linked nodes pull (by distance), all push (by degree), cooling; then what overlaps is parted."""
    if count == 1:
        return np.zeros((1, 2), np.float32)
    degree = np.bincount(edges.ravel(), minlength=count).astype(np.float32)
    size = (0.5 + np.minimum(0.06 * np.sqrt(degree), 0.5)).astype(np.float32) if radius is None else radius
    mass = np.sqrt(degree + 1) * size * 2
    points = (_disc(count) * float(size.mean()) * 2)[random.permutation(count)]
    a, b = edges.T
    ideal = (LENGTH - 1 + size[a] + size[b]) if radius is None else (size[a] + size[b])
    heat = float(np.sqrt((size**2).sum())) * 0.6
    for step in range(STEPS):
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
        limit = heat * (1 - step / STEPS) ** 1.5 + 0.02
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


def _pack(points: Points, discs: list[Any]) -> None:
    """Moves each disc of nodes to the free place nearest to the middle, in the order given."""
    middles, radii = np.zeros((0, 2)), np.zeros(0)
    for members in discs:
        own = _reach(points[members]) + GAP / 2
        place = np.zeros(2)
        if len(radii):
            turns = np.arange(0, 4000)
            angle, step = turns * 0.35, own * 0.25 + float(radii[0]) * 0.01
            reach = radii[0] * 0.6 + turns * step * 0.06
            spiral = np.stack([np.cos(angle) * 1.35, np.sin(angle)], axis=1) * reach[:, None]
            gap = np.sqrt(((spiral[:, None] - middles[None]) ** 2).sum(axis=2)) - radii[None] - own
            free = np.flatnonzero(gap.min(axis=1) >= 0)
            place = spiral[free[0] if len(free) else -1]
        points[members] += place.astype(np.float32)
        middles, radii = np.vstack([middles, place]), np.append(radii, own)


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
