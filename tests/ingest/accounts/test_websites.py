"""Domains, URLs, e-mails and internet addresses: real forms, and the false friends to refuse."""

from __future__ import annotations

import pytest

REAL = [
    ("domain", "The platform goldfx-trade.com was blocked.", ["goldfx-trade.com"]),
    (
        "domain",
        "coin-pro[.]co[.]th, wallet(.)usdt.top, api[dot]xsj888[dot]cc",
        ["coin-pro.co.th", "wallet.usdt.top", "api.xsj888.cc"],
    ),
    ("domain", "visit K7777.VIP! or WWW.Gold365.com/", ["k7777.vip", "gold365.com"]),
    ("domain", "shop-kh.com、abc888.vip，เข้าเว็บ ufa-888.bet ได้เลย", ["shop-kh.com", "abc888.vip", "ufa-888.bet"]),
    ("domain", "xn--fiqs8s.xn--fiqs8s and expyuzz4wqqyqhjn.onion", ["xn--fiqs8s.xn--fiqs8s", "expyuzz4wqqyqhjn.onion"]),
    ("domain", "evil\\.example\\.org; usdtmall { . } shop", ["evil.example.org", "usdtmall.shop"]),
    ("url", "hxxps[:]//byex[.]exchange:8443/#/wap", ["https://byex.exchange:8443/#/wap"]),
    (
        "url",
        "(see https://example.org/a_(b)), hXXp://pay[.]top/login.",
        ["https://example.org/a_(b)", "http://pay.top/login"],
    ),
    ("url", "www.kk-casino.com/register?aff=88, then", ["www.kk-casino.com/register?aff=88"]),
    ("url", '"http://203.0.113.7/apk/k8.apk"', ["http://203.0.113.7/apk/k8.apk"]),
    ("url", "网址：https://www.jbh888.com/?i_code=123。", ["https://www.jbh888.com/?i_code=123"]),
    (
        "email",
        "<Support.Team+1@Huione-Pay.COM>, mailto:a@kkjobs.asia?x",
        ["support.team+1@huione-pay.com", "a@kkjobs.asia"],
    ),
    ("email", "broker[at]gold-fx[.]com; info(at)prince(dot)net", ["broker@gold-fx.com", "info@prince.net"]),
    ("email", "support AT bitmax DOT com", ["support@bitmax.com"]),
    ("email", "hr＠goldfx．top 邮箱：kefu@huione.com。", ["hr@goldfx.top", "kefu@huione.com"]),
    (
        "ip",
        "C2 at 198[.]51[.]100[.]23, 192.0.2.10:8080 and 103.216.51.0/24",
        ["198.51.100.23", "192.0.2.10", "103.216.51.0"],
    ),
    ("ip", "2001:db8::8a2e:370:7334", ["2001:db8::8a2e:370:7334"]),
]
FALSE_FRIENDS = [
    ("domain", "He left the compound.The guards saw him. Mr.Chen met St.Louis Co.Ltd and Sdn.Bhd."),
    ("domain", "README.md, report.pdf, setup.py, main.rs, Node.js, ASP.NET"),
    ("domain", "The U.S. and e.g. i.e., a.k.a. Ph.D., U.N. and D.C., of the U.S.Treasury"),
    ("domain", "No.5 Street, Fig.3.2, 3.5km, at 10.am, vs.the state, said.it was"),
    ("domain", "mail to hr@gold.example only"),
    ("email", "3@4.5, user@localhost, price@10.50, @@@ not.an.email@ .com"),
    ("email", "Message-ID: <20250512005119.4F2D81C0@mx2.gold.example>"),
    ("ip", "Version 1.2.3.4, section 4.3.2.1, 999.300.12.1, 10.15.7"),
    ("ip", "12:34:56 and aa:bb:cc:dd:ee:ff"),
]


@pytest.mark.parametrize(("kind", "text", "expected"), REAL)
def test_address_is_found(values, kind, text, expected):
    assert values(kind, text) == expected


@pytest.mark.parametrize(("kind", "text"), FALSE_FRIENDS)
def test_false_friend_is_no_address(values, kind, text):
    assert values(kind, text) == []
