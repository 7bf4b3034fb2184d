"""What every store does: each test runs on SQLite and on a real Neo4j, and the last ones compare the two."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.errors import StoreUnreachable, UnknownEntity, UnsoundFact
from graph.model import Claim, Document, DocumentEntity, Evidence, Extract, Judgement, Mention, Origin
from graph.store import Store, open_store
from graph.whole import dump
from tests.graph.building import extract, random_extract

SHE_RUNS_KK = extract(
    "SHE Zhijiang (佘智江) is said to run KK Park.",
    ("Person", "SHE Zhijiang", ["SHE Zhijiang", "佘智江"]),
    ("Compound", "KK Park"),
    links=[("OPERATES", 1, 2, {"role": "operator", "status": "alleged", "probability": 0.7})],
    properties=[("nationality", 1, "cn")],
    title="Who runs KK Park",
    published="2025-09-08",
    language="en",
    given_id="news-1",
)
SHE_DENIES = extract(
    "She Zhijiang does not run KK Park, his lawyer said.",
    ("Person", "She Zhijiang", ["She Zhijiang"]),
    ("Compound", "KK Park"),
    links=[("OPERATES", 1, 2, {"status": "denied", "attributed_to": "his lawyer"})],
)
SHE_HELD = extract(
    "She Zhijiang, developer of KK Park, called from +66 81 234 5678.",
    ("Person", "She Zhijiang"),
    ("Compound", "KK Park"),
    ("Phone", "+66812345678", ["+66 81 234 5678"]),
    links=[("OPERATES", 1, 2, {"role": "developer"}), ("HOLDS_ACCOUNT", 1, 3, {"role": "holder"})],
    properties=[("nationality", 1, "kh")],
)


@pytest.fixture
def store(store_address: str) -> Iterator[Any]:
    with open_store(store_address, create=True) as opened:
        yield opened


def fill(store: Store, *extracts: Extract) -> None:
    for one in extracts:
        store.add(one, f"{one.document.id}.txt", "reports")


def only(store: Store, text: str) -> str:
    """The id of the one entity that answers."""
    (match,) = store.find(text)
    return match.entity.id


# ---- facts


def test_a_document_comes_back_as_it_was_read(store: Store) -> None:
    store.add(SHE_RUNS_KK, "a/one.txt", "a")
    store.found_again(SHE_RUNS_KK.document.id, "b/copy.txt", "b")
    kept = store.documents([SHE_RUNS_KK.document.id, "unknown"])
    assert kept == {SHE_RUNS_KK.document.id: replace(SHE_RUNS_KK.document, addresses=("a/one.txt", "b/copy.txt"))}
    assert store.extractor(SHE_RUNS_KK.document.id) == "hand/1"
    assert store.extractor("unknown") is None
    assert list(store.document_ids()) == [SHE_RUNS_KK.document.id]


def test_facts_come_back_as_they_were_said(store: Store) -> None:
    fill(store, SHE_RUNS_KK)
    she = only(store, "zhijiang")
    assert store.members(she) == SHE_RUNS_KK.entities[:1]
    assert store.properties([she]) == {she: SHE_RUNS_KK.claims[1:]}
    (edge,) = store.edges([she])
    assert (edge.type, edge.source, edge.target) == ("OPERATES", she, only(store, "KK Park"))
    assert (edge.source_schema, edge.target_schema) == ("Person", "Compound")
    link = store.links([edge.id])[edge.id]
    assert link.claims == SHE_RUNS_KK.claims[:1]
    assert link.best.role == "operator"
    assert [e.quote for e in link.evidence] == [SHE_RUNS_KK.document.text]


def test_adding_again_changes_nothing_but_the_generation(store: Any) -> None:
    fill(store, SHE_RUNS_KK, SHE_DENIES)
    before, generation = dump(store), store.generation()
    fill(store, SHE_RUNS_KK)
    assert dump(store) == before
    assert store.generation() > generation


def test_a_newer_extract_takes_the_place_of_the_older(store: Any) -> None:
    fill(store, SHE_DENIES, SHE_RUNS_KK)
    newer = extract(SHE_RUNS_KK.document.text, ("Compound", "KK Park"), extractor="hand/2")
    fill(store, newer)
    assert store.extractor(newer.document.id) == "hand/2"
    assert only(store, "KK Park") == min(SHE_DENIES.entities[1].id, newer.entities[0].id)
    assert list(store.problems()) == []


def test_a_claim_made_twice_is_kept_once(store: Any) -> None:
    fill(store, replace(SHE_DENIES, claims=SHE_DENIES.claims * 2))
    assert store.counts()["claims"] == {"denied": 1}
    assert list(store.problems()) == []


def _with(**changes: Any) -> Callable[[Extract], Extract]:
    return lambda good: replace(good, claims=(replace(good.claims[0], **changes),))


def _part(**changes: Any) -> Callable[[Extract], Extract]:
    return lambda good: replace(good, entities=(replace(good.entities[0], **changes), *good.entities[1:]))


UNSOUND: dict[str, Callable[[Extract], Extract]] = {
    "no evidence": _with(evidence=()),
    "a quote that is not in the text": _with(evidence=(Evidence(SHE_DENIES.document.id, 0, 3, "Shy"),)),
    "a quote beyond the text": _with(evidence=(Evidence(SHE_DENIES.document.id, 0, 9_999, "She"),)),
    "evidence of another document": _with(evidence=(Evidence("other", 0, 3, "She"),)),
    "an unknown end": _with(target="nobody.1"),
    "ends that the type cannot join": _with(source=SHE_DENIES.entities[1].id, target=SHE_DENIES.entities[0].id),
    "an unknown type": _with(type="KNOWS]->() DETACH DELETE n //"),
    "an unknown role": _with(role="king"),
    "an unknown status": _with(status="perhaps"),
    "a link without a target": _with(target=None, value="x"),
    "a property without a value": _with(type="nationality", target=None),
    "an unknown schema": _part(schema="Entity"),
    "an empty name": _part(name="  "),
    "no mention": _part(mentions=()),
    "a mention beside its surface": _part(mentions=(Mention(1, 13, "She Zhijiang"),)),
    "one number twice": lambda good: replace(good, entities=good.entities + good.entities[:1]),
    "half a surrogate pair": _part(name="\ud800 She"),
    "a document under another id": lambda good: replace(good, document=replace(good.document, id="0" * 20)),
}


@pytest.mark.parametrize("kind", UNSOUND)
def test_an_unsound_fact_leaves_the_store_as_it_was(store: Any, kind: str) -> None:
    fill(store, SHE_RUNS_KK)
    before = dump(store)
    with pytest.raises(UnsoundFact):
        store.add(UNSOUND[kind](SHE_DENIES), "bad.txt", "bad")
    assert dump(store) == before


def test_hostile_text_is_kept_and_found_as_text(store: Any) -> None:
    name = """KK' OR 1=1; "--`}) DETACH DELETE n // AND NOT (*:*) ~2 \\"""
    fill(store, SHE_DENIES, extract(f"They met at {name} today\x00\u202e.", ("Compound", name)))
    assert [match.matched for match in store.find(name)] == [name]
    assert store.find("AND NOT (*:*)")[0].matched == name
    assert store.similar(name)[0].matched == name
    assert store.counts()["documents"] == {"unknown": 2}
    assert list(store.problems()) == []


