"""What readers hand on: documents, what a table's columns mark in them, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Document, Origin


@dataclass(frozen=True, slots=True)
class Mark:
    """A span that a table's column says to be an entity. Marks with the same `key` are one entity."""

    start: int
    end: int
    schema: str
    key: str


@dataclass(frozen=True, slots=True)
class MarkedLink:
    """A link that a table's columns say to hold between two marks (by key), its evidence the whole row."""

    type: str
    source: str
    target: str
    role: str | None = None
    date: str | None = None
    amount: str | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One document, where it was found, and what its table said of it. `document.addresses` holds all its addresses."""

    document: Document
    marks: tuple[Mark, ...] = ()
    links: tuple[MarkedLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be read, and why: one line. `stopped`: nothing that follows it in its origin was read either."""

    address: str
    reason: str
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """An origin whose bytes are at hand: a file, or standard input (`-`)."""

    origin: Origin
    data: bytes
