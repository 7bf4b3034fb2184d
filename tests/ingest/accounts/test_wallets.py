"""Wallets and transaction hashes: real forms, and the false friends to refuse. Keys are random or from standards."""

from __future__ import annotations

import pytest

TRON, TRON_2 = "TNxYLfBQEnv3AKgxik7Wvt496DWViY4tRF", "TBez9QaGzRMmr6hKyvBUu4mTAhTFpHjAeP"
SEGWIT, TAPROOT = (
    "bc1qgetssxkhrva6yx9rdc08tls36e77j3k089vy9p",
    "bc1p84dqul4qqvtm0kuwx6g4q5d2kza8vecnu3k9tvl96ls0l55z9sqsh02xxt",
)
EVM = "0x93fCbeBFB01f6ACd6EAEE347aF93b2f8970F83BF"
SOLANA = "2EabrnLSPYqTPKWXwHKdm2ASMNr6bZLYAymR7j778uuH"
SIGNATURE = "65jWLscYSFwj28hdpggAEPft7Rhjt9eAzjrfkwYS6RSXvscPoqC5V1wZH7db7PFqykfPgA6Zf5pA5eT6bmkV5sxG"
HASH = "0985a2ba9611155e57a912f774a8f6f4f0ee115c5b6f96f2383231245e973c90"
MONERO = "46EPKj5dw9WcdUQcahk6bHgPJ8wZpiLxdhR4vemjfj4zUvz3kscPUoxEBvkmCRpkLC5JQdSNeeJWSX1UT72Ce9MCGULFvMC"
SUBADDRESS = "83WRzGuu1UXevuNWJVwcKKiP8C7MbB5uEM3d3UAshAcR3pwRp4E9req93hiRNfNUroetUPi3wesqX6Dm7gWi8JfeEJP1zSm"
INTEGRATED = (
    "4JR26rThh8m1bcwfyPjN4pAe8weUCb8AXPkhdhLDA3FvezxiMZyjxsZEw9xCQgqwMMP6hEvi1QrgHar6s4hC3rDsLUEycVR9HohL3dP7bC"
)

