"""Files to read: the paths as given, folders in the order of their names, `-` for standard input."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.errors import LimitExceeded, ReadError
from graph.model import Origin
from ingest.limits import Limits
from ingest.reading import Failure, Opened

STREAM = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """A file that is there, not yet opened, by its path as given; `-` for standard input."""

    path: str

    @property
    def address(self) -> str:
        """The path as it is shown and kept; bytes of a name that are no text become U+FFFD."""
        return _shown(self.path)

    def open(self, limits: Limits) -> Opened:
        """Its bytes and their SHA-256.

        Raises:
            ReadError: it cannot be read, is no plain file, or has more bytes than allowed.
        """
        if self.path == STREAM:
            data = sys.stdin.buffer.read(limits.max_bytes + 1)
        else:
            data = _bytes_of(self.path, limits.max_bytes + 1)
        if len(data) > limits.max_bytes:
            raise LimitExceeded(f"more than {limits.max_bytes} bytes; raise --max-bytes")
        return Opened(Origin(self.address, hashlib.sha256(data).hexdigest()), data)


def walk(paths: Iterable[str]) -> Iterator[Found | Failure]:
    """Every file of the paths once. What is no file, or leads out of its folder, is a Failure."""
    seen: set[str] = set()
    for path in paths:
        for item in _under(path):
            if item.address not in seen:
                seen.add(item.address)
                yield item


def _under(path: str) -> Iterator[Found | Failure]:
    if path == STREAM:
        yield Found(STREAM)
        return
    path = os.path.normpath(path)
    if Path(path).is_dir():
        yield from _folder(path)
    elif not os.path.lexists(path):
        yield Failure(_shown(path), "no such file or folder")
    else:
        yield Found(path)


def _shown(path: str) -> str:
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _folder(folder: str) -> Iterator[Found | Failure]:
    """The files below a folder; hidden ones and links are left out, and a link that leads outside is reported."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Failure(_shown(folder), f"cannot be listed ({error.strerror})")
        return
    for entry in entries:
        inner = os.path.join(folder, entry.name)  # noqa: PTH118  # the string as the user began it
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            if not _leads_inside(inner):
                yield Failure(
                    _shown(inner), "a link that leads out of its folder: not followed; name its target to read it"
                )
        elif entry.is_dir(follow_symlinks=False):
            yield from _folder(inner)
        elif entry.is_file(follow_symlinks=False):
            yield Found(inner)
        else:
            yield Failure(_shown(inner), "a device, pipe or socket: not read")


def _leads_inside(link: str) -> bool:
    """Whether a link's target stands beside or below it, so that it is read there."""
    try:
        return Path(link).resolve(strict=True).is_relative_to(Path(link).parent.resolve())
    except (OSError, RuntimeError):
        return False


def _bytes_of(path: str, most: int) -> bytes:
    """At most so many bytes of a plain file; opened without waiting, so that a pipe cannot hold the run."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise ReadError(f"cannot be opened ({error.strerror})") from None
    with open(handle, "rb") as file:  # noqa: PTH123  # a descriptor, which Path cannot open
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise ReadError("a device, pipe or socket: use - for a stream")
        try:
            return file.read(most)
        except OSError as error:
            raise ReadError(f"cannot be read ({error.strerror})") from None
