"""Train the link model: heads over the recogniser's states for links and their qualifiers.

    nice -n 19 python -m ingest.training.links OUT [--epochs 10] [--seed 1]

Needs torch beside the package (no torch at run time). Reads `documents/` (each file's SHA-256 must be that of
`documents.sha256`) and the recogniser in `../pipeline_en`, whose weights stay as they are. Writes OUT/links.npz.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from spacy.language import Language
from torch import Tensor, nn

from graph.ontology import LINK_TYPES, SCHEMATA, STATUSES
from ingest.components.encoder import Encoder
from ingest.links.amounts import sums
from ingest.links.candidates import ROLES, TYPES, Candidates, Pair, Said, candidates
from ingest.links.cues import CUES
from ingest.links.dates import FORMS, dates
from ingest.links.model import fits
from ingest.pipeline import load_pipeline, load_session
from ingest.training.inline import read_documents

HERE = Path(__file__).parent
LIMITS = (192, 128)  # subwords a window; each document is cut both ways, in turn
FAR_KEPT = 0.3  # share of the unlinked pairs more than one sentence apart that are learned from
WIDTH = 384
INVERSE = {"child": "parent", "parent": "child"}


@dataclass(slots=True)
class Example:
    """A window's candidates with what gold says of them; -1 is not asked, of `types` -1 is unknown.

    `dates` and `sums`: the right answers of a (pair, type): 0 is none, then the fixed ones, then the window's.
    """

    asked: Candidates
    schemata: list[int]
    types: np.ndarray[Any, Any]
    roles: np.ndarray[Any, Any]
    status: np.ndarray[Any, Any]
    ended: np.ndarray[Any, Any]
    dates: dict[tuple[int, int], list[int]]
    sums: dict[tuple[int, int], list[int]]


def examples(record: dict[str, Any], nlp: Language, encoder: Encoder) -> list[Example]:
    """A gold document's windows that name a joinable pair."""
    doc = encoder(nlp.get_pipe("scamgraph_sentences")(nlp.make_doc(record["text"])))
    entities = record["entities"]
    schemata = [e["schema"] for e in entities]
    owner = {tuple(span): n for n, e in reversed(list(enumerate(entities))) for span in e["mentions"]}
    mentions = sorted((start, end, n) for (start, end), n in owner.items())
    days = [(d.start, d.end, d.value, FORMS.index(d.form)) for d in dates(record["text"], record["published"])]
    money = [(m.start, m.end, f"{m.amount} {m.currency}", 0) for m in sums(record["text"])]
    index = {e["id"]: n for n, e in enumerate(entities)}
    linked = {frozenset((index[link["source"]], index[link["target"]])) for link in record["links"]}
    found = []
    for window in doc.user_data["windows"]:
        words, sentences = doc.user_data["words"], doc.user_data["sentences"]
        asked = candidates(record["text"], words, window, schemata, mentions, sentences, days, money)
        if asked:
            asked = _thinned(asked, linked)
            span = words.spans[window.start][0], words.spans[window.end - 1][1]
            found.append(_labelled(asked, record, schemata, span))
    return found


def _thinned(asked: Candidates, linked: set[frozenset[int]]) -> Candidates:
    """Fewer of the pairs that stand far apart and are not linked, of which there are most."""
    kept = [
        p
        for p in asked.pairs
        if p.apart <= 1 or frozenset((p.source, p.target)) in linked or random.random() < FAR_KEPT
    ]
    return replace(asked, pairs=kept or asked.pairs[:1])


