"""Names in one list: what a text says of one of them in a list, it mostly says of all."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BETWEEN = re.compile(r"[\s,;、，]*(?:(?:and|or|as well as|&|dan|serta|at|và|และ|和|及|以及|與|与|និង|နှင့်)[\s,]*)?")
_BRACKETS = re.compile(r"\([^()]{0,300}\)|（[^（）]{0,300}）")
_FARTHEST = 400  # characters, brackets included


def listed(text: str, schemata: Sequence[str], mentions: Sequence[tuple[int, int, int]]) -> list[set[int]]:
    """Sets of entities of one schema that stand in one list, with nothing but brackets, commas and "and" between.

    Args:
        mentions: (start, end, entity) in text order, without overlaps.
    """
    lists: list[set[int]] = []
    current: set[int] = set()
    last: tuple[int, int] | None = None
    for start, end, entity in mentions:
        if last is not None and _inside_brackets(text, last[0], start):
            continue
        if last is not None and schemata[last[1]] == schemata[entity] and _joined(text, last[0], start):
            current |= {last[1], entity}
        elif current:
            lists.append(current)
            current = set()
        last = end, entity
    return [one for one in (*lists, current) if len(one) > 1]


def _joined(text: str, low: int, high: int) -> bool:
    between = text[low:high]
    plain = _BRACKETS.sub("", between) if len(between) <= _FARTHEST else between
    return 0 < len(plain) < 20 and bool(_BETWEEN.fullmatch(plain))


def _inside_brackets(text: str, low: int, high: int) -> bool:
    """Whether a name stands in a bracket that opened after the last name of the list: its alias, its age."""
    between = text[low : min(high, low + _FARTHEST)]
    return between.count("(") > between.count(")") or between.count("（") > between.count("）")
