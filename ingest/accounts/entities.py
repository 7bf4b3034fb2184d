"""Accounts as entities of the graph: their schema, their name in normal form, and the spans that name one and the same.

`bic`, `tx_hash`, `ip`, `passport` and `plate` are recognised so that they are not taken for something else; they are
properties and make no entities.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.accounts.account import Account
from ingest.accounts.evm import with_checksum

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


def account_entities(text: str, accounts: Iterable[Account]) -> tuple[AccountEntity, ...]:
    """One entity a normal form, by first mention; a URL and its bare domain are one, as are t.me/name and @name."""
    spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for account in accounts:
        if schema := schema_of(account):
            spans.setdefault((schema, entity_name(account)), []).append((account.start, account.end))
    return tuple(AccountEntity(schema, name, tuple(found)) for (schema, name), found in spans.items())


def _is_number(value: str) -> bool:
    return value.startswith("+") and value[1:].isdigit()
