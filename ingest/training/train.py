"""Trains the network: first names of general sets, then names and links of the domain, together."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from ingest.components.encoder import LABELS
from ingest.components.pieces import PieceTable
from ingest.links.labels import ROLE_OF
from ingest.training.batch import Batch, Document, Stretch, batches, cut, read_gold, read_text
from ingest.training.general import GENERAL
from ingest.training.network import Network
from ingest.training.vary import varied

LIMITS, REACHES = (64, 240), (200, 500)
"""Pieces of a training window and a stretch, drawn anew for each document and round."""
AVERAGE = 0.99
"""Weight of the past in the running averages."""
RARE_STATUS = torch.tensor([1.0, 1.5, 1.5, 1.5])


@dataclass(frozen=True, slots=True)
class Settings:
    """What is chosen of a training: steps of the first stage, rounds of the second, pieces a batch, learning rates."""

    layers: int = 8
    general_steps: int = 300
    general_batch: int = 1536
    rounds: float = 3
    batch: int = 800
    rate: float = 1e-4
    head_rate: float = 1e-3
    link_cuts: int = 3
    link_rounds: float = 9
    noise: float = 0.15
    seed: int = 1


def begin(base: Path, settings: Settings, tags: int) -> Network:
    """A network that begins with the base's weights."""
    table = PieceTable(base / "pieces.npy")
    network = Network(settings.layers, torch.from_numpy(table[:]), tags)
    network.begin(dict(np.load(base / "base.npz")))
    return network


def train_general(base: Path, sets: Path, out: Path, settings: Settings) -> None:
    """Stage 1: the weights after the general sets."""
    _set_seed(settings.seed)
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    network = begin(base, settings, 1 + 2 * len(GENERAL))
    network.link.requires_grad_(False)
    raws = [json.loads(line) for line in sets.read_text(encoding="utf-8").splitlines()]
    read = (read_text(raw["text"], (tuple(e) for e in raw["ents"]), GENERAL, tokenizer) for raw in raws)
    documents = [document for document in read if document.words.spans]
    print(len(documents), "texts", sum(len(d.words.spans) for d in documents), "words", flush=True)

    def rounds() -> Iterator[tuple[list[Stretch], None]]:
        return _unseen(draw(documents, settings.general_batch))

    fit(network, rounds, tag_loss, settings.general_steps, settings, out)


def train_domain(base: Path, start: Path, raws: Sequence[dict[str, Any]], out: Path, settings: Settings) -> None:
    """Stage 2: the weights after the annotated documents; `start` gives the encoder."""
    _set_seed(settings.seed)
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    network = begin(base, settings, 1 + 2 * len(LABELS))
    warm = torch.load(start)
    network.load_state_dict({k: v for k, v in warm.items() if k.startswith("encoder.")}, strict=False)

    def documents() -> list[Document]:
        return [read_gold(varied(raw), tokenizer) for raw in raws]

    steps = round(settings.rounds * sum(1 for _ in draw(documents(), settings.batch)))
    print(len(raws), "documents", steps, "steps", flush=True)

    def both(net: Network, hidden: Tensor, batch: Batch) -> Tensor:
        return tag_loss(net, hidden, batch) + link_loss(net, hidden, batch)

    fit(network, lambda: _unseen(draw(documents(), settings.batch, settings.noise)), both, steps, settings, out)


def train_links(base: Path, start: Path, raws: Sequence[dict[str, Any]], out: Path, settings: Settings) -> None:
    """Stage 3: the link layer and the pair network learn on, over states of the encoder that stays as it is."""
    _set_seed(settings.seed)
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    network = begin(base, settings, 1 + 2 * len(LABELS))
    network.load_state_dict(torch.load(start), strict=False)
    for part in (network.encoder, network.head):
        part.requires_grad_(False)
    network.encoder.eval()
    seen: list[tuple[list[Stretch], Tensor]] = []
    for _ in range(settings.link_cuts):
        for group in draw([read_gold(varied(raw), tokenizer) for raw in raws], settings.batch, settings.noise):
            batch = Batch.of(group)
            with torch.inference_mode():
                hidden = network.encoder(batch.ids, batch.shapes, batch.gaps, batch.places, batch.windows)
            seen.append((group, hidden.half()))
        print(len(seen), "batches seen", flush=True)
    steps = round(settings.link_rounds * len(seen) / settings.link_cuts)
    fit(network, lambda: iter(random.sample(seen, len(seen))), link_loss, steps, settings, out)


