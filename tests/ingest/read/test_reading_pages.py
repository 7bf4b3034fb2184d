"""Web pages, PDF, Word and feeds: text without furniture, metadata of the document's own."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pypdfium2
import pytest

from tests.ingest.read.results import Read

PARAGRAPHS = [
    "BANGKOK: Thai police raided KK Park near Myawaddy on Monday and freed 24 Vietnamese nationals, they said.",
    "The compound is run by a company that the police accuse of fraud on a large scale, according to the statement.",
    "“They took my passport on the first day,” said one of those who were freed, a graduate of nineteen years.",
]
PAGE = """<!doctype html><html lang="en"><head><title>Police raid KK Park - Border Times</title>
<meta property="og:site_name" content="Border Times"><link rel="canonical" href="https://border.example/2025/raid">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Police raid KK Park",
"datePublished": "2025-09-08T23:10:00+07:00", "dateModified": "2025-10-01T00:00:00+07:00"}</script></head>
<body><nav><a href="/">Home</a> <a href="/asia">Asia</a></nav><article><h1>Police raid KK Park</h1>%s</article>
<aside><a href="/x">Ten beaches to see before you die</a></aside><footer>All rights reserved</footer></body></html>"""


def page(paragraphs: list[str] = PARAGRAPHS * 2) -> bytes:
    return (PAGE % "".join(f"<p>{p}</p>" for p in paragraphs)).encode()


def test_a_page_gives_its_story_and_what_its_head_says(read: Read) -> None:
    document = read("raid.html", page()).document
    assert document.title == "Police raid KK Park"
    assert document.publisher == "Border Times"
    assert document.published == "2025-09-08"
    assert document.addresses == ("raid.html", "https://border.example/2025/raid")
    assert all(paragraph in document.text for paragraph in PARAGRAPHS)
    assert "beaches" not in document.text
    assert "rights reserved" not in document.text


def test_a_page_that_names_no_day_has_none(read: Read) -> None:
    bare = "<html><head><title>x</title></head><body>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS) + "</body></html>"
    assert read("raid.html", bare.encode()).document.published is None


def test_the_encoding_that_a_page_declares_is_used(read: Read) -> None:
    text = (
        "<html><head><meta charset='windows-874'></head><body><p>"
        + "ตำรวจไทยจับกุมผู้ต้องหาที่แม่สอด " * 20
        + "</p></body></html>"
    )
    document = read("a.html", text.encode("cp874")).document
    assert "ตำรวจไทยจับกุม" in document.text
    assert document.language == "th"


@pytest.mark.parametrize(
    ("name", "published", "sentence"),
    [
        ("2019-cambodia.html", "2020-02-28", "The Cambodian National Police (CNP) maintains internal security."),
        ("2019-laos.html", "2020-03-03", "ruled by its only constitutionally legitimate party"),
    ],
)
def test_pages_with_much_furniture_give_their_report_alone(
    read: Read, shared: Path, name: str, published: str, sentence: str
) -> None:
    document = read(name, (shared / "data/samples/html" / name).read_bytes()).document
    assert document.published == published
    assert document.publisher == "United States Department of State"
    assert sentence in document.text
    assert "Trinidad and Tobago" not in document.text, "the country menu"
    assert document.text.count("\n") > 100


def test_pdf_lines_flow_into_paragraphs(read: Read, shared: Path) -> None:
    data = (shared / "data/samples/pdf/ofac-framework-for-ofac-compliance.pdf").read_bytes()
    result = read("framework.pdf", data)
    assert not result.failures
    assert result.document.title == "A Framework for OFAC Compliance Commitments"
    assert result.document.published == "2019-05-02"
    assert (
        "Office of Foreign Assets Control (OFAC) administers and enforces U.S. economic and trade sanctions programs "
        "against targeted foreign governments, individuals, groups, and entities in accordance with"
        in result.document.text
    )


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("empty.pdf", "empty: not a single byte"),
        ("password-example.pdf", "encrypted: save it without its password"),
        ("treasury-expanding-pocketbooks.pdf", "scanned: 1 page of pictures without text; run OCR on it first"),
    ],
)
def test_pdfs_without_readable_text_say_why(read: Read, shared: Path, name: str, reason: str) -> None:
    assert read(name, (shared / "data/samples/pdf" / name).read_bytes()).reason == reason


def test_every_other_sample_pdf_gives_a_document(read: Read, shared: Path) -> None:
    unread = {"empty.pdf", "password-example.pdf", "treasury-expanding-pocketbooks.pdf"}
    files = [path for path in sorted((shared / "data/samples/pdf").glob("*.pdf")) if path.name not in unread]
    assert len(files) == 8
    for path in files:
        assert len(read(path.name, path.read_bytes()).document.text) > 150, path.name


def scanned_and_text(shared: Path) -> bytes:
    """The picture-only page and the pages of the framework as one file."""
    folder = shared / "data/samples/pdf"
    with pypdfium2.PdfDocument.new() as pdf:
        for name in ("treasury-expanding-pocketbooks.pdf", "ofac-framework-for-ofac-compliance.pdf"):
            with pypdfium2.PdfDocument(folder / name) as part:
                pdf.import_pages(part)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def test_scanned_pages_are_named_and_the_other_pages_read(read: Read, shared: Path) -> None:
    result = read("mixed.pdf", scanned_and_text(shared))
    assert [f.reason for f in result.failures] == ["page 1 of 13: a picture without text; the other pages were read"]
    assert "A Framework for OFAC Compliance Commitments" in result.document.text


def test_a_pdf_with_too_many_pages_names_the_flag(read: Read, shared: Path) -> None:
    data = (shared / "data/samples/pdf/ofac-framework-for-ofac-compliance.pdf").read_bytes()
    assert "--max-pages" in read("a.pdf", data, limits={"max_pages": 11}).reason


def word_file(**properties: object) -> bytes:
    file = docx.Document()
    for name, value in properties.items():
        setattr(file.core_properties, name, value)
    file.add_heading("Case record 14")
    file.add_paragraph("Rotich paid the agency in March.")
    table = file.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Name", "Phone", "Prado", "+254 700 000000"), strict=True):
        cell.text = text
    file.add_paragraph("The file was closed.")
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def test_word_paragraphs_and_tables_keep_their_order(read: Read) -> None:
    import datetime

    document = read("case.docx", word_file(title="The Prado file", created=datetime.datetime(2024, 3, 5))).document
    assert document.text == (
        "Case record 14\nRotich paid the agency in March.\nName\tPhone\nPrado\t+254 700 000000\nThe file was closed."
    )
    assert (document.title, document.published) == ("The Prado file", "2024-03-05")


def test_the_day_of_a_library_template_is_no_publication_date(read: Read) -> None:
    assert read("case.docx", word_file()).document.published is None


FEED = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Border Times</title>
<item><title>Raid &amp; rescue</title><link>https://border.example/1</link>
<pubDate>Mon, 08 Sep 2025 23:10:00 +0700</pubDate>
<description><![CDATA[<p>Police raided <b>KK Park</b>.</p><p>They freed 24 people.</p>]]></description></item>
<item><title>Second</title><description>Plain words: 3 &lt; 4.</description></item></channel></rss>"""


