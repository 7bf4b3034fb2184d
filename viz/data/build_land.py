"""Makes land.json: the world's countries as one shared-border topology, fine in South-East Asia, coarse elsewhere.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python viz/data/build_land.py package/countries-10m.json

Natural Earth 1:10m (public domain) as packed by world-atlas (ISC). Borders that two countries share stay one arc,
so nothing gapes where fine meets coarse. Output: {"scale", "arcs": [[x, y, dx, dy, ...]], "countries": [[iso
numeric, name, label longitude, label latitude, [[arc, ...], ...]]]}; coordinates are degrees times `scale`, arcs
are delta-coded, arc ~i is arc i backwards, every list of arcs is one ring.
"""

from __future__ import annotations

import itertools
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

SCALE = 500  # 0.002 degrees, about 220 m
REGION = (91.0, -9.5, 128.0, 29.0)  # west, south, east, north of what is drawn finely
FINE, COARSE = 0.006, 0.15  # degrees that a simplified line may stray
SMALLEST_FINE, SMALLEST_COARSE = 0.002, 0.3  # square degrees below which an island goes
LEFT_OUT = {"Antarctica"}

Points = Any  # float64, n × 2


def main(source: str) -> None:
    topology = json.loads(Path(source).read_text("utf-8"))
    arcs = [_decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    kept: dict[int, int] = {}
    lines: list[list[int]] = []
    countries = []
    for shape in topology["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        if name in LEFT_OUT or shape["type"] is None:
            continue
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        rings = [(ring, _ring(ring, arcs)) for polygon in polygons for ring in polygon]
        largest = max(rings, key=lambda ring: abs(_area(ring[1])))
        wanted = [ring for ring, points in rings if _worth_it(points) or ring is largest[0]]
        indices = []
        for ring in wanted:
            indices.append([_keep(arc, arcs, kept, lines) for arc in ring])
        x, y = _inner_point(largest[1])
        countries.append([shape.get("id"), name, round(x, 2), round(y, 2), indices])
    countries.sort(key=lambda country: country[1])
    packed = {"scale": SCALE, "arcs": lines, "countries": countries}
    out = Path(__file__).with_name("land.json")
    out.write_text(json.dumps(packed, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print(f"{out.name}: {out.stat().st_size} bytes, {len(countries)} countries, {len(lines)} arcs")


def _decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> Points:
    return np.cumsum(np.array(arc, float), axis=0) * transform["scale"] + np.array(transform["translate"])


def _ring(ring: list[int], arcs: list[Points]) -> Points:
    return np.concatenate([(arcs[i] if i >= 0 else arcs[~i][::-1])[:-1] for i in ring])


def _area(points: Points) -> float:
    x, y = points.T
    return float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2


def _in_region(points: Points) -> Any:
    west, south, east, north = REGION
    x, y = points.T
    return (x > west) & (x < east) & (y > south) & (y < north)


def _worth_it(points: Points) -> bool:
    return abs(_area(points)) > (SMALLEST_FINE if _in_region(points).any() else SMALLEST_COARSE)


def _keep(arc: int, arcs: list[Points], kept: dict[int, int], lines: list[list[int]]) -> int:
    """Index of an arc among those written, written at first need; backwards arcs stay so (~i)."""
    index = arc if arc >= 0 else ~arc
    if index not in kept:
        kept[index] = len(lines)
        whole = np.rint(_simplified(arcs[index]) * SCALE).astype(int)
        moved = np.concatenate([[True], np.any(np.diff(whole, axis=0) != 0, axis=1)])
        whole = whole[moved] if moved.sum() > 1 else whole[:2]
        lines.append([int(n) for n in np.concatenate([whole[:1], np.diff(whole, axis=0)]).ravel()])
    return kept[index] if arc >= 0 else ~kept[index]


def _simplified(points: Points) -> Points:
    """Douglas-Peucker with a tolerance that depends on where the line strays; ends stay."""
    tolerance = np.where(_in_region(points), FINE, COARSE)
    keep = np.zeros(len(points), bool)
    keep[[0, -1]] = True
    if np.array_equal(points[0], points[-1]) and len(points) > 4:  # an island: hold it open by its farthest point
        keep[int(np.argmax(((points - points[0]) ** 2).sum(1)))] = True
    marks = np.flatnonzero(keep)
    todo = list(itertools.pairwise(marks.tolist()))
    while todo:
        first, last = todo.pop()
        if last - first < 2:
            continue
        away = _distance(points[first + 1 : last], points[first], points[last]) / tolerance[first + 1 : last]
        worst = int(np.argmax(away))
        if away[worst] > 1:
            middle = first + 1 + worst
            keep[middle] = True
            todo += [(first, middle), (middle, last)]
    return points[keep]


def _distance(points: Points, start: Points, end: Points) -> Points:
    along = end - start
    length = float(along @ along)
    if length == 0:
        return np.sqrt(((points - start) ** 2).sum(1))
    t = np.clip((points - start) @ along / length, 0, 1)
    return np.sqrt(((points - start - t[:, None] * along) ** 2).sum(1))


def _inner_point(points: Points) -> tuple[float, float]:
    """A point well inside a ring, for the country's name: the middle of the widest of many level cuts."""
    points = np.column_stack((np.unwrap(points[:, 0], period=360), points[:, 1]))  # over the date line and on
    low, high = points[:, 1].min(), points[:, 1].max()
    best = (0.0, 0.0, 0.0)
    for y in np.linspace(low, high, 41)[8:-8]:
        crossings = sorted(_crossings(points, float(y)))
        for left, right in zip(crossings[::2], crossings[1::2], strict=False):
            spread = (right - left) * (1 - abs((y - (low + high) / 2) / (high - low)))
            if spread > best[0]:
                best = (spread, (left + right) / 2, float(y))
    return (best[1] + 180) % 360 - 180, best[2]


def _crossings(points: Points, y: float) -> list[float]:
    a, b = points, np.roll(points, -1, axis=0)
    hit = (a[:, 1] > y) != (b[:, 1] > y)
    a, b = a[hit], b[hit]
    return list(a[:, 0] + (y - a[:, 1]) / (b[:, 1] - a[:, 1]) * (b[:, 0] - a[:, 0]))


if __name__ == "__main__":
    main(sys.argv[1])
