"""The map page in a real browser, opened from disk with the network cut."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from graph.model import Entity, Subgraph
from viz.geo import map_page

Show = Callable[..., "Opened"]  # noqa: F821  # tests/viz/conftest.py

NOT_SEA = """() => {
  const canvas = document.querySelector("#stage"), { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  let land = 0;
  const probe = document.createElement("canvas").getContext("2d");
  probe.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--land");
  probe.fillRect(0, 0, 1, 1);
  const [r, g, b] = probe.getImageData(0, 0, 1, 1).data;
  for (let n = 0; n < data.length; n += 4) if (data[n] === r && data[n + 1] === g && data[n + 2] === b) land++;
  return land / (width * height);
}"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_land_is_in_the_file(network: Subgraph, show: Show, theme: str) -> None:
    opened = show(map_page(network), theme=theme)
    opened.page.click("#zoom-out")
    opened.settle()
    assert opened.page.evaluate(NOT_SEA) > 0.2
    assert opened.requests == []
    assert opened.complaints == []


def test_marks_add_up_to_the_places(network: Subgraph, show: Show) -> None:
    opened = show(map_page(network))
    assert opened.page.evaluate("mapExplorer.count()") == {"places": 4, "lost": 1}
    for step in ("#zoom-all", "#zoom-out", "#zoom-out", "#zoom-out", "#zoom-in"):
        opened.page.click(step)
        opened.settle()
        marks = opened.page.evaluate("mapExplorer.visible()")
        assert sorted(place for mark in marks for place in mark["places"]) == ["k1", "k2", "l1", "l2"]


def test_a_click_on_a_place_shows_who_was_there_and_who_says_so(network: Subgraph, show: Show) -> None:
    opened = show(map_page(network))
    opened.page.fill("#search", "KK园区")
    opened.page.keyboard.press("Enter")
    opened.settle()
    opened.page.keyboard.press("Escape")
    opened.click_at(opened.page.evaluate("mapExplorer.screenPos('k1')"))
    text = opened.details()
    assert "Drawn at KK Park, Myanmar: the site itself." in text
    assert "Wikipedia, KK Park" in text
    opened.page.evaluate("document.querySelectorAll('#details details').forEach((d) => { d.open = true; })")
    text = opened.details()
    for said in ("24 Vietnamese nationals were locked up in KK Park.", "Border Post", "2024-05-02", "case-7.pdf"):
        assert said in text


def test_a_country_is_a_label_and_never_a_dot(network: Subgraph, show: Show) -> None:
    opened = show(map_page(network))
    kinds = {place: mark["kind"] for mark in opened.page.evaluate("mapExplorer.visible()") for place in mark["places"]}
    assert kinds["l2"] == kinds["k2"] == "country"
    assert kinds["k1"] == kinds["l1"] == "exact"
    opened.page.fill("#search", "Riverside")
    opened.page.keyboard.press("Enter")
    assert "only the country is known" in opened.details()
    assert "a document puts it in Cambodia" in opened.details()


def test_what_is_not_found_is_listed_with_its_quotes(network: Subgraph, show: Show) -> None:
    opened = show(map_page(network))
    opened.page.click("summary:has-text('Not on the map (1)')")
    opened.page.click("#legend li:has-text('Building 9') button")
    assert "Not on the map." in opened.details()
    assert "1 not found" in opened.page.inner_text("#tally")


def test_places_that_no_zoom_tells_apart_are_listed(network: Subgraph, show: Show) -> None:
    twins = replace(
        network, entities=(*network.entities, Entity("l4", "Location", "MYAWADDY"), Entity("l5", "Location", "Myawadi"))
    )
    opened = show(map_page(twins))
    opened.page.fill("#search", "myawaddy")
    opened.page.keyboard.press("Enter")
    opened.settle()
    opened.click_at(opened.page.evaluate("mapExplorer.screenPos('l1')"))
    if "places at" not in opened.details():
        opened.settle()
        opened.click_at(opened.page.evaluate("mapExplorer.screenPos('l1')"))
    assert "3 places at Myawaddy" in opened.details()


def test_precision_classes_filter(network: Subgraph, show: Show) -> None:
    opened = show(map_page(network))
    opened.page.get_by_label("country only").uncheck()
    marks = opened.page.evaluate("mapExplorer.visible()")
    assert sorted(place for mark in marks for place in mark["places"]) == ["k1", "l1"]
    assert "2 of 4 places" in opened.page.inner_text("#tally")


def test_the_sources_of_the_map_are_named_on_it(network: Subgraph, show: Show) -> None:
    credit = show(map_page(network)).page.inner_text(".credit")
    assert "Natural Earth" in credit and "GeoNames, CC BY 4.0" in credit


@pytest.mark.parametrize("walled", [True, False], ids=["with the policy", "without the policy"])
def test_hostile_text_stays_text(hostile: Subgraph, show: Show, walled: bool) -> None:
    placed = replace(
        hostile, entities=(*hostile.entities, Entity("p", "Location", "Bavet", (hostile.entities[0].name,)))
    )
    html = map_page(placed, title=hostile.entities[1].name, note=hostile.entities[0].name)
    if not walled:
        html = re.sub(r"<meta http-equiv=.*?>", "", html)
    opened = show(html)
    opened.page.evaluate("document.querySelectorAll('#legend details').forEach((d) => { d.open = true; })")
    for name in (*(entity.name for entity in hostile.entities), "Bavet"):
        opened.page.fill("#search", name.replace("\ud800", "").replace("\x00", ""))
        opened.page.keyboard.press("Enter")
        opened.page.evaluate("document.querySelectorAll('#details details').forEach((d) => { d.open = true; })")
    opened.click_at(opened.page.evaluate("mapExplorer.screenPos('p')"))
    opened.settle()
    assert opened.page.evaluate("typeof window.PWN") == "undefined"
    assert opened.page.locator("img, iframe, svg, a[href^='javascript'], a[href^='data']").count() == 0
    assert "<img src=x onerror=window.PWN=1>" in opened.details()
    assert opened.requests == []
    assert opened.complaints == []


def test_panels_fit_a_small_screen(network: Subgraph, show: Show) -> None:
    small = show(map_page(network), width=390, height=780)
    assert not small.page.locator("#legend").is_visible()
    small.page.fill("#search", "KK Park")
    small.page.keyboard.press("Enter")
    panel = small.page.locator("#details").bounding_box()
    assert panel["x"] >= 0 and panel["x"] + panel["width"] <= 390
    assert small.page.evaluate("mapExplorer.screenPos('k1')")["y"] < panel["y"]


def test_equal_input_gives_an_equal_file_of_modest_size(network: Subgraph) -> None:
    html = map_page(network)
    assert html == map_page(network)
    assert len(html.encode()) < 400_000


def test_an_empty_map_opens(show: Show) -> None:
    opened = show(map_page(Subgraph((), ())))
    assert opened.page.evaluate("mapExplorer.count()") == {"places": 0, "lost": 0}
    assert opened.complaints == []
