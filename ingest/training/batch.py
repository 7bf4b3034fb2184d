"""Training documents cut into stretches of windows, with tags and pairs, gathered into batches of tensors."""

from __future__ import annotations

import random
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from graph.ontology import INVERSE_ROLES, LINK_TYPES, SCHEMATA, STATUSES
from ingest.components.encoder import LABELS, PARTS
from ingest.components.sentences import first_words, sentence_numbers, sentence_spans
from ingest.components.windows import START, Input, stretches, window_input
from ingest.components.words import Words, read_words
from ingest.links.candidates import Candidates, Mention, candidates, marks, mentions_in
from ingest.links.labels import FITS, ROLES, TYPES
from ingest.training.network import Joined, Pairs

Span = tuple[int, int, str]
CONFUSED = {
    "Company": ("Organization", "PublicBody", "Compound"),
    "Organization": ("Company", "PublicBody"),
    "PublicBody": ("Organization", "Company"),
    "Compound": ("Location", "Company"),
    "Location": ("Compound",),
    "Person": ("Company",),
}
"""What a name is taken for when it is taken wrongly; training shows the link layer some of it."""


@dataclass(slots=True)
class Document:
    words: Words
    starts: list[int]
    sentences: np.ndarray
    tags: list[int]
    schemata: list[int] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    links: list[tuple[int, ...]] = field(default_factory=list)
    """source, target, type, role or -1, status, ended, evidence start, evidence end"""


@dataclass(slots=True)
class Stretch:
    """Windows in a row with the entities, pairs and links inside them; a link is (pair, type, role, status, ended)."""

    windows: list[Input]
    tags: list[list[int]]
    schemata: list[int] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    pairs: Candidates | None = None
    links: list[tuple[int, ...]] = field(default_factory=list)

    @property
    def longest(self) -> int:
        return max(len(w.ids) for w in self.windows)


def read_text(text: str, spans: Iterable[Span], labels: Sequence[str], tokenizer: Tokenizer) -> Document:
    """A text with the tags of its names."""
    words = read_words(text, tokenizer)
    starts = first_words(words.spans, sentence_spans(text))
    return Document(words, starts, sentence_numbers(len(words.spans), starts), to_tags(words, spans, labels))


def to_tags(words: Words, spans: Iterable[Span], labels: Sequence[str]) -> list[int]:
    """A tag a word: 0 outside, 2n+1 begins label n, 2n+2 continues it; of overlapping spans the longest wins."""
    tags, starts, ends = [0] * len(words.spans), [s for s, _ in words.spans], [e for _, e in words.spans]
    for start, end, label in sorted(spans, key=lambda s: s[0] - s[1]):
        first, last = bisect_right(ends, start), bisect_left(starts, end)
        if first < last and not any(tags[first:last]):
            begin = 1 + 2 * labels.index(label)
            tags[first:last] = [begin] + [begin + 1] * (last - first - 1)
    return tags


def read_gold(raw: dict[str, Any], tokenizer: Tokenizer) -> Document:
    """A gold-format object."""
    spans = [(a, b, e["schema"]) for e in raw["entities"] for a, b in e["mentions"] if e["schema"] in LABELS]
    document = read_text(raw["text"], spans, LABELS, tokenizer)
    document.schemata = [SCHEMATA.index(e["schema"]) for e in raw["entities"]]
    places = sorted((a, b, n) for n, e in enumerate(raw["entities"]) for a, b in e["mentions"])
    document.mentions = mentions_in(document.words, places, 0, len(document.words.spans))
    number = {e["id"]: i for i, e in enumerate(raw["entities"])}
    for link in raw["links"]:
        kind, role = link["type"], link["role"]
        rest = (STATUSES.index(link["status"]), int(link["ended"]), *link["evidence"])
        source, target = number[link["source"]], number[link["target"]]
        document.links.append((source, target, TYPES.index(kind), role_number(kind, role), *rest))
        if LINK_TYPES[kind].symmetric:
            turned = role_number(kind, INVERSE_ROLES.get(role, role))
            document.links.append((target, source, TYPES.index(kind), turned, *rest))
    return document


def role_number(kind: str, role: str | None) -> int:
    return ROLES.index((kind, role)) if (kind, role) in ROLES else -1


