"""WhatsApp accounts and invites.

WhatsApp issues none of its own: an account is a telephone number, and it is one of WhatsApp where the text says so or
the link does (`wa.me/60123456789`). A group has an invite code, `chat.whatsapp.com/CODE`.

>>> from ingest.accounts.page import page_of
>>> [a.value for a in find(page_of("WhatsApp: +855 91 298 300"))]
['+85591298300']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.accounts.account import Account
from ingest.accounts.numbers import numbers_of
from ingest.accounts.page import Page
from ingest.accounts.sites import Site, sites_of
from ingest.accounts.telephone import e164, parsed

_NUMBER = re.compile(r"[?&](?:phone|number)=(?:\+|%2[bB])?(\d{7,15})")
_INVITE = re.compile(r"[A-Za-z0-9]{18,26}")


def find(page: Page) -> Iterator[Account]:
    """Links, and numbers beside the word."""
    for site in sites_of(page):
        yield from _linked(site)
    for number in numbers_of(page):
        if number.sense == "whatsapp" and number.tight and (value := e164(page, number)):
            yield Account("whatsapp", value, number.start, number.end, "a telephone number, called WhatsApp")


def _linked(site: Site) -> Iterator[Account]:
    digits = ""
    if site.host == "wa.me" and site.segments:
        digits = site.segments[-1].lstrip("+")
    elif (
        site.host in ("api.whatsapp.com", "web.whatsapp.com", "whatsapp.com", "www.whatsapp.com")
        or site.scheme == "whatsapp"
    ):
        number = _NUMBER.search(site.path)
        digits = number[1] if number else ""
    if digits.isdigit() and (value := parsed("+" + digits, None)):
        yield Account("whatsapp", value, site.start, site.end, "a WhatsApp link")
    if site.host == "chat.whatsapp.com" and site.segments and _INVITE.fullmatch(site.segments[-1]):
        yield Account("whatsapp", site.segments[-1], site.start, site.end, "a WhatsApp invite")
