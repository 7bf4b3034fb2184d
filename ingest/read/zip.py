"""Zip archives: every member is read as the file it is; nothing is written to disk."""

from __future__ import annotations

import io
import zipfile
import zlib

from graph.errors import LimitExceeded, ReadError
from ingest.read.decode import decode
from ingest.read.session import Items, Piece, Session, clean_name
from ingest.reading import Failure

_BLOCK = 1 << 16
_UTF8 = 0x800  # the flag that says that a name is in UTF-8


def read(piece: Piece, session: Session) -> Items:
    """The members by name. One that is encrypted, damaged or far too large gives a line; the others go in."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(piece.data))
    except zipfile.BadZipFile:
        raise ReadError("truncated or damaged: its list of members is missing") from None
    members = sorted((m for m in archive.infolist() if not is_litter(m.filename)), key=lambda m: m.filename)
    if not members:
        raise ReadError("empty: an archive without members")
    for member in members:
        name = _name(member)
        try:
            data = _unpacked(archive, member, session)
        except ReadError as error:
            yield Failure(f"{piece.address}!/{clean_name(name)}", str(error))
            if isinstance(error, LimitExceeded):
                return
            continue
        yield from session.inside(piece, name, data)


def is_litter(name: str) -> bool:
    """Folders, and what systems leave in archives beside what people put there."""
    last = name.rstrip("/").rsplit("/", 1)[-1]
    return name.endswith("/") or name.startswith("__MACOSX/") or last in (".DS_Store", "Thumbs.db", "desktop.ini")


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, session: Session) -> bytes:
    """A member's bytes; its size is counted as it comes out, for what the archive says may be a lie."""
    if member.flag_bits & 1:
        raise ReadError("encrypted: unpack it with its password first")
    session.budget.check_ratio(member.file_size, member.compress_size)
    parts, size = [], 0
    try:
        with archive.open(member) as stream:
            while block := stream.read(_BLOCK):
                size += len(block)
                session.budget.expand(len(block))
                session.budget.check_ratio(size, member.compress_size)
                parts.append(block)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise ReadError(f"damaged member ({type(error).__name__})") from None
    return b"".join(parts)


def _name(member: zipfile.ZipInfo) -> str:
    """The member's name. One that is not in UTF-8 was read as cp437 and is mostly in the packer's own encoding."""
    if member.flag_bits & _UTF8 or member.filename.isascii():
        return member.filename
    try:
        return decode(member.filename.encode("cp437"))
    except (UnicodeEncodeError, ReadError):
        return member.filename
