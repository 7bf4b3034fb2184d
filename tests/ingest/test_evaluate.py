"""The figures, counted by hand and against the reference scorer."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from graph.errors import GoldError
from ingest.commands_evaluate import evaluate
from ingest.evaluate import Figure, errors, figures, paired, read_records

TEXT = "Thai police arrested Li Wei at KK Park. Wei owns KK Park in Bavet."


def entity(name: str, schema: str, *mentions: tuple[int, int], **more: Any) -> dict[str, Any]:
    return {"id": name, "schema": schema, "name": name, "mentions": [list(m) for m in mentions], **more}


def link(kind: str, source: str, target: str, **more: Any) -> dict[str, Any]:
    return {"type": kind, "source": source, "target": target, "evidence": [0, 39], "status": "asserted", **more}


GOLD = {
    "id": "d",
    "text": TEXT,
    "entities": [
        entity("p", "PublicBody", (0, 11)),
        entity("l", "Person", (21, 27), (40, 43), nationality=["cn"]),
        entity("k", "Compound", (31, 38), (49, 56)),
        entity("b", "Location", (60, 65)),
    ],
    "links": [
        link("ACTED_AGAINST", "p", "l", role="arrested", date="2025-09-08"),
        link("OWNS", "l", "k", role="owner"),
        link("LOCATED_IN", "k", "b"),
    ],
}
PRED = {
    "id": "d",
    "text": TEXT,
    "entities": [
        entity("e1", "PublicBody", (0, 11)),
        entity("e2", "Person", (21, 27), nationality=["cn", "th"]),
        entity("e3", "Person", (40, 43)),
        entity("e4", "Compound", (31, 38), (49, 56)),
        entity("e5", "Location", (57, 65)),
    ],
    "links": [
        link("ACTED_AGAINST", "e1", "e2", role="arrested", status="alleged"),
        link("OWNS", "e4", "e2", role="owner"),
        link("LOCATED_IN", "e4", "e5"),
    ],
}


def of(found: list[Figure], name: str, label: str | None = None) -> Figure:
    return next(f for f in found if (f.name, f.label) == (name, label))


def test_figures_are_those_counted_by_hand() -> None:
    found = list(figures(paired([GOLD], {"d": PRED})))
    exact, relaxed = of(found, "mentions, exact"), of(found, "mentions, relaxed")
    assert (exact.gold, exact.pred, exact.right) == (6, 6, 5)
    assert relaxed.right == 6
    links = of(found, "links")
    assert (links.gold, links.pred, links.right) == (3, 3, 2)
    assert of(found, "status").p == 0.5
    assert of(found, "date").p == 0.0
    nationality = of(found, "nationality")
    assert (nationality.gold, nationality.pred, nationality.right) == (1, 2, 1)


def test_a_place_that_follows_by_transitivity_is_neither_right_nor_wrong() -> None:
    entities = [entity("a", "Compound", (31, 38)), entity("b", "Location", (0, 4)), entity("c", "Location", (60, 65))]
    gold = {"id": "d", "text": TEXT, "entities": entities}
    gold["links"] = [link("LOCATED_IN", "a", "b"), link("LOCATED_IN", "b", "c")]
    pred = {"id": "d", "text": TEXT, "entities": entities, "links": [link("LOCATED_IN", "a", "c")]}
    links = of(list(figures(paired([gold], {"d": pred}))), "links")
    assert (links.gold, links.pred, links.right) == (2, 0, 0)


def test_a_symmetric_link_counts_in_either_direction() -> None:
    entities = [entity("a", "Person", (0, 4)), entity("b", "Person", (21, 27))]
    gold = {"id": "d", "text": TEXT, "entities": entities, "links": [link("FAMILY_OF", "a", "b", role="parent")]}
    pred = {"id": "d", "text": TEXT, "entities": entities, "links": [link("FAMILY_OF", "b", "a", role="child")]}
    found = list(figures(paired([gold], {"d": pred})))
    assert of(found, "links").right == 1
    assert of(found, "role").p == 1.0


def test_a_document_that_was_not_predicted_counts_as_empty() -> None:
    assert of(list(figures(paired([GOLD], {}))), "mentions, exact").r == 0.0


def test_errors_name_what_is_missing_too_much_and_wrong() -> None:
    (pair,) = paired([GOLD], {"d": PRED})
    lines = list(errors(*pair))
    assert "d MISS  Location 'Bavet' at 60, not Location 'in Bavet'" in lines
    assert "d EXTRA 'KK Park' OWNS(owner) 'Li Wei'" in lines
    assert any(line.startswith("d FIELD 'Thai police' ACTED_AGAINST(arrested) 'Li Wei'") for line in lines)
    assert "d FIELD 'Li Wei': nationality ['cn', 'th'], gold ['cn']" in lines


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 1: not a JSON object"),
        ('{"text": ""}', "line 1: not a JSON object with an id"),
        ('{"id": "d"}\n{"id": "d"}', "stands twice"),
    ],
)
def test_a_broken_file_is_named_with_its_line(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(GoldError, match=message):
        read_records(str(path))


def test_another_text_cannot_be_compared() -> None:
    with pytest.raises(GoldError, match="offsets cannot be compared"):
        paired([GOLD], {"d": PRED | {"text": "another"}})


def test_a_link_to_nothing_is_refused() -> None:
    with pytest.raises(GoldError, match="ends at no entity"):
        paired([GOLD | {"links": [link("OWNS", "l", "x")]}], {})


def test_the_command_compares_with_a_baseline(tmp_path: Path) -> None:
    for name, record in (("gold", GOLD), ("pred", GOLD | {"articles": []}), ("base", PRED)):
        (tmp_path / name).write_text(json.dumps(record), encoding="utf-8")
    paths = [str(tmp_path / name) for name in ("gold", "pred")]
    result = CliRunner().invoke(evaluate, [*paths, "--baseline", str(tmp_path / "base"), "--format", "jsonl"])
    rows = [json.loads(line) for line in result.output.splitlines()]
    links = next(row for row in rows if row["name"] == "links" and row["label"] is None)
    assert (links["f1"], links["baseline"], links["change"]) == (1.0, 0.6667, 0.3333)


@pytest.mark.parametrize("name", ["dev", "dev_accounts"])
def test_figures_equal_those_of_the_reference_scorer(shared: Path, tmp_path: Path, name: str) -> None:
    gold, pred = shared / "gold" / f"{name}.jsonl", tmp_path / "pred.jsonl"
    records = read_records(str(gold))
    _spoil(records)
    pred.write_text("\n".join(json.dumps(r) for r in records.values()), encoding="utf-8")
    scorer = [sys.executable, str(shared / "gold" / "score.py"), str(gold), str(pred)]
    theirs = json.loads(subprocess.run(scorer, capture_output=True, text=True, check=True).stdout)
    mine = list(figures(paired(read_records(str(gold)).values(), read_records(str(pred)))))
    for ours, part, by in (
        ("mentions, exact", theirs["mentions"]["exact"], "by_schema"),
        ("mentions, relaxed", theirs["mentions"]["relaxed"], "by_schema"),
        ("links", theirs["links"], "by_type"),
    ):
        for label, row in [(None, part["micro"]), *part[by].items()]:
            figure = of(mine, ours, label)
            assert {key: getattr(figure, key) for key in row} == row
    for ours, row in (
        ("entities B³, shared", theirs["entities"]["b3_shared"]),
        ("entities B³, all", theirs["entities"]["b3_all"]),
        ("nationality", theirs["entities"]["nationality"]),
    ):
        assert {key: getattr(of(mine, ours), key) for key in row} == row
    for field in ("role", "status", "ended", "date"):
        row = theirs["links"][field]
        found = of(mine, field)
        assert (found.p, found.right, found.gold) == (row["accuracy"], row["right"], row["of"])


def _spoil(records: dict[str, dict[str, Any]]) -> None:
    """Make a deterministic mess of gold: moved edges, wrong schemata, split entities, turned and invented links."""
    for record in records.values():
        for n, one in enumerate(list(record["entities"])):
            if n % 3 == 0:
                one["mentions"] = [[start, end + (end < len(record["text"]))] for start, end in one["mentions"]]
            if n % 5 == 1:
                one["schema"] = "Organization"
            if n % 4 == 2 and len(one["mentions"]) > 1:
                record["entities"].append(one | {"id": f"{one['id']}x", "mentions": [one["mentions"].pop()]})
            if "nationality" in one and n % 2:
                one["nationality"] = [*one["nationality"], "zz"]
        ids = [one["id"] for one in record["entities"]]
        for n, one in enumerate(list(record["links"])):
            if n % 3 == 0:
                one["source"], one["target"] = one["target"], one["source"]
            if n % 4 == 1:
                one |= {"status": "alleged", "ended": True, "date": "2025", "role": "other"}
            if n % 5 == 2:
                record["links"].append(one | {"target": ids[n % len(ids)], "type": "LOCATED_IN"})
