"""Telephones, and the messengers that use their numbers: real forms, and the false friends to refuse."""

from __future__ import annotations

import pytest

REAL = [
    ("phone", "He rang from +60 12-345 6789.", None, ["+60123456789"]),
    ("phone", "+60.12.345.6789; +855 (0)12 345 678", None, ["+60123456789", "+85512345678"]),
    ("phone", "（＋６６）８１ ２３４ ５６７８", None, ["+66812345678"]),
    ("phone", "(855) 12 345 678", None, ["+85512345678"]),
    ("phone", "Ring 0044 20 7946 0958", None, ["+442079460958"]),
    ("phone", "tel. 001 66 2 123 4567", "KH", ["+6621234567"]),
    ("phone", "Call 012-345 6789 / 012-345 6780", "MY", ["+60123456789", "+60123456780"]),
    ("phone", "โทร ๐๘๑ ๒๓๔ ๕๖๗๘ ค่ะ", None, ["+66812345678"]),
    ("phone", "លេខទូរស័ព្ទ ០៩៦ ៥៥៥ ៤៤៣៣", None, ["+855965554433"]),
    ("phone", "ဖုန်း ၀၉ ၇၈၉ ၁၂၃ ၄၅၆", None, ["+959789123456"]),
    ("phone", "SĐT: 0912.345.678 - 0987.654.321", None, ["+84912345678", "+84987654321"]),
    ("phone", "联系电话：138 0013 8000（北京）", None, ["+8613800138000"]),
    ("phone", "GCash 0917 555 1234", None, ["+639175551234"]),
    ("phone", "พร้อมเพย์ 081-234-5678", None, ["+66812345678"]),
    ("phone", "Jakarta police, Telp. 021-2345-6789", None, ["+622123456789"]),
    ("phone", "in Singapore: 65 6123 4567 (office)", None, ["+6561234567"]),
    ("phone", "phone +60 12 345\n6789", None, ["+60123456789"]),
    ("phone", "📞 012 345 678 (Phnom Penh)", None, ["+85512345678"]),
    ("phone", "reached in Sihanoukville on 096 555 4433, again 0965554433", None, ["+855965554433", "+855965554433"]),
    ("whatsapp", "WhatsApp only: +852 6123 4567", None, ["+85261234567"]),
    ("whatsapp", "HP/WA 0812-9876-5432", "ID", ["+6281298765432"]),
    ("whatsapp", "https://wa.me/60123456789?text=hi", None, ["+60123456789"]),
    ("whatsapp", "api.whatsapp.com/send?phone=60123456789", None, ["+60123456789"]),
    ("whatsapp", "join https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv", None, ["AbCdEfGhIjKlMnOpQrStUv"]),
    ("viber", "my viber is +63 917 123 4567", None, ["+639171234567"]),
    ("viber", "viber://chat?number=%2B639171234567", None, ["+639171234567"]),
    ("zalo", "0912 345 678 (Zalo)", None, ["+84912345678"]),
    ("zalo", "https://zalo.me/0912345678, zalo.me/shop.kh88", None, ["+84912345678", "shop.kh88"]),
]
FALSE_FRIENDS = [
    ("Between 2019-2025, from 01-02-2024 to 2024-05-17T10:30:45Z", "TH"),
    ("at 16.687200, 98.519100 and 16°41'14\"N 98°31'09\"E", "TH"),
    ("RM1,234,567,890; THB 65 000 000; voters: 12 345 678", "MY"),
    ("IMEI 356938035643809, ISBN 978-92-1-130404-5, IMO 9321483", "KH"),
    ("batch no 0812345678, serial number 012-345-6789, tax code 0312345678", "TH"),
    ("Total: 0123456789, order 0917 555 1234", "PH"),
    ("Case No. WA-22NCC-123-04/2024, report KLIA/001234/24", "MY"),
    ("https://shop.example.com/item/0123456789", "MY"),
    ("+60 12-xxx 3456 (masked), +/- 12345678", "MY"),
    ("Maybank account 0123456789", "MY"),
    ("id=550e8400-e29b-41d4-a716-446655440000", "SG"),
    ("WhatsApp removed 6.8 million accounts in 2025.", "US"),
]


@pytest.mark.parametrize(("kind", "text", "region", "expected"), REAL)
def test_telephone_is_found(values, kind, text, region, expected):
    assert values(kind, text, region) == expected


@pytest.mark.parametrize(("text", "region"), FALSE_FRIENDS)
def test_false_friend_is_no_telephone(values, text, region):
    assert [values(kind, text, region) for kind in ("phone", "whatsapp", "viber", "zalo")] == [[], [], [], []]


def test_country_near_a_number_reads_it(values):
    text = "In Manila, dial 0917 123 4567. " + "x " * 400 + "In Hanoi, dial 0912 345 678."
    assert values("phone", text) == ["+639171234567", "+84912345678"]
