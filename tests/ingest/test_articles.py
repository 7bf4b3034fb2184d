"""Articles: glued stories apart, furniture off, doubles found; ordinary documents left alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.model import Document
from ingest.articles import articles, stories

BODY = (
    "Police raided KK Park on Monday and freed twenty-four people who had been held there since March. "
    "The owner of the compound denies that he knew of it, and says that he merely let the buildings."
)
OTHER = (
    "A court in Mandalay sentenced nine members of a family to death for running scam compounds in the town. "
    "The sentences must be confirmed by a higher court before they are carried out, a spokesman said."
)


def document(text: str, **fields: str) -> Document:
    return Document(Document.id_of(text), text, addresses=("page.txt",), **fields)


def test_seed_pages_are_taken_apart_as_people_did(shared: Path) -> None:
    seeds = [json.loads(line) for line in (shared / "gold/dev.jsonl").read_text().splitlines()]
    seeds = [seed for seed in seeds if "articles" in seed]
    assert len(seeds) == 3
    for seed in seeds:
        found = [
            {
                "start": story.start,
                "end": story.end,
                "title": story.title,
                "publisher": story.publisher,
                "body_start": story.body_start,
                "duplicate_of": story.double_of,
            }
            for story in stories(seed["text"], "en")
        ]
        assert found == [{"duplicate_of": None, **article} for article in seed["articles"]]


def test_releases_are_neither_split_nor_cut(shared: Path) -> None:
    for line in (shared / "data/releases/releases.jsonl").read_text().splitlines():
        release = json.loads(line)
        for text in (release["text"], release["raw"]):
            (article,) = articles(document(text, language="en"))
            assert article.text.split() == text.split(), release["id"]


def test_case_files_and_court_papers_stay_whole(shared: Path) -> None:
    for line in (shared / "gold/dev_accounts.jsonl").read_text().splitlines():
        text = json.loads(line)["text"]
        (article,) = articles(document(text, language="en"))
        assert article.text.split() == text.split()


def card(age: str, body: str, title: str = "Family sentenced to death") -> str:
    return f"\n\nBorder Times\n{age}\n- Border Times\n{title}\n{body}\n"


@pytest.mark.parametrize("age", ["9 hours ago", "time35 minutes ago", "3小时前", "5 giờ trước", "2 jam yang lalu"])
def test_cards_with_their_age_are_stories_of_their_own(age: str) -> None:
    first, second = articles(document(f"Police raid KK Park\n\n{BODY}\n\nRelated Articles" + card(age, OTHER)))
    assert (first.title, first.text) == ("Police raid KK Park", f"Police raid KK Park\n\n{BODY}")
    assert (second.title, second.publisher) == ("Family sentenced to death", "Border Times")
    assert second.text == f"Family sentenced to death\n{OTHER}"
    assert (first.addresses, second.addresses) == (("page.txt#1",), ("page.txt#2",))


def test_a_story_that_stands_twice_is_kept_once_with_both_addresses() -> None:
    text = f"Police raid KK Park\n\n{BODY}" + card("1 hour ago", OTHER) + card("2 hours ago", BODY, "Raid on KK Park")
    first, second = articles(document(text))
    assert first.addresses == ("page.txt#1", "page.txt#3")
    assert first.publisher == "Border Times", "known from the double"
    assert second.addresses == ("page.txt#2",)


def test_stories_with_datelines_below_headlines_are_taken_apart() -> None:
    text = f"Raid on park\n\nBANGKOK: {BODY} – AFP\n\nNine to die\n\nMANDALAY (Xinhua): {OTHER}\n"
    first, second = articles(document(text))
    assert (first.title, first.publisher) == ("Raid on park", "AFP")
    assert (second.title, second.publisher) == ("Nine to die", "Xinhua")


@pytest.mark.parametrize(
    "text",
    [
        f"THE ENABLERS\n\n{BODY}\n\nTHE LANDLORD\n\n{OTHER}",
        f"Interview\n\n{BODY}\n\n12 March 2025\n\n{OTHER}\n\n14 March 2025\n\n{BODY}",
        f"Q: Were there children?\n{BODY}\nQ: Who owns it?\n{OTHER}",
        f"WASHINGTON – {BODY}\n\n***\n\n{OTHER}",
        f"1. The plaintiff\n{BODY}\n2. The defendant\n{OTHER}",
        f"NOTE: {BODY}\n\nA heading\n\nWARNING: {OTHER}",
    ],
    ids=["headings", "dates", "interview", "rule", "numbered", "capitals"],
)
def test_one_sign_alone_begins_no_story(text: str) -> None:
    (article,) = articles(document(text))
    assert article.text.split() == text.split()


WEB = f"""logo
Home | Kenya | Africa | Business | Sports
Sign in / Subscribe
How 63 Kenyans came home from a scam park
By Akinyi Owuor, The Rift Courier
Thursday, April 17, 2025 • 4 min read
Share on Facebook X WhatsApp Copy link
{BODY}
ADVERTISEMENT
READ ALSO: Three still missing in Shan State, family says
{OTHER}
Tags: Myanmar · trafficking
MORE FROM THE RIFT COURIER
• Parliament grills officials over fuel levy
• Third title in a row
COMMENTS (2)
Kamau: And the big fish? Agents are small fish.
"""


def test_furniture_comes_off_and_the_header_says_who_and_when() -> None:
    (article,) = articles(document(WEB, language="en"))
    assert article.title == "How 63 Kenyans came home from a scam park"
    assert article.publisher == "The Rift Courier"
    assert article.published == "2025-04-17"
    assert article.text.split("\n")[3:] == ["", BODY, "", OTHER]


def test_words_of_furniture_in_an_ordinary_document_stay() -> None:
    text = f"Related persons\n\n{BODY}\n\nComments\n\nThe bank did not reply\n\n{OTHER}\n\nTags: red, blue"
    (article,) = articles(document(text))
    assert article.text.split() == text.split()


def test_metadata_of_the_document_win_over_the_text() -> None:
    (article,) = articles(document(WEB, language="en", title="Given", publisher="Desk", published="2024"))
    assert (article.title, article.publisher, article.published) == ("Given", "Desk", "2024")
