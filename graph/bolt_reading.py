"""What the Neo4j store answers: documents, the view, searches, counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from graph.bolt_schema import ANY_LINK
from graph.bolt_server import Row, Server, asked, streamed
from graph.folding import asked_keys, search_key, trigrams
from graph.model import Claim, Document, DocumentEntity, Entity, Evidence, Judgement, Link, Mention, rank_of
from graph.store import Edge, Match
from graph.view import likest_surface, matched_surface

if TYPE_CHECKING:
    from neo4j import Driver

_CLOSENESS = """
MATCH (n:Name) WHERE n.key CONTAINS $key
MATCH (e:Entity)-[:NAMED]->(n)
WITH e, min(size(n.key) + CASE WHEN n.key = $key THEN 0 WHEN n.key STARTS WITH $key THEN 1000 ELSE 2000 END)
  AS closeness
RETURN e.id, e.documents, closeness
ORDER BY closeness / 1000, e.documents DESC, closeness % 1000, e.id LIMIT $limit
"""
_LIKENESS = """
UNWIND $grams AS gram
MATCH (n:Name) WHERE n.key CONTAINS gram
WITH n, count(*) AS shared WHERE shared >= $least
MATCH (e:Entity)-[:NAMED]->(n)
WITH e, max(2.0 * shared / (size($grams) + CASE WHEN size(n.key) < 3 THEN 1 ELSE size(n.key) - 2 END)) AS likeness
RETURN e.id ORDER BY likeness DESC, e.documents DESC, e.id LIMIT $limit
"""
_EDGE = "RETURN r.id AS id, type(r), startNode(r).id, endNode(r).id, startNode(r).schema, endNode(r).schema ORDER BY id"


class BoltReading:
    """The reading verbs of `graph.store.Store` over the official driver."""

    server: Server
    _driver: Driver

    def _rows(self, query: str, **values: Any) -> list[Row]:
        with self.server.translated(), self._driver.session(database=self.server.database) as session:
            return session.execute_read(lambda tx: asked(tx, query, **values))

    def _stream(self, query: str) -> Iterator[Row]:
        with self.server.translated(), self._driver.session(database=self.server.database) as session:
            yield from streamed(session, query)

    # ---- documents

    def digest(self, origin: str) -> str | None:
        return _only(self._rows("MATCH (o:Origin {address: $origin}) RETURN o.digest", origin=origin))

    def extractor(self, document: str) -> str | None:
        return _only(self._rows("MATCH (d:Document {id: $id}) RETURN d.extractor", id=document))

    def documents(self, ids: Iterable[str]) -> dict[str, Document]:
        rows = self._rows(
            "UNWIND $ids AS id MATCH (d:Document {id: id}) "
            "RETURN DISTINCT properties(d), [(d)-[f:FOUND_IN]->() | f.address] AS places, d.id ORDER BY d.id",
            ids=list(ids),
        )
        return {kept["id"]: document_of(kept, places) for kept, places, _ in rows}

    def document_ids(self) -> Iterator[str]:
        return (id_ for (id_,) in self._stream("MATCH (d:Document) RETURN d.id ORDER BY d.id"))

    # ---- the view

    def entities(self, ids: Iterable[str]) -> dict[str, Entity]:
        rows = self._rows(
            "UNWIND $ids AS asked MATCH (:DocumentEntity {id: asked})-[:PART_OF]->(e:Entity) "
            "RETURN DISTINCT asked, e.id, e.schema, e.name, e.aliases, e.documents ORDER BY asked",
            ids=list(ids),
        )
        return {
            asked_id: Entity(id_, schema, name, tuple(aliases), documents)
            for asked_id, id_, schema, name, aliases, documents in rows
        }

    def find(self, text: str, limit: int = 20) -> list[Match]:
        keys = asked_keys(text)
        best: dict[str, tuple[int, int, int, str]] = {}
        for key in keys:
            for id_, documents, closeness in self._rows(_CLOSENESS, key=key, limit=limit):
                order = (closeness // 1000, -documents, closeness % 1000, id_)
                best[id_] = min(order, best.get(id_, order))
        ids = [order[3] for order in sorted(best.values())[:limit]]
        return self._matches(ids, lambda schema, names: matched_surface(keys, schema, names))

    def similar(self, text: str, limit: int = 200) -> list[Match]:
        grams = trigrams(search_key(text))
        rows = self._rows(_LIKENESS, grams=list(grams), least=max(1, len(grams) // 3), limit=limit)
        return self._matches([id_ for (id_,) in rows], lambda schema, names: likest_surface(grams, schema, names))

    def _matches(self, ids: Sequence[str], chosen: Callable[[str, Iterable[str]], str]) -> list[Match]:
        rows = self._rows(
            "UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN e.id, [(e)-[:NAMED]->(n) | n.surface]", ids=list(ids)
        )
        surfaces = dict(rows)
        found = self.entities(ids)
        return [Match(found[id_], chosen(found[id_].schema, surfaces[id_])) for id_ in ids]

    def ranked(self, schemata: Sequence[str] = (), limit: int | None = None) -> list[Entity]:
        rows = self._rows(
            "MATCH (e:Entity) WHERE size($schemata) = 0 OR e.schema IN $schemata "
            "WITH e ORDER BY e.links DESC, e.id LIMIT $limit RETURN e.id, e.schema, e.name, e.aliases, e.documents",
            schemata=list(schemata),
            limit=2**31 - 1 if limit is None else limit,
        )
        return [Entity(id_, schema, name, tuple(aliases), count) for id_, schema, name, aliases, count in rows]

    def members(self, entity: str) -> tuple[DocumentEntity, ...]:
        rows = self._rows(
            "MATCH (:DocumentEntity {id: $id})-[:PART_OF]->(e:Entity) MATCH (e)<-[:PART_OF]-(p) "
            "RETURN properties(p) ORDER BY p.id",
            id=entity,
        )
        return tuple(part_of(kept) for (kept,) in rows)

    def judgements(self, entity: str) -> tuple[Judgement, ...]:
        rows = self._rows(
            "MATCH (:DocumentEntity {id: $id})-[:PART_OF]->(e:Entity) MATCH (e)<-[:PART_OF]-(l)-[j:JUDGED]->(r) "
            "WHERE (r)-[:PART_OF]->(e) RETURN l.id, r.id, j.verdict, j.by, j.why, j.at ORDER BY l.id, r.id, j.id",
            id=entity,
        )
        return tuple(Judgement(*row) for row in rows)

    def properties(self, entities: Iterable[str]) -> dict[str, tuple[Claim, ...]]:
        rows = self._rows(
            "UNWIND $ids AS asked WITH DISTINCT asked MATCH (:DocumentEntity {id: asked})-[:PART_OF]->(e:Entity) "
            "MATCH (e)<-[:PART_OF]-(p)<-[:CLAIM_SOURCE]-(c:Claim) WHERE c.target IS NULL "
            "RETURN asked, properties(c) ORDER BY asked, c.type, c.value, c.id",
            ids=list(entities),
        )
        return {
            asked_id: tuple(claim_of(kept) for _, kept in said)
            for asked_id, said in groupby(rows, key=lambda row: row[0])
        }

    def edges(self, entities: Iterable[str]) -> list[Edge]:
        rows = self._rows(
            "UNWIND $ids AS asked MATCH (:DocumentEntity {id: asked})-[:PART_OF]->(e:Entity) WITH DISTINCT e "
            f"MATCH (e)-[r:{ANY_LINK}]-(:Entity) WITH DISTINCT r {_EDGE}",
            ids=list(entities),
        )
        return [Edge(*row) for row in rows]

    def all_edges(self) -> Iterator[Edge]:
        return (Edge(*row) for row in self._stream(f"MATCH (:Entity)-[r:{ANY_LINK}]->(:Entity) {_EDGE}"))

    def links(self, ids: Iterable[str]) -> dict[str, Link]:
        rows = self._rows(
            "UNWIND $ids AS id WITH DISTINCT id MATCH (a:Claim {id: id}) WHERE a.link IS NOT NULL "
            "MATCH (a)-[:CLAIM_SOURCE]->()-[:PART_OF]->(s:Entity) MATCH (a)-[:CLAIM_TARGET]->()-[:PART_OF]->(t:Entity) "
            "MATCH (c:Claim {link: a.link}) RETURN a.id, s.id, t.id, properties(c) ORDER BY a.id, c.id",
            ids=list(ids),
        )
        found = {}
        for (asked_id, source, target), said in groupby(rows, key=lambda row: tuple(row[:3])):
            kept = [row[3] for row in said]
            claims = tuple(sorted(map(claim_of, kept), key=rank_of))
            found[asked_id] = Link(kept[0]["id"], kept[0]["type"], source, target, claims)
        return found

    # ---- the whole

    def counts(self) -> Mapping[str, Mapping[str, int]]:
        def counted(query: str) -> dict[str, int]:
            return {str(key): int(count) for key, count in self._rows(query)}

        return {
            "documents": counted("MATCH (d:Document) RETURN coalesce(d.language, 'unknown') AS k, count(*) ORDER BY k"),
            "entities": counted("MATCH (e:Entity) RETURN e.schema AS k, count(*) ORDER BY k"),
            "document_entities": counted("MATCH (p:DocumentEntity) RETURN p.schema AS k, count(*) ORDER BY k"),
            "links": counted(f"MATCH (:Entity)-[r:{ANY_LINK}]->(:Entity) RETURN type(r) AS k, count(*) ORDER BY k"),
            "claims": counted("MATCH (c:Claim) WHERE c.target IS NOT NULL RETURN c.status AS k, count(*) ORDER BY k"),
            "properties": counted("MATCH (c:Claim) WHERE c.target IS NULL RETURN c.type AS k, count(*) ORDER BY k"),
            "judgements": counted("MATCH ()-[j:JUDGED]->() RETURN j.by AS k, count(*) ORDER BY k"),
        }

    def generation(self) -> int:
        return int(self._rows("MATCH (s:ScamgraphStore) RETURN s.generation")[0][0])


def _only(rows: list[Row]) -> str | None:
    return rows[0][0] if rows else None


# ---- nodes as facts


def document_of(kept: Mapping[str, Any], places: Iterable[str]) -> Document:
    return Document(
        id=kept["id"],
        text=kept["text"],
        title=kept.get("title"),
        publisher=kept.get("publisher"),
        published=kept.get("published"),
        language=kept.get("language"),
        addresses=tuple(sorted(set(places))),
        reader=kept["reader"],
        given_id=kept.get("given_id"),
    )


def part_of(kept: Mapping[str, Any]) -> DocumentEntity:
    mentions = tuple(map(Mention, kept["starts"], kept["ends"], kept["surfaces"]))
    return DocumentEntity(kept["document"], kept["number"], kept["schema"], kept["name"], mentions)


def claim_of(kept: Mapping[str, Any]) -> Claim:
    spans = zip(kept["starts"], kept["ends"], kept["quotes"], strict=True)
    return Claim(
        document=kept["document"],
        type=kept["type"],
        source=kept["source"],
        target=kept.get("target"),
        evidence=tuple(Evidence(kept["document"], *span) for span in spans),
        value=kept.get("value"),
        role=kept.get("role"),
        status=kept["status"],
        ended=kept["ended"],
        attributed_to=kept.get("attributed_to"),
        date=kept.get("date"),
        amount=kept.get("amount"),
        currency=kept.get("currency"),
        probability=kept.get("probability"),
    )
