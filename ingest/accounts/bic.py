"""Bank identifier codes (BIC or SWIFT code, ISO 9362).

Issued by SWIFT: four letters for the bank, two for the country, two for the place, three more for a branch. There is
no checksum and many words have that shape (THAILAND, SHOCKING), so the text must say BIC or SWIFT right beside it.
A code names a bank and no account of anybody: it is no entity of the graph.

>>> from ingest.accounts.page import page_of
>>> [a.value for a in find(page_of("SWIFT code: MBBEMYKL, SHOCKING VIDEO"))]
['MBBEMYKL']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.accounts.account import Account
from ingest.accounts.page import Page
from ingest.accounts.words import words

_SAID = re.compile(r"\b(?:swift|bic)\b")
_BETWEEN = (
    r"[\s:;.,#=/()\[\]\"'-]*(?:(?i:code|kod|kode|mã|no|number|address|of|is|bic|swift|รหัส|代码|代碼|号码|號碼|为|為|是|លេខកូដ)"
    r"[\s:;.,#=/()\[\]\"'-]*){0,4}"
)
_CODE = r"(?P<code>[A-Z]{4}[ ]?(?P<country>[A-Z]{2})[ ]?[A-Z0-9]{2}(?:[ ]?[A-Z0-9]{3})?)(?![0-9A-Za-z])"
_AFTER = re.compile(_BETWEEN + _CODE)
_BEFORE = re.compile(r"(?<![0-9A-Za-z])" + _CODE + r"[ ]{0,2}[(\[,/-]?[ ]?$")
_COUNTRIES = words(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA
    CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA
    GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
    KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS
    MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS
    RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW
    TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
    """
)


def find(page: Page) -> Iterator[Account]:
    """Codes of a real country beside the word BIC or SWIFT."""
    if "swift" not in page.lower and "bic" not in page.lower:
        return
    for said in _SAID.finditer(page.lower):
        code = _AFTER.match(page.text, said.end())
        if code is None:
            start = max(0, said.start() - 20)
            code = _BEFORE.search(page.text[start : said.start()])
            offset = start
        else:
            offset = 0
        if code and code["country"] in _COUNTRIES:
            value = code["code"].replace(" ", "")
            yield Account("bic", value, offset + code.start("code"), offset + code.end("code"), "beside SWIFT or BIC")
