"""Pairs of entities that one window of text names, and where: what the link model is asked about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING, Any, TypeVar

from graph.ontology import LINK_TYPES
from ingest.links.cues import CUES, cues_of

if TYPE_CHECKING:
    import numpy as np

    from ingest.components.encoder import Window
    from ingest.components.words import Words

    Array = np.ndarray[Any, Any]

Span = tuple[int, int]
Spanned = tuple[int, int, str, int]
Some = TypeVar("Some", bound=tuple[Any, ...])
TYPES = tuple(sorted(LINK_TYPES))
ROLES: tuple[tuple[str, str | None], ...] = (
    ("LOCATED_IN", None),
    *((kind, role) for kind in TYPES for role in LINK_TYPES[kind].roles),
)
_FAR = 2  # sentences between two ends; what lies further apart is seldom said to be linked
_WIDE = 7  # powers of two, in words
_AROUND = 6  # words before the first and after the second mention that are searched for cues
_MOST = 40  # entities of a window that are paired
_NEAR = 2  # words read on either side where two mentions touch


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities (by index) in one order, and the nearest two of their mentions (first and last word)."""

    source: int
    target: int
    source_words: Span
    target_words: Span
    between: Span  # words read between the mentions, past the last
    apart: int  # sentences
    distance: int  # words between the mentions, as a power of two
    forward: int  # 1 where the source stands first


@dataclass(frozen=True, slots=True)
class Said:
    """A date or a sum in a window (first and last word, sentence), its value, and how it is written, as a number."""

    words: Span
    sentence: int
    value: str
    form: int


@dataclass(frozen=True, slots=True)
class Candidates:
    """A window, its mentions by entity, its pairs.

    `sentence_of` numbers each word's sentence; `dates` and `sums` are what a link's date and amount may be; `cues` are
    the words that tell links, by place.
    """

    window: Window
    mentions: dict[int, list[Span]]
    pairs: list[Pair]
    sentence_of: list[int]
    dates: list[Said]
    sums: list[Said]
    cues: list[tuple[int, tuple[int, ...]]]

    def cue_counts(self, couples: Sequence[Pair]) -> Array:
        """For each pair which cues stand between its mentions, and which in the words around them."""
        import numpy as np

        seen = np.zeros((len(self.sentence_of) + 1, len(CUES)), dtype=np.int16)
        for word, numbers in self.cues:
            seen[word + 1, list(numbers)] = 1
        seen = seen.cumsum(0)
        inner = [_inner(p) for p in couples]
        outer = [
            (max(0, low - _AROUND), min(len(self.sentence_of), high + _AROUND)) for low, high in map(_outer, couples)
        ]
        between = _in_ranges(seen, inner)
        around = _in_ranges(seen, outer) - between
        return np.hstack([between > 0, around > 0]).astype(np.float32)

    def nearness(self, pair: Pair, said: Said) -> tuple[int, int]:
        """How far a date or sum stands from a pair: words from the nearer mention (power of two), and sentences."""
        ends = (pair.source_words, pair.target_words)
        gap = min(max(0, said.words[0] - last, first - said.words[1]) for first, last in ends)
        apart = min(abs(self.sentence_of[first] - said.sentence) for first, _ in ends)
        return min(_WIDE, (gap + 1).bit_length() - 1), min(apart, _FAR)


def _inner(pair: Pair) -> Span:
    first, second = sorted((pair.source_words, pair.target_words))
    return first[1] + 1, max(first[1] + 1, second[0])


def _outer(pair: Pair) -> Span:
    return min(pair.source_words[0], pair.target_words[0]), max(pair.source_words[1], pair.target_words[1]) + 1


def _in_ranges(sums: Array, ranges: Sequence[Span]) -> Array:
    """What running sums gained over ranges."""
    counts: Array = sums[[high for _, high in ranges]] - sums[[low for low, _ in ranges]]
    return counts