def test_every_entry_of_a_feed_is_a_document(read: Read) -> None:
    first, second = read("news.rss", FEED.encode()).documents
    assert first.text == "Raid & rescue\n\nPolice raided KK Park.\nThey freed 24 people."
    assert (first.title, first.publisher, first.published) == ("Raid & rescue", "Border Times", "2025-09-08")
    assert first.addresses == ("news.rss#1", "https://border.example/1")
    assert second.text == "Second\n\nPlain words: 3 < 4."
    assert second.published is None


def test_an_atom_feed_is_read_too(read: Read) -> None:
    atom = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title><entry><title>A</title>
    <id>urn:1</id><updated>2025-02-01T10:00:00Z</updated>
    <content type="html">&lt;p&gt;Two firms.&lt;/p&gt;</content></entry>
    </feed>"""
    document = read("news.xml", atom.encode()).document
    assert (document.text, document.publisher, document.published) == ("A\n\nTwo firms.", "Desk", "2025-02-01")


def test_a_feed_that_breaks_off_gives_the_entries_before_the_break_and_a_line(read: Read, shared: Path) -> None:
    data = (shared / "data/samples/feeds/data_2022-08-03_cd530c3f.rss").read_bytes()
    whole, half = read("a.rss", data), read("a.rss", data[: len(data) // 2])
    assert not whole.failures
    assert 0 < len(half.documents) < len(whole.documents)
    assert "not sound XML" in half.failures[0].reason