def test_very_long_and_very_many_names_are_kept(store: Any) -> None:
    long, many = "Ü" * 20_000, [f"Alias number {n:04}" for n in range(2_000)]
    fill(store, extract(f"{long} and {', '.join(many)}", ("Company", long), ("Person", "Alias number 0000", many)))
    assert only(store, "alias number 1999") == only(store, "Alias number 0000")
    assert store.find("uuuuuuuu")[0].matched == long
    assert list(store.problems()) == []


# ---- where documents come from


def test_forgetting_an_address_keeps_what_another_gives(store: Any) -> None:
    store.add(SHE_DENIES, "one.txt", "a")
    store.found_again(SHE_DENIES.document.id, "two.txt", "b")
    assert store.forget("one.txt") == ()
    assert store.documents([SHE_DENIES.document.id])[SHE_DENIES.document.id].addresses == ("two.txt",)
    assert store.forget("b") == (SHE_DENIES.document.id,)
    assert dump(store) == []


def test_a_document_is_forgotten_by_its_id_and_by_its_given_id(store: Any) -> None:
    for source in (SHE_RUNS_KK.document.id, "news-1"):
        fill(store, SHE_RUNS_KK)
        assert store.forget(source) == (SHE_RUNS_KK.document.id,)
        assert dump(store) == []


