"""The link model: how likely each link type joins two entities of a stretch, in which role, with which status.

One layer reads a stretch's states again, this time with the entities marked; a small network then reads every pair from
the states at and between its mentions, in plain arithmetic on the arrays that training wrote.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from graph.ontology import STATUSES
from ingest.links.candidates import Candidates, Mention, candidates, marks, mentions_in
from ingest.links.labels import FITS, ROLE_OF, ROLES, TYPES

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

    from ingest.components.encoder import Stretch
    from ingest.components.words import Words

Array = np.ndarray[Any, Any]
WIDTH = 384


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model says of a pair of entities and a type; words are a mention's first and last in the document."""

    type: str
    source: int
    target: int
    source_words: tuple[int, int]
    target_words: tuple[int, int]
    probability: float
    role: str | None
    status: str
    ended: bool


class LinkModel:
    """The packaged model: the link layer's session and the pair network's weights by name."""

    def __init__(self, session: InferenceSession, weights: dict[str, Array]) -> None:
        from threadpoolctl import ThreadpoolController

        self._session = session
        self._pairs = _Pairs(weights)
        self._threads = ThreadpoolController()

    def read(
        self,
        words: Words,
        sentences: Array,
        stretches: Sequence[Stretch],
        schemata: Sequence[int],
        spans: Sequence[tuple[int, int, int]],
        floor: float,
    ) -> Iterator[Reading]:
        """The readings of each stretch; no type less likely than `floor`.

        Args:
            sentences: number of each word's sentence.
            schemata: of the document's entities, by number.
            spans: mentions as (start, end, entity) in characters, in text order, without overlaps.
        """
        with self._threads.limit(limits=1, user_api="blas"):  # the products are small: threads would only wait
            for stretch in stretches:
                mentions = mentions_in(words, spans, stretch.start, stretch.end)
                asked = candidates(mentions, schemata, sentences[stretch.start : stretch.end])
                if len(asked):
                    yield from self._stretch(stretch, mentions, schemata, asked, floor)

    def _stretch(
        self, stretch: Stretch, mentions: list[Mention], schemata: Sequence[int], asked: Candidates, floor: float
    ) -> Iterator[Reading]:
        size = stretch.states.shape[1]
        marked = marks(mentions, schemata, stretch.first, stretch.past, size)
        feeds = {"hidden": stretch.states, "marks": marked[None], "parts": stretch.part[None]}
        (states,) = self._session.run(["states"], feeds | {"ends": np.array([stretch.ends])})
        types, roles, statuses, ended = self._pairs(states[0][stretch.first], mentions, schemata, asked)
        for pair, kind in np.argwhere(types >= floor):
            scores = np.where(ROLE_OF[kind], roles[pair], -np.inf)
            one, two = (mentions[n] for n in asked.mentions[pair])
            yield Reading(
                TYPES[kind],
                int(asked.ends[pair, 0]),
                int(asked.ends[pair, 1]),
                (stretch.start + one[1], stretch.start + one[2]),
                (stretch.start + two[1], stretch.start + two[2]),
                float(types[pair, kind]),
                ROLES[int(scores.argmax())][1] if ROLE_OF[kind].any() else None,
                STATUSES[int(statuses[pair].argmax())],
                bool(ended[pair] > 0),
            )


class _Pairs:
    """The pair network; what depends on one mention or entity alone is computed once for it."""

    def __init__(self, weights: dict[str, Array]) -> None:
        self._weights = weights
        matrix = weights["hidden.weight"].T
        self._left, self._right, self._source, self._target, self._context, self._product = np.split(
            matrix[: 6 * WIDTH], 6
        )
        rest = matrix[6 * WIDTH :]
        schema = weights["schema.weight"]
        size = schema.shape[1]
        self._schemata = schema @ rest[:size], schema @ rest[size : 2 * size]
        rest = rest[2 * size :]
        tables = [weights[f"features.{n}.weight"] for n in range(sum(name.startswith("features.") for name in weights))]
        size = tables[0].shape[1]
        self._features = [table @ rest[n * size : (n + 1) * size] for n, table in enumerate(tables)]

    def __call__(
        self, words: Array, mentions: Sequence[Mention], schemata: Sequence[int], asked: Candidates
    ) -> tuple[Array, Array, Array, Array]:
        """Probabilities of the types that fit; scores of roles, statuses and end; a row a pair."""
        entity, first, last = np.array(mentions).T
        mention = (words[first] + words[last]) / 2
        whole = np.zeros((len(schemata), WIDTH), np.float32)
        np.add.at(whole, entity, mention)
        whole /= np.maximum(np.bincount(entity, minlength=len(schemata)), 1)[:, None]
        sums = np.concatenate([np.zeros((1, WIDTH), np.float32), words.cumsum(0)])
        low, high = asked.between.T
        context = (sums[high] - sums[low]) / (high - low)[:, None]
        (one, two), (source, target) = asked.mentions.T, asked.ends.T
        kind = np.array(schemata)
        x = context @ self._context + (mention[one] * mention[two]) @ self._product
        x += (mention @ self._left)[one] + (mention @ self._right)[two]
        x += (whole @ self._source + self._schemata[0][kind])[source]
        x += (whole @ self._target + self._schemata[1][kind])[target]
        for n, table in enumerate(self._features):
            x += table[asked.features[:, n]]
        x = _gelu(x + self._weights["hidden.bias"])
        types = np.where(FITS[kind[source], kind[target]], 1 / (1 + np.exp(-self._linear("kinds", x))), 0)
        return types, self._linear("roles", x), self._linear("statuses", x), self._linear("ends", x)[:, 0]

    def _linear(self, name: str, x: Array) -> Array:
        y: Array = x @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return y


def _gelu(x: Array) -> Array:
    """The exact form's tanh approximation, at most 0.0005 off."""
    y: Array = 0.5 * x * (1 + np.tanh(np.float32(0.7978845608) * (x + np.float32(0.044715) * x**3)))
    return y
