"""All accounts of a text: each kind looks for its own, and where two claim the same letters the earlier kind wins."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator

from ingest.accounts import (
    bank_account,
    bic,
    btc,
    domain,
    email,
    evm,
    facebook,
    iban,
    instagram,
    ip,
    line,
    ltc,
    passport,
    phone,
    plate,
    repeats,
    solana,
    telegram,
    tiktok,
    tron,
    tx_hash,
    url,
    viber,
    wechat,
    whatsapp,
    x,
    xmr,
    zalo,
)
from ingest.accounts.account import Account
from ingest.accounts.page import Page, page_of

KINDS: tuple[tuple[str, Callable[[Page], Iterator[Account]]], ...] = (
    # What carries a checksum is certain: it wins, even inside a URL.
    ("btc", btc.find),
    ("ltc", ltc.find),
    ("tron", tron.find),
    ("evm", evm.find),
    ("xmr", xmr.find),
    ("iban", iban.find),
    ("tx_hash", tx_hash.find),
    ("solana", solana.find),
    # A profile's link is more than a URL, an e-mail's or URL's host no site of its own.
    ("telegram", telegram.find),
    ("whatsapp", whatsapp.find),
    ("viber", viber.find),
    ("zalo", zalo.find),
    ("line", line.find),
    ("wechat", wechat.find),
    ("facebook", facebook.find),
    ("tiktok", tiktok.find),
    ("instagram", instagram.find),
    ("x", x.find),
    ("email", email.find),
    ("url", url.find),
    ("ip", ip.find),
    ("domain", domain.find),
    # Words beside it say what a number is.
    ("passport", passport.find),
    ("plate", plate.find),
    ("bic", bic.find),
    ("bank_account", bank_account.find),
    ("phone", phone.find),
)
"""Every kind, from the one that wins to the one that yields."""


def find_accounts(text: str, region: str | None = None) -> tuple[Account, ...]:
    """The accounts of a text in order, none overlapping; `region` is an ISO 3166 hint for national numbers.

    >>> [(a.kind, a.value) for a in find_accounts("t.me/linda_kh: USDT to TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t")]
    [('telegram', 'linda_kh'), ('tron', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t')]
    """
    page = page_of(text, region)
    taken: list[Account] = []
    for _, find in KINDS:
        for account in find(page):
            _take(taken, account)
    for account in repeats.find(page, tuple(taken)):
        _take(taken, account)
    return tuple(_in_source(page, account) for account in taken)


def _take(taken: list[Account], account: Account) -> None:
    """Insert in order unless it overlaps one that is there."""
    at = bisect_left(taken, account.start, key=lambda other: other.start)
    if at and taken[at - 1].end > account.start:
        return
    if at < len(taken) and taken[at].start < account.end:
        return
    taken.insert(at, account)


def _in_source(page: Page, account: Account) -> Account:
    start, end = page.span(account.start, account.end)
    return Account(account.kind, account.value, start, end, account.reason)
