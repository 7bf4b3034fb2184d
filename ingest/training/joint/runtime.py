"""From a text to names and hidden states, from entities to the probabilities of links; no torch.

model = Model(folder)
reading = model.read(text)                  reading.names: spans with schema and probability
model.judge(reading, entities)              entities: (schema, [(start, end), …]), accounts included
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from labels import FITS, PARTS, ROLE_OF, ROLES, SCHEMATA, STATUSES, TYPES
from pairs import Candidates, Mention, candidates, marks, word_mentions
from tags import best_path, to_runs
from text import Text
from tokenizers import Tokenizer

WIDTH = 384
BLOCK = 18
"""Bytes of 32 weights of the word table: a half-precision scale and 32 nibbles."""


@dataclass(frozen=True, slots=True)
class Name:
    start: int
    end: int
    schema: str
    probability: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """Windows read together: first word, word after the last, states of all pieces, places of the words' pieces."""

    start: int
    end: int
    hidden: np.ndarray
    ends: int
    parts: np.ndarray
    first_of: np.ndarray
    last_of: np.ndarray


@dataclass(frozen=True, slots=True)
class Reading:
    text: Text
    names: list[Name]
    stretches: list[Stretch]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the model holds of one type between two entities (numbers into the list that was judged)."""

    source: int
    target: int
    type: str
    probability: float
    role: str | None
    status: str
    ended: bool
    words: tuple[int, int]
    """First words of the two mentions the judgement rests on."""


class Model:
    def __init__(self, folder: str | Path, threads: int = 1):
        folder = Path(folder)
        config = json.loads((folder / "config.json").read_text())
        self.labels, self.window, self.reach = config["labels"], config["window"], config["reach"]
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.table = np.load(folder / "pieces.npy", mmap_mode="r")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = threads
        self.encoder, self.marker = (
            onnxruntime.InferenceSession(str(folder / name), options, providers=["CPUExecutionProvider"])
            for name in ("encoder.onnx", "links.onnx")
        )
        self.head = PairHead(folder / "pairs.npz")

    def read(self, text: str) -> Reading:
        words = Text.read(text, self.tokenizer)
        names: list[Name] = []
        stretches: list[Stretch] = []
        for cuts in words.stretches(self.window, self.reach):
            stretches.append(self._read_stretch(words, cuts, names))
        return Reading(words, names, stretches)

    def _read_stretch(self, words: Text, cuts: list[tuple[int, int]], names: list[Name]) -> Stretch:
        """Windows one by one; their start and stop pieces are put in front, as the graphs want them."""
        ends, inner, end_parts, parts, first_of, last_of = [], [], [], [], [], []
        at = 2 * len(cuts)
        for part, (start, end) in enumerate(cuts):
            ids, shapes, gaps, firsts = words.inputs(start, end)
            states, scores = self._encode(ids, shapes, gaps)
            names += self._names(words, start, scores[0, [f + 1 for f in firsts]])
            ends.append(states[:, :2])
            inner.append(states[:, 2:])
            end_parts += [min(part, PARTS - 1)] * 2
            parts += [min(part, PARTS - 1)] * (len(ids) - 2)
            first_of += [at + f - 1 for f in firsts]
            last_of += [at + f - 1 for f in (*firsts[1:], len(ids) - 1)]
            at += len(ids) - 2
        arrays = (np.array(end_parts + parts), np.array(first_of), np.array(last_of))
        return Stretch(cuts[0][0], cuts[-1][1], np.concatenate(ends + inner, 1), 2 * len(cuts), *arrays)

    def _encode(self, ids: list[int], shapes: list[int], gaps: list[int]) -> tuple[np.ndarray, np.ndarray]:
        ids, shapes, gaps, places = ([x[0], x[-1], *x[1:-1]] for x in (ids, shapes, gaps, range(len(ids))))
        words = unpack(self.table[ids]).reshape(1, len(ids), WIDTH)
        feeds = {"shapes": np.array([shapes]), "gaps": np.array([gaps]), "places": np.array([places])}
        return self.encoder.run(None, {"words": words, "ends": np.array([2]), **feeds})

    def _names(self, words: Text, start: int, scores: np.ndarray) -> list[Name]:
        scores = scores - scores.max(1, keepdims=True)
        scores -= np.log(np.exp(scores).sum(1, keepdims=True))
        path = best_path(scores)
        found = []
        for first, last, label in to_runs(path, self.labels):
            sure = float(np.exp(np.mean([scores[i, path[i]] for i in range(first, last)])))
            found.append(Name(words.spans[start + first][0], words.spans[start + last - 1][1], label, sure))
        return found

    def judge(
        self, reading: Reading, entities: Sequence[tuple[str, Sequence[Sequence[int]]]], least: float = 0.1
    ) -> list[Judgement]:
        """The likely links between entities of the text; of several stretches the surest says."""
        mentions = word_mentions(reading.text, [spans for _, spans in entities])
        schemata = [SCHEMATA.index(schema) for schema, _ in entities]
        best: dict[tuple[int, int, str], Judgement] = {}
        for stretch in reading.stretches:
            for found in self._judge_stretch(stretch, reading.text, mentions, schemata, least):
                key = (found.source, found.target, found.type)
                if key not in best or best[key].probability < found.probability:
                    best[key] = found
        return sorted(best.values(), key=lambda j: -j.probability)

    def _judge_stretch(
        self, stretch: Stretch, text: Text, every: list[Mention], schemata: list[int], least: float
    ) -> list[Judgement]:
        start, end = stretch.start, stretch.end
        mentions = [(e, a - start, b - start) for e, a, b in every if a >= start and b < end]
        pairs = candidates(mentions, schemata, text.sentences[start:end])
        if not len(pairs):
            return []
        length = stretch.hidden.shape[1]
        mark = marks(mentions, schemata, stretch.first_of, stretch.last_of, length)
        feeds = {"hidden": stretch.hidden, "marks": mark[None], "parts": stretch.parts[None]}
        feeds["ends"] = np.array([stretch.ends])
        states = self.marker.run(None, feeds)[0][0]
        types, roles, statuses, ended = self.head(states[stretch.first_of], mentions, schemata, pairs)
        found = []
        for pair, kind in np.argwhere(types >= least):
            role = (
                ROLES[int(np.where(ROLE_OF[kind], roles[pair], -np.inf).argmax())][1] if ROLE_OF[kind].any() else None
            )
            (source, target), (one, two) = pairs.ends[pair], pairs.mentions[pair]
            words = (start + mentions[one][1], start + mentions[two][1])
            status = STATUSES[int(statuses[pair].argmax())]
            ends = bool(ended[pair] > 0)
            sure = float(types[pair, kind])
            found.append(Judgement(int(source), int(target), TYPES[kind], sure, role, status, ends, words))
        return found


class PairHead:
    """The pair head in numpy; what depends on one mention or entity alone is computed once for it."""

    def __init__(self, path: Path):
        with np.load(path) as arrays:
            weights = {name: arrays[name].astype(np.float32) for name in arrays.files}
        self.weights = weights
        matrix = weights["hidden.weight"].T
        self.left, self.right, self.source, self.target, self.context, self.product = np.split(matrix[: 6 * WIDTH], 6)
        width = weights["schema.weight"].shape[1]
        rest = matrix[6 * WIDTH :]
        self.schemata = [weights["schema.weight"] @ rest[i * width : (i + 1) * width] for i in range(2)]
        rest = rest[2 * width :]
        tables = [weights[f"features.{i}.weight"] for i in range(sum(n.startswith("features.") for n in weights))]
        width = tables[0].shape[1]
        self.features = [table @ rest[i * width : (i + 1) * width] for i, table in enumerate(tables)]

    def __call__(
        self, words: np.ndarray, mentions: Sequence[Mention], schemata: Sequence[int], pairs: Candidates
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """Probabilities of the types that fit; scores of roles, statuses and end; a row a pair."""
        table = np.array(mentions)
        mention = (words[table[:, 1]] + words[table[:, 2]]) / 2
        whole = np.zeros((len(schemata), WIDTH), np.float32)
        np.add.at(whole, table[:, 0], mention)
        whole /= np.maximum(np.bincount(table[:, 0], minlength=len(schemata)), 1)[:, None]
        sums = np.concatenate([np.zeros((1, WIDTH), np.float32), words.cumsum(0)])
        low, high = pairs.between.T
        context = (sums[high] - sums[low]) / (high - low)[:, None]
        (one, two), (source, target) = pairs.mentions.T, pairs.ends.T
        kinds = np.array(schemata)
        x = context @ self.context + (mention[one] * mention[two]) @ self.product
        x += (mention @ self.left)[one] + (mention @ self.right)[two]
        x += (whole @ self.source + self.schemata[0][kinds])[source]
        x += (whole @ self.target + self.schemata[1][kinds])[target]
        for i, part in enumerate(self.features):
            x += part[pairs.features[:, i]]
        x = gelu(x + self.weights["hidden.bias"])
        types, roles, statuses, ended = (
            x @ self.weights[n + ".weight"].T + self.weights[n + ".bias"]
            for n in ("kinds", "roles", "statuses", "ends")
        )
        probabilities = np.where(FITS[kinds[source], kinds[target]], 1 / (1 + np.exp(-types)), 0)
        return probabilities, roles, statuses, ended[:, 0]


def unpack(packed: np.ndarray) -> np.ndarray:
    """4-bit blocks to float32, one row of 32 a block."""
    blocks = packed.reshape(-1, BLOCK)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = blocks[:, 2:]
    return (np.concatenate([nibbles & 15, nibbles >> 4], 1).astype(np.float32) - 8) * scale


def gelu(x: np.ndarray) -> np.ndarray:
    """The exact form's tanh approximation, at most 0.0005 off."""
    return 0.5 * x * (1 + np.tanh(np.float32(0.7978845608) * (x + np.float32(0.044715) * x**3)))
