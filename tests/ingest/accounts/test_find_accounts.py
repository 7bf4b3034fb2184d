"""All kinds together: offsets, order, which kind wins, and texts made to be slow."""

from __future__ import annotations

import importlib
import json
import random
from itertools import pairwise

import pytest

from ingest.accounts.codes import codes_of
from ingest.accounts.find import KINDS, find_accounts
from ingest.accounts.page import page_of

TRON = "TNxYLfBQEnv3AKgxik7Wvt496DWViY4tRF"
LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def kinds(text: str, region: str | None = None) -> list[tuple[str, str]]:
    return [(account.kind, account.value) for account in find_accounts(text, region)]


def test_every_kind_is_a_module_that_explains_itself_with_an_example():
    for kind, find in KINDS:
        module = importlib.import_module(f"ingest.accounts.{kind}")
        assert module.find is find
        assert ">>> " in (module.__doc__ or ""), kind


def test_offsets_are_those_of_the_source():
    text = "  hxxp://pay[.]top/x ，電話＋６６８１２８１６６５０。 TNxYLfBQEnv3\u200bAKgxik7Wvt496DWViY4tRF!"
    surfaces = [text[account.start : account.end] for account in find_accounts(text)]
    assert surfaces == ["hxxp://pay[.]top/x", "＋６６８１２８１６６５０", "TNxYLfBQEnv3\u200bAKgxik7Wvt496DWViY4tRF"]


def test_accounts_stand_in_order_and_apart():
    text = f"WhatsApp +60 12-345 6789, t.me/gold_hr1, {TRON}, hr@gold.example, www.gold.example/a, CIMB 7012345678"
    spans = [(account.start, account.end) for account in find_accounts(text)]
    assert len(spans) == 6
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"https://tronscan.org/#/address/{TRON}", [("tron", TRON)]),
        (f"https://pay.example/?to={TRON}", [("domain", "pay.example"), ("tron", TRON)]),
        ("hr@gold.example", [("email", "hr@gold.example")]),
        ("https://t.me/gold_hr1", [("telegram", "gold_hr1")]),
        ("https://gold.example/081-234-5678", [("url", "https://gold.example/081-234-5678")]),
        ("Line ID somchai.hr", [("line", "somchai.hr")]),
        ("tx 0x" + "ab" * 32, [("tx_hash", "0x" + "ab" * 32)]),
        ("account DE89370400440532013000", [("iban", "DE89370400440532013000")]),
    ],
)
def test_more_telling_kind_wins(text, expected):
    assert kinds(text, "TH") == expected


def test_nothing_is_found_in_nothing():
    assert find_accounts("") == ()
    assert find_accounts("No indicators here.") == ()


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "12 ",
        "0",
        "1.",
        "a.",
        "a[.]",
        "[",
        "@",
        "a@",
        "://",
        "http://",
        ":",
        "0:",
        "(",
        "+",
        "-",
        "\u200b",
        "微信号",
    ],
)
def test_long_runs_hold_no_account(piece):
    assert find_accounts(piece * 20_000) == ()


def test_a_wallet_is_found_in_a_line_of_a_million_letters():
    noise = "".join(random.Random(1).choices("abcdefghij klmnop", k=500_000))
    assert kinds(f"{noise} {TRON} {noise}") == [("tron", TRON)]


@pytest.mark.parametrize("count", [100, 10_000])
def test_checksums_are_tried_once_a_candidate(count):
    """The dear part of the work grows with the text and not faster."""
    chance = random.Random(count)
    text = " ".join("T" + "".join(chance.choices(LETTERS, k=33)) for _ in range(count))
    assert len(codes_of(page_of(text))) == count


def test_known_cases_are_all_right(shared):
    wrong = []
    for line in (shared / "gold" / "accounts" / "cases.jsonl").read_text("utf-8").splitlines():
        case = json.loads(line)
        found = {(a.kind, a.value.lower()) for a in find_accounts(case["text"], case.get("region"))}
        expected = {(e["type"], e["value"].lower()) for e in case["expected"]}
        allowed = {a["type"] for a in case.get("allowed", [])}
        if expected - found or {kind for kind, _ in found - expected} - allowed:
            wrong.append(case["id"])
    assert wrong == []
