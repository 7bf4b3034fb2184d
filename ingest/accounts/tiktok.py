"""TikTok accounts.

Issued by TikTok: 2 to 24 letters, digits, underscores and dots. Known by link (`tiktok.com/@name`), by @ or by the
service's name before it. The normal form is in lower case without @.

>>> from ingest.accounts.page import page_of
>>> [a.value for a in find(page_of("https://www.tiktok.com/@kk_vlog/video/73012345, TikTok @Compound.Life2"))]
['kk_vlog', 'compound.life2']
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.accounts.account import Account
from ingest.accounts.handles import PATTERNS, handles_of
from ingest.accounts.page import Page
from ingest.accounts.sites import sites_of


def find(page: Page) -> Iterator[Account]:
    """Links, and names where TikTok is named."""
    for site in sites_of(page):
        if (
            site.host in ("tiktok.com", "www.tiktok.com", "m.tiktok.com")
            and site.segments
            and site.segments[0][0] == "@"
        ):
            name = site.segments[0][1:]
            if PATTERNS["tiktok"].fullmatch(name):
                yield Account("tiktok", name.lower(), site.start, site.end, "a link to a profile")
    for handle in handles_of(page):
        if handle.service == "tiktok":
            yield Account("tiktok", handle.name.lower(), handle.start, handle.end, handle.reason)
