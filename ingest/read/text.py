"""Plain text in any encoding: one document, or the stories that were pasted into it."""

from __future__ import annotations

from ingest.read.decode import decode, tidy
from ingest.read.session import Items, Piece, Session


def read(piece: Piece, session: Session) -> Items:
    """The text of a file; its headline, date and publisher where they stand above the text."""
    text = tidy(decode(piece.data, session.settings.encoding))
    yield from session.stories(session.document(text, piece.address, "txt"))
