"""Sets and tables of words, written as prose, and patterns for one of many words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from typing import Any


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


def word_map(text: str, between: str | None = None) -> dict[str, str]:
    """The pairs `word=value` of a text, which stand apart at blanks or at `between`."""
    pairs = (pair.partition("=") for pair in text.split(between))
    return {word.strip(): value.strip() for word, _, value in pairs}


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
