"""Reading in the test's own process."""

from __future__ import annotations

from typing import Any

import pytest

from ingest.limits import Limits
from ingest.read.session import Piece, Session, Settings
from ingest.reading import Failure, Reading
from tests.ingest.read.results import Read, Result


@pytest.fixture
def read() -> Read:
    """`read(name, data, limits={...}, **settings)`: what the bytes of a file of that name give."""

    def from_bytes(name: str, data: bytes, limits: dict[str, int] | None = None, **settings: Any) -> Result:
        session = Session(Settings(Limits(**limits or {}), **settings))
        items = list(session.read(Piece(name, data)))
        return Result(
            [item for item in items if isinstance(item, Reading)],
            [item for item in items if isinstance(item, Failure)],
        )

    return from_bytes
