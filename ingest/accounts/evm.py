"""Addresses of Ethereum and of the chains built like it (BNB Smart Chain, Polygon, Arbitrum …).

Issued by whoever holds the key: 0x and 40 hexadecimal digits. Their letter case is a checksum (EIP-55); written in
one case throughout they carry none and are taken as they are. The zero address belongs to nobody.

>>> from ingest.accounts.page import page_of
>>> [a.value for a in find(page_of("to 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed on Polygon"))]
['0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.accounts.account import Account
from ingest.accounts.codes import codes_of
from ingest.accounts.keccak import keccak256
from ingest.accounts.page import Page

_ADDRESS = re.compile(r"0[xX][0-9a-fA-F]{40}")


def find(page: Page) -> Iterator[Account]:
    """Addresses whose letter case fits EIP-55, or is one throughout."""
    for code in codes_of(page):
        if len(code.text) != 42 or code.text[0] != "0" or not _ADDRESS.fullmatch(code.text):
            continue
        digits = code.text[2:]
        if digits.strip("0") == "":
            continue
        if digits in (digits.lower(), digits.upper()):
            yield Account("evm", "0x" + digits.lower(), code.start, code.end, "40 hexadecimal digits in one case")
        elif with_checksum(digits) == "0x" + digits:
            yield Account("evm", "0x" + digits.lower(), code.start, code.end, "EIP-55 checksum fits")


def with_checksum(address: str) -> str:
    """The EIP-55 form of an address, given in any case, with or without 0x."""
    digits = address.lower().removeprefix("0x")
    check = keccak256(digits.encode()).hex()
    return "0x" + "".join(d.upper() if c >= "8" else d for d, c in zip(digits, check, strict=False))
