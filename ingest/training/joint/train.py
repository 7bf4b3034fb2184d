"""Trains the network.

train.py general BASE DATA OUT --minutes 10          name labels of the general sets
train.py domain BASE START TRAIN... --out OUT        names and links of the domain, from a checkpoint (or `base`)
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import torch
from base import unpack
from batch import Batch, Document, Stretch, batches, read_general, read_gold, stretches
from labels import GENERAL, NAMED, ROLE_OF, tag_count
from model import Network
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

LIMITS, REACHES = (64, 240), (200, 500)
"""Pieces a training window and a stretch, drawn anew for each document and round."""
RARE_STATUS = torch.tensor([1.0, 1.5, 1.5, 1.5])


def load_network(folder: Path, layers: int, tags: int) -> Network:
    table = torch.from_numpy(unpack(np.load(folder / "pieces.npy")).reshape(-1, 384))
    return Network(layers, table, tags)


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
        loss = loss + 0.2 * F.cross_entropy(statuses[pair], status, weight=RARE_STATUS)
        loss = loss + 0.1 * F.binary_cross_entropy_with_logits(ended[pair], end.float())
    return loss


def fit(
    network: Network,
    rounds: Callable[[], Iterator[list[Stretch]]],
    loss_of: Callable[[Network, Tensor, Batch], Tensor],
    done: Callable[[int, float], float],
    rate: float,
    head_rate: float,
    average: float,
    keep: Path,
) -> None:
    """AdamW, warm-up and linear decay until `done(steps, seconds)` is 1; leaves running averages in the network."""
    fresh = ("shape.", "gap.", "head.", "mark.", "part.", "pairs.")
    new = [p for n, p in network.named_parameters() if any(f in n for f in fresh)]
    old = [p for n, p in network.named_parameters() if not any(f in n for f in fresh)]
    groups = [{"params": old, "lr": rate, "base": rate}, {"params": new, "lr": head_rate, "base": head_rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    every = old + new
    name_of = {id(p): n for n, p in network.named_parameters()}
    names = [name_of[id(p)] for p in every]
    averages = [p.detach().clone() for p in every]
    network.train()
    start, steps, pieces, recent = time.time(), 0, 0, []
    while (share := done(steps, time.time() - start)) < 1:
        for group in rounds():
            share = done(steps, time.time() - start)
            if share >= 1:
                break
            for g in optimiser.param_groups:
                g["lr"] = g["base"] * min(1, (steps + 1) / 50) * (1 - share)
            batch = Batch.of(group)
            hidden = network.encoder(batch.ids, batch.shapes, batch.gaps, batch.places, batch.windows)
            loss = loss_of(network, hidden, batch)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for p in every if p.grad is not None], 1.0)
            optimiser.step()
            steps, pieces = steps + 1, pieces + int((batch.windows > 0).sum())
            recent.append(float(loss.detach()))
            torch._foreach_lerp_(averages, [p.detach() for p in every], 1 - min(average, steps / (steps + 9)))
            if steps % 50 == 0:
                speed = pieces / (time.time() - start)
                print(f"step {steps} {share:.0%} loss {np.mean(recent[-50:]):.4f} {speed:.0f} pieces/s", flush=True)
            if steps % 100 == 0:
                averaged = dict(zip(names, averages, strict=True))
                torch.save(network.state_dict() | averaged, keep.with_suffix(".part"))
    with torch.no_grad():
        for parameter, mean in zip(every, averages, strict=True):
            parameter.copy_(mean)
    network.eval()
    print(f"{steps} steps, {pieces} pieces, {(time.time() - start) / 60:.1f} minutes", flush=True)


def draw(documents: list[Document], size: int, noise: float = 0.0) -> Iterator[list[Stretch]]:
    found = [s for d in documents for s in stretches(d, random.randint(*LIMITS), random.randint(*REACHES), noise)]
    yield from batches(found, size)


def general(args: argparse.Namespace) -> None:
    tokenizer = Tokenizer.from_file(str(args.base / "tokenizer.json"))
    network = load_network(args.base, args.layers, tag_count(GENERAL))
    network.begin(dict(np.load(args.base / "base.npz")))
    lines = args.train[0].read_text(encoding="utf-8").splitlines()
    if args.sample:
        lines = random.sample(lines, args.sample)
    documents = [d for d in (read_general(json.loads(x), tokenizer, GENERAL) for x in lines) if d.text.spans]
    print(len(documents), "texts", sum(len(d.text.spans) for d in documents), "words", flush=True)
    network.link.requires_grad_(False)
    fit(
        network,
        lambda: draw(documents, args.batch),
        tag_loss,
        lambda _, seconds: seconds / (60 * args.minutes),
        args.rate,
        args.head_rate,
        0.998,
        args.out,
    )
    torch.save(network.state_dict(), args.out)


def domain(args: argparse.Namespace) -> None:
    tokenizer = Tokenizer.from_file(str(args.base / "tokenizer.json"))
    network = load_network(args.base, args.layers, tag_count(NAMED))
    network.begin(dict(np.load(args.base / "base.npz")))
    if args.start:
        state = torch.load(args.start)
        if len(state["head.bias"]) != tag_count(NAMED):
            state = {k: v for k, v in state.items() if k.startswith("encoder.")}
        print("taken over:", len(state), "of", len(network.state_dict()), "tensors")
        network.load_state_dict(state, strict=False)
    documents = []
    for path in args.train:
        name, _, times = str(path).partition("*")
        raws = [json.loads(x) for x in Path(name).read_text(encoding="utf-8").splitlines()]
        documents += [read_gold(r, tokenizer) for r in raws] * int(times or 1)
    rounds = sum(1 for _ in draw(documents, args.batch))
    steps = round(args.epochs * rounds)
    print(len(documents), "documents", sum(len(d.text.spans) for d in documents), "words", steps, "steps", flush=True)

    def both(net: Network, hidden: Tensor, batch: Batch) -> Tensor:
        return tag_loss(net, hidden, batch) + args.link_weight * link_loss(net, hidden, batch)

    fit(
        network,
        lambda: draw(documents, args.batch, args.noise),
        both,
        lambda step, seconds: max(step / steps, seconds / (60 * args.minutes)),
        args.rate,
        args.head_rate,
        0.99,
        args.out,
    )
    torch.save(network.state_dict(), args.out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stage", choices=("general", "domain"))
    parser.add_argument("base", type=Path)
    parser.add_argument("train", type=Path, nargs="+", help="JSON lines; FILE*3 reads a file three times a round")
    parser.add_argument("--start", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=8)
    parser.add_argument("--minutes", type=float, default=600, help="stop by then; the rates fall to 0 towards it")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--epochs", type=float, default=4)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--batch", type=int, default=1536)
    parser.add_argument("--noise", type=float, default=0.15)
    parser.add_argument("--link-weight", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.backends.mkldnn.enabled = False  # plain MKL is a tenth faster here
    random.seed(args.seed)
    np.random.seed(args.seed)
    torch.manual_seed(args.seed)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    (general if args.stage == "general" else domain)(args)


if __name__ == "__main__":
    main()
