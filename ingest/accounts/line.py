"""LINE ids.

Issued by LINE: 4 to 20 letters, digits, dots, hyphens and underscores that the user chose; official accounts begin
with @, which belongs to the id. They stand after the service's name ("LINE ID", "ไลน์", "加賴") or in a link
(`line.me/ti/p/~id`) and are kept as printed.

>>> from ingest.accounts.page import page_of
>>> [a.value for a in find(page_of("แอดไลน์ @job_poipet, line.me/ti/p/~jobmaesot; line 7 of the report"))]
['jobmaesot', '@job_poipet']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.accounts.account import Account
from ingest.accounts.handles import handles_of
from ingest.accounts.page import Page
from ingest.accounts.sites import Site, sites_of

_NAME = re.compile(r"[~@%]?[A-Za-z0-9][A-Za-z0-9._-]{2,32}")


def find(page: Page) -> Iterator[Account]:
    """Links, and ids after the service's name."""
    for site in sites_of(page):
        yield from _linked(site)
    for handle in handles_of(page):
        if handle.service == "line":
            name = f"@{handle.name}" if handle.at else handle.name
            yield Account("line", name, handle.start, handle.end, handle.reason)


def _linked(site: Site) -> Iterator[Account]:
    parts = [part.replace("%40", "@") for part in site.segments]
    if site.host == "lin.ee" and len(parts) == 1:
        yield Account("line", parts[0], site.start, site.end, "a lin.ee link")
    if site.host not in ("line.me", "www.line.me", "page.line.me", "liff.line.me") and site.scheme != "line":
        return
    name = parts[-1] if parts else ""
    if name[:1] in ("~", "@") and _NAME.fullmatch(name):
        yield Account("line", name.lstrip("~"), site.start, site.end, "a line.me link")
    elif (site.host == "page.line.me" or parts[-2:-1] == ["p"]) and _NAME.fullmatch(name):
        yield Account("line", name, site.start, site.end, "a line.me link")