def test_forgetting_what_nobody_gave_is_an_error(store: Any) -> None:
    fill(store, SHE_DENIES)
    before = dump(store)
    with pytest.raises(UnknownEntity, match=r"came from nowhere\.txt"):
        store.forget("nowhere.txt")
    assert dump(store) == before


def test_noting_an_address_of_an_unknown_document_is_an_error(store: Any) -> None:
    with pytest.raises(UnknownEntity):
        store.found_again("unknown", "a.txt", "a")
    assert dump(store) == []


def test_an_origin_read_whole_is_known_by_its_digest(store: Any) -> None:
    store.add(SHE_DENIES, "a.zip!one", "a.zip")
    assert store.digest("a.zip") is None
    assert store.finish(Origin("a.zip", "digest-1"), [SHE_DENIES.document.id]) == ()
    assert store.digest("a.zip") == "digest-1"


def test_a_changed_origin_takes_back_what_it_no_longer_gives(store: Any) -> None:
    for one in (SHE_DENIES, SHE_HELD, SHE_RUNS_KK):
        store.add(one, f"a.zip!{one.document.id}", "a.zip")
    store.found_again(SHE_HELD.document.id, "copy.txt", "copy.txt")
    store.finish(Origin("a.zip", "digest-1"), [one.document.id for one in (SHE_DENIES, SHE_HELD, SHE_RUNS_KK)])
    store.found_again(SHE_DENIES.document.id, "a.zip!moved", "a.zip")
    assert store.finish(Origin("a.zip", "digest-2"), [SHE_DENIES.document.id]) == (SHE_RUNS_KK.document.id,)
    assert store.digest("a.zip") == "digest-2"
    kept = store.documents([SHE_DENIES.document.id, SHE_HELD.document.id])
    assert {id_: document.addresses for id_, document in kept.items()} == {
        SHE_DENIES.document.id: ("a.zip!moved",),
        SHE_HELD.document.id: ("copy.txt",),
    }


def test_an_origin_that_lost_a_document_is_no_longer_read_whole(store: Any) -> None:
    fill(store, SHE_DENIES, SHE_HELD)
    store.finish(Origin("reports", "digest-1"), [SHE_DENIES.document.id, SHE_HELD.document.id])
    store.forget(SHE_HELD.document.id)
    assert store.digest("reports") is None


def test_a_document_without_an_address_stays_until_it_is_named(store: Any) -> None:
    store.add(SHE_DENIES)
    store.add(replace(SHE_HELD, document=replace(SHE_HELD.document, addresses=("mail.eml",))))
    assert store.documents([SHE_HELD.document.id])[SHE_HELD.document.id].addresses == ("mail.eml",)
    assert store.forget("mail.eml") == (SHE_HELD.document.id,)
    assert store.forget(SHE_DENIES.document.id) == (SHE_DENIES.document.id,)
    assert dump(store) == []


# ---- identity


