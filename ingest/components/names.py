"""Names: the recogniser's spans of people, groups, companies, bodies, compounds and places, as `doc.ents`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.components.encoder import LABELS

if TYPE_CHECKING:
    import numpy as np
    from spacy.tokens import Doc

    Scores = np.ndarray[Any, Any]


def names(doc: Doc) -> Doc:
    """Doc → Doc: the best legal reading of the label scores; each span's words stand in `words`."""
    from spacy.tokens import Span

    token = doc.user_data["token"]
    scores = doc.user_data["label_scores"]
    starts = doc.user_data["sentence_words"]
    found = []
    for first, past in zip(starts, [*starts[1:], len(token)], strict=False):
        for start, end, label in tag_spans(best_path(scores[first:past])):
            found.append(Span(doc, token[first + start], token[first + end - 1] + 1, label=LABELS[label]))
    doc.ents = found
    return doc


def best_path(scores: Scores) -> list[int]:
    """The best tags of a run of words, where an inside tag only follows its own label. 0 is outside, 2n+1 begins
    label n, 2n+2 continues it."""
    if not len(scores):
        return []
    tags = scores.argmax(1)
    return tags.tolist() if _legal(tags) else _viterbi(scores)


def _legal(tags: Scores) -> bool:
    inside = (tags > 0) & (tags % 2 == 0)
    if inside[0]:
        return False
    follows = (tags[:-1] == tags[1:]) | (tags[:-1] == tags[1:] - 1)
    return bool((~inside[1:] | follows).all())


def _viterbi(scores: Scores) -> list[int]:
    import numpy as np

    size = scores.shape[1]
    inside = np.arange(2, size, 2)
    begin = inside - 1
    best = scores[0].copy()
    best[inside] = -1e9
    back = np.zeros(scores.shape, dtype=np.int8)
    for n in range(1, len(scores)):
        top = int(best.argmax())
        back[n] = top
        stays = best[inside] >= best[begin]
        back[n, inside] = np.where(stays, inside, begin)
        step = best[top] + scores[n]
        step[inside] = np.where(stays, best[inside], best[begin]) + scores[n, inside]
        best = step
    tags = [int(best.argmax())]
    for n in range(len(scores) - 1, 0, -1):
        tags.append(int(back[n, tags[-1]]))
    return tags[::-1]


def tag_spans(tags: list[int]) -> list[tuple[int, int, int]]:
    """(first word, past the last, label) of each name."""
    spans = []
    n = 0
    while n < len(tags):
        if tags[n] % 2 == 0:
            n += 1
            continue
        start, inside = n, tags[n] + 1
        n += 1
        while n < len(tags) and tags[n] == inside:
            n += 1
        spans.append((start, n, tags[start] // 2))
    return spans
