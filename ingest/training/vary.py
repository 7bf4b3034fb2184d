"""A document written otherwise, every offset as it was: what scraped pages, chats and the other Chinese script do."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from typing import Any

from ingest.components.words import UNSPACED

CAPITALS, LOWER, ONE_LINE, OTHER_HAN = 0.08, 0.03, 0.08, 0.4
"""How often: the headline in capitals, all in lower case, the lines run together, the other Chinese script."""


def varied(raw: dict[str, Any]) -> dict[str, Any]:
    """The document with its text as another hand might have set it."""
    text = raw["text"]
    if UNSPACED.search(text):
        text = other_script(text) if random.random() < OTHER_HAN else text
    else:
        chance = random.random()
        line = text.find("\n") if "\n" in text else 0
        if chance < CAPITALS:
            text = by_letter(text[:line], str.upper) + text[line:]
        elif chance < CAPITALS + LOWER:
            text = by_letter(text, str.lower)
    if random.random() < ONE_LINE:
        text = text.replace("\n", " ")
    return raw | {"text": text}


def by_letter(text: str, change: Callable[[str], str]) -> str:
    return "".join(new if len(new := change(c)) == 1 else c for c in text)


def other_script(text: str) -> str:
    """Simplified Chinese in traditional characters or the reverse, one character at a time."""
    table = random.choice(tables())
    return "".join(table.get(c, c) for c in text)


@cache
def tables() -> tuple[dict[str, str], dict[str, str]]:
    """Simplified to traditional characters, and back."""
    from opencc import OpenCC

    han = [chr(code) for code in range(0x4E00, 0x9FFF)]
    maps = []
    for name in ("s2t", "t2s"):
        convert = OpenCC(name).convert
        maps.append({c: new for c in han if len(new := convert(c)) == 1 and new != c})
    return maps[0], maps[1]