def test_equal_full_names_of_one_schema_are_one_entity(store: Any) -> None:
    fill(
        store,
        SHE_RUNS_KK,
        SHE_DENIES,
        extract("KK Park Ltd and KK Park", ("Company", "KK Park"), ("Phone", "+1", ["KK"])),
    )
    she = store.entities([SHE_RUNS_KK.entities[0].id])[SHE_RUNS_KK.entities[0].id]
    assert store.entities([SHE_DENIES.entities[0].id])[SHE_DENIES.entities[0].id] == she
    assert she.id == min(SHE_RUNS_KK.entities[0].id, SHE_DENIES.entities[0].id)
    assert she.documents == 2
    assert store.counts()["entities"] == {"Company": 1, "Compound": 1, "Person": 1, "Phone": 1}


def test_accounts_join_by_their_normal_form(store: Any) -> None:
    other = extract("Call 081 234 5678!", ("Phone", "+66812345678", ["081 234 5678"]))
    fill(store, SHE_HELD, other)
    (match,) = store.find("+66812345678")
    assert match.entity.documents == 2
    assert match.entity.aliases == ("+66 81 234 5678", "081 234 5678")
    (judgement,) = store.judgements(match.entity.id)
    left, right = sorted([SHE_HELD.entities[2].id, other.entities[0].id])
    assert judgement == Judgement(left, right, "same", "account-number/1", "Phone named +66812345678")


def test_one_word_people_stay_apart(store: Any) -> None:
    fill(store, extract("Jett smiled.", ("Person", "Jett")), extract("Jett left.", ("Person", "Jett")))
    assert [match.entity.documents for match in store.find("Jett")] == [1, 1]


def test_the_chain_closes_over_what_was_forgotten(store: Any) -> None:
    documents = sorted(
        (extract(f"{n}: Chen Zhi", ("Person", "Chen Zhi")) for n in range(3)), key=lambda e: e.document.id
    )
    first, second, third = (one.entities[0].id for one in documents)

    def pairs() -> list[tuple[str, str]]:
        return [(j.left, j.right) for j in store.judgements(third)]

    fill(store, documents[2], documents[0])
    assert pairs() == [(first, third)]
    fill(store, documents[1])
    assert pairs() == [(first, second), (second, third)]
    store.forget(documents[1].document.id)
    assert pairs() == [(first, third)]
    store.forget(documents[0].document.id)
    assert pairs() == []
    assert list(store.entities([third])) == [third]
    assert list(store.problems()) == []


def test_one_document_may_use_a_name_for_two_things_that_are_one(store: Any) -> None:
    twice = extract("Chen Zhi. CHEN ZHI.", ("Person", "Chen Zhi"), ("Person", "CHEN ZHI"), links=[("FAMILY_OF", 1, 2)])
    fill(store, twice, extract("Again Chen Zhi", ("Person", "Chen Zhi")))
    (match,) = store.find("chen zhi")
    assert match.entity.documents == 2
    assert len(store.members(match.entity.id)) == 3
    assert list(store.all_edges()) == []
    assert store.links([twice.claims[0].id]) == {}
    assert list(store.problems()) == []


# ---- the view


def test_an_entity_goes_by_its_most_frequent_name(store: Any) -> None:
    fill(store, SHE_RUNS_KK)
    she = only(store, "zhijiang")
    assert store.entities([she])[she].name == "SHE Zhijiang"
    fill(store, SHE_DENIES, SHE_HELD)
    entity = store.find("zhijiang")[0].entity
    assert entity.name == "She Zhijiang"
    assert entity.aliases == ("佘智江",)


def test_any_member_names_its_entity_and_unknown_ids_are_left_out(store: Any) -> None:
    fill(store, SHE_RUNS_KK, SHE_DENIES)
    asked = [SHE_DENIES.entities[1].id, "unknown.1", SHE_RUNS_KK.entities[1].id]
    found = store.entities(asked)
    assert sorted(found) == sorted(asked[::2])
    assert len({entity.id for entity in found.values()}) == 1
    assert store.members("unknown.1") == ()
    assert store.judgements("unknown.1") == ()
    assert store.properties(["unknown.1"]) == {}
    assert store.edges(["unknown.1"]) == []


