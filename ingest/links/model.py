"""The link model: how likely each link type joins two entities of a window, in which role, with which status.

A small network reads every pair of a window's entities from the encoder's states at and between their mentions. It is
plain arithmetic on the arrays that `training/links.py` wrote.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from graph.ontology import LINK_TYPES, SCHEMATA, STATUSES
from ingest.links.candidates import ROLES, TYPES, Candidates, Pair, Said

if TYPE_CHECKING:
    Array = np.ndarray[Any, Any]

PUBLISHED = "published"
"""The day of publication as the date of a link."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model says of one pair and one type. `date` may be `PUBLISHED`; `sum` is one of its window's."""

    type: str
    pair: Pair
    probability: float
    role: str | None
    status: str
    ended: bool
    date: str | None
    sum: str | None


class LinkModel:
    """The packaged model, its weights by name."""

    def __init__(self, heads: dict[str, Array]) -> None:
        from threadpoolctl import ThreadpoolController

        self._heads = heads
        self._threads = ThreadpoolController()
        self._fits = fits()
        self._owner = np.array([TYPES.index(kind) for kind, _ in ROLES])

    def read(
        self, asked: Iterable[Candidates], schemata: Sequence[str], floor: float
    ) -> Iterator[tuple[Candidates, Reading]]:
        """The model's readings, each with its window; no type less likely than `floor`."""
        codes = [SCHEMATA.index(schema) for schema in schemata]
        with self._threads.limit(limits=1, user_api="blas"):  # the products are small: threads would only wait
            for one in asked:
                for reading in self._window(one, codes, floor):
                    yield one, reading

    def _window(self, asked: Candidates, codes: list[int], floor: float) -> list[Reading]:
        words = asked.window.states.astype(np.float32)
        entities = {n: _entity_state(words, spans) for n, spans in asked.mentions.items()}
        hidden, cues = self._pairs(asked, words, entities, codes)
        probabilities = _sigmoid(self._linear("types", hidden) + cues @ self._heads["types_by_cue.weight"].T)
        may = self._fits[[codes[p.source] for p in asked.pairs], [codes[p.target] for p in asked.pairs]]
        return [
            self._reading(
                asked, words, int(pair), int(kind), float(probabilities[pair, kind]), hidden[pair], cues[pair]
            )
            for pair, kind in np.argwhere(may & (probabilities >= floor))
        ]

    def _pairs(
        self, asked: Candidates, words: Array, entities: dict[int, Array], codes: list[int]
    ) -> tuple[Array, Array]:
        """A hidden state and the cues of each pair; what depends on one entity or one couple is reckoned once."""
        pairs, table = asked.pairs, self._heads
        row = {n: i for i, n in enumerate(entities)}
        normal = self._norm("norm_entity", np.stack(list(entities.values())))
        ours, theirs = (normal @ table[f"{end}.weight"].T for end in ("source", "target"))
        couples = {frozenset((p.source, p.target)): p for p in pairs}
        couple_row = {couple: i for i, couple in enumerate(couples)}
        cues = asked.cue_counts(list(couples.values()))
        joint = self._couples(list(couples.values()), words) + cues @ table["cues.weight"].T
        couple_of = [couple_row[frozenset((p.source, p.target))] for p in pairs]
        first = (
            ours[[row[p.source] for p in pairs]]
            + theirs[[row[p.target] for p in pairs]]
            + joint[couple_of]
            + table["source_schema.weight"][[codes[p.source] for p in pairs]]
            + table["target_schema.weight"][[codes[p.target] for p in pairs]]
            + table["apart.weight"][[p.apart for p in pairs]]
            + table["distance.weight"][[p.distance for p in pairs]]
            + table["forward_.weight"][[p.forward for p in pairs]]
        )
        return np.maximum(self._linear("mid", np.maximum(first, 0)), 0), cues[couple_of]

    def _couples(self, couples: list[Pair], words: Array) -> Array:
        """What stands between two mentions, and what they have in common."""
        sums = np.vstack([np.zeros((1, words.shape[1]), words.dtype), words.cumsum(0)])
        low, high = (np.array([p.between[end] for p in couples]) for end in (0, 1))
        between = (sums[high] - sums[low]) / np.maximum(high - low, 1)[:, None]
        ours, theirs = (
            (words[[getattr(p, end)[0] for p in couples]] + words[[getattr(p, end)[1] for p in couples]]) / 2
            for end in ("source_words", "target_words")
        )
        both: Array = self._norm("norm_both", ours * theirs) @ self._heads["both.weight"].T
        return both + self._linear("between", self._norm("norm_between", between))

    def _norm(self, name: str, x: Array) -> Array:
        return _normal(x) * self._heads[f"{name}.weight"] + self._heads[f"{name}.bias"]

    def _reading(
        self, asked: Candidates, words: Array, pair: int, kind: int, probability: float, hidden: Array, cues: Array
    ) -> Reading:
        name = TYPES[kind]
        role = None
        if LINK_TYPES[name].roles:
            scores = np.where(
                self._owner == kind,
                self._linear("roles", hidden) + cues @ self._heads["roles_by_cue.weight"].T,
                -np.inf,
            )
            role = ROLES[int(scores.argmax())][1]
        status = self._linear("status", hidden).reshape(len(TYPES), len(STATUSES))[kind]
        ended = self._linear("ended", hidden)[kind] > 0
        ends = asked.pairs[pair]
        date = self._points("dates", [None, PUBLISHED], asked, asked.dates, words, ends, kind, hidden)
        amount = self._points("sums", [None], asked, asked.sums, words, ends, kind, hidden)
        return Reading(name, ends, probability, role, STATUSES[int(status.argmax())], bool(ended), date, amount)

    def _points(
        self,
        name: str,
        fixed: list[str | None],
        asked: Candidates,
        said: list[Said],
        words: Array,
        pair: Pair,
        kind: int,
        hidden: Array,
    ) -> str | None:
        """Which date or sum of the window belongs to a link, or one of the fixed answers."""
        table = self._heads
        scores = list(self._linear(f"{name}.fixed", hidden) + table[f"{name}.by_type.weight"][kind])
        query = self._linear(f"{name}.query", hidden) + table[f"{name}.kind.weight"][kind]
        for one in said:
            state = (words[one.words[0]] + words[one.words[1]]) / 2
            gap, apart = asked.nearness(pair, one)
            near = table[f"{name}.gap.weight"][gap] + table[f"{name}.apart.weight"][apart]
            form = table[f"{name}.form.weight"][one.form]
            scores.append(query @ self._linear(f"{name}.key", state) / 8 + near[0] + form[0])
        best = int(np.argmax(scores))
        return fixed[best] if best < len(fixed) else said[best - len(fixed)].value

    def _linear(self, name: str, x: Array) -> Array:
        y: Array = x @ self._heads[f"{name}.weight"].T + self._heads[f"{name}.bias"]
        return y


def _entity_state(words: Array, spans: list[tuple[int, int]]) -> Array:
    """An entity's state: its mentions' states, summed in the log domain."""
    states = np.stack([(words[first] + words[last]) / 2 for first, last in spans])
    top = states.max(0)
    state: Array = top + np.log(np.exp(states - top).sum(0))
    return state


def _normal(x: Array) -> Array:
    """Rows of mean 0 and variance 1."""
    centred = x - x.mean(1, keepdims=True)
    normal: Array = centred / np.sqrt((centred**2).mean(1, keepdims=True) + 1e-5)
    return normal


def _sigmoid(x: Array) -> Array:
    chance: Array = 1 / (1 + np.exp(-np.clip(x, -30, 30)))
    return chance


def fits() -> Array:
    """[source schema, target schema, type]: whether the ontology lets the type join them."""
    fits = np.zeros((len(SCHEMATA), len(SCHEMATA), len(TYPES)), dtype=bool)
    for n, name in enumerate(TYPES):
        for source in LINK_TYPES[name].sources:
            for target in LINK_TYPES[name].targets:
                fits[SCHEMATA.index(source), SCHEMATA.index(target), n] = True
    return fits
