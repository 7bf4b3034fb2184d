"""A store with a small graph that a person can check by eye, written as lines "A TYPE B"."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.model import Claim, Document, DocumentEntity, Evidence, Extract, Mention
from graph.store import Store, open_store

SCHEMA_OF = {"P": "Person", "C": "Company", "K": "Compound", "L": "Location", "B": "PublicBody", "W": "CryptoWallet"}

LINES = """
P Ann Moe       | DIRECTS      | C Blue Ltd     |
C Blue Ltd      | OPERATES     | K Red Park     | alleged
P Ann Moe       | OPERATES     | K Red Park     | denied
K Red Park      | LOCATED_IN   | L Westland     |
K Far Park      | LOCATED_IN   | L Westland     |
P Bo Lim        | DIRECTS      | C Blue Ltd     |
P Bo Lim        | OWNS         | C Blue Ltd     |
P Bo Lim        | FAMILY_OF    | P Cy Tan       |
P Cy Tan        | HOLDS_ACCOUNT| W TW7U4XB5XWBFdkC1HXPCymW7nAhjnRw41H |
B Police        | ACTED_AGAINST| P Ann Moe      |
B Police        | ACTED_AGAINST| P Dee Oo       |
"""


def extract_of(lines: str, title: str = "Report") -> Extract:
    """One document that says each line in a sentence of its own."""
    text, mentions, links = "", {}, []
    for line in filter(str.strip, lines.splitlines()):
        source, kind, target, status = (cell.strip() for cell in line.split("|"))
        start = len(text)
        for end in (source, target):
            name = end[2:]
            mentions.setdefault(end, []).append(Mention(len(text), len(text) + len(name), name))
            text += name + (f" {kind} " if end is source else ".")
        links.append((source, kind, target, status or "asserted", start, len(text)))
        text += "\n"
    document = Document(Document.id_of(text), text, title=title, publisher="Gazette", published="2025-05-01")
    numbers = {end: number for number, end in enumerate(mentions, 1)}
    entities = tuple(
        DocumentEntity(document.id, number, SCHEMA_OF[end[0]], end[2:], tuple(mentions[end]))
        for end, number in numbers.items()
    )
    claims = tuple(
        Claim(
            document.id,
            kind,
            f"{document.id}.{numbers[source]}",
            f"{document.id}.{numbers[target]}",
            (Evidence(document.id, start, end, text[start:end]),),
            status=status,
        )
        for source, kind, target, status, start, end in links
    )
    return Extract(document, entities, claims, "test/1")


@pytest.fixture
def store_of(tmp_path: Path) -> Iterator[Callable[..., Store]]:
    """Makes an embedded store of documents given as lines; it lies at tmp_path / "test.db"."""
    opened = []

    def make(*documents: str) -> Store:
        store = open_store(str(tmp_path / f"test{len(opened) or ''}.db"), create=True)
        opened.append(store)
        for number, lines in enumerate(documents):
            store.add(extract_of(lines, f"Report {number}"))
        return store

    yield make
    for store in opened:
        store.close()


@pytest.fixture
def small(store_of: Callable[..., Store]) -> Store:
    return store_of(LINES)
