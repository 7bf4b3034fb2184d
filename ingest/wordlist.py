"""Sets and tables of words, written as prose."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


def word_map(text: str, between: str | None = None) -> dict[str, str]:
    """The pairs `word=value` of a text, which stand apart at blanks or at `between`."""
    pairs = (pair.partition("=") for pair in text.split(between))
    return {word.strip(): value.strip() for word, _, value in pairs}