def _labelled(asked: Candidates, record: dict[str, Any], schemata: list[str], span: tuple[int, int]) -> Example:
    entities = record["entities"]
    index = {e["id"]: n for n, e in enumerate(entities)}
    at: dict[tuple[int, int], list[int]] = {}
    for n, pair in enumerate(asked.pairs):
        at.setdefault((pair.source, pair.target), []).append(n)
    size = len(asked.pairs)
    types = np.zeros((size, len(TYPES)), np.int64)
    roles, status, ended = (np.full((size, len(TYPES)), -1, np.int64) for _ in range(3))
    days: dict[tuple[int, int], list[int]] = {}
    money: dict[tuple[int, int], list[int]] = {}
    for link in record["links"]:
        ends = index[link["source"]], index[link["target"]]
        kind = TYPES.index(link["type"])
        here = link["evidence"][0] < span[1] and link["evidence"][1] > span[0]
        both = [(ends, link["role"])]
        if LINK_TYPES[link["type"]].symmetric:
            both.append(((ends[1], ends[0]), INVERSE.get(link["role"], link["role"])))
        for couple, role in both:
            for n in at.get(couple, ()):
                types[n, kind] = 1 if here or types[n, kind] == 1 else -1
                if here:
                    roles[n, kind] = ROLES.index((link["type"], role)) if (link["type"], role) in ROLES else -1
                    status[n, kind] = STATUSES.index(link["status"])
                    ended[n, kind] = int(link["ended"])
                    days[n, kind] = _answers(link["date"], [None, record["published"]], asked.dates)
                    sum_ = f"{link['amount']} {link.get('currency')}" if "amount" in link else None
                    money[n, kind] = _answers(sum_, [None], asked.sums)
    return Example(asked, [SCHEMATA.index(s) for s in schemata], types, roles, status, ended, days, money)


def _answers(value: str | None, fixed: list[str | None], said: list[Said]) -> list[int]:
    """Which answers give a value; none of them where it is not said in the window."""
    return [n for n, answer in enumerate([*fixed, *(one.value for one in said)]) if answer == value]


class Pointer(nn.Module):
    """Which of a window's dates or sums belongs to a link: `fixed` answers first, then the window's."""

    def __init__(self, fixed: int, forms: int, hidden: int) -> None:
        super().__init__()
        self.fixed, self.by_type = nn.Linear(hidden, fixed), nn.Embedding(len(TYPES), fixed)
        self.query, self.kind, self.key = nn.Linear(hidden, 64), nn.Embedding(len(TYPES), 64), nn.Linear(WIDTH, 64)
        self.gap, self.apart, self.form = nn.Embedding(8, 1), nn.Embedding(5, 1), nn.Embedding(forms, 1)
        for table in (self.by_type, self.kind, self.gap, self.apart, self.form):
            nn.init.zeros_(table.weight)

    def forward(self, h: Tensor, kind: int, pair: Pair, asked: Candidates, said: list[Said], words: Tensor) -> Tensor:
        index = torch.tensor
        scores = self.fixed(h) + self.by_type(index(kind))
        if not said:
            return scores
        states = (words[index([s.words[0] for s in said])] + words[index([s.words[1] for s in said])]) / 2
        near = [asked.nearness(pair, s) for s in said]
        bias = self.gap(index([n[0] for n in near])) + self.apart(index([n[1] for n in near]))
        bias = (bias + self.form(index([s.form for s in said])))[:, 0]
        query = self.query(h) + self.kind(index(kind))
        return torch.cat([scores, self.key(states) @ query / 8 + bias])


