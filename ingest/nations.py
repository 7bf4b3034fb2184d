"""Countries by name and demonym, as ISO 3166-1 alpha-2 codes in lower case."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Nations:
    """Code by country name and by demonym, and the pattern that finds a demonym in a text."""

    countries: dict[str, str]
    demonyms: dict[str, str]
    demonym: re.Pattern[str]

    def of_demonyms(self, text: str) -> list[str]:
        """Codes of the demonyms in a text, in order, each once."""
        return list(dict.fromkeys(self.demonyms[found[0].casefold()] for found in self.demonym.finditer(text)))


@cache
def nations() -> Nations:
    """The packaged table, read once."""
    countries: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    written: list[str] = []
    table = (files("ingest") / "pipeline_en" / "nations.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        code, names, people = line.split("\t")
        countries.update(dict.fromkeys(filter(None, names.split("|")), code))
        demonyms.update(dict.fromkeys((p.casefold() for p in people.split("|") if p), code))
        written += [form for p in people.split("|") if p for form in (p, p.upper())]
    written.sort(key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, written))})\b")
    return Nations(countries, demonyms, pattern)
