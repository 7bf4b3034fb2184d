"""Intake: only what is new, changed files replaced, the same store however often a run is killed."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.errors import StoreError
from graph.store import Store, open_store
from ingest.limits import Limits
from ingest.read.columns import Columns
from ingest.read.session import Settings
from tests.ingest.numbers_only import bring_in

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store("s.db", create=True) as opened:
        yield opened


def write(name: str, text: str) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text)
    return name


def dump(store: Store) -> dict[str, Any]:
    """All that a store holds, as far as its readers can tell."""
    ids = list(store.document_ids())
    entities = store.ranked()
    return {
        "documents": store.documents(ids),
        "extractors": {id_: store.extractor(id_) for id_ in ids},
        "entities": entities,
        "members": {entity.id: store.members(entity.id) for entity in entities},
        "links": store.links(edge.id for edge in store.all_edges()),
        "counts": store.counts(),
        "origins": {place: store.digest(place) for d in store.documents(ids).values() for place in d.addresses},
        "problems": list(store.problems()),
    }


def texts(store: Store) -> list[str]:
    return sorted(document.text for document in store.documents(store.document_ids()).values())


def test_documents_go_in_with_where_they_were_found(store: Store) -> None:
    write("in/a.txt", "Write to ann@moe.example and bo@lim.example soon.")
    (report,) = bring_in(store, "in")
    assert (report.source, report.status, report.entities, report.links) == ("in/a.txt", "read", 2, 1)
    (document,) = store.documents(store.document_ids()).values()
    assert document.addresses == ("in/a.txt",)


def test_an_unchanged_file_is_skipped_and_a_changed_one_replaces_what_it_said(store_address: str) -> None:
    with open_store(store_address, create=True) as store:
        write("a.txt", "Write to ann@moe.example soon.")
        write("b.txt", "Write to bo@lim.example soon.")
        bring_in(store, "a.txt", "b.txt")
        write("a.txt", "Write to cy@moe.example soon.")
        assert [report.status for report in bring_in(store, "a.txt", "b.txt")] == ["read", "unchanged"]
        assert texts(store) == ["Write to bo@lim.example soon.", "Write to cy@moe.example soon."]
        assert store.counts()["entities"] == {"Email": 2}


def test_another_way_of_reading_or_another_extractor_reads_the_file_again(store: Store) -> None:
    write("t.csv", "Firm,Mail\nBlue Ltd,ann@moe.example\n")
    bring_in(store, "t.csv")
    columns = Settings(columns=Columns.parse(["Firm=Company"], []))
    (report,) = bring_in(store, "t.csv", settings=columns)
    assert (report.status, report.entities) == ("read", 2)
    assert store.counts()["entities"] == {"Company": 1, "Email": 1}
    (report,) = bring_in(store, "t.csv", version="numbers-2")
    assert (report.status, report.entities) == ("read", 1)


def test_the_same_text_in_two_files_is_extracted_once_and_has_both_addresses(store: Store) -> None:
    write("a.txt", "Write to ann@moe.example soon.")
    write("b.txt", "Write to ann@moe.example soon.")
    first, second = bring_in(store, "a.txt", "b.txt")
    assert (first.entities, second.entities) == (1, 0)
    (document,) = store.documents(store.document_ids()).values()
    assert document.addresses == ("a.txt", "b.txt")
    assert store.forget("a.txt") == ()
    assert store.forget("b.txt") == (document.id,)


def test_copies_that_differ_in_line_breaks_and_spaces_are_one_document(store: Store) -> None:
    lines = ["Police raid KK Park", "", "Write to ann@moe.example, the police said in a long statement on Monday."]
    write("a.txt", "\n".join(lines))
    Path("b.txt").write_bytes(b"\xef\xbb\xbf" + "  \r\n".join(lines).encode() + b"\r\n\r\n")
    bring_in(store, "a.txt", "b.txt")
    (document,) = store.documents(store.document_ids()).values()
    assert document.addresses == ("a.txt", "b.txt")


def test_a_story_that_stands_twice_on_a_page_goes_out_with_the_page(store: Store, shared: Path) -> None:
    page = write("page.txt", (shared / "data/seeds/004_68208e1a16f95ac7.txt").read_text())
    (report,) = bring_in(store, page)
    assert len(report.documents) == 3
    addresses = [document.addresses for document in store.documents(report.documents).values()]
    assert sorted(addresses) == [("page.txt#1", "page.txt#3"), ("page.txt#2",), ("page.txt#4",)]
    assert len(store.forget(page)) == 3
    assert texts(store) == []


def test_what_cannot_be_read_is_reported_again_and_all_else_goes_in(store: Store) -> None:
    write("in/a.txt", "Write to ann@moe.example soon.")
    Path("in/b.pdf").write_bytes(b"%PDF-1.7 broken %%EOF")
    write("in/c.txt", "Write to bo@lim.example soon.")
    for expected in (["read", "failed", "read"], ["unchanged", "failed", "unchanged"]):
        reports = bring_in(store, "in", "no.txt")
        assert [report.status for report in reports] == [*expected, "failed"]
        assert [failure.reason for failure in reports[1].failures] == ["a damaged or truncated PDF"]
    assert len(texts(store)) == 2


def test_a_file_that_became_unreadable_keeps_what_it_said(store: Store) -> None:
    write("a.txt", "Write to ann@moe.example soon.")
    bring_in(store, "a.txt")
    write("a.txt", "")
    assert bring_in(store, "a.txt")[0].status == "failed"
    assert texts(store) == ["Write to ann@moe.example soon."]


def test_a_line_that_cannot_be_read_leaves_the_file_partly_read(store: Store) -> None:
    write("d.jsonl", '{"text": "Write to ann@moe.example."}\n{"text": \n')
    for _ in range(2):
        (report,) = bring_in(store, "d.jsonl")
        assert (report.status, len(report.documents)) == ("partly", 1)
    write("d.jsonl", '{"text": "Write to bo@lim.example."}\n')
    assert bring_in(store, "d.jsonl")[0].status == "read"
    assert texts(store) == ["Write to bo@lim.example."]


def test_a_file_that_is_not_read_to_its_end_lets_go_of_nothing(store: Store) -> None:
    write("d.jsonl", '{"text": "Write to ann@moe.example."}\n')
    bring_in(store, "d.jsonl")
    write("d.jsonl", "<!doctype html>" + "<p>" * 2_000_000)
    (report,) = bring_in(store, "d.jsonl", settings=Settings(Limits(max_seconds=1)))
    assert report.failures[-1].stopped
    assert texts(store) == ["Write to ann@moe.example."]


def test_standard_input_replaces_nothing_that_it_gave_before(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    for text in (b"Write to ann@moe.example.", b"Write to bo@lim.example."):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text)))
        assert bring_in(store, "-")[0].status == "read"
    assert len(texts(store)) == 2
    assert len(store.forget("-")) == 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_text_on_which_extraction_fails_is_one_line(store: Store, jobs: int) -> None:
    write(
        "a.jsonl",
        '{"text": "Write to ann@moe.example."}\n{"text": "A skull \u2620."}\n{"text": "Write to bo@lim.example."}\n',
    )
    (report,) = bring_in(store, "a.jsonl", jobs=jobs)
    assert [failure.reason for failure in report.failures] == ["could not be extracted (ValueError: a skull)"]
    assert len(report.documents) == 2


def test_a_process_that_breaks_down_is_one_line_and_replaced(store: Store) -> None:
    told = [f"Write to a{i}@moe.example." if i % 4 else f"Trefoil {i} \u2622" for i in range(12)]
    write("a.jsonl", "\n".join(json.dumps({"text": text}) for text in told))
    (report,) = bring_in(store, "a.jsonl", jobs=2)
    assert [(f.address, f.reason) for f in report.failures] == [
        (f"a.jsonl#{line}", "extraction broke down on it (exit code 3)") for line in (1, 5, 9)
    ]
    assert len(report.documents) == 9


def test_several_processes_give_the_same_store_and_reports_in_order(store: Store, shared: Path) -> None:
    paths = [str(shared / "data/samples/email"), str(ROOT / "ingest/samples/releases.jsonl")]
    alone = bring_in(store, *paths)
    with open_store("t.db", create=True) as other:
        together = bring_in(other, *paths, jobs=2)
        assert together == alone
        assert dump(other) == dump(store)
    assert dump(store)["problems"] == []


def start(*paths: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.ingest.numbers_only", "killed.db", *paths]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def documents_in(address: str) -> int:
    """Documents that are in a store by now; none while it is not there yet."""
    with contextlib.suppress(StoreError), open_store(address) as opened:
        return sum(1 for _ in opened.document_ids())
    return 0


def test_a_run_that_is_killed_and_run_again_gives_the_store_of_one_clean_run(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": f"d{i}", "text": f"Write to a{i}@moe.example and b{i % 7}@lim.example."}) for i in range(400)
    ]
    write("in/many.jsonl", "\n".join(lines))
    write("in/one.txt", "Write to a3@moe.example and to zed@moe.example.")
    write("in/two.txt", "Write to a3@moe.example and to zed@moe.example.")
    with open_store("clean.db", create=True) as clean:
        bring_in(clean, "in")
        whole = dump(clean)
    killed = 0
    for least in (1, 50, 120, 170):
        process = start("in")
        while process.poll() is None and documents_in("killed.db") < least:
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        process.communicate()
        with open_store("killed.db") as cut:
            assert list(cut.problems()) == [], "never half a document"
    assert killed >= 3
    last = start("in")
    assert last.wait() == 0, last.communicate()
    with open_store("killed.db") as again:
        assert dump(again) == whole


def test_helpers_end_with_a_killed_parent() -> None:
    lines = "\n".join(json.dumps({"text": f"Write to a{i}@moe.example."}) for i in range(5_000))
    write("many.jsonl", lines)
    process = start("many.jsonl")
    while documents_in("killed.db") < 5:
        time.sleep(0.02)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    assert children, "the reading process"
    process.send_signal(signal.SIGKILL)
    process.communicate()
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and any(Path(f"/proc/{child}/exe").exists() for child in children):
        time.sleep(0.05)
    assert not any(Path(f"/proc/{child}/exe").exists() for child in children)
