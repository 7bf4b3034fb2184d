"""Dates as documents print them."""

from __future__ import annotations

import datetime

import pytest

from ingest.dateline import dateline
from ingest.dates import find_date, iso_date
from ingest.heading import byline, date_line, published_in


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2025-09-08T10:00:00Z", "2025-09-08"),
        ("20190502", "2019-05-02"),
        ("D:20190502101112+08'00'", "2019-05-02"),
        ("Mon, 14 Jun 2021 16:12:50 +0000", "2021-06-14"),
        ("September 8, 2025", "2025-09-08"),
        ("8 Sept 2025", "2025-09-08"),
        ("8 Ogos 2024", "2024-08-08"),
        ("2025年9月8日", "2025-09-08"),
        ("8 กันยายน 2568", "2025-09-08"),
        ("วันที่ ๘ กันยายน ๒๕๖๘", "2025-09-08"),
        ("ngày 8 tháng 9 năm 2025", "2025-09-08"),
        ("ថ្ងៃទី៨ ខែកញ្ញា ឆ្នាំ២០២៥", "2025-09-08"),
        ("၂၀၂၅ ခုနှစ်၊ ဖေဖော်ဝါရီလ ၁၈", "2025-02-18"),
        ("Sept. 2025", "2025-09"),
        ("2025-09", "2025-09"),
        ("2025", "2025"),
        (datetime.datetime(2025, 9, 8, 23, 59), "2025-09-08"),
    ],
)
def test_dates_in_many_forms_become_iso(value: object, iso: str) -> None:
    assert iso_date(value) == iso


@pytest.mark.parametrize(
    "value", [None, "", "hello", "today", "yesterday", "2024-02-30", "2025-13-40", "1700-01-01", "17"]
)
def test_what_is_no_date_is_none(value: object) -> None:
    assert iso_date(value) is None


def test_an_ambiguous_day_and_month_leave_the_year() -> None:
    assert iso_date("03/04/2025", "en") == "2025"
    assert iso_date("03/04/2025", "vi") == "2025-04-03"
    assert iso_date("13/04/2025", "en") == "2025-04-13"
    assert iso_date("04/13/2025", "en") == "2025-04-13"


def test_the_first_date_of_a_text_is_found_where_it_stands() -> None:
    found = find_date("Filed on 12 March 2025 and again on 2025-04-01.")
    assert found == (9, 22, "2025-03-12")


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Published Mon, Nov 10, 2025", "2025-11-10"),
        ("Thursday, April 17, 2025 • 4 min read", "2025-04-17"),
        ("发布时间：2025-09-08 10:11", "2025-09-08"),
        ("Incident date: 12 March 2025", None),
        ("DOB: 1 Jan 1974", None),
        ("He was born on 1 Jan 1974.", None),
    ],
)
def test_a_line_is_a_date_line_only_if_it_is_nothing_else(line: str, iso: str | None) -> None:
    assert date_line(line) == iso


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("The Riverfront | September 19, 2025 | 7-minute read | 中文", "2025-09-19"),
        ("By Nino Kvirikadze for Caucasus Page, October 6, 2025, 13:30", "2025-10-06"),
        ("Wednesday, 28/08/2024, 10:22 (GMT+7) — Listen to article", "2024-08-28"),
        ("Phnom Penh, 12 March 2025", "2025-03-12"),
        ("Case 14, opened 12 March 2025", None),
        ("Date of arrest: 12 March 2025", None),
    ],
)
def test_a_date_above_a_story_counts_where_it_stands_by_itself(line: str, iso: str | None) -> None:
    assert published_in([line]) == iso


def test_datelines_are_known_places_with_their_day_and_agency() -> None:
    line = dateline("BANGKOK, Sept 8, 2025 (AFP) – Thai police raided it.")
    assert line is not None
    assert (line.published, line.agency) == ("2025-09-08", "AFP")
    assert dateline("KUALA LUMPUR: The government agreed.") is not None
    assert dateline("SECRETARY BLINKEN: Thanks, Chris.") is None
    assert dateline("NOTE: The figures are provisional.") is None


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("By Akinyi Owuor, The Rift Courier", "The Rift Courier"),
        ("By TASHA BRIDGEWATER, DAILY LANTERN, in Dubai", "DAILY LANTERN"),
        ("By Meheret Tadesse, Staff Reporter, Addis Weekly Mirror", "Addis Weekly Mirror"),
        ("By Dilrukshi Weerakkody – Evening Mirror", "Evening Mirror"),
        ("By Jack Board and May Wong", None),
    ],
)
def test_a_by_line_names_the_outlet_behind_the_writer(line: str, outlet: str | None) -> None:
    signed = byline(line)
    assert signed is not None
    assert signed[1] == outlet


def test_other_lines_that_begin_with_by_are_no_by_lines() -> None:
    assert byline("By order of the board") is None
    assert byline("By the time the police came, the floor had been cleared of people and machines.") is None
