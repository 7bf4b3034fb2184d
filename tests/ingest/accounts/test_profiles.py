"""Handles and links of messengers and networks: real forms, and the false friends to refuse."""

from __future__ import annotations

import pytest

REAL = [
    ("telegram", "Telegram: @KKpark_Recruit", ["kkpark_recruit"]),
    ("telegram", "hxxps://t[.]me/scam_wanted/123 and t.me/s/huione", ["scam_wanted", "huione"]),
    (
        "telegram",
        "https://t.me/+AbCdEfGh1JkLmN0P, t.me/joinchat/AAAAAEkk2WdoDrB4",
        ["+AbCdEfGh1JkLmN0P", "+AAAAAEkk2WdoDrB4"],
    ),
    ("telegram", "tg://resolve?domain=baolong_hr", ["baolong_hr"]),
    ("telegram", "加飞机 @kefu_6688 详谈", ["kefu_6688"]),
    ("telegram", "纸飞机：xinhe_hr", ["xinhe_hr"]),
    ("telegram", "เทเลแกรม @visa_kh, តេលេក្រាម @job_kh", ["visa_kh", "job_kh"]),
    ("telegram", "@crypto_mike on Telegram; @huione_bot (bot Telegram)", ["crypto_mike", "huione_bot"]),
    ("telegram", "Telegram channel.\n[21:02] @laok: hi\n[21:03] @bavet_mei: ok", ["bavet_mei"]),
    ("telegram", "telegram username: KhBoss168", ["khboss168"]),
    ("wechat", "WeChat ID: wxid_8k2jh3kd92", ["wxid_8k2jh3kd92"]),
    ("wechat", "微信号：jinbian668hr（备注应聘）", ["jinbian668hr"]),
    ("wechat", "加我微信hr_ming666；v信 jinsha999", ["hr_ming666", "jinsha999"]),
    (
        "wechat",
        "WeChat chat between the accounts hao77tw_1 and AK_pnh168\nAK_pnh168: ok",
        ["hao77tw_1", "AK_pnh168", "AK_pnh168"],
    ),
    ("line", "LINE ID: @goldentri99", ["@goldentri99"]),
    ("line", "Line ID somchai.hr (Thai)", ["somchai.hr"]),
    ("line", "ไอดีไลน์ : somsri_22", ["somsri_22"]),
    ("line", "加賴 ID: tw_job88", ["tw_job88"]),
    ("line", "https://line.me/ti/p/~jobmaesot https://line.me/R/ti/p/%40abc123", ["jobmaesot", "@abc123"]),
    ("facebook", "https://m.facebook.com/golden.fortune88?ref=x", ["golden.fortune88"]),
    ("facebook", "facebook.com/profile.php?id=100085123456789", ["100085123456789"]),
    ("facebook", "https://www.facebook.com/people/Sok-Dara/100091234567890/", ["100091234567890"]),
    ("facebook", "fb.com/groups/vieclam.kh and FB: @sihanoukjobs", ["vieclam.kh", "sihanoukjobs"]),
    ("tiktok", "https://www.tiktok.com/@kk_vlog/video/7301234567890123456", ["kk_vlog"]),
    ("tiktok", "TikTok @compound_life2 posted", ["compound_life2"]),
    ("x", "hxxps://x[.]com/fake_broker1 and twitter.com/scamwatch_kh/status/17", ["fake_broker1", "scamwatch_kh"]),
    ("x", "posted on X by @coldtrail_eth", ["coldtrail_eth"]),
    ("instagram", "IG @lux.trader_ph; instagram.com/stories/rich_kid88/31", ["lux.trader_ph", "rich_kid88"]),
]
FALSE_FRIENDS = [
    ("telegram", "Telegram said it removed 7,000 channels @ 10:30; the @ sign; Telegram @abc"),
    ("telegram", "write to press@amnesty.example or npm install @types/node on Telegram"),
    ("telegram", "t.me/share/url?url=x and t.me/c/1234567890/55"),
    ("wechat", "WeChat Pay was accepted. The WeChat group had 500 members."),
    ("line", "The line ID card holders queued in line 42; follow the LINE: first, second"),
    ("facebook", "https://www.facebook.com/sharer/sharer.php?u=1 and facebook.com/help"),
    ("tiktok", "https://www.tiktok.com/foryou"),
    ("x", "https://x.com/home and x.com/i/status/1; the X chromosome of @somebody"),
    ("instagram", "https://instagram.com/p/CxYz123/"),
]


@pytest.mark.parametrize(("kind", "text", "expected"), REAL)
def test_profile_is_found(values, kind, text, expected):
    assert values(kind, text) == expected


@pytest.mark.parametrize(("kind", "text"), FALSE_FRIENDS)
def test_false_friend_is_no_profile(values, kind, text):
    assert values(kind, text) == []


def test_handle_belongs_to_the_service_beside_it(values):
    text = "Instagram: @kk.park; TikTok: @kk.park"
    assert (values("instagram", text), values("tiktok", text)) == (["kk.park"], ["kk.park"])
