"""Patterns for one of many words, written so that they are found fast in long texts."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable
from itertools import chain
from typing import Any

_LATIN = frozenset(string.ascii_letters)


def is_within_word(text: str, start: int) -> bool:
    """Whether the letter before goes on; asked here because a pattern that begins with a letter is found faster."""
    return start > 0 and text[start] in _LATIN and text[start - 1] in _LATIN


def any_of(*words: Iterable[str]) -> str:
    """A pattern for one of some words, the longest that fits; as a tree of letters, which is several times faster."""
    root: dict[str, Any] = {}
    for word in chain(*words):
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(root)


def _branches(node: dict[str, Any]) -> str:
    more = [re.escape(letter) + _branches(below) for letter, below in sorted(node.items()) if letter]
    if not more:
        return ""
    joined = more[0] if len(more) == 1 and "" not in node else f"(?:{'|'.join(more)})"
    return joined + "?" if "" in node else joined


def either_case(words: Iterable[str]) -> list[str]:
    """The words as they stand within and at the beginning of a sentence."""
    return [form for word in words for form in (word, word[:1].upper() + word[1:])]
