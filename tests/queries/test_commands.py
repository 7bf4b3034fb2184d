"""The asking commands as a person and a program call them."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.store import Store
from queries.cli import root


@pytest.fixture
def run(small: Store, tmp_path: Path):
    small.close()

    def call(*arguments: str) -> Result:
        return CliRunner().invoke(root, ["--store", str(tmp_path / "test.db"), *arguments])

    return call


def rows(result: Result) -> list[dict]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_search_finds_by_part_of_a_name_and_says_what_matched(run) -> None:
    (row,) = rows(run("search", "blue", "--format", "jsonl"))
    assert (row["schema"], row["name"], row["matched"]) == ("Company", "Blue Ltd", "Blue Ltd")


def test_search_forgives_a_slip(run) -> None:
    (row,) = rows(run("search", "Rde Park", "--format", "jsonl"))
    assert row["name"] == "Red Park" and row["score"] < 100


def test_search_forgives_a_slip_in_a_part_of_a_name(run) -> None:
    assert rows(run("search", "Westlnd", "--format", "jsonl"))[0]["name"] == "Westland"
    assert rows(run("search", "TW7U4XB5XWBFdkC1HXPCynW7nA", "--format", "jsonl"))[0]["schema"] == "CryptoWallet"


def test_search_for_nothing_known_is_an_error(run) -> None:
    result = run("search", "zzzzqqq")
    assert result.exit_code == 1


def test_path_prints_the_stated_fields(run) -> None:
    row = rows(run("path", "Ann Moe", "Red Park", "--k", "1", "--format", "jsonl"))[0]
    assert row["rank"] == 1 and row["hops"] == 1
    assert [set(e) for e in row["entities"]] == [{"id", "schema", "name"}] * 2
    link = row["links"][0]
    assert {"id", "type", "source", "target", "role", "status", "date", "evidence"} <= set(link)
    assert {"document", "quote", "start", "end"} <= set(link["evidence"][0])


def test_path_says_in_text_that_it_runs_over_a_denial(run) -> None:
    out = run("path", "Ann Moe", "Red Park", "--k", "1").stdout
    assert "over denied links" in out and "“Ann Moe OPERATES Red Park.”" in out and "Gazette, 2025-05-01" in out


def test_no_path_says_what_was_left_out(run) -> None:
    result = run("path", "Red Park", "Far Park")
    assert result.exit_code == 1 and "--through" in str(result.exception)


def test_show_holds_claims_with_quotes_and_documents(run) -> None:
    (row,) = rows(run("show", "Red Park", "--format", "jsonl"))
    assert {link["type"] for link in row["links"]} == {"OPERATES", "LOCATED_IN"}
    assert all(claim["evidence"] for link in row["links"] for claim in link["claims"])
    assert row["documents"][0]["publisher"] == "Gazette"


def test_show_as_csv_is_one_row_a_claim(run) -> None:
    result = run("show", "Red Park", "--format", "csv")
    table = list(csv.DictReader(io.StringIO(result.stdout)))
    assert len(table) == 3 and {"type", "other_name", "status", "quote"} <= set(table[0])


def test_neighbours_can_be_narrowed(run) -> None:
    assert [r["name"] for r in rows(run("neighbours", "Bo Lim", "--type", "FAMILY_OF", "--format", "jsonl"))] == [
        "Cy Tan"
    ]
    assert {r["name"] for r in rows(run("neighbours", "Bo Lim", "--schema", "Company", "--format", "jsonl"))} == {
        "Blue Ltd"
    }


def test_stats_counts_and_check_finds_the_store_whole(run) -> None:
    counted = {(r["what"], r["kind"]): r["count"] for r in rows(run("stats", "--format", "jsonl"))}
    assert counted["entities", "Person"] == 4
    assert run("check").exit_code == 0


def test_an_unknown_command_suggests_the_near_one(run) -> None:
    result = run("serch", "x")
    assert result.exit_code == 2 and "search" in result.stderr


def test_a_question_to_a_missing_store_makes_no_file(tmp_path: Path) -> None:
    missing = tmp_path / "none.db"
    result = CliRunner().invoke(root, ["search", "x", "--store", str(missing)])
    assert result.exit_code == 1 and not missing.exists()
