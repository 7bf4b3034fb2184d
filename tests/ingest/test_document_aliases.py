"""Which mentions of one document name one thing."""

from __future__ import annotations

import re

import pytest

from ingest.aliases import group, initials_of
from ingest.found import Found


def grouped(text: str) -> list[list[str]]:
    """Mentions are written [Schema:surface]; the groups as surfaces."""
    plain, found = "", []
    at = 0
    for mark in re.finditer(r"\[(\w+):([^\]]+)\]", text):
        plain += text[at : mark.start()]
        found.append(Found(len(plain), len(plain) + len(mark[2]), mark[1]))
        plain += mark[2]
        at = mark.end()
    plain += text[at:]
    return [[plain[f.start : f.end] for f in one] for one in group(plain, found)]


@pytest.mark.parametrize(
    "text",
    [
        "[Organization:Karen National Army] ([Organization:KNA])",
        "[Person:Kok An], also known as the “[Person:Godfather of Poipet]”",
        "[Person:Tan Kuan Yew], nicknamed [Person:Robert]",
        "[Person:She Zhijiang] was chairman. [Person:She] denied it.",
        "[Person:Chhim Vuthy] spoke. [Person:Vuthy] added.",
        "[Person:Xie Guanlin] left; [Person:Boss Xie] is wanted.",
        "[Person:Lakshmi Narayanan Iyer] wrote. [Person:L. N. Iyer]",
        "[Person:QUAH WEI LOONG] ([Person:柯伟龙])",
        "[Company:Yatai International Holding Group] and later [Company:Yatai]",
        "[Company:Jin Bei Co., Ltd.] or [Company:Jin Bei]",
        "[Company:Union Development Group] said. [Company:UDG] built it.",
        "[PublicBody:Ministry of Interior], the [PublicBody:Interior Ministry]",
        "[PublicBody:US Treasury] acted; the [PublicBody:Treasury] said.",
        "[Location:United States] and [Location:U.S.]",
        "[Location:Svay Rieng province], [Location:Svay Rieng]",
        "[Compound:KK Park] and the [Compound:KK Park compound]",
        "[Group:260 scam workers] came; the [Group:260 people] rest.",
    ],
)
def test_two_forms_are_one_thing(text: str) -> None:
    assert len(grouped(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "[Company:Huione Guarantee] and [Company:Huione Pay]",
        "[Company:Prince Group], [Company:Prince Bank]",
        "[Person:Li Wei], [Person:Wang Wei]",
        "[Location:Bavet], [Location:Svay Rieng]",
        "[Location:Bavet] ([Location:Svay Rieng])",
        "[Company:Jin Bei] runs the [Compound:Jin Bei]",
        "[Group:two men] and [Group:two men]",
        "[PublicBody:Thai police], [PublicBody:Lao police]",
    ],
)
def test_two_things_stay_two(text: str) -> None:
    assert len(grouped(text)) == 2


def test_a_short_form_of_two_firms_names_neither() -> None:
    assert grouped("[Company:Huione Guarantee] and [Company:Huione Pay] of [Company:Huione]") == [
        ["Huione Guarantee"],
        ["Huione Pay"],
        ["Huione"],
    ]


def test_a_surname_of_two_people_is_the_first_one_named() -> None:
    groups = grouped("[Person:Noh Jae-min] and his wife [Person:Noh Young-ja]. [Person:Noh] paid.")
    assert groups == [["Noh Jae-min", "Noh"], ["Noh Young-ja"]]


def test_mentions_with_one_key_are_one_account() -> None:
    found = [Found(0, 5, "Phone", "+8551"), Found(6, 9, "Phone", "+8551"), Found(10, 12, "Phone", "+8552")]
    assert [len(g) for g in group("+8551 551 52", found)] == [2, 1]


def test_initials_skip_small_words_and_need_capitals() -> None:
    assert initials_of("General Department of Immigration", "GDI")
    assert not initials_of("General Department of Immigration", "gdi")
    assert not initials_of("Prince Group", "PH")
