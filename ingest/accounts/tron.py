"""TRON addresses, where most scam money (USDT-TRC20) moves.

Issued by whoever holds the key: 34 letters that begin with T, base58check with version byte 0x41.

>>> from ingest.accounts.page import page_of
>>> [a.value for a in find(page_of("USDT-TRC20：TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t，请备注"))]
['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t']
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.accounts.account import Account
from ingest.accounts.base58 import checked
from ingest.accounts.codes import codes_of
from ingest.accounts.page import Page


def find(page: Page) -> Iterator[Account]:
    """Addresses whose checksum fits."""
    for code in codes_of(page):
        if code.text[0] == "T" and len(code.text) == 34:
            body = checked(code.text)
            if body and body[0] == 0x41:
                yield Account("tron", code.text, code.start, code.end, "base58check fits")
