"""Where a text names a messenger or social network, in the words of nine languages.

A handle means nothing without its service: `@linda_hr` is one person on Telegram and another on TikTok.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.accounts.page import Page

_WORDS = {
    "telegram": r"telegram|телеграм\w*|เทเลแกรม|เทเล|តេឡេក្រាម|តេលេក្រាម|តេលេ|တယ်လီဂရမ်|飞机号?|飛機號?|纸飞机|紙飛機"
    r"|电报|電報|(?<!\w)(?:tg|tele)(?!\w)",
    "wechat": r"we ?chat|weixin|微信|薇信|威信|徵信號|(?<![a-z])[v微薇]信"
    r"|加(?:[v薇]信?|微信?)|(?<!\w)(?:wx|vx)(?!\w)|วีแชท|วีแชต|វីឆាត|ឈែតវី|ဝီချက်",
    "line": r"ไลน์|ไลน|แอดไลน์|加賴|加赖|賴id|ឡាញ|ໄລ(?:ນ໌)?|လိုင်း|(?<!\w)id line(?!\w)|(?<!\w)line(?!\w)",
    "zalo": r"zalo|ซาโล|ហ្សាឡូ",
    "facebook": r"facebook|(?<!\w)fb(?!\w)|messenger|เฟซบุ๊ก|เฟซบุ๊ค|เฟสบุ๊ค|เฟสบุ๊ก"
    r"|เฟซ|เฟส|脸书|臉書|ហ្វេសប៊ុក|ហ្វេសបុក|ဖေ့စ်ဘွတ်|ဖေ့ဘုတ်|ເຟສບຸກ",
    "tiktok": r"tik ?tok|ติ๊กต็อก|ติ๊กตอก|ทิกทอก|ទិកតុក|តិកតុក|တစ်တော့|ຕິກຕອກ",
    "instagram": r"instagram|(?<!\w)(?:ig|insta)(?!\w)|ไอจี|อินสตาแกรม|អ៊ីនស្តាក្រាម|អីនស្តាក្រាម|အင်စတာဂရမ်",
    "x": r"twitter|ทวิตเตอร์|推特|(?<!\w)x(?!\w)",
    "reddit": r"reddit",
    "snapchat": r"snapchat",
    "kakaotalk": r"kakao ?talk|kakao|카카오톡|카톡",
    "discord": r"discord",
    "qq": r"(?<!\w)qq(?!\w)",
    "youtube": r"youtube|ยูทูบ",
    "weibo": r"weibo|微博",
    "douyin": r"douyin|抖音",
    "xiaohongshu": r"xiaohongshu|小红书|小紅書",
    "linkedin": r"linkedin",
    "threads": r"(?<!\w)threads(?!\w)",
    "skype": r"skype",
    "viber": r"viber|ไวเบอร์|វ៉ាយប័រ|ဗိုင်ဘာ|ဗိုက်ဘာ",
    "whatsapp": r"whats ?app|วอทส์แอพ|วอทส์แอป",
}
_SERVICE = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _WORDS.items()))
_X = re.compile(
    r"(?:\bon|\bvia|\bfrom|\bthrough|\bformerly) X\b|\bX (?:account|user|handle|post|\(formerly)|(?:^|\n|[|,;/] ?)X ?:"
)
_LINE = re.compile(
    r"LINE(?![A-Za-z])|[Ll]ine (?:ID|Id|id|account|contact|group|chat|official|user|name|app|@)"
    r"|[Ll]ine ?[:@=]|[Ll]ine[A-Z]|[Ii][Dd] [Ll]ine"
)


@dataclass(frozen=True, slots=True)
class Service:
    """A place where a service is named."""

    name: str
    start: int
    end: int


@lru_cache(maxsize=4)
def services_of(page: Page) -> tuple[Service, ...]:
    """All places in order. `line` and `x` are words too and count only where the text writes them as names."""
    found = []
    for match in _SERVICE.finditer(page.lower):
        name, start = match.lastgroup or "", match.start()
        if name == "line" and match[0] in ("line", "id line") and not _LINE.match(page.text, start):
            continue
        if name == "x" and match[0] == "x" and not _x_at(page.text, start):
            continue
        found.append(Service(name, start, match.end()))
    return tuple(found)


def _x_at(text: str, at: int) -> bool:
    return any(match.end() > at >= match.start() for match in _X.finditer(text, max(0, at - 10), at + 14))
