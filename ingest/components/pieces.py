"""The encoder's table of pieces: a vector each, kept in 4 bits on disk and unpacked as it is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

BLOCK = 18
"""Bytes of 32 numbers: a half-precision scale and 32 nibbles."""
Array = np.ndarray[Any, Any]


class PieceTable:
    """Piece numbers → vectors [pieces, width], from a memory-mapped file."""

    def __init__(self, path: Path) -> None:
        self._packed = np.load(path, mmap_mode="r")

    def __getitem__(self, ids: list[int] | slice) -> Array:
        rows = self._packed[ids]
        return unpack(rows).reshape(len(rows), -1)


def unpack(packed: Array) -> Array:
    """4-bit blocks to float32, one row of 32 a block."""
    blocks = packed.reshape(-1, BLOCK)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = blocks[:, 2:]
    numbers: Array = (np.concatenate([nibbles & 15, nibbles >> 4], 1).astype(np.float32) - 8) * scale
    return numbers
