"""BIO tags: from spans to tags of words, and the best legal path back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from text import Text

Span = tuple[int, int, str]


def to_tags(text: Text, spans: Iterable[Span], labels: Sequence[str]) -> list[int]:
    """A tag a word; of overlapping spans the longest wins."""
    tags, starts = [0] * len(text.spans), [s for s, _ in text.spans]
    ends = [e for _, e in text.spans]
    for start, end, label in sorted(spans, key=lambda s: s[0] - s[1]):
        first, last = int(np.searchsorted(ends, start, "right")), int(np.searchsorted(starts, end, "left"))
        if first < last and not any(tags[first:last]):
            begin = 1 + 2 * labels.index(label)
            tags[first:last] = [begin] + [begin + 1] * (last - first - 1)
    return tags


def best_path(scores: np.ndarray) -> list[int]:
    """The likeliest tag of each word, inside-tags only after a tag of their own label: scores [words, tags]."""
    if not len(scores):
        return []
    top = scores.argmax(1)
    before = np.concatenate([[0], top[:-1]])
    if not ((top > 0) & (top % 2 == 0) & (before != top) & (before != top - 1)).any():
        return top.tolist()  # what is best word by word is legal, as nearly always
    inside = np.arange(2, scores.shape[1], 2)
    begin = inside - 1
    total = scores[0].astype(np.float64)
    total[inside] = -1e9
    back = np.zeros(scores.shape, np.int64)
    for i in range(1, len(scores)):
        best = int(total.argmax())
        following = np.full(scores.shape[1], total[best])
        back[i] = best
        goes_on = total[inside] >= total[begin]
        following[inside] = np.where(goes_on, total[inside], total[begin])
        back[i, inside] = np.where(goes_on, inside, begin)
        total = following + scores[i]
    path = [int(total.argmax())]
    for i in range(len(scores) - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    return path[::-1]


def to_runs(path: Sequence[int], labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """(first word, word after the last, label) of each name on a path."""
    runs, i = [], 0
    while i < len(path):
        j = i + 1
        if path[i] % 2 == 1:
            while j < len(path) and path[j] == path[i] + 1:
                j += 1
            runs.append((i, j, labels[path[i] // 2]))
        i = j
    return runs
