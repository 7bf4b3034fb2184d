"""Litecoin addresses.

Issued like Bitcoin's by whoever holds the key: base58check with version byte 48 (`L…`) or 50 (`M…`), and segwit with
the prefix `ltc1`. The old script addresses that begin with 3 cannot be told from Bitcoin's and count as those.

>>> from ingest.accounts.page import page_of
>>> [a.value for a in find(page_of("LTC: LVg2kJoFNg45Nbpy53h7Fe1wKyeXVRhMH9"))]
['LVg2kJoFNg45Nbpy53h7Fe1wKyeXVRhMH9']
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.accounts.account import Account
from ingest.accounts.base58 import checked
from ingest.accounts.bech32 import segwit
from ingest.accounts.codes import codes_of
from ingest.accounts.page import Page

_VERSIONS = {48: "L", 50: "M"}


def find(page: Page) -> Iterator[Account]:
    """Addresses whose checksum fits."""
    for code in codes_of(page):
        if code.text[0] in "LM" and len(code.text) <= 35:
            body = checked(code.text)
            if body and _VERSIONS.get(body[0]) == code.text[0]:
                yield Account("ltc", code.text, code.start, code.end, "base58check fits")
        elif code.text[:4] in ("ltc1", "LTC1") and segwit(code.text, "ltc") is not None:
            yield Account("ltc", code.text.lower(), code.start, code.end, "bech32 checksum fits")
