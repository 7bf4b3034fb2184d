"""What reading gives in these tests: the documents and failures of one piece."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from graph.model import Document
from ingest.reading import Failure, Reading


class Result(NamedTuple):
    """All that one piece gave."""

    readings: list[Reading]
    failures: list[Failure]

    @property
    def documents(self) -> list[Document]:
        return [reading.document for reading in self.readings]

    @property
    def document(self) -> Document:
        assert len(self.readings) == 1, self
        return self.readings[0].document

    @property
    def reason(self) -> str:
        assert not self.readings, self
        assert len(self.failures) == 1, self
        return self.failures[0].reason


Read = Callable[..., Result]
