"""CSV and its kin: every row a document, a line a column; or columns as text, metadata, entities and links."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from graph.errors import ReadError
from ingest.dates import iso_date
from ingest.language import language_of
from ingest.read.columns import row_of
from ingest.read.decode import decode, tidy
from ingest.read.session import Items, Piece, Session
from ingest.reading import Failure, Reading

_DELIMITERS = ",;\t|"
_SAMPLE = 50  # rows that are looked at to find the delimiter and the language


def read(piece: Piece, session: Session) -> Items:
    """The rows of a table with a line of headings; without one, columns are numbered."""
    text = tidy(decode(piece.data, session.settings.encoding))
    csv.field_size_limit(session.settings.limits.max_characters)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    try:
        yield from documents_of(rows, piece.address, "csv", session)
    except csv.Error as error:
        raise ReadError(f"no sound table at line {rows.line_num} ({error})") from None


def delimiter_of(text: str) -> str:
    """The delimiter that gives most of the first rows the same number of cells, and the most of them."""
    sample = text[:100_000].split("\n")[:_SAMPLE]
    best, most = ",", 0.0
    for delimiter in _DELIMITERS:
        try:
            widths = [len(row) for row in csv.reader(sample, delimiter=delimiter) if row]
        except csv.Error:
            continue
        usual = max(set(widths), key=widths.count, default=1)
        score = widths.count(usual) / max(1, len(widths)) * min(usual - 1, 20)
        if score > most:
            best, most = delimiter, score
    return best


def documents_of(rows: Iterable[list[str]], address: str, reader: str, session: Session) -> Items:
    """A document for each row below the headings, its address that of the row (RFC 7111: `#row=3`)."""
    names: list[str] = []
    rows = iter(rows)
    first = list(islice(rows, _SAMPLE))
    language = language_of("\n".join(" ".join(row) for row in first))
    numbered = ((n, row) for n, row in enumerate(chain(first, rows), 1) if any(cell.strip() for cell in row))
    for number, row in numbered:
        session.budget.member()
        if not names:
            headed = _is_heading(row)
            names = list(_names(row if headed else [""] * len(row)))
            if headed:
                continue
        cells = list(zip([*names, *(f"column {n + 1}" for n in range(len(names), len(row)))], row, strict=False))
        yield record(cells, f"{address}#row={number}", reader, session, language)
    if not names:
        raise ReadError("empty: a table without rows")


def record(
    cells: list[tuple[str, str]], address: str, reader: str, session: Session, language: str | None = None
) -> Reading | Failure:
    """A row or record as a document with its marks and links."""
    row = row_of(cells, session.settings.columns)
    if not row.text.strip():
        return Failure(address, "empty: a row without text")
    about = row.about
    document = session.document(
        row.text,
        address,
        reader,
        title=about.get("title"),
        publisher=about.get("publisher"),
        published=iso_date(about.get("published")),
        language=language,
        url=about.get("url"),
        given_id=about.get("id"),
    )
    return Reading(document, tuple(row.marks), tuple(row.links))


def _is_heading(row: list[str]) -> bool:
    """Headings are words: no numbers, no addresses, none twice."""
    cells = [cell.strip() for cell in row if cell.strip()]
    words = all(any(c.isalpha() for c in cell) and len(cell) <= 60 and "@" not in cell for cell in cells)
    return words and len(set(cells)) == len(cells) and sum(c.isdigit() for cell in cells for c in cell) <= len(cells)


def _names(row: list[str]) -> Iterator[str]:
    seen: dict[str, int] = {}
    for number, cell in enumerate(row, 1):
        name = " ".join(cell.split()) or f"column {number}"
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name} {seen[name]}"
