"""What the encoder sees: label scores of each word for the recogniser, hidden states of each stretch for the links.

One pass serves names and links. A document is cut into windows of whole sentences, which are read one by one, so that
a document's result does not depend on its neighbours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ingest.components.windows import Input, Run, stretches, window_input

if TYPE_CHECKING:
    import numpy as np
    from onnxruntime import InferenceSession
    from spacy.tokens import Doc

    from ingest.components.pieces import PieceTable
    from ingest.components.words import Words

    Array = np.ndarray[Any, Any]
    Known = dict[tuple[int, ...], tuple[Array, Array]]
    """What was read of the windows of a document; a line that comes back a thousand times is read once."""

LABELS = ("Person", "Group", "Company", "PublicBody", "Organization", "Compound", "Location")
PARTS = 8
"""Windows of a stretch that the link layer can tell apart."""
_LETTERS = frozenset({1, 2, 3, 4, 5, 11, 12})  # looks of words of letters; where there are none nothing is named


@dataclass(frozen=True, slots=True)
class Stretch:
    """Windows in a row: words `start` to `end`; a state for every piece, the windows' start and stop pieces in front.

    `ends` counts those; `part` is each piece's window, `first` and `past` each word's first piece and past its last.
    """

    start: int
    end: int
    states: Array
    ends: int
    part: Array
    first: Array
    past: Array


class Encoder:
    """Doc → Doc: fills `doc.user_data["label_scores"]` (a row a word) and `doc.user_data["stretches"]`."""

    def __init__(self, session: InferenceSession, table: PieceTable) -> None:
        self._session = session
        self._table = table

    def __call__(self, doc: Doc) -> Doc:
        import numpy as np

        words: Words = doc.user_data["words"]
        scores = np.zeros((len(words.spans), 1 + 2 * len(LABELS)), dtype=np.float32)
        found = []
        known: Known = {}
        for runs in stretches(words, doc.user_data["sentence_words"]):
            if not _LETTERS.isdisjoint(words.shapes[runs[0][0] : runs[-1][1]]):
                found.append(self._stretch(words, runs, scores, known))
        doc.user_data["label_scores"] = scores
        doc.user_data["stretches"] = found
        return doc

    def _stretch(self, words: Words, runs: list[Run], scores: Array, known: Known) -> Stretch:
        import numpy as np

        ends, inner, part, first, past = [], [], [], [], []
        at = 2 * len(runs)
        for number, (start, end) in enumerate(runs):
            one = window_input(words, start, end)
            key = (*one.ids, *one.shapes, *one.gaps)
            if key not in known:
                known[key] = self._read(one)
            states, tags = known[key]
            scores[start:end] = tags[0, [place + 1 for place in one.first]]
            ends.append(states[:, :2])
            inner.append(states[:, 2:])
            size = len(one.ids) - 2
            part += [min(number, PARTS - 1)] * size
            first += [at + place - 1 for place in one.first]
            past += [at + place - 1 for place in (*one.first[1:], size + 1)]
            at += size
        part = [min(n, PARTS - 1) for n in range(len(runs)) for _ in range(2)] + part
        arrays = np.array(part), np.array(first), np.array(past)
        return Stretch(runs[0][0], runs[-1][1], np.concatenate(ends + inner, 1), 2 * len(runs), *arrays)

    def _read(self, one: Input) -> tuple[Array, Array]:
        """States and label scores of a window's pieces, start and stop piece in front, as the graph wants them."""
        import numpy as np

        rows = one.ids, one.shapes, one.gaps, range(len(one.ids))
        ids, shapes, gaps, places = ([row[0], row[-1], *row[1:-1]] for row in rows)
        feeds = {name: np.array([row]) for name, row in (("shapes", shapes), ("gaps", gaps), ("places", places))}
        feeds |= {"words": self._table[ids][None], "ends": np.array([2])}
        states, tags = self._session.run(["hidden", "tags"], feeds)
        return states, tags
