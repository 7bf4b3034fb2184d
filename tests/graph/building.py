"""Extracts made by hand and by chance, for tests of the stores."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from graph.model import Claim, Document, DocumentEntity, Evidence, Extract, Mention
from graph.store import open_store
from graph.whole import dump

ROOT = Path(__file__).resolve().parents[2]

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


# ---- other processes

WRITER = """
import sys
from tests.graph.building import write
write(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
"""


def write(address: str, seed: int, count: int) -> None:
    """Add documents by chance to a store, printing the number of each when it is kept."""
    chance = random.Random(seed)
    with open_store(address, create=True) as store:
        for number in range(count):
            store.add(random_extract(chance, 1000 * seed + number), f"{number}.txt", f"origin {seed}")
            print(number, flush=True)


def writer(address: str | Path, seed: int, count: int) -> subprocess.Popen[str]:
    """Another process that does so."""
    command = [sys.executable, "-c", WRITER, str(address), str(seed), str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def killed_after(process: subprocess.Popen[str], kept: int) -> None:
    """Let a writer keep some documents, then end it without a warning in the middle of the next."""
    assert process.stdout is not None
    for line in process.stdout:
        if int(line) >= kept:
            break
    time.sleep(random.random() / 200)
    process.send_signal(signal.SIGKILL)
    process.wait(30)
    process.stdout.close()


def clean(path: Path, *seeds: int, count: int) -> list[Any]:
    """The dump of an embedded store that was filled in one go."""
    with open_store(str(path), create=True) as store:
        for seed in seeds:
            chance = random.Random(seed)
            for number in range(count):
                store.add(random_extract(chance, 1000 * seed + number), f"{number}.txt", f"origin {seed}")
        return dump(store)
