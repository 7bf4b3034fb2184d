"""What the words beside a number say it is: a telephone, a bank account, a passport, an invoice …

Texts put the kind of a number right before it ("RHB account no. 2140…", "โทร 081…", "STK: 1903…") or right after it
("0912… (Zalo)"). The nearest such word decides; where several stand together ("WhatsApp/Telegram", "phone or Zalo"),
the most telling one does. Words are in the region's nine languages, lower case, one comma-separated list a sense.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ingest.accounts.banks import GENERIC, NAMES, PROPER
from ingest.accounts.page import Page
from ingest.accounts.senses import FILLERS, NATIVE_FILLERS, WORDS
from ingest.accounts.words import alternatives, phrases

_BANKS = f"{GENERIC}, {NAMES}"
_MORE_TELLING = {
    "account": ("whatsapp", "viber", "zalo", "messenger", "social"),
    "phone": ("whatsapp", "viber", "zalo"),
    "messenger": ("whatsapp", "viber", "zalo"),
}
"""Senses that say more than the nearest word where they stand beside it: a "WhatsApp account" is none at a bank."""

_TIGHT = re.compile(rf"(?:<[^<>]{{0,60}}>|\W|_|(?:{alternatives(FILLERS)})(?!\w)|{alternatives(NATIVE_FILLERS)})*+")
_STOP = re.compile(
    r"[!?。！？]|(?<!\b[a-z])(?<!no)(?<!nos)(?<!acc)(?<!acct)(?<!tel)(?<!mr)(?<!ms)(?<!ltd)(?<!co)\.\s|\n\s*\n|;"
)
_BEFORE, _LOOSE, _AFTER = 90, 60, 40


@dataclass(frozen=True, slots=True)
class Cue:
    """What a word says of the number beside it; `tight` where nothing but fillers stands between them."""

    sense: str
    word: str
    tight: bool


def cue_before(page: Page, start: int, floor: int = 0) -> Cue | None:
    """The cue that ends nearest before `start`, not before `floor`."""
    left = max(floor, start - _BEFORE)
    found = [m for m in _words().finditer(page.lower, left, start) if _counts(page, m)]
    if not found:
        return None
    cluster = [found.pop()]
    gap = page.lower[cluster[0].end() : start]
    if len(gap) > _LOOSE or _STOP.search(gap):
        return None
    tight = _TIGHT.fullmatch(gap) is not None
    while found and _TIGHT.fullmatch(page.lower, found[-1].end(), cluster[-1].start()):
        cluster.append(found.pop())
    return _strongest(cluster, tight)


def cue_after(page: Page, end: int) -> Cue | None:
    """The cue that follows right after `end`: "0912… (Zalo)", "5140… at Maybank"."""
    right = end + _AFTER
    for word in _words().finditer(page.lower, end, right):
        if _counts(page, word):
            gap = page.lower[end : word.start()]
            if "\n" in gap or any(c.isdigit() for c in gap) or not _TIGHT.fullmatch(gap):
                return None
            return Cue(_sense(word), word[0], True)
    return None


def _strongest(cluster: list[re.Match[str]], tight: bool) -> Cue:
    """The nearest word decides, unless a neighbour says more."""
    telling = _MORE_TELLING.get(_sense(cluster[0]), ())
    nearest = next((word for word in cluster if _sense(word) in telling), cluster[0])
    return Cue(_sense(nearest), nearest[0], tight)


def _sense(word: re.Match[str]) -> str:
    return _senses()[word[0]]


def _counts(page: Page, word: re.Match[str]) -> bool:
    """Bank names that are also words count only with a capital."""
    return word[0] not in PROPER or page.text[word.start()].isupper()


@cache
def _senses() -> dict[str, str]:
    return {phrase: sense for sense, listed in (*WORDS.items(), ("bank", _BANKS)) for phrase in phrases(listed)}


@cache
def _words() -> re.Pattern[str]:
    """Words in Latin letters whole, those of scripts without blanks anywhere; the longest first."""
    every = sorted(_senses(), key=len, reverse=True)
    latin = "|".join(re.escape(word) for word in every if ord(word[0]) < 0x2E7)
    other = "|".join(re.escape(word) for word in every if ord(word[0]) >= 0x2E7)
    return re.compile(rf"(?<![^\W_\u0e00-\uffff])(?:{latin})(?![^\W_\u0e00-\uffff])|{other}")