class LinkNet(nn.Module):
    """The heads: what a window's pairs are, in which role and state, when, for how much."""

    def __init__(self, hidden: int = 320) -> None:
        super().__init__()
        self.norm_entity, self.norm_between, self.norm_both = (nn.LayerNorm(WIDTH) for _ in range(3))
        self.source, self.target, self.both = (nn.Linear(WIDTH, hidden, bias=False) for _ in range(3))
        self.cues = nn.Linear(2 * len(CUES), hidden, bias=False)
        self.between, self.mid = nn.Linear(WIDTH, hidden), nn.Linear(hidden, hidden)
        self.source_schema, self.target_schema = (nn.Embedding(len(SCHEMATA), hidden) for _ in range(2))
        self.apart, self.distance, self.forward_ = (nn.Embedding(size, hidden) for size in (3, 8, 2))
        for table in (self.source_schema, self.target_schema, self.apart, self.distance, self.forward_):
            nn.init.normal_(table.weight, std=0.1)
        self.drop, self.drop_states = nn.Dropout(0.3), nn.Dropout(0.1)
        self.types = nn.Linear(hidden, len(TYPES))
        self.roles = nn.Linear(hidden, len(ROLES))
        self.types_by_cue, self.roles_by_cue = (
            nn.Linear(2 * len(CUES), n, bias=False) for n in (len(TYPES), len(ROLES))
        )
        self.status = nn.Linear(hidden, len(TYPES) * len(STATUSES))
        self.ended = nn.Linear(hidden, len(TYPES))
        self.dates, self.sums = Pointer(2, len(FORMS), hidden), Pointer(1, 1, hidden)

    def read(self, words: Tensor, example: Example) -> tuple[Tensor, Tensor]:
        """A hidden state and the cues of each pair of one window."""
        asked, index = example.asked, torch.tensor
        entity = {
            n: torch.logsumexp(torch.stack([(words[a] + words[b]) / 2 for a, b in spans]), 0)
            for n, spans in asked.mentions.items()
        }
        row = {n: i for i, n in enumerate(entity)}
        normal = self.drop_states(self.norm_entity(torch.stack(list(entity.values()))))
        pairs = asked.pairs
        couples = {frozenset((p.source, p.target)): p for p in pairs}
        couple_row = {couple: i for i, couple in enumerate(couples)}
        cues = torch.from_numpy(asked.cue_counts(list(couples.values())))
        joint = self._couples(list(couples.values()), words) + self.cues(self.drop_states(cues))
        couple_of = index([couple_row[frozenset((p.source, p.target))] for p in pairs])
        first = (
            self.source(normal)[index([row[p.source] for p in pairs])]
            + self.target(normal)[index([row[p.target] for p in pairs])]
            + joint[couple_of]
            + self.source_schema(index([example.schemata[p.source] for p in pairs]))
            + self.target_schema(index([example.schemata[p.target] for p in pairs]))
            + self.apart(index([p.apart for p in pairs]))
            + self.distance(index([p.distance for p in pairs]))
            + self.forward_(index([p.forward for p in pairs]))
        )
        return self.drop(torch.relu(self.mid(self.drop(torch.relu(first))))), cues[couple_of]

    def _couples(self, couples: list[Pair], words: Tensor) -> Tensor:
        index = torch.tensor
        sums = torch.cat([torch.zeros(1, WIDTH), words.cumsum(0)])
        low, high = index([p.between[0] for p in couples]), index([p.between[1] for p in couples])
        between = (sums[high] - sums[low]) / (high - low).clamp(min=1)[:, None]
        ours, theirs = (
            (words[index([getattr(p, end)[0] for p in couples])] + words[index([getattr(p, end)[1] for p in couples])])
            / 2
            for end in ("source_words", "target_words")
        )
        both = self.both(self.drop_states(self.norm_both(ours * theirs)))
        return self.between(self.drop_states(self.norm_between(between))) + both

    def loss(self, batch: list[Example], mask_of: np.ndarray[Any, Any]) -> Tensor:
        words = [torch.from_numpy(e.asked.window.states.astype(np.float32)) for e in batch]
        read = [self.read(w, example) for w, example in zip(words, batch, strict=True)]
        h = torch.cat([hidden for hidden, _ in read])
        cues = torch.cat([cues for _, cues in read])
        types, roles, status, ended = (
            torch.from_numpy(np.concatenate([getattr(e, name) for e in batch]))
            for name in ("types", "roles", "status", "ended")
        )
        may = torch.from_numpy(
            np.concatenate(
                [[mask_of[e.schemata[p.source], e.schemata[p.target]] for p in e.asked.pairs] for e in batch]
            )
        )
        asked = may & (types >= 0)
        loss = nn.functional.binary_cross_entropy_with_logits(
            (self.types(h) + self.types_by_cue(cues))[asked], types[asked].float(), reduction="sum"
        ) / max(1, len(batch))
        where, kind = torch.nonzero(types == 1, as_tuple=True)
        if len(where):
            says = h[where]
            loss = loss + self._qualifiers(
                says, self.roles_by_cue(cues[where]), kind, roles[where, kind], status[where, kind], ended[where, kind]
            ) / len(batch)
        return loss + self._pointers(batch, words, h) / len(batch)

    def _pointers(self, batch: list[Example], words: list[Tensor], h: Tensor) -> Tensor:
        loss, at = torch.zeros(()), 0
        for i, example in enumerate(batch):
            asked = example.asked
            for pointer, answers, said in (
                (self.dates, example.dates, asked.dates),
                (self.sums, example.sums, asked.sums),
            ):
                for (n, kind), right in answers.items():
                    if right:
                        scores = pointer(h[at + n], kind, asked.pairs[n], asked, said, words[i])
                        loss = loss + torch.logsumexp(scores, 0) - torch.logsumexp(scores[torch.tensor(right)], 0)
            at += len(asked.pairs)
        return loss

    def _qualifiers(
        self, h: Tensor, by_cue: Tensor, kind: Tensor, role: Tensor, status: Tensor, ended: Tensor
    ) -> Tensor:
        owner = torch.tensor([TYPES.index(name) for name, _ in ROLES])
        logits = (self.roles(h) + by_cue).masked_fill(owner[None, :] != kind[:, None], -1e9)
        known = role >= 0
        loss = nn.functional.cross_entropy(logits[known], role[known], reduction="sum") if known.any() else h.sum() * 0
        rows = torch.arange(len(kind))
        by_type = self.status(h).view(len(kind), len(TYPES), len(STATUSES))[rows, kind]
        loss = loss + nn.functional.cross_entropy(by_type, status, reduction="sum")
        return loss + nn.functional.binary_cross_entropy_with_logits(
            self.ended(h)[rows, kind], ended.float(), reduction="sum"
        )


