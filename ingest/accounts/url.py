"""Web addresses with a scheme or a path.

Written by whoever runs the site, often defanged (`hxxps://gold[.]example/h5`). The normal form is refanged, with scheme
and host in lower case.

>>> from ingest.accounts.page import page_of
>>> [a.value for a in find(page_of("(see hxxps[:]//Byex[.]exchange:8443/#/wap)"))]
['https://byex.exchange:8443/#/wap']
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.accounts.account import Account
from ingest.accounts.page import Page
from ingest.accounts.sites import sites_of

_WEB = ("http", "https", "ftp", "")


def find(page: Page) -> Iterator[Account]:
    """Sites with a scheme, a port or a path."""
    for site in sites_of(page):
        if site.scheme in _WEB and (site.scheme or site.port or site.path not in ("", "/")):
            scheme = f"{site.scheme}://" if site.scheme else ""
            yield Account("url", f"{scheme}{site.host}{site.port}{site.path}", site.start, site.end, "a web address")
