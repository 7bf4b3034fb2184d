"""Passports and number plates: real forms, and the false friends to refuse."""

from __future__ import annotations

import pytest

REAL = [
    ("passport", "Passport No. A12345678; 护照号码 E12345678", ["A12345678", "E12345678"]),
    ("passport", "pasport K1234567A, hộ chiếu số B1234567", ["K1234567A", "B1234567"]),
    ("passport", "หนังสือเดินทางเลขที่ AA1234567 (passport no: 123456789)", ["AA1234567", "123456789"]),
    ("plate", "Toyota Hilux, plate WXY 1234; nombor plat JQK 8888", ["WXY1234", "JQK8888"]),
    ("plate", "ทะเบียน 1กข 5678; biển số 51F-123.45", ["1กข5678", "51F12345"]),
    ("plate", "车牌号：粤B12345, plat nomor B 1234 XYZ", ["粤B12345", "B1234XYZ"]),
]
FALSE_FRIENDS = [
    ("passport", "Passport holders from A12 countries; passport control B12; passports of 2024"),
    ("plate", "ABC 1234 was the flight code and BMW 730 the car; a steel plate 304"),
]


@pytest.mark.parametrize(("kind", "text", "expected"), REAL)
def test_paper_is_found(values, kind, text, expected):
    assert values(kind, text) == expected


@pytest.mark.parametrize(("kind", "text"), FALSE_FRIENDS)
def test_false_friend_is_no_paper(values, kind, text):
    assert values(kind, text) == []
