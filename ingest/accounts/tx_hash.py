"""Transaction hashes.

Issued by no one: a transaction's own digest, by which an explorer finds it. 64 hexadecimal digits, after 0x on
Ethereum and its like, bare on Bitcoin and TRON; 64 bytes in base58 on Solana (a signature). There is no checksum, and
file digests look the same, so a bare one must be called a transaction. A hash is no entity of the graph; it is found
so that it is not taken for a wallet.

>>> from ingest.accounts.page import page_of
>>> [a.value[:6] for a in find(page_of("txid 4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b"))]
['4a5e1e']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.accounts.account import Account
from ingest.accounts.base58 import decode
from ingest.accounts.codes import codes_of
from ingest.accounts.page import Page

_HEX = re.compile(r"(?:0[xX])?[0-9a-fA-F]{64}")
_CUES = re.compile(
    r"(?P<no>sha-?\d+|md5|digest|checksum|commit|block ?hash|merkle|private key|secret|file|sample"
    r"|git\b|apk|html|image)"
    r"|(?P<yes>\btxn?s?\b|\btx[ _-]?(?:id|hash)|/tx|transact|transa[ck]s|transfer|hash\b|signature"
    r"|giao dịch|交易|哈希|转账|轉帳"
    r"|ธุรกรรม|ប្រតិបត្តិការ|ငွေလွှဲ)",
    re.IGNORECASE,
)
_BEFORE = 60


def find(page: Page) -> Iterator[Account]:
    """Hashes that the text calls transactions, and those with 0x that it calls nothing else."""
    for code in codes_of(page):
        if len(code.text) in (64, 66) and _HEX.fullmatch(code.text):
            prefixed = len(code.text) == 66
            said = _said(page.text, code.start)
            if said == "yes" or (prefixed and said is None):
                digits = code.text[-64:].lower()
                why = "64 hexadecimal digits after 0x" if prefixed else "64 hexadecimal digits, called a transaction"
                yield Account("tx_hash", f"0x{digits}" if prefixed else digits, code.start, code.end, why)
        elif len(code.text) in (87, 88) and _said(page.text, code.start) == "yes":
            raw = decode(code.text)
            if raw is not None and len(raw) == 64:
                yield Account("tx_hash", code.text, code.start, code.end, "64 bytes in base58, called a transaction")


def _said(text: str, start: int) -> str | None:
    cues = [cue.lastgroup for cue in _CUES.finditer(text, max(0, start - _BEFORE), start)]
    return cues[-1] if cues else None
