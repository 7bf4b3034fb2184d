"""Which lines of a page are furniture: menus, share buttons, cookie notices, related links, comments."""

from __future__ import annotations

import re

from ingest.heading import is_sentence

_WEB = "facebook|twitter|whatsapp|telegram|instagram|youtube|linkedin|tiktok|x|wechat|line|viber|google news"
_SURE = re.compile(
    rf"""(?:
    (?:[—–-]\s)?advertisement(?:\s?[—–:·].*)? | sponsored(?:\ content)? | scroll\ down\ for\ video
    | (?:story|article)\ continues\ below.* | continue\ reading.* | loading\W* | logo | orange\ background
    | (?:[—–-]\s)?share(?:\ (?:on|this|via|or\ comment).*|:.*|\ (?:{_WEB})\b.*)?
    | (?:{_WEB})(?:[\s|·,/]+(?:{_WEB}|print|e-?mail|copy\ link|share))+
    | (?:please\ )?(?:follow|like|join)\ (?:us|our|[\w' ]{{2,30}})\ on\ .{{0,40}}(?:{_WEB})\b.*
    | (?:click\ to\ )?add\ friend\ line.* | scan\ the\ qr\ code.*
    | sign\ (?:in|up)(?:\ ?[/|·].*|\ (?:for|to)\ our\ .*|\ now)? | (?:log|register|subscribe)\ ?in\ ?[/|].*
    | subscribe(?:\ (?:now|to\ (?:our|the)\ (?:newsletter|channel)).*)?
    | .{{0,120}}\b(?:accept|use|uses|help\ us|our|manage)\ (?:all\ )?cookies\b.* | cookies\ help\ us\b.*
    | we\ value\ your\ privacy.* | no\ comments\ yet\W* | view\ \d+\ comments?
    | (?:leave|post|add)\ a\ (?:comment|reply).*
    | .{{0,60}}comments\ are\ (?:moderated|approved).* | you\ must\ be\ logged\ in.*
    | (?:.{{0,90}}\W)?download\ (?:the|our|[\w'-]{{2,20}})\ app\b.* | get\ the\ app\b.* | app-?store.?play-?store
    | (?:skip\ to|back\ to)\ (?:main\ )?(?:content|search|top|navigation).* | accessibility\ links\b.*
    | .{{0,60}}\bview\ (?:it\ )?in\ (?:your\ )?browser\b.* | try\ our\ ai\ .{{0,60}}
    | explore\ what\ .{{2,40}}\ can\ do\ for\ you:?
    | (?:listen|audio)\ to\ (?:this\ )?article.* | copy\ link | \d{{1,3}}\ ?(?:min|minute)s?\ read
    | \[?photo\ gallery\]? | get\ started\ now:?\ download.* | all\ rights\ reserved\.?
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_LIKELY = re.compile(
    r"""(?:
    read\ more\W{0,8}
    | (?:▶\s?|>{1,3}\s?|⟶\s)?(?:read|also|see|don't\ miss)(?:\ (?:more|also|next|this|read))?\ ?[:|›].{0,200}
    | (?:hash)?tags?:?(?:\s.*)? | keywords?:.* | (?:topics?|filed\ under|categor(?:y|ies)):.*
    | (?:©|copyright\ (?:©|\(c\)|\d{4})).* | home\s*(?:[|>›»·/]|—).* | current\ location:.* | \d+\ shares?
    | (?:print|e-?mail)(?:\s?[|·]\s?(?:print|e-?mail))* | unsubscribe.*
    | (?:privacy\ policy|terms\ of\ (?:use|service)).{0,80}
    | related:?\ .{0,200}(?:\ [|·›]\ ).* | (?:same\ category|popular\ now|most\ read|trending|around\ .{3,20})\ ?[|:›].*
    | (?:advertise|about\ us|contact\ us)(?:\s?[|·/].*)? | latest\ first\ ·.* | auto-?refresh.*
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_TAIL = re.compile(
    r"""(?:▶\s?|>{1,3}\s?)?(?:
    next\ in\ [\w' ]{2,25} | others?\ also\ read | also\ read | read\ (?:also|next|more)
    | related(?:\ (?:articles?|stor(?:y|ies)|news|reading|links?|posts?|content|topics?|coverage))?
    | more\ (?:from|on|stories|news|in|like\ this)\b.{0,40}
    | you\ (?:may|might)\ also\ (?:like|be\ interested\ in).{0,20} | recommended(?:\ for\ you|\ stories|\ reading)?
    | (?:now\ )?trending(?:\ now)? | most\ (?:read|viewed|popular|shared)(?:\ stories)? | popular\ (?:now|stories|posts)
    | (?:latest|top|other)\ (?:news|stories|headlines) | editor'?s'?\ picks? | don'?t\ miss | up\ next
    | what\ to\ read\ next
    | (?:\d+\ )?comments?(?:\ \(\d+\))? | berita\ (?:berkaitan|terkait|lainnya) | baca\ juga
    | (?:tin|bài)\ liên\ quan
    | xem\ thêm | 相关(?:新闻|阅读|报道) | 相關(?:新聞|報道) | 延伸閱讀 | ข่าวที่เกี่ยวข้อง | อ่านเพิ่มเติม
    ):?""",
    re.IGNORECASE | re.VERBOSE,
)
_CELL = re.compile(r"\s*(?:[|·•▾›»]|\s[/–—]\s|\s{2,}|\t)\s*")
_BULLET = re.compile(r"[-–—•·▸▷→⟶*›»]\s|\d{1,2}[.)]?\s{1,3}\S")
_SPEAKER = re.compile(r"[\w][\w .'&@-]{1,30}: ")
_LONGEST = 300  # no button or notice is longer; longer lines are never looked at


def is_sure(line: str) -> bool:
    """Whether a line can be nothing but furniture, on whatever page it stands."""
    return len(line) <= _LONGEST and _SURE.fullmatch(line) is not None


def is_likely(line: str) -> bool:
    """Whether a line is furniture on a page that has other furniture: tags, a copyright notice."""
    return len(line) <= _LONGEST and _LIKELY.fullmatch(line) is not None


def is_menu(line: str) -> bool:
    """Four or more short cells side by side, none of them a number or a sentence."""
    if len(line) > _LONGEST or any(c.isdecimal() for c in line):
        return False
    cells = _CELL.split(line.strip())
    return len(cells) >= 4 and all(0 < len(cell) <= 24 and not is_sentence(cell) for cell in cells)


def opens_tail(line: str) -> bool:
    """Whether a line heads a list of other stories, or readers' comments."""
    return len(line) <= 80 and _TAIL.fullmatch(line) is not None


def is_listed(line: str, comments: bool) -> bool:
    """Whether a line may stand in such a list: a headline, or a reader's comment."""
    if comments and len(line) <= _LONGEST and _SPEAKER.match(line):
        return True
    return not is_sentence(line) or (len(line) <= 160 and _BULLET.match(line) is not None)
