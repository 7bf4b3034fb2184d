"""An account number as found in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Account:
    """A number of one kind at a span; `value` is its normal form, `reason` why it was believed."""

    kind: str
    value: str
    start: int
    end: int
    reason: str

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end
