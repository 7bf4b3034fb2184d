"""Everything in a text that has the form of a site: URLs with a scheme, hosts with a path, bare domains.

What is only punctuation (`He left.The guards`, `README.md`, `Co.Ltd`) goes out here, so that domains, URLs and profile
links look at the same short list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ingest.accounts.page import Page
from ingest.accounts.suffixes import registrable
from ingest.accounts.words import words

_LABEL = r"[A-Za-z0-9_][A-Za-z0-9_-]{0,62}+"
_REST = r"(?P<port>:\d{1,5}(?![\d.]))?(?P<path>[/?#][A-Za-z0-9\-._~:/?#@!$&()*+,;=%]*+)?"
_BARE = re.compile(rf"(?<![A-Za-z0-9_@./\\-])(?P<host>{_LABEL}(?:\.{_LABEL}){{1,12}}+){_REST}")
_SCHEME = re.compile(r"(?<![A-Za-z])(?:https?|ftp|tg|whatsapp|viber|line|zalo|fb)$", re.IGNORECASE)
_LONGEST_SCHEME = 9
_DOT = re.compile(r"\.[A-Za-z]{2}")
_HOST_RUN = re.compile(r"[A-Za-z0-9_.-]+")
_HOST_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-")
_LONGEST_HOST = 253
_AFTER_SCHEME = re.compile(rf"(?:[A-Za-z0-9._~%:-]{{1,64}}@)?(?P<host>{_LABEL}(?:\.{_LABEL}){{0,12}}+){_REST}")
_QUERY = re.compile(r"[?#]")
_APPS = frozenset(("tg", "whatsapp", "viber", "line", "zalo", "fb"))
_SAID = re.compile(
    r"(?:web ?sites?|sites?|domains?|portals?|platform|url|links?|visit|homepage"
    r"|laman(?: web)?|situs|trang web|เว็บ|เว็บไซต์"
    r"|โดเมน|网址|網址|网站|網站|域名|官网|官網|គេហទំព័រ|ဝက်ဘ်ဆိုက်)\W{0,3}(?:\w{1,12}\W{1,2}){0,2}$"
)
_SLIPS = words(
    """
    am as at be by do he in is it me my no or so to us we id one new now man men you day how pm km
    """
)
"""Endings that are words too: `said.it was` is a missing blank unless something speaks for a site."""
_FILES = words("md py rs sh pl zip mov ps cab java vi pub dev foo page doc app ts")
_GLUED = re.compile(r"(?:visit|at|or|to|via|and|including|see|site|on|in)(?=www\.)")
_TITLES = words(
    """
    mr mrs ms dr st no prof gen col capt sgt fig sec art vol vs approx eg ie jr sr dept lt daw ko
    """
)
_FIRM = re.compile(r"(?:co|pte|pvt|pty|sdn|corp|inc|jsc)\.(?:ltd|limited|inc|llc|bhd)$")
_SOFTWARE = frozenset(("asp.net", "ado.net", "vb.net", "node.js", "socket.io"))


@dataclass(frozen=True, slots=True)
class Site:
    """One site as printed; `host` in lower case, `path` with query and fragment, as printed."""

    scheme: str
    host: str
    port: str
    path: str
    start: int
    host_start: int
    end: int

    @property
    def segments(self) -> list[str]:
        """The parts of the path, without query and fragment."""
        return [part for part in _QUERY.split(self.path, maxsplit=1)[0].split("/") if part]


@lru_cache(maxsize=4)
def sites_of(page: Page) -> tuple[Site, ...]:
    """All of them in order."""
    return tuple(sorted((*_with_scheme(page), *_without(page)), key=lambda site: site.start))


def _with_scheme(page: Page) -> Iterator[Site]:
    at, done = page.text.find("://"), 0
    while at >= 0:
        scheme = _SCHEME.search(page.text, max(done, at - _LONGEST_SCHEME), at)
        rest = _AFTER_SCHEME.match(page.text, at + 3) if scheme else None
        if scheme and rest:
            site = _site(page, rest, scheme[0].lower(), scheme.start())
            if site.scheme in _APPS or _is_address(site.host) or registrable(site.host):
                done = site.end
                yield site
        at = page.text.find("://", max(done, at + 3))


def _without(page: Page) -> Iterator[Site]:
    """Each run of host letters with a dot in it is looked at once."""
    text, done = page.text, 0
    for dot in _DOT.finditer(text):
        start = dot.start()
        if start < done:
            continue
        while start > done and dot.start() - start < _LONGEST_HOST and text[start - 1] in _HOST_LETTERS:
            start -= 1
        run = _HOST_RUN.match(text, start)
        done = run.end() if run else dot.end()
        match = _BARE.match(text, start)
        if match:
            done = max(done, match.end())
        if match is None or text[match.end() : match.end() + 1] == "@":
            continue
        site = _site(page, match, "", match.start())
        if _meant(page, site):
            yield site


def _site(page: Page, match: re.Match[str], scheme: str, start: int) -> Site:
    path = _without_punctuation(match["path"] or "")
    end = match.end() - len(match["path"] or "") + len(path)
    host, host_start = match["host"].lower(), match.start("host")
    glued = _GLUED.match(host)
    if glued and not scheme:  # visitwww.gold.example: a link that lost its blank
        start = host_start = host_start + glued.end()
        host = host[glued.end() :]
    return Site(scheme, host, match["port"] or "", path, start, host_start, end)


def _without_punctuation(path: str) -> str:
    """Without the sentence's full stop, or a bracket that was opened before the site."""
    unopened, end = path.count(")") - path.count("("), len(path)
    while end and (path[end - 1] in ".,;:!?*" or (path[end - 1] == ")" and unopened > 0)):
        unopened -= path[end - 1] == ")"
        end -= 1
    return path[:end]


def _is_address(host: str) -> bool:
    return host.replace(".", "").isdigit() and host.count(".") == 3


def _meant(page: Page, site: Site) -> bool:
    """Whether a bare host is a site, and no slip, file name, title or abbreviation."""
    printed = page.text[site.start : site.start + len(site.host)].split(".")
    labels, last = site.host.split("."), printed[-1]
    if _is_address(site.host):
        return any(c.isalpha() for c in site.path)
    if last.isdigit() or "_" in labels[-2] or labels[0] in _TITLES or _FIRM.search(site.host) or site.host in _SOFTWARE:
        return False
    if len(last) < 2 or (len(labels) > 2 and len(labels[-2]) == 1) or not registrable(site.host):
        return False  # the second: "of the U.S.Treasury"
    if labels[0] == "www" or len(site.path) > 1 or site.port or _defanged(page, site):
        return True
    if labels[-1] in _FILES or labels[-1] in _SLIPS or _sentence_end(printed):
        return _said(page, site)
    return True


def _sentence_end(printed: list[str]) -> bool:
    """`compound.The`, `police.IT`: the next sentence's capital; a site if a digit or hyphen is in the name."""
    name, last = printed[-2], printed[-1]
    if any(c.isdigit() or c == "-" for c in name):
        return False
    return last[0].isupper() and (last[1:].islower() or not name.isupper())


def _said(page: Page, site: Site) -> bool:
    return _SAID.search(page.lower[max(0, site.start - 50) : site.start]) is not None


def _defanged(page: Page, site: Site) -> bool:
    start, end = page.span(site.start, site.end)
    return end - start > site.end - site.start
