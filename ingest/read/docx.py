"""Word documents: paragraphs, tables, text boxes and notes in their order; deleted text left out."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from graph.errors import ReadError
from ingest.dates import iso_date
from ingest.read.ooxml import open_parts, parse_part
from ingest.read.session import Items, Piece, Session

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_TEMPLATE = "2013-12-23"  # the day on which the template of a common library was made


def read(piece: Piece, session: Session) -> Items:
    """One document, or the stories that were pasted into it; its title and day from its own properties."""
    archive = open_parts(piece.data, session.budget)
    body = parse_part(archive, "word/document.xml")
    if body is None:
        raise ReadError("damaged: word/document.xml is missing")
    blocks = list(_blocks(body))
    for part in ("word/footnotes.xml", "word/endnotes.xml"):
        notes = parse_part(archive, part)
        if notes is not None:
            blocks.extend(_blocks(notes))
    about = parse_part(archive, "docProps/core.xml")
    title, made = (_property(about, _DC + "title"), iso_date(_property(about, _TERMS + "created")))
    document = session.document("\n".join(blocks).strip(), piece.address, "docx", title=title)
    yield from session.stories(document, None if made == _TEMPLATE else made)


def _property(about: Element | None, name: str) -> str | None:
    return about.findtext(name) if about is not None else None


def _blocks(parent: Element) -> Iterator[str]:
    """A line a paragraph and a line a table row, its cells apart by tabs."""
    for element in parent:
        if element.tag == _W + "p":
            inner: list[str] = []
            text = _text(element, inner)
            if text.strip():
                yield text.strip()
            yield from inner
        elif element.tag == _W + "tr":
            cells = [" ".join(_blocks(cell)) for cell in _cells(element)]
            if any(cells):
                yield "\t".join(cells)
        elif element.tag != _FALLBACK:
            yield from _blocks(element)


def _cells(row: Element) -> Iterator[Element]:
    """The cells of a row, those inside content controls too."""
    for child in row:
        if child.tag == _W + "tc":
            yield child
        elif child.tag in (_W + "sdt", _W + "sdtContent"):
            yield from _cells(child)


def _text(element: Element, boxes: list[str]) -> str:
    """The text of a paragraph's runs. What its text boxes hold comes after it, in `boxes`."""
    parts: list[str] = []
    for child in element:
        if child.tag == _W + "t":
            parts.append(child.text or "")
        elif child.tag in (_W + "tab", _W + "br", _W + "cr"):
            parts.append("\t" if child.tag == _W + "tab" else "\n")
        elif child.tag == _W + "noBreakHyphen":
            parts.append("-")
        elif child.tag == _W + "txbxContent":
            boxes.extend(_blocks(child))
        elif child.tag not in (_FALLBACK, _W + "del", _W + "moveFrom"):
            parts.append(_text(child, boxes))
    return "".join(parts)