def cut(document: Document, limit: int, reach: int, noise: float = 0.0) -> Iterator[Stretch]:
    """The stretches of a document, `noise` of its mentions shaken as a recogniser would have them."""
    for runs in stretches(document.words, document.starts, limit, reach):
        windows = [window_input(document.words, start, end) for start, end in runs]
        stretch = Stretch(windows, [document.tags[w.start : w.end] for w in windows])
        if document.schemata:
            _add_pairs(stretch, document, noise)
        yield stretch


def _add_pairs(stretch: Stretch, document: Document, noise: float) -> None:
    start, end = stretch.windows[0].start, stretch.windows[-1].end
    inside = [(e, a - start, b - start) for e, a, b in document.mentions if a >= start and b < end]
    if noise:
        inside = _shaken(inside, noise, end - start)
    present = sorted({e for e, _, _ in inside})
    if len(present) < 2:
        return
    place = {e: i for i, e in enumerate(present)}
    stretch.schemata = [_confused(document.schemata[e], noise) for e in present]
    stretch.mentions = [(place[e], a, b) for e, a, b in inside]
    stretch.pairs = candidates(stretch.mentions, stretch.schemata, document.sentences[start:end])
    low, high = document.words.spans[start][0], document.words.spans[end - 1][1]
    row = {tuple(ends): i for i, ends in enumerate(stretch.pairs.ends.tolist())}
    for source, target, kind, role, status, ended, begin, stop in document.links:
        pair = row.get((place.get(source, -1), place.get(target, -1)))
        if pair is not None and begin < high and stop > low:
            a, b = (stretch.schemata[place[e]] for e in (source, target))
            if FITS[a, b, kind]:
                stretch.links.append((pair, kind, role, status, ended))


def _shaken(mentions: list[Mention], noise: float, words: int) -> list[Mention]:
    """Some mentions lost, some a word too long or too short, as the tagger would give them."""
    kept: list[Mention] = []
    for entity, first, last in mentions:
        chance = random.random()
        if chance < noise / 2 and any(e == entity for e, _, _ in kept):
            continue
        if chance > 1 - noise / 2:
            shorter, longer = (first, max(first, last - 1)), (first, min(last + 1, words - 1))
            first, last = random.choice([shorter, longer, (min(first + 1, last), last)])
        kept.append((entity, first, last))
    return sorted(kept, key=lambda m: m[1:])


def _confused(schema: int, noise: float) -> int:
    others = CONFUSED.get(SCHEMATA[schema])
    return SCHEMATA.index(random.choice(others)) if others and random.random() < noise / 2 else schema


def batches(found: list[Stretch], size: int) -> list[list[Stretch]]:
    """Stretches with windows of like length together, at most `size` pieces a batch; shuffled."""
    found = sorted(found, key=lambda s: s.longest + 12 * random.random())
    out: list[list[Stretch]] = []
    pieces = 0
    for stretch in found:
        pieces += sum(len(w.ids) for w in stretch.windows)
        if not out or pieces > size:
            out.append([])
            pieces = sum(len(w.ids) for w in stretch.windows)
        out[-1].append(stretch)
    random.shuffle(out)
    return out


def pack(windows: Sequence[Input]) -> tuple[list[tuple[int, int]], int, int]:
    """(row, place in it) of each window, several short ones in a row; the count and the length of rows."""
    size = max(len(w.ids) for w in windows)
    free: list[int] = []
    places = [(0, 0)] * len(windows)
    for i in sorted(range(len(windows)), key=lambda i: -len(windows[i].ids)):
        need = len(windows[i].ids)
        row = next((r for r, room in enumerate(free) if room >= need), len(free))
        if row == len(free):
            free.append(size)
        places[i] = (row, size - free[row])
        free[row] -= need
    return places, len(free), size


