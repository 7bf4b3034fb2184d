"""Names to places: the right country among namesakes, honest precision, and nothing made up."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

import viz
from graph.model import Claim, Entity, Evidence, Link, Subgraph
from viz.gazetteer import candidates, country_name
from viz.placing import Placed, place

DATA = Path(viz.__file__).with_name("data")


def placed(
    name: str, *beside: str, schema: str = "Location", inside: Iterable[str] = (), status: str = "asserted"
) -> Placed | None:
    """Where `name` goes when its document also names `beside` and puts it in `inside`."""
    others = [*beside, *inside]
    entities = [Entity("x", schema, name), *(Entity(f"o{n}", "Location", other) for n, other in enumerate(others))]
    links = []
    for n, other in enumerate(others):
        if other in inside:
            said = Claim("d", "LOCATED_IN", "x", f"o{n}", (Evidence("d", 0, 1, "q"),), status=status)
            links.append(Link(said.id, "LOCATED_IN", "x", f"o{n}", (said,)))
    return place(Subgraph(tuple(entities), tuple(links)), {e.id: ("d",) for e in entities}).get("x")


@pytest.mark.parametrize(
    ("name", "country", "latitude", "longitude"),
    [
        ("Sihanoukville", "KH", 10.61, 103.53),
        ("Poipet", "KH", 13.66, 102.56),
        ("Krong Poi Pet", "KH", 13.66, 102.56),
        ("Bavet", "KH", 11.06, 106.14),
        ("O'Smach", "KH", 14.41, 103.69),
        ("Chrey Thom", "KH", 10.94, 105.08),
        ("Myawaddy", "MM", 16.69, 98.51),
        ("Shwe Kokko", "MM", 16.82, 98.53),
        ("Laukkaing", "MM", 23.70, 98.76),
        ("Laukkai", "MM", 23.70, 98.76),
        ("Tachileik", "MM", 20.45, 99.88),
        ("Mong La", "MM", 21.67, 100.03),
        ("Ton Pheung", "LA", 20.32, 100.11),
        ("Mae Sot", "TH", 16.72, 98.57),
        ("Bamban", "PH", 15.27, 120.57),
        ("Tay Ninh", "VN", 11.31, 106.10),
        ("Bali", "ID", -8.43, 115.21),
        ("Dili", "TL", -8.56, 125.57),
        ("Takeo", "KH", 10.99, 104.79),
        ("Muse", "MM", 23.99, 97.90),
        ("Clark", "PH", 15.19, 120.56),
        ("Boten", "LA", 21.18, 101.67),
        ("PHNOM PENH", "KH", 11.56, 104.92),
        ("金边", "KH", 11.56, 104.92),
    ],
)
def test_a_town_of_the_region_is_where_it_is(name: str, country: str, latitude: float, longitude: float) -> None:
    found = placed(name)
    assert found is not None
    assert found.spot.country == country
    assert abs(found.spot.latitude - latitude) < 0.25 and abs(found.spot.longitude - longitude) < 0.25


@pytest.mark.parametrize(
    ("name", "precision", "country"),
    [
        ("KK Park", "site", "MM"),
        ("Golden Triangle Special Economic Zone", "site", "LA"),
        ("Shwe Kokko", "town", "MM"),
        ("Singapore", "town", "SG"),
        ("Svay Rieng province", "province", "KH"),
        ("Tak Province", "province", "TH"),
        ("Shan State", "province", "MM"),
        ("Oddar Meanchey", "province", "KH"),
        ("Burma", "country", "MM"),
        ("Cambodia", "country", "KH"),
        ("UAE", "country", "AE"),
    ],
)
def test_it_says_how_exact_it_is(name: str, precision: str, country: str) -> None:
    found = placed(name)
    assert found is not None
    assert (found.precision, found.spot.country) == (precision, country)


@pytest.mark.parametrize(
    "name", ["Mekong", "Moei River", "Southeast Asia", "Asia", "Building 9", "Bei commune", "Zone A", "Street 136"]
)
def test_what_no_gazetteer_knows_is_not_placed(name: str) -> None:
    assert placed(name) is None


def test_namesakes_are_settled_by_the_places_named_beside_them() -> None:
    here, there = placed("Georgia", "Batumi", "Tbilisi"), placed("Georgia", "Atlanta", "Texas", "Ohio", "Florida")
    assert here is not None and here.spot.country == "GE"
    assert there is not None and there.spot.country == "US"
    assert "named in the same documents" in there.why
    assert any(spot.country == "GE" for spot in there.namesakes)


def test_what_a_document_says_outweighs_what_is_likely() -> None:
    found = placed("Cambridge", "Britain", "London", inside=["Massachusetts"])
    assert found is not None and found.spot.country == "US"
    assert found.why.endswith("a document says that it lies in United States")


def test_a_site_without_entry_lies_where_a_document_puts_it() -> None:
    found = placed("Jin Bei 4", schema="Compound", inside=["Sihanoukville", "Cambodia"])
    assert found is not None
    assert (found.precision, found.spot.name) == ("town", "Sihanoukville")
    assert found.why == "not in the gazetteer; a document puts it in Sihanoukville"


def test_a_country_lies_in_no_other_whatever_a_text_says() -> None:
    found = placed("North Korea", inside=["Russia"])
    assert found is not None and found.spot.country == "KP"


def test_a_denied_location_places_nothing() -> None:
    assert placed("Jin Bei 4", schema="Compound", inside=["Sihanoukville"], status="denied") is None


def test_a_compound_is_not_a_far_town_of_that_name() -> None:
    assert placed("Venus", schema="Compound") is None
    assert placed("Orlando Park", schema="Compound") is None


def test_a_zone_named_after_a_town_lies_there() -> None:
    found = placed("Shwe Kokko Special Economic Zone", schema="Compound")
    assert found is not None and found.spot.country == "MM"


def test_every_hand_made_place_has_a_source_and_lies_in_its_country() -> None:
    shapes = _rings()
    for row in csv.DictReader((DATA / "places.csv").open(encoding="utf-8", newline="")):
        x, y = float(row["longitude"]), float(row["latitude"])
        slack = 0.02 + int(row["reach_km"]) / 111
        name = country_name(row["country"])
        ring = shapes[name]
        around = [(x + dx * slack, y + dy * slack) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
        assert row["source"], row["name"]
        assert any(_inside(point, part) for point in around for part in ring), row["name"]


def test_every_extra_spelling_leads_to_its_place() -> None:
    for row in csv.DictReader((DATA / "spellings.csv").open(encoding="utf-8", newline="")):
        assert any(c.spot.country == row["country"] for c in candidates(row["spelling"])), row["spelling"]


def _rings() -> dict[str, list[list[tuple[float, float]]]]:
    land = json.loads((DATA / "land.json").read_text("utf-8"))
    arcs = []
    for numbers in land["arcs"]:
        x = y = 0
        line = []
        for n in range(0, len(numbers), 2):
            x, y = x + numbers[n], y + numbers[n + 1]
            line.append((x / land["scale"], y / land["scale"]))
        arcs.append(line)
    return {
        name: [[p for a in ring for p in (arcs[a] if a >= 0 else arcs[~a][::-1])] for ring in rings]
        for _, name, _, _, rings in land["countries"]
    }


def _inside(point: tuple[float, float], ring: list[tuple[float, float]]) -> bool:
    x, y = point
    crossed = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            crossed = not crossed
    return crossed
