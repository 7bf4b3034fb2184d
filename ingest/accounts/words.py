"""Word lists as they are written in this folder: one text, split by blanks or by commas."""

from __future__ import annotations

import re


def words(text: str) -> frozenset[str]:
    """Words between blanks."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """Phrases between commas, longest first: what a regular expression must try in this order."""
    return tuple(
        sorted({" ".join(part.split()) for part in text.split(",")} - {""}, key=lambda part: (-len(part), part))
    )


def alternatives(text: str) -> str:
    """Phrases between commas as a regular expression."""
    return "|".join(re.escape(phrase) for phrase in phrases(text))
