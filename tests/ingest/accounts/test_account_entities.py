"""Accounts as entities: normal forms, what is one and the same, labels and titles."""

from __future__ import annotations

import json

import pytest

from ingest.accounts.entities import SCHEMATA, account_entities
from ingest.accounts.find import KINDS, find_accounts

TRON = "TNxYLfBQEnv3AKgxik7Wvt496DWViY4tRF"
ACCOUNTS = ("CryptoWallet", "BankAccount", "UserAccount", "Phone", "Email", "Website")


def entities(text: str) -> list[tuple[str, str, list[str]]]:
    found = account_entities(text, find_accounts(text))
    return [(entity.schema, entity.name, [text[a:b] for a, b in entity.spans]) for entity in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0x93fcbebfb01f6acd6eaee347af93b2f8970f83bf", ("CryptoWallet", "0x93fCbeBFB01f6ACd6EAEE347aF93b2f8970F83BF")),
        ("IBAN gb82 west 1234 5698 7654 32", ("BankAccount", "GB82WEST12345698765432")),
        ("Maybank 5140-1234-5678", ("BankAccount", "514012345678")),
        ("Telegram @KKpark_HR", ("UserAccount", "telegram:kkpark_hr")),
        ("WeChat: Linda8855kh", ("UserAccount", "wechat:Linda8855kh")),
        ("Zalo +84 912 345 678", ("Phone", "+84912345678")),
        ("https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv", ("UserAccount", "whatsapp:AbCdEfGhIjKlMnOpQrStUv")),
        ("HR@Gold[.]example", ("Email", "hr@gold.example")),
        ("hxxps://www.Gold[.]example:8443/h5?a=1", ("Website", "gold.example")),
    ],
)
def test_name_is_the_normal_form(text, expected):
    assert [(schema, name) for schema, name, _ in entities(text)] == [expected]


def test_url_and_its_bare_domain_are_one():
    text = "gold[.]example, later hxxp://gold[.]example/login"
    assert entities(text) == [("Website", "gold.example", ["gold[.]example", "hxxp://gold[.]example/login"])]


def test_link_and_handle_are_one():
    text = "Telegram @Linda_KH (or t.me/linda_kh)"
    assert entities(text) == [("UserAccount", "telegram:linda_kh", ["@Linda_KH", "t.me/linda_kh"])]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (f'{TRON} ("Wallet A"). Wallet A paid.', "Wallet A"),
        (f"{TRON}, which we call NT-Pay. NT-Pay is old.", "NT-Pay"),
        (f"{TRON} (in what follows: the Collector). The Collector fell silent.", "Collector"),
    ],
)
def test_label_is_a_mention_of_its_wallet(text, label):
    assert entities(text) == [("CryptoWallet", TRON, [TRON, label, label])]


def test_holder_in_brackets_is_no_label():
    assert entities(f"{TRON} (Binance) and Binance") == [("CryptoWallet", TRON, [TRON])]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('the Facebook group "Việc Làm Campuchia 24h"', "facebook:Việc Làm Campuchia 24h"),
        ("in the Facebook group Kerja Luar Negara Cepat. It named", "facebook:Kerja Luar Negara Cepat"),
        ("a LINE group called “Golden Eggs”", "line:Golden Eggs"),
        ("在臉書社團「偏門工作好好賺」", "facebook:偏門工作好好賺"),
        ("on Facebook, mostly through the page Hot Jobs Phnom Penh.", "facebook:Hot Jobs Phnom Penh"),
        ("[Reddit post by u/tired_in_tucson]", "reddit:tired_in_tucson"),
        ("KakaoTalk id jaemin.job9", "kakaotalk:jaemin.job9"),
    ],
)
def test_page_is_known_by_its_title(text, name):
    assert [(schema, found) for schema, found, _ in entities(text)] == [("UserAccount", name)]


def test_properties_make_no_entities():
    text = "passport A12345678, plate WXY 1234, SWIFT KASITHBK, server 203.0.113.45, txid " + "ab" * 32
    assert {account.kind for account in find_accounts(text)} == {"passport", "plate", "bic", "ip", "tx_hash"}
    assert entities(text) == []


def test_every_kind_has_a_schema_or_is_a_property():
    assert {kind for kind, _ in KINDS} - set(SCHEMATA) == {"bic", "tx_hash", "ip", "passport", "plate"}


def test_case_files_give_their_accounts_and_none_of_their_traps(shared):
    gold = shared / "gold"
    texts = {}
    for line in (gold / "dev_accounts.jsonl").read_text("utf-8").splitlines():
        document = json.loads(line)
        text = texts[document["id"]] = document["text"]
        expected = {
            (e["schema"], tuple(m)) for e in document["entities"] if e["schema"] in ACCOUNTS for m in e["mentions"]
        }
        found = {(e.schema, span) for e in account_entities(text, find_accounts(text)) for span in e.spans}
        assert found == expected, document["id"]
    for line in (gold / "traps_dev.jsonl").read_text("utf-8").splitlines():
        trap = json.loads(line)
        text = texts[trap["doc"]]
        spans = [span for entity in account_entities(text, find_accounts(text)) for span in entity.spans]
        for at in trap["at"]:
            assert not any(a < at + len(trap["text"]) and at < b for a, b in spans), trap
