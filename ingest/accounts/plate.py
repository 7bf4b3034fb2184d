"""Number plates of vehicles.

Issued by each country's road authority: one to four letters and one to four digits in the country's order, also in
Thai, Chinese or Khmer letters. Flight codes and car models look alike, so the text must say plate right before it.
Not an entity of the graph, found so that it is not taken for an account.

>>> from ingest.accounts.page import page_of
>>> [a.value for a in find(page_of("plate WXY 1234; ทะเบียน กก 1234; number plate 2AB-1234; BMW 730"))]
['WXY1234', 'กก1234', '2AB1234']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.accounts.account import Account
from ingest.accounts.page import Page
from ingest.accounts.vocabulary import Vocabulary

_SAID = Vocabulary(
    {
        "plate": """
            plate, plates, plate no, plate number, license plate, licence plate, number plate, registration plate,
            registration number, vehicle registration, vehicle number, car number, reg no, nombor plat, no plat,
            no. plat, nombor pendaftaran, bernombor pendaftaran, pendaftaran, plat nomor, plat, pelat, nopol,
            no. pol, plaka, biển số, biển kiểm soát, bks, ป้ายทะเบียน, หมายเลขทะเบียน, เลขทะเบียน, ทะเบียน, 车牌,
            車牌, 车牌号, 車牌號, 车牌号码, 車牌號碼, 车号, 号牌, 號牌, ផ្លាកលេខ, ស្លាកលេខ, ယာဉ်အမှတ်, ကားနံပါတ်,
            ယာဉ်နံပါတ်, ປ້າຍລົດ, ທະບຽນ
        """
    }
)
_PLATE = re.compile(
    r"(?i:[\s:;.,#=()\[\]'\"-]|(?:no|nos|number|numbers|nr|is|was|of|car|the|a|nomor|số|xe|with"
    r"|bearing|phnom penh)(?!\w)"
    r"|รถ|เลขที่|หมายเลข|号码?|號碼?|为|為|是|លេខ|ភ្នំពេញ|အမှတ်){0,40}+"
    r"(?P<plate>[0-9]{2}[A-Z][A-Z0-9]?[ -]?[0-9]{3}[.]?[0-9]{1,2}"
    r"|[0-9]{0,2}[A-Z]{1,4}[ -]?[0-9]{1,4}(?:[ -]?[A-Z]{1,3})?"
    r"|[A-Z]{1,3}[ ][0-9]{1,2}[A-Z][ -]?[0-9]{4}"
    r"|[0-9]?[\u0e01-\u0e2e]{1,3}[ -]?[0-9]{1,4}"
    r"|[\u4e00-\u9fff][A-Z][·.\- ]?[A-Z0-9]{5,6})(?![0-9A-Za-z])"
)
_SEPARATORS = re.compile(r"[ .·-]")


def find(page: Page) -> Iterator[Account]:
    """Plates right after the word, with a digit and a letter."""
    for word in _SAID.find(page):
        match = _PLATE.match(page.text, word.end)
        if match is None:
            continue
        value = _SEPARATORS.sub("", match["plate"])
        if any(c.isdigit() for c in value) and any(c.isalpha() for c in value) and len(value) >= 4:
            yield Account("plate", value, match.start("plate"), match.end("plate"), "after the word plate")