def batches(pool: list[Example], size: int = 400) -> list[list[Example]]:
    """The windows in random order, about `size` pairs a batch."""
    found: list[list[Example]] = [[]]
    held = 0
    for example in random.sample(pool, len(pool)):
        if held and held + len(example.asked.pairs) > size:
            found.append([])
            held = 0
        found[-1].append(example)
        held += len(example.asked.pairs)
    return found


def fit(net: LinkNet, pools: list[list[Example]], epochs: int) -> Iterator[list[Tensor]]:
    """AdamW with warm-up and linear decay. Yields the averaged weights after each epoch, in the net's order."""
    may = fits()
    optimizer = torch.optim.AdamW(net.parameters(), weight_decay=0.02)
    params = list(net.parameters())
    average = [p.detach().clone() for p in params]
    steps, started = 0, time.time()
    total = sum(len(batches(pools[n % len(pools)])) for n in range(epochs))
    net.train()
    for epoch in range(epochs):
        losses = []
        for batch in batches(pools[epoch % len(pools)]):
            for group in optimizer.param_groups:
                group["lr"] = 1.5e-3 * min(1, (steps + 1) / 40) * max(0.02, 1 - steps / total)
            loss = net.loss(batch, may)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(params, 1.0)
            optimizer.step()
            steps += 1
            torch._foreach_lerp_(average, params, 1 - min(0.998, steps / (steps + 9)))
            losses.append(float(loss.detach()))
        print(f"epoch {epoch + 1}/{epochs}, loss {np.mean(losses):.3f}, {time.time() - started:.0f} s", flush=True)
        yield average


def save(net: LinkNet, out: Path) -> None:
    """The weights as arrays of half precision."""
    out.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        out / "links.npz", **{n: p.detach().numpy().astype(np.float16) for n, p in net.named_parameters()}
    )


def check_documents(folder: Path) -> None:
    """Raise unless every training file is the one that `documents.sha256` names."""
    for line in (HERE / "documents.sha256").read_text().splitlines():
        digest, name = line.split()
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
            raise SystemExit(f"{folder / name}: not the file the model is trained on (see documents.sha256)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    random.seed(args.seed)
    check_documents(HERE / "documents")
    records = list(read_documents(HERE / "documents"))
    nlp, session = load_pipeline(), load_session("encoder.int8.onnx")
    pools = [[e for record in records for e in examples(record, nlp, Encoder(session, limit))] for limit in LIMITS]
    for pool in pools:
        print(
            f"{len(records)} documents, {len(pool)} windows, {sum(len(e.asked.pairs) for e in pool)} pairs", flush=True
        )
    net = LinkNet()
    *_, average = fit(net, pools, args.epochs)
    with torch.no_grad():
        for p, a in zip(net.parameters(), average, strict=True):
            p.copy_(a)
    save(net, args.out)


if __name__ == "__main__":
    main()
