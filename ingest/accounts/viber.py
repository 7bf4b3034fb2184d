"""Viber accounts.

Viber issues none of its own: an account is a telephone number, and it is one of Viber where the text or a link
(`viber://chat?number=…`) says so.

>>> from ingest.accounts.page import page_of
>>> [a.value for a in find(page_of("Viber +95 9 215 3407"))]
['+9592153407']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.accounts.account import Account
from ingest.accounts.numbers import numbers_of
from ingest.accounts.page import Page
from ingest.accounts.sites import sites_of
from ingest.accounts.telephone import e164, parsed

_NUMBER = re.compile(r"[?&]number=(?:\+|%2[bB])?(\d{7,15})")


def find(page: Page) -> Iterator[Account]:
    """Links, and numbers beside the word."""
    for site in sites_of(page):
        if (
            site.scheme == "viber"
            and (number := _NUMBER.search(site.path))
            and (value := parsed("+" + number[1], None))
        ):
            yield Account("viber", value, site.start, site.end, "a Viber link")
    for found in numbers_of(page):
        if found.sense == "viber" and found.tight and (value := e164(page, found)):
            yield Account("viber", value, found.start, found.end, "a telephone number, called Viber")
