"""`scamgraph ingest` and `scamgraph forget` as people call them."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REPORT = (
    "Police raid KK Park\n\nBANGKOK: Thai police raided KK Park near Myawaddy on Monday. Write to ann@moe.example.\n"
)


def scamgraph(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "queries.cli", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SCAMGRAPH_STORE": "s.db"}
    done = subprocess.run(command, env=environment, input=stdin, capture_output=True, check=False)
    return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_files_go_in_are_skipped_the_next_time_and_go_out_again() -> None:
    Path("a.txt").write_text(REPORT)
    first = scamgraph("ingest", "a.txt")
    assert first.stdout.startswith("1 document from 1 file: ")
    assert (first.returncode, first.stderr) == (0, "")
    assert scamgraph("ingest", "a.txt").stdout.endswith("; 1 unchanged, 0 failures\n")
    gone = scamgraph("forget", "a.txt", "--format", "jsonl")
    row = json.loads(gone.stdout)
    assert (gone.returncode, row["source"], len(row["documents"])) == (0, "a.txt", 1)
    assert row["entities"] >= 1
    again = scamgraph("forget", "a.txt")
    assert (again.returncode, again.stderr) == (1, "scamgraph: nothing in s.db came from a.txt\n")


def test_what_cannot_be_read_is_a_line_each_and_the_exit_code_is_one() -> None:
    Path("in").mkdir()
    Path("in/a.txt").write_text(REPORT)
    Path("in/b.pdf").write_bytes(b"")
    Path("in/c.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    done = scamgraph("ingest", "in", "gone.txt", "--format", "jsonl")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "scamgraph: in/b.pdf: empty: not a single byte",
        "scamgraph: in/c.png: a PNG picture: no text to read",
        "scamgraph: gone.txt: no such file or folder",
    ]
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(row["source"], row["documents"], row["status"]) for row in rows] == [
        ("in/a.txt", 1, "read"),
        ("in/b.pdf", 0, "failed"),
        ("in/c.png", 0, "failed"),
        ("gone.txt", 0, "failed"),
    ]
    assert rows[1]["reason"] == "empty: not a single byte"
    assert list(rows[0]) == ["source", "documents", "entities", "links", "status", "reason"]


def test_standard_input_is_read_as_what_it_is() -> None:
    record = json.dumps({"id": "x1", "text": REPORT, "published": "2025-09-08"})
    done = scamgraph("ingest", "-", "--format", "csv", stdin=record.encode())
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == "source,documents,entities,links,status,reason"
    assert scamgraph("forget", "x1").returncode == 0


def test_columns_make_entities_and_links() -> None:
    Path("firms.csv").write_text("Firm,Owner\nBlue Ltd,Ann Moe\n")
    columns = ("--column", "Owner=Person", "--column", "Firm=Company", "--link", "Owner OWNS:owner Firm")
    done = scamgraph("ingest", "firms.csv", *columns, "--format", "jsonl")
    row = json.loads(done.stdout)
    assert (row["documents"], row["entities"], row["links"]) == (1, 2, 1)


@pytest.mark.parametrize(
    "arguments",
    [
        ["ingest"],
        ["ingest", "a.txt", "--column", "Owner=Ship"],
        ["ingest", "a.txt", "--link", "A OWNS B"],
        ["ingest", "a.txt", "--encoding", "klingon"],
        ["ingest", "a.txt", "--max-bytes", "0"],
        ["ingest", "a.txt", "--input-format", "doc"],
    ],
)
def test_wrong_usage_is_exit_two_and_makes_no_store(arguments: list[str]) -> None:
    assert scamgraph(*arguments).returncode == 2
    assert not Path("s.db").exists()


def test_limits_can_be_set_by_flags_of_their_names() -> None:
    Path("a.txt").write_text(REPORT)
    done = scamgraph("ingest", "a.txt", "--max-bytes", "10")
    assert done.stderr == "scamgraph: a.txt: more than 10 bytes; raise --max-bytes\n"


def test_help_imports_no_heavy_package() -> None:
    program = "import sys\nfrom queries.cli import root\ntry:\n root(['ingest', '--help'])\nexcept SystemExit:\n pass\n"
    program += "print([name for name in ('spacy', 'numpy', 'lxml', 'trafilatura', 'sqlite3') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
    assert "scamgraph ingest reports/" in done.stdout


def test_a_terminal_sees_a_bar_and_names_that_cannot_steer_it() -> None:
    Path("a\x1b[2Jb.txt").write_bytes(b"")
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SCAMGRAPH_STORE": "s.db", "TERM": "xterm"}
    command = [sys.executable, "-m", "queries.cli", "ingest", "a\x1b[2Jb.txt"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=theirs) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                block = os.read(ours, 4096)
            except OSError:  # how Linux tells that the other side is closed
                break
            if not block:
                break
            shown += block
        assert process.wait() == 1
    os.close(ours)
    assert b"ingest" in shown
    assert "a�[2Jb.txt: empty: not a single byte".encode() in shown
    assert b"\x1b[2J" not in shown