@dataclass(slots=True)
class Batch:
    """Windows packed into rows: `places` counts pieces from each window's start, `windows` tells them apart."""

    ids: Tensor
    shapes: Tensor
    gaps: Tensor
    places: Tensor
    windows: Tensor
    tags: Tensor
    joined: Joined | None
    pairs: Pairs | None
    fits: Tensor
    links: Tensor

    @classmethod
    def of(cls, group: Sequence[Stretch]) -> Batch:
        windows = [w for s in group for w in s.windows]
        found = [t for s in group for t in s.tags]
        packed, rows, size = pack(windows)
        ids = np.full((rows, size), START, np.int64)
        shapes, gaps, places, number = (np.zeros_like(ids) for _ in range(4))
        tags = np.full_like(ids, -100)
        for i, (w, (row, at)) in enumerate(zip(windows, packed, strict=True), 1):
            here = slice(at, at + len(w.ids))
            ids[row, here], shapes[row, here], gaps[row, here] = w.ids, w.shapes, w.gaps
            places[row, here], number[row, here] = np.arange(len(w.ids)), i
            tags[row, at + np.array(w.first)] = found[i - 1]
        starts = [row * size + at for row, at in packed]
        joined = join_windows(group, starts) if any(s.pairs is not None for s in group) else None
        pairs, fits, links = join_pairs(group)
        tensor = torch.from_numpy
        return cls(
            ids=tensor(ids),
            shapes=tensor(shapes),
            gaps=tensor(gaps),
            places=tensor(places),
            windows=tensor(number),
            tags=tensor(tags),
            joined=joined,
            pairs=pairs,
            fits=fits,
            links=links,
        )


def join_windows(group: Sequence[Stretch], starts: Sequence[int]) -> Joined:
    """Where the pieces of each stretch lie in the batch's rows laid end to end; `starts` by window."""
    longest = max(sum(len(w.ids) for w in s.windows) for s in group)
    words = max(sum(len(w.first) for w in s.windows) for s in group)
    pieces, mark, parts = (np.zeros((len(group), longest), np.int64) for _ in range(3))
    firsts, lengths, number = np.zeros((len(group), words), np.int64), [], 0
    for i, stretch in enumerate(group):
        at, first_of, last_of = 0, [], []
        for part, w in enumerate(stretch.windows):
            n = len(w.ids)
            pieces[i, at : at + n] = np.arange(n) + starts[number]
            parts[i, at : at + n] = min(part, PARTS - 1)
            first_of += [at + f for f in w.first]
            last_of += [at + f for f in (*w.first[1:], n - 1)]
            at, number = at + n, number + 1
        firsts[i, : len(first_of)] = first_of
        if stretch.pairs is not None:
            mark[i, :at] = marks(stretch.mentions, stretch.schemata, np.array(first_of), np.array(last_of), at)
        lengths.append(at)
    return Joined(*(torch.from_numpy(a) for a in (pieces, mark, parts, np.array(lengths), firsts)))


def join_pairs(group: Sequence[Stretch]) -> tuple[Pairs | None, Tensor, Tensor]:
    """The stretches' pairs as one set of tensors; the types that fit; links as (pair, type, role, status, ended)."""
    mentions: list[tuple[int, int, int, int]] = []
    schemata: list[int] = []
    parts: list[tuple[np.ndarray, ...]] = []
    links: list[tuple[int, ...]] = []
    pairs = 0
    for row, s in enumerate(group):
        if s.pairs is None or not len(s.pairs):
            continue
        entities = len(schemata)
        between = np.concatenate([np.full((len(s.pairs), 1), row), s.pairs.between], 1)
        parts.append((s.pairs.ends + entities, s.pairs.mentions + len(mentions), between, s.pairs.features))
        mentions += [(e + entities, row, a, b) for e, a, b in s.mentions]
        schemata += s.schemata
        links += [(link[0] + pairs, *link[1:]) for link in s.links]
        pairs += len(s.pairs)
    if not parts:
        return None, torch.zeros(0), torch.zeros(0, 5, dtype=torch.long)
    ends, near, between, features = (np.concatenate(p) for p in zip(*parts, strict=True))
    kinds = np.array(schemata)
    fits = torch.from_numpy(FITS[kinds[ends[:, 0]], kinds[ends[:, 1]]])
    joined = [np.array(mentions), kinds, ends[:, 0], ends[:, 1], near[:, 0], near[:, 1], between, features]
    tensors = [torch.from_numpy(np.ascontiguousarray(a)) for a in joined]
    return Pairs(*tensors), fits, torch.tensor(links, dtype=torch.long).reshape(-1, 5)
