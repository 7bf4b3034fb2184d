"""The parts of an Office file: a zip of XML, opened with the same care as any other archive."""

from __future__ import annotations

import io
import zipfile
from xml.etree.ElementTree import Element, ParseError

from graph.errors import ReadError
from ingest.limits import Budget


def open_parts(data: bytes, budget: Budget) -> zipfile.ZipFile:
    """The archive, once its parts are known to be neither encrypted nor far larger than they look."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile:
        raise ReadError("truncated or damaged: its list of parts is missing") from None
    for part in archive.infolist():
        if part.flag_bits & 1:
            raise ReadError("encrypted: save it without a password")
        budget.check_ratio(part.file_size, part.compress_size)
        budget.expand(part.file_size)
    return archive


def parse_part(archive: zipfile.ZipFile, name: str) -> Element | None:
    """A part as a tree, without entities of its own making; None where there is no such part."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    if name not in archive.namelist():
        return None
    try:
        tree: Element = fromstring(archive.read(name))
    except (ParseError, DefusedXmlException, zipfile.BadZipFile, EOFError) as error:
        raise ReadError(f"damaged part {name} ({type(error).__name__})") from None
    return tree
