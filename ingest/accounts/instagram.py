"""Instagram accounts.

Issued by Instagram: up to 30 letters, digits, underscores and dots. Known by link (`instagram.com/name`), by @ or by
the service's name before it. The normal form is in lower case without @.

>>> from ingest.accounts.page import page_of
>>> [a.value for a in find(page_of("www.instagram.com/lux_trader.88/ and instagram.com/p/C4xYz; IG: @Vagas.Asia"))]
['lux_trader.88', 'vagas.asia']
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.accounts.account import Account
from ingest.accounts.handles import PATTERNS, handles_of
from ingest.accounts.page import Page
from ingest.accounts.sites import sites_of
from ingest.accounts.words import words

_HOSTS = ("instagram.com", "www.instagram.com", "m.instagram.com", "instagr.am", "ig.me")
_OF_INSTAGRAM = words("p reel reels tv explore accounts about legal developer direct stories share web ar")


def find(page: Page) -> Iterator[Account]:
    """Links, and names where Instagram is named."""
    for site in sites_of(page):
        if site.host not in _HOSTS or not site.segments:
            continue
        name = site.segments[1] if site.segments[0] in ("stories", "m") and len(site.segments) > 1 else site.segments[0]
        if name.lower() not in _OF_INSTAGRAM and PATTERNS["instagram"].fullmatch(name):
            yield Account("instagram", name.lower(), site.start, site.end, "a link to a profile")
    for handle in handles_of(page):
        if handle.service == "instagram":
            yield Account("instagram", handle.name.lower(), handle.start, handle.end, handle.reason)
