"""What the encoder sees: each word's hidden state in `doc.tensor`, and its label scores for the recogniser.

One pass serves names and links. A document is cut into windows of whole sentences; windows of one document share
batches, those of two documents never do, so that a document's result does not depend on its neighbours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from onnxruntime import InferenceSession
    from spacy.tokens import Doc

    from ingest.components.words import Words

LABELS = ("Person", "Group", "Company", "PublicBody", "Organization", "Compound", "Location")
WIDTH = 384
_WINDOW = 192  # subwords
_BATCH = 2048  # subwords, padding included
_FIRST, _LAST = 101, 102  # [CLS] and [SEP] of the vocabulary
_STATES = "hidden_6"


class _Window(NamedTuple):
    """Words `start` to `end`, and where each one's first subword stands in `ids`."""

    start: int
    end: int
    ids: list[int]
    shapes: list[int]
    gaps: list[int]
    first: list[int]


class Encoder:
    """Doc → Doc: fills `doc.tensor` (a row a token) and `doc.user_data["label_scores"]` (a row a word)."""

    def __init__(self, session: InferenceSession) -> None:
        self._session = session

    def __call__(self, doc: Doc) -> Doc:
        import numpy as np

        words: Words = doc.user_data["words"]
        scores = np.zeros((len(words.spans), 1 + 2 * len(LABELS)), dtype=np.float32)
        doc.tensor = np.zeros((len(doc), WIDTH), dtype=np.float16)
        for batch in _batches(_windows(words, _sentence_starts(doc, words))):
            logits, states = self._session.run(["logits", _STATES], _arrays(batch))
            for row, window in enumerate(batch):
                tokens = words.token[window.start : window.end]
                scores[window.start : window.end] = logits[row, window.first]
                doc.tensor[tokens] = states[row, window.first]
        doc.user_data["label_scores"] = scores
        return doc


def _sentence_starts(doc: Doc, words: Words) -> list[int]:
    """The words with which sentences begin."""
    starts = [n for n, token in enumerate(words.token) if doc[token].is_sent_start]
    return starts if starts[:1] == [0] or not words.spans else [0, *starts]


def _windows(words: Words, starts: list[int]) -> list[_Window]:
    """Runs of whole sentences of at most `_WINDOW` subwords; a longer sentence is cut at a word."""
    found = []
    begin, held = 0, 0
    for start, end in zip(starts, [*starts[1:], len(words.spans)], strict=True):
        size = sum(len(pieces) for pieces in words.pieces[start:end])
        if held and held + size > _WINDOW:
            found.append((begin, start))
            begin, held = start, 0
        held += size
        while held > _WINDOW:
            cut, inside = begin, 0
            while inside + len(words.pieces[cut]) <= _WINDOW:
                inside += len(words.pieces[cut])
                cut += 1
            found.append((begin, cut))
            begin, held = cut, held - inside
    if begin < len(words.spans):
        found.append((begin, len(words.spans)))
    return [_window(words, start, end) for start, end in found]


def _window(words: Words, start: int, end: int) -> _Window:
    ids, shapes, gaps, first = [_FIRST], [0], [0], []
    for n in range(start, end):
        pieces = words.pieces[n]
        first.append(len(ids))
        ids += pieces
        shapes += [words.shapes[n]] * len(pieces)
        gaps += [words.gaps[n]] + [0] * (len(pieces) - 1)
    return _Window(start, end, [*ids, _LAST], [*shapes, 0], [*gaps, 0], first)


def _batches(windows: list[_Window]) -> list[list[_Window]]:
    """Batches of windows of like length, each at most `_BATCH` subwords."""
    batches: list[list[_Window]] = []
    batch: list[_Window] = []
    for window in sorted(windows, key=lambda w: len(w.ids)):
        if batch and len(window.ids) * (len(batch) + 1) > _BATCH:
            batches.append(batch)
            batch = []
        batch.append(window)
    return [*batches, batch] if batch else batches


def _arrays(batch: list[_Window]) -> dict[str, np.ndarray[Any, Any]]:
    import numpy as np

    shape = len(batch), max(len(window.ids) for window in batch)
    ids, shapes, gaps = (np.zeros(shape, dtype=np.int64) for _ in range(3))
    mask = np.zeros(shape, dtype=np.float32)
    for row, window in enumerate(batch):
        size = len(window.ids)
        ids[row, :size], shapes[row, :size], gaps[row, :size] = window.ids, window.shapes, window.gaps
        mask[row, :size] = 1
    return {"ids": ids, "sh": shapes, "ga": gaps, "mask": mask}
