"""Excel workbooks: every sheet a table, read row by row; formulas by the values that were saved with them."""

from __future__ import annotations

import datetime
import io
import warnings
from collections.abc import Iterator
from typing import Any

from graph.errors import ReadError, ScamgraphError
from ingest.read.ooxml import open_parts
from ingest.read.session import Items, Piece, Session
from ingest.read.table import documents_of
from ingest.reading import Failure


def read(piece: Piece, session: Session) -> Items:
    """The rows of all sheets; a sheet without rows is left out unless all are."""
    import openpyxl

    open_parts(piece.data, session.budget).close()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on styles and extensions, which say nothing of the cells
        try:
            book = openpyxl.load_workbook(io.BytesIO(piece.data), read_only=True, data_only=True, keep_links=False)
        except KeyError as error:
            raise ReadError(f"damaged: a part is missing ({error})") from None
        empty = True
        for sheet in book.worksheets:
            address = f"{piece.address}#{sheet.title}"
            try:
                sheet.reset_dimensions()  # what a file says of its size may be a lie
                for item in documents_of(_rows(sheet), address, "xlsx", session):
                    empty = False
                    yield item
            except ReadError as error:
                if not str(error).startswith("empty"):
                    yield Failure(address, str(error))
                    empty = False
            except ScamgraphError as error:
                yield Failure(address, str(error))
                return
    if empty:
        raise ReadError("empty: a workbook without rows")


def _rows(sheet: Any) -> Iterator[list[str]]:
    for row in sheet.iter_rows(values_only=True, max_col=1_000):
        cells = [_cell(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        yield cells


def _cell(value: Any) -> str:
    """A value as it is read: days without a midnight, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ").removesuffix(" 00:00:00")
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value).strip()
