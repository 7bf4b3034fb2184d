"""Markdown: front matter as metadata, headings and emphasis without their marks, links as text with the address."""

from __future__ import annotations

import re

from ingest.dates import iso_date
from ingest.read.decode import decode, tidy
from ingest.read.session import Items, Piece, Session

_FRONT = re.compile(r"\s*---\n(.*?)\n---[ \t]*\n", re.DOTALL)
_FIELD = re.compile(r"^(\w+):[ \t]*(.{1,500})$", re.MULTILINE)


def _link(match: re.Match[str]) -> str:
    """A link as its words with the address behind them; an address that stands for itself stands once."""
    words, address = match[1].strip(), match[2]
    return words if words.rstrip("/") == address.rstrip("/") else f"{words} ({address})"


_HEADING = re.compile(r"^#{1,6}[ \t]+(\S.{0,500})$", re.MULTILINE)
_MARKS = (
    (re.compile(r"!\[([^\[\]\n]{0,300})\]\([^()\s]{1,2000}(?:[ ][^()\n]{0,300})?\)"), r"\1"),
    (re.compile(r"\[([^\[\]\n]{1,300})\]\(([^()\s]{1,2000})(?:[ ][^()\n]{0,300})?\)"), _link),
    (re.compile(r"<(https?://[^<>\s]{1,2000}|[^<>\s@]{1,100}@[^<>\s]{1,200})>"), r"\1"),
    (re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,1000}?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<![\w_])(_{1,3})(?=\S)([^_\n]{1,1000}?)(?<=\S)\1(?![\w_])"), r"\2"),
    (re.compile(r"(?<!`)`([^`\n]{1,500})`(?!`)"), r"\1"),
    (re.compile(r"^>[ ]?", re.MULTILINE), ""),
    (re.compile(r"^(?:```|~~~)\w*$", re.MULTILINE), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|-])"), r"\1"),
)


def read(piece: Piece, session: Session) -> Items:
    """One document; its title is the front matter's or the first heading's."""
    text = tidy(decode(piece.data, session.settings.encoding))
    front: dict[str, str] = {}
    match = _FRONT.match(text)
    if match:
        front = {key.lower(): value.strip().strip("\"'") for key, value in _FIELD.findall(match[1])}
        text = text[match.end() :]
    heading = _HEADING.search(text)
    document = session.document(
        plain(text),
        piece.address,
        "md",
        title=front.get("title") or (plain(heading[1]) if heading else None),
        publisher=front.get("publisher") or front.get("source") or front.get("site"),
        published=iso_date(front.get("published") or front.get("date")),
        url=front.get("url") or front.get("link"),
    )
    yield from session.stories(document)


def plain(text: str) -> str:
    """Markdown without its marks."""
    text = _HEADING.sub(lambda match: match[1].rstrip(" \t#"), text)
    for pattern, instead in _MARKS:
        text = pattern.sub(instead, text)
    return text.strip()
