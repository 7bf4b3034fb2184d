"""JSON: one record or a list of them, as in JSON lines; any other tree as its leaves, a line each."""

from __future__ import annotations

import json
from typing import Any

from graph.errors import ReadError
from ingest.read.decode import decode
from ingest.read.lines import entry
from ingest.read.session import Items, Piece, Session
from ingest.reading import Failure

_LISTS = ("documents", "articles", "items", "records", "results", "data", "entries", "messages")


def read(piece: Piece, session: Session) -> Items:
    """A document for every record."""
    text = decode(piece.data, session.settings.encoding)
    try:
        value = json.loads(text)
    except ValueError as error:
        raise ReadError(f"no sound JSON ({str(error)[:80]})") from None
    records = _records(value)
    if not records:
        raise ReadError("empty: JSON without a record")
    for number, record in enumerate(records, 1):
        session.budget.member()
        address = f"{piece.address}#{number}" if len(records) > 1 else piece.address
        try:
            yield entry(record, address, "json", session)
        except ReadError as error:
            yield Failure(address, str(error))


def _records(value: Any) -> list[Any]:
    """The records of a list, or of the list inside an envelope such as {"documents": [...]}."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and "text" not in value:
        for name in _LISTS:
            inner = value.get(name)
            if isinstance(inner, list) and inner and all(isinstance(item, dict) for item in inner):
                return inner
    return [value]