REAL = [
    ("btc", "paid to 19eWpfmFo7sGZDH6xXTAmbWv1pkLepjjd.", ["19eWpfmFo7sGZDH6xXTAmbWv1pkLepjjd"]),
    ("btc", "multisig (3Pik7BfbwLFp8DucMSk6nngRFxBQzV4Mr4)", ["3Pik7BfbwLFp8DucMSk6nngRFxBQzV4Mr4"]),
    ("btc", f"bitcoin:{SEGWIT}?amount=0.1", [SEGWIT]),
    ("btc", f"QR: {SEGWIT.upper()}", [SEGWIT]),
    ("btc", "bc1qah4pu9pp9qf77vkd94y3pa437uh6408790dynk2av6mytfenga5qycz4sy,", None),
    ("btc", f"taproot {TAPROOT}", [TAPROOT]),
    ("btc", f"{SEGWIT[:21]}\n   {SEGWIT[21:]} in the warrant", [SEGWIT]),
    ("btc", f"{TAPROOT[:20]}\n{TAPROOT[20:40]}\n{TAPROOT[40:]}", [TAPROOT]),
    ("ltc", "LaediWC9qXRSeQzuqteFA5fMqC2eWPTfDC", None),
    ("ltc", "script MLVYypKNDpS8FAuBWwB14NtDXg9JKhZazC!", ["MLVYypKNDpS8FAuBWwB14NtDXg9JKhZazC"]),
    ("ltc", "litecoin:ltc1qkgl4c3gq3gxdku7rnpywma38j808x9etu3czeh", ["ltc1qkgl4c3gq3gxdku7rnpywma38j808x9etu3czeh"]),
    ("tron", f"USDT地址{TRON}，请备注", [TRON]),
    ("tron", f"กระเป๋า {TRON} ครับ", [TRON]),
    ("tron", f"{TRON}'s balance; {TRON_2}→{TRON}", [TRON, TRON_2, TRON]),
    ("tron", f"{TRON[:12]}\u200b{TRON[12:]}", [TRON]),
    ("tron", f"{TRON[:20]}-\n{TRON[20:]}", [TRON]),
    ("tron", "TNxY LfBQ Env3 AKgx ik7W vt49 6DWV iY4t RF", [TRON]),
    ("tron", f"https://tronscan.org/#/address/{TRON}", [TRON]),
    ("evm", f"sent to {EVM} on Ethereum", [EVM.lower()]),
    ("evm", f"ethereum:{EVM}@1 and addr_{EVM}", [EVM.lower(), EVM.lower()]),
    ("evm", f"log {EVM.lower()}", [EVM.lower()]),
    ("evm", f"slip 0x{EVM[2:].upper()}", [EVM.lower()]),
    ("evm", f"{EVM[:22]}\n{EVM[22:]}", [EVM.lower()]),
    ("xmr", MONERO, [MONERO]),
    ("xmr", f"donate: {SUBADDRESS}.", [SUBADDRESS]),
    ("xmr", f"with payment id {INTEGRATED}", [INTEGRATED]),
    ("solana", f"Solana wallet {SOLANA}", [SOLANA]),
    ("solana", f"USDC went to {SOLANA} (SOL)", [SOLANA]),
    ("solana", f"https://solscan.io/account/{SOLANA}", [SOLANA]),
    ("tx_hash", f"txid {HASH}", [HASH]),
    ("tx_hash", f"0x{HASH} moved the coins", [f"0x{HASH}"]),
    ("tx_hash", f"交易哈希：{HASH}", [HASH]),
    ("tx_hash", f"https://tronscan.org/#/transaction/{HASH}", [HASH]),
    ("tx_hash", f"Solana transaction signature {SIGNATURE}", [SIGNATURE]),
]
FALSE_FRIENDS = [
    ("btc", "a letter changed: 19eWpfmFo7sGZDH6xXTAmbWv1pkLepjje"),
    ("btc", "testnet mtJHeH4S1Yp258X61eZZgTwZtiAxcU9P7t and tb1qd28svstqhrxe8v2c08r7396g5hj7ejptnn0gay"),
    ("btc", "Dogecoin DQ2eeuNB4xV6jRT1VeG4TLj4swPr56jqA1"),
    ("btc", "two letter cases: Bc1qgetssxkhrva6yx9rdc08tls36e77j3k089vy9p"),
    ("btc", "v0 with the check of v1: bc1qgetssxkhrva6yx9rdc08tls36e77j3k0jeugqr"),
    ("btc", "v1 with the check of v0: bc1p84dqul4qqvtm0kuwx6g4q5d2kza8vecnu3k9tvl96ls0l55z9sqszn62rf"),
    ("btc", "1111111111111111111111111111111111"),
    ("ltc", "LaediWC9qXRSeQzuqteFA5fMqC2eWPTfDD"),
    ("tron", TRON[:-1]),
    ("tron", TRON[:-1] + "G"),
    ("tron", TRON.replace("T", "Т")),  # Cyrillic
    ("tron", f"{TRON[:6]}…{TRON[-4:]} and {TRON[:6]}...{TRON[-4:]}"),
    ("tron", TRON[:12] + "X" * 18 + TRON[30:]),
    ("evm", EVM[:-1] + "f"),
    ("evm", EVM[:-1]),
    ("evm", EVM.lower() + "ab"),
    ("evm", "0x0000000000000000000000000000000000000000"),
    ("evm", "selector 0xa9059cbb, colour 0xFFEEDD"),
    ("xmr", MONERO[:-1] + "D"),
    ("solana", f"the file {SOLANA} on disk"),
    ("solana", f"Solana private key {SOLANA}"),
    ("tx_hash", f"SHA-256: {HASH} (sample.exe)"),
    ("tx_hash", f"private key 0x{HASH}"),
    ("tx_hash", "commit 2072d25fc5e4a3bed4f460cca7f9077644365fea"),
]


@pytest.mark.parametrize(("kind", "text", "expected"), REAL)
def test_wallet_is_found(values, kind, text, expected):
    assert values(kind, text) == (expected or [text.rstrip(",")])


@pytest.mark.parametrize(("kind", "text"), FALSE_FRIENDS)
def test_false_friend_is_no_wallet(values, kind, text):
    assert values(kind, text) == []
