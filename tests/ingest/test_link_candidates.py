"""Which pairs a stretch of text asks about, and which of the readings stay."""

from __future__ import annotations

import numpy as np

from graph.ontology import LINK_TYPES, SCHEMATA
from ingest.components.sentences import first_words, sentence_numbers, sentence_spans
from ingest.components.words import read_words
from ingest.links.candidates import FARTHEST, FEATURES, MOST, Candidates, candidates, marks, mentions_in
from ingest.links.find import FoundLink, consistent
from ingest.pipeline import load_tokenizer


def asked(text: str, entities: dict[str, str]) -> Candidates:
    """Candidates of a text as one stretch; entities are schema by surface, each at every place it stands."""
    words = read_words(text, load_tokenizer())
    numbers = sentence_numbers(len(words.spans), first_words(words.spans, sentence_spans(text)))
    spans = []
    for n, surface in enumerate(entities):
        at = text.find(surface)
        while at >= 0:
            spans.append((at, at + len(surface), n))
            at = text.find(surface, at + 1)
    mentions = mentions_in(words, sorted(spans), 0, len(words.spans))
    return candidates(mentions, [SCHEMATA.index(schema) for schema in entities.values()], numbers)


def feature(found: Candidates, name: str) -> list[int]:
    return found.features[:, list(FEATURES).index(name)].tolist()


def test_only_pairs_that_a_link_type_may_join_are_asked() -> None:
    entities = {"Li Wei": "Person", "Bavet": "Location", "+855 96 555 0118": "Phone"}
    pairs = {tuple(pair) for pair in asked("Li Wei of Bavet, call +855 96 555 0118.", entities).ends.tolist()}
    assert (0, 2) in pairs
    assert (2, 1) not in pairs  # a telephone is nowhere
    schemata = list(entities.values())
    for source, target in pairs:
        assert any(kind.joins(schemata[source], schemata[target]) for kind in LINK_TYPES.values())


def test_a_text_that_names_one_thing_asks_nothing() -> None:
    assert len(asked("Li Wei fled.", {"Li Wei": "Person"})) == 0


def test_the_nearest_mentions_stand_for_a_pair() -> None:
    found = asked("Li Wei came. Later Li Wei used li@jb.example.", {"Li Wei": "Person", "li@jb.example": "Email"})
    assert found.ends.tolist() == [[0, 1], [1, 0]]
    assert found.mentions.tolist() == [[1, 2], [2, 1]]
    assert feature(found, "sentences") == [0, 0]
    assert feature(found, "order") == [1, 0]


def test_ends_too_many_sentences_apart_are_not_asked_about() -> None:
    entities = {"Li Wei": "Person", "li@jb.example": "Email"}
    near, far = ("It rained.\n" * n for n in (FARTHEST - 1, FARTHEST))
    assert len(asked(f"Li Wei came.\n{near}Write to li@jb.example.", entities)) == 2
    assert len(asked(f"Li Wei came.\n{far}Write to li@jb.example.", entities)) == 0


def test_a_list_of_very_many_names_asks_about_the_first_ones() -> None:
    entities = {f"Aung{n:03}": "Person" for n in range(MOST + 20)}
    found = asked(", ".join(entities), entities)
    assert len(found) == MOST * (MOST - 1)
    assert int(found.ends.max()) == MOST - 1


def test_names_in_a_script_without_spaces_are_found_to_the_character() -> None:
    text = "覃仕宏控制永泰隆公司。"
    words = read_words(text, load_tokenizer())
    mentions = mentions_in(words, [(0, 3, 0), (5, 10, 1)], 0, len(words.spans))
    spans = [(words.spans[first][0], words.spans[last][1]) for _, first, last in mentions]
    assert spans == [(0, 3), (5, 10)]


def test_marks_tell_a_mention_s_first_piece_from_the_rest() -> None:
    first, past = np.array([2, 3, 5]), np.array([3, 5, 6])
    person = SCHEMATA.index("Person")
    found = marks([(0, 1, 2)], [person], first, past, 7)
    assert found.tolist() == [0, 0, 0, 2 * person + 1, 2 * person + 2, 2 * person + 2, 0]


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
