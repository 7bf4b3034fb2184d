"""Dates in nine languages, counted from the day of publication or from the date that was told before."""

from __future__ import annotations

import time

import pytest

from ingest.links.dates import FORMS, dates

PUBLISHED = "2025-09-15"  # a Monday


def values(text: str, published: str | None = PUBLISHED) -> list[str]:
    return [found.value for found in dates(text, published)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Three years ago he left", ["2022"]),
        ("two months ago; two weeks ago; ten days ago", ["2025-07", "2025-09", "2025-09-05"]),
        ("last week, this month, next year", ["2025-09", "2025-09", "2026"]),
        ("On 3 May he came; two days later he fled", ["2025-05-03", "2025-05-05"]),
        ("On 3 May he came, and the following day he fled", ["2025-05-03", "2025-05-04"]),
        ("On 3 May, two days after the raid, he fled", ["2025-05-03", "2025-05-01"]),
        ("He came on 3 May. Two days after the raid he fled", ["2025-05-03", "2025-05-05"]),
        ("founded in 2019 and sold a year later", ["2019", "2020"]),
        ("On 20 May he paid, and on the 23rd she was free", ["2025-05-20", "2025-05-23"]),
        ("early 2023, mid-2024, since 2019", ["2023", "2024", "2019"]),
        ("last May, last October, in May last year", ["2025-05", "2024-10", "2024-05"]),
        ("last summer, last spring", ["2025", "2025"]),
        ("He is due in court on Thursday", ["2025-09-18"]),
        ("the move is expected in March", ["2026-03"]),
        ("between 4 and 9 May", ["2025-05-04", "2025-05", "2025-05-09"]),
        ("from June to August 2024", ["2024-06", "2024", "2024-08"]),
        ("On the night of 8 February 85 people fled", ["2025-02-08"]),
        ("sold in 12/2024, freed on 27/8", ["2024-12", "2025-08-27"]),
        ("2024-03: he jumps bail", ["2024-03"]),
        ("6 OCTOBER 2024", ["2024-10-06"]),
        ("FY2019 to 2021-22", ["2021"]),
    ],
)
def test_english_dates(text: str, found: list[str]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "You may go; they march on; an august body; she sat and he will",
        "account 0033 2000 4518, IBAN CH14 2048 7676, phone +856 20 7700 1946",
        "Theo Dan and Sari Ng were sold for 2,024 dollars on the 3rd floor, room 1999b",
        "a month on the run, 45 days of leave, twice a week",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert values(text) == []


def test_what_would_lie_after_publication_was_not_told() -> None:
    assert values("On 14 September he fled. Three weeks later he was caught.") == ["2025-09-14"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("警方于2024年3月9日拘捕二人", ["2024-03-09"]),
        ("民國113年5月起訴；農曆八月十五日不算", ["2024-05"]),
        ("去年9月3日，今年四月，二〇二三年", ["2024-09-03", "2025-04", "2023"]),
        ("上个月被捕，昨日获释，周五开庭", ["2025-08", "2025-09-14", "2025-09-12"]),
        ("8月20日他付款，次日获释；三个月前", ["2025-08-20", "2025-08-21", "2025-06"]),
        ("他被关了3个月，月薪10万，住8号楼", []),
        ("เมื่อวันที่ 9 มีนาคม พ.ศ. 2568 ตำรวจจับกุม", ["2025-03-09"]),
        ("เมื่อ ๙ ก.พ. ๒๕๖๗ และ 19 พ.ค. 68", ["2024-02-09", "2025-05-19"]),
        ("เมื่อวานนี้ เดือนที่แล้ว ปีก่อน วันศุกร์", ["2025-09-14", "2025-08", "2024", "2025-09-12"]),
        ("ทุกวันนี้เขามีนามว่า", []),
        ("ថ្ងៃទី៩ ខែមីនា ឆ្នាំ២០២៥ និងក្នុងឆ្នាំ២០២៣", ["2025-03-09", "2023"]),
        ("ម្សិលមិញ ថ្ងៃសុក្រ ខែមុន", ["2025-09-14", "2025-09-12", "2025-08"]),
        ("၂၀၂၅ ခုနှစ် မတ်လ ၉ ရက်တွင်", ["2025-03-09"]),
        ("ယမန်နေ့က ဩဂုတ်လ ၂၀၂၄", ["2025-09-14", "2024-08"]),
        ("Ngày 9/3/2025, công an bắt; hồi tháng 3 năm ngoái", ["2025-03-09", "2024-03"]),
        ("tối qua, tuần trước, thứ Sáu, năm 2023; 3 tháng liền", ["2025-09-14", "2025-09", "2025-09-12", "2023"]),
        ("yang ditahan pada 9 Maret 2025, dan 5 Ogos 2024", ["2025-03-09", "2024-08-05"]),
        ("kemarin polisi telah menangkap dia; bulan lalu; pada Jumat", ["2025-09-14", "2025-08", "2025-09-12"]),
        ("antara 4 hingga 7 Mac, yang lalu", ["2025-03-04", "2025-03", "2025-03-07"]),
        ("Noong ika-9 ng Marso 2025 at Hulyo 4 ay dinakip ang mga suspek", ["2025-03-09", "2025", "2025-07-04"]),
        ("kahapon, nitong Biyernes, noong nakaraang buwan, ang mga", ["2025-09-14", "2025-09-12", "2025-08"]),
    ],
)
def test_dates_of_the_region(text: str, found: list[str]) -> None:
    assert values(text) == found


def test_every_form_is_a_known_one() -> None:
    assert {d.form for d in dates("On 3 May to 5 June 2024, last week, 去年9月, in 2019", PUBLISHED)} <= set(FORMS)


@pytest.mark.parametrize("unit", ["3月", "12/12/2020 ", "two days later ", "May ", "1 ", "(", "ngày 3 "])
def test_reading_dates_takes_time_in_proportion_to_the_text(unit: str) -> None:
    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        started = time.process_time()
        dates(text, PUBLISHED)
        return time.process_time() - started

    cost(1_000)
    assert cost(160_000) < 40 * max(cost(20_000), 0.005)
