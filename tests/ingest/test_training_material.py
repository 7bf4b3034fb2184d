"""The training documents are the ones that are listed, and none that measures is among those that train."""

from __future__ import annotations

import hashlib
from pathlib import Path

from graph.ontology import LINK_TYPES, SCHEMATA
from ingest.training.inline import read_documents

TRAINING = Path(__file__).resolve().parents[2] / "ingest" / "training"


def test_every_document_file_is_listed_with_its_hash_and_licence() -> None:
    rows = [line.split("\t") for line in (TRAINING / "sources.tsv").read_text(encoding="utf-8").splitlines()]
    listed = {name: digest for name, digest, licence, source in rows if licence and source}
    files = sorted((TRAINING / "documents").glob("*.txt"))
    assert files
    for path in files:
        assert listed[path.name] == hashlib.sha256(path.read_bytes()).hexdigest(), path.name


def test_held_out_documents_exist_and_cover_every_other_language() -> None:
    held_out = set((TRAINING / "held_out.txt").read_text(encoding="utf-8").split())
    by_id = {record["id"]: record for record in read_documents(TRAINING / "documents")}
    assert held_out <= by_id.keys()
    assert {by_id[one]["language"] for one in held_out} == {"zh", "ms", "id", "vi", "th", "tl", "km", "my"}


def test_documents_say_only_what_the_ontology_knows() -> None:
    for record in read_documents(TRAINING / "documents"):
        assert {e["schema"] for e in record["entities"]} <= set(SCHEMATA)
        assert {link["type"] for link in record["links"]} <= LINK_TYPES.keys()
