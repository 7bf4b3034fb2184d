"""Telegram users, channels and groups.

Issued by Telegram: a public name of 5 to 32 letters, digits and underscores, letter case ignored, written `@name` or
`t.me/name`; a private group has only an invite link, `t.me/+CODE` (before: `t.me/joinchat/CODE`). The normal form is
the name in lower case without @, an invite's `+CODE` as printed.

>>> from ingest.accounts.page import page_of
>>> [a.value for a in find(page_of("Telegram: @KKpark_Recruit, t[.]me/xinbi_kf, https://t.me/+AbCdEfGh1JkLmN0P"))]
['kkpark_recruit', 'xinbi_kf', '+AbCdEfGh1JkLmN0P']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.accounts.account import Account
from ingest.accounts.handles import PATTERNS, handles_of
from ingest.accounts.page import Page
from ingest.accounts.sites import Site, sites_of
from ingest.accounts.words import words

_HOSTS = ("t.me", "telegram.me", "telegram.dog", "www.t.me", "www.telegram.me")
_INVITE = re.compile(r"[A-Za-z0-9_-]{10,40}")
_OF_TELEGRAM = words(
    """
    share addstickers addemoji proxy socks login iv bg addtheme setlanguage invoice confirmphone boost giftcode c
    contact m
    """
)
_APP_LINK = re.compile(r"[?&](?:domain|invite)=([A-Za-z0-9_-]+)")


def find(page: Page) -> Iterator[Account]:
    """Links, and handles where Telegram is named."""
    links = [account for site in sites_of(page) for account in _linked(site)]
    handles = [
        Account("telegram", handle.name.lower(), handle.start, handle.end, handle.reason)
        for handle in handles_of(page)
        if handle.service == "telegram"
    ]
    yield from sorted(links + handles, key=lambda account: account.start)


def _linked(site: Site) -> Iterator[Account]:
    if site.scheme == "tg" and (app := _APP_LINK.search(site.path)):
        value = f"+{app[1]}" if "invite=" in site.path else app[1].lower()
        yield Account("telegram", value, site.start, site.end, "a tg:// link")
    if site.host not in _HOSTS:
        return
    match site.segments:
        case ["joinchat", code, *_] if _INVITE.fullmatch(code):
            yield Account("telegram", f"+{code}", site.start, site.end, "an invite link")
        case [code, *_] if code[0] == "+" and _INVITE.fullmatch(code[1:]):
            yield Account("telegram", code, site.start, site.end, "an invite link")
        case ["s", name, *_] | [name, *_] if name not in _OF_TELEGRAM and PATTERNS["telegram"].fullmatch(name):
            yield Account("telegram", name.lower(), site.start, site.end, "a t.me link")
