"""Every error the program raises on purpose.

ScamgraphError            one line that says what to do; exit code 1
├── StoreError            the store cannot be used
│   ├── StoreUnreachable  nothing answers at the address
│   ├── StoreRefused      wrong password, database or rights
│   └── StoreVersion      written by a newer program
├── UnsoundFact           a fact breaks an invariant (no evidence, quote not in the text)
├── UnknownEntity         nothing has this id, name or account number
├── AmbiguousEntity       several entities answer to a name; carries the candidates
├── ReadError             a file or message cannot be read
│   └── LimitExceeded     it is larger, deeper or slower than allowed
└── GoldError             a gold or prediction file breaks the format of gold
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.model import Entity


class ScamgraphError(Exception):
    """One line for the user: the thing, what was expected, what to do."""


class StoreError(ScamgraphError):
    """The store cannot be used."""


class StoreUnreachable(StoreError):
    """Nothing answers at the store's address."""


class StoreRefused(StoreError):
    """The store answers, but not to this user, password or database."""


class StoreVersion(StoreError):
    """The store was written by a newer program."""


class UnsoundFact(ScamgraphError):
    """A fact breaks an invariant of the model; the store takes nothing of its document."""


class UnknownEntity(ScamgraphError):
    """Nothing in the store has this id, name or account number."""


class AmbiguousEntity(ScamgraphError):
    """Several entities answer to a name; `candidates` holds them, best first."""

    def __init__(self, message: str, candidates: tuple[Entity, ...]) -> None:
        super().__init__(message)
        self.candidates = candidates


class ReadError(ScamgraphError):
    """A file, message or member cannot be read."""


class LimitExceeded(ReadError):
    """The input is larger, deeper or slower than the limits allow."""


class GoldError(ScamgraphError):
    """A gold or prediction file breaks the format of gold."""
