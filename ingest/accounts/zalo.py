"""Zalo accounts, Vietnam's messenger.

An account is a telephone number, and it is one of Zalo where the text or a link (`zalo.me/0912…`) says so; official
accounts have a name of their own.

>>> from ingest.accounts.page import page_of
>>> [a.value for a in find(page_of("Zalo: 0912 353 271", "VN"))]
['+84912353271']
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.accounts.account import Account
from ingest.accounts.handles import PATTERNS, handles_of
from ingest.accounts.numbers import numbers_of
from ingest.accounts.page import Page
from ingest.accounts.sites import sites_of
from ingest.accounts.telephone import e164, parsed


def find(page: Page) -> Iterator[Account]:
    """Links, and numbers or names beside the word."""
    for site in sites_of(page):
        if site.host in ("zalo.me", "chat.zalo.me", "oa.zalo.me") and site.segments:
            name = site.segments[-1].lstrip("+")
            value = (parsed(name, "VN") or parsed("+" + name, None)) if name.isdigit() else None
            if value or PATTERNS["zalo"].fullmatch(name) or name.isdigit():
                yield Account("zalo", value or name.lower(), site.start, site.end, "a zalo.me link")
    for number in numbers_of(page):
        if number.sense == "zalo" and number.tight:
            value = e164(page, number) or (parsed(number.digits, "VN") if not number.international else None)
            if value:
                yield Account("zalo", value, number.start, number.end, "a telephone number, called Zalo")
    for handle in handles_of(page):
        if handle.service == "zalo" and not handle.at:
            yield Account("zalo", handle.name.lower(), handle.start, handle.end, handle.reason)
