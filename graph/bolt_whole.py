"""The Neo4j store read from end to end: every fact and the whole view, to rebuild, compare and check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from graph.bolt_reading import BoltReading, claim_of, document_of, part_of
from graph.bolt_schema import ANY_LINK
from graph.bolt_server import Row
from graph.facts import Sighting, seal_of
from graph.folding import key_of
from graph.model import Extract, Judgement, Origin, rank_of
from graph.view import EntityView, LinkView, Use, aliases_among

EXTRACT = """
RETURN properties(d), [(d)-[f:FOUND_IN]->() | f.address], [(d)<-[:IN_DOCUMENT]-(p) | properties(p)],
       [(d)<-[:CLAIMED_IN]-(c) | properties(c)]
"""
_BATCH = 200

_ASTRAY = {
    "document entity": "MATCH (n:DocumentEntity) WHERE COUNT { (n)-[:PART_OF]->(:Entity) } <> 1 "
    "OR COUNT { (n)-[:IN_DOCUMENT]->(:Document {id: n.document}) } <> 1 RETURN n.id ORDER BY n.id",
    "claim": "MATCH (n:Claim) WITH n, CASE WHEN n.target IS NULL THEN 0 ELSE 1 END AS targets "
    "WHERE COUNT { (n)-[:CLAIM_SOURCE]->(:DocumentEntity {id: n.source}) } <> 1 "
    "OR COUNT { (n)-[:CLAIMED_IN]->(:Document {id: n.document}) } <> 1 "
    "OR COUNT { (n)-[:CLAIM_TARGET]->(:DocumentEntity) } <> targets "
    "OR COUNT { (n)-[:CLAIM_TARGET]->(:DocumentEntity {id: n.target}) } <> targets RETURN n.id ORDER BY n.id",
    "entity": "MATCH (n:Entity) WHERE NOT n.schema IN labels(n) OR size(labels(n)) <> 2 "
    "OR n.documents <> COUNT { (n)-[:MENTIONED_IN]->(:Document) } RETURN n.id ORDER BY n.id",
    "mention of": "MATCH (n:Entity)-[:MENTIONED_IN]->(d:Document) "
    "WHERE NOT EXISTS { (n)<-[:PART_OF]-(:DocumentEntity)-[:IN_DOCUMENT]->(d) } RETURN n.id ORDER BY n.id",
    "name": "MATCH (n:Name) WHERE COUNT { (n)<-[:NAMED]-(:Entity) } <> 1 RETURN n.surface ORDER BY n.surface",
}
"""Queries for what must be beside a node and is not."""


class BoltWhole(BoltReading):
    """`graph.whole.Whole` over Bolt."""

    def extracts(self) -> Iterator[Extract]:
        ids = iter([id_ for (id_,) in self._rows("MATCH (d:Document) RETURN d.id ORDER BY d.id")])
        while batch := list(islice(ids, _BATCH)):
            yield from self._extracts_of(batch)

    def _extracts_of(self, ids: Iterable[str]) -> Iterator[Extract]:
        rows = self._rows(
            f"UNWIND $ids AS id MATCH (d:Document {{id: id}}) WITH d ORDER BY id {EXTRACT}", ids=list(ids)
        )
        return (extract_of(row) for row in rows)

    def sightings(self) -> Iterator[Sighting]:
        rows = self._stream(
            "MATCH (d:Document)-[f:FOUND_IN]->(o:Origin) "
            "RETURN d.id AS id, o.address AS origin, f.address AS address ORDER BY id, origin, address"
        )
        return (Sighting(*row) for row in rows)

    def origins(self) -> Iterator[Origin]:
        rows = self._stream("MATCH (o:Origin) WHERE o.digest IS NOT NULL RETURN o.address, o.digest ORDER BY o.address")
        return (Origin(*row) for row in rows)

    def all_judgements(self) -> Iterator[Judgement]:
        rows = self._stream(
            "MATCH (l:DocumentEntity)-[j:JUDGED]->(r:DocumentEntity) "
            "RETURN l.id, r.id, j.verdict, j.by, j.why, j.at ORDER BY j.id"
        )
        return (Judgement(*row) for row in rows)

    def view_entities(self) -> Iterator[EntityView]:
        rows = self._stream(
            "MATCH (e:Entity) RETURN e.id, e.schema, e.name, e.documents, e.links, "
            "[(e)-[:NAMED]->(n) | [n.surface, n.named, n.said]] ORDER BY e.id"
        )
        for id_, schema, name, documents, links, names in rows:
            uses = tuple(sorted((surface, Use(named, said)) for surface, named, said in names))
            yield EntityView(id_, schema, name, documents, links, uses)

    def view_links(self) -> Iterator[LinkView]:
        rows = self._stream(
            f"MATCH (s:Entity)-[r:{ANY_LINK}]->(t:Entity) RETURN r.id, type(r), s.id, t.id, "
            "COLLECT { MATCH (c:Claim {link: r.key}) RETURN c.id ORDER BY c.id } ORDER BY r.id"
        )
        return (LinkView(id_, type_, source, target, tuple(claims)) for id_, type_, source, target, claims in rows)

    def storage_problems(self) -> Iterator[str]:
        """Nodes without their other half, ids that are not those of their content, properties that tell otherwise."""
        for kind, query in _ASTRAY.items():
            for (id_,) in self._rows(query):
                yield f"{kind} {id_}: what stands beside it does not fit"
        yield from self._wrong_ids()
        yield from self._wrong_names()
        yield from self._wrong_links()

    def _wrong_ids(self) -> Iterator[str]:
        seals = {row[0]: row[1] for row in self._stream("MATCH (d:Document) RETURN d.id, d.seal")}
        for extract in self.extracts():
            if seals.get(extract.document.id) != seal_of(extract):
                yield f"document {extract.document.id}: what it says was altered, or is not all there"
        for (kept,) in self._stream("MATCH (p:DocumentEntity) RETURN properties(p) ORDER BY p.id"):
            if part_of(kept).id != kept["id"]:
                yield f"entity {kept['id']}: it is number {kept['number']} of document {kept['document']}"
        for (kept,) in self._stream("MATCH (c:Claim) RETURN properties(c) ORDER BY c.id"):
            if claim_of(kept).id != kept["id"]:
                yield f"claim {kept['id']}: its id is not that of its content"
        for id_, *row in self._stream(
            "MATCH (l)-[j:JUDGED]->(r) RETURN j.id, l.id, r.id, j.verdict, j.by, j.why, j.at ORDER BY j.id"
        ):
            if Judgement(*row).id != id_:
                yield f"judgement {id_}: its id is not that of its content"

    def _wrong_names(self) -> Iterator[str]:
        for id_, schema, name, aliases, names in self._stream(
            "MATCH (e:Entity) RETURN e.id, e.schema, e.name, e.aliases, "
            "[(e)-[:NAMED]->(n) | [n.surface, n.key, n.named, n.said]] ORDER BY e.id"
        ):
            for surface, key, _, _ in names:
                if key != key_of(schema, surface):
                    yield f"entity {id_}: {surface!r} is filed under {key!r}"
            due = aliases_among(name, [(surface, Use(named, said)) for surface, _, named, said in names])
            if tuple(aliases) != due:
                yield f"entity {id_}: its aliases are {aliases}, its names give {list(due)}"

    def _wrong_links(self) -> Iterator[str]:
        for kept, claims in self._stream(
            f"MATCH (:Entity)-[r:{ANY_LINK}]->(:Entity) RETURN properties(r), "
            "COLLECT { MATCH (c:Claim {link: r.key}) RETURN properties(c) } ORDER BY r.id"
        ):
            best = min(map(claim_of, claims), key=rank_of, default=None)
            shown = tuple(kept.get(one) for one in ("best", "status", "role", "quote", "claims"))
            if best is None or shown != (best.id, best.status, best.role, best.evidence[0].quote, len(claims)):
                yield f"link {kept['id']}: it does not show the claim that carries it best"


def extract_of(row: Row) -> Extract:
    kept, places, parts, claims = row
    entities = sorted(map(part_of, parts), key=lambda part: part.number)
    said = sorted(claims, key=lambda claim: str(claim["id"]))
    return Extract(document_of(kept, places), tuple(entities), tuple(map(claim_of, said)), kept["extractor"])
