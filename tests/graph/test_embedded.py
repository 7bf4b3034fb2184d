"""The SQLite store among other processes, power cuts, foreign files, older versions and damage."""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.embedded import EmbeddedStore
from graph.embedded_schema import APPLICATION_ID, VERSION
from graph.errors import StoreError, StoreRefused, StoreUnreachable, StoreVersion
from graph.whole import dump
from tests.graph.building import ROOT, clean, extract, killed_after, writer
from tests.graph.test_stores import SHE_DENIES, SHE_HELD, SHE_RUNS_KK, fill

NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def store(path: Path) -> Iterator[EmbeddedStore]:
    with EmbeddedStore(str(path), create=True) as opened:
        fill(opened, SHE_RUNS_KK, SHE_DENIES, SHE_HELD)
        yield opened


# ---- other processes


def test_others_read_while_one_writes(store: EmbeddedStore, path: Path) -> None:
    before = dump(store)
    question = "import sys; from graph.store import open_store; print(open_store(sys.argv[1]).generation())"
    with store._writing():
        store._do("UPDATE document SET title = 'half written'")
        readers = [
            subprocess.Popen([sys.executable, "-c", question, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
            for _ in range(2)
        ]
        assert [reader.communicate(timeout=30)[0].strip() for reader in readers] == ["3", "3"]
        with EmbeddedStore(str(path)) as reader:
            assert dump(reader) == before


def test_two_writers_take_turns(path: Path, tmp_path: Path) -> None:
    EmbeddedStore(str(path), create=True).close()
    both = [writer(path, seed, 40) for seed in (1, 2)]
    assert [one.wait(120) for one in both] == [0, 0]
    with EmbeddedStore(str(path)) as store:
        assert dump(store) == clean(tmp_path / "clean.db", 1, 2, count=40)
        assert list(store.problems()) == []
        assert store.generation() == 80


def test_two_processes_may_make_a_store_at_once(path: Path) -> None:
    both = [writer(path, seed, 3) for seed in (1, 2)]
    assert [one.wait(120) for one in both] == [0, 0]
    with EmbeddedStore(str(path)) as store:
        assert store.generation() == 6


def test_a_process_killed_in_the_middle_leaves_whole_documents(path: Path, tmp_path: Path) -> None:
    expected = clean(tmp_path / "clean.db", 3, count=60)
    for kept in (1, 7, 20, 33):
        killed_after(writer(path, 3, 60), kept)
        with EmbeddedStore(str(path)) as store:
            assert len(list(store.document_ids())) > kept
            assert list(store.problems()) == []
    assert writer(path, 3, 60).wait(120) == 0
    with EmbeddedStore(str(path)) as store:
        assert dump(store) == expected


# ---- files that are no store of ours


def test_a_newer_store_is_left_alone(store: EmbeddedStore, path: Path) -> None:
    store._do(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(StoreVersion, match=f"schema version {VERSION + 1}, this program knows {VERSION}; upgrade"):
        EmbeddedStore(str(path), create=True)


def test_a_store_of_version_1_is_brought_up_to_date(store: EmbeddedStore, tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    with sqlite3.connect(old) as made:
        made.executescript((Path(__file__).parent / "version_1.sql").read_text(encoding="utf-8"))
    made.close()
    with EmbeddedStore(str(old)) as opened:
        assert dump(opened) == dump(store)
        assert opened.find("zhijiang") == store.find("zhijiang")
        assert list(opened.problems()) == []
        opened.forget(SHE_HELD.document.id)
        assert list(opened.problems()) == []
    with sqlite3.connect(old) as read:
        assert read.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert read.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    read.close()


def _text(path: Path) -> None:
    path.write_text("Dear reader, this is no database. " * 100)


def _foreign(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE customers (name TEXT)")
    other.close()


@pytest.mark.parametrize(
    ("make", "message"),
    [(_text, "not a scamgraph store"), (_foreign, "SQLite file of another program"), (Path.mkdir, "is a folder")],
)
def test_what_is_no_store_is_left_as_it_is(path: Path, make: Callable[[Path], None], message: str) -> None:
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError, match=message) as raised:
        EmbeddedStore(str(path), create=True)
    assert "\n" not in str(raised.value)
    assert before is None or path.read_bytes() == before


def test_a_store_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreUnreachable, match="no folder"):
        EmbeddedStore(str(tmp_path / "nowhere" / "store.db"), create=True)


def test_asking_leaves_no_empty_store_behind(path: Path) -> None:
    with pytest.raises(StoreUnreachable, match="scamgraph ingest"):
        EmbeddedStore(str(path))
    assert not path.exists()


def test_an_empty_file_becomes_a_store(path: Path) -> None:
    path.touch()
    with pytest.raises(StoreUnreachable, match="scamgraph ingest"):
        EmbeddedStore(str(path))
    with EmbeddedStore(str(path), create=True) as store:
        assert store.generation() == 0


def test_a_path_is_not_an_address(tmp_path: Path) -> None:
    odd = tmp_path / "what? #1 100% 王子.db"
    EmbeddedStore(str(odd), create=True).close()
    assert odd.exists()


def _as_nobody(path: str, answers: Any) -> None:
    """In a child process: what a user without rights is told."""
    if os.getuid() == 0:
        os.setuid(NOBODY)
    with EmbeddedStore(path) as store:
        answers.put(len(list(store.document_ids())))
        try:
            store.add(SHE_DENIES)
        except StoreRefused as error:
            answers.put(str(error))
        answers.put(list(store.problems()))


@pytest.mark.parametrize("folder_mode", [0o777, 0o555])
def test_a_read_only_store_answers_and_refuses_to_change(folder_mode: int) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        path = folder / "store.db"
        with EmbeddedStore(str(path), create=True) as store:
            fill(store, SHE_RUNS_KK)
        path.chmod(0o444)
        folder.chmod(folder_mode)
        context = multiprocessing.get_context("fork")
        answers: Any = context.Queue()
        child = context.Process(target=_as_nobody, args=(str(path), answers))
        child.start()
        assert answers.get(timeout=30) == 1
        assert "read-only" in answers.get(timeout=30)
        assert answers.get(timeout=30) == []
        child.join(30)
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


# ---- damage


DAMAGE = {
    "UPDATE document SET text = text || '!' WHERE given_id = 'news-1'": "its id is not that of its text",
    "UPDATE part SET mentions = '[[0,3,\"Shy\"]]' WHERE row = 1": "is not 'Shy'",
    "UPDATE part SET number = 9 WHERE row = 1": "it is number 9",
    "UPDATE claim SET role = 'tenant' WHERE role = 'developer'": "its id is not that of its content",
    "UPDATE claim SET value = 'vn' WHERE value = 'cn'": "its id is not that of its content",
    "UPDATE claim SET evidence = '[]' WHERE row = 1": "no evidence",
    "DELETE FROM claim WHERE role = 'developer'": "is not all there",
    "DELETE FROM part WHERE schema = 'Phone'": "is missing",
    "UPDATE part SET name = 'She Zhi-Jiang' WHERE row = 1": "was altered",
    "UPDATE claim SET link = NULL": "the view has",
    "UPDATE judgement SET verdict = 'different'": "its id is not that of its content",
    "DELETE FROM judgement WHERE row = (SELECT max(row) FROM judgement)": "not kept",
    "INSERT INTO judgement SELECT 99, 'x', 1, 2, 'same', 'full-name/1', 'why', NULL": "does not join",
    "UPDATE entity SET documents = 9": "the view has",
    "UPDATE entity SET name = 'Nobody'": "the view has",
    "UPDATE entity SET links = 0": "the view has",
    "UPDATE name SET said = said + 1": "the view has",
    "UPDATE name SET key = 'nothing'": "is filed under 'nothing'",
    "UPDATE link SET type = 'OWNS' WHERE type = 'OPERATES'": "the view has",
    "INSERT INTO entity VALUES (99, 'x.1', 'Person', 'Nobody', 1, 0)": "no fact makes it",
    "DELETE FROM name WHERE entity = 1": "the view has",
    "UPDATE part SET entity = NULL WHERE row = 1": "in no entity of the view",
    "DELETE FROM document": "is missing",
    "INSERT INTO name_text (name_text) VALUES ('delete-all')": "search index",
}


@pytest.mark.parametrize("statement", DAMAGE)
def test_damage_is_found(store: EmbeddedStore, statement: str) -> None:
    assert list(store.problems()) == []
    store._do("PRAGMA foreign_keys = OFF")
    store._do(statement)
    assert DAMAGE[statement] in "\n".join(store.problems())


@pytest.mark.parametrize("statement", [one for one, found in DAMAGE.items() if "view" in found or "index" in found])
def test_a_damaged_view_is_made_anew(store: EmbeddedStore, statement: str) -> None:
    before = dump(store)
    store._do(statement)
    store.rebuild()
    assert list(store.problems()) == []
    assert dump(store) == before


def test_a_truncated_file_is_an_error_in_one_line(store: EmbeddedStore, path: Path) -> None:
    store.close()
    path.write_bytes(path.read_bytes()[: 5 * 4096])
    with pytest.raises(StoreError, match=r"store\.db") as raised, EmbeddedStore(str(path)) as opened:
        dump(opened)
    assert "\n" not in str(raised.value)


# ---- cost


def test_a_document_costs_the_same_beside_a_large_entity(tmp_path: Path) -> None:
    """Counted in steps of SQLite's machine, so that no other process disturbs the figure."""

    def steps(store: EmbeddedStore, number: int) -> int:
        counted = 0

        def count() -> None:
            nonlocal counted
            counted += 1

        store._db.set_progress_handler(count, 50)
        one = _about_cambodia(number)
        store.add(one)
        store.forget(one.document.id)
        store._db.set_progress_handler(None, 0)
        return counted

    with EmbeddedStore(str(tmp_path / "hub.db"), create=True) as store:
        store._do("PRAGMA synchronous = OFF")
        for number in range(20):
            store.add(_about_cambodia(number))
        small = min(steps(store, number) for number in range(10_000, 10_020))
        for number in range(20, 1_500):
            store.add(_about_cambodia(number))
        large = min(steps(store, number) for number in range(10_000, 10_020))
    assert large < 1.5 * small


def _about_cambodia(number: int) -> Any:
    named = ("Location", "Cambodia"), ("Location", "Phnom Penh"), ("Person", f"Dara Sok{number}")
    links = [("LOCATED_IN", 2, 1), ("TRANSPORTED_TO", 3, 1)]
    return extract(f"Dara Sok{number} came to Phnom Penh, Cambodia.", *named, links=links)


def test_a_store_says_what_it_is_in_its_header(store: EmbeddedStore) -> None:
    assert store._one("PRAGMA application_id") == (APPLICATION_ID,)
    assert store._one("PRAGMA journal_mode") == ("wal",)
    assert store._one("PRAGMA synchronous") == (2,)


def test_a_dump_is_plain_data(store: EmbeddedStore) -> None:
    assert json.loads(json.dumps(dump(store)))[0][0] == "document"
