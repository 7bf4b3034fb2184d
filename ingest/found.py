"""Mentions as they were found, before they are grouped into a document's entities."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """A span and its schema. Mentions of one `key` are one entity; `name` is an account's normal form."""

    start: int
    end: int
    schema: str
    key: str | None = None
    name: str | None = None


def without_overlaps(*ranked: list[Found]) -> list[Found]:
    """The mentions of all lists in text order; where two overlap, the earlier list's and then the longer one stands."""
    from bisect import bisect_left, insort

    kept: list[tuple[int, int, Found]] = []
    for some in ranked:
        for found in sorted(some, key=lambda f: (f.start - f.end, f.start)):
            at = bisect_left(kept, (found.start, found.end), key=lambda k: k[:2])
            before = at == 0 or kept[at - 1][1] <= found.start
            after = at == len(kept) or kept[at][0] >= found.end
            if before and after:
                insort(kept, (found.start, found.end, found), key=lambda k: k[:2])
    return [found for _, _, found in kept]
