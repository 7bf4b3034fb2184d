"""ONNX graphs of the encoder, written node by node with 8-bit weights: no tracing, one window a call, no padding."""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

WIDTH, HEADS, EPSILON, LONGEST = 384, 12, 1e-12, 512
MICROSOFT = "com.microsoft"
TOP = 63
"""Largest 8-bit weight: 7 bits keep sums of two products within 16 bits on processors without VNNI."""
ENDS = helper.make_tensor_value_info("ends", TensorProto.INT64, [1])


class Graph:
    """Collects nodes and weights; every method returns the name of its output."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.weights: list[Any] = []
        self.known: set[str] = set()

    def constant(self, name: str, value: np.ndarray) -> str:
        if name in self.known:
            return name
        self.known.add(name)
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(
        self, kind: str, inputs: list[str], name: str, domain: str = "", outputs: int = 1, **attributes: Any
    ) -> str:
        names = [name] if outputs == 1 else [f"{name}.{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, names, name=name, domain=domain, **attributes))
        return name

    def linear(self, x: str, weight: np.ndarray, bias: np.ndarray, name: str, tail: str = "") -> str:
        """x @ weight.T + bias, the weights in 8 bits with a scale a column, x quantised as it comes."""
        scale = np.maximum(np.abs(weight).max(1), 1e-9).astype(np.float32) / TOP
        whole = np.rint(weight / scale[:, None]).clip(-TOP, TOP).astype(np.int8)
        inputs = [
            x,
            self.constant(name + ".w", whole.T),
            self.constant(name + ".s", scale),
            "",
            self.constant(name + ".b", bias.astype(np.float32)),
        ]
        return self.add("DynamicQuantizeMatMul", inputs, name + tail, MICROSOFT)

    def normalise(self, x: str, rest: str, weights: dict[str, np.ndarray], name: str) -> str:
        inputs = [
            x,
            rest,
            self.constant(name + ".weight", weights[name + ".weight"]),
            self.constant(name + ".bias", weights[name + ".bias"]),
        ]
        return self.add("SkipLayerNormalization", inputs, name, MICROSOFT, epsilon=EPSILON)

    def layer(self, x: str, weights: dict[str, np.ndarray], p: str) -> str:
        weight, bias = (np.concatenate([weights[f"{p}.{n}.{kind}"] for n in "qkv"]) for kind in ("weight", "bias"))
        self.linear(x, weight, bias, f"{p}.qkv")
        self.add("Split", [f"{p}.qkv"], f"{p}.split", outputs=3, axis=-1, num_outputs=3)
        parts = [f"{p}.split.{i}" for i in range(3)]
        self.add("MultiHeadAttention", parts, f"{p}.attention", MICROSOFT, num_heads=HEADS)
        out = self.linear(f"{p}.attention", weights[f"{p}.out.weight"], weights[f"{p}.out.bias"], f"{p}.out")
        x = self.normalise(out, x, weights, f"{p}.norm1")
        edges = [self._bound("ends"), self._bound("zero"), self._bound("far")]
        ends = self.add("Slice", [x, edges[1], edges[0], self._bound("one")], f"{p}.ends")
        words = self.add("Slice", [x, edges[0], edges[2], self._bound("one")], f"{p}.words")
        parts = [self._inner(part, weights, p, tail) for part, tail in ((ends, "!"), (words, ""))]
        down = self.add("Concat", parts, f"{p}.down.all", axis=1)
        return self.normalise(down, x, weights, f"{p}.norm2")

    def _inner(self, x: str, weights: dict[str, np.ndarray], p: str, tail: str) -> str:
        """The feed-forward part. Start and stop pieces go through it by themselves: their values are ten times as
        large as the words', and shared with them the words' 8 bits would be spent on these."""
        up = self.linear(x, weights[f"{p}.up.weight"], weights[f"{p}.up.bias"], f"{p}.up", tail)
        gelu = self.add("Gelu", [up], f"{p}.gelu{tail}", MICROSOFT)
        return self.linear(gelu, weights[f"{p}.down.weight"], weights[f"{p}.down.bias"], f"{p}.down", tail)

    def _bound(self, name: str) -> str:
        values = {"zero": 0, "one": 1, "far": 2**31}
        return name if name == "ends" else self.constant("bound." + name, np.array([values[name]], np.int64))

    def model(self, inputs: list[Any], outputs: list[Any]) -> onnx.ModelProto:
        graph = helper.make_graph(self.nodes, "scamgraph", inputs, outputs, self.weights)
        imports = [helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)]
        model = helper.make_model(graph, opset_imports=imports, ir_version=9, producer_name="scamgraph")
        onnx.checker.check_model(model)
        return model


def encoder(weights: dict[str, np.ndarray], layers: int) -> onnx.ModelProto:
    """words [1,T,384], shapes, gaps, places [1,T], ends [1] -> hidden [1,T,384], tags [1,T,K]; `ends` says how many
    start and stop pieces stand in front."""
    g = Graph()
    shape = g.add("Gather", [g.constant("shape", weights["shape"]), "shapes"], "shaped")
    gap = g.add("Gather", [g.constant("gap", weights["gap"]), "gaps"], "gapped")
    place = g.constant("position", (weights["position"] + weights["segment"])[:LONGEST])
    placed = g.add("Gather", [place, "places"], "placed")
    extra = g.add("Add", [g.add("Add", [shape, gap], "extra0"), placed], "extra1")
    x = g.normalise("words", extra, weights, "norm")
    for i in range(layers):
        x = g.layer(x, weights, str(i))
    g.add("Identity", [x], "hidden")
    head = g.constant("head.weight", weights["head.weight"].T)
    g.add("Add", [g.add("MatMul", [x, head], "scores"), g.constant("head.bias", weights["head.bias"])], "tags")
    tags = len(weights["head.bias"])
    inputs = [_value("words", WIDTH), _index("shapes"), _index("gaps"), _index("places"), ENDS]
    return g.model(inputs, [_value("hidden", WIDTH), _value("tags", tags)])


def marked_layer(weights: dict[str, np.ndarray]) -> onnx.ModelProto:
    """hidden, marks, parts [1,T], ends [1] -> states [1,T,384]: one more layer that sees where the entities stand."""
    g = Graph()
    mark = g.add("Gather", [g.constant("mark", weights["mark"]), "marks"], "marked")
    part = g.add("Gather", [g.constant("part", weights["part"]), "parts"], "parted")
    x = g.layer(g.add("Add", ["hidden", g.add("Add", [mark, part], "extra")], "sum"), weights, "link")
    g.add("Identity", [x], "states")
    return g.model([_value("hidden", WIDTH), _index("marks"), _index("parts"), ENDS], [_value("states", WIDTH)])


def _value(name: str, width: int) -> Any:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, "T", width])


def _index(name: str) -> Any:
    return helper.make_tensor_value_info(name, TensorProto.INT64, [1, "T"])