def joinable(source: str, target: str) -> bool:
    """Whether any link type may go from one schema to the other."""
    return (source, target) in _JOINS


_JOINS = {(s, t) for kind in LINK_TYPES.values() for s in kind.sources for t in kind.targets}


def candidates(
    text: str,
    words: Words,
    window: Window,
    schemata: Sequence[str],
    mentions: Sequence[tuple[int, int, int]],
    sentences: list[Span],
    dates: Sequence[Spanned] = (),
    sums: Sequence[Spanned] = (),
) -> Candidates | None:
    """What a window asks, or None if it names no joinable pair.

    Args:
        schemata: of the document's entities, by index.
        mentions: (start, end, entity index) in characters, in text order, without overlaps.
        dates: (start, end, value, form) in text order, as `sums`.
    """
    by_entity: dict[int, list[Span]] = {}
    for start, end, entity in _inside(words, window, mentions):
        first, last = _words_of(words, window, start, end)
        if last < first:
            continue
        by_entity.setdefault(entity, []).append((first, last))
    sentence_of = [
        bisect_right(sentences, words.spans[n][0], key=lambda s: s[0]) for n in range(window.start, window.end)
    ]
    pairs = [
        pair
        for s, t in permutations(_few(by_entity), 2)
        if joinable(schemata[s], schemata[t]) and (pair := _pair(s, t, by_entity[s], by_entity[t], sentence_of))
    ]
    if not pairs:
        return None
    days, money = (
        [_said(words, window, sentence_of, one) for one in _inside(words, window, some)] for some in (dates, sums)
    )
    cues = [
        (n - window.start, numbers)
        for n in range(window.start, window.end)
        if (numbers := cues_of(text[slice(*words.spans[n])]))
    ]
    return Candidates(window, by_entity, pairs, sentence_of, days, money, cues)


def _few(by_entity: dict[int, list[Span]]) -> list[int]:
    """A window's entities, the first ones where a list of names would make too many pairs."""
    return sorted(sorted(by_entity, key=lambda n: by_entity[n][0])[:_MOST])


def _said(words: Words, window: Window, sentence_of: list[int], one: Spanned) -> Said:
    start, end, value, form = one
    first, last = _words_of(words, window, start, end)
    first = min(first, len(sentence_of) - 1)
    return Said((first, max(first, last)), sentence_of[first], value, form)


def _inside(words: Words, window: Window, spans: Sequence[Some]) -> Sequence[Some]:
    low, high = words.spans[window.start][0], words.spans[window.end - 1][1]
    return spans[bisect_left(spans, low, key=lambda m: m[0]) : bisect_left(spans, high, key=lambda m: m[0])]


def _words_of(words: Words, window: Window, start: int, end: int) -> Span:
    """First and last word of a mention, counted from the window's first."""
    first = bisect_right(words.spans, start, lo=window.start, hi=window.end, key=lambda s: s[1])
    last = bisect_left(words.spans, end, lo=window.start, hi=window.end, key=lambda s: s[0]) - 1
    return first - window.start, last - window.start


def _pair(source: int, target: int, ours: list[Span], theirs: list[Span], sentence_of: list[int]) -> Pair | None:
    p, q = min(((p, q) for p in ours for q in theirs), key=lambda pq: (abs(pq[0][0] - pq[1][0]), pq))
    apart = abs(sentence_of[p[0]] - sentence_of[q[0]])
    if apart > _FAR:
        return None
    low, high = (p[1] + 1, q[0]) if p < q else (q[1] + 1, p[0])
    gap = max(0, high - low)
    if gap:
        between = low, high
    else:
        between = max(0, min(p[0], q[0]) - _NEAR), min(len(sentence_of), max(p[1], q[1]) + 1 + _NEAR)
    return Pair(source, target, p, q, between, apart, min(_WIDE, (gap + 1).bit_length() - 1), int(p < q))
