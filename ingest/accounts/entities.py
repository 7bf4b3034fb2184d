"""Accounts as entities of the graph: their schema, their name in normal form, and the spans that name one and the same.

`bic`, `tx_hash`, `ip`, `passport` and `plate` are recognised so that they are not taken for something else; they are
properties and make no entities.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.accounts.account import Account
from ingest.accounts.evm import with_checksum
from ingest.accounts.labels import labels_of
from ingest.accounts.page import page_of
from ingest.accounts.pages import titled_of

SCHEMATA = {
    "btc": "CryptoWallet",
    "ltc": "CryptoWallet",
    "tron": "CryptoWallet",
    "evm": "CryptoWallet",
    "xmr": "CryptoWallet",
    "solana": "CryptoWallet",
    "iban": "BankAccount",
    "bank_account": "BankAccount",
    "telegram": "UserAccount",
    "wechat": "UserAccount",
    "line": "UserAccount",
    "whatsapp": "UserAccount",
    "viber": "UserAccount",
    "zalo": "UserAccount",
    "facebook": "UserAccount",
    "tiktok": "UserAccount",
    "x": "UserAccount",
    "instagram": "UserAccount",
    "phone": "Phone",
    "email": "Email",
    "domain": "Website",
    "url": "Website",
}
_BRAND = re.compile(r"[A-Z][a-z]+\.[a-z]{2,4}")
_BY_NUMBER = ("whatsapp", "viber", "zalo", "telegram")
"""Services whose accounts may be telephone numbers."""


@dataclass(frozen=True, slots=True)
class AccountEntity:
    """One account of a document and every span that names it."""

    schema: str
    name: str
    spans: tuple[tuple[int, int], ...]


def schema_of(account: Account) -> str | None:
    """The schema of an account, or None for kinds that are no entities.

    A telephone number stays a Phone whichever messenger it is used on: it is one number, and one entity.
    """
    if account.kind in _BY_NUMBER and _is_number(account.value):
        return "Phone"
    return SCHEMATA.get(account.kind)


def entity_name(account: Account) -> str:
    """The normal form that the ontology asks for.

    >>> entity_name(Account("evm", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", 0, 42, ""))
    '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'
    >>> entity_name(Account("url", "https://www.gold.example/h5", 0, 27, ""))
    'gold.example'
    """
    if account.kind == "evm":
        return with_checksum(account.value)
    if account.kind == "url":
        host = account.value.partition("://")[2] or account.value
        for mark in "/?#":
            host = host.partition(mark)[0]
        return host.partition(":")[0].removeprefix("www.")
    if schema_of(account) == "UserAccount":
        return f"{account.kind}:{account.value}"
    return account.value


def account_entities(text: str, accounts: tuple[Account, ...]) -> tuple[AccountEntity, ...]:
    """One entity a normal form, by first mention; a URL and its bare domain are one, as are t.me/name and @name.

    Beside the accounts themselves, the labels that the text gives them are mentions, and pages known by their titles
    are entities.
    """
    named = [(schema, entity_name(account), account.span) for account, schema in _with_schema(text, accounts)]
    named += [("CryptoWallet", entity_name(account), span) for account, span in labels_of(text, accounts)]
    taken = {at for _, _, span in named for at in range(*span)}
    page = page_of(text)
    for titled in titled_of(page):
        span = page.span(titled.start, titled.end)
        if taken.isdisjoint(range(*span)):
            taken.update(range(*span))
            named.append(("UserAccount", f"{titled.service}:{titled.name}", span))
    spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for schema, name, span in sorted(named, key=lambda entry: entry[2]):
        spans.setdefault((schema, name), []).append(span)
    return tuple(AccountEntity(schema, name, tuple(found)) for (schema, name), found in spans.items())


def _with_schema(text: str, accounts: Iterable[Account]) -> Iterator[tuple[Account, str]]:
    """Accounts that are entities. `Booking.com` in a sentence is the firm, not its site."""
    for account in accounts:
        schema = schema_of(account)
        printed = text[account.start : account.end]
        if schema and not (account.kind == "domain" and _BRAND.fullmatch(printed)):
            yield account, schema


def _is_number(value: str) -> bool:
    return value.startswith("+") and value[1:].isdigit()
