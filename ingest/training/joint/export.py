"""Writes a trained network as the files that `runtime.py` reads.

    export.py BASE CHECKPOINT FOLDER --calibrate TRAIN.jsonl [--bits 7]

FOLDER: tokenizer.json, pieces.npy (4-bit word table), encoder.onnx, links.onnx (8-bit layers), pairs.npz, config.json.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import graphs
import numpy as np
import torch
from batch import Batch, read_gold
from labels import NAMED, PAIR_FEATURES, tag_count
from tokenizers import Tokenizer
from torch import nn
from train import draw, load_network


def plain_names(state: dict[str, torch.Tensor]) -> dict[str, np.ndarray]:
    """The network's tensors under the names that the graphs use."""
    out = {}
    for name, value in state.items():
        name = name.removeprefix("encoder.").removeprefix("layers.")
        if name in ("shape.weight", "gap.weight", "mark.weight", "part.weight"):
            name = name.removesuffix(".weight")
        out[name] = value.float().numpy()
    return out


def peaks(args: argparse.Namespace, layers: int) -> dict[str, np.ndarray]:
    """The largest input of every linear of the layers, by channel, over some training documents."""
    network = load_network(args.base, layers, tag_count(NAMED))
    network.load_state_dict(torch.load(args.checkpoint))
    network.eval()
    found: dict[str, np.ndarray] = {}

    def watch(name: str) -> Callable[[nn.Module, tuple[torch.Tensor, ...]], None]:
        def look(_: nn.Module, inputs: tuple[torch.Tensor, ...]) -> None:
            top = inputs[0].abs().flatten(0, -2).amax(0).numpy()
            found[name] = np.maximum(found.get(name, 0), top)

        return look

    parts = {"link": network.link} | {str(i): layer for i, layer in enumerate(network.encoder.layers)}
    for number, layer in parts.items():
        for old, new in {"q": "qkv", "out": "out", "up": "up", "down": "down"}.items():
            getattr(layer, old).register_forward_pre_hook(watch(f"{number}.{new}"))
    tokenizer = Tokenizer.from_file(str(args.base / "tokenizer.json"))
    lines = [line for path in args.calibrate for line in path.read_text(encoding="utf-8").splitlines()]
    random.seed(1)
    documents = [read_gold(json.loads(line), tokenizer) for line in random.sample(lines, min(48, len(lines)))]
    with torch.inference_mode():
        for group in draw(documents, 1536):
            batch = Batch.of(group)
            hidden = network.encoder(batch.ids, batch.shapes, batch.gaps, batch.places, batch.windows)
            if batch.pairs is not None and batch.joined is not None:
                network.judge(hidden, batch.joined, batch.pairs)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", type=Path)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--calibrate", type=Path, nargs="*", default=[], help="JSON lines of gold")
    parser.add_argument("--bits", type=int, default=7, help="of the layers' weights; 32: as trained")
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    weights = plain_names(torch.load(args.checkpoint))
    layers = sum(name.endswith(".norm1.weight") and name[0].isdigit() for name in weights)
    for name in ("tokenizer.json", "pieces.npy"):
        shutil.copyfile(args.base / name, args.folder / name)
    top = peaks(args, layers) if args.calibrate else None
    (args.folder / "encoder.onnx").write_bytes(graphs.encoder(weights, layers, args.bits, top).SerializeToString())
    (args.folder / "links.onnx").write_bytes(graphs.marked_layer(weights, args.bits, top).SerializeToString())
    head = {n.removeprefix("pairs."): v.astype(np.float16) for n, v in weights.items() if n.startswith("pairs.")}
    np.savez(args.folder / "pairs.npz", **head)
    config = {"labels": NAMED, "layers": layers, "window": 192, "reach": 480, "features": list(PAIR_FEATURES)}
    (args.folder / "config.json").write_text(json.dumps(config, indent=1) + "\n")
    for path in sorted(args.folder.iterdir()):
        print(f"{path.name} {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
