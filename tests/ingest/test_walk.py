"""Walking: files once and in order; links, pipes and what is missing reported."""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path

import pytest

from graph.errors import LimitExceeded, ReadError
from ingest.limits import Limits
from ingest.reading import Failure
from ingest.walk import Found, walk


def fill(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_folders_are_walked_in_the_order_of_names(tmp_path: Path) -> None:
    fill(tmp_path, "in/b.txt", "in/a/z.txt", "in/c.txt", "in/.hidden", "in/.git/x.txt", "one.txt")
    found = [item.address for item in walk(["one.txt", "./in/", "in/b.txt", "-"])]
    assert found == ["one.txt", "in/a/z.txt", "in/b.txt", "in/c.txt", "-"]


def test_what_is_missing_is_reported_and_the_rest_walked(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    assert list(walk(["no", "a.txt"])) == [Failure("no", "no such file or folder"), Found("a.txt")]


def test_links_out_of_a_folder_and_loops_are_not_followed(tmp_path: Path) -> None:
    fill(tmp_path, "secret/s.txt", "in/a.txt", "in/deep/b.txt")
    (tmp_path / "in/out").symlink_to(tmp_path / "secret")
    (tmp_path / "in/loop").symlink_to(tmp_path / "in")
    (tmp_path / "in/again.txt").symlink_to("a.txt")
    (tmp_path / "in/self").symlink_to("self")
    items = list(walk(["in"]))
    assert [i.address for i in items if isinstance(i, Found)] == ["in/a.txt", "in/deep/b.txt"]
    assert [i.address for i in items if isinstance(i, Failure)] == ["in/out", "in/self"]


def test_a_pipe_cannot_hold_the_run(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    os.mkfifo(tmp_path / "in/pipe")
    assert list(walk(["in"])) == [Failure("in/pipe", "a device, pipe or socket: not read")]
    with pytest.raises(ReadError, match="use - for a stream"):
        Found("in/pipe").open(Limits())
    with pytest.raises(ReadError, match="use - for a stream"):
        Found("/dev/zero").open(Limits())


def test_an_opened_file_has_its_bytes_and_their_digest(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    opened = Found("a.txt").open(Limits())
    assert opened.data == b"a.txt"
    assert opened.origin.digest == hashlib.sha256(b"a.txt").hexdigest()


def test_a_file_larger_than_allowed_names_the_flag(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    with pytest.raises(LimitExceeded, match="--max-bytes"):
        Found("a.txt").open(Limits(max_bytes=4))


def test_a_file_that_may_not_be_opened_is_an_error_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ReadError, match="cannot be opened"):
        Found("gone.txt").open(Limits())


def test_standard_input_is_a_file_called_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"words")))
    opened = Found("-").open(Limits())
    assert (opened.origin.address, opened.data) == ("-", b"words")


def test_a_name_that_is_no_text_is_shown_and_opened(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / os.fsdecode(b"caf\xe9.txt")).write_text("words")
    (found,) = walk(["in"])
    assert isinstance(found, Found)
    assert found.address == "in/caf\ufffd.txt"
    assert found.open(Limits()).data == b"words"
