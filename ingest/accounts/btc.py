"""Bitcoin addresses.

Whoever holds the private key issues the address to himself. Three forms are in use: base58check with version byte 0
(`1…`, pays to a key) or 5 (`3…`, pays to a script), and segwit (`bc1q…` in bech32, `bc1p…` in bech32m), which is
written in one letter case. All carry a checksum. Testnet addresses (`n…`, `m…`, `2…`, `tb1…`) move no money.

>>> from ingest.accounts.page import page_of
>>> [a.value for a in find(page_of("paid to 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2."))]
['1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2']
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.accounts.account import Account
from ingest.accounts.base58 import checked
from ingest.accounts.bech32 import segwit
from ingest.accounts.codes import codes_of
from ingest.accounts.page import Page

_VERSIONS = {0: "1", 5: "3"}


def find(page: Page) -> Iterator[Account]:
    """Addresses whose checksum fits."""
    for code in codes_of(page):
        if code.text[0] in "13" and len(code.text) <= 35:
            body = checked(code.text)
            if body and _VERSIONS.get(body[0]) == code.text[0]:
                yield Account("btc", code.text, code.start, code.end, "base58check fits")
        elif code.text[:3] in ("bc1", "BC1") and segwit(code.text, "bc") is not None:
            yield Account("btc", code.text.lower(), code.start, code.end, "bech32 checksum fits")
