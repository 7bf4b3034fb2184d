"""Telephone numbers.

Issued by carriers under each country's numbering plan. There is no checksum; a number counts where the plan of its
country has it (+code, 00, or a national number read by the countries that the text is about). Without a word such as
"tel" beside it, a national number must begin with 0 and be written in groups; a word that says account, invoice or
passport takes it away.

>>> from ingest.accounts.page import page_of
>>> [a.value for a in find(page_of("He rang from +855 91 240 701; Bangkok office: โทร 081 244 4453"))]
['+85591240701', '+66812444453']
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.accounts.account import Account
from ingest.accounts.numbers import Number, numbers_of, wrapped
from ingest.accounts.page import Page
from ingest.accounts.telephone import e164, led_by_code

_GROUPED = frozenset(" -.()")


def find(page: Page) -> Iterator[Account]:
    """Numbers that a plan has, and that the text does not call something else."""
    for number in numbers_of(page):
        why = _believed(page, number)
        value = e164(page, number) if why else None
        if value is None and number.international and (whole := wrapped(page, number)):
            number, value = whole, e164(page, whole)
        if value:
            yield Account("phone", value, number.start, number.end, f"{why}, valid in the plan of its country")


def _believed(page: Page, number: Number) -> str | None:
    """Why a number may be a telephone."""
    if number.international:
        return "international form"
    if number.cue and number.sense in ("phone", "messenger"):
        return f"after {number.cue.word!r}"
    if number.text[0] == "(" and number.sense in ("", "bank") and number.text.find(")") in range(2, 6):
        return "an area code in brackets"
    if number.sense == "other" or (number.sense in ("account", "bank", "social") and number.tight):
        return None
    if not _GROUPED & set(number.text):
        return None
    if number.digits[0] == "0":
        return "national form"
    return "its country's code first" if led_by_code(page, number) else None
