"""Pairs of entities that one stretch of text names, and where: what the link model is asked about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ingest.components.words import Words
from ingest.links.labels import JOINS

Array = np.ndarray[Any, Any]
Mention = tuple[int, int, int]
"""Entity, first word, last word; words counted from the stretch's first."""

FEATURES = {"sentences": 8, "order": 2, "distance": 9, "entities": 6}
"""Between the nearest two mentions: sentence ends, which comes first, powers of two of words, other mentions."""
FARTHEST = 12
"""Sentence ends between two mentions beyond which no link is looked for."""
MOST = 60
"""Entities of a stretch that are paired, the first named; long lists of names would make too many pairs."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """A row a pair, in both orders that the ontology allows.

    `ends` [pairs, 2] entities; `mentions` [pairs, 2] their nearest mentions; `between` [pairs, 2] the words read
    between them; `features` [pairs, 4].
    """

    ends: Array
    mentions: Array
    between: Array
    features: Array

    def __len__(self) -> int:
        return len(self.ends)


def mentions_in(words: Words, spans: Sequence[tuple[int, int, int]], start: int, end: int) -> list[Mention]:
    """Mentions that lie in words `start` to `end`.

    Args:
        spans: (start, end, entity) in characters, in text order, without overlaps.
    """
    low, high = words.spans[start][0], words.spans[end - 1][1]
    inside = spans[bisect_left(spans, low, key=lambda s: s[0]) : bisect_right(spans, high, key=lambda s: s[1])]
    found = []
    for begin, stop, entity in inside:
        first = bisect_right(words.spans, begin, lo=start, hi=end, key=lambda s: s[1])
        last = bisect_left(words.spans, stop, lo=start, hi=end, key=lambda s: s[0]) - 1
        if first <= last:
            found.append((entity, first - start, last - start))
    return found


def candidates(mentions: Sequence[Mention], schemata: Sequence[int], sentences: Array) -> Candidates:
    """All pairs that fit; `mentions` in text order, `schemata` by entity, `sentences` by word of the stretch."""
    few = set(list(dict.fromkeys(entity for entity, _, _ in mentions))[:MOST])
    table = np.array(mentions, np.int64).reshape(-1, 3)
    usable: Array = np.array([entity in few for entity, _, _ in mentions], bool)
    entity, first, last = table.T
    kind = np.array([schemata[owner] for owner, _, _ in mentions], np.int64)
    joins: Array = JOINS[kind[:, None], kind[None]]
    others: Array = np.not_equal(entity[:, None], entity[None])
    may = joins & others & usable[:, None] & usable[None]
    source, target = np.nonzero(may)
    one, two = _nearest(entity, first, source, target)
    apart = np.abs(sentences[first[one]] - sentences[first[two]])
    one, two, apart = (some[apart <= FARTHEST] for some in (one, two, apart))
    forward = first[one] < first[two]
    low = np.where(forward, last[one], last[two]) + 1
    high = np.where(forward, first[two], first[one])
    inner = np.searchsorted(first, high) - np.searchsorted(first, low)
    gap = np.maximum(high - low, 0)
    touching = gap == 0
    low = np.where(touching, np.maximum(np.minimum(first[one], first[two]) - 2, 0), low)
    high = np.where(touching, np.minimum(np.maximum(last[one], last[two]) + 3, len(sentences)), high)
    powers = np.frexp(gap.astype(np.float64))[1]
    features = [np.minimum(apart, 7), forward, np.minimum(powers, 8), np.clip(inner, 0, 5)]
    return Candidates(
        np.stack([entity[one], entity[two]], 1),
        np.stack([one, two], 1),
        np.stack([low, high], 1),
        np.stack(features, 1).astype(np.int64),
    )


def _nearest(entity: Array, first: Array, source: Array, target: Array) -> tuple[Array, Array]:
    """Of all pairs of mentions the nearest of each pair of entities; of equally near ones the first in the text."""
    distance = np.abs(first[source] - first[target])
    order = np.lexsort((np.maximum(source, target), np.minimum(source, target), distance))
    pair = entity[source] * (entity.max(initial=0) + 1) + entity[target]
    _, where = np.unique(pair[order], return_index=True)
    chosen = order[where]
    return source[chosen], target[chosen]


def marks(mentions: Sequence[Mention], schemata: Sequence[int], first: Array, past: Array, size: int) -> Array:
    """What each of `size` pieces is to the link layer: 0 outside, else the first or a further piece of a mention of its
    schema; `first` and `past` give a word's first piece and past its last."""
    found = np.zeros(size, np.int64)
    for entity, begin, end in mentions:
        found[first[begin] : past[end]] = 2 * schemata[entity] + 2
        found[first[begin]] = 2 * schemata[entity] + 1
    return found
