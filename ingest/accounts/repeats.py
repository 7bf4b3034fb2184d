"""Accounts named again without the words that gave them away: a number once called an account, an id once a LINE id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ingest.accounts.account import Account
from ingest.accounts.numbers import numbers_of
from ingest.accounts.page import Page

_NUMBERED = ("bank_account", "phone", "whatsapp", "viber", "zalo")
_NAMED = ("wechat", "line", "telegram", "zalo", "facebook")
_TOKEN = re.compile(r"(?<![\w@./-])[A-Za-z][A-Za-z0-9_.-]{3,31}(?![\w@/])")


def find(page: Page, known: Iterable[Account]) -> Iterator[Account]:
    """Further places of accounts that are `known` by now."""
    numbers: dict[str, Account] = {}
    names: dict[str, Account] = {}
    for account in known:
        printed = page.text[account.start : account.end]
        if account.kind in _NUMBERED and printed[0] in "+(0123456789":
            numbers.setdefault("".join(c for c in printed if c.isdigit()), account)
        elif account.kind in _NAMED and any(c.isdigit() or c == "_" for c in printed) and _TOKEN.fullmatch(printed):
            names.setdefault(printed, account)
    if numbers:
        for number in numbers_of(page):
            same = numbers.get(number.digits)
            if same and not (number.sense == "other" and number.tight):
                yield Account(same.kind, same.value, number.start, number.end, "the same number as elsewhere")
    if names:
        for token in _TOKEN.finditer(page.text):
            name = token[0].rstrip(".-")
            if same := names.get(name):
                yield Account(
                    same.kind, same.value, token.start(), token.start() + len(name), "the same id as elsewhere"
                )
