"""Entities, links, claims, quotes and documents as the rows that `assets/facts.js` reads; each quote stands once."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from graph.model import Claim, Document, Evidence, Subgraph


def rows(subgraph: Subgraph, harmed: Collection[str]) -> dict[str, object]:
    """Rows refer to each other by their place in the list. Links whose ends are not both there are left out."""
    place = {entity.id: n for n, entity in enumerate(subgraph.entities)}
    quoting = _Quoting(subgraph.documents)
    nodes = [
        [
            entity.id, entity.schema, entity.name, list(entity.aliases), int(entity.id in harmed), entity.documents,
            quoting.properties(subgraph.properties.get(entity.id, ())),
        ]
        for entity in subgraph.entities
    ]  # fmt: skip
    links = [
        [link.id, link.type, place[link.source], place[link.target], [quoting.claim(claim) for claim in link.claims]]
        for link in subgraph.links
        if link.source in place and link.target in place
    ]
    return {"nodes": nodes, "links": links, "documents": quoting.documents(), "quotes": quoting.quotes()}


class _Quoting:
    """Numbers documents and quotes as claims come by."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._known = {document.id: document for document in documents}
        self._documents: dict[str, int] = {}
        self._quotes: dict[tuple[str, int, int, str], int] = {}

    def claim(self, claim: Claim) -> list[object]:
        """Status, role, ended, who says so, date, amount, currency, probability, numbers of its quotes."""
        return [
            claim.status, claim.role, int(claim.ended), claim.attributed_to, claim.date, claim.amount, claim.currency,
            claim.probability, [self._quote(evidence) for evidence in claim.evidence],
        ]  # fmt: skip

    def properties(self, claims: Iterable[Claim]) -> list[list[object]]:
        """Name, value, status, numbers of its quotes; equal ones together."""
        found: dict[tuple[str, str | None, str], list[int]] = {}
        for claim in claims:
            quotes = found.setdefault((claim.type, claim.value, claim.status), [])
            quotes += [n for n in map(self._quote, claim.evidence) if n not in quotes]
        return [[*key, quotes] for key, quotes in found.items()]

    def documents(self) -> list[list[str | None]]:
        """Title, publisher, date, address of each document, by number."""
        return [_source(self._known.get(name)) for name in self._documents]

    def quotes(self) -> list[list[object]]:
        """Number of the document, offset in it, and the quote, by number."""
        return [[self._documents[document], start, quote] for document, start, _, quote in self._quotes]

    def _quote(self, evidence: Evidence) -> int:
        self._documents.setdefault(evidence.document, len(self._documents))
        key = (evidence.document, evidence.start, evidence.end, evidence.quote)
        return self._quotes.setdefault(key, len(self._quotes))


def _source(document: Document | None) -> list[str | None]:
    if document is None:
        return [None, None, None, None]
    address = document.addresses[0] if document.addresses else None
    return [document.title, document.publisher, document.published, address]
