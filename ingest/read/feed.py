"""RSS and Atom: every entry a document, with its own title, day, address, and the feed as publisher."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from typing import Any

from graph.errors import ReadError
from ingest.dates import iso_date
from ingest.read.decode import tidy
from ingest.read.markup import looks_marked_up, text_of
from ingest.read.session import Items, Piece, Session
from ingest.reading import Failure, Reading

_ENTITIES = re.compile(rb"<!ENTITY", re.IGNORECASE)


def read(piece: Piece, session: Session) -> Items:
    """The feed's entries in their order. A feed that breaks off gives those before the break, and a line."""
    import feedparser

    if _ENTITIES.search(piece.data.replace(b"\0", b"")):  # in UTF-16 every other byte is zero
        raise ReadError("declares entities of its own, as an XML bomb does: not read")
    feed = feedparser.parse(piece.data, sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        raise ReadError("a feed without entries, or too damaged to be one")
    if feed.bozo and "encoding" not in type(feed.bozo_exception).__name__.lower():
        reason = " ".join(str(feed.bozo_exception).split())[:120]
        yield Failure(piece.address, f"not sound XML ({reason}): the entries that could be read were")
    publisher = _plain(feed.feed.get("title"))
    for number, entry in enumerate(feed.entries, 1):
        session.budget.member()
        address = f"{piece.address}#{number}"
        title, text = _plain(entry.get("title")), _text(entry)
        if title and not text.startswith(title):
            text = f"{title}\n\n{text}" if text else title
        if not text:
            yield Failure(address, "empty: an entry without text")
            continue
        document = session.document(
            text,
            address,
            "feed",
            title=title or None,
            publisher=_plain((entry.get("source") or {}).get("title")) or publisher or None,
            published=_day(entry.get("published") or entry.get("updated")),
            url=_link(entry.get("link")),
        )
        yield Reading(document)


def _text(entry: Any) -> str:
    """The longest of what the entry gives as its content or summary."""
    fields = [part.get("value") or "" for part in entry.get("content") or ()] + [entry.get("summary") or ""]
    return max(map(_plain, fields), key=len)


def _plain(field: str | None) -> str:
    return tidy(text_of(field) if field and looks_marked_up(field) else field or "").strip()


def _day(value: str | None) -> str | None:
    """The day as the feed's own time zone has it."""
    if not value:
        return None
    try:
        return iso_date(parsedate_to_datetime(value))
    except (ValueError, TypeError, IndexError, OverflowError):
        return iso_date(value)


def _link(value: str | None) -> str | None:
    return value if value and value.startswith(("http://", "https://")) else None
