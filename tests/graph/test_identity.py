"""Which names join without anybody judging, and the chain of judgements that says so."""

import random
from collections.abc import Sequence

import pytest

from graph.model import DocumentEntity, Mention
from graph.resolution.chain import groups, judged
from graph.resolution.components import components
from graph.resolution.keys import identity_key, identity_keys
from tests.graph.building import extract


def entity(schema: str, name: str) -> DocumentEntity:
    return DocumentEntity("d", 1, schema, name, (Mention(0, len(name), name),))


@pytest.mark.parametrize(
    ("schema", "name", "key"),
    [
        ("Person", "SHE  Zhijiang", "Person she zhijiang"),
        ("Person", "佘智江", "Person 佘智江"),
        ("Person", "ဒေါ်အောင်ဆန်းစုကြည်", "Person ဒေါ်အောင်ဆန်းစုကြည်"),
        ("Person", "ហ៊ុន សែន", "Person ហ៊ុន សែន"),
        ("Person", "เฉิน จื้อ", "Person เฉิน จื้อ"),
        ("Company", "Prince Holding Group Co., Ltd.", "Company prince holding group co ltd"),
        ("Company", "X", "Company x"),
        ("PublicBody", "House", "PublicBody house"),
        ("PublicBody", "公安部", "PublicBody 公安部"),
        ("Compound", "KK Park", "Compound kk park"),
        ("Location", "Bei commune", "Location bei commune"),
        ("CryptoWallet", "TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE", "CryptoWallet TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE"),
        ("Phone", "+85512345678", "Phone +85512345678"),
    ],
)
def test_names_that_join(schema: str, name: str, key: str) -> None:
    assert identity_key(entity(schema, name)) == key


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        ("Person", "Jett"),
        ("Person", "She"),
        ("Person", "สมชาย"),
        ("Person", "佘"),
        ("Group", "141 foreigners"),
        ("PublicBody", "immigration police"),
        ("Organization", "the syndicate"),
        ("Company", "casino operator"),
        ("Location", "…"),
        ("Location", "中"),
        ("Company", "A" * 5_000),
        ("Website", "x" * 5_000),
    ],
)
def test_names_that_do_not_tell(schema: str, name: str) -> None:
    assert identity_key(entity(schema, name)) is None


def test_wallets_that_differ_in_case_are_two() -> None:
    assert identity_key(entity("CryptoWallet", "1abcD")) != identity_key(entity("CryptoWallet", "1ABCd"))


def test_one_name_of_two_schemata_is_two_keys() -> None:
    assert identity_key(entity("Compound", "Jin Bei")) != identity_key(entity("Company", "Jin Bei"))


def test_a_pseudonym_has_no_key() -> None:
    named = ("Person", "Uncle Bao"), ("Person", "Chen Zhi")
    given = extract("Uncle Bao met Chen Zhi.", *named, properties=[("pseudonym", 1, "true"), ("pseudonym", 2, "false")])
    assert list(identity_keys(given).values()) == [None, "Person chen zhi"]


def test_a_chain_joins_neighbours() -> None:
    chain = judged("Person chen zhi", ["a.1", "b.1", None, "c.1"])
    assert [(j.left, j.right, j.verdict, j.by, j.at) for j in chain] == [
        ("a.1", "b.1", "same", "full-name/1", None),
        ("b.1", "c.1", "same", "full-name/1", None),
    ]
    assert chain[0].why == "Person named chen zhi"
    assert judged("Phone +85512345678", ["a.1", "b.1"])[0].by == "account-number/1"


def test_groups_gather_a_document_by_key() -> None:
    named = ("Person", "Chen Zhi"), ("Person", "Jett"), ("Person", "CHEN ZHI"), ("Compound", "KK Park")
    given = extract("Chen Zhi, Jett and CHEN ZHI at KK Park.", *named)
    assert [(g.key, [m.number for m in g.members]) for g in groups(given)] == [
        ("Compound kk park", [4]),
        ("Person chen zhi", [1, 3]),
        (None, [2]),
    ]


def _joined(ids: Sequence[str]) -> dict[str, str]:
    return components(ids, judged("Person chen zhi", ids))


def test_components_are_named_by_their_smallest_member() -> None:
    assert _joined(["a.1", "b.1", "c.1"]) == {"a.1": "a.1", "b.1": "a.1", "c.1": "a.1"}
    assert components(["a", "b"], ()) == {"a": "a", "b": "b"}


def test_components_do_not_depend_on_the_order_of_judgements() -> None:
    ids = [f"{n:03}" for n in range(200)]
    judgements = list(judged("Person chen zhi", ids[:120]) + judged("Person she zhijiang", ids[120:]))
    random.Random(7).shuffle(judgements)
    assert components(ids, judgements) == {i: ids[0] if i < ids[120] else ids[120] for i in ids}
