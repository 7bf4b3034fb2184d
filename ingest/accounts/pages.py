"""User accounts that have a title and no handle, or belong to services outside the account kinds.

Texts name pages, groups and channels of Facebook, Telegram, LINE, Zalo … by their titles: the Facebook group "Việc Làm
Campuchia 24h". A title is no number that could be checked and so no account kind; it is an entity all the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.accounts.handles import handles_of
from ingest.accounts.page import Page
from ingest.accounts.services import services_of

_OTHER_SERVICES = ("kakaotalk", "discord", "snapchat", "skype", "youtube", "threads")
_UNTITLED = ("x", "reddit", "discord", "skype", "threads", "linkedin")
_GROUP = (
    r"(?i:group chats?|groups?|pages?|fan ?pages?|channels?|profile|community|forum|accounts?|user|contact"
    r"|grup|kumpulan|halaman|saluran|akaun|akun|nhóm|trang|kênh|tài khoản|pahina|กลุ่ม|เพจ|ช่อง|ห้อง|บัญชี"
    r"|群组|群組|群|频道|頻道|社团|社團|专页|專頁"
    r"|粉专|粉專|账号|帳號|ក្រុម|ទំព័រ|ឆានែល|အဖွဲ့|စာမျက်နှာ)"
)
_CALLED = (
    r"(?:called|named|titled|entitled|bernama|bertajuk|berjudul|mang tên|tên là|có tên|na pinangalanang"
    r"|ชื่อว่า|ชื่อ|名为|名為|叫"
    r"|ឈ្មោះ|အမည်)"
)
_QUOTED = '["“‘「『《«](?P<quoted>[^\\n"“”「」『』《》«»]{2,60}?)["”’」』》»]'
_CAPITAL = "A-ZÀ-ÖØ-ÞĐ"
_TITLE = rf"(?P<title>[{_CAPITAL}][\w'’]{{0,24}}(?: (?:[{_CAPITAL}0-9][\w'’]{{0,24}}|&)){{1,6}})"
_AFTER = re.compile(
    rf"[ ]?(?P<group>{_GROUP})?(?: in the \w+['’]s name)?[,:]?[ ]?(?:{_CALLED}[ ]?)?(?:{_QUOTED}|{_TITLE})"
)
_GROUP_BEFORE = re.compile(rf"{_GROUP}[ ]?$")
_BEFORE = re.compile(rf"{_GROUP} (?:{_QUOTED}|{_TITLE}) (?:on|di|trên|sa) $")
_THE_PAGE = re.compile(
    rf"\b(?:page|group|channel|laman|grup|halaman)s?(?: na)? {_QUOTED}|\b(?:page|group|channel|grup)s?(?: na)? {_TITLE}"
)
_REDDIT = re.compile(r"(?<![\w/])u/([A-Za-z0-9_-]{3,20})(?![\w/])")
_WINDOW = 90


@dataclass(frozen=True, slots=True)
class Titled:
    """A page, group or user with the service it is on; the span is that of the title."""

    service: str
    name: str
    start: int
    end: int


def titled_of(page: Page) -> Iterator[Titled]:
    """Titles beside a service's name, and handles of services that are no account kind."""
    for handle in handles_of(page):
        if handle.service in _OTHER_SERVICES:
            yield Titled(handle.service, handle.name, handle.start, handle.end)
    for match in _REDDIT.finditer(page.text):
        yield Titled("reddit", match[1], match.start(), match.end())
    for service in services_of(page):
        if service.sense not in _UNTITLED and (title := _title_at(page.text, service.start, service.end)):
            group = title.lastgroup or "title"
            yield Titled(service.sense, title[group], title.start(group), title.end(group))
    yield from _further_on(page)


def _further_on(page: Page) -> Iterator[Titled]:
    """Titles of pages in the sentence after the service: "on Facebook, mostly through the page Hot Jobs Phnom Penh"."""
    named = [service for service in services_of(page) if service.sense not in _UNTITLED]
    starts = [service.start for service in named]
    for title in _THE_PAGE.finditer(page.text) if named else ():
        at = bisect_left(starts, title.start())
        group = title.lastgroup or "title"
        if at and title.start() - named[at - 1].end <= _WINDOW and (group == "quoted" or title[group].count(" ") >= 2):
            yield Titled(named[at - 1].sense, title[group], title.start(group), title.end(group))


def _title_at(text: str, start: int, end: int) -> re.Match[str] | None:
    """The title of the page, group or user on the service that is named from `start` to `end`."""
    after = _AFTER.match(text, end, end + _WINDOW)
    if after and (after["group"] or _GROUP_BEFORE.search(text, max(0, start - 20), start)):
        return after
    return _BEFORE.search(text, max(0, start - _WINDOW), start)
