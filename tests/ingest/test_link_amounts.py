"""Sums of money in nine languages."""

from __future__ import annotations

import time

import pytest

from ingest.links.amounts import sums


def found(text: str) -> list[tuple[str, str]]:
    return [(s.amount, s.currency) for s in sums(text)]


@pytest.mark.parametrize(
    ("text", "sum_"),
    [
        ("five million dollars", ("5000000", "USD")),
        ("Twenty-four thousand baht", ("24000", "THB")),
        ("half a million pesos", ("500000", "PHP")),
        ("a hundred dollars", ("100", "USD")),
        ("one Hong Kong dollar", ("1", "HKD")),
        ("3.1 million New Taiwan dollars", ("3100000", "TWD")),
        ("1.2 M USDT", ("1200000", "USDT")),
        ("Rs 1.5 lakh", ("150000", "INR")),
        ("2 crore rupees", ("20000000", "INR")),
        ("$28.25 million in USDT", ("28250000", "USDT")),
        ("RM9.6 MILLION", ("9600000", "MYR")),
        ("P640 million", ("640000000", "PHP")),
        ("1,250,000.50 dollars", ("1250000.5", "USD")),
        ("12 Swiss francs", ("12", "CHF")),
    ],
)
def test_english_sums(text: str, sum_: tuple[str, str]) -> None:
    assert found(f"She paid {text}.") == [sum_]


@pytest.mark.parametrize(
    "text",
    ["K99 Media and P22", "passport N2204417, account B1", "a mop and a won game", "Hai Yen and Ba Dong", "TRx6NCcw"],
)
def test_what_only_looks_like_a_sum_is_none(text: str) -> None:
    assert found(text) == []


def test_currencies_that_countries_share_go_by_the_places_named() -> None:
    assert found("In Colombo she paid Rs 150,000.") == [("150000", "LKR")]
    assert found("In Kathmandu she paid 150,000 rupees.") == [("150000", "NPR")]
    assert found("In Kampala she paid 2 million shillings.") == [("2000000", "UGX")]
    assert found("Tokyo police seized ¥16 million.") == [("16000000", "JPY")]
    assert found("台北地檢署查扣30萬元") == [("300000", "TWD")]


@pytest.mark.parametrize(
    ("text", "sum_"),
    [
        ("涉案资金超过人民币14亿元", ("1400000000", "CNY")),
        ("收取1萬7000美元", ("17000", "USD")),
        ("六万块", ("60000", "CNY")),
        ("约2.3億港元", ("230000000", "HKD")),
        ("新台幣55萬元", ("550000", "TWD")),
        ("骗取1.9亿余元", ("190000000", "CNY")),
        ("มูลค่า 1,240 ล้านบาท", ("1240000000", "THB")),
        ("ราคา 9 หมื่นบาท", ("90000", "THB")),
        ("กว่า 3 แสนล้านบาท", ("300000000000", "THB")),
        ("សរុប ៦លានដុល្លារអាមេរិក", ("6000000", "USD")),
        ("២៥០០ ដុល្លារ", ("2500", "USD")),
        ("ប្រាក់ ៤០ លានរៀល", ("40000000", "KHR")),
        ("ကျပ် သိန်း ၁၅၀ ပေး", ("15000000", "MMK")),
        ("ယွမ် ၂ သောင်း", ("20000", "CNY")),
        ("số tiền 1.250.000 đồng", ("1250000", "VND")),
        ("hai tỷ đồng", ("2000000000", "VND")),
        ("70 triệu đô la Úc", ("70000000", "AUD")),
        ("Rp 1.500.000", ("1500000", "IDR")),
        ("Rp 2,5 miliar", ("2500000000", "IDR")),
        ("50 ribu ringgit", ("50000", "MYR")),
        ("RM1.2 juta", ("1200000", "MYR")),
        ("limang milyong piso", ("5000000", "PHP")),
    ],
)
def test_sums_of_the_region(text: str, sum_: tuple[str, str]) -> None:
    assert found(text) == [sum_]


def test_a_text_that_writes_decimal_commas_is_read_so() -> None:
    vietnamese = "Người của công ty đã bán cho họ với giá 2.500 USD và 3,2 triệu USDT; các bị cáo không có."
    assert found(vietnamese) == [("2500", "USD"), ("3200000", "USDT")]
    assert found("Li paid 2.500 BTC of the sum and 2,500 dollars to the man.") == [("2.5", "BTC"), ("2500", "USD")]


def test_an_accomplice_is_no_dong() -> None:
    assert found("cùng 27 đồng phạm") == []


@pytest.mark.parametrize("unit", ["1", "1,", "1.", "1 ", "$", "三", "RM", "two ", "A", "(", "ล้าน", "1,000 "])
def test_reading_sums_takes_time_in_proportion_to_the_text(unit: str) -> None:
    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        started = time.process_time()
        sums(text)
        return time.process_time() - started

    cost(1_000)
    assert cost(160_000) < 40 * max(cost(20_000), 0.005)
