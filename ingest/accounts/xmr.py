"""Monero addresses.

Issued by whoever holds the keys: 95 letters (106 with a payment id inside), in Monero's own base58, which turns blocks
of 8 bytes into 11 letters. The first byte says main address (18, `4…`), integrated (19, `4…`) or subaddress (42,
`8…`); the last four are a Keccak checksum.

>>> from ingest.accounts.page import page_of
>>> address = "888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQUiyoogDavup3H"
>>> [a.value[:5] for a in find(page_of(address))]
['888tN']
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.accounts.account import Account
from ingest.accounts.base58 import decode
from ingest.accounts.codes import codes_of
from ingest.accounts.keccak import keccak256
from ingest.accounts.page import Page

_LENGTHS = {18: 95, 19: 106, 42: 95}
_LAST_BLOCKS = {7: 5, 11: 8}
"""Letters of the last block, and the bytes they make."""


def find(page: Page) -> Iterator[Account]:
    """Addresses whose checksum fits."""
    for code in codes_of(page):
        if code.text[0] in "48" and len(code.text) in (95, 106) and _fits(code.text):
            yield Account("xmr", code.text, code.start, code.end, "Keccak checksum fits")


def _fits(address: str) -> bool:
    raw = b""
    for at in range(0, len(address), 11):
        block = address[at : at + 11]
        number = decode(block.lstrip("1"))
        size = _LAST_BLOCKS[len(block)]
        if number is None or len(number) > size:
            return False
        raw += number.rjust(size, b"\0")
    return _LENGTHS.get(raw[0]) == len(address) and keccak256(raw[:-4])[:4] == raw[-4:]
