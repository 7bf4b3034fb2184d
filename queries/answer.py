"""How answers look: entities, links and quotes as rows for programs and as lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph.model import Claim, Document, Entity, Evidence, Link

Row = dict[str, Any]


def documents_of(links: Iterable[Link]) -> set[str]:
    """The documents that the links' quotes come from."""
    return {evidence.document for link in links for evidence in link.evidence}


def entity_row(entity: Entity) -> Row:
    return {"id": entity.id, "schema": entity.schema, "name": entity.name}


def evidence_row(evidence: Evidence, documents: Mapping[str, Document]) -> Row:
    document = documents[evidence.document]
    return {
        "document": evidence.document,
        "quote": evidence.quote,
        "start": evidence.start,
        "end": evidence.end,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "address": document.addresses[0] if document.addresses else None,
    }


def claim_row(claim: Claim, documents: Mapping[str, Document]) -> Row:
    quotes = [evidence_row(e, documents) for e in claim.evidence]
    if claim.target is None:
        return {"property": claim.type, "value": claim.value, "evidence": quotes}
    return claim.qualifiers | {"evidence": quotes}


def link_row(link: Link, documents: Mapping[str, Document]) -> Row:
    """A link as its best claim has it, with the quotes of all its claims and how many of them deny it."""
    ends = {"id": link.id, "type": link.type, "source": link.source, "target": link.target}
    denials = sum(claim.status == "denied" for claim in link.claims)
    quotes = [evidence_row(e, documents) for e in link.evidence]
    return ends | link.best.qualifiers | {"claims": len(link.claims), "denials": denials, "evidence": quotes}


# ---- lines


def entity_text(entity: Mapping[str, Any]) -> str:
    return f"{entity['name']} ({entity['schema']} {entity['id']})"


def qualifiers(row: Mapping[str, Any]) -> str:
    """Role, status, end, date, amount and speaker in brackets; what is plain and asserted is left out."""
    parts = [
        row["role"],
        row["status"] if row["status"] != "asserted" else None,
        "ended" if row["ended"] else None,
        row["date"],
        " ".join(filter(None, (row["amount"], row["currency"]))) or None,
        f"says {row['attributed_to']}" if row["attributed_to"] else None,
        f"{row['denials']} of {row['claims']} claims deny it" if row.get("denials") else None,
    ]
    kept = [part for part in parts if part]
    return f" ({', '.join(kept)})" if kept else ""


def quote_text(evidence: Mapping[str, Any], indent: str) -> str:
    """The sentence, and under it where it stands."""
    where = ", ".join(filter(None, (evidence["title"], evidence["publisher"], evidence["published"])))
    place = f"{evidence['document']} {evidence['start']}-{evidence['end']}"
    quote = " ".join(evidence["quote"].split())
    return f"{indent}“{quote}”\n{indent}  — {where or evidence['address'] or 'untitled'} [{place}]"


def quotes_text(row: Mapping[str, Any], indent: str, limit: int = 3) -> list[str]:
    """At most `limit` quotes; the count of the others."""
    lines = [quote_text(evidence, indent) for evidence in row["evidence"][:limit]]
    more = len(row["evidence"]) - limit
    return [*lines, f"{indent}and {more} more quotes: scamgraph show, or --format jsonl"] if more > 0 else lines
