"""How fast both stores take documents in, whether a hub slows them, and how fast they find names.

    python -m benchmarks.store_upserts [--documents N] [--bolt ADDRESS] [--only embedded|bolt]

Documents are generated: 24 entities and about 20 links each, three of the entities in every document (the hubs), the
others from a population in which a few are common and most are rare. A fact is a document, a document entity, a claim
or a judgement. Without --bolt a server of the tests is started.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from graph.model import Claim, Document, DocumentEntity, Evidence, Extract, Mention
from graph.store import Store, open_store

SYLLABLES = ("ba", "chen", "dara", "hoang", "jin", "kai", "ko", "ling", "mao", "min", "saw", "she", "tai", "zhi")
HUBS = (("Location", "Cambodia"), ("Location", "Myanmar"), ("PublicBody", "Thai police"))
PEOPLE, PLACES = 14, 7


def name(chance: random.Random, rank: int) -> str:
    own = random.Random(rank)
    words = ("".join(own.choices(SYLLABLES, k=own.randint(1, 3))).title() for _ in range(own.randint(2, 3)))
    return " ".join(words) + (f" {rank % 97}" if rank % 5 == 0 else "")


def documents(count: int, population: int) -> Iterator[Extract]:
    """Extracts about a population of people and places, the lower ranks the more often."""
    chance = random.Random(0)
    for number in range(count):
        ranks = {int(population * chance.random() ** 2) for _ in range(PEOPLE + PLACES)}
        named = [(("Person" if rank % 3 else "Compound"), name(chance, rank)) for rank in sorted(ranks)]
        yield extract(f"Report {number}.", [*HUBS, *named], chance)


def extract(head: str, named: list[tuple[str, str]], chance: random.Random) -> Extract:
    text, mentions = head, []
    for schema, one in named:
        mentions.append((schema, one, len(text) + 1))
        text += f" {one}."
    document = Document(Document.id_of(text), text, title=head, language="en")
    parts = tuple(
        DocumentEntity(document.id, n, schema, one, (Mention(start, start + len(one), one),))
        for n, (schema, one, start) in enumerate(mentions, start=1)
    )
    claims = []
    for part in parts[len(HUBS) :]:
        type_, target = ("LOCATED_IN", parts[0]) if part.schema == "Compound" else ("TRANSPORTED_TO", parts[1])
        if part.schema == "Person" and chance.random() < 0.5:
            type_, target = "HELD_AT", next((p for p in parts if p.schema == "Compound"), parts[1])
        mention = part.mentions[0]
        quote = Evidence(document.id, mention.start, mention.end, mention.surface)
        claims.append(Claim(document.id, type_, part.id, target.id, (quote,), probability=round(chance.random(), 3)))
    return Extract(document, parts, tuple(claims), "benchmark/1")


def fill(store: Store, extracts: list[Extract]) -> None:
    """Add all, printing the rate of each tenth."""
    windows = max(1, len(extracts) // 10)
    began = time.perf_counter()
    for first in range(0, len(extracts), windows):
        start = time.perf_counter()
        for one in extracts[first : first + windows]:
            store.add(one, f"{one.document.id}.txt", "benchmark")
        seconds = time.perf_counter() - start
        print(f"  documents {first:>6}+{windows}: {windows / seconds:8.1f} documents/s", flush=True)
    seconds = time.perf_counter() - began
    counts = store.counts()
    facts = sum(sum(counts[kind].values()) for kind in ("documents", "document_entities", "claims", "judgements"))
    view = {kind: sum(counts[kind].values()) for kind in ("entities", "links")}
    print(f"  {len(extracts) / seconds:.1f} documents/s, {facts / seconds:,.0f} facts/s; {facts:,} facts, {view}")


def ask(store: Store, entities: list[str]) -> None:
    """Print the times of searches and of other questions."""
    typed = ["zhi", "hoang van", "Shwe Kokko", "chenling", "minmin saw", "KK", "cambodia"]
    slips = ("Camboda", "Thai polcie", "Chenlin Saw", "Hoangvan Sokjin")
    chance = random.Random(1)
    some = chance.sample(entities, min(200, len(entities)))
    timed("find", [lambda t=t: store.find(t) for t in typed * 5])
    timed("similar", [lambda t=t: store.similar(t) for t in slips * 5])
    timed("edges of one entity", [lambda i=i: store.edges([i]) for i in some])
    timed("entities, 50 at once", [lambda n=n: store.entities(some[n : n + 50]) for n in range(0, 150, 5)])
    links = [edge.id for edge in store.edges(some[:50])][:50]
    timed("links with claims, one", [lambda i=i: store.links([i]) for i in links])


def timed(what: str, asks: list[Callable[[], Any]]) -> None:
    spent = []
    for one in asks:
        start = time.perf_counter()
        one()
        spent.append((time.perf_counter() - start) * 1000)
    spent.sort()
    print(f"  {what}: p50 {statistics.median(spent):.2f} ms, p95 {spent[int(len(spent) * 0.95)]:.2f} ms", flush=True)


def replaced(store: Store, extracts: list[Extract]) -> None:
    start = time.perf_counter()
    for one in extracts:
        store.add(one, f"{one.document.id}.txt", "benchmark")
    print(f"  replaced {len(extracts) / (time.perf_counter() - start):.1f} documents/s")
    start = time.perf_counter()
    for one in extracts:
        store.forget(one.document.id)
    print(f"  forgotten {len(extracts) / (time.perf_counter() - start):.1f} documents/s")


@contextmanager
def served(address: str | None) -> Iterator[str]:
    if address:
        yield address
        return
    from tests.neo4j.server import Server

    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder), heap="2g", quick=False)
        server.start()
        try:
            yield server.address
        finally:
            server.stop()


def measure(address: str, extracts: list[Extract]) -> None:
    with open_store(address, create=True) as store:
        fill(store, extracts)
        ask(store, [entity.id for entity in store.ranked(limit=20_000)])
        replaced(store, extracts[:: max(1, len(extracts) // 200)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2_000)
    parser.add_argument("--population", type=int, default=300_000, help="people and places to draw from")
    parser.add_argument("--bolt", metavar="ADDRESS", help="an empty Neo4j database; else one is started")
    parser.add_argument("--only", choices=("embedded", "bolt"))
    chosen = parser.parse_args()
    extracts = list(documents(chosen.documents, chosen.population))
    if chosen.only != "bolt":
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "benchmark.db"
            print("embedded")
            measure(str(path), extracts)
            print(f"  {path.stat().st_size / 1e6:.0f} MB")
    if chosen.only != "embedded":
        with served(chosen.bolt) as address:
            print("bolt")
            measure(address, extracts)


if __name__ == "__main__":
    main()
