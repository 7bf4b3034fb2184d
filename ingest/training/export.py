"""A trained network as the files that the package ships."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import torch

from ingest.training import graphs


def plain_names(state: dict[str, torch.Tensor]) -> dict[str, np.ndarray]:
    """The network's tensors under the names that the graphs use."""
    out = {}
    for name, value in state.items():
        name = name.removeprefix("encoder.").removeprefix("layers.")
        if name in ("shape.weight", "gap.weight", "mark.weight", "part.weight"):
            name = name.removesuffix(".weight")
        out[name] = value.float().numpy()
    return out


def export(base: Path, state: dict[str, torch.Tensor], folder: Path) -> None:
    """A folder with tokenizer.json, pieces.npy, encoder.onnx and links.onnx (8-bit layers), pairs.npz."""
    folder.mkdir(parents=True, exist_ok=True)
    weights = plain_names(state)
    layers = sum(name.endswith(".norm1.weight") and name[0].isdigit() for name in weights)
    for name in ("tokenizer.json", "pieces.npy"):
        shutil.copyfile(base / name, folder / name)
    (folder / "encoder.onnx").write_bytes(graphs.encoder(weights, layers).SerializeToString())
    (folder / "links.onnx").write_bytes(graphs.marked_layer(weights).SerializeToString())
    head = {n.removeprefix("pairs."): v.astype(np.float16) for n, v in weights.items() if n.startswith("pairs.")}
    np.savez(folder / "pairs.npz", **head)  # type: ignore[arg-type]  # numpy's stubs take a name for `allow_pickle`
