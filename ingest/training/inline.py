"""Training documents: the inline format of `documents/*.txt` read into gold-format objects.

A file holds documents separated by lines of equals signs, a document four parts separated by `---`: head, text,
entities, links. In the text a mention is {id:surface}, a literal brace {{ or }}; a line is a sentence, a blank line
ends a paragraph, and a line that ends in a backslash is followed by a line break. Fields of entities and links are
`name=value`; `@2` or `@2-3` are the lines that say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph.errors import GoldError

_DOCUMENT = re.compile(r"^={3,}[ \t]*$", re.MULTILINE)
_PART = re.compile(r"^---[ \t]*$", re.MULTILINE)
_MARK = re.compile(r"\{\{|\}\}|\{([a-z]+\d+):|\}")

Spans = dict[str, list[list[int]]]


def read_documents(folder: Path) -> Iterator[dict[str, Any]]:
    """The gold-format objects of every file in a folder, in order of file name."""
    for path in sorted(folder.glob("*.txt")):
        for block in _DOCUMENT.split(path.read_text(encoding="utf-8")):
            if block.strip():
                yield document_of(block)


def document_of(block: str) -> dict[str, Any]:
    """One document as a gold-format object.

    Raises:
        GoldError: it has not four parts, or an entity without a mention.
    """
    parts = _PART.split(block.strip("\n"))
    if len(parts) != 4:
        raise GoldError(f"training document {block[:40]!r}: {len(parts)} parts, expected head, text, entities, links")
    head = {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in parts[0].splitlines())}
    text, spans, lines = _text(parts[1])
    return {
        "id": head["id"],
        "title": head.get("title"),
        "publisher": head.get("publisher"),
        "published": head.get("published") or None,
        "language": head.get("language") or "en",
        "text": text,
        "entities": [_entity(line, text, spans) for line in parts[2].splitlines() if line.strip()],
        "links": [_link(line, lines) for line in parts[3].splitlines() if line.strip()],
    }


def _text(part: str) -> tuple[str, Spans, list[tuple[int, int]]]:
    """The plain text, each entity's mentions, and the span of each line."""
    text, gap = "", ""
    spans: Spans = {}
    lines: list[tuple[int, int]] = []
    for line in part.strip("\n").split("\n"):
        if not line.strip():
            gap = "\n\n"
            continue
        hard = line.endswith("\\")
        text += gap if text else ""
        start = len(text)
        text += _plain(line[:-1].rstrip() if hard else line.strip(), start, spans)
        lines.append((start, len(text)))
        gap = "\n" if hard else " "
    return text, spans, lines


def _plain(line: str, start: int, spans: Spans) -> str:
    """A line without its marks; its mentions are added to `spans`."""
    plain, at = "", 0
    opened: tuple[str, int] | None = None
    for mark in _MARK.finditer(line):
        plain += line[at : mark.start()]
        at = mark.end()
        if mark[0] in ("{{", "}}"):
            plain += mark[0][0]
        elif mark[1]:
            opened = mark[1], start + len(plain)
        elif opened:
            spans.setdefault(opened[0], []).append([opened[1], start + len(plain)])
            opened = None
    return plain + line[at:]


def _fields(cells: list[str]) -> dict[str, str]:
    fields = {}
    for cell in cells:
        name, _, value = cell.strip().partition("=")
        fields["@" if name.startswith("@") else name] = name[1:] if name.startswith("@") else value
    return fields


def _entity(line: str, text: str, spans: Spans) -> dict[str, Any]:
    first, *cells = line.split("|")
    name, schema = first.split()
    fields = _fields(cells)
    if name not in spans:
        raise GoldError(f"training documents: entity {line!r} has no mention")
    surfaces = [text[start:end] for start, end in spans[name]]
    record: dict[str, Any] = {"id": name, "schema": schema, "mentions": spans[name]}
    record["name"] = fields.get("name") or max(surfaces, key=len)
    if schema in ("Person", "Group"):
        record["nationality"] = [code.strip() for code in fields.get("nationality", "").split(",") if code.strip()]
    if schema == "Person":
        record["pseudonym"] = fields.get("pseudonym") == "true"
    if schema == "Group":
        count = fields.get("count", "null").replace(",", "")
        record["count"] = int(count) if count.isdigit() else None
        record["part"] = fields.get("part", "other")
    return record


def _link(line: str, lines: list[tuple[int, int]]) -> dict[str, Any]:
    first, *cells = line.split("|")
    kind, source, target = first.split()
    fields = _fields(cells)
    low, _, high = fields["@"].partition("-")
    record: dict[str, Any] = {
        "type": kind,
        "source": source,
        "target": target,
        "role": fields.get("role"),
        "status": fields.get("status", "asserted"),
        "ended": fields.get("ended") == "true",
        "attributed_to": fields.get("attributed_to"),
        "date": fields.get("date"),
        "evidence": [lines[int(low) - 1][0], lines[int(high or low) - 1][1]],
    }
    return record | {name: fields[name] for name in ("amount", "currency") if name in fields}
