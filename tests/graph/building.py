"""Extracts made by hand and by chance, for tests of the stores."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from typing import Any

from graph.model import Claim, Document, DocumentEntity, Evidence, Extract, Mention

Named = tuple[str, str] | tuple[str, str, Sequence[str]]


def extract(
    text: str,
    *entities: Named,
    links: Iterable[tuple[Any, ...]] = (),
    properties: Iterable[tuple[str, int, str]] = (),
    extractor: str = "hand/1",
    **document: Any,
) -> Extract:
    """What a text says. Entities are (schema, name[, surfaces]), counted from 1; the text must hold each surface.

    Links are (type, source, target[, fields of the claim]), properties (type, entity, value); the whole text is their
    evidence.
    """
    kept = Document(Document.id_of(text), text, **document)
    parts = tuple(
        DocumentEntity(kept.id, number, schema, name, tuple(_mention(text, s) for s in (surfaces or [[name]])[0]))
        for number, (schema, name, *surfaces) in enumerate(entities, start=1)
    )
    whole = (Evidence(kept.id, 0, len(text), text),)
    claims = [
        Claim(kept.id, type_, f"{kept.id}.{source}", f"{kept.id}.{target}", whole, **(fields[0] if fields else {}))
        for type_, source, target, *fields in links
    ]
    claims += [
        Claim(kept.id, type_, f"{kept.id}.{entity}", None, whole, value=value) for type_, entity, value in properties
    ]
    return Extract(kept, parts, tuple(claims), extractor)


def _mention(text: str, surface: str) -> Mention:
    start = text.index(surface)
    return Mention(start, start + len(surface), surface)


PEOPLE = (
    "She Zhijiang",
    "SHE ZHIJIANG",
    "She  Zhijiang",
    "Chen Zhi",
    "佘智江",
    "Hoàng Văn Đức",
    "Jett",
    "Saw Chit Thu",
)
PLACES = ("KK Park", "Shwe Kokko", "Jin Bei 4", "Taichang")
TOWNS = ("Cambodia", "Myawaddy", "Sihanoukville")
PHONES = ("+85512345678", "+66812345678")


def random_extract(chance: random.Random, number: int) -> Extract:
    """A document about a few of a small cast, so that documents share entities and links."""
    cast: list[Named] = [("Person", name) for name in chance.sample(PEOPLE, chance.randint(1, 3))]
    cast += [("Compound", name) for name in chance.sample(PLACES, chance.randint(0, 2))]
    cast += [("Location", name) for name in chance.sample(TOWNS, chance.randint(0, 2))]
    cast += [("Phone", name) for name in chance.sample(PHONES, chance.randint(0, 1))]
    chance.shuffle(cast)
    text = f"Report {number}: " + ", ".join(name for _, name, *_ in cast) + "."
    of = {schema: [n for n, (s, *_) in enumerate(cast, start=1) if s == schema] for schema, *_ in cast}
    links: list[tuple[Any, ...]] = []
    for person in of["Person"]:
        status = chance.choice(("asserted", "alleged", "denied"))
        said = {"status": status, "probability": chance.choice((None, 0.4, 0.9))}
        links += [("OPERATES", person, place, said) for place in of.get("Compound", []) if chance.random() < 0.7]
        links += [("TRANSPORTED_TO", person, town, said) for town in of.get("Location", []) if chance.random() < 0.5]
        links += [("HOLDS_ACCOUNT", person, phone, said) for phone in of.get("Phone", []) if chance.random() < 0.8]
        links += [("ASSOCIATE_OF", person, other, said) for other in of["Person"] if other > person]
    properties = [
        ("nationality", person, chance.choice(("cn", "kh"))) for person in of["Person"] if chance.random() < 0.5
    ]
    return extract(text, *cast, links=links, properties=properties, language=chance.choice((None, "en", "zh")))
