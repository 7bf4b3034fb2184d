"""The ordered pairs of a stretch's entities that a link could join, with what lies between their nearest mentions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from labels import FITS, PAIR_FEATURES
from text import Text

JOINS = FITS.any(2)
FARTHEST = 12
"""Sentence ends between two mentions beyond which no link is looked for."""

Mention = tuple[int, int, int]
"""Entity, first word, last word, counted within the stretch."""


@dataclass(slots=True)
class Candidates:
    """One row a pair: [P] entities, [P] their nearest mentions, [P, 2] words between, [P, 4] features."""

    ends: np.ndarray
    mentions: np.ndarray
    between: np.ndarray
    features: np.ndarray

    def __len__(self) -> int:
        return len(self.ends)


def candidates(mentions: Sequence[Mention], schemata: Sequence[int], sentences: Sequence[int]) -> Candidates:
    """All pairs that fit; `schemata` by entity, `sentences` by word of the stretch."""
    ends, nearest, between, features = [], [], [], []
    by_entity: dict[int, list[int]] = {}
    for i, (entity, _, _) in enumerate(mentions):
        by_entity.setdefault(entity, []).append(i)
    firsts = sorted(first for _, first, _ in mentions)
    entities = sorted(by_entity)
    for place, one in enumerate(entities):
        for two in entities[place + 1 :]:
            forth, back = JOINS[schemata[one], schemata[two]], JOINS[schemata[two], schemata[one]]
            if not (forth or back):
                continue
            i, j = min(
                ((a, b) for a in by_entity[one] for b in by_entity[two]),
                key=lambda p: abs(mentions[p[0]][1] - mentions[p[1]][1]),
            )
            (_, i_first, i_last), (_, j_first, j_last) = mentions[i], mentions[j]
            apart = abs(sentences[i_first] - sentences[j_first])
            if apart > FARTHEST:
                continue
            low, high = (i_last + 1, j_first) if i_first < j_first else (j_last + 1, i_first)
            inner = int(np.searchsorted(firsts, high) - np.searchsorted(firsts, low))
            words = max(high - low, 0)
            if not words:
                low, high = max(0, min(i_first, j_first) - 2), min(len(sentences), max(i_last, j_last) + 3)
            shared = (min(apart, 7), min(words.bit_length(), 8), min(max(inner, 0), 5))
            for wanted, a, b, x, y in ((forth, one, two, i, j), (back, two, one, j, i)):
                if wanted:
                    ends.append((a, b))
                    nearest.append((x, y))
                    between.append((low, high))
                    order = int(mentions[x][1] < mentions[y][1])
                    features.append((shared[0], order, shared[1], shared[2]))
    width = len(PAIR_FEATURES)
    return Candidates(
        *(
            np.array(rows, np.int64).reshape(-1, n)
            for rows, n in ((ends, 2), (nearest, 2), (between, 2), (features, width))
        )
    )


def marks(
    mentions: Sequence[Mention], schemata: Sequence[int], first_of: np.ndarray, last_of: np.ndarray, length: int
) -> np.ndarray:
    """What each piece is: 0 outside, else the first or a further piece of a mention of its schema; `first_of` and
    `last_of` give a word's first piece and the piece after its last."""
    found = np.zeros(length, np.int64)
    for entity, first, last in mentions:
        found[first_of[first] : last_of[last]] = 2 * schemata[entity] + 2
        found[first_of[first]] = 2 * schemata[entity] + 1
    return found


def word_mentions(text: Text, entities: Sequence[Sequence[Sequence[int]]]) -> list[Mention]:
    """Mentions as words of the text, from character spans by entity."""
    starts, ends = np.array([s for s, _ in text.spans]), np.array([e for _, e in text.spans])
    found = []
    for entity, spans in enumerate(entities):
        for start, end in spans:
            first, last = int(ends.searchsorted(start, "right")), int(starts.searchsorted(end, "left")) - 1
            if first <= last:
                found.append((entity, first, last))
    return found
