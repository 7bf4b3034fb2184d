"""IBAN, BIC and bank accounts: real forms, and the false friends to refuse. No account is anybody's."""

from __future__ import annotations

import pytest

REAL = [
    ("iban", "IBAN DE89 3704 0044 0532 0130 00.", ["DE89370400440532013000"]),
    ("iban", "gb82west12345698765432", ["GB82WEST12345698765432"]),
    ("iban", "FR76-3000-6000-0112-3456-7890-189", ["FR7630006000011234567890189"]),
    ("iban", "FR76 3000 6000 0112 3456\n7890 189", ["FR7630006000011234567890189"]),
    ("iban", "LT12\u00a01000\u00a00111\u00a00100\u00a01000 (Vilnius)", ["LT121000011101001000"]),
    (
        "iban",
        "(GE82TB7712345063010000), CY17002001280000001200527600",
        ["GE82TB7712345063010000", "CY17002001280000001200527600"],
    ),
    ("bic", "SWIFT/BIC: KASITHBK", ["KASITHBK"]),
    ("bic", "Swift Code : DBSS SG SG XXX", ["DBSSSGSGXXX"]),
    ("bic", "via HSBCHKHHHKH (BIC)", ["HSBCHKHHHKH"]),
    ("bank_account", "Maybank account no. 5140 1234 5678", ["514012345678"]),
    ("bank_account", "No. Akaun : 5140-1234-5678 (Maybank)", ["514012345678"]),
    ("bank_account", "she banked in RM3,000 to CIMB 7012345678", ["7012345678"]),
    ("bank_account", "เลขที่บัญชี ๐๔๕-๘-๑๒๓๔๕-๖", ["0458123456"]),
    ("bank_account", "บช. ออมทรัพย์ 123-4-56789-0 กสิกร", ["1234567890"]),
    ("bank_account", "STK 19036677889900 - Techcombank", ["19036677889900"]),
    ("bank_account", "số tài khoản: 0451000123456", ["0451000123456"]),
    ("bank_account", "No. Rek. Mandiri: 137-00-1234567-8", ["1370012345678"]),
    ("bank_account", "收款账号：621700012345678901，开户行", ["621700012345678901"]),
    ("bank_account", "玉山銀行帳號 0598-940-117263", ["0598940117263"]),
    ("bank_account", "លេខគណនី ABA: ០០០ ១១២ ២៣៣", ["000112233"]),
    ("bank_account", "KBZ Bank အကောင့်နံပါတ် 0221 1234 5678", ["022112345678"]),
    ("bank_account", "idineposito sa BDO account na 0012 3456 7890", ["001234567890"]),
    ("bank_account", "from account 8800123456 (CIMB) to 164001234567 (Maybank)", ["8800123456", "164001234567"]),
    ("bank_account", "Maybank 514098765432 and CIMB 7061234567 accounts", ["514098765432", "7061234567"]),
    ("bank_account", "<td>Account No</td><td>514012345678</td>", ["514012345678"]),
    ("bank_account", '{"account_number": "514012345678"}', ["514012345678"]),
    ("bank_account", "| Bank | Account no. |\n|---|---|\n| CIMB | 7061234567 |", ["7061234567"]),
    ("bank_account", "CIMB account 7061234567; later 7061234567 was emptied", ["7061234567", "7061234567"]),
]
FALSE_FRIENDS = [
    ("iban", "DE88 3704 0044 0532 0130 00"),
    ("iban", "DE8937040044053201300"),
    ("iban", "ZZ89370400440532013000"),
    ("iban", "Flight MY12 3456 7890 and invoice GB29 0001"),
    ("bic", "SHOCKING VIDEO FROM THAILAND"),
    ("bic", "SWIFT code ABCDXX22"),
    ("bic", "a swift REACTION"),
    ("bank_account", "By their account, 250,000 people were held in 2024."),
    ("bank_account", "account XXXX-XXXX-1234"),
    ("bank_account", "The balance of the account fell from 123 456 789 to 0."),
    ("bank_account", "registered under No. 202301012345"),
    ("bank_account", "Facebook account 100085123456789"),
    ("bank_account", "on account of 2024-2025 losses"),
    ("bank_account", "account opened on 12-03-2024"),
    ("bank_account", "passport 123456789 of the account holder"),
    ("bank_account", "the Federal Reserve Bank of New York at (212) 555-0149"),
]


@pytest.mark.parametrize(("kind", "text", "expected"), REAL)
def test_bank_number_is_found(values, kind, text, expected):
    assert values(kind, text) == expected


@pytest.mark.parametrize(("kind", "text"), FALSE_FRIENDS)
def test_false_friend_is_no_bank_number(values, kind, text):
    assert values(kind, text) == []
