"""JSON lines {id, title, publisher, published, text}: `text` is kept as it is, so that offsets into it hold."""

from __future__ import annotations

import json
from typing import Any

from graph.errors import ReadError
from ingest.dates import iso_date
from ingest.read.decode import decode, whole
from ingest.read.session import Items, Piece, Session
from ingest.read.table import record
from ingest.reading import Failure, Reading


def read(piece: Piece, session: Session) -> Items:
    """A document for every line; a line that cannot be read is reported, the others go in."""
    text = decode(piece.data, session.settings.encoding)
    empty = True
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        empty = False
        session.budget.member()
        address = f"{piece.address}#{number}"
        try:
            value = json.loads(line)
            yield entry(value, address, "jsonl", session)
        except ReadError as error:
            yield Failure(address, str(error))
        except (ValueError, RecursionError) as error:
            yield Failure(address, f"no JSON ({str(error)[:80]})")
    if empty:
        raise ReadError("empty: no line in it")


def entry(value: Any, address: str, reader: str, session: Session) -> Reading | Failure:
    """A record with a `text` as that document, unchanged; any other as the lines `name: value`."""
    if not isinstance(value, dict):
        raise ReadError(f"not a record {{id, title, publisher, published, text}} but {type(value).__name__}")
    if session.settings.columns.kinds or not isinstance(value.get("text"), str):
        if "text" in value and value["text"] is None:
            raise ReadError("its text is null")
        return record(flat(value), address, reader, session)
    document = session.document(
        whole(value["text"]),
        address,
        reader,
        title=_string(value, "title"),
        publisher=_string(value, "publisher"),
        published=iso_date(_string(value, "published")),
        language=_string(value, "language"),
        url=_string(value, "url"),
        given_id=_string(value, "id"),
    )
    return Reading(document)


def flat(value: dict[str, Any], prefix: str = "", depth: int = 0) -> list[tuple[str, str]]:
    """The leaves of a record as (path, value); lists of plain values stand in one cell."""
    cells: list[tuple[str, str]] = []
    for key, inner in value.items():
        name = f"{prefix}{key}"
        if isinstance(inner, dict) and depth < 20:
            cells += flat(inner, f"{name}.", depth + 1)
        elif isinstance(inner, list) and any(isinstance(item, dict) for item in inner) and depth < 20:
            for n, item in enumerate(inner, 1):
                cells += flat(item if isinstance(item, dict) else {"": item}, f"{name}.{n}.", depth + 1)
        elif isinstance(inner, list):
            cells.append((name, "; ".join(whole(str(item)) for item in inner)))
        elif inner is not None:
            cells.append((name, whole(str(inner))))
    return cells


def _string(value: dict[str, Any], key: str) -> str | None:
    found = value.get(key)
    return whole(str(found)) if isinstance(found, str | int) and found != "" else None
