"""Word lists as they are written in this folder: one text, split by blanks or by commas."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Words between blanks."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """Phrases between commas, longest first: what a regular expression must try in this order."""
    return tuple(
        sorted({" ".join(part.split()) for part in text.split(",")} - {""}, key=lambda part: (-len(part), part))
    )
