"""What the encoder sees: label scores of each word for the recogniser, hidden states of each window for the links.

One pass serves names and links. A document is cut into windows of whole sentences; windows of one document share
batches, those of two documents never do, so that a document's result does not depend on its neighbours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from onnxruntime import InferenceSession
    from spacy.tokens import Doc

    from ingest.components.words import Words

LABELS = ("Person", "Group", "Company", "PublicBody", "Organization", "Compound", "Location")
WIDTH = 384
WINDOW = 192  # subwords
_BATCH = 2048  # subwords, padding included
_LETTERS = frozenset({1, 2, 3, 4, 5, 7, 8, 11, 12})  # looks of words with a letter; what has none names nothing
_FIRST, _LAST = 101, 102  # [CLS] and [SEP] of the vocabulary
STATES = "hidden_4"


@dataclass(frozen=True, slots=True)
class Window:
    """A run of words with a hidden state each: that of its first subword."""

    start: int
    end: int
    states: np.ndarray[Any, Any]


class _Input(NamedTuple):
    """What the encoder reads of words `start` to `end`."""

    start: int
    end: int
    ids: list[int]
    shapes: list[int]
    gaps: list[int]
    first: list[int]


class Encoder:
    """Doc → Doc: fills `doc.user_data["label_scores"]` (a row a word) and `doc.user_data["windows"]`."""

    def __init__(self, session: InferenceSession, window: int = WINDOW) -> None:
        self._session = session
        self._window = window

    def __call__(self, doc: Doc) -> Doc:
        import numpy as np

        words: Words = doc.user_data["words"]
        scores = np.zeros((len(words.spans), 1 + 2 * len(LABELS)), dtype=np.float32)
        windows = []
        for batch in _batches(_inputs(words, doc.user_data["sentence_words"], self._window)):
            logits, states = self._session.run(["logits", STATES], _arrays(batch))
            for row, one in enumerate(batch):
                scores[one.start : one.end] = logits[row, one.first]
                windows.append(Window(one.start, one.end, states[row, one.first].astype(np.float16)))
        doc.user_data["label_scores"] = scores
        doc.user_data["windows"] = sorted(windows, key=lambda w: w.start)
        return doc


def _inputs(words: Words, starts: list[int], limit: int) -> list[_Input]:
    """Runs of whole sentences of at most `limit` subwords; a longer sentence is cut at a word."""
    found = []
    begin, held = 0, 0
    for start, end in zip(starts, [*starts[1:], len(words.spans)], strict=False):
        size = sum(len(pieces) for pieces in words.pieces[start:end])
        if held and held + size > limit:
            found.append((begin, start))
            begin, held = start, 0
        held += size
        while held > limit:
            cut, inside = begin, 0
            while inside + len(words.pieces[cut]) <= limit:
                inside += len(words.pieces[cut])
                cut += 1
            found.append((begin, cut))
            begin, held = cut, held - inside
    if begin < len(words.spans):
        found.append((begin, len(words.spans)))
    return [_input(words, start, end) for start, end in found if any(s in _LETTERS for s in words.shapes[start:end])]


def _input(words: Words, start: int, end: int) -> _Input:
    ids, shapes, gaps, first = [_FIRST], [0], [0], []
    for n in range(start, end):
        pieces = words.pieces[n]
        first.append(len(ids))
        ids += pieces
        shapes += [words.shapes[n]] * len(pieces)
        gaps += [words.gaps[n]] + [0] * (len(pieces) - 1)
    return _Input(start, end, [*ids, _LAST], [*shapes, 0], [*gaps, 0], first)


def _batches(inputs: list[_Input]) -> list[list[_Input]]:
    """Batches of windows of like length, each at most `_BATCH` subwords."""
    batches: list[list[_Input]] = []
    batch: list[_Input] = []
    for one in sorted(inputs, key=lambda i: len(i.ids)):
        if batch and len(one.ids) * (len(batch) + 1) > _BATCH:
            batches.append(batch)
            batch = []
        batch.append(one)
    return [*batches, batch] if batch else batches


def _arrays(batch: list[_Input]) -> dict[str, np.ndarray[Any, Any]]:
    import numpy as np

    shape = len(batch), max(len(one.ids) for one in batch)
    ids, shapes, gaps = (np.zeros(shape, dtype=np.int64) for _ in range(3))
    mask = np.zeros(shape, dtype=np.float32)
    for row, one in enumerate(batch):
        size = len(one.ids)
        ids[row, :size], shapes[row, :size], gaps[row, :size] = one.ids, one.shapes, one.gaps
        mask[row, :size] = 1
    return {"ids": ids, "sh": shapes, "ga": gaps, "mask": mask}
