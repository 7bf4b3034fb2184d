"""Who says so: the speaker that a sentence names ("according to the ministry", "警方表示"), as written."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.links.attribution import english
from ingest.links.attribution.regional import PATTERNS
from ingest.links.tongues import tongues_of

_BRACKETS = re.compile(r"[（(][^（）()]{1,40}[）)]")
_LONGEST = 600  # characters of a sentence that are read

__all__ = ["speaker"]


def speaker(sentence: str) -> str | None:
    """The first speaker whom a sentence names, or None."""
    return _speaker(sentence[:_LONGEST])


@lru_cache(maxsize=256)  # the links of one sentence ask again
def _speaker(sentence: str) -> str | None:
    for tongue in {**dict.fromkeys(tongues_of(sentence)), "ms": None, "tl": None}:  # short sentences have no marks
        for pattern in PATTERNS[tongue]:
            if found := pattern.search(_BRACKETS.sub("", sentence) if tongue == "zh" else sentence):
                return found["who"].strip(" ,.’'")
    return english.speaker(sentence)
