"""Pages, groups and channels that a text names in words: the Facebook page "Gulf Careers KE" is facebook:Gulf Careers KE."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.found import Found

_SERVICES = {
    "facebook": "facebook", "fb": "facebook", "telegram": "telegram", "line": "line", "zalo": "zalo", "wechat": "wechat",
    "whatsapp": "whatsapp", "instagram": "instagram", "tiktok": "tiktok", "xiaohongshu": "xiaohongshu", "viber": "viber",
    "discord": "discord", "linkedin": "linkedin", "snapchat": "snapchat", "kakaotalk": "kakaotalk", "qq": "qq", "x": "x",
}  # fmt: skip
_WORD = r"(?:[A-Z]|[^\W\d_a-z])[\w'’.-]*"
_NAMED = re.compile(
    rf"\b(?P<service>(?i:{'|'.join(_SERVICES)}))(?:'s)? (?:page|group|channel|account|profile|user|community)s?,?"
    r"(?: called| named| under the name| by the name of| of the name)?,? "
    rf"(?:[“\"‘«](?P<quoted>[^”\"’»\n]{{3,60}})[”\"’»]|(?P<plain>{_WORD}(?: (?:(?:&|and|of) )?(?:{_WORD}|\d+)){{1,5}}))"
)


def page_names(text: str) -> Iterator[Found]:
    """The names of pages that stand right after their service's name."""
    for match in _NAMED.finditer(text):
        group = "quoted" if match["quoted"] else "plain"
        name = match[group]
        if name.startswith("@") or name != name.strip():
            continue
        service = _SERVICES[match["service"].lower()]
        yield Found(*match.span(group), "UserAccount", f"{service}:{name}")
