"""Where sentences begin and end."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from ingest.components.sentences import LONGEST, sentence_spans


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Police raided KK Park.", "Two men were arrested."],
        ["The director of Jin Bei Co., Ltd. Chen Zhi was charged.", "He denied it."],
        ["OFAC named Francisco Gudino (a.k.a. “La Gallina”).", "He fled."],
        ["It belongs to Prince Holding Ltd.", "The firm was sanctioned in the U.S.", "It has closed."],
        ["Gen. Min Aung and Dr. An Li met Mr. So in St. Petersburg.", "No. 5 was sold."],
        ["He paid $3.5 million on Sept. 8 and left.", "“They sold me.”", "She wept."],
        ["1. The defendant held 3 accounts.", "2. He used them daily."],
        ["柬埔寨警方逮捕了王强。", "他被控诈骗！", "案件继续。"],
        ["ရဲက ဖမ်းဆီးခဲ့သည်။", "သူ ငြင်းခဲ့သည်။"],
        ["ប៉ូលិសបានចាប់ខ្លួន។", "គាត់បានបដិសេធ។"],
    ],
)
def test_sentences_end_at_stops_and_not_at_abbreviations(sentences: list[str]) -> None:
    joiner = "" if sentences[0].endswith("。") else " "
    assert cut(joiner.join(sentences)) == sentences


def test_headline_dateline_and_bullets_are_sentences_of_their_own() -> None:
    text = "Police free 24 at border\n\nPHNOM PENH, Sept 8 (MNA) - Police freed 24 people.\n• Bavet\n• Poipet"
    assert cut(text) == [
        "Police free 24 at border",
        "PHNOM PENH, Sept 8 (MNA) - Police freed 24 people.",
        "• Bavet",
        "• Poipet",
    ]


def test_wrapped_lines_are_one_sentence() -> None:
    text = (
        "The Ministry of Interior said on Monday that the owner of the casino\n"
        "in Bavet had been arrested after a raid in which three hundred and\n"
        "twelve foreigners were found, among them citizens of nine countries\n"
        "who said they had been sold. The ministry named the owner as Li Wei."
    )
    assert len(cut(text)) == 2


def test_stories_glued_without_a_space_come_apart() -> None:
    assert cut("He was arrested.Police said so.") == ["He was arrested.", "Police said so."]


def test_spans_are_in_order_and_cover_every_letter() -> None:
    text = "  One.  Two!\n\n\nThree…  four? Five\t"
    spans = sentence_spans(text)
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    covered = {n for start, end in spans for n in range(start, end)}
    assert all(c.isspace() for n, c in enumerate(text) if n not in covered)


def test_no_sentence_is_too_long_to_be_read() -> None:
    assert max(end - start for start, end in sentence_spans("word " * 5000 + "x" * 9000)) <= LONGEST


@pytest.mark.parametrize("unit", [".", "\n", " ", "Mr. ", '."', "a.\n", "。", "ตำรวจ "])
def test_time_grows_with_the_text_alone(unit: str) -> None:
    started = time.process_time()
    sentence_spans(unit * (400_000 // len(unit)))
    assert time.process_time() - started < 10
