"""What the tests of account kinds share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.accounts.find import find_accounts

Values = Callable[..., list[str]]


@pytest.fixture
def values() -> Values:
    """The values of one kind that a text holds, in order."""

    def of_kind(kind: str, text: str, region: str | None = None) -> list[str]:
        return [account.value for account in find_accounts(text, region) if account.kind == kind]

    return of_kind
