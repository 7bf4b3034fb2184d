"""What bytes are, by their content first and their name second."""

from __future__ import annotations

import re

from graph.errors import ReadError
from ingest.read.decode import decode

_HEAD = 65_536  # bytes that are looked at
_REFUSED = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"BM", "a BMP picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"OggS", "a sound or film"),
    (b"ID3", "a sound"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"fLaC", "a sound"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive: unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive: unpack it first"),
    (b"BZh", "a bzip2 archive: unpack it first"),
    (b"\xfd7zXZ\x00", "an xz archive: unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive: unpack it first"),
    (b"{\\rtf", "rich text (RTF): save it as docx or txt"),
    (b"%!PS", "PostScript: save it as PDF"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BY_EXTENSION = {
    "txt": ("txt", "md", "html", "eml", "mbox", "feed", "csv", "json", "jsonl"),
    "md": ("md", "txt"),
    "markdown": ("md", "txt"),
    "html": ("html",),
    "htm": ("html",),
    "xhtml": ("html",),
    "pdf": ("pdf",),
    "docx": ("docx",),
    "eml": ("eml", "mbox"),
    "mbox": ("mbox", "eml"),
    "rss": ("feed",),
    "atom": ("feed",),
    "csv": ("csv",),
    "tsv": ("csv",),
    "tab": ("csv",),
    "xlsx": ("xlsx",),
    "xlsm": ("xlsx",),
    "json": ("json", "jsonl"),
    "jsonl": ("jsonl", "json"),
    "ndjson": ("jsonl", "json"),
    "zip": ("zip",),
    "tar": ("tar",),
    "tgz": ("gz",),
    "gz": ("gz",),
}
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,60}):[ \t]?(.{0,998})")
_MAIL_NAMES = """
    from to cc bcc subject date sender reply-to message-id mime-version content-type received return-path delivered-to
    content-transfer-encoding in-reply-to references x-mailer
"""
_MAIL_HEADERS = frozenset(_MAIL_NAMES.split())
_MBOX = re.compile(r"From \S+(?: +\S+)* +\d\d:\d\d(?::\d\d)?\b.*\d{4}")
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_FEED = re.compile(r"<(?:rss|(?:\w+:)?feed|rdf:RDF)[\s>]", re.IGNORECASE)
_TAGS = re.compile(r"<(?:p|div|span|br|table|a|h[1-6]|ul|article|section|title|meta)\b[^<>]{0,300}>", re.IGNORECASE)


def sniff(data: bytes, name: str = "") -> str:
    """The format of `data`: a key of `session.READERS`.

    Raises:
        ReadError: it is of a known kind that holds no text, or that is not read.
    """
    packed = _packed(data)
    if packed:
        return packed
    for magic, kind in _REFUSED:
        if data.startswith(magic) and not (len(magic) < 4 and _is_text(data)):
            raise ReadError(f"{kind}: no text to read" if ":" not in kind else kind)
    return _textual(decode(data[:_HEAD]), extension(name))


def mislabelled(name: str, found: str) -> str | None:
    """A line that says so where a name promises another format than `found`."""
    promised = _BY_EXTENSION.get(extension(name))
    if promised is None or found in promised:
        return None
    return f"named .{extension(name)}, but it is {found}: read as that"


def extension(name: str) -> str:
    return name.rsplit(".", 1)[-1].lower() if "." in name else ""


def _packed(data: bytes) -> str | None:
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    if data.startswith(b"\x1f\x8b"):
        return "gz"
    if data[257:262] == b"ustar":
        return "tar"
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise ReadError("encrypted: save it without a password")
        raise ReadError("an old Office file (doc, xls, ppt or msg): save it as docx, xlsx or eml")
    return None


def _zipped(data: bytes) -> str:
    """docx, xlsx and their kin are zips; the names of their parts tell."""
    for part, found in ((b"word/document.xml", "docx"), (b"xl/workbook.xml", "xlsx")):
        if part in data[:4096] or part in data[-_HEAD:]:
            return found
    for part, kind in ((b"ppt/presentation.xml", "PowerPoint"), (b"opendocument", "OpenDocument")):
        if part in data[:4096] or part in data[-_HEAD:]:
            raise ReadError(f"{kind}: save it as docx, xlsx or PDF")
    return "zip"


def _is_text(data: bytes) -> bool:
    try:
        decode(data[:2048])
    except ReadError:
        return False
    return True


def _textual(head: str, ending: str) -> str:
    text = head.lstrip("\ufeff \t\r\n")
    if _HTML.match(_without_prologue(text)):
        return "html"
    if text.startswith("<") and (found := _marked_up(text, ending)):
        return found
    if _is_mbox(text):
        return "mbox"
    if _is_mail(text):
        return "eml"
    if _is_json(text, ending):
        return _json_kind(head, ending)
    if ending in ("csv", "tsv", "tab"):
        return "csv"
    if ending in ("md", "markdown"):
        return "md"
    return "html" if ending in ("html", "htm", "xhtml") else "txt"


def _without_prologue(text: str) -> str:
    """The text behind the comments and the XML declaration that a page may begin with."""
    for opening, closing in (("<?xml", ">"), ("<!--", "-->")) * 20:
        if text.startswith(opening):
            text = text.partition(closing)[2].lstrip()
    return text


def _marked_up(text: str, ending: str) -> str | None:
    if _FEED.search(text[:4000]):
        return "feed"
    if len(_TAGS.findall(text[:4000])) > 2:
        return "html"
    if text.startswith("<?xml") or ending == "xml":
        raise ReadError("XML of no known kind: neither a feed nor a page")
    return None


def _is_mbox(text: str) -> bool:
    first, _, rest = text.partition("\n")
    return _MBOX.match(first) is not None and _HEADER.match(rest) is not None


def _is_mail(text: str) -> bool:
    """A block of headers at the top, two of them such as mails have, one with an address, a date or a type."""
    names: set[str] = set()
    for line in text.split("\n")[:200]:
        line = line.rstrip("\r")
        if not line:
            break
        if line[0] in " \t" and names:
            continue
        match = _HEADER.match(line)
        if not match:
            break
        names.add(match[1].lower())
    known = names & _MAIL_HEADERS
    if names == {"content-type"}:
        return "boundary=" in text[:300]
    return len(known) >= 2 and 3 * len(known) >= len(names) and known != {"to", "date"}


def _is_json(text: str, ending: str) -> bool:
    if not text.startswith(("{", "[")):
        return False
    return ending in ("json", "jsonl", "ndjson") or re.match(r'\{\s*"|\[\s*[{\[]', text) is not None


def _json_kind(head: str, ending: str) -> str:
    """JSON lines where the first line is a whole object and another follows."""
    import json

    if ending in ("jsonl", "ndjson"):
        return "jsonl"
    first, _, rest = head.strip().partition("\n")
    if not rest.strip() or not first.startswith("{"):
        return "json"
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return "json" if len(first) < _HEAD // 2 else "jsonl"
    return "jsonl"
