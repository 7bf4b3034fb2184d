"""All that is claimed of one entity: names, properties, links with every claim, documents."""

from __future__ import annotations

from typing import Any

from graph.model import Entity
from graph.store import Store
from queries.answer import Row, claim_row, documents_of, entity_row, entity_text, link_row, qualifiers, quotes_text
from queries.neighbours import neighbours


def dossier(store: Store, entity: Entity) -> Row:
    """One object: what `show --format jsonl` prints."""
    found = neighbours(store, entity.id)
    properties = store.properties((entity.id,)).get(entity.id, ())
    members = store.members(entity.id)
    used = {member.document for member in members} | documents_of(n.link for n in found)
    documents = store.documents(used)
    links = []
    for neighbour in found:
        row = link_row(neighbour.link, documents)
        claims = [claim_row(claim, documents) for claim in neighbour.link.claims]
        row |= {"outgoing": neighbour.outgoing, "other": entity_row(neighbour.entity), "claims": claims}
        links.append(row)
    judged = [
        {"left": j.left, "right": j.right, "verdict": j.verdict, "by": j.by, "why": j.why}
        for j in store.judgements(entity.id)
    ]
    return entity_row(entity) | {
        "aliases": list(entity.aliases),
        "properties": [claim_row(claim, documents) for claim in properties],
        "links": links,
        "documents": [
            {
                "id": name,
                "title": documents[name].title,
                "publisher": documents[name].publisher,
                "published": documents[name].published,
                "addresses": list(documents[name].addresses),
                "mentions": [[m.start, m.end, m.surface] for x in members if x.document == name for m in x.mentions],
            }
            for name in sorted({member.document for member in members})
        ],
        "judgements": judged,
    }


def claim_rows(row: Row) -> list[Row]:
    """The same, one flat row a claim, for tables."""
    head = {key: row[key] for key in ("id", "schema", "name")}
    flat = []
    for link in row["links"]:
        for claim in link["claims"]:
            said = {key: value for key, value in claim.items() if key != "evidence"}
            for quote in claim["evidence"]:
                other = {"other_id": link["other"]["id"], "other_name": link["other"]["name"]}
                flat.append(head | {"type": link["type"], "outgoing": link["outgoing"]} | other | said | quote)
    return flat


def dossier_text(row: Row) -> str:
    """The same for people."""
    lines = [entity_text(row)]
    if row["aliases"]:
        lines.append("also: " + " · ".join(row["aliases"]))
    for value, claims in _by_value(row["properties"]).items():
        lines.append(f"{value[0]}: {value[1]}")
        lines += quotes_text({"evidence": [quote for claim in claims for quote in claim["evidence"]]}, "    ", 1)
    for link in row["links"]:
        arrow = f"{link['type']} →" if link["outgoing"] else f"← {link['type']}"
        lines.append(f"\n{arrow} {entity_text(link['other'])}")
        for claim in link["claims"]:
            lines.append(f"  {claim['status']}{qualifiers(claim | {'status': 'asserted'})}")
            lines += quotes_text(claim, "    ")
    lines.append(f"\nin {len(row['documents'])} documents:")
    for document in row["documents"]:
        where = ", ".join(filter(None, (document["title"], document["publisher"], document["published"])))
        times = len(document["mentions"])
        lines.append(f"  {document['id']}  {where or 'untitled'} ({times} mention{'s' if times > 1 else ''})")
    if row["judgements"]:
        lines.append("\njoined because:")
        lines += [f"  {why}: {n} judgements" for why, n in _reasons(row["judgements"]).items()]
    return "\n".join(lines)


def _by_value(properties: list[Row]) -> dict[tuple[str, str], list[Row]]:
    found: dict[tuple[str, str], list[Row]] = {}
    for claim in properties:
        found.setdefault((claim["property"], claim["value"]), []).append(claim)
    return found


def _reasons(judgements: list[dict[str, Any]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for judgement in judgements:
        why = f"{judgement['verdict']} by {judgement['by']}: {judgement['why']}"
        counts[why] = counts.get(why, 0) + 1
    return counts
