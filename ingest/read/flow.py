"""Printed lines as paragraphs: a line that fills its column and ends no sentence goes on in the next."""

from __future__ import annotations

import re

_ENDS = tuple(".!?:;。！？：…”\"'")
_STOPS = tuple("!?。！？…")
_ITEM = re.compile(r"(?:[•·●▪◦\-–—*]|\(?[0-9a-zA-Z]{1,3}[.)])\s")
_FULL = 0.75  # of the usual width of a page's longer lines
_FIGURES = 0.3  # of a line's characters; with more of them it is a table's row


def flowing(pages: list[str]) -> str:
    """The pages of a print as one text, a paragraph a line, an empty line between pages that do not run on."""
    text = ""
    for page in filter(None, map(_page, pages)):
        runs_on = text[-1:].isalnum() and page[0].islower()
        text += (" " if runs_on else "\n\n" if text else "") + page
    return text


def _page(page: str) -> str:
    lines = [line.strip() for line in page.split("\n")]
    widths = sorted(len(line) for line in lines if line)
    full = widths[len(widths) * 3 // 4] * _FULL if widths else 0.0
    if widths and widths[len(widths) // 2] < full:
        full = 2.0 * widths[-1]  # lines of all lengths: a list or a table, no column of text
    parts: list[str] = []
    last = ""  # the printed line before, which tells whether the column was filled
    for line in lines:
        if last and line and _goes_on(last, line, full):
            parts[-1] += " " + line
        elif line or (parts and parts[-1]):
            parts.append(line)
        last = line
    return "\n".join(parts).strip()


def _goes_on(last: str, line: str, full: float) -> bool:
    if _ITEM.match(line) or _is_figures(last) or _is_figures(line):
        return False
    if line[0].islower():
        return len(last) >= full / 2 and not last.endswith(_STOPS)
    return len(last) >= full and not last.endswith(_ENDS) and not last[-1].isdigit()


def _is_figures(line: str) -> bool:
    return sum(c.isdigit() for c in line) > _FIGURES * len(line)
