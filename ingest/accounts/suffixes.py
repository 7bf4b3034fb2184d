"""Whether a host ends in a public suffix (`.com`, `.co.th`), by the list that tldextract carries; never fetched."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

RESERVED = frozenset(("example", "test", "onion"))
"""Not in the public list and still meant as sites: names for documents, and Tor."""


@lru_cache(maxsize=4096)
def registrable(host: str) -> bool:
    """Whether the host, in lower case, is a name below a public suffix.

    >>> registrable("gold.co.th"), registrable("co.th"), registrable("setup.pyx")
    (True, False, False)
    """
    if host.rpartition(".")[2] in RESERVED:
        return "." in host
    return _has_domain()(host)


@cache
def _has_domain() -> Callable[[str], bool]:
    import tldextract

    extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)

    def has_domain(host: str) -> bool:
        parts = extract.extract_str(host)
        return bool(parts.suffix and parts.domain)

    return has_domain
