"""The recogniser's last layers as torch modules, read back out of its quantised file."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import numpy as np
import onnx
import torch
from torch import Tensor, nn

WIDTH, HEADS, INNER = 384, 12, 1536
_LAYERS = 6
_PARTS = ("q", "k", "v", "o", "up", "down")


class Layer(nn.Module):
    """One transformer layer, as in BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.n1, self.n2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        size, length, _ = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(size, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        q, k, v = split(self.q(x)), split(self.k(x)), split(self.v(x))
        shares = torch.softmax(q @ k.transpose(-1, -2) / (WIDTH // HEADS) ** 0.5 + bias, -1)
        x = self.n1(x + self.drop(self.o((shares @ v).transpose(1, 2).reshape(size, length, WIDTH))))
        return self.n2(x + self.drop(self.down(nn.functional.gelu(self.up(x)))))


def recogniser_layers(count: int) -> list[Layer]:
    """The last `count` layers, with the recogniser's weights as they were before quantisation, to 8 bits."""
    model = onnx.load_from_string((files("ingest") / "pipeline_en" / "encoder.int8.onnx").read_bytes())
    values = {tensor.name: onnx.numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    producers = {output: node for node in model.graph.node for output in node.output}
    return [_layer(f"layers.{n}", values, producers) for n in range(_LAYERS - count, _LAYERS)]


def _layer(prefix: str, values: dict[str, Any], producers: dict[str, Any]) -> Layer:
    layer = Layer()
    found = {}
    for part in _PARTS:
        found[f"{part}.weight"] = _matrix(f"/{prefix}/{part}/MatMul_output_0", values, producers).T
        found[f"{part}.bias"] = values[f"{prefix}.{part}.bias"]
    for norm in ("n1", "n2"):
        found[f"{norm}.weight"], found[f"{norm}.bias"] = (
            values[f"{prefix}.{norm}.weight"],
            values[f"{prefix}.{norm}.bias"],
        )
    layer.load_state_dict({name: torch.from_numpy(np.array(value, dtype=np.float32)) for name, value in found.items()})
    return layer


def _matrix(output: str, values: dict[str, Any], producers: dict[str, Any]) -> Any:
    """The weights of a quantised product: it multiplies a cast integer product by (input scale × weight scale)."""
    scaled = producers[output]
    cast, scales = (producers[name] for name in scaled.input)
    quantised, zero = (producers[cast.input[0]].input[n] for n in (1, 3))
    scale = next(name for name in scales.input if name in values)
    return (values[quantised].astype(np.float32) - values[zero].astype(np.float32)) * values[scale]
