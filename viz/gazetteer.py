"""Where a named place lies: every place of that name in the offline gazetteer, with kind, reach and source.

Names come from GeoNames (CC BY 4.0), from `data/places.csv` (sites and border places that GeoNames lacks, each
with its source) and from `data/spellings.csv` (further spellings). Choosing among namesakes is `viz.placing`'s task.
"""

from __future__ import annotations

import csv
import gzip
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

Precision = Literal["site", "town", "province", "country"]
Named = Literal["its name", "another name", "part of the name"]

PRECISIONS: tuple[Precision, ...] = ("site", "town", "province", "country")
"""From a dot that may be trusted to one that stands for a whole country."""

GEONAMES = "GeoNames"

_DATA = Path(__file__).with_name("data")
_KINDS: dict[str, Precision] = {"country": "country", "province": "province", "district": "town", "town": "town"}

_WIDE = ("province", "state", "region", "division", "prefecture", "county", "oblast", "special region")
_NARROW = (
    "district", "township", "city", "town", "municipality", "commune", "village", "island", "municipal", "sub-district",
    "subdistrict", "metropolis", "area", "border town", "border city",
)  # fmt: skip
_ZONES = ("special economic zone", "sez", "economic zone", "new city", "zone", "compound", "scam compound", "project")
_BEFORE = (
    "amphoe", "changwat", "kabupaten", "kota", "thành phố", "thanh pho", "tỉnh", "tinh", "khet", "krong", "ban",
    "phumi", "wilayah persekutuan", "w.p.", "the", "greater", "downtown", "central", "province of", "state of",
    "city of", "kingdom of", "republic of",
)  # fmt: skip


_WIDE_BEFORE = ("changwat", "khet", "tỉnh", "tinh", "province of", "state of")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the gazetteer: its proper name, what it is, where, and how far it reaches (km)."""

    name: str
    precision: Precision
    country: str
    province: str
    latitude: float
    longitude: float
    population: int
    reach: int
    source: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A spot that bears a name, and how well: its own name before another name, before a name without its type word."""

    spot: Spot
    named: Named


VAST = frozenset(
    ("africa", "asia", "asiapacific", "europe", "eastasia", "latinamerica", "middleeast", "northamerica",
     "southamerica", "southasia", "southeastasia", "eurasia", "oceania")
)  # fmt: skip
"""Parts of the world, wider than any dot or area here; towns that bear such a name are not what is meant."""


def candidates(name: str, *, zones: bool = False) -> tuple[Candidate, ...]:
    """Every spot of this name; a type word narrows ("Tak Province"). `zones` also strips "Special Economic Zone"."""
    if key_of(name) in VAST:
        return ()
    own, other = _names()
    bare, wanted = _without_type(name, zones)
    found: dict[Spot, Candidate] = {}
    for spelling in dict.fromkeys((key_of(name), key_of(bare))):
        whole = spelling == key_of(name)
        for table in (own, other):
            named: Named = "its name" if table is own else "another name"
            for spot in table.get(spelling, ()):
                if whole or wanted is None or _is_kind(spot, wanted):
                    found.setdefault(spot, Candidate(spot, named if whole or wanted else "part of the name"))
    return tuple(found.values())


def key_of(name: str) -> str:
    """What spellings of one name share: no case, marks, spaces or signs."""
    folded = unicodedata.normalize("NFKD", name.replace("đ", "d").replace("Đ", "D")).casefold()
    return "".join(c for c in folded if not ("\u0300" <= c <= "\u036f" or unicodedata.category(c)[0] in "ZPSC"))


def country_name(code: str) -> str:
    """The English name of an ISO 3166-1 alpha-2 code; the code itself if it is not known."""
    return _countries().get(code.upper(), code.upper())


def _is_kind(spot: Spot, wanted: str) -> bool:
    return (spot.precision == "province") if wanted == "wide" else (spot.precision in ("town", "site"))


def _without_type(name: str, zones: bool) -> tuple[str, str | None]:
    """The name without its type word, and what that word asks for: wide, narrow or (no type word) None."""
    words = " ".join(name.split())
    for ends, wanted in ((_WIDE, "wide"), (_NARROW, "narrow"), (_ZONES if zones else (), "narrow")):
        for end in ends:
            if words.casefold().endswith(" " + end):
                return words[: -len(end) - 1].strip(" ,"), wanted
    for start in _BEFORE:
        if words.casefold().startswith(start + " "):
            return words[len(start) + 1 :], "wide" if start in _WIDE_BEFORE else None
    return words, None


Table = dict[str, list[Spot]]


@lru_cache(maxsize=1)
def _names() -> tuple[Table, Table]:
    """Spots by the key of their own name, and by that of another name."""
    own: Table = {}
    other: Table = {}
    for row in csv.DictReader((_DATA / "places.csv").open(encoding="utf-8", newline="")):
        spot = Spot(
            row["name"], _precision(row["precision"]), row["country"], "", float(row["latitude"]),
            float(row["longitude"]), 0, int(row["reach_km"]), row["source"],
        )  # fmt: skip
        _file(own, row["name"], spot)
        for name in filter(None, row["also"].split("|")):
            _file(own, name, spot)
    for line in gzip.decompress((_DATA / "gazetteer.tsv.gz").read_bytes()).decode().splitlines():
        name, kind, country, province, latitude, longitude, population, reach, also = line.split("\t")
        spot = Spot(
            name, _KINDS[kind], country, province, float(latitude), float(longitude), int(population), int(reach),
            GEONAMES,
        )  # fmt: skip
        bare = re.sub(r"^(Amphoe|Changwat|Kabupaten|Kota|Thành Phố|Tỉnh|Wilayah Persekutuan|W\.P\.) ", "", name)
        for spelling in dict.fromkeys((name, bare)):
            _file(own, spelling, spot)
        for spelling in filter(None, also.split("|")):
            _file(other, spelling, spot)
    for row in csv.DictReader((_DATA / "spellings.csv").open(encoding="utf-8", newline="")):
        fits = [s for s in own.get(key_of(row["means"]), []) if s.country == row["country"]]
        wanted = [s for s in fits if row["precision"] in ("", s.precision)]
        if not wanted:
            raise ValueError(f"spellings.csv: {row['spelling']} means {row['means']}, which is not in the gazetteer")
        _file(own, row["spelling"], min(wanted, key=lambda s: PRECISIONS.index(s.precision)))
    return own, other


def _file(table: Table, name: str, spot: Spot) -> None:
    spots = table.setdefault(key_of(name), [])
    if spot not in spots:
        spots.append(spot)


def _precision(word: str) -> Precision:
    for precision in PRECISIONS:
        if word == precision:
            return precision
    raise ValueError(f"places.csv: no such precision: {word}")


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    return {spot.country: spot.name for table in _names() for spots in table.values() for spot in spots
            if spot.precision == "country"}  # fmt: skip
