"""What the packaged models must reach on the development documents, which they were never trained on."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.evaluate import Figure, figures, paired, read_records
from ingest.extract import load_extractor
from ingest.goldformat import document_of, gold_record

BARS = {
    "dev.jsonl": {"mentions, exact": 0.87, "links": 0.37, "entities B³, shared": 0.95},
    "dev_accounts.jsonl": {"mentions, exact": 0.93, "links": 0.57, "entities B³, shared": 0.95},
}


@pytest.fixture(scope="module", params=BARS)
def scored(request: pytest.FixtureRequest, shared: Path) -> tuple[str, list[Figure]]:
    golds = read_records(str(shared / "gold" / request.param))
    extractor = load_extractor()
    preds = {name: gold_record(extractor.extract(document_of(gold))) for name, gold in golds.items()}
    return request.param, list(figures(paired(golds.values(), preds)))


def test_the_bars_are_reached(scored: tuple[str, list[Figure]]) -> None:
    gold, found = scored
    reached = {f.name: f.f1 or 0.0 for f in found if f.label is None}
    for name, bar in BARS[gold].items():
        assert reached[name] >= bar, f"{gold}: {name} {reached[name]}, expected {bar}"


def test_links_are_right_more_often_than_they_are_complete(scored: tuple[str, list[Figure]]) -> None:
    links = next(f for f in scored[1] if f.name == "links" and f.label is None)
    assert (links.p or 0.0) >= (links.r or 0.0)
