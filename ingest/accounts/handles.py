"""Handles and ids with the service they belong to: `@name`, and what follows a service's name ("WeChat ID: …").

`@name` belongs to the service named right before it, right after it, or else last before it. An id without @ must
follow its service at once, with no more than words such as "id", "account", "号" between, and look like one: a digit
or an underscore in it, or a colon before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ingest.accounts.page import Page
from ingest.accounts.services import services_of
from ingest.accounts.suffixes import registrable
from ingest.accounts.vocabulary import Word
from ingest.accounts.words import alternatives

_AT = re.compile(r"(?<![\w.@/+-])@(?P<name>[A-Za-z0-9_][A-Za-z0-9_.-]{1,40})(?![\w@/])")
_FILLERS = """
    id, ids, account, accounts, acc, user, users, username, user name, handle, nick, nickname, name, contact,
    contacts, page, profile, chat, channel, between, the, a, an, from, called, named, under, as, at, by, via, is,
    was, of, his, her, my, our, me, us, add, no, number, official, akaun, akun, pengguna, tài khoản, tên, kết bạn,
    gamitin, ang, sa, si, ni, kay, and, or, on, to, with, that, app, hr, support, cs, whatsapp, wechat, telegram,
    line, zalo, viber, tg
"""
_NATIVE_FILLERS = """
    微信号, 微信, 名叫, 昵称, 名, 叫, 搜索, 联系, 聯絡, 私信, 咨询, 添加, 客服, 号码, 号, 號, 账号, 帳號, 賬號, 帐号,
    是, 为, 為, 加, 请, 官方, ไอดี, แอด, คือ, ชื่อ, บัญชี, ไลน์, อยู่ที่, ทัก, ที่, អាយឌី, គណនី, ឈ្មោះ, အကောင့်,
    အိုင်ဒီ
