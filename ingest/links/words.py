"""Words as they stand in a text: within another word, at the beginning of a sentence."""

from __future__ import annotations

import string
from collections.abc import Iterable

_LATIN = frozenset(string.ascii_letters)


def is_within_word(text: str, start: int) -> bool:
    """Whether the letter before goes on; asked here because a pattern that begins with a letter is found faster."""
    return start > 0 and text[start] in _LATIN and text[start - 1] in _LATIN


def either_case(words: Iterable[str]) -> list[str]:
    """The words as they stand within and at the beginning of a sentence."""
    return [form for word in words for form in (word, word[:1].upper() + word[1:])]
