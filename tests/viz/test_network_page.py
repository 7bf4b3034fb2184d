"""The network page in a real browser, opened from disk with the network cut."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from graph.model import Subgraph
from viz.network import network_page

Show = Callable[..., "Opened"]  # noqa: F821  # tests/viz/conftest.py


def link_id(network: Subgraph, kind: str, source: str, target: str) -> str:
    return next(k.id for k in network.links if (k.type, k.source, k.target) == (kind, source, target))


def test_it_asks_for_nothing_and_complains_of_nothing(network: Subgraph, show: Show) -> None:
    opened = show(network_page(network, "Around KK Park"))
    opened.page.fill("#search", "kk")
    opened.page.keyboard.press("Enter")
    opened.page.click("#table-button")
    opened.page.click("#theme-button")
    opened.settle()
    assert opened.requests == []
    assert opened.complaints == []
    assert opened.page.title() == "Around KK Park"


def test_it_counts_what_it_shows(network: Subgraph, show: Show) -> None:
    opened = show(network_page(network))
    assert opened.page.evaluate("graphExplorer.count()") == {"nodes": 12, "links": 11}
    assert opened.page.evaluate("graphExplorer.visible()") == {"nodes": 12, "links": 11}
    assert "12 entities, 11 links" in opened.page.inner_text("#tally")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("wei dong", "Wei Dongming"),
        ("boss w", "Wei Dongming"),
        ("魏東", "Wei Dongming"),
        ("សុខ", "Sok Chanthy"),
        ("ใจดี", "นภา ใจดี"),
        ("TW7U4XB5XWBFdkC1HXPCymW7nAhjnRw41H", "TW7U4XB5XWBFdkC1HXPCymW7nAhjnRw41H"),
        ("tw7u 4xb5 xwbf", "TW7U4XB5XWBFdkC1HXPCymW7nAhjnRw41H"),
    ],
)
def test_search_finds_by_name_alias_script_and_account(network: Subgraph, show: Show, typed: str, found: str) -> None:
    opened = show(network_page(network))
    opened.page.get_by_role("searchbox", name="Search name").fill(typed)
    assert opened.page.get_by_role("option").first.is_visible()
    opened.page.keyboard.press("Enter")
    assert found in opened.details().splitlines()[0]


def test_enter_brings_the_found_one_to_the_free_middle(network: Subgraph, show: Show) -> None:
    opened = show(network_page(network))
    opened.page.fill("#search", "Golden Lotus")
    opened.page.keyboard.press("Enter")
    opened.settle()
    place = opened.page.evaluate("graphExplorer.screenPos('c1')")
    legend = opened.page.locator("#legend").bounding_box()
    panel = opened.page.locator("#details").bounding_box()
    assert legend["x"] + legend["width"] < place["x"] < panel["x"]
    assert abs(place["x"] - (legend["x"] + legend["width"] + panel["x"]) / 2) < 30


def test_search_says_when_there_is_nothing(network: Subgraph, show: Show) -> None:
    opened = show(network_page(network))
    opened.page.fill("#search", "nobody at all")
    assert "Nothing of that name" in opened.page.inner_text("#hits")


def test_a_click_on_a_node_shows_every_claim_with_quote_document_and_date(network: Subgraph, show: Show) -> None:
    opened = show(network_page(network))
    opened.click_at(opened.page.evaluate("graphExplorer.screenPos('k1')"))
    opened.page.evaluate("document.querySelectorAll('#details details').forEach((d) => { d.open = true; })")
    text = opened.details()
    for said in (
        "KK Park",
        "KK园区",
        "Wei Dongming runs KK Park.",
        "A lawyer denied that Wei runs the park.",
        "24 Vietnamese nationals were locked up in KK Park.",
        "นภา ใจดี หนีออกมา",
        "Raid on the riverside park",
        "Border Post",
        "2024-05-02",
        "Case file 7",
        "case-7.pdf",
        "extractor 91 %",
    ):
        assert said in text
    assert opened.page.locator("#details a").first.get_attribute("href") == "https://news.example/raid"


def test_a_click_on_a_link_shows_its_quote_status_and_source(network: Subgraph, show: Show) -> None:
    opened = show(network_page(network))
    opened.click_at(opened.page.evaluate("(id) => graphExplorer.edgePos(id)", link_id(network, "OPERATES", "c1", "k2")))
    text = opened.details()
    assert "Golden Lotus Holding operates Riverside Park" in text
    assert "Golden Lotus is said to operate Riverside Park." in text
    assert "alleged" in text
    assert "Raid on the riverside park · Border Post · 2024-05-02" in text


def test_parallel_links_are_two_lines_with_their_own_quotes(network: Subgraph, show: Show) -> None:
    opened = show(network_page(network))
    opened.page.fill("#search", "Golden Lotus")
    opened.page.keyboard.press("Enter")
    opened.settle()
    owns, directs = (
        opened.page.evaluate("(id) => graphExplorer.edgePos(id)", link_id(network, kind, "p1", "c1"))
        for kind in ("OWNS", "DIRECTS")
    )
    assert abs(owns["x"] - directs["x"]) + abs(owns["y"] - directs["y"]) > 8
    opened.click_at(owns)
    assert "Wei owns Golden Lotus Holding." in opened.details()
    assert "Other links between the two" in opened.details()
    opened.click_at(directs)
    assert "Former chairman Wei left Golden Lotus." in opened.details()
    assert "ended" in opened.details()


def test_a_link_that_somebody_denies_says_so_beside_the_claim(network: Subgraph, show: Show) -> None:
    opened = show(network_page(network))
    opened.click_at(opened.page.evaluate("(id) => graphExplorer.edgePos(id)", link_id(network, "OPERATES", "p1", "k1")))
    text = opened.details()
    assert "Wei Dongming runs KK Park." in text and "A lawyer denied" in text
    assert "stated as fact" in text and "denied" in text


def test_the_legend_counts_and_filters_by_schema_status_and_type(network: Subgraph, show: Show) -> None:
    opened = show(network_page(network))
    legend = opened.page.inner_text("#legend")
    for row in ("stated as fact\n8", "alleged\n1", "planned\n1", "denied\n1", "Person\n3", "Compound\n2"):
        assert row in legend
    assert "Survivor" in legend and "No sign means suspect" in legend
    opened.page.get_by_label("Compound").uncheck()
    assert opened.page.evaluate("graphExplorer.visible()") == {"nodes": 10, "links": 5}
    opened.page.get_by_label("Compound").check()
    opened.page.get_by_label("denied", exact=False).first.uncheck()
    assert opened.page.evaluate("graphExplorer.visible()") == {"nodes": 12, "links": 10}
    assert "10 of 11 links" in opened.page.inner_text("#tally")


def test_survivors_have_their_own_sign(network: Subgraph, show: Show) -> None:
    opened = show(network_page(network))
    for name in ("24 Vietnamese", "ใจดี"):
        opened.page.fill("#search", name)
        opened.page.keyboard.press("Enter")
        assert "survivor" in opened.details()
    opened.page.fill("#search", "Wei Dongming")
    opened.page.keyboard.press("Enter")
    assert "survivor" not in opened.details().splitlines()[1]


def test_the_table_holds_the_same_and_leads_back(network: Subgraph, show: Show) -> None:
    opened = show(network_page(network))
    opened.page.click("#table-button")
    assert opened.page.locator("#table tbody").nth(0).locator("tr").count() == 12
    assert opened.page.locator("#table tbody").nth(1).locator("tr").count() == 11
    opened.page.get_by_role("button", name="Links", exact=True).click()
    opened.page.get_by_role("button", name="Links", exact=True).click()
    assert "Wei Dongming" in opened.page.locator("#table tbody tr").first.inner_text()
    opened.page.locator("#table tbody tr").first.get_by_role("button").click()
    assert not opened.page.locator("#table").is_visible()
    assert "Wei Dongming" in opened.details()


def test_keys_alone_reach_everything(network: Subgraph, show: Show) -> None:
    opened = show(network_page(network))
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("riverside")
    opened.page.keyboard.press("Enter")
    assert "Riverside Park" in opened.details()
    opened.page.focus("#stage")
    before = opened.page.evaluate("graphExplorer.screenPos('k2')")
    opened.page.keyboard.press("ArrowRight")
    opened.settle()
    after = opened.page.evaluate("graphExplorer.screenPos('k2')")
    assert after["x"] == pytest.approx(before["x"] - 60)
    opened.page.keyboard.press("n")
    assert opened.details()
    opened.page.keyboard.press("Escape")
    assert not opened.page.locator("#details").is_visible()


def test_panels_do_not_overlap(network: Subgraph, show: Show) -> None:
    wide = show(network_page(network))
    wide.click_at(wide.page.evaluate("graphExplorer.screenPos('k1')"))
    legend, panel = (wide.page.locator(name).bounding_box() for name in ("#legend", "#details"))
    assert legend["x"] + legend["width"] <= panel["x"]
    assert panel["x"] + panel["width"] <= 1280 and panel["y"] + panel["height"] <= 800
    small = show(network_page(network), width=390, height=780)
    assert not small.page.locator("#legend").is_visible()
    small.page.fill("#search", "KK Park")
    small.page.keyboard.press("Enter")
    panel = small.page.locator("#details").bounding_box()
    place = small.page.evaluate("graphExplorer.screenPos('k1')")
    assert panel["x"] >= 0 and panel["x"] + panel["width"] <= 390
    assert place["y"] < panel["y"]
    assert small.page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("walled", [True, False], ids=["with the policy", "without the policy"])
def test_hostile_text_stays_text(hostile: Subgraph, show: Show, walled: bool) -> None:
    html = network_page(hostile, title=hostile.entities[1].name, note=hostile.entities[0].name)
    if not walled:
        html = re.sub(r"<meta http-equiv=.*?>", "", html)
    opened = show(html)
    for entity in hostile.entities:
        opened.page.fill("#search", entity.name.replace("\ud800", "").replace("\x00", ""))
        opened.page.keyboard.press("Enter")
        opened.page.evaluate("document.querySelectorAll('#details details').forEach((d) => { d.open = true; })")
    opened.page.evaluate("graphExplorer.screenPos('x')")
    opened.page.click("#table-button")
    opened.page.mouse.move(640, 400)
    opened.settle()
    assert opened.page.evaluate("typeof window.PWN") == "undefined"
    assert opened.page.locator("img, iframe, svg, body script:not([type]):nth-of-type(2)").count() == 0
    assert opened.page.locator("a[href^='javascript'], a[href^='data']").count() == 0
    assert "<img src=x onerror=window.PWN=1>" in opened.page.inner_text("#table")
    assert opened.page.inner_text("#title") == hostile.entities[1].name
    assert opened.requests == []
    assert opened.complaints == []


def test_the_policy_stops_scripts_and_requests_of_its_own(network: Subgraph, show: Show) -> None:
    opened = show(network_page(network))
    opened.page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.PWN = 1'; document.body.append(s);"
        " const i = new Image(); i.src = 'https://example.org/x.png'; document.body.append(i); }"
    )
    opened.settle()
    assert opened.page.evaluate("typeof window.PWN") == "undefined"
    assert ["script" in said or "img-src" in said for said in opened.complaints] == [True, True]


def test_equal_input_gives_an_equal_file(network: Subgraph) -> None:
    assert network_page(network, seed=7) == network_page(network, seed=7)
    assert network_page(network, seed=7) != network_page(network, seed=8)


def test_links_to_entities_outside_are_left_out(network: Subgraph) -> None:
    cut = replace(network, entities=network.entities[:3])
    assert '"k1"' not in network_page(cut)


def test_an_empty_network_opens(show: Show) -> None:
    opened = show(network_page(Subgraph((), ())))
    assert opened.page.evaluate("graphExplorer.count()") == {"nodes": 0, "links": 0}
    assert opened.complaints == []
