"""Long runs of letters and digits: what wallets, hashes and keys look like before any check.

Three layouts: in one piece; broken over lines, with or without a hyphen; in groups of four (`T9yD 14Nj 9j7x …`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ingest.accounts.page import Page

LONGEST = 130
"""No account is longer; longer runs are data."""

_WHOLE = re.compile(r"(?<![0-9A-Za-z])[0-9A-Za-z]{25,}")
_LINE_END = re.compile(r"\n[ >|]{0,8}(?=[0-9A-Za-z])")
_PIECE = re.compile(r"[0-9A-Za-z]{1,106}(?![0-9A-Za-z])")
_JOINT = re.compile(r"-?[ ]{0,8}\n[ >|]{0,8}(?=[0-9A-Za-z])")
_GROUPS = re.compile(
    r"[1348LMTb0l](?<![0-9A-Za-z].)(?<![0-9A-Za-z][ ].)[0-9A-Za-z]{3}(?: [0-9A-Za-z]{4}){4,26}(?: [0-9A-Za-z]{1,3})?"
)
_STARTS = frozenset("1348LMTblB0")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Code:
    """A candidate without its breaks, and where it stands."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=4)
def codes_of(page: Page) -> tuple[Code, ...]:
    """All candidates, whole ones first."""
    return (*_whole(page.text), *_broken(page.text), *_grouped(page.text))


def _whole(text: str) -> Iterator[Code]:
    for run in _WHOLE.finditer(text):
        if run.end() - run.start() <= LONGEST:
            yield Code(run[0], run.start(), run.end())


def _broken(text: str) -> Iterator[Code]:
    """Each joining of two to four pieces; whoever checks them knows which one is whole."""
    for line_end in _LINE_END.finditer(text):
        start, end = _last_word(text, line_end.start())
        if end - start < 4 or text[start] not in _STARTS:
            continue
        joined, joint = text[start:end], line_end.end()
        for _ in range(3):
            piece = _PIECE.match(text, joint)
            if piece is None:
                break
            joined, end = joined + piece[0], piece.end()
            if len(joined) > LONGEST:
                break
            if len(joined) >= 25 and _DIGIT.search(joined):
                yield Code(joined, start, end)
            following = _JOINT.match(text, end)
            if following is None:
                break
            joint = following.end()


def _last_word(text: str, line_end: int) -> tuple[int, int]:
    """The letters and digits before a line's end, or before a hyphen and blanks there."""
    end = line_end
    while end and line_end - end < 8 and text[end - 1] == " ":
        end -= 1
    if end and text[end - 1] == "-":
        end -= 1
    start = end
    while start and end - start < LONGEST and text[start - 1].isalnum() and text[start - 1].isascii():
        start -= 1
    return start, end


def _grouped(text: str) -> Iterator[Code]:
    for groups in _GROUPS.finditer(text):
        joined = groups[0].replace(" ", "")
        if _DIGIT.search(joined):
            yield Code(joined, groups.start(), groups.end())
