"""Domain names.

Issued by registries through registrars, below a public suffix (`.com`, `.co.th`). Written bare or with `www.`, often
defanged (`gold[.]example`). The normal form is in lower case, without `www.`.

>>> from ingest.accounts.page import page_of
>>> [a.value for a in find(page_of("The site WWW.coin-pro[.]co[.]th went down. README.md and Co.Ltd did not."))]
['coin-pro.co.th']
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.accounts.account import Account
from ingest.accounts.page import Page
from ingest.accounts.sites import sites_of
from ingest.accounts.words import words

EXPLORERS = words(
    """
    etherscan.io bscscan.com polygonscan.com arbiscan.io snowtrace.io basescan.org tronscan.org tronscan.io
    blockchain.com blockchain.info blockchair.com blockstream.info mempool.space oklink.com solscan.io
    explorer.solana.com btcscan.org blockcypher.com live.blockcypher.com xmrchain.net litecoinspace.org
    breadcrumbs.app
    """
)
"""Sites where addresses are looked up: beside a wallet they are tools, not actors'."""


def find(page: Page) -> Iterator[Account]:
    """Bare domains; and hosts of URLs, for the case that a wallet inside takes the URL's place."""
    for site in sites_of(page):
        host = site.host.removeprefix("www.")
        if host.replace(".", "").isdigit() or "." not in host:
            continue
        if not site.scheme and not site.port and site.path in ("", "/"):
            yield Account("domain", host, site.start, site.end, "below a public suffix")
        elif host not in EXPLORERS:
            yield Account("domain", host, site.host_start, site.host_start + len(site.host), "host of a URL")