def test_claims_between_two_entities_are_one_link_best_first(store: Any) -> None:
    fill(store, SHE_DENIES, SHE_RUNS_KK, SHE_HELD)
    said = [one.claims[0] for one in (SHE_HELD, SHE_RUNS_KK, SHE_DENIES)]
    link_id = min(claim.id for claim in said)
    found = store.links([claim.id for claim in said])
    assert sorted(found) == sorted(claim.id for claim in said)
    assert {link.id for link in found.values()} == {link_id}
    assert [claim.status for claim in found[link_id].claims] == ["asserted", "alleged", "denied"]
    assert found[link_id].best.role == "developer"
    assert len(found[link_id].evidence) == 3


def test_a_link_is_what_remains_of_it(store: Any) -> None:
    fill(store, SHE_DENIES, SHE_RUNS_KK, SHE_HELD)
    for gone in sorted((SHE_HELD, SHE_RUNS_KK), key=lambda one: one.claims[0].id):
        store.forget(gone.document.id)
        assert list(store.problems()) == []
    (edge,) = store.all_edges()
    assert edge.id == SHE_DENIES.claims[0].id
    assert store.links([edge.id])[edge.id].claims == SHE_DENIES.claims
    store.forget(SHE_DENIES.document.id)
    assert list(store.all_edges()) == []


def test_edges_are_those_at_any_of_the_entities_once(store: Any) -> None:
    fill(store, SHE_RUNS_KK, SHE_HELD)
    she, kk, phone = only(store, "zhijiang"), only(store, "KK"), only(store, "66812345678")
    every = list(store.all_edges())
    assert [edge.type for edge in sorted(every, key=lambda edge: edge.type)] == ["HOLDS_ACCOUNT", "OPERATES"]
    assert store.edges([she, kk, phone, SHE_HELD.entities[0].id]) == every
    assert [edge.type for edge in store.edges([kk])] == ["OPERATES"]
    assert store.edges([]) == []


def test_a_symmetric_link_keeps_its_direction(store: Any) -> None:
    fill(
        store,
        extract(
            "Chen Zhi and She Zhijiang",
            ("Person", "She Zhijiang"),
            ("Person", "Chen Zhi"),
            links=[("ASSOCIATE_OF", 2, 1)],
        ),
    )
    (edge,) = store.all_edges()
    assert (edge.source, edge.target) == (only(store, "chen zhi"), only(store, "she zhijiang"))


def test_properties_come_by_type_and_value(store: Any) -> None:
    fill(store, SHE_HELD, SHE_RUNS_KK, SHE_DENIES)
    she = only(store, "zhijiang")
    assert [(claim.type, claim.value) for claim in store.properties([she, only(store, "KK Park")])[she]] == [
        ("nationality", "cn"),
        ("nationality", "kh"),
    ]


def test_the_most_linked_come_first(store: Any) -> None:
    fill(store, SHE_HELD, SHE_RUNS_KK)
    rest = sorted([only(store, "KK Park"), only(store, "+66812345678")])
    assert [entity.id for entity in store.ranked()] == [only(store, "zhijiang"), *rest]
    assert [entity.name for entity in store.ranked(limit=1)] == ["She Zhijiang"]
    assert [entity.schema for entity in store.ranked(["Compound", "Location"])] == ["Compound"]


def test_counts(store: Any) -> None:
    assert all(counted == {} for counted in store.counts().values())
    fill(store, SHE_RUNS_KK, SHE_DENIES, SHE_HELD)
    assert store.counts() == {
        "documents": {"en": 1, "unknown": 2},
        "entities": {"Compound": 1, "Person": 1, "Phone": 1},
        "document_entities": {"Compound": 3, "Person": 3, "Phone": 1},
        "links": {"HOLDS_ACCOUNT": 1, "OPERATES": 1},
        "claims": {"alleged": 1, "asserted": 2, "denied": 1},
        "properties": {"nationality": 2},
        "judgements": {"full-name/1": 4},
    }


