"""Passport numbers.

Issued by states: mostly one or two letters and 6 to 8 digits, sometimes digits only, sometimes a letter at the end. The
check digits are in the machine-readable lines and not in the number, so the text must say passport right before it.
Personal data and no account: not an entity of the graph, found so that it is not taken for one.

>>> from ingest.accounts.page import page_of
>>> [a.value for a in find(page_of("护照号码 E12345678; Passport No. A1234567; passport control B12"))]
['E12345678', 'A1234567']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.accounts.account import Account
from ingest.accounts.page import Page
from ingest.accounts.vocabulary import Vocabulary

_SAID = Vocabulary(
    {
        "passport": """
            passport, passports, pasport, paspor, pasaporte, passeport, reisepass, ppt no, pp no, hộ chiếu, หนังสือเดินทาง,
            พาสปอร์ต, 护照, 護照, លិខិតឆ្លងដែន, ប៉ាស្ព័រ, နိုင်ငံကူးလက်မှတ်, ပတ်စပို့, 여권, ໜັງສືຜ່ານແດນ
        """
    }
)
_NUMBER = re.compile(
    r"(?i:[\s:;.,#=()\[\]/'\"-]|(?:no|nos|number|numbers|num|nr|nombor|nomor|numero|số|id|book|details|is|was|of|holder"
    r"|bearing|malaysia|indonesia|ang|ng|na)(?!\w)|号码?|號碼?|編號|编号|为|為|是|เลขที่|หมายเลข|លេខ|အမှတ်|နံပါတ်){0,40}+"
    r"(?P<number>[A-Z]{1,3}[ -]?\d{5,9}[A-Z]?|[a-z]{1,2}\d{6,8}[a-z]?|\d{7,9}[A-Z]?)(?![0-9A-Za-z]|[.,]\d)"
)


def find(page: Page) -> Iterator[Account]:
    """Numbers right after the word."""
    for word in _SAID.find(page):
        if match := _NUMBER.match(page.text, word.end):
            value = re.sub(r"[ -]", "", match["number"]).upper()
            yield Account("passport", value, match.start("number"), match.end("number"), "after the word passport")
