"""Mail messages: the headers that name people, the body, and every attachment as a document of its own."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from email.header import decode_header
from email.message import Message
from email.policy import compat32
from email.utils import parsedate_to_datetime

from graph.errors import ReadError
from ingest.dates import iso_date
from ingest.read.decode import decode, tidy, whole
from ingest.read.markup import text_of
from ingest.read.session import Items, Piece, Session, clean_name
from ingest.reading import Failure, Reading

_SHOWN = ("From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Date", "Subject")
_SILENT = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "text/calendar")
_ENDINGS = {
    "text/html": "html",
    "text/plain": "txt",
    "text/csv": "csv",
    "application/pdf": "pdf",
    "application/json": "json",
}
_PARTS = 1_000  # parts of one message that are looked at


def read(piece: Piece, session: Session) -> Items:
    """The message as one document, then its attachments and the messages forwarded inside it."""
    message = email.message_from_bytes(piece.data.lstrip(b"\r\n"), policy=compat32)
    bodies: list[str] = []
    packed: list[Message] = []
    for part in _parts(message):
        if _is_body(part):
            bodies.append(_body(part))
        elif part.get_content_type() not in _SILENT and not _is_decoration(part):
            packed.append(part)
    head = [f"{name}: {value}" for name in _SHOWN for value in _headers(message, name)]
    body = tidy("\n\n".join(filter(None, map(str.strip, bodies))))
    if not head and not body and not packed:
        raise ReadError("a mail without headers, body and attachments")
    if head or body:
        document = session.document(
            "\n\n".join(filter(None, ("\n".join(head), body))),
            piece.address,
            "eml",
            title=next(_headers(message, "Subject"), None),
            publisher=next(_headers(message, "From"), None),
            published=_day(next(_headers(message, "Date"), None)),
        )
        yield Reading(document)
    for number, part in enumerate(packed, 1):
        yield from _attachment(part, number, piece, session)


def _parts(message: Message) -> Iterator[Message]:
    """Every leaf, of alternatives only the plainest; a message inside the message is a leaf."""
    todo, seen = [message], 0
    while todo and seen < _PARTS:
        part, seen = todo.pop(0), seen + 1
        inside = part.get_payload()
        if not isinstance(inside, list) or part.get_content_type() in ("message/rfc822", "message/delivery-status"):
            yield part
        elif part.get_content_type() == "multipart/alternative":
            plain = [p for p in inside if isinstance(p, Message) and p.get_content_type() == "text/plain"]
            todo[:0] = plain[:1] or [p for p in inside if isinstance(p, Message)][-1:]
        else:
            todo[:0] = [p for p in inside if isinstance(p, Message)]


def _is_body(part: Message) -> bool:
    if part.get_content_type() == "message/delivery-status":
        return True
    if part.get_content_maintype() == "multipart":  # its boundary is missing, so that nobody could take it apart
        return True
    named = part.get_filename() or part.get_content_disposition() == "attachment"
    return not named and part.get_content_type() in ("text/plain", "text/html", "text/enriched")


def _is_decoration(part: Message) -> bool:
    """A picture that belongs to the layout of the mail and is no attachment."""
    return part.get_content_maintype() == "image" and part.get_content_disposition() != "attachment"


def _body(part: Message) -> str:
    if part.get_content_type() == "message/delivery-status":
        inside = part.get_payload()
        return "\n".join(str(p) for p in inside) if isinstance(inside, list) else str(inside)
    data = part.get_payload(decode=True)
    text = decode(data, _charset(part)) if isinstance(data, bytes) and data else ""
    if part.get_content_type() == "text/html":
        return text_of(text)
    return re.sub(r"</?[a-zA-Z]{1,20}>", "", text) if part.get_content_type() == "text/enriched" else text


def _attachment(part: Message, number: int, piece: Piece, session: Session) -> Items:
    if part.get_content_type() == "message/rfc822":
        yield from session.inside(piece, f"message-{number}.eml", _forwarded(part), known="eml")
        return
    name = _words(part.get_filename() or "") or f"part-{number}.{_ENDINGS.get(part.get_content_type(), 'bin')}"
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        yield Failure(f"{piece.address}!/{clean_name(name)}", "a damaged attachment")
    elif data or part.get_filename():
        yield from session.inside(piece, name, data)


def _forwarded(part: Message) -> bytes:
    """A forwarded message as bytes; nothing where it cannot be written down."""
    inside = part.get_payload()
    try:
        return inside[0].as_bytes() if isinstance(inside, list) and isinstance(inside[0], Message) else b""
    except (UnicodeError, LookupError, ValueError, TypeError, AttributeError):
        return b""


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except (LookupError, ValueError, UnicodeError):
        return None


def _headers(message: Message, name: str) -> Iterator[str]:
    for given, value in message.raw_items():
        if given.lower() == name.lower() and (text := _words(str(value))):
            yield text


def _words(value: str) -> str:
    """A header's text: encoded words decoded, folding undone, bytes that were sent without a word of it told."""
    try:
        value = decode(value.encode("utf-8", "surrogateescape"))
    except (UnicodeEncodeError, ReadError):
        value = whole(value)
    try:
        pieces = decode_header(value)
    except (ValueError, LookupError, UnicodeError, email.errors.HeaderParseError):
        pieces = [(value, None)]
    text = ""
    for data, charset in pieces:
        try:
            text += data if isinstance(data, str) else decode(data, None if charset == "unknown-8bit" else charset)
        except ReadError:
            text += data.decode("ascii", "replace") if isinstance(data, bytes) else data
    return " ".join(tidy(text).split())


def _day(value: str | None) -> str | None:
    """The day in the sender's own time zone."""
    if value is None:
        return None
    try:
        return iso_date(parsedate_to_datetime(value))
    except (ValueError, TypeError, IndexError, OverflowError):
        return iso_date(value)
