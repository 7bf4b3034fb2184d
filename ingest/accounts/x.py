"""Accounts of X, once Twitter.

Issued by X: up to 15 letters, digits and underscores. Known by link (`x.com/name`, `twitter.com/name/status/…`) or by @
where X is named. The normal form is in lower case without @.

>>> from ingest.accounts.page import page_of
>>> [a.value for a in find(page_of("hxxps://x[.]com/Fake_Broker1, x.com/home; posted on X by @coldtrail_eth"))]
['fake_broker1', 'coldtrail_eth']
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.accounts.account import Account
from ingest.accounts.handles import PATTERNS, handles_of
from ingest.accounts.page import Page
from ingest.accounts.sites import sites_of
from ingest.accounts.words import words

_HOSTS = ("x.com", "www.x.com", "mobile.x.com", "twitter.com", "www.twitter.com", "mobile.twitter.com", "m.twitter.com")
_OF_X = words(
    """
    home explore search hashtag i intent share login signup settings messages notifications tos privacy about jobs
    compose download account help logout who_to_follow
    """
)


def find(page: Page) -> Iterator[Account]:
    """Links, and @names where X is named."""
    for site in sites_of(page):
        if site.host in _HOSTS and site.segments:
            name = site.segments[0].lstrip("@")
            if name.lower() not in _OF_X and PATTERNS["x"].fullmatch(name):
                yield Account("x", name.lower(), site.start, site.end, "a link to a profile")
    for handle in handles_of(page):
        if handle.service == "x" and handle.at:
            yield Account("x", handle.name.lower(), handle.start, handle.end, handle.reason)
