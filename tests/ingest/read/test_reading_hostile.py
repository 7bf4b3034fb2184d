"""Hostile, damaged and mislabelled input: one line each, never an exception, never more than the limits allow."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import openpyxl
import pytest

from tests.ingest.read.results import Read

LAUGHS = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10 if i else "ha"}">' for i in range(12))


def zipped(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def tarred(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for info, data in members:
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def test_members_of_archives_inside_one_another_are_read(read: Read) -> None:
    inner = gzip.compress(tarred((tarfile.TarInfo("c/d.txt"), b"Deep inside.")))
    result = read("a.zip", zipped(("b.tar.gz", inner), ("e.txt", b"Beside it.")))
    assert not result.failures
    assert [(d.addresses[0], d.text) for d in result.documents] == [
        ("a.zip!/b.tar.gz!/b.tar!/c/d.txt", "Deep inside."),
        ("a.zip!/e.txt", "Beside it."),
    ]


def test_litter_of_archives_is_left_out(read: Read) -> None:
    data = zipped(("__MACOSX/._a.txt", b"\x00\x05"), ("x/.DS_Store", b"\x00"), ("x/", b""), ("a.txt", b"Words."))
    assert read("a.zip", data).document.addresses == ("a.zip!/a.txt",)


def test_a_bomb_in_an_archive_is_one_line(read: Read) -> None:
    result = read("a.zip", zipped(("bomb.txt", b"0" * 50_000_000)))
    assert result.failures[0].address == "a.zip!/bomb.txt"
    assert "--max-ratio" in result.reason


def test_a_gzip_bomb_is_stopped_while_it_unpacks(read: Read) -> None:
    assert "--max-ratio" in read("a.txt.gz", gzip.compress(b"\0" * 100_000_000, 1)).reason


def test_a_member_that_lies_about_its_size_is_counted_as_it_comes_out(read: Read) -> None:
    data = bytearray(zipped(("a.txt", bytes(range(256)) * 20_000)))
    central = data.rindex(b"PK\x01\x02")
    data[central + 24 : central + 28] = (100).to_bytes(4, "little")
    data[22:26] = (100).to_bytes(4, "little")
    result = read("a.zip", bytes(data))
    assert not result.documents
    assert len(result.failures) == 1


def test_all_that_a_file_unpacks_to_is_limited_together(read: Read) -> None:
    data = zipped(*((f"{i}.txt", f"Report {i}. ".encode() * 400) for i in range(20)))
    result = read("a.zip", data, limits={"max_expanded": 20_000})
    assert 0 < len(result.documents) < 20
    assert "--max-expanded" in result.failures[-1].reason


def test_archives_nested_too_deeply_are_one_line(read: Read) -> None:
    data = b"Words."
    for level in range(8):
        data = zipped((f"{level}.zip" if level else "a.txt", data))
    assert "--max-depth" in read("a.zip", data).reason


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.txt", "/etc/passwd.txt", "..\\..\\etc\\passwd.txt", "etc/\x1b[2J/passwd.txt"]
)
def test_names_that_lead_out_of_an_archive_are_shown_clean_and_written_nowhere(
    read: Read, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    address = read("a.zip", zipped((name, b"Words."))).document.addresses[0]
    assert address in ("a.zip!/etc/passwd.txt", "a.zip!/etc/[2J/passwd.txt")
    assert list(tmp_path.iterdir()) == []


def test_links_and_devices_in_a_tar_are_reported_and_not_followed(read: Read) -> None:
    link, device = tarfile.TarInfo("evil"), tarfile.TarInfo("zero")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    device.type = tarfile.CHRTYPE
    result = read("a.tar", tarred((link, b""), (device, b""), (tarfile.TarInfo("a.txt"), b"Words.")))
    assert [failure.reason for failure in result.failures] == ["a link or device: not followed"] * 2
    assert result.document.text == "Words."


def test_an_encrypted_member_is_one_line_and_the_others_are_read(read: Read) -> None:
    data = bytearray(zipped(("a.txt", b"Secret words."), ("b.txt", b"Open words.")))
    for magic, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(magic) + flags] |= 1
    result = read("a.zip", bytes(data))
    assert [failure.reason for failure in result.failures] == ["encrypted: unpack it with its password first"]
    assert result.document.text == "Open words."


def test_encrypted_office_files_say_so(read: Read) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + "EncryptedPackage".encode("utf-16-le") + bytes(1000)
    assert read("a.docx", data).reason == "encrypted: save it without a password"
    assert "old Office file" in read("a.doc", data[:900]).reason


@pytest.mark.parametrize(
    ("name", "data"),
    [
        (
            "a.rss",
            f"<?xml version='1.0'?><!DOCTYPE rss [{LAUGHS}]>"
            "<rss><channel><item><title>&l11;</title></item></channel></rss>",
        ),
        ("a.html", f"<!DOCTYPE html [{LAUGHS}]><html><body><p>&l11; {'word ' * 100}</p></body></html>"),
    ],
)
def test_a_billion_laughs_stay_small(read: Read, name: str, data: str) -> None:
    result = read(name, data.encode())
    assert all(len(document.text) < 2_000 for document in result.documents)
    assert result.documents or "bomb" in result.reason


def office(part: str, xml: str) -> bytes:
    book = io.BytesIO()
    openpyxl.Workbook().save(book)
    out = io.BytesIO()
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            new.writestr(info.filename, old.read(info) if info.filename != part else xml)
        if part not in old.namelist():
            new.writestr(part, xml)
    return out.getvalue()


def test_a_billion_laughs_in_an_office_file_are_one_line(read: Read) -> None:
    xml = f"<?xml version='1.0'?><!DOCTYPE w [{LAUGHS}]><w>&l11;</w>"
    assert "EntitiesForbidden" in read("a.docx", office("word/document.xml", xml)).reason
    assert read("a.xlsx", office("xl/worksheets/sheet1.xml", xml)).reason.startswith("damaged")


def test_entities_that_name_files_are_not_read(read: Read) -> None:
    xml = "<?xml version='1.0'?><!DOCTYPE w [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><w>&x;</w>"
    assert "EntitiesForbidden" in read("a.docx", office("word/document.xml", xml)).reason
    page = (
        f"<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><html><body><p>&x; {'word ' * 50}</p></body></html>"
    )
    assert "root:" not in read("a.html", page.encode()).document.text


def test_what_nests_without_end_is_one_line(read: Read) -> None:
    assert read("a.json", b"[" * 200_000).reason
    assert read("a.jsonl", b'{"a":' * 200_000).reason
    deep = "<a>" * 50_000 + "</a>" * 50_000
    assert read("a.docx", office("word/document.xml", f"<d>{deep}</d>")).reason


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(100), "a PNG picture: no text to read"),
        ("a.pdf", b"\xff\xd8\xff\xe0" + bytes(100), "a JPEG picture: no text to read"),
        ("a.docx", b"PK\x03\x04 broken", "truncated or damaged: its list of members is missing"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c" + bytes(20), "a 7z archive: unpack it first"),
        ("a.rtf", b"{\\rtf1 hello}", "rich text (RTF): save it as docx or txt"),
        ("a.xml", b"<?xml version='1.0'?><ledger><row/></ledger>", "XML of no known kind: neither a feed nor a page"),
        ("a.gz", gzip.compress(b"words " * 1000)[:-20], "truncated: the gzip stream breaks off"),
        ("a.zip", zipped(), "empty: an archive without members"),
    ],
)
def test_what_holds_no_readable_text_says_what_it_is(read: Read, name: str, data: bytes, reason: str) -> None:
    result = read(name, data)
    assert result.failures[-1].reason == reason
    assert not result.documents


def test_a_mislabelled_file_is_read_as_what_it_is_with_a_line(read: Read) -> None:
    result = read(
        "report.pdf", b"<!doctype html><html><body><p>" + b"Police raided KK Park. " * 30 + b"</p></body></html>"
    )
    assert [failure.reason for failure in result.failures] == ["named .pdf, but it is html: read as that"]
    assert "Police raided KK Park." in result.document.text


def test_a_format_that_the_user_names_is_not_argued_with(read: Read) -> None:
    result = read("a.dat", b"From: a@b.example\nTo: c@d.example\n\nWords.", input_format="txt")
    assert result.document.text.startswith("From: a@b.example")
    assert not result.failures


def samples(shared: Path) -> list[Path]:
    folder = shared / "data"
    files = [p for name in ("email", "feeds", "html", "pdf") for p in sorted((folder / "samples" / name).iterdir())]
    return [path for path in files if path.stat().st_size]


def test_samples_cut_off_anywhere_give_documents_or_lines(read: Read, shared: Path) -> None:
    for path in samples(shared):
        data = path.read_bytes()
        for cut in (1, 9, len(data) // 3, len(data) * 3 // 4, len(data) - 2):
            result = read(path.name, data[:cut])
            assert result.readings or result.failures, (path.name, cut)
            for document in result.documents:
                document.text.encode()


@pytest.mark.parametrize("name", ["scotus-transcript-p1.pdf", "senate-expenditures.pdf", "word365_structure.pdf"])
def test_a_pdf_that_breaks_off_says_so(read: Read, shared: Path, name: str) -> None:
    data = (shared / "data/samples/pdf" / name).read_bytes()
    result = read(name, data[: len(data) * 9 // 10])
    assert any("breaks off" in f.reason or "truncated" in f.reason for f in result.failures)
