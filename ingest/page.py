"""A text as lines, each with what it is on the page: running text, headline, age, date, by-line, rule or furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from ingest.furniture import is_likely, is_menu, is_sure, opens_tail
from ingest.heading import age_of, byline, date_line, is_sentence

Kind = Literal["text", "head", "age", "date", "byline", "rule", "furniture", "tail"]
_RULE = re.compile(r"[-=*_#~•. –—]{3,}|end of document|document \d+ of \d+|-30-|ends", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the spaces around it, and where it stands in the text."""

    start: int
    end: int
    text: str
    kind: Kind


def lines_of(text: str, language: str | None = None) -> list[Line]:
    """The lines of a page. Only surely known furniture counts unless the page has several kinds of it."""
    lines = list(_lines(text, language))
    for i, (line, after) in enumerate(pairwise(lines)):
        broken = len(line.text) >= 40 and after.text[0].islower() and text.count("\n", line.end, after.start) == 1
        if line.kind == "head" and broken:
            lines[i] = replace(line, kind="text")  # a paragraph that was broken into lines
    tails = {i for i, line in enumerate(lines) if _shape(line) and opens_tail(line.text)}
    likely = {i for i, line in enumerate(lines) if _shape(line) and is_likely(line.text)}
    menus = _menus(lines)
    sure = sum(line.kind in ("furniture", "age") for line in lines)
    if sure + len(tails | likely) + bool(menus) < 2 or not (sure or menus):
        return lines
    for i in likely | menus | tails:
        lines[i] = replace(lines[i], kind="tail" if i in tails else "furniture")
    return lines


def _menus(lines: list[Line]) -> set[int]:
    """Menus stand at the top of a page and below its text; between them, what looks like one is a table."""
    running = [i for i, line in enumerate(lines) if line.kind == "text"]
    below = running[-1] if running else len(lines)
    return {i for i, line in enumerate(lines) if (i < 3 or i > below) and line.kind == "head" and is_menu(line.text)}


def _shape(line: Line) -> bool:
    return line.kind in ("head", "text", "byline")


def _lines(text: str, language: str | None) -> Iterator[Line]:
    start = 0
    for raw in text.split("\n"):
        line = raw.strip()
        if line:
            at = start + raw.index(line)
            yield Line(at, at + len(line), line, _kind(line, language))
        start += len(raw) + 1


def _kind(text: str, language: str | None) -> Kind:
    if len(text) < 3:
        return "head"
    if is_sure(text):
        return "furniture"
    if len(text) > 160:
        return "text"
    if _RULE.fullmatch(text):
        return "rule"
    if age_of(text)[0]:
        return "age"
    if date_line(text, language):
        return "date"
    if byline(text):
        return "byline"
    return "text" if is_sentence(text) else "head"
