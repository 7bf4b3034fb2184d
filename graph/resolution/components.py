"""Document entities joined by judgements: connected components, computed from nothing."""

from __future__ import annotations

from collections.abc import Iterable

from graph.model import Judgement


def components(ids: Iterable[str], judgements: Iterable[Judgement]) -> dict[str, str]:
    """For every id, the smallest id of its component."""
    root = {one: one for one in ids}

    def find(one: str) -> str:
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    for judgement in judgements:
        if judgement.verdict == "same" and judgement.left in root and judgement.right in root:
            small, large = sorted((find(judgement.left), find(judgement.right)))
            root[large] = small
    return {one: find(one) for one in root}
