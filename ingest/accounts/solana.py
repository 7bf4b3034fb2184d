"""Solana addresses.

Issued by whoever holds the key, or derived by a program: 32 bytes in base58, with no checksum. So the text itself has
to say that it is about Solana, close by, and nothing closer may say that it is a key, a file or a transaction.

>>> from ingest.accounts.page import page_of
>>> [a.value for a in find(page_of("Solana wallet 7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV got the USDC"))]
['7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.accounts.account import Account
from ingest.accounts.base58 import decode
from ingest.accounts.codes import codes_of
from ingest.accounts.page import Page

_SAYS = re.compile(
    r"solana|solscan|phantom|solflare|pump\.fun|raydium|jupiter|\bspl\b|索拉纳|โซลานา|солана|(?<![A-Za-z])SOL(?![A-Za-z])",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"(?:private key|secret key|file|signature|tx(?:id|hash)?|transaction(?: id| hash)?|commit|token|password|ipfs)"
    r"\W{0,4}(?:\w{1,8}\W{1,3})?$",
    re.IGNORECASE,
)
_BEFORE, _AFTER = 240, 80


def find(page: Page) -> Iterator[Account]:
    """32-byte base58 texts near the word."""
    for code in codes_of(page):
        if 32 <= len(code.text) <= 44 and code.end - code.start == len(code.text):
            raw = decode(code.text)
            if raw is not None and len(raw) == 32 and _said(page.text, code.start, code.end):
                yield Account("solana", code.text, code.start, code.end, "32 bytes in base58, the text says Solana")


def _said(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _BEFORE) : start]
    if _DENIES.search(before[-40:]):
        return False
    return bool(_SAYS.search(before) or _SAYS.search(text[end : end + _AFTER]))
