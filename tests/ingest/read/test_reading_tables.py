"""Tables, JSON and JSON lines: rows as documents, columns as metadata, entities and links."""

from __future__ import annotations

import datetime
import io
import json
from pathlib import Path

import openpyxl
import pytest

from ingest.read.columns import Columns
from ingest.reading import Mark, MarkedLink
from tests.ingest.read.results import Read

FIRMS = "Firm,Owner,Wallet,Since\nBlue Ltd,Ann Moe; Bo Lim,TXYZ,2024-03-01\nRed Co,,,\n"


def test_a_row_is_a_document_of_its_filled_cells(read: Read) -> None:
    first, second = read("firms.csv", FIRMS.encode()).documents
    assert first.text == "Firm: Blue Ltd\nOwner: Ann Moe; Bo Lim\nWallet: TXYZ\nSince: 2024-03-01"
    assert second.text == "Firm: Red Co"
    assert second.addresses == ("firms.csv#row=3",)


def test_columns_become_entities_and_links_between_them(read: Read) -> None:
    columns = Columns.parse(
        ["Owner=person", "Firm=Company", "Since=date", "Wallet=CryptoWallet"],
        ["Owner OWNS:owner Firm", "Firm HOLDS_ACCOUNT:holder Wallet"],
    )
    reading = read("firms.csv", FIRMS.encode(), columns=columns).readings[0]
    text = reading.document.text
    assert [(text[m.start : m.end], m.schema) for m in reading.marks] == [
        ("Blue Ltd", "Company"),
        ("Ann Moe", "Person"),
        ("Bo Lim", "Person"),
        ("TXYZ", "CryptoWallet"),
    ]
    assert reading.links == (
        MarkedLink("OWNS", "Person ann moe", "Company blue ltd", "owner", date="2024-03-01"),
        MarkedLink("OWNS", "Person bo lim", "Company blue ltd", "owner", date="2024-03-01"),
        MarkedLink("HOLDS_ACCOUNT", "Company blue ltd", "CryptoWallet txyz", "holder", date="2024-03-01"),
    )


def test_a_text_column_is_the_document_and_named_columns_its_metadata(read: Read) -> None:
    table = "id;title;text;published;url\n7;Raid;Police raided KK Park.;2025-09-08;https://a.example/7\n"
    document = read("t.csv", table.encode()).document
    assert (document.text, document.title, document.published, document.given_id) == (
        "Police raided KK Park.",
        "Raid",
        "2025-09-08",
        "7",
    )
    assert document.addresses == ("t.csv#row=2", "https://a.example/7")


def test_entities_beside_a_text_column_stand_below_the_text(read: Read) -> None:
    table = "text,Owner\nPolice raided KK Park.,Ann Moe\n"
    reading = read("t.csv", table.encode(), columns=Columns.parse(["Owner=Person"], [])).readings[0]
    assert reading.document.text == "Police raided KK Park.\n\nOwner: Ann Moe"
    assert reading.marks == (Mark(31, 38, "Person", "Person ann moe"),)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(read: Read, delimiter: str) -> None:
    rows = "\n".join(
        delimiter.join(row) for row in (("name", "born"), ("Ann, Moe" if delimiter != "," else "A", "1990"))
    )
    assert read("t.csv", rows.encode()).document.text.endswith("\nborn: 1990")


def test_a_table_without_headings_has_numbered_columns(read: Read, shared: Path) -> None:
    data = (shared / "data/sanctions/sdn-2021-07/sdn.csv").read_bytes()[:400]
    first = read("sdn.csv", data).documents[0]
    assert first.text == "column 1: 36\ncolumn 2: AEROCARIBBEAN AIRLINES\ncolumn 4: CUBA"


def workbook() -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "Firms"
    for row in (("Firm", "Paid", "On"), ("Blue Ltd", 2500.0, datetime.datetime(2025, 2, 1)), (None, None, None)):
        book.active.append(row)
    book.create_sheet("Empty")
    book.create_sheet("People").append(["Name"])
    book["People"].append(["Ann Moe"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_every_sheet_of_a_workbook_is_a_table(read: Read) -> None:
    result = read("book.xlsx", workbook())
    assert not result.failures
    assert [(d.addresses[0], d.text) for d in result.documents] == [
        ("book.xlsx#Firms#row=2", "Firm: Blue Ltd\nPaid: 2500\nOn: 2025-02-01"),
        ("book.xlsx#People#row=2", "Name: Ann Moe"),
    ]


def test_more_rows_than_allowed_end_the_table_with_a_line(read: Read) -> None:
    table = "name\n" + "\n".join(f"n{i}" for i in range(50))
    result = read("t.csv", table.encode(), limits={"max_members": 11})
    assert len(result.documents) == 10
    assert "--max-members" in result.failures[0].reason


@pytest.mark.parametrize(
    ("kinds", "links", "reason"),
    [
        (["Owner"], [], "not NAME=KIND"),
        (["Owner=Ship"], [], "no kind of column"),
        (["A=Person", "B=Company"], ["A KNOWS B"], "not NAME TYPE"),
        (["A=Person"], ["A OWNS B"], "has no schema"),
        (["A=Location", "B=Company"], ["A OWNS B"], "cannot go from Location to Company"),
        (["A=Person", "B=Company"], ["A OWNS:captain B"], "no role 'captain'"),
    ],
)
def test_wrong_columns_say_what_is_wrong(kinds: list[str], links: list[str], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        Columns.parse(kinds, links)


LINES = [
    {
        "id": "a1",
        "title": "T",
        "publisher": "P",
        "published": "2025-09",
        "text": "  Two\r\nlines\u00a0 \u2028and half.  ",
    },
    {"id": 7, "text": "Café \U0001f4b0 text"},
]


def test_the_text_of_json_lines_is_kept_as_it_is(read: Read) -> None:
    data = "\n".join(json.dumps(line) for line in LINES).encode()
    first, second = read("d.jsonl", data).documents
    assert first.text == LINES[0]["text"]
    assert (first.given_id, first.title, first.publisher, first.published) == ("a1", "T", "P", "2025-09")
    assert (second.text, second.given_id) == (LINES[1]["text"], "7")


def test_json_lines_are_never_taken_apart(read: Read, shared: Path) -> None:
    gold = (shared / "gold/dev.jsonl").read_bytes()
    documents = read("dev.jsonl", gold).documents
    texts = [json.loads(line)["text"] for line in gold.decode().splitlines()]
    assert [document.text for document in documents] == texts


def test_half_a_surrogate_pair_keeps_every_offset(read: Read) -> None:
    document = read("d.jsonl", b'{"text": "ab\\ud800cd \\ud83d\\udcb0 e"}\n').document
    assert document.text == "ab\ufffdcd \U0001f4b0 e"


def test_bad_lines_are_reported_by_number_and_the_others_read(read: Read) -> None:
    data = b'{"text": "one"}\n{"text": \n\n{"text": ""}\n[1]\n{"text": "five"}\n'
    result = read("d.jsonl", data)
    assert [document.text for document in result.documents] == ["one", "five"]
    assert [failure.address for failure in result.failures] == ["d.jsonl#2", "d.jsonl#4", "d.jsonl#5"]


def test_json_gives_its_records(read: Read) -> None:
    data = json.dumps(
        {"documents": [{"id": "x", "text": "One."}, {"name": "Ann", "tags": ["a", "b"], "at": {"city": "Bavet"}}]}
    )
    first, second = read("d.json", data.encode()).documents
    assert (first.text, first.given_id) == ("One.", "x")
    assert second.text == "name: Ann\ntags: a; b\nat.city: Bavet"
