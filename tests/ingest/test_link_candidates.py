"""Which pairs a window asks about, and which of the readings stay."""

from __future__ import annotations

import numpy as np
import pytest

from graph.ontology import LINK_TYPES
from ingest.components.encoder import Window
from ingest.components.words import Words, WordTokenizer
from ingest.links.candidates import Candidates, candidates
from ingest.links.cues import CUES, cues_of
from ingest.links.find import FoundLink, consistent
from ingest.pipeline import load_pipeline, load_tokenizer


def asked(text: str, entities: dict[str, str]) -> Candidates | None:
    """Candidates of a text as one window of one sentence a line; entities are schema by surface."""
    tokenizer = WordTokenizer(load_pipeline().vocab, load_tokenizer())
    words: Words = tokenizer(text).user_data["words"]
    window = Window(0, len(words.spans), np.zeros((len(words.spans), 384), np.float16))
    sentences, at = [], 0
    for line in text.split("\n"):
        sentences.append((at, at + len(line)))
        at += len(line) + 1
    mentions = sorted((text.index(s), text.index(s) + len(s), n) for n, s in enumerate(entities))
    dates = [(text.index("2024"), text.index("2024") + 4, "2024", 0)] if "2024" in text else []
    return candidates(text, words, window, list(entities.values()), mentions, sentences, dates)


def test_only_pairs_that_a_link_type_may_join_are_asked() -> None:
    entities = {"Li Wei": "Person", "Bavet": "Location", "+855 96 555 0118": "Phone"}
    found = asked("Li Wei of Bavet, call +855 96 555 0118.", entities)
    assert found is not None
    pairs = {(p.source, p.target) for p in found.pairs}
    assert (0, 2) in pairs
    assert (2, 1) not in pairs  # a telephone is nowhere
    schemata = list(entities.values())
    for source, target in pairs:
        assert any(kind.joins(schemata[source], schemata[target]) for kind in LINK_TYPES.values())


def test_a_window_that_names_one_thing_asks_nothing() -> None:
    assert asked("Li Wei fled.", {"Li Wei": "Person"}) is None


def test_ends_three_sentences_apart_are_not_asked_about() -> None:
    entities = {"Li Wei": "Person", "Jin Bei": "Compound"}
    assert asked("Li Wei came.\nIt rained.\nJin Bei burned.", entities) is not None
    assert asked("Li Wei came.\nIt rained.\nIt rained.\nJin Bei burned.", entities) is None


def test_cues_between_and_around_a_pair_are_told_apart() -> None:
    found = asked("Police arrested Li Wei, chairman of Jin Bei.", {"Li Wei": "Person", "Jin Bei": "Company"})
    assert found is not None
    counts = found.cue_counts(found.pairs)[0]
    (chair,), (arrest,) = cues_of("chairman"), cues_of("arrested")
    assert counts[chair] == 1
    assert counts[arrest] == 0
    assert counts[len(CUES) + arrest] == 1


def test_a_date_knows_how_near_it_stands() -> None:
    found = asked("Li Wei fled Jin Bei.\nThat was in 2024.", {"Li Wei": "Person", "Jin Bei": "Compound"})
    assert found is not None
    assert [said.value for said in found.dates] == ["2024"]
    assert found.nearness(found.pairs[0], found.dates[0])[1] == 1


@pytest.mark.parametrize(("word", "known"), [("arrested", True), ("owner", True), ("runs", True), ("prune", False)])
def test_short_cues_are_whole_words(word: str, known: bool) -> None:
    assert bool(cues_of(word)) is known


def link(kind: str, source: int, target: int, probability: float = 0.9, role: str | None = None) -> FoundLink:
    return FoundLink(kind, source, target, probability, role, "asserted", False, None, None, None, 0, 9)


def test_of_both_directions_the_likelier_stays() -> None:
    assert consistent([link("OWNS", 0, 1, 0.9), link("OWNS", 1, 0, 0.6)]) == [link("OWNS", 0, 1, 0.9)]


def test_one_post_in_one_firm() -> None:
    assert [one.type for one in consistent([link("DIRECTS", 0, 1), link("EMPLOYED_BY", 0, 1)])] == ["DIRECTS"]


def test_of_a_chain_of_places_only_neighbours_stay() -> None:
    chain = [link("LOCATED_IN", 0, 1), link("LOCATED_IN", 1, 2), link("LOCATED_IN", 0, 2)]
    assert consistent(chain) == chain[:2]


def test_types_that_agree_all_stay() -> None:
    both = [link("HELD_AT", 0, 1), link("RELEASED_FROM", 0, 1)]
    assert consistent(both) == both
