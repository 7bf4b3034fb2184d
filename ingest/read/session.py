"""One origin being read: its settings, what it has used of its limits, and the way from bytes to the right reader."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from graph.errors import ReadError, ScamgraphError
from graph.model import Document
from ingest.articles import articles
from ingest.language import language_of
from ingest.limits import Budget, Limits
from ingest.read.columns import Columns
from ingest.read.decode import whole
from ingest.read.sniff import mislabelled, sniff
from ingest.reading import Failure, Reading

READERS = {
    "txt": "ingest.read.text",
    "md": "ingest.read.markdown",
    "html": "ingest.read.html",
    "pdf": "ingest.read.pdf",
    "docx": "ingest.read.docx",
    "eml": "ingest.read.mail",
    "mbox": "ingest.read.mbox",
    "feed": "ingest.read.feed",
    "csv": "ingest.read.table",
    "xlsx": "ingest.read.workbook",
    "json": "ingest.read.json",
    "jsonl": "ingest.read.lines",
    "zip": "ingest.read.zip",
    "tar": "ingest.read.tar",
    "gz": "ingest.read.gz",
}
PACKED = ("zip", "tar", "gz")
VERSION = "read-1"
"""Raised whenever a reader gives other text for the same bytes: unchanged files are then read again."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to read: limits, what the user says of format and encoding, what columns mean, whether stories are split."""

    limits: Limits = field(default_factory=Limits)
    input_format: str | None = None
    encoding: str | None = None
    columns: Columns = field(default_factory=Columns)
    split: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes to read: a file's own, an archive's member's or an attachment's. Its name ends its address."""

    address: str
    data: bytes
    depth: int = 0

    @property
    def name(self) -> str:
        return self.address.replace("!", "/").rsplit("/", 1)[-1]


Items = Iterator[Reading | Failure]
Reader = Callable[[Piece, "Session"], Items]


_NO_TITLE = re.compile(
    r"\s*(?:microsoft \w+ - |untitled|https?:|\S*\.(?:docx?|pdf|indd|tmp|xlsx?|html?|exe)\s*$)", re.IGNORECASE
)


class Session:
    """Reads one origin. A piece that cannot be read gives one Failure; whatever stood before it is kept."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.budget = Budget(settings.limits)

    def read(self, piece: Piece, known: str | None = None) -> Items:
        """The documents of a piece, whose format may be known, and of all that is packed inside it."""
        try:
            self.budget.check_depth(piece.depth)
            if not piece.data:
                raise ReadError("empty: not a single byte")
            name = known or self._format(piece)
        except ScamgraphError as error:
            yield Failure(piece.address, str(error))
            return
        note = mislabelled(piece.name, name) if name not in (known, self.settings.input_format) else None
        if note:
            yield Failure(piece.address, note)
        yield from self.read_as(name, piece)

    def read_as(self, name: str, piece: Piece) -> Items:
        """The documents of a piece whose format is known."""
        try:
            yield from reader(name)(piece, self)
        except ScamgraphError as error:
            yield Failure(piece.address, str(error))
        except (RecursionError, MemoryError):
            yield Failure(piece.address, "nested too deeply or too large to be read")
        except Exception as error:  # whatever a parser raises on hostile bytes is one line, not the end of the run
            yield Failure(piece.address, f"damaged, or not what it seems ({type(error).__name__}: {_short(error)})")

    def _format(self, piece: Piece) -> str:
        found = sniff(piece.data, piece.name)
        forced = self.settings.input_format
        return forced if forced and found not in PACKED else found

    def inside(self, piece: Piece, name: str, data: bytes, known: str | None = None) -> Items:
        """The documents of a member or attachment of `piece`, whose format may be known."""
        self.budget.member()
        inner = Piece(f"{piece.address}!/{clean_name(name)}", data, piece.depth + 1)
        return self.read(inner, known)

    def document(
        self,
        text: str,
        address: str,
        reader: str,
        *,
        title: str | None = None,
        publisher: str | None = None,
        published: str | None = None,
        language: str | None = None,
        url: str | None = None,
        given_id: str | None = None,
    ) -> Document:
        """A document of this text. Its language is detected where the source does not tell."""
        text = whole(text)
        self.budget.check_characters(len(text))
        if not text.strip():
            raise ReadError("empty: no text in it")
        return Document(
            id=Document.id_of(text),
            text=text,
            title=None if _NO_TITLE.match(title or "") else _line(title),
            publisher=_line(publisher),
            published=published,
            language=language or language_of(text),
            addresses=(address, url) if url and url != address else (address,),
            reader=f"{reader} {VERSION}",
            given_id=given_id,
        )

    def stories(self, document: Document, made: str | None = None) -> Items:
        """A page's stories, each a document with its own language; the page itself where it is not to be split.

        Args:
            made: the day on which the file says it was made; it stands for the publication where no text names one.
        """
        for story in articles(document) if self.settings.split else (document,):
            language = language_of(story.text) or document.language
            yield Reading(replace(story, language=language, published=story.published or made))


def reader(name: str) -> Reader:
    """The reader of a format."""
    if name not in READERS:
        raise ReadError(f"no reader for {name!r}; there are {', '.join(READERS)}")
    read: Reader = importlib.import_module(READERS[name]).read
    return read


def clean_name(name: str) -> str:
    """A member's name as it is shown and kept: no way up or out, no controls, not longer than a line."""
    parts = [p for p in name.replace("\\", "/").split("/") if p not in ("", ".", "..")]
    shown = "/".join("".join(c for c in part if c.isprintable()) for part in parts)
    return shown[-200:] or "unnamed"


def _line(value: str | None) -> str | None:
    """One line without needless spaces, or None."""
    text = " ".join((value or "").split())[:500]
    return whole(text) or None


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
