"""Plain text and Markdown, in the encodings that files come in."""

from __future__ import annotations

import pytest

from tests.ingest.read.results import Read

STORY = """Seven in court over typing jobs
By Dilrukshi Weerakkody, Evening Mirror
22 May 2025 04:11 pm

COLOMBO: Seven suspects were produced before the magistrate on Thursday, police said in a statement.
They are accused of sending forty-one people to a compound in Myawaddy.
"""


def test_headline_outlet_and_day_above_a_story_become_metadata(read: Read) -> None:
    document = read("story.txt", STORY.encode()).document
    assert (document.title, document.publisher, document.published, document.language) == (
        "Seven in court over typing jobs",
        "Evening Mirror",
        "2025-05-22",
        "en",
    )
    assert "forty-one people" in document.text
    assert document.addresses == ("story.txt",)


def test_a_day_that_only_the_running_text_names_is_no_publication_date(read: Read) -> None:
    text = "Note to file\n\nThe witness arrived in Bavet on 3 March 2024 and left on 9 May 2024, she told the officer."
    assert read("note.txt", text.encode()).document.published is None


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8-sig", "Thai police raided KK Park – 24 people were freed, it was said on Monday."),
        ("utf-16", "Thai police raided KK Park – 24 people were freed, it was said on Monday."),
        ("utf-16-le", "Thai police raided KK Park and 24 people were freed, it was said on Monday."),
        ("cp1252", "“Police” raided José’s café in Poipet – 24 people were freed, it was said on Monday."),
        ("gb18030", "佘智江在泰国曼谷被捕，警方称他是亚太新城的老板。该公司否认了这些指控。"),
        ("big5", "佘智江在泰國曼谷被捕，警方稱他是亞太新城的老闆。該公司否認了這些指控。"),
        ("cp874", "ตำรวจไทยจับกุมผู้ต้องหาชาวจีนสองคนที่อำเภอแม่สอด จังหวัดตาก เมื่อวันจันทร์"),
    ],
)
def test_text_is_read_in_the_encoding_it_was_written_in(read: Read, encoding: str, text: str) -> None:
    assert read("a.txt", text.encode(encoding)).document.text == text


def test_a_named_encoding_wins_over_detection(read: Read) -> None:
    text = "Полиция задержала двух подозреваемых в Пойпете в понедельник утром."
    assert read("a.txt", text.encode("koi8-r"), encoding="koi8-r").document.text == text


def test_a_character_that_is_cut_off_at_the_end_does_not_spoil_the_rest(read: Read) -> None:
    data = "佘智江在泰国曼谷被捕，警方称他是亚太新城的老板。".encode()[:-1]
    assert read("a.txt", data).document.text.startswith("佘智江在泰国曼谷被捕")


def test_markdown_loses_its_marks_and_keeps_addresses(read: Read) -> None:
    text = (
        "---\ntitle: The Landlords\ndate: 2025-06-12\nsource: Border Desk\n---\n# Ignored heading\n\n"
        "**Prince Group** owns [Jin Bei 4](https://jinbei.example/4), says its _own_ page https://a.example/x_y_z.\n"
    )
    document = read("note.md", text.encode()).document
    assert (document.title, document.published, document.publisher) == ("The Landlords", "2025-06-12", "Border Desk")
    assert "Prince Group owns Jin Bei 4 (https://jinbei.example/4), says its own page" in document.text
    assert "https://a.example/x_y_z" in document.text


def test_empty_and_blank_files_are_reported(read: Read) -> None:
    assert read("a.txt", b"").reason.startswith("empty")
    assert read("a.txt", b" \n\t\n ").reason == "empty: no text in it"


def test_binary_data_under_a_text_name_is_reported(read: Read) -> None:
    assert read("a.txt", bytes(range(256)) * 40).reason == "binary data, not text"


def test_a_document_longer_than_allowed_names_the_flag(read: Read) -> None:
    assert "--max-characters" in read("a.txt", b"word " * 100, limits={"max_characters": 99}).reason
