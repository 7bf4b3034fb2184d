"""Where a text names a messenger or social network, in the words of nine languages.

A handle means nothing without its service: `@linda_hr` is one person on Telegram and another on TikTok.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.accounts.page import Page
from ingest.accounts.vocabulary import Vocabulary, Word

_SERVICES = Vocabulary(
    {
        "telegram": """
            telegram, ✈, 텔레그램, テレグラム, tg, tele, телеграм, телеграмм, เทเลแกรม, เทเล, តេឡេក្រាម, តេលេក្រាម,
            តេលេ, တယ်လီဂရမ်, 飞机, 飛機, 纸飞机, 紙飛機, 电报, 電報
        """,
        "wechat": """
            wechat, we chat, weixin, wx, vx, v信, 微信, 薇信, 威信, 加v, 加v信, 加微, 加微信, 加薇, วีแชท, วีแชต,
            វីឆាត, 위챗, វីចាត, ဝီချက်, ວີແຊັດ
        """,
        "line": """
            line, 라인, ライン, ไลน์, ไลน, 加賴, 加赖, 賴, ឡាញ, ໄລ, ໄລນ໌
        """,
        "zalo": "zalo, ซาโล, ហ្សាឡូ",
        "facebook": """
            facebook, fb, 페이스북, フェイスブック, messenger, เฟซบุ๊ก, เฟซบุ๊ค, เฟสบุ๊ค, เฟสบุ๊ก, เฟซ, เฟส, 脸书,
            臉書, ហ្វេសប៊ុក, ហ្វេសបុក, ဖေ့စ်ဘွတ်, ဖေ့ဘုတ်, ເຟສບຸກ, фейсбук
        """,
        "tiktok": "tiktok, tik tok, 틱톡, ติ๊กต็อก, ติ๊กตอก, ทิกทอก, ទិកតុក, តិកតុក, တစ်တော့, ຕິກຕອກ, тикток",
        "instagram": """
            instagram, ig, 인스타그램, インスタ, insta, ไอจี, อินสตาแกรม, អ៊ីនស្តាក្រាម, អីនស្តាក្រាម, အင်စတာဂရမ်,
            инстаграм
        """,
        "x": "twitter, ทวิตเตอร์, 推特, твиттер",
        "reddit": "reddit",
        "snapchat": "snapchat",
        "kakaotalk": "kakaotalk, kakao talk, kakao, 카카오톡, 카톡",
        "discord": "discord",
        "qq": "qq",
        "youtube": "youtube, ยูทูบ",
        "weibo": "weibo, 微博",
        "douyin": "douyin, 抖音",
        "xiaohongshu": "xiaohongshu, 小红书, 小紅書",
        "linkedin": "linkedin",
        "threads": "threads",
        "skype": "skype",
        "imo": "imo",
        "viber": "viber, ไวเบอร์, វ៉ាយប័រ, ဗိုင်ဘာ, ဗိုက်ဘာ",
        "whatsapp": "whatsapp, whats app, วอทส์แอพ, วอทส์แอป",
    }
)
_BESIDE = 3
_X = re.compile(
    r"(?<=\bon )X\b|(?<=\bvia )X\b|(?<=\bfrom )X\b|(?<=\bthrough )X\b|(?<=\bformerly )X\b"
    r"|\bX(?= (?:account|user|handle|post|\(formerly))|(?:(?<=[\n|,;/])|(?<=[,;/|] )|\A)X(?= ?:)"
)
_LINE = re.compile(
    r"LINE(?![A-Za-z])|[Ll]ine (?:ID|Id|id|account|contact|group|chat|official|user|name|app|@)"
    r"|[Ll]ine ?[:@=]"
)


@lru_cache(maxsize=4)
def services_of(page: Page) -> tuple[Word, ...]:
    """All places in order, "WeChat 微信" as one. LINE and X are words too and count only where they are names."""
    found = [word for word in _SERVICES.find(page) if word.sense != "line" or _named_line(page, word)]
    if "X" in page.text:
        found += [Word("x", match.start(), match.end()) for match in _X.finditer(page.text)]
        found.sort(key=lambda word: word.start)
    apart: list[Word] = []
    for word in found:
        if apart and apart[-1].sense == word.sense and word.start - apart[-1].end <= _BESIDE:
            apart.pop()
        apart.append(word)
    return tuple(apart)


def _named_line(page: Page, word: Word) -> bool:
    if not page.lower[word.start].isascii():
        return True
    return _LINE.match(page.text, word.start) is not None or page.text[word.start - 3 : word.start].lower() == "id "
