"""Countries by name and demonym, as ISO 3166-1 alpha-2 codes in lower case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ingest.wordlist import any_of

_PEOPLE = re.compile(r" (?:national|citizen)s?\b")  # makes a demonym of a country's name: "Myanmar nationals"
_WORDS_TOO = frozenset({"polish", "pole", "poles", "turkey", "finn", "dane", "danes", "swede", "swedes", "kiwi"})


@dataclass(frozen=True, slots=True)
class Nation:
    """A country or its people as a text names them."""

    start: int
    end: int
    code: str
    demonym: bool


@dataclass(frozen=True, slots=True)
class Nations:
    """Code by English country name, by a country's name in any of the nine languages, and by demonym.

    A demonym that two countries share ("Dominican") is that of the country which the text names, or else of the
    first in the table.
    """

    countries: dict[str, str]
    places: dict[str, str]
    demonyms: dict[str, tuple[str, ...]]
    word: re.Pattern[str]

    def found(self, text: str) -> Iterator[Nation]:
        """Every country and demonym of a text in order."""
        shared: dict[tuple[str, ...], str] = {}
        for match in self.word.finditer(text):
            codes = self.demonyms.get(match[0].casefold())
            if match[0] in self.places:
                yield Nation(match.start(), match.end(), self.places[match[0]], bool(codes))
            elif codes:
                if codes not in shared:
                    shared[codes] = self._named(codes, text)
                yield Nation(match.start(), match.end(), shared[codes], True)

    def of_demonyms(self, text: str) -> list[str]:
        """Codes of the people named in a text, in order, each once."""
        found = (n for n in self.found(text) if n.demonym or _PEOPLE.match(text, n.end))
        return list(dict.fromkeys(n.code for n in found))

    def _named(self, codes: tuple[str, ...], text: str) -> str:
        """The first of some countries that a text names, or the first of all."""
        for code in codes if len(codes) > 1 else ():
            names = "|".join(re.escape(name) for name, of in self.countries.items() if of == code)
            if re.search(rf"\b(?:{names})\b(?! Republic)", text):
                return code
        return codes[0]


@cache
def nations() -> Nations:
    """The packaged table, read once."""
    countries: dict[str, str] = {}
    places: dict[str, str] = {}
    demonyms: dict[str, tuple[str, ...]] = {}
    written: set[str] = set()
    table = (files("ingest") / "pipeline_xx" / "nations.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line.startswith("#"):
            continue
        (code,), names, people, abroad = ([x for x in column.split("|") if x] for column in line.split("\t"))
        countries.update(dict.fromkeys(names, code))
        places.update(dict.fromkeys((form for name in (*names, *abroad) for form in (name, name.upper())), code))
        for demonym in people:
            demonyms[demonym.casefold()] = (*demonyms.get(demonym.casefold(), ()), code)
            written.update((demonym, demonym.upper()))
            if demonym.lower() not in _WORDS_TOO:
                written.add(demonym.lower())
    written.update(places)
    spaced = {word for word in written if word[0] < "\u0e00" or "\u1e00" <= word[0] < "\u2000"}
    word = re.compile(rf"(?<!\w){any_of(spaced)}(?!\w)|{any_of(written - spaced)}")
    return Nations(countries, places, demonyms, word)
