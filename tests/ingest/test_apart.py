"""Reading in a process of its own: what hangs, crashes or swells is one line, and the next file is read."""

from __future__ import annotations

import gzip
import os
import signal
import time
from pathlib import Path

import pytest

from graph.model import Origin
from ingest.apart import Reader, readings
from ingest.limits import MIB, Limits
from ingest.read.session import Settings
from ingest.reading import Failure, Opened, Reading


def opened(data: bytes, name: str = "a.txt") -> Opened:
    return Opened(Origin(name, "0"), data)


def test_origins_are_read_one_after_the_other() -> None:
    with Reader(Settings()) as reader:
        for word in ("One", "Two"):
            (item,) = reader.read(opened(f"{word} sentence.".encode()))
            assert isinstance(item, Reading)
            assert item.document.text == f"{word} sentence."


def test_what_takes_too_long_is_ended_and_the_next_one_read() -> None:
    slow = b"<!doctype html><p>" + b"<p>" * 2_000_000
    with Reader(Settings(Limits(max_seconds=1, max_characters=10_000_000))) as reader:
        since = time.monotonic()
        (failure,) = reader.read(opened(slow, "slow.html"))
        assert time.monotonic() - since < 20
        assert failure == Failure("slow.html", "took more than 1 seconds; raise --max-seconds", stopped=True)
    with Reader(Settings(Limits(max_seconds=60))) as reader:
        (item,) = reader.read(opened(b"A sentence."))
        assert isinstance(item, Reading)


def test_a_reader_that_is_killed_is_one_line_and_replaced() -> None:
    with Reader(Settings()) as reader:
        reader.start()
        assert reader._process is not None
        assert reader._process.pid is not None
        os.kill(reader._process.pid, signal.SIGKILL)
        (failure,) = reader.read(opened(b"A sentence.", "x.txt"))
        assert isinstance(failure, Failure)
        assert "SIGKILL" in failure.reason
        assert failure.stopped
        (item,) = reader.read(opened(b"A sentence."))
        assert isinstance(item, Reading)


def test_what_takes_too_much_memory_is_one_line() -> None:
    with Reader(Settings(Limits(max_memory=512 * MIB, max_ratio=10**9))) as reader:
        (failure,) = reader.read(opened(gzip.compress(b"\0" * (300 * MIB), 1), "a.gz"))
        assert failure == Failure("a.gz", "nested too deeply or too large to be read")


def test_a_consumer_that_stops_early_does_not_get_the_rest_with_the_next_origin() -> None:
    table = "name\n" + "\n".join(f"row {i}" for i in range(5_000))
    with Reader(Settings()) as reader:
        for item in reader.read(opened(table.encode(), "t.csv")):
            assert isinstance(item, Reading)
            break
        (item,) = reader.read(opened(b"A sentence."))
        assert isinstance(item, Reading)
        assert item.document.text == "A sentence."


def test_readings_of_paths_come_in_order_with_what_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("A sentence.")
    (tmp_path / "b.txt").write_bytes(b"")
    items = list(readings(["a.txt", "no.txt", "b.txt"], Settings()))
    assert isinstance(items[0], Reading)
    assert [(i.address, i.reason.split(":")[0]) for i in items[1:] if isinstance(i, Failure)] == [
        ("no.txt", "no such file or folder"),
        ("b.txt", "empty"),
    ]