"""
_FILLER = re.compile(
    rf"(?:[^\w\n]|\n(?!\s*\n)|(?:{alternatives(_FILLERS)})(?![\w-])|{alternatives(_NATIVE_FILLERS)})*+"
)
_ID = re.compile(r"(?<![A-Za-z0-9_])[A-Za-z][A-Za-z0-9_.-]{3,31}")
_AND = re.compile(r"\s*(?:,|/|、|and|or|dan|atau|và|hoặc|和|或|หรือ|และ|ឬ|និង)\s*@?")
_LABEL = re.compile(r"(?:\bid\b|号|號|ไอดี|username|账号|帳號|អាយឌី|အိုင်ဒီ)\W*$")
_ENDS = re.compile(r"[ .]{0,2}(?:[\n,;|)/(。]|$)")
_GOES_ON = re.compile(r"[A-Za-z@/]|://")
_CAMEL = re.compile(r"[a-z][A-Z]")
_COLON = re.compile(r"[:=→>👉][\s\"'“「]*$")
_BEFORE_SERVICE = re.compile(r"(?<![A-Za-z0-9_@.])([A-Za-z][A-Za-z0-9_.-]{3,31})[ ]?(?:[(/]|\bon\b)[ ]?$")
_ON = re.compile(r"\s*[()\]/]?\s*(?:on|di|trên|บน|ใน|bot|channel|user|grup|kênh)?\s*")
_LONGEST_GAP, _MOST_IN_LIST, _TRIED = 60, 6, 5
WITH_AT = ("telegram", "line", "facebook", "tiktok", "instagram", "x", "snapchat", "youtube", "threads")
PATTERNS = {
    "telegram": re.compile(r"[A-Za-z][A-Za-z0-9_]{4,31}"),
    "wechat": re.compile(r"[A-Za-z][A-Za-z0-9_-]{5,19}"),
    "line": re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{3,19}"),
    "zalo": re.compile(r"[A-Za-z][A-Za-z0-9._]{4,31}"),
    "facebook": re.compile(r"[A-Za-z0-9][A-Za-z0-9.]{4,49}"),
    "tiktok": re.compile(r"[A-Za-z0-9_.]{2,24}"),
    "instagram": re.compile(r"[A-Za-z0-9_.]{2,30}"),
    "x": re.compile(r"[A-Za-z0-9_]{2,20}"),
    "snapchat": re.compile(r"[A-Za-z][A-Za-z0-9._-]{2,30}"),
    "youtube": re.compile(r"[A-Za-z0-9._-]{3,30}"),
    "threads": re.compile(r"[A-Za-z0-9_.]{2,30}"),
    "kakaotalk": re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{3,20}"),
    "discord": re.compile(r"[A-Za-z0-9_.]{2,32}"),
    "skype": re.compile(r"(?:live:)?[A-Za-z][A-Za-z0-9._,-]{5,31}"),
}
"""What each service allows as a name."""


@dataclass(frozen=True, slots=True)
class Handle:
    """A name at a service. `at` where it is written with @, which is inside the span."""

    service: str
    name: str
    at: bool
    start: int
    end: int
    reason: str


@lru_cache(maxsize=4)
def handles_of(page: Page) -> tuple[Handle, ...]:
    """All of them in order."""
    services = services_of(page)
    if not services:
        return ()
    return tuple(sorted((*_with_at(page, services), *_named(page, services)), key=lambda handle: handle.start))


def _with_at(page: Page, services: tuple[Word, ...]) -> Iterator[Handle]:
    """Names with @. Where no service stands right beside it, a name keeps that which it had elsewhere."""
    if "@" not in page.text:
        return
    names = [service for service in services if service.sense in WITH_AT]
    ends = [service.end for service in names]
    chosen: dict[str, tuple[bool, Word]] = {}
    spots = []
    for match in _AT.finditer(page.text):
        name = match["name"].rstrip(".-")
        spot = (match.start(), match.start("name") + len(name), name)
        found = _service_at(page, names, bisect_right(ends, spot[0]), spot)
        spots.append((spot, found))
        if found and (name.lower() not in chosen or (found[0] and not chosen[name.lower()][0])):
            chosen[name.lower()] = found
    for (start, end, name), found in spots:
        if name.lower() in chosen:
            service = found[1] if found and found[0] else chosen[name.lower()][1]
            yield Handle(service.sense, name, True, start, end, f"@ and {_as_printed(page, service)}")


def _service_at(page: Page, names: list[Word], at: int, spot: tuple[int, int, str]) -> tuple[bool, Word] | None:
    """Whose name it is, and whether the text says so right beside it: before, after, or last before."""
    start, end, name = spot
    before, after = names[max(0, at - _TRIED) : at], names[at : at + 1]
    beside = []
    if before and start - before[-1].end <= _LONGEST_GAP and _FILLER.fullmatch(page.lower, before[-1].end, start):
        beside = before[-1:]
    elif after and after[0].start - end <= _LONGEST_GAP and _ON.fullmatch(page.lower, end, after[0].start):
        beside = after
    if beside and PATTERNS[beside[0].sense].fullmatch(name):
        return True, beside[0]
    if name.isalpha() and name.istitle():  # somebody addressed by first name
        return None
    for service in reversed(before):
        if PATTERNS[service.sense].fullmatch(name):
            return False, service
    return None


def _named(page: Page, services: tuple[Word, ...]) -> Iterator[Handle]:
    for service in services:
        pattern = PATTERNS.get(service.sense)
        if pattern is None:
            continue
        if found := _BEFORE_SERVICE.search(page.text, max(0, service.start - 40), service.start):
            name, reason = found[1], f"before {_as_printed(page, service)}"
            if _odd(name) and pattern.fullmatch(name):
                yield Handle(service.sense, name, False, found.start(1), found.end(1), reason)
        filler = _FILLER.match(page.lower, service.end, service.end + _LONGEST_GAP)
        at = filler.end() if filler else service.end
        if at - service.end < _LONGEST_GAP:
            yield from _ids_at(page, service, pattern, at)


def _ids_at(page: Page, service: Word, pattern: re.Pattern[str], at: int) -> Iterator[Handle]:
    """The id at this place, and those that a list goes on with."""
    gap = page.lower[service.end : at]
    if _LABEL.search(page.lower, max(0, service.start - 6), service.start):
        gap = "id " + gap
    for _ in range(_MOST_IN_LIST):
        found = _ID.match(page.text, at)
        name = found[0].rstrip(".-") if found else ""
        if not name or not pattern.fullmatch(name) or not _plausible(page, service, name, gap, at):
            return
        if page.text[at - 1] != "@":
            yield Handle(service.sense, name, False, at, at + len(name), f"after {_as_printed(page, service)}")
        following = _AND.match(page.text, at + len(name))
        if following is None:
            return
        at, gap = following.end(), ""


def _plausible(page: Page, service: Word, name: str, gap: str, at: int) -> bool:
    """Whether what follows a service's name is an id and no word of the sentence; `gap` is what stands between."""
    end = at + len(name)
    if _GOES_ON.match(page.text, end):
        return False
    colon, label = _COLON.search(gap), _LABEL.search(gap)
    if "." in name and not label and _is_site(name, bool(colon)):
        return False
    if _odd(name):
        return True
    if len(name) < 5 or not (colon or label):
        return False
    if "." in name or _CAMEL.search(name):
        return True
    plain = service.sense != "line" and name.islower() and _ENDS.match(page.text, end)
    return bool(colon and (label or plain))


def _is_site(name: str, colon: bool) -> bool:
    """Whether a dotted name is a host; after a colon, one with a country's two letters is an id: `LINE: lindahr.kh`."""
    return registrable(name.lower()) and not (colon and name[-3] == "." and "www" not in name)


def _odd(name: str) -> bool:
    """No ordinary word: a digit or an underscore in it."""
    return "_" in name or any(c.isdigit() for c in name)


def _as_printed(page: Page, service: Word) -> str:
    return page.text[service.start : service.end]
