"""The network: the base's first layers, a tag head over words, a link layer with a pair head over the same states."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from graph.ontology import SCHEMATA, STATUSES
from ingest.components.encoder import PARTS
from ingest.links.candidates import FEATURES
from ingest.links.labels import ROLES, TYPES

WIDTH, HEADS, INNER, EPSILON, DROP = 384, 12, 1536, 1e-12, 0.1
SHAPES, GAPS, MARKS = 13, 4, 2 * len(SCHEMATA) + 1
"""Looks of a word, what stands before it, what a piece can be to the link layer."""
SCHEMA_WIDTH, FEATURE_WIDTH, PAIR_WIDTH = 32, 16, 384


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.q, self.k, self.v, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm1, self.norm2 = (nn.LayerNorm(WIDTH, eps=EPSILON) for _ in range(2))
        self.drop = nn.Dropout(DROP)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = (f(x).view(batch, length, HEADS, -1).transpose(1, 2) for f in (self.q, self.k, self.v))
        context = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.drop(self.out(context.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Piece ids, shapes and gaps to hidden states; the word table is frozen and stays out of the weights."""

    def __init__(self, layers: int, table: Tensor) -> None:
        super().__init__()
        self.register_buffer("table", table, persistent=False)
        self.position, self.segment = nn.Parameter(torch.zeros(512, WIDTH)), nn.Parameter(torch.zeros(WIDTH))
        self.shape, self.gap = nn.Embedding(SHAPES, WIDTH), nn.Embedding(GAPS, WIDTH)
        for embedding in (self.shape, self.gap):
            nn.init.zeros_(embedding.weight)  # begins as the plain base
        self.norm, self.drop = nn.LayerNorm(WIDTH, eps=EPSILON), nn.Dropout(DROP)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))

    def forward(self, ids: Tensor, shapes: Tensor, gaps: Tensor, places: Tensor, windows: Tensor) -> Tensor:
        """Hidden states of packed windows; a piece attends to its own window."""
        mask = (windows[:, :, None] == windows[:, None, :])[:, None]
        x = F.embedding(ids, self.table) + F.embedding(places, self.position) + self.segment
        x = self.drop(self.norm(x + self.shape(shapes) + self.gap(gaps)))
        for layer in self.layers:
            x = layer(x, mask)
        return x


@dataclass(slots=True)
class Pairs:
    """The pairs of a batch of stretches as index arrays into its entities and its words (see `batch.py`)."""

    entity_mentions: Tensor  # [M, 4] entity, row of the stretch, first and last word
    entity_schema: Tensor  # [E]
    source: Tensor  # [P] entity
    target: Tensor
    source_mention: Tensor  # [P] index into entity_mentions: the nearest two
    target_mention: Tensor
    between: Tensor  # [P, 3] row, from, to: word numbers between the two
    features: Tensor  # [P, len(FEATURES)]


@dataclass(slots=True)
class Joined:
    """Which pieces of a batch's windows make up each stretch: all [stretches, pieces] but the last two."""

    pieces: Tensor
    marks: Tensor
    parts: Tensor
    lengths: Tensor  # [stretches]
    firsts: Tensor  # [stretches, words] place of each word's first piece


class PairHead(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.schema = nn.Embedding(len(SCHEMATA), SCHEMA_WIDTH)
        self.features = nn.ModuleList(nn.Embedding(n, FEATURE_WIDTH) for n in FEATURES.values())
        size = 6 * WIDTH + 2 * SCHEMA_WIDTH + FEATURE_WIDTH * len(FEATURES)
        self.hidden, self.drop = nn.Linear(size, PAIR_WIDTH), nn.Dropout(0.2)
        self.kinds, self.roles = nn.Linear(PAIR_WIDTH, len(TYPES)), nn.Linear(PAIR_WIDTH, len(ROLES))
        self.statuses, self.ends = nn.Linear(PAIR_WIDTH, len(STATUSES)), nn.Linear(PAIR_WIDTH, 1)

    def forward(self, words: Tensor, pairs: Pairs) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Scores of types, roles, statuses and end of each pair; words [stretches, words, WIDTH]."""
        entity, row, begin, end = pairs.entity_mentions.unbind(1)
        mention = (words[row, begin] + words[row, end]) / 2
        count = len(pairs.entity_schema)
        total = torch.zeros(count, WIDTH).index_add_(0, entity, mention)
        whole = total / torch.bincount(entity, minlength=count)[:, None]
        sums = F.pad(words.cumsum(1), (0, 0, 1, 0))
        row, low, high = pairs.between.unbind(1)
        context = (sums[row, high] - sums[row, low]) / (high - low)[:, None]
        left, right = mention[pairs.source_mention], mention[pairs.target_mention]
        parts = [left, right, whole[pairs.source], whole[pairs.target], context, left * right]
        parts += [self.schema(pairs.entity_schema[e]) for e in (pairs.source, pairs.target)]
        parts += [table(pairs.features[:, i]) for i, table in enumerate(self.features)]
        x = self.drop(F.gelu(self.hidden(torch.cat(parts, 1))))
        return self.kinds(x), self.roles(x), self.statuses(x), self.ends(x)[:, 0]


class Network(nn.Module):
    def __init__(self, layers: int, table: Tensor, tags: int) -> None:
        super().__init__()
        self.encoder, self.drop, self.head = Encoder(layers, table), nn.Dropout(DROP), nn.Linear(WIDTH, tags)
        self.mark, self.part = nn.Embedding(MARKS, WIDTH), nn.Embedding(PARTS, WIDTH)
        self.link, self.pairs = Layer(), PairHead()
        for embedding in (self.mark, self.part):
            nn.init.zeros_(embedding.weight)

    def tag(self, hidden: Tensor) -> Tensor:
        return self.head(self.drop(hidden))

    def judge(self, hidden: Tensor, joined: Joined, pairs: Pairs) -> tuple[Tensor, ...]:
        """One more layer over each stretch, which sees the entities' marks; then the pairs."""
        flat = hidden.reshape(-1, WIDTH)
        x = flat[joined.pieces] + self.mark(joined.marks) + self.part(joined.parts)
        states = self.link(x, attention_mask(joined.lengths, x.shape[1]))
        words = states.gather(1, joined.firsts[:, :, None].expand(-1, -1, WIDTH))
        scores: tuple[Tensor, ...] = self.pairs(words, pairs)
        return scores

    def begin(self, base: dict[str, np.ndarray]) -> None:
        """Takes the base's weights; the link layer begins as the first layer that was left out."""
        encoder = self.encoder
        state = {k: base[k] for k in ("position", "segment", "norm.weight", "norm.bias")}
        depth = len(encoder.layers)
        for name, value in base.items():
            number = name.partition(".")[0]
            if number.isdigit() and int(number) < depth:
                state["layers." + name] = value
        missing, extra = encoder.load_state_dict({k: torch.from_numpy(v) for k, v in state.items()}, strict=False)
        assert not extra and all(m.split(".")[0] in ("shape", "gap") for m in missing), (missing, extra)
        after = f"{min(depth, 11)}."
        self.link.load_state_dict(
            {k.removeprefix(after): torch.from_numpy(v) for k, v in base.items() if k.startswith(after)}
        )


def attention_mask(lengths: Tensor, size: int) -> Tensor:
    return (torch.arange(size)[None] < lengths[:, None])[:, None, None, :]