# ---- searching


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("王子", ["王子集团", "太子王子"]),
        ("hoang van", ["Hoàng Văn Đức"]),
        ("HOÀNG VĂN ĐỨC", ["Hoàng Văn Đức"]),
        ("kk", ["KK Park", "KK Park 2", "Old KK", "telegram:boss_kk"]),
        ("kk park", ["KK Park", "KK Park 2"]),
        ("park 2", ["KK Park 2"]),
        ("เฉิน", ["เฉิน จื้อ"]),
        ("ហ៊ុន", ["ហ៊ុន សែន"]),
        ("855 12-345 678", ["+85512345678"]),
        ("0085512345678", ["+85512345678"]),
        ("@boss_kk", ["telegram:boss_kk"]),
        ("https://www.jinbei.example/", ["jinbei.example"]),
        ("jinbei[.]example", ["jinbei.example"]),
        ("0xDE0B295669A9FD93D5F28D9EC85E40F4CB697BAE", ["0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BAe"]),
        ("nothing of the kind", []),
        ("", []),
        ("%", []),
    ],
)
def test_find(store: Any, typed: str, names: list[str]) -> None:
    cast = [
        ("Company", "王子集团"),
        ("Compound", "太子王子"),
        ("Person", "Hoàng Văn Đức"),
        ("Compound", "KK Park"),
        ("Compound", "KK Park 2"),
        ("Compound", "Old KK"),
        ("Person", "เฉิน จื้อ"),
        ("Person", "ហ៊ុន សែន"),
        ("Phone", "+85512345678"),
        ("UserAccount", "telegram:boss_kk"),
        ("Website", "jinbei.example"),
        ("CryptoWallet", "0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BAe"),
    ]
    fill(store, extract("; ".join(name for _, name in cast), *cast))
    found = store.find(typed)
    assert [match.entity.name for match in found] == names
    assert [match.matched for match in found] == names


def test_an_alias_answers_for_its_entity(store: Any) -> None:
    fill(store, SHE_RUNS_KK)
    (match,) = store.find("佘智")
    assert (match.entity.name, match.matched) == ("SHE Zhijiang", "佘智江")


def test_within_a_rank_more_documents_come_first_then_the_shorter_name(store: Any) -> None:
    fill(
        store,
        extract("1: Jin Bei 12345; Jin Bei 2", ("Compound", "Jin Bei 12345"), ("Compound", "Jin Bei 2")),
        extract("2: Jin Bei Casino; Great Jin Bei", ("Compound", "Jin Bei Casino"), ("Compound", "Great Jin Bei")),
        extract("3: Great Jin Bei, Jin Bei 12345", ("Compound", "Great Jin Bei"), ("Compound", "Jin Bei 12345")),
    )
    order = ["Jin Bei 12345", "Jin Bei 2", "Jin Bei Casino", "Great Jin Bei"]
    assert [match.matched for match in store.find("jin bei")] == order
    assert [match.matched for match in store.find("jin bei", limit=2)] == order[:2]


@pytest.mark.parametrize("slip", ["She Zhijang", "Shee Zhijiang", "Zhijiang She", "she zhi jiang"])
def test_similar_names_answer_to_slips(store: Any, slip: str) -> None:
    fill(store, SHE_RUNS_KK, extract("Chen Zhi, Shwe Kokko", ("Person", "Chen Zhi"), ("Compound", "Shwe Kokko")))
    assert store.similar(slip)[0].matched == "SHE Zhijiang"


def test_too_short_a_text_is_like_nothing(store: Any) -> None:
    fill(store, SHE_RUNS_KK)
    assert store.similar("KK") == []
    assert store.similar("") == []


# ---- the whole


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_documents_does_not_show(store: Any, seed: int) -> None:
    chance = random.Random(seed)
    documents = [random_extract(chance, number) for number in range(12)]
    fill(store, *documents)
    once = dump(store)
    for one in documents:
        store.forget(one.document.id)
    assert dump(store) == []
    chance.shuffle(documents)
    fill(store, *documents)
    assert dump(store) == once


