"""Gzip: the one file inside, read as what it is; a tar inside is read as an archive."""

from __future__ import annotations

import zlib

from graph.errors import ReadError
from ingest.read.session import Items, Piece, Session

_BLOCK = 1 << 16
_GZIP = 31  # window bits that make zlib expect a gzip header


def read(piece: Piece, session: Session) -> Items:
    """The documents of the file inside."""
    name = piece.name
    for ending, instead in ((".gz", ""), (".tgz", ".tar"), (".gzip", "")):
        if name.lower().endswith(ending):
            name = name[: -len(ending)] + instead
            break
    yield from session.inside(piece, name, _unpacked(piece.data, session))


def _unpacked(data: bytes, session: Session) -> bytes:
    """All bytes of the stream, and of further streams behind it; the size is counted as they come out."""
    parts, size, rest = [], 0, data
    while rest.startswith(b"\x1f\x8b"):
        stream = zlib.decompressobj(_GZIP)
        while rest and not stream.eof:
            try:
                block = stream.decompress(rest, _BLOCK)
            except zlib.error:
                raise ReadError("damaged: no sound gzip stream") from None
            rest = stream.unconsumed_tail
            size += len(block)
            session.budget.expand(len(block))
            session.budget.check_ratio(size, len(data))
            parts.append(block)
            if not block and not rest:
                break
        if not stream.eof:
            raise ReadError("truncated: the gzip stream breaks off")
        rest = stream.unused_data
    return b"".join(parts)
