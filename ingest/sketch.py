"""A text with its people and nations as single marks: rules about who is said to be what read only what stands between.

Invariant: every mark in `Sketch.text` has its entry in `people` or `codes`, by its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.nations import nations

Span = tuple[int, int]

PERSON, GROUP, DEMONYM, COUNTRY = "\ue000", "\ue001", "\ue002", "\ue003"
_MARKS = re.compile(f"[{PERSON}-{COUNTRY}]")


@dataclass(frozen=True, slots=True)
class Sketch:
    """The marked text, the span of each person or group by its mark's place, and the code of each nation."""

    text: str
    people: dict[int, Span]
    codes: dict[int, str]

    def said(self, start: int, end: int) -> list[str]:
        """Codes of the nations marked between two places, in order, each once."""
        found = (self.codes.get(at) for at in range(start, end))
        return list(dict.fromkeys(code for code in found if code))


def sketch(text: str, persons: Iterable[Span], groups: Iterable[Span]) -> Sketch:
    """The sketch of a text; where spans overlap, the earlier one stands, and people before nations."""
    text = _MARKS.sub(" ", text)
    people = [(*span, PERSON, "") for span in persons] + [(*span, GROUP, "") for span in groups]
    kept = sorted(people)
    named = [(n.start, n.end, DEMONYM if n.demonym else COUNTRY, n.code) for n in nations().found(text)]
    pieces: list[str] = []
    spans: dict[int, Span] = {}
    codes: dict[int, str] = {}
    done = length = 0
    for start, end, mark, code in sorted([*kept, *_outside(named, kept)]):
        if start < done:
            continue
        length += start - done
        if code:
            codes[length] = code
        else:
            spans[length] = (start, end)
        pieces += (text[done:start], mark)
        length += 1
        done = end
    return Sketch("".join([*pieces, text[done:]]), spans, codes)


def _outside(
    named: list[tuple[int, int, str, str]], people: list[tuple[int, int, str, str]]
) -> Iterable[tuple[int, int, str, str]]:
    """The nations that stand in no person's or group's name."""
    n = 0
    for nation in named:
        while n < len(people) and people[n][1] <= nation[0]:
            n += 1
        if n == len(people) or people[n][0] >= nation[1]:
            yield nation
