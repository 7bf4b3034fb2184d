"""Generated documents whose graph has realistic degrees: few hubs, many that stand in one or two documents."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from graph.model import Claim, Document, DocumentEntity, Evidence, Extract, Mention
from graph.ontology import LINK_TYPES

SCHEMATA = ("Person", "Company", "Organization", "Compound", "PublicBody", "Location")
SHARES = (0.45, 0.25, 0.1, 0.1, 0.05, 0.05)
OWN, KNOWN = 80, 40
"""Entities that a document is the first to name, and those it shares with others (few of them hubs)."""


def extracts(entities: int, links: int, seed: int = 1) -> Iterator[Extract]:
    """Extracts that together name `entities` entities and about `links` links; one seed, one graph."""
    random = np.random.default_rng(seed)
    schemata = random.choice(len(SCHEMATA), size=entities, p=SHARES)
    fitting = {
        (a, b): [name for name, link in LINK_TYPES.items() if link.joins(SCHEMATA[a], SCHEMATA[b])]
        for a in range(len(SCHEMATA))
        for b in range(len(SCHEMATA))
    }
    starts = range(0, entities, OWN)
    each = -(-links // len(starts))
    for number, start in enumerate(starts, 1):
        # A power of a uniform number favours low indices: a degree distribution with hubs.
        known = (entities * random.random(KNOWN) ** 3).astype(int)
        pool = np.unique(np.concatenate([np.arange(start, min(start + OWN, entities)), known]))
        rows = []
        while len(rows) < each:
            (a, b), draw = random.choice(pool, 2).tolist(), float(random.random())
            if a != b and (types := fitting[int(schemata[a]), int(schemata[b])]):
                rows.append((a, b, types[int(draw * len(types))]))
        yield _extract(number, rows, schemata)


def name_of(index: int) -> str:
    return f"Name {index:07d} Holding"


def _extract(number: int, rows: list[tuple[int, int, str]], schemata: np.ndarray) -> Extract:
    lines, spans, offset = [], [], 0
    mentions: dict[int, list[Mention]] = {}
    for a, b, kind in [(-1, -1, f"Document {number}."), *rows]:
        line = kind if a < 0 else f"{name_of(a)} {kind} {name_of(b)}."
        if a >= 0:
            end = offset + len(line) - 1
            mentions.setdefault(a, []).append(Mention(offset, offset + len(name_of(a)), name_of(a)))
            mentions.setdefault(b, []).append(Mention(end - len(name_of(b)), end, name_of(b)))
            spans.append((offset, offset + len(line), line))
        lines.append(line)
        offset += len(line) + 1
    text = "\n".join(lines)
    document = Document(Document.id_of(text), text, title=f"Document {number}", published="2025-01-01")
    numbers = {index: n for n, index in enumerate(mentions, 1)}
    found = tuple(
        DocumentEntity(document.id, n, SCHEMATA[int(schemata[index])], name_of(index), tuple(mentions[index]))
        for index, n in numbers.items()
    )
    claims = tuple(
        Claim(
            document.id,
            kind,
            f"{document.id}.{numbers[a]}",
            f"{document.id}.{numbers[b]}",
            (Evidence(document.id, start, end, quote),),
            probability=0.9,
        )
        for (a, b, kind), (start, end, quote) in zip(rows, spans, strict=True)
    )
    return Extract(document, found, claims, "generated/1")
