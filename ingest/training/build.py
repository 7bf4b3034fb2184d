"""Rebuilds the shipped pipeline.

    python -m ingest.training.build WORK --base e5-small-q4.bin --ner FOLDER --chinese train.iob2 --thai data.txt

Needs torch, onnx and opencc-python-reimplemented beside the package (`pip install scamgraph[train]`). The annotated
documents are in `documents/`; where the other files come from, under which licence and with which SHA-256 stands in
`sources.tsv`, and they are checked against it. WORK/model then holds what `ingest/pipeline_xx/` ships. What WORK has
already is not made again. About 80 minutes on two idle cores; stages: `general.py` and `train.py` (names of general
sets, then names and links of the documents, then links alone over states that stay), `graphs.py` and `export.py`.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch

from ingest.training.base import write_base
from ingest.training.export import export
from ingest.training.general import ENGLISH, write_general
from ingest.training.inline import read_documents
from ingest.training.train import Settings, train_domain, train_general, train_links

HERE = Path(__file__).parent
LEARNED_ON = 0.6
"""How far the shipped link weights lie from those of stage 2 towards those of stage 3: each alone is worse on dev."""
OTHER_LANGUAGES = 2
"""Times a round that documents in other languages than English are read; there are fewer of them."""


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path)
    for name in ("base", "ner", "chinese", "thai"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    settings = Settings(seed=args.seed)
    check([args.base, args.chinese, args.thai, *(args.ner / f"{name}.jsonl" for name in ENGLISH)])
    work: Path = args.work
    work.mkdir(parents=True, exist_ok=True)
    base, sets = work / "base", work / "general.jsonl"
    general, domain, links = (work / f"{stage}.pt" for stage in ("general", "domain", "links"))
    if not base.exists():
        write_base(args.base, base)
    if not sets.exists():
        write_general(args.ner, args.chinese, args.thai, sets)
    if not general.exists():
        train_general(base, sets, general, settings)
    if not domain.exists():
        train_domain(base, general, list(annotated()), domain, settings)
    if not links.exists():
        train_links(base, domain, list(annotated()), links, settings)
    export(base, between(domain, links, LEARNED_ON), work / "model")


def between(one: Path, other: Path, share: float) -> dict[str, torch.Tensor]:
    """Weights between two checkpoints."""
    ours, theirs = torch.load(one), torch.load(other)
    return {name: torch.lerp(ours[name], value, share) for name, value in theirs.items()}


def annotated() -> Iterator[dict[str, Any]]:
    """The annotated documents as often as a round reads them, without those that languages are measured on."""
    check(sorted((HERE / "documents").glob("*.txt")))
    held_out = (HERE / "held_out.txt").read_text(encoding="utf-8").split()
    for document in read_documents(HERE / "documents"):
        if document["id"] not in held_out:
            yield from [document] * (1 if document["language"] == "en" else OTHER_LANGUAGES)


def check(paths: list[Path]) -> None:
    """Stops if a file is not the one that the figures were measured with."""
    rows = (line.split("\t") for line in (HERE / "sources.tsv").read_text(encoding="utf-8").splitlines())
    expected = {row[0]: row[1] for row in rows}
    for path in paths:
        if hashlib.sha256(path.read_bytes()).hexdigest() != expected.get(path.name):
            sys.exit(f"{path}: not the file that sources.tsv lists; get that one, or list this one")


if __name__ == "__main__":
    main()
