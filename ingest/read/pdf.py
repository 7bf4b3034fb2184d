"""PDF with a text layer, page after page: lines joined to paragraphs, running heads off, pictures of pages reported."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from graph.errors import LimitExceeded, ReadError
from ingest.dates import iso_date
from ingest.read.decode import tidy
from ingest.read.flow import flowing
from ingest.read.session import Items, Piece, Session
from ingest.reading import Failure

_PASSWORD = "password"
_HYPHEN = re.compile(r"[\x02\ufffe]\r?\n?")  # how pdfium writes a word that is broken at a line's end
_TAIL = 4_096  # bytes at the end of a file in which its end mark stands
_EDGE = 2  # lines at the top and the bottom of a page that may be a running head
_FEW = 20  # characters; a page with fewer and a picture is a picture of a page


def read(piece: Piece, session: Session) -> Items:
    """One document, or the stories of a printed page; a line for the pages that hold no text."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(piece.data)
    except pypdfium2.PdfiumError as error:
        if _PASSWORD in str(error).lower():
            raise ReadError("encrypted: save it without its password") from None
        raise ReadError("a damaged or truncated PDF") from None
    with closing(pdf):
        limit = session.settings.limits.max_pages
        if len(pdf) > limit:
            raise LimitExceeded(f"{len(pdf)} pages, {limit} are allowed; raise --max-pages")
        pages, blind = _pages(pdf, session)
        about = pdf.get_metadata_dict(skip_empty=True)
    if b"%%EOF" not in piece.data[-_TAIL:]:
        yield Failure(piece.address, "breaks off before its end: the pages that could be read were")
    if blind:
        yield Failure(piece.address, _blind(blind, len(pages)))
    if len(blind) == len(pages):
        if not blind:
            raise ReadError("empty: a PDF without pages that can be read")
        return
    title = about.get("Title", "")
    named = len(title.split()) >= 3  # one or two words are mostly the name of the program or the file
    text = flowing(_without_running_heads(pages))
    document = session.document(text, piece.address, "pdf", title=title if named else None)
    yield from session.stories(document, iso_date(about.get("CreationDate")))


def _pages(pdf: Any, session: Session) -> tuple[list[str], list[int]]:
    """The text of every page, and the numbers of those that are pictures or cannot be read."""
    import pypdfium2

    texts, blind, size = [], [], 0
    for number in range(len(pdf)):
        try:
            with closing(pdf[number]) as page, closing(page.get_textpage()) as layer:
                text = tidy(_HYPHEN.sub("", layer.get_text_range(errors="replace")))
                pictured = len(text.strip()) < _FEW and _pictures(page)
        except pypdfium2.PdfiumError:
            text, pictured = "", True
        size += len(text)
        session.budget.check_characters(size)
        texts.append("" if pictured else text)
        if pictured:
            blind.append(number + 1)
    return texts, blind


def _pictures(page: Any) -> bool:
    import pypdfium2.raw as raw

    return any(True for _ in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3))


def _blind(pages: list[int], total: int) -> str:
    if len(pages) == total:
        return f"scanned: {total} {'page' if total == 1 else 'pages'} of pictures without text; run OCR on it first"
    shown = ", ".join(map(str, pages[:20])) + (" …" if len(pages) > 20 else "")
    return f"page {shown} of {total}: a picture without text; the other pages were read"


def _without_running_heads(pages: list[str]) -> list[str]:
    """Pages without the lines that stand at the edge of at least three of them and of a third, but for numbers."""
    edges = Counter(mark for page in pages for mark in {_mark(line) for line in _edge_lines(page)})
    often = {mark for mark, count in edges.items() if count >= max(3, len(pages) / 3)}
    cleaned = []
    for page in pages:
        lines = page.strip().split("\n")
        for edge in (0, -1):
            for _ in range(_EDGE):
                if lines and _mark(lines[edge]) in often:
                    lines.pop(edge)
        cleaned.append("\n".join(lines))
    return cleaned


def _edge_lines(page: str) -> Iterator[str]:
    lines = page.strip().split("\n")
    yield from lines[:_EDGE]
    yield from lines[-_EDGE:]


def _mark(line: str) -> str:
    return re.sub(r"\d+", "0", line.strip())
