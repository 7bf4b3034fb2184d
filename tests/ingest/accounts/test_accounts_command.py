"""`scamgraph accounts`: what it prints and where it reads from."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[3]


def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "queries.cli", "accounts", *arguments]
    return subprocess.run(command, cwd=CHECKOUT, input=stdin, capture_output=True, encoding="utf-8", check=False)


def test_jsonl_is_one_line_a_document(tmp_path):
    documents = tmp_path / "cases.jsonl"
    documents.write_text(
        '{"id": "a", "text": "hr@gold.example"}\n{"id": "b", "text": "nothing"}\n'
        '{"id": "c", "text": "Call 012-345 6789", "region": "MY"}\n',
        encoding="utf-8",
    )
    done = run("--format", "jsonl", str(documents))
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(line["id"], [a["value"] for a in line["accounts"]]) for line in lines] == [
        ("a", ["hr@gold.example"]),
        ("b", []),
        ("c", ["+60123456789"]),
    ]
    assert lines[0]["accounts"][0] == {
        "kind": "email",
        "value": "hr@gold.example",
        "start": 0,
        "end": 15,
        "reason": "a mailbox below a public suffix",
    }


def test_text_is_one_line_an_account():
    done = run("-", stdin="Mail hr@gold.example or t.me/gold_hr1")
    assert [line.split("\t")[2:4] for line in done.stdout.splitlines()] == [
        ["email", "hr@gold.example"],
        ["telegram", "gold_hr1"],
    ]


def test_csv_has_a_header():
    done = run("--format", "csv", "-", stdin="Mail hr@gold.example")
    assert done.stdout.splitlines()[0] == "id,kind,value,start,end,reason"


def test_region_reads_national_numbers():
    assert "+66812345678" in run("--region", "th", "-", stdin="Call 081-234-5678").stdout


def test_missing_file_is_one_line_and_exit_1():
    done = run("no-such-file.txt")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "no-such-file.txt" in done.stderr


def test_pages_are_read_like_everywhere(tmp_path):
    page = tmp_path / "page.html"
    page.write_text(
        "<html><head><title>Notice</title></head><body><p>Write to hr@gold.example about it, "
        "or to nobody at all.</p></body></html>",
        encoding="utf-8",
    )
    done = run("--format", "jsonl", str(tmp_path))
    assert [account["value"] for account in json.loads(done.stdout)["accounts"]] == ["hr@gold.example"]


def test_line_without_a_text_is_reported_and_the_others_are_read(tmp_path):
    documents = tmp_path / "cases.jsonl"
    documents.write_text('{"id": "a"}\n{"id": "b", "text": ""}\n{"id": "c", "text": "hr@gold.example"}\n', "utf-8")
    done = run("--format", "jsonl", str(documents))
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["b", "c"]
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
