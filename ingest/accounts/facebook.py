"""Facebook profiles, pages and groups.

Issued by Facebook: a number, or a name of at least 5 letters, digits and dots that the user chose. Known by link
(`facebook.com/name`, `profile.php?id=…`, `groups/…`), by @ or by the service's name before it. Links to share buttons,
posts and help pages are no profiles. The normal form is the number, or the name in lower case.

>>> from ingest.accounts.page import page_of
>>> [a.value for a in find(page_of("fb.com/KKpark.jobs; facebook.com/profile.php?id=100085123456789; fb.com/help"))]
['kkpark.jobs', '100085123456789']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.accounts.account import Account
from ingest.accounts.handles import handles_of
from ingest.accounts.numbers import numbers_of
from ingest.accounts.page import Page
from ingest.accounts.sites import Site, sites_of
from ingest.accounts.words import words

_HOST = re.compile(r"(?:[a-z0-9-]{1,20}\.)?(?:facebook\.com|fb\.com|fb\.me|m\.me|fb\.gg)")
_ID = re.compile(r"[?&]id=(\d{5,20})")
_NUMBER = re.compile(r"\d{14,17}")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{2,60}")
_TRAILING_ID = re.compile(r"(?:^|-)(\d{9,20})$")
_OF_FACEBOOK = words(
    """
    sharer share sharer.php share.php dialog help policies policy privacy legal login login.php home home.php hashtag
    watch marketplace photo photo.php photos story.php permalink.php video video.php videos reel reels stories events
    gaming business ads adsmanager settings messages notifications search plugins tr l.php r.php recover about
    careers terms posts media events groups pages people pg p
    """
)


def find(page: Page) -> Iterator[Account]:
    """Links, and names where Facebook is named."""
    for site in sites_of(page):
        name = _profile(site) if _HOST.fullmatch(site.host) else None
        if name:
            yield Account("facebook", name.lower(), site.start, site.end, "a link to a profile")
    for number in numbers_of(page):
        if number.cue and number.cue.word.startswith(("facebook", "fb")) and _NUMBER.fullmatch(number.text):
            yield Account("facebook", number.text, number.start, number.end, "after the service's name")
    for handle in handles_of(page):
        if handle.service == "facebook":
            yield Account("facebook", handle.name.lower(), handle.start, handle.end, handle.reason)


def _profile(site: Site) -> str | None:
    """Who the link leads to: a number or name, or None for Facebook's own pages."""
    match site.segments:
        case ["profile.php" | "story.php" | "permalink.php", *_]:
            number = _ID.search(site.path)
            return number[1] if number else None
        case ["people" | "pages" | "pg" | "p", *names] if names:
            for name in reversed(names):
                if number := _TRAILING_ID.search(name):
                    return number[1]
            return names[0] if _NAME.fullmatch(names[0]) else None
        case ["groups", name, *_] if _NAME.fullmatch(name):
            return name
        case [name, *_] if name.lower() not in _OF_FACEBOOK and _NAME.fullmatch(name):
            return name
    return None
