"""Finding listed words in a text fast: one substring search a word, for most texts hold few of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ingest.accounts.words import phrases


@dataclass(frozen=True, slots=True)
class Word:
    """A listed word at a place, and the sense under which it is listed."""

    sense: str
    start: int
    end: int


class Vocabulary:
    """Words by sense. Those in Latin letters count whole, those of scripts without blanks anywhere."""

    def __init__(self, senses: Mapping[str, str]) -> None:
        self._listed = [(phrase, sense) for sense, listed in senses.items() for phrase in phrases(listed)]

    def find(self, lower: str) -> list[Word]:
        """The words of a text in lower case, in order; of overlapping ones the first and longest."""
        found = [
            Word(sense, at, at + len(phrase))
            for phrase, sense in self._listed
            if phrase in lower
            for at in _places(lower, phrase)
        ]
        found.sort(key=lambda word: (word.start, -word.end))
        apart: list[Word] = []
        for word in found:
            if not apart or word.start >= apart[-1].end:
                apart.append(word)
        return apart


def _places(text: str, phrase: str) -> Iterator[int]:
    whole = ord(phrase[0]) < 0x2E7
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if not whole or not (_inside(text[at - 1 : at]) or _inside(text[end : end + 1])):
            yield at
        at = text.find(phrase, end)


def _inside(neighbour: str) -> bool:
    """Whether the neighbour goes on with the word; Thai, Chinese and the like beside a Latin word do not."""
    return neighbour < "\u0e00" and neighbour.isalnum()
