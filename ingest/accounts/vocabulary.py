"""Finding listed words in a text fast: one substring search a word, for most texts hold few of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ingest.accounts.page import OTHER_SCRIPTS, Page
from ingest.accounts.words import phrases

_SHORT = 4
"""Words up to this length stand inside too many others for a substring search."""


@dataclass(frozen=True, slots=True)
class Word:
    """A listed word at a place, and the sense under which it is listed."""

    sense: str
    start: int
    end: int


class Vocabulary:
    """Words by sense. Those in Latin letters count whole, those of scripts without blanks anywhere."""

    def __init__(self, senses: Mapping[str, str]) -> None:
        self._senses = {phrase: sense for sense, listed in senses.items() for phrase in phrases(listed)}
        latin = [phrase for phrase in self._senses if _is_latin(phrase)]
        short = [re.escape(phrase) for phrase in latin if len(phrase) <= _SHORT]
        self._long = [phrase for phrase in latin if len(phrase) > _SHORT]
        self._short = re.compile(rf"\b(?:{'|'.join(short)})\b", re.ASCII) if short else None
        self._other = [phrase for phrase in self._senses if not _is_latin(phrase)]

    def find(self, page: Page) -> list[Word]:
        """The words of a text, in order; of overlapping ones the first and longest."""
        lower = page.lower
        present = [phrase for phrase in self._long if phrase in lower]
        if page.has_other_scripts:
            present += [phrase for phrase in self._other if phrase in lower]
        found = [
            Word(self._senses[phrase], at, at + len(phrase)) for phrase in present for at in _places(lower, phrase)
        ]
        if self._short:
            found += [Word(self._senses[match[0]], *match.span()) for match in self._short.finditer(lower)]
        found.sort(key=lambda word: (word.start, -word.end))
        apart: list[Word] = []
        for word in found:
            if not apart or word.start >= apart[-1].end:
                apart.append(word)
        return apart


def _places(text: str, phrase: str) -> Iterator[int]:
    whole = _is_latin(phrase)
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if not whole or not (_inside(text[at - 1 : at]) or _inside(text[end : end + 1])):
            yield at
        at = text.find(phrase, end)


def _is_latin(phrase: str) -> bool:
    return OTHER_SCRIPTS.search(phrase) is None


def _inside(neighbour: str) -> bool:
    """Whether the neighbour goes on with the word; Thai, Chinese and the like beside a Latin word do not."""
    return neighbour < "\u0e00" and neighbour.isalnum()
