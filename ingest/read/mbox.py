"""Mailboxes: every message as a mail of its own."""

from __future__ import annotations

import re

from ingest.read import mail
from ingest.read.session import Items, Piece, Session

_FROM = re.compile(rb"(?:\A|\r?\n)(?=From [^\r\n]{1,500}\d\d:\d\d[^\r\n]{0,60}\r?\n[A-Za-z>-]+)")


def read(piece: Piece, session: Session) -> Items:
    """The messages in their order; a mailbox of one message is that message."""
    starts = [match.end() for match in _FROM.finditer(piece.data)]
    messages = [piece.data[a:b] for a, b in zip(starts, [*starts[1:], len(piece.data)], strict=True)]
    if len(messages) <= 1:
        yield from mail.read(Piece(piece.address, _without_envelope(piece.data), piece.depth), session)
        return
    for number, message in enumerate(messages, 1):
        session.budget.member()
        yield from session.read_as("eml", Piece(f"{piece.address}#{number}", _without_envelope(message), piece.depth))


def _without_envelope(message: bytes) -> bytes:
    """The message below its `From ` line, with `>From ` lines as they were sent."""
    message = message.lstrip(b"\r\n")
    if message.startswith(b"From "):
        message = message.partition(b"\n")[2]
    return re.sub(rb"(?m)^>(>*From )", rb"\1", message)
