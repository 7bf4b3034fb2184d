"""From a store to a file, through the commands: what is gathered, what is left out, and what must never be told."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.errors import AmbiguousEntity
from graph.model import Claim, Document, DocumentEntity, Evidence, Extract, Mention
from graph.store import Store, open_store
from viz.cli import map_, network
from viz.gather import around, most_linked, public_address
from viz.redaction import redacted
from viz.survivors import survivors, to_protect

TEXT = (
    "Nguyễn Thị Lan was sold to Apollo Park in Bavet. Lan was beaten there, NGUYEN THI LAN says. "
    "Her mother Trần Mai paid 2,000 dollars to free Lan from Apollo Park. Boss Chen runs Apollo Park. "
    "Lan can be reached at +84 912 345 678. Boss Chen drinks at the Golden Lan Hotel. "
    "Police freed 24 Indonesians from Apollo Park."
)
OTHER = "Nguyen Thi Lan spoke in Hanoi. Boss Chen was charged by Vietnamese police. Lan Street is closed."


def extract(text: str, entities: list[tuple[str, str, list[str]]], claims: list[tuple[str, str, str, str]]) -> Extract:
    """Entities as (schema, name, surfaces), each mentioned wherever a surface stands; links as (type, ends, quote)."""
    document = Document(Document.id_of(text), text, title="The story of Nguyễn Thị Lan", published="2024-06-01")
    found, number = [], {}
    for n, (schema, name, surfaces) in enumerate(entities, 1):
        mentions = []
        for surface in surfaces:
            for match in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", text):
                if not any(m.start <= match.start() < m.end for m in mentions):
                    mentions.append(Mention(match.start(), match.end(), surface))
        number[name] = f"{document.id}.{n}"
        found.append(DocumentEntity(document.id, n, schema, name, tuple(sorted(mentions, key=lambda m: m.start))))
    said = []
    for kind, source, target, quote in claims:
        start = text.index(quote)
        evidence = Evidence(document.id, start, start + len(quote), quote)
        said.append(Claim(document.id, kind, number[source], number[target], (evidence,), probability=0.8))
    return Extract(document, tuple(found), tuple(said), "test/1")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    kept = open_store(str(tmp_path / "s.db"), create=True)
    lan = "Nguyễn Thị Lan"
    kept.add(
        extract(
            TEXT,
            [
                ("Person", lan, [lan, "NGUYEN THI LAN", "Lan"]),
                ("Compound", "Apollo Park", ["Apollo Park"]),
                ("Location", "Bavet", ["Bavet"]),
                ("Person", "Trần Mai", ["Trần Mai"]),
                ("Person", "Boss Chen", ["Boss Chen"]),
                ("Phone", "+84912345678", ["+84 912 345 678"]),
                ("Company", "Golden Lan Hotel", ["Golden Lan Hotel"]),
                ("Group", "24 Indonesians", ["24 Indonesians"]),
            ],
            [
                ("SOLD_TO", lan, "Apollo Park", "Nguyễn Thị Lan was sold to Apollo Park in Bavet."),
                ("LOCATED_IN", "Apollo Park", "Bavet", "Nguyễn Thị Lan was sold to Apollo Park in Bavet."),
                ("FAMILY_OF", "Trần Mai", lan, "Her mother Trần Mai paid 2,000 dollars to free Lan from Apollo Park."),
                ("OPERATES", "Boss Chen", "Apollo Park", "Boss Chen runs Apollo Park."),
                ("HOLDS_ACCOUNT", lan, "+84912345678", "Lan can be reached at +84 912 345 678."),
                ("ASSOCIATE_OF", "Boss Chen", "Golden Lan Hotel", "Boss Chen drinks at the Golden Lan Hotel."),
                ("RELEASED_FROM", "24 Indonesians", "Apollo Park", "Police freed 24 Indonesians from Apollo Park."),
            ],
        ),
        address="/home/jane/cases/lan-nguyen.txt",
        origin="/home/jane/cases",
    )
    kept.add(
        extract(
            OTHER,
            [
                ("Person", "Nguyen Thi Lan", ["Nguyen Thi Lan"]),
                ("Person", "Boss Chen", ["Boss Chen"]),
                ("PublicBody", "Vietnamese police", ["Vietnamese police"]),
                ("Location", "Hanoi", ["Hanoi"]),
            ],
            [("ACTED_AGAINST", "Vietnamese police", "Boss Chen", "Boss Chen was charged by Vietnamese police.")],
        ),
        address="https://me:secret@news.example/story?id=1",
    )
    return kept


def data_of(html: str) -> str:
    """All that documents put into a page, unescaped."""
    blocks = re.findall(r'<script type="application/json" id="data-(?!land|words)\w+">(.*?)</script>', html, re.S)
    return " ".join(json.dumps(json.loads(block), ensure_ascii=False) for block in blocks) + html.split("<style>")[0]


def test_a_page_around_a_name(store: Store, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    result = CliRunner().invoke(network, ["apollo park", "--store", store.address, "--out", str(out)])
    assert result.exit_code == 0
    assert result.output.startswith(f"{out}: 5 entities, 4 links, 1 documents")
    assert "Around Apollo Park" in out.read_text("utf-8")


def test_standard_output_is_the_page_alone(store: Store) -> None:
    for command in (network, map_):
        result = CliRunner().invoke(command, ["--store", store.address, "--out", "-"])
        assert result.output.startswith("<!DOCTYPE html>") and result.output.rstrip().endswith("</html>")


def test_an_ambiguous_name_carries_its_candidates(store: Store) -> None:
    result = CliRunner().invoke(network, ["nguyen thi lan", "--store", store.address])
    assert isinstance(result.exception, AmbiguousEntity)
    assert [entity.schema for entity in result.exception.candidates] == ["Person", "Person"]


def test_hops_and_limit_bound_what_is_gathered(store: Store) -> None:
    [park] = [match.entity for match in store.find("Apollo Park")]
    near = {entity.name for entity in around(store, [park.id], hops=1).subgraph.entities}
    far = {entity.name for entity in around(store, [park.id], hops=2).subgraph.entities}
    assert "Boss Chen" in near and "Golden Lan Hotel" not in near
    assert near < far and "Golden Lan Hotel" in far
    cut = around(store, [park.id], hops=2, limit=3)
    assert len(cut.subgraph.entities) == 3 and cut.left_out == len(far) - 3
    assert len(around(store, [park.id], hops=0).subgraph.entities) == 1


def test_what_a_limit_leaves_out_stands_in_the_page(store: Store) -> None:
    result = CliRunner().invoke(network, ["--limit", "2", "--store", store.address, "--out", "-"])
    assert "further entities left out (limit 2)" in result.output


def test_nothing_tells_where_the_reports_were_read(store: Store) -> None:
    html = CliRunner().invoke(network, ["--store", store.address, "--out", "-"]).output
    assert "lan-nguyen.txt" in html and "https://news.example/story?id=1" in html
    for trace in ("/home", "jane", "secret"):
        assert trace not in html


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("/home/jane/a b/report.pdf", "report.pdf"),
        ("C:\\Users\\jane\\report.docx", "report.docx"),
        ("cases.zip!inner/witness.eml", "witness.eml"),
        ("file:///home/jane/x.html", "x.html"),
        ("https://user:pw@example.org:8080/a?b#c", "https://example.org:8080/a?b#c"),
        ("http://[bad", "[bad"),
        ("-", "-"),
    ],
)
def test_an_address_is_cut_to_what_may_be_shared(address: str, shown: str) -> None:
    assert public_address(address) == shown


def test_documents_go_without_their_text(store: Store) -> None:
    assert {document.text for document in most_linked(store).subgraph.documents} == {""}


def test_survivors_are_told_from_those_who_acted_against_them(store: Store) -> None:
    subgraph = most_linked(store).subgraph
    names = {entity.id: entity.name for entity in subgraph.entities}
    assert {names[i] for i in survivors(subgraph)} == {"Nguyễn Thị Lan", "24 Indonesians"}


def test_family_and_accounts_of_survivors_are_protected(store: Store) -> None:
    names = {entity.name for entity in store.entities(to_protect(store)).values()}
    assert {"Nguyễn Thị Lan", "Trần Mai", "+84912345678", "24 Indonesians"} <= names
    assert "Boss Chen" not in names


@pytest.mark.parametrize("command", [network, map_], ids=["network", "map"])
def test_a_redacted_page_holds_no_trace_of_a_survivor(store: Store, command: object) -> None:
    html = CliRunner().invoke(command, ["--redact", "--store", store.address, "--out", "-"]).output  # type: ignore[arg-type]
    data = data_of(html)
    for trace in ("Nguyễn", "NGUYEN", "Nguyen", "nguyen", "Thị", "Trần", "Mai", "912", "lan-nguyen", "24 Indonesians"):
        assert trace not in data
    assert re.findall(r"(?<!\w)Lan(?!\w)", data) == re.findall(r"(?<=Golden )Lan(?= Hotel)", data)
    assert "[Person 1] was sold to Apollo Park in Bavet." in data
    assert "Boss Chen" in data
    assert "names of survivors replaced by numbers" in data


def test_redaction_keeps_entities_and_links(store: Store) -> None:
    found = most_linked(store)
    masked = redacted(store, found)
    assert [e.id for e in masked.subgraph.entities] == [e.id for e in found.subgraph.entities]
    assert [k.id for k in masked.subgraph.links] == [k.id for k in found.subgraph.links]
    hotel = next(e for e in masked.subgraph.entities if e.schema == "Company")
    assert hotel.name == "Golden Lan Hotel"


def test_the_map_command_places_and_counts(store: Store, tmp_path: Path) -> None:
    out = tmp_path / "map.html"
    result = CliRunner().invoke(map_, ["--store", store.address, "--out", str(out), "--title", "Bavet"])
    assert result.exit_code == 0
    assert result.output.startswith(f"{out}: 3 places, ")
    assert "<title>Bavet</title>" in out.read_text("utf-8")