def _set_seed(seed: int) -> None:
    torch.backends.mkldnn.enabled = False  # plain MKL is a tenth faster on these shapes
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)


def draw(documents: list[Document], size: int, noise: float = 0.0) -> Iterator[list[Stretch]]:
    """A round: every document cut anew, its stretches in batches of `size` pieces."""
    found = [s for d in documents for s in cut(d, random.randint(*LIMITS), random.randint(*REACHES), noise)]
    yield from batches(found, size)


def _unseen(groups: Iterator[list[Stretch]]) -> Iterator[tuple[list[Stretch], None]]:
    """Batches whose states are not known yet."""
    return ((group, None) for group in groups)


def tag_loss(network: Network, hidden: Tensor, batch: Batch) -> Tensor:
    return F.cross_entropy(network.tag(hidden).flatten(0, 1), batch.tags.flatten(), ignore_index=-100)


def link_loss(network: Network, hidden: Tensor, batch: Batch) -> Tensor:
    """Each type that fits a pair is a yes-or-no question; role, status and end are asked of true links."""
    if batch.pairs is None or batch.joined is None:
        return hidden.new_zeros(())
    types, roles, statuses, ended = network.judge(hidden, batch.joined, batch.pairs)
    wanted = torch.zeros_like(types)
    wanted[batch.links[:, 0], batch.links[:, 1]] = 1
    loss = F.binary_cross_entropy_with_logits(types, wanted, weight=batch.fits.float(), reduction="sum") / len(types)
    if len(batch.links):
        pair, kind, role, status, end = batch.links.unbind(1)
        of_type = torch.from_numpy(ROLE_OF)[kind]
        if (role >= 0).any():
            scores = roles[pair].masked_fill(~of_type, -1e9)
            loss = loss + 0.3 * F.cross_entropy(scores, role, ignore_index=-1)
        loss = loss + 0.3 * F.cross_entropy(statuses[pair], status, weight=RARE_STATUS)
        loss = loss + 0.3 * F.binary_cross_entropy_with_logits(ended[pair], end.float())
    return loss


def fit(
    network: Network,
    rounds: Callable[[], Iterator[tuple[list[Stretch], Tensor | None]]],
    loss_of: Callable[[Network, Tensor, Batch], Tensor],
    steps: int,
    settings: Settings,
    out: Path,
) -> None:
    """AdamW with warm-up and linear decay; running averages of the weights go to `out`, on the way to `out`.part."""
    fresh = ("shape.", "gap.", "head.", "mark.", "part.", "pairs.")
    new = [p for n, p in network.named_parameters() if p.requires_grad and any(f in n for f in fresh)]
    old = [p for n, p in network.named_parameters() if p.requires_grad and not any(f in n for f in fresh)]
    both = (old, settings.rate), (new, settings.head_rate)
    groups = [{"params": some, "lr": rate, "base": rate} for some, rate in both]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    every = old + new
    averages = [p.detach().clone() for p in every]
    network.train()
    begun, step, pieces, recent = time.time(), 0, 0, []
    while step < steps:
        for group, hidden in rounds():
            if step == steps:
                break
            for g in optimiser.param_groups:
                g["lr"] = g["base"] * min(1, (step + 1) / 50) * (1 - step / steps)
            batch = Batch.of(group)
            if hidden is None:
                hidden = network.encoder(batch.ids, batch.shapes, batch.gaps, batch.places, batch.windows)
            loss = loss_of(network, hidden.float(), batch)
            if not loss.requires_grad:
                continue  # nothing to link
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for p in every if p.grad is not None], 1.0)
            optimiser.step()
            step, pieces = step + 1, pieces + int((batch.windows > 0).sum())
            recent.append(float(loss.detach()))
            torch._foreach_lerp_(averages, [p.detach() for p in every], 1 - min(AVERAGE, step / (step + 9)))
            if step % 50 == 0:
                speed = pieces / (time.time() - begun)
                print(f"step {step}/{steps} loss {np.mean(recent[-50:]):.4f} {speed:.0f} pieces/s", flush=True)
            if step % 200 == 0:
                _save(network, every, averages, out.with_suffix(".part"))
    _save(network, every, averages, out)


def _save(network: Network, parameters: list[Tensor], values: list[Tensor], path: Path) -> None:
    """The network's tensors, these parameters with other values."""
    place = {id(parameter): value for parameter, value in zip(parameters, values, strict=True)}
    named = {name: place.get(id(parameter), parameter.detach()) for name, parameter in network.named_parameters()}
    torch.save(network.state_dict() | named, path)
