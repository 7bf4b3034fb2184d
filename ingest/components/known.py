"""Names that mean one thing in this field, by their words: countries, media, platforms, banks, agencies, movements."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from ingest.components.words import HAN

Key = tuple[str, ...]
_WORD = re.compile(rf"[{HAN}]|(?:(?![{HAN}])\w)+|[^\w\s]")


@cache
def known_names() -> dict[Key, str]:
    """Words of names that mean one thing in the field → schema."""
    from ingest.nations import nations

    table = (files("ingest") / "pipeline_xx" / "known.tsv").read_text(encoding="utf-8")
    known = dict.fromkeys(nations().countries, "Location")
    for line in table.splitlines():
        if not line.startswith("#"):
            schema, names = line.split("\t")
            known.update(dict.fromkeys(names.split("|"), schema))
    return {_words_of(name): schema for name, schema in known.items()}


def _words_of(name: str) -> Key:
    """A name's words as the encoder splits them: at blanks, around every other mark and every Chinese character."""
    return tuple(_WORD.findall(name))


def is_known(name: str, schema: str) -> bool:
    """Whether a name is known in the field as one of this schema."""
    return known_names().get(_words_of(name)) == schema
