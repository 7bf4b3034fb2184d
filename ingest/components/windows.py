"""How a document is cut for the encoder: windows of whole sentences, and stretches of windows that links are read from.

Names are read window by window; a stretch is as many windows in a row as the link layer reads at once.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from ingest.components.words import Words

Run = tuple[int, int]
"""First word and past the last."""

WINDOW, REACH = 192, 480
"""Pieces that a window and a stretch hold at most."""
START, STOP = 0, 2
"""Pieces before and after a window."""


class Input(NamedTuple):
    """What the encoder reads of words `start` to `end`; `first` is the place of each word's first piece."""

    start: int
    end: int
    ids: list[int]
    shapes: list[int]
    gaps: list[int]
    first: list[int]


def stretches(words: Words, starts: list[int], limit: int = WINDOW, reach: int = REACH) -> list[list[Run]]:
    """The windows, as many in a row together as hold at most `reach` pieces; `starts`: the sentences' first words."""
    found: list[list[Run]] = []
    size = 0
    for start, end in windows(words, starts, limit):
        length = sum(len(p) for p in words.pieces[start:end]) + 2
        if not found or size + length > reach:
            found.append([])
            size = 0
        found[-1].append((start, end))
        size += length
    return found


def windows(words: Words, starts: list[int], limit: int) -> list[Run]:
    """Runs of whole sentences of at most `limit` pieces and of like length; a longer sentence is cut."""
    total = sum(map(len, words.pieces))
    limit = min(limit, total // (total // limit + 1) + limit // 6)
    found: list[Run] = []
    begin, size = 0, 0
    for start, end in pairwise([*starts, len(words.spans)]):
        length = sum(len(p) for p in words.pieces[start:end])
        if size and size + length > limit:
            found.append((begin, start))
            begin, size = start, 0
        size += length
        while size > limit:
            cut = _cut(words, begin, limit)
            found.append((begin, cut))
            size -= sum(len(p) for p in words.pieces[begin:cut])
            begin = cut
    if begin < len(words.spans):
        found.append((begin, len(words.spans)))
    return found


def _cut(words: Words, start: int, limit: int) -> int:
    """The last place before `limit` pieces where a long sentence may be cut, before a space if it can."""
    size, cut = 0, start
    while size + len(words.pieces[cut]) <= limit:
        size += len(words.pieces[cut])
        cut += 1
    spaced = next((n for n in range(cut, (start + cut) // 2, -1) if words.gaps[n] == 1), cut)
    return max(spaced, start + 1)


def window_input(words: Words, start: int, end: int) -> Input:
    """Pieces of a window between a start and a stop piece; a word's looks stand at each of its pieces."""
    ids, shapes, gaps, first = [START], [0], [0], []
    for n in range(start, end):
        pieces = words.pieces[n]
        first.append(len(ids))
        ids += pieces
        shapes += [words.shapes[n]] * len(pieces)
        gaps += [words.gaps[n]] + [0] * (len(pieces) - 1)
    return Input(start, end, [*ids, STOP], [*shapes, 0], [*gaps, 0], first)
