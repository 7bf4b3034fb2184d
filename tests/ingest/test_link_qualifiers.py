"""Dates, sums, speakers, counts and nationalities as sentences write them."""

from __future__ import annotations

import time

import pytest

from ingest.links.amounts import sums
from ingest.links.attribution import speaker
from ingest.links.dates import dates
from ingest.nationality import of_group, of_person
from ingest.numbers import first_number
from ingest.people import is_pseudonym, part_of

PUBLISHED = "2025-09-15"  # a Monday


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("arrested on 8 September 2025", ["2025-09-08"]),
        ("on Sept. 8, 2025, and on May 3rd, 2024", ["2025-09-08", "2024-05-03"]),
        ("08/09/2025 or 2025-09-08", ["2025-09-08", "2025-09-08"]),
        ("on 12 August", ["2025-08-12"]),
        ("on December 1", ["2024-12-01"]),
        ("on October 2", ["2025-10-02"]),
        ("in June 2021 and in March", ["2021-06", "2025-03"]),
        ("last month, last year", ["2025-08", "2024"]),
        ("on Thursday", ["2025-09-11"]),
        ("on Monday; last Monday; next Monday", ["2025-09-15", "2025-09-08", "2025-09-22"]),
        ("yesterday, today", ["2025-09-14", "2025-09-15"]),
        ("between 2019 and 2021", ["2019", "2021"]),
        ("worth $2020, 1,999 men, room 2019b, 31 February 2024, he may go", []),
    ],
)
def test_dates_are_read_against_the_day_of_publication(text: str, values: list[str]) -> None:
    assert [found.value for found in dates(text, PUBLISHED)] == values


def test_a_date_short_of_a_year_needs_the_day_of_publication() -> None:
    assert [d.value for d in dates("on Thursday, 12 August, in 2019", None)] == ["2019"]
    assert [d.value for d in dates("on Thursday, today, in June, last year", "2025-09")] == ["2025-06", "2024"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("US$1.2 million", ("1200000", "USD")),
        ("640,000 baht", ("640000", "THB")),
        ("3.105 BTC", ("3.105", "BTC")),
        ("RM62,400", ("62400", "MYR")),
        ("2.1 billion naira", ("2100000000", "NGN")),
        ("$3,000 each", ("3000", "USD")),
        ("210,000 USDT", ("210000", "USDT")),
        ("£11.3 million", ("11300000", "GBP")),
    ],
)
def test_sums_are_plain_numbers_with_a_currency(text: str, found: tuple[str, str]) -> None:
    assert [(s.amount, s.currency) for s in sums(f"She paid {text} to Li.")] == [found]


@pytest.mark.parametrize("text", ["24 people", "KK 88", "room 508", "5 k", "the 2020 list"])
def test_numbers_without_a_currency_are_no_sums(text: str) -> None:
    assert sums(text) == []


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("According to the Ministry of Commerce, the licence belongs to Li.", "the Ministry of Commerce"),
        ("“They were sold,” said Benedikt Hofmann.", "Benedikt Hofmann"),
        ("Prosecutors say that Ampika delivered 94 people.", "Prosecutors"),
        ("Li is the owner of KK Park.", None),
    ],
)
def test_the_speaker_is_named_as_written(sentence: str, who: str | None) -> None:
    assert speaker(sentence) == who


@pytest.mark.parametrize(
    ("phrase", "count"),
    [
        ("141 foreigners", 141),
        ("1,240 workers", 1240),
        ("Twenty-four Vietnamese", 24),
        ("a woman", 1),
        ("a 19-year-old student", 1),
        ("a hundred Ethiopians", 100),
        ("dozens of people", None),
        ("twenty or thirty men", None),
        ("three hundred and twelve men", 312),
    ],
)
def test_a_count_is_the_number_as_written(phrase: str, count: int | None) -> None:
    assert first_number(phrase) == count


@pytest.mark.parametrize(
    ("text", "name", "codes"),
    [
        ("Chinese national Li Wei was held", "Li Wei", ["cn"]),
        ("the Cambodian tycoon Kok An", "Kok An", ["kh"]),
        ("Liang Lingfei, 41, a citizen of Cambodia and Cyprus,", "Liang Lingfei", ["kh", "cy"]),
        ("Shen Guodong, a Chinese-born citizen of Vanuatu, said", "Shen Guodong", ["vu"]),
        ("Thai police arrested Li Wei", "Li Wei", []),
        ("Li Wei, who fled Chinese courts,", "Li Wei", []),
    ],
)
def test_a_persons_nationality_is_said_beside_the_name(text: str, name: str, codes: list[str]) -> None:
    start = text.index(name)
    assert of_person(text, start, start + len(name)) == codes


@pytest.mark.parametrize(
    ("text", "mention", "codes"),
    [
        ("24 Vietnamese nationals were freed", "24 Vietnamese nationals", ["vn"]),
        ("Nine people, all of them Thais, fled", "Nine people", ["th"]),
        ("three men from Kenya", "three men", ["ke"]),
        ("130 Chinese and Korean men", "130 Chinese and Korean men", ["cn", "kr"]),
        ("141 foreigners", "141 foreigners", []),
    ],
)
def test_a_groups_nationality_holds_for_all_of_it(text: str, mention: str, codes: list[str]) -> None:
    start = text.index(mention)
    assert of_group(text, start, start + len(mention)) == codes


def test_what_befell_a_group_goes_before_what_it_did() -> None:
    assert part_of("24 victims", "Police arrested 24 victims.") == "victims"
    assert part_of("24 foreigners", "Police arrested and charged 24 foreigners.") == "suspects"


def test_pseudonyms_are_names_that_hide() -> None:
    text = 'Jett (a pseudonym to protect him) met Victim 4 and a man called "Boss Kevin"; Li Wei knew.'
    for name, hidden in (("Jett", True), ("Victim 4", True), ("Boss Kevin", True), ("Li Wei", False)):
        start = text.index(name)
        assert is_pseudonym(text, [(start, start + len(name))]) is hidden


@pytest.mark.parametrize("unit", ["2020 ", "1,000 ", "May 3 ", "$", "Chinese ", "12/12/2020 "])
def test_reading_takes_time_in_proportion_to_the_text(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    started = time.process_time()
    dates(text, PUBLISHED)
    sums(text)
    assert time.process_time() - started < 10
