"""Mail: headers as text and metadata, bodies, attachments; malformed messages give a document or a line."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

from tests.ingest.read.results import Read


def message(**headers: str) -> EmailMessage:
    mail = EmailMessage()
    for name, value in headers.items():
        mail[name] = value
    mail.set_content("Please pay to the new account.\n")
    return mail


def test_headers_are_metadata_and_stand_above_the_body(read: Read) -> None:
    mail = message(From="Madam Chebet <chebet@agency.example>", To="rotich@mail.example", Subject="Überweisung £")
    mail["Date"] = "Mon, 08 Sep 2025 23:10:00 +0700"
    document = read("mail.eml", mail.as_bytes()).document
    assert document.title == "Überweisung £"
    assert document.publisher == "Madam Chebet <chebet@agency.example>"
    assert document.published == "2025-09-08"
    assert document.text.startswith("From: Madam Chebet <chebet@agency.example>\nTo: rotich@mail.example\n")
    assert document.text.endswith("\n\nPlease pay to the new account.")


def test_attachments_are_documents_of_their_own_and_read_as_what_they_are(read: Read) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("list.csv", "name,phone\nPrado,+254700000000\n")
    inner = message(From="a@b.example", To="c@d.example", Subject="Inner")
    inner.add_attachment(b"A note on the firm.", maintype="text", subtype="plain", filename="note.txt")
    mail = message(From="x@y.example", To="z@y.example", Subject="Outer")
    mail.add_attachment(packed.getvalue(), maintype="application", subtype="zip", filename="papers.zip")
    mail.add_attachment(inner)
    result = read("outer.eml", mail.as_bytes())
    assert not result.failures
    assert [document.addresses[0] for document in result.documents] == [
        "outer.eml",
        "outer.eml!/papers.zip!/list.csv#row=2",
        "outer.eml!/message-2.eml",
        "outer.eml!/message-2.eml!/note.txt",
    ]
    assert result.documents[1].text == "name: Prado\nphone: +254700000000"


def test_an_html_mail_gives_all_its_text(read: Read) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@b.example", "c@d.example", "S"
    mail.set_content("<table><tr><td>Wire to</td><td>Kim Sa 2</td></tr></table><p>Soon.</p>", subtype="html")
    assert read("a.eml", mail.as_bytes()).document.text.endswith("Wire to\tKim Sa 2\nSoon.")


def test_of_alternatives_the_plain_one_is_read(read: Read) -> None:
    mail = message(From="a@b.example", To="c@d.example", Subject="S")
    mail.add_alternative("<p>the same in colour</p>", subtype="html")
    assert "in colour" not in read("a.eml", mail.as_bytes()).document.text


def test_pictures_of_the_layout_are_no_attachments_but_attached_pictures_are_reported(read: Read) -> None:
    mail = message(From="a@b.example", To="c@d.example", Subject="S")
    mail.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", disposition="inline")
    mail.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="passport.png")
    result = read("a.eml", mail.as_bytes())
    assert [(f.address, f.reason) for f in result.failures] == [
        ("a.eml!/passport.png", "a PNG picture: no text to read")
    ]
    assert len(result.documents) == 1


def test_a_mailbox_gives_every_message(read: Read) -> None:
    first = message(From="a@b.example", To="c@d.example", Subject="First").as_bytes()
    second = message(From="e@f.example", To="c@d.example", Subject="Second").as_bytes()
    box = (
        b"From a@b.example Mon Sep  8 23:10:00 2025\n"
        + first
        + b"\nFrom e@f.example Tue Sep  9 01:00:00 2025\n"
        + second
    )
    result = read("box.mbox", box)
    assert [(d.title, d.addresses[0]) for d in result.documents] == [("First", "box.mbox#1"), ("Second", "box.mbox#2")]


def test_every_sample_mail_gives_a_document_or_one_line(read: Read, shared: Path) -> None:
    files = sorted((shared / "data/samples/email").iterdir())
    assert len(files) == 48
    alone = {}
    for path in files:
        result = read(path.name, path.read_bytes())
        assert result.documents or len(result.failures) == 1, path.name
        if not result.documents:
            alone[path.name] = result.reason
        assert not any("Error" in failure.reason for failure in result.failures), path.name
    assert alone == {"msg_18.txt": "a mail without headers, body and attachments"}


def test_a_digest_gives_its_messages(read: Read, shared: Path) -> None:
    result = read("msg_02.txt", (shared / "data/samples/email/msg_02.txt").read_bytes())
    assert [document.title for document in result.documents][:3] == [
        "Ppp digest, Vol 1 #2 - 5 msgs",
        "[Ppp] testing #1",
        None,
    ]
    assert len(result.documents) == 6


def test_headers_in_an_undeclared_encoding_are_read_all_the_same(read: Read) -> None:
    subject = "佘智江案开庭审理的通知，请各位记者准时到场".encode("gb18030")
    data = b"From: a@b.example\nTo: c@d.example\nSubject: " + subject + b"\nDate: nonsense\n\nWords.\n"
    document = read("a.eml", data).document
    assert document.title == "佘智江案开庭审理的通知，请各位记者准时到场"
    assert document.published is None
    document.text.encode()