@pytest.mark.parametrize("seed", range(3))
def test_what_was_forgotten_has_never_been(store: Any, seed: int) -> None:
    chance = random.Random(100 + seed)
    documents = [random_extract(chance, number) for number in range(14)]
    kept, passing = documents[:7], documents[7:]
    fill(store, *kept)
    before = dump(store)
    chance.shuffle(passing)
    fill(store, *passing)
    chance.shuffle(passing)
    for one in passing:
        store.forget(one.document.id)
        assert list(store.problems()) == []
    assert dump(store) == before


def test_rebuilding_makes_the_same_view(store: Any) -> None:
    chance = random.Random(5)
    fill(store, *(random_extract(chance, number) for number in range(15)))
    before = dump(store)
    store.rebuild()
    assert dump(store) == before
    assert list(store.problems()) == []


def test_a_missing_store_is_an_error_that_says_what_to_do(store_address: str) -> None:
    with pytest.raises(StoreUnreachable, match="scamgraph ingest"):
        open_store(store_address)


def test_a_store_stays_when_it_is_closed(store_address: str) -> None:
    with open_store(store_address, create=True) as first:
        fill(first, SHE_RUNS_KK)
    with open_store(store_address) as second:
        assert second.counts()["documents"] == {"en": 1}
        assert second.generation() == 1


# ---- both alike


def _answers(store: Any) -> list[Any]:
    """All that a store can be asked, in the order it answers."""
    ranked = store.ranked()
    ids = [entity.id for entity in ranked]
    edges = list(store.all_edges())
    return [
        dump(store),
        [(kind, list(counted.items())) for kind, counted in store.counts().items()],
        store.generation(),
        ranked,
        store.ranked(["Person", "Compound"], 3),
        [store.find(text) for text in ("zhi", "z", "kk park", "佘", "855", "a", "chen zhi", "van duc")],
        [store.similar(text) for text in ("She Zijiang", "Jin Bay", "Myawady", "Sihanukville", "智江")],
        list(store.entities(ids).items()),
        [store.members(id_) for id_ in ids],
        [store.judgements(id_) for id_ in ids],
        list(store.properties(ids).items()),
        edges,
        store.edges(ids[:3]),
        list(store.links(edge.id for edge in edges).items()),
        list(store.document_ids()),
        list(store.documents(list(store.document_ids())).items()),
    ]


@pytest.mark.parametrize("seed", range(2))
def test_both_stores_answer_alike(bolt_address: str, tmp_path: Path, seed: int) -> None:
    with (
        open_store(bolt_address, create=True) as served,
        open_store(str(tmp_path / "store.db"), create=True) as embedded,
    ):
        chance = random.Random(1_000 + seed)
        documents = [random_extract(chance, number) for number in range(30)]
        for step in range(60):
            one = chance.choice(documents)
            act = chance.choice(("add", "add", "add", "forget", "found", "finish"))
            for store in (served, embedded):
                _act(store, act, one, f"origin {step % 4}")
        assert _answers(served) == _answers(embedded)
        assert list(embedded.problems()) == []
        assert list(served.problems()) == []


def _act(store: Store, act: str, one: Extract, origin: str) -> None:
    kept = set(store.document_ids())
    id_ = one.document.id
    if act == "add":
        store.add(one, f"{origin}!{id_}", origin)
    elif act == "forget" and id_ in kept:
        store.forget(id_)
    elif act == "found" and id_ in kept:
        store.found_again(id_, f"{origin}!copy of {id_}", origin)
    elif act == "finish":
        store.finish(Origin(origin, f"digest of {id_}"), sorted(kept)[::2])


def test_the_claims_of_two_documents_have_ids_of_their_own() -> None:
    """What the stores rely on: equal content in two documents is two claims."""
    document = Document(Document.id_of("x"), "x")
    parts = [DocumentEntity(d, 1, "Person", "x", (Mention(0, 1, "x"),)) for d in (document.id, "other")]
    assert len({Claim(p.document, "nationality", p.id, None, (), value="cn").id for p in parts}) == 2
