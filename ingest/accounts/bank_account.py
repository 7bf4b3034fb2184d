"""Bank account and bank card numbers of countries without IBAN.

Issued by each bank in its own form, 7 to 19 digits, in groups or in one piece; hardly any has a check digit that can
be tested. So the text must say so: the word for account, or the name of a bank, right beside the number.

>>> from ingest.accounts.page import page_of
>>> [a.value for a in find(page_of("เลขที่บัญชี 045-8-12345-6 and Maybank 5140-1234-5678"))]
['0458123456', '514012345678']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.accounts.account import Account
from ingest.accounts.numbers import AMOUNT, Number, numbers_of
from ingest.accounts.page import Page

_AREA_CODE = re.compile(r"\(\d{1,4}\) ?\d")
_FEWEST = {"account": 7, "bank": 8}
_FEWEST_LOOSE, _MOST = 9, 20


def find(page: Page) -> Iterator[Account]:
    """Numbers beside a word for account or a bank's name."""
    for number in numbers_of(page):
        if number.cue and number.sense in _FEWEST and _fits(number):
            yield Account("bank_account", number.digits, number.start, number.end, f"beside {number.cue.word!r}")


def _fits(number: Number) -> bool:
    if number.international or not number.cue or _AREA_CODE.match(number.text):
        return False
    if not number.tight and AMOUNT.fullmatch(number.text):
        return False
    fewest = _FEWEST[number.sense] if number.tight else _FEWEST_LOOSE
    return fewest <= len(number.digits) <= _MOST
