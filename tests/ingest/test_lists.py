"""Names in one list share what is said of one of them; a.k.a. names take the schema of the name before."""

from __future__ import annotations

import pytest

from ingest.aliases import of_one_schema
from ingest.found import Found
from ingest.links.lists import listed


def mentions(text: str, surfaces: list[str]) -> list[tuple[int, int, int]]:
    return [(text.index(s), text.index(s) + len(s), n) for n, s in enumerate(surfaces)]


@pytest.mark.parametrize(
    ("text", "names", "lists"),
    [
        ("Police held Li Wei, Wang Bo and Chen Zhi.", ["Li Wei", "Wang Bo", "Chen Zhi"], [{0, 1, 2}]),
        ("Li Wei (a.k.a. “Boss Li”), Wang Bo (34), and Chen Zhi", ["Li Wei", "Wang Bo", "Chen Zhi"], [{0, 1, 2}]),
        ("李伟、王波和陈志被捕", ["李伟", "王波", "陈志"], [{0, 1, 2}]),
        ("Li Wei met Wang Bo. Chen Zhi, Xu Aimin", ["Li Wei", "Wang Bo", "Chen Zhi", "Xu Aimin"], [{2, 3}]),
        ("Li Wei said that Wang Bo fled", ["Li Wei", "Wang Bo"], []),
    ],
)
def test_a_list_has_only_commas_and_brackets_between(text: str, names: list[str], lists: list[set[int]]) -> None:
    assert listed(text, ["Person"] * len(names), mentions(text, names)) == lists


def test_names_of_two_schemata_are_no_list() -> None:
    text = "Li Wei, Bavet"
    assert listed(text, ["Person", "Location"], mentions(text, ["Li Wei", "Bavet"])) == []


def test_an_alias_in_brackets_does_not_end_a_list() -> None:
    text = "Li Wei (a.k.a. Boss Li) and Wang Bo"
    assert listed(text, ["Person"] * 3, mentions(text, ["Li Wei", "Boss Li", "Wang Bo"])) == [{0, 2}]


def test_very_many_open_brackets_are_read_in_time() -> None:
    text = "Li Wei" + "(" * 100_000 + "Wang Bo"
    assert listed(text, ["Person"] * 2, mentions(text, ["Li Wei", "Wang Bo"])) == []


def test_an_a_k_a_name_is_of_the_schema_before_it() -> None:
    text = "Juan Perez (a.k.a. “La Firma”; a.k.a. El Tio) of La Firma"
    found = [Found(0, 10, "Person"), Found(20, 28, "Organization"), Found(38, 44, "Company")]
    assert [f.schema for f in of_one_schema(text, found)] == ["Person"] * 3
    apart = [Found(0, 10, "Person"), Found(49, 57, "Organization")]
    assert of_one_schema(text, apart) == apart
