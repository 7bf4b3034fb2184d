"""Bringing files in with an extractor of account numbers alone: quick, and enough to compare stores by.

python -m tests.ingest.numbers_only STORE PATH...
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from itertools import pairwise

from graph.model import Claim, Document, DocumentEntity, Evidence, Extract, Mention
from graph.store import Store, open_store
from ingest.accounts.entities import account_entities
from ingest.accounts.find import find_accounts
from ingest.intake import FileReport, ingest
from ingest.read.session import Settings
from ingest.reading import Mark, MarkedLink
from ingest.walk import walk

VERSION = "numbers-1"


class NumbersOnly:
    """Accounts as entities, and a payment from each to the next."""

    version = VERSION

    def extract(self, document: Document, marks: Sequence[Mark] = (), links: Sequence[MarkedLink] = ()) -> Extract:
        if "\u2620" in document.text:
            raise ValueError("a skull")
        if "\u2622" in document.text:
            os._exit(3)
        found = account_entities(document.text, find_accounts(document.text))
        spans = [sorted(entity.spans) for entity in found]
        spans += [[(mark.start, mark.end)] for mark in marks]
        named = [(entity.schema, entity.name) for entity in found] + [(m.schema, m.key) for m in marks]
        entities = tuple(
            DocumentEntity(document.id, n, schema, name, tuple(Mention(a, b, document.text[a:b]) for a, b in where))
            for n, ((schema, name), where) in enumerate(zip(named, spans, strict=True), 1)
        )
        claims = tuple(_payment(document, a, b) for a, b in pairwise(entities) if a.schema != "Location")
        return Extract(document, entities, claims, self.version)


def _payment(document: Document, source: DocumentEntity, target: DocumentEntity) -> Claim:
    ends = [span for entity in (source, target) for m in entity.mentions for span in (m.start, m.end)]
    start, end = min(ends), max(ends)
    evidence = Evidence(document.id, start, end, document.text[start:end])
    return Claim(document.id, "PAID", source.id, target.id, (evidence,))


def load() -> NumbersOnly:
    return NumbersOnly()


def bring_in(
    store: Store, *paths: str, settings: Settings | None = None, version: str = VERSION, jobs: int = 1
) -> list[FileReport]:
    """The reports of `ingest` with this extractor."""
    return list(ingest(store, walk(paths), settings or Settings(), load, version, jobs))


if __name__ == "__main__":
    with open_store(sys.argv[1], create=True) as opened:
        for report in ingest(opened, walk(sys.argv[2:]), Settings(), load, VERSION):
            print(report.source, report.status, flush=True)
