"""International bank account numbers (IBAN, ISO 13616).

Issued by banks of the countries in SWIFT's registry: country, two check digits (mod 97), and the national number, whose
length and pattern the country fixes. Printed in groups of four, with blanks, hyphens or dots, or in one piece.

>>> from ingest.accounts.page import page_of
>>> [a.value for a in find(page_of("IBAN: GB82 WEST 1234 5698 7654 32, London"))]
['GB82WEST12345698765432']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ingest.accounts.account import Account
from ingest.accounts.page import Page

_NATIONAL = """
AD=8n12c AE=19n AL=8n16c AO=21n AT=16n AX=14n AZ=4a20c BA=16n BE=12n BF=2c22n BG=4a6n8c BH=4a14c BI=23n BJ=2c22n
BL=10n11c2n BR=8c15n2c BY=4c4n16c CF=23n CG=23n CH=5n12c CI=2a22n CM=23n CR=18n CV=21n CY=8n16c CZ=20n DE=18n DJ=23n
DK=14n DO=4c20n DZ=22n EE=16n EG=25n ES=20n FI=14n FK=2a12n FO=14n FR=10n11c2n GA=23n GB=4a14n GE=2a16n GF=10n11c2n
GG=4a14n GI=4a15c GL=14n GP=10n11c2n GQ=23n GR=7n16c GT=24c GW=2c19n HN=4a20n HR=17n HU=24n IE=4a14n IL=19n IM=4a14n
IQ=4a15n IR=22n IS=22n IT=1a10n12c JE=4a14n JO=4a4n18c KM=23n KW=4a22c KZ=3n13c LB=4n20c LC=4a24c LI=5n12c LT=16n
LU=3n13c LV=4a13c LY=21n MA=24n MC=10n11c2n MD=20c ME=18n MF=10n11c2n MG=23n MK=3n10c2n ML=2c22n MN=16n MQ=10n11c2n
MR=23n MT=4a5n18c MU=4a19n3a MZ=21n NC=10n11c2n NE=2a22n NI=4a20n NL=4a10n NO=11n OM=3n16c PF=10n11c2n PK=4a16c PL=24n
PM=10n11c2n PS=4a21c PT=21n QA=4a21c RE=10n11c2n RO=4a16c RS=18n RU=14n15c SA=2n18c SC=4a20n3a SD=14n SE=20n SI=15n
SK=20n SM=1a10n12c SN=2a22n SO=19n ST=21n SV=4a20n TD=23n TF=10n11c2n TG=2a22n TL=19n TN=20n TR=6n16c UA=6n19c VA=18n
VG=4a16n WF=10n11c2n YE=4a4n18c YT=10n11c2n XK=16n
"""
"""The part after the check digits: n digits, a letters, c either (SWIFT's IBAN registry)."""

_CHECK_DIGITS = re.compile(r"\d(?:(?<=[A-Za-z]{2}.)|(?<=[A-Za-z]{2}[ ].))\d")
"""Digits after two letters: rare in texts, so the search is fast."""
_CANDIDATE = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]{2}[ ]?\d\d(?:(?:[ .-]|[ ]?\n[ ]?)?[0-9A-Za-z]){11,31}")
_CLASSES = {"n": "[0-9]", "a": "[A-Z]", "c": "[0-9A-Z]"}
_FIELD = re.compile(r"(\d+)([nac])")


def find(page: Page) -> Iterator[Account]:
    """Numbers of a known country with its length and pattern whose check digits fit."""
    for digits in _CHECK_DIGITS.finditer(page.text):
        start = digits.start() - (3 if page.text[digits.start() - 1] == " " else 2)
        candidate = _CANDIDATE.match(page.text, start)
        if candidate is None:
            continue
        national = _patterns().get(candidate[0][:2].upper())
        if national is None:
            continue
        length = national[0]
        printed = _first(candidate[0], length)
        end = candidate.start() + len(printed)
        if page.text[end : end + 1].isalnum() and page.text[end : end + 1].isascii():
            continue
        number = "".join(c for c in printed if c.isalnum()).upper()
        if len(number) == length and national[1].fullmatch(number[4:]) and _mod97(number) == 1:
            yield Account("iban", number, candidate.start(), end, f"check digits and the length of {number[:2]} fit")


def _first(text: str, count: int) -> str:
    """The text up to its `count`-th letter or digit."""
    for at, character in enumerate(text):
        count -= character.isalnum()
        if count == 0:
            return text[: at + 1]
    return text


def _mod97(number: str) -> int:
    return int("".join(str(int(c, 36)) for c in number[4:] + number[:4])) % 97


@cache
def _patterns() -> dict[str, tuple[int, re.Pattern[str]]]:
    patterns = {}
    for country in _NATIONAL.split():
        code, _, layout = country.partition("=")
        fields = _FIELD.findall(layout)
        regex = "".join(f"{_CLASSES[kind]}{{{count}}}" for count, kind in fields)
        patterns[code] = (4 + sum(int(count) for count, _ in fields), re.compile(regex))
    return patterns
