"""Telephone numbers in international form (E.164), by the numbering plans that `phonenumbers` carries."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.accounts.numbers import Number
from ingest.accounts.page import Page
from ingest.accounts.regions import CODES, regions_near

_REGIONS_TRIED = 4
_NUMBER = re.compile(r"(?:numbers?|nombor|nomor|numero|số|หมายเลข|号码|號碼|លេខ|နံပါတ်)\W{0,3}$")
_FIRST_GROUP = re.compile(r"\d{2,3}(?=[ .-])")
_BRACKETED = re.compile(r"\((?:60|6[2356]|8[1246]|9[15]|85[2356]|880|886|977)\)")
"""A country code in brackets, (855) 15…, that lacks its plus."""
_AMERICAN = re.compile(r"(?:1[ .-])?\(?[2-9]\d\d\)?[ .-]{1,2}[2-9]\d\d[ .-]\d{4}")
"""The layout of North America, whatever else the text is about; nobody there dials a 0."""
_HOMES = {
    "zalo": "VN",
    "gcash": "PH",
    "maya": "PH",
    "paymaya": "PH",
    "promptpay": "TH",
    "truemoney": "TH",
    "momo": "VN",
    "kbzpay": "MM",
    "wavepay": "MM",
    "bkash": "BD",
    "paynow": "SG",
    "duitnow": "MY",
    "gopay": "ID",
    "ovo": "ID",
}
"""Services of one country: their numbers are read in its plan first."""


def e164(page: Page, number: Number) -> str | None:
    """The number as +country code and subscriber number, or None where no plan near the text has it."""
    if number.international:
        dialled = _dialled(number.text)
        return parsed(dialled, None) or (of_length(dialled) if _is_called_so(page, number) else None)
    if len(number.digits) > 15:
        return None
    if _BRACKETED.match(number.text):
        return parsed("+" + number.digits, None) or of_length("+" + number.digits)
    if number.digits.startswith("00"):
        return _from_abroad(page, number) or _national(page, number)
    return _national(page, number) or _without_plus(page, number)


def _is_called_so(page: Page, number: Number) -> bool:
    """Whether the text says that this is a telephone, or at least a number."""
    if number.sense in ("phone", "whatsapp", "viber", "zalo", "messenger"):
        return True
    return number.cue is None and _NUMBER.search(page.lower, max(0, number.start - 16), number.start) is not None


def _from_abroad(page: Page, number: Number) -> str | None:
    """00 and country code; in parts of Asia 001, by the exit codes of the countries near."""
    if found := parsed("+" + number.digits[2:], None):
        return found
    for region in regions_near(page, number.start)[:_REGIONS_TRIED]:
        if found := parsed(number.digits, region, abroad=True):
            return found
    return None


def _national(page: Page, number: Number) -> str | None:
    home = _HOMES.get(number.cue.word) if number.cue else None
    near = regions_near(page, number.start)[:_REGIONS_TRIED]
    if _AMERICAN.fullmatch(number.text):
        near = (*near[:1], "US", *near[1:]) if page.region else ("US", *near)
    for region in (home, *near) if home and home != page.region else near:
        if found := parsed(number.digits, region):
            return found
    return None


def _without_plus(page: Page, number: Number) -> str | None:
    """855 12 345 678: a country code that lacks its plus."""
    if led_by_code(page, number):
        return parsed("+" + number.digits, None)
    if number.sense and len(number.digits) >= 10 and number.digits[0] != "0":
        return parsed("+" + number.digits, None)
    return None


def led_by_code(page: Page, number: Number) -> bool:
    """Whether the first group is the country code of a place near: 65 6123 4567 in Singapore."""
    first = _FIRST_GROUP.match(number.text)
    return first is not None and CODES.get(first[0]) in regions_near(page, number.start)[:2]


def _dialled(text: str) -> str:
    """Plus and digits; a trunk zero in brackets, +855 (0)91…, is not dialled from abroad."""
    return "+" + "".join(c for c in text.replace("(0)", "") if c.isdigit())


@lru_cache(maxsize=4096)
def parsed(number: str, region: str | None, abroad: bool = False) -> str | None:
    """E.164 of a number that is valid in its country's plan; `region` reads national ones."""
    import phonenumbers

    try:
        found = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(found):
        return None
    if region and not abroad and region != "US" and phonenumbers.region_code_for_number(found) != region:
        return None
    return phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164)


def of_length(number: str) -> str | None:
    """E.164 of a number whose country exists and has numbers of this length; plans change faster than the tables."""
    import phonenumbers

    try:
        found = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return None
    if phonenumbers.is_possible_number_with_reason(found) != phonenumbers.ValidationResult.IS_POSSIBLE:
        return None
    return phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164)
