"""What a table's columns mean, and a row as a document: a line a column, marks on names and accounts, links between."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.ontology import LINK_TYPES, SCHEMATA
from ingest.dates import iso_date
from ingest.reading import Mark, MarkedLink

ABOUT = ("text", "title", "publisher", "published", "id", "url")
"""Kinds of column that describe the document; columns of these names have them when one is named `text`."""
QUALIFIERS = ("date", "amount", "currency")
"""Kinds of column that qualify the row's links."""
KINDS = ABOUT + QUALIFIERS + SCHEMATA

_VALUE = re.compile(r"[^;|\n]+")
_NOTHING = ("", "-0-")  # OFAC's tables write -0- where there is nothing


@dataclass(frozen=True, slots=True)
class ColumnLink:
    """A link from every entity of one column to every entity of another, in the same row."""

    source: str
    type: str
    role: str | None
    target: str


@dataclass(frozen=True, slots=True)
class Columns:
    """What the user says of columns: their kinds by name, and the links between them."""

    kinds: tuple[tuple[str, str], ...] = ()
    links: tuple[ColumnLink, ...] = ()

    @classmethod
    def parse(cls, kinds: Iterable[str], links: Iterable[str]) -> Columns:
        """From `NAME=KIND` and `NAME TYPE[:role] NAME` as they stand on the command line.

        Raises:
            ValueError: a kind, link type or role is unknown, or the ontology does not join these schemata.
        """
        given = tuple(map(_kind, kinds))
        return cls(given, tuple(_link(link, dict(given)) for link in links))

    def kind_of(self, names: list[str]) -> dict[str, str]:
        """The kind of each named column of a table. Column names are compared without case."""
        lower = {name.strip().casefold(): name for name in names}
        kinds = {lower[kind]: kind for kind in ABOUT if kind in lower} if "text" in lower else {}
        for name, kind in self.kinds:
            if name.casefold() in lower:
                kinds[lower[name.casefold()]] = kind
        return kinds


def _kind(spec: str) -> tuple[str, str]:
    name, equals, kind = spec.rpartition("=")
    if not equals or not name.strip():
        raise ValueError(f"{spec!r} is not NAME=KIND")
    known = {k.casefold(): k for k in KINDS}
    if kind.strip().casefold() not in known:
        raise ValueError(f"no kind of column {kind!r}; there are {', '.join(KINDS)}")
    return name.strip(), known[kind.strip().casefold()]


def _link(spec: str, kinds: dict[str, str]) -> ColumnLink:
    words = spec.split()
    at = next((i for i, word in enumerate(words) if word.partition(":")[0] in LINK_TYPES), None)
    if at is None or not 0 < at < len(words) - 1:
        raise ValueError(f"{spec!r} is not NAME TYPE[:role] NAME; types are {', '.join(LINK_TYPES)}")
    name, _, role = words[at].partition(":")
    type_ = LINK_TYPES[name]
    source, target = " ".join(words[:at]), " ".join(words[at + 1 :])
    ends = [kinds.get(column, "") for column in (source, target)]
    for column, schema in zip((source, target), ends, strict=True):
        if schema not in SCHEMATA:
            raise ValueError(f"column {column!r} of {spec!r} has no schema; add --column {column!r}=Person or the like")
    if not type_.joins(*ends):
        raise ValueError(f"{name} cannot go from {ends[0]} to {ends[1]}")
    if role and role not in type_.roles:
        raise ValueError(f"{name} has no role {role!r}; it has {', '.join(type_.roles) or 'none'}")
    return ColumnLink(source, name, role or None, target)


@dataclass(slots=True)
class Row:
    """A row as text, with what its columns say of the document and what they mark in it."""

    text: str = ""
    about: dict[str, str] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)
    links: list[MarkedLink] = field(default_factory=list)


def row_of(cells: list[tuple[str, str]], columns: Columns) -> Row:
    """The row's own text where a column is its text; else a line `name: value` for every cell that is not empty."""
    kinds = columns.kind_of([name for name, _ in cells])
    row = Row()
    by_column: dict[str, list[Mark]] = {}
    cells = [(name, value) for name, value in cells if value.strip() not in _NOTHING]
    qualifiers: dict[str, str | None] = {}
    qualifiers.update((kinds[name], value.strip()) for name, value in cells if kinds.get(name) in QUALIFIERS)
    if "date" in qualifiers:
        qualifiers["date"] = iso_date(qualifiers["date"])
    row.about = {kinds[name]: value for name, value in cells if kinds.get(name) in ABOUT}
    row.text = row.about.get("text", "")
    told = bool(row.text)
    for name, value in cells:
        schema = kinds.get(name)
        if (told and schema not in SCHEMATA) or schema == "text":
            continue
        row.text += ("\n\n" if told and not by_column else "\n" if row.text else "") + f"{name}: "
        start = len(row.text)
        row.text += value
        if schema in SCHEMATA:
            marks = list(_marks(value, start, str(schema)))
            by_column[name.casefold()] = marks
            row.marks.extend(marks)
    for link in columns.links:
        for source in by_column.get(link.source.casefold(), ()):
            for target in by_column.get(link.target.casefold(), ()):
                if source.key != target.key:
                    row.links.append(MarkedLink(link.type, source.key, target.key, link.role, **qualifiers))
    return row


def _marks(value: str, start: int, schema: str) -> Iterable[Mark]:
    """A mark for each of the values that a cell lists, separated by semicolons, bars or lines."""
    for match in _VALUE.finditer(value):
        name = match[0].strip()
        if name:
            at = start + match.start() + match[0].index(name)
            yield Mark(at, at + len(name), schema, f"{schema} {' '.join(name.casefold().split())}")
