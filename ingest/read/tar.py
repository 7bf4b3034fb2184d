"""Tar archives: every plain file in them; links and devices are reported and not followed."""

from __future__ import annotations

import io
import tarfile

from graph.errors import LimitExceeded, ReadError
from ingest.read.session import Items, Piece, Session, clean_name
from ingest.read.zip import is_litter
from ingest.reading import Failure


def read(piece: Piece, session: Session) -> Items:
    """The members in the archive's order. One that breaks off gives those before the break, and a line."""
    count = 0
    try:
        with tarfile.open(fileobj=io.BytesIO(piece.data), mode="r:") as archive:
            for member in archive:
                if member.isdir() or is_litter(member.name):
                    continue
                count += 1
                stream = archive.extractfile(member) if member.isfile() else None
                if stream is None:
                    yield Failure(f"{piece.address}!/{clean_name(member.name)}", "a link or device: not followed")
                    continue
                session.budget.expand(member.size)
                yield from session.inside(piece, member.name, stream.read())
    except LimitExceeded:
        raise
    except (tarfile.TarError, EOFError, OSError, ValueError) as error:
        raise ReadError(f"truncated or damaged archive ({type(error).__name__})") from None
    if not count:
        raise ReadError("empty: an archive without members")
