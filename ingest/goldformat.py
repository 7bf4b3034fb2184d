"""An Extract as one object of the gold format, and documents out of it."""

from __future__ import annotations

from typing import Any

from graph.model import Claim, Document, DocumentEntity, Extract


def gold_record(extract: Extract) -> dict[str, Any]:
    """The gold format's object of one document, with its extractor and each link's probability."""
    document = extract.document
    ids = {entity.id: f"e{entity.number}" for entity in extract.entities}
    properties: dict[str, dict[str, list[str]]] = {}
    for claim in extract.claims:
        if claim.target is None and claim.value is not None:
            properties.setdefault(claim.source, {}).setdefault(claim.type, []).append(claim.value)
    return {
        "id": document.given_id or document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "language": document.language,
        "text": document.text,
        "entities": [_entity(entity, ids, properties.get(entity.id, {})) for entity in extract.entities],
        "links": [_link(claim, ids) for claim in extract.claims if claim.target is not None],
        "extractor": extract.extractor,
    }


def _entity(entity: DocumentEntity, ids: dict[str, str], said: dict[str, list[str]]) -> dict[str, Any]:
    record: dict[str, Any] = {"id": ids[entity.id], "schema": entity.schema, "name": entity.name}
    if entity.schema == "Person":
        record["pseudonym"] = "pseudonym" in said
    if entity.schema == "Group":
        record["count"] = int(said["count"][0]) if "count" in said else None
        record["part"] = said["part"][0] if "part" in said else "other"
    if entity.schema in ("Person", "Group"):
        record["nationality"] = said.get("nationality", [])
    record["mentions"] = [[m.start, m.end] for m in entity.mentions]
    return record


def _link(claim: Claim, ids: dict[str, str]) -> dict[str, Any]:
    record: dict[str, Any] = {
        "type": claim.type,
        "source": ids[claim.source],
        "target": ids[claim.target or ""],
        "role": claim.role,
        "status": claim.status,
        "ended": claim.ended,
        "attributed_to": claim.attributed_to,
        "date": claim.date,
        "evidence": [claim.evidence[0].start, claim.evidence[0].end],
    }
    if claim.amount is not None:
        record["amount"] = claim.amount
        record["currency"] = claim.currency
    if claim.probability is not None:
        record["probability"] = round(claim.probability, 4)
    return record


def document_of(record: dict[str, Any]) -> Document:
    """A document from a gold-format object, its text unchanged."""
    text = record["text"]
    return Document(
        id=Document.id_of(text),
        text=text,
        title=record.get("title"),
        publisher=record.get("publisher"),
        published=record.get("published"),
        given_id=record["id"],
        reader="gold",
    )
