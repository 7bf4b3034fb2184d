"""What the embedded store answers: documents, the view, searches, counts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import Any

from graph.embedded_file import translated
from graph.folding import asked_keys, search_key, trigrams
from graph.model import Claim, Document, DocumentEntity, Entity, Evidence, Judgement, Link, Mention, rank_of
from graph.store import Edge, Match
from graph.view import Use, aliases_among, likest_surface, matched_surface

Row = tuple[Any, ...]


class EmbeddedReading:
    """The reading verbs of `graph.store.Store` over an open SQLite connection. Ids go in as one JSON list."""

    address: str
    _db: sqlite3.Connection

    def _rows(self, sql: str, *values: object) -> list[Row]:
        with translated(self.address):
            return self._db.execute(sql, values).fetchall()

    def _stream(self, sql: str, *values: object) -> Iterator[Row]:
        with translated(self.address):
            yield from self._db.execute(sql, values)

    @contextmanager
    def _moment(self) -> Iterator[None]:
        """Several questions answered as of one moment, whatever another process writes."""
        if self._db.in_transaction:
            yield
            return
        self._rows("BEGIN")
        try:
            yield
        finally:
            self._rows("COMMIT")

    # ---- documents

    def digest(self, origin: str) -> str | None:
        found = self._rows("SELECT digest FROM origin WHERE address = ?", origin)
        return found[0][0] if found else None

    def extractor(self, document: str) -> str | None:
        found = self._rows("SELECT extractor FROM document WHERE id = ?", document)
        return found[0][0] if found else None

    def documents(self, ids: Iterable[str]) -> dict[str, Document]:
        rows = self._rows(
            "SELECT d.id, text, title, publisher, published, language, "
            "(SELECT json_group_array(DISTINCT g.address) FROM sighting g WHERE g.document = d.row), reader, given_id "
            "FROM document d WHERE d.id IN (SELECT value FROM json_each(?)) ORDER BY d.id",
            _listed(ids),
        )
        return {row[0]: document_of(row) for row in rows}

    def document_ids(self) -> Iterator[str]:
        return (id_ for (id_,) in self._stream("SELECT id FROM document ORDER BY id"))

    # ---- the view

    def entities(self, ids: Iterable[str]) -> dict[str, Entity]:
        rows = self._rows(
            "SELECT p.id, e.id, e.schema, e.name, e.documents, n.surface, n.named, n.said "
            "FROM part p JOIN entity e ON e.row = p.entity JOIN name n ON n.entity = e.row "
            "WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY p.id",
            _listed(ids),
        )
        found = {}
        for (asked, id_, schema, name, documents), uses in groupby(rows, key=lambda row: row[:5]):
            aliases = aliases_among(name, [(surface, Use(named, said)) for *_, surface, named, said in uses])
            found[asked] = Entity(id_, schema, name, aliases, documents)
        return found

    def find(self, text: str, limit: int = 20) -> list[Match]:
        asked = asked_keys(text)
        best: dict[str, tuple[int, int, int, str]] = {}
        with self._moment():
            for key in asked:
                for id_, documents, closeness in self._holding(key, limit):
                    order = (closeness // 1000, -documents, closeness % 1000, id_)
                    best[id_] = min(order, best.get(id_, order))
            ids = [order[3] for order in sorted(best.values())[:limit]]
            return self._matches(ids, lambda schema, names: matched_surface(asked, schema, names))

    def _holding(self, key: str, limit: int) -> list[Row]:
        """Id, documents and 1000 × rank + length of the entities that hold a key; the index knows three characters."""
        if len(key) < 3:
            return self._rows(
                "SELECT e.id, e.documents, min(length(n.key) + "
                "CASE WHEN n.key = ?1 THEN 0 WHEN instr(n.key, ?1) = 1 THEN 1000 ELSE 2000 END) AS closeness "
                "FROM name n JOIN entity e ON e.row = n.entity WHERE instr(n.key, ?1) "
                "GROUP BY e.row ORDER BY closeness / 1000, e.documents DESC, closeness % 1000, e.id LIMIT ?2",
                key,
                limit,
            )
        return self._rows(
            "SELECT e.id, e.documents, min(length(n.key) + "
            "CASE WHEN n.key = ?1 THEN 0 WHEN instr(n.key, ?1) = 1 THEN 1000 ELSE 2000 END) AS closeness "
            "FROM name_text x JOIN name n ON n.row = x.rowid JOIN entity e ON e.row = n.entity WHERE x.key MATCH ?3 "
            "GROUP BY e.row ORDER BY closeness / 1000, e.documents DESC, closeness % 1000, e.id LIMIT ?2",
            key,
            limit,
            _phrase(key),
        )

    def similar(self, text: str, limit: int = 200) -> list[Match]:
        grams = trigrams(search_key(text))
        with self._moment():
            rows = self._rows(
                "SELECT e.id, max(2.0 * h.shared / (?1 + max(length(n.key) - 2, 1))) AS likeness FROM "
                "(SELECT x.rowid AS row, count(*) AS shared FROM json_each(?2) g JOIN name_text x "
                "WHERE x.key MATCH g.value GROUP BY x.rowid HAVING shared >= ?3) h "
                "JOIN name n ON n.row = h.row JOIN entity e ON e.row = n.entity "
                "GROUP BY e.row ORDER BY likeness DESC, e.documents DESC, e.id LIMIT ?4",
                len(grams),
                _listed(_phrase(gram) for gram in grams),
                max(1, len(grams) // 3),
                limit,
            )
            return self._matches([id_ for id_, _ in rows], lambda schema, names: likest_surface(grams, schema, names))

    def _matches(self, ids: Sequence[str], chosen: Callable[[str, Iterable[str]], str]) -> list[Match]:
        entities = [found[id_] for found in [self.entities(ids)] for id_ in ids]
        surfaces: dict[str, list[str]] = {}
        for id_, surface in self._rows(
            "SELECT e.id, n.surface FROM entity e JOIN name n ON n.entity = e.row "
            "WHERE e.id IN (SELECT value FROM json_each(?))",
            _listed(ids),
        ):
            surfaces.setdefault(id_, []).append(surface)
        return [Match(entity, chosen(entity.schema, surfaces[entity.id])) for entity in entities]

    def ranked(self, schemata: Sequence[str] = (), limit: int | None = None) -> list[Entity]:
        with self._moment():
            rows = self._rows(
                "SELECT id FROM entity WHERE ?1 = '[]' OR schema IN (SELECT value FROM json_each(?1)) "
                "ORDER BY links DESC, id LIMIT ?2",
                _listed(schemata),
                -1 if limit is None else limit,
            )
            found = self.entities(id_ for (id_,) in rows)
        return [found[id_] for (id_,) in rows]

    def members(self, entity: str) -> tuple[DocumentEntity, ...]:
        rows = self._rows(
            "SELECT d.id, p.number, p.schema, p.name, p.mentions "
            "FROM part asked JOIN part p ON p.entity = asked.entity "
            "JOIN document d ON d.row = p.document WHERE asked.id = ? ORDER BY p.id",
            entity,
        )
        return tuple(part_of(row) for row in rows)

    def judgements(self, entity: str) -> tuple[Judgement, ...]:
        rows = self._rows(
            "SELECT l.id, r.id, j.verdict, j.by, j.why, j.at FROM part asked JOIN part l ON l.entity = asked.entity "
            'JOIN judgement j ON j."left" = l.row JOIN part r ON r.row = j."right" AND r.entity = l.entity '
            "WHERE asked.id = ? ORDER BY l.id, r.id, j.id",
            entity,
        )
        return tuple(Judgement(*row) for row in rows)

    def properties(self, entities: Iterable[str]) -> dict[str, tuple[Claim, ...]]:
        rows = self._rows(
            "SELECT asked.id, d.id, c.type, s.id, NULL, c.evidence, c.value, c.role, c.status, c.ended, "
            "c.attributed_to, c.date, c.amount, c.currency, c.probability "
            "FROM part asked JOIN part s ON s.entity = asked.entity JOIN claim c ON c.source = s.row "
            "JOIN document d ON d.row = c.document "
            "WHERE c.target IS NULL AND asked.id IN (SELECT value FROM json_each(?)) "
            "ORDER BY asked.id, c.type, c.value, c.id",
            _listed(entities),
        )
        return {
            asked: tuple(claim_of(row[1:]) for row in said) for asked, said in groupby(rows, key=lambda row: row[0])
        }

    def edges(self, entities: Iterable[str]) -> list[Edge]:
        rows = self._rows(
            "WITH asked AS "
            "(SELECT DISTINCT p.entity AS row FROM part p WHERE p.id IN (SELECT value FROM json_each(?))) "
            "SELECT l.id, l.type, s.id, t.id, s.schema, t.schema FROM "
            "(SELECT link.row FROM link JOIN asked ON link.source = asked.row "
            "UNION SELECT link.row FROM link JOIN asked ON link.target = asked.row) touching "
            "JOIN link l ON l.row = touching.row JOIN entity s ON s.row = l.source JOIN entity t ON t.row = l.target "
            "ORDER BY l.id",
            _listed(entities),
        )
        return [Edge(*row) for row in rows]

    def all_edges(self) -> Iterator[Edge]:
        rows = self._stream(
            "SELECT l.id, l.type, s.id, t.id, s.schema, t.schema FROM link l JOIN entity s ON s.row = l.source "
            "JOIN entity t ON t.row = l.target ORDER BY l.id"
        )
        return (Edge(*row) for row in rows)

    def links(self, ids: Iterable[str]) -> dict[str, Link]:
        rows = self._rows(
            "SELECT asked.id, l.id, l.type, e.id, f.id, d.id, c.type, s.id, t.id, c.evidence, c.value, c.role, "
            "c.status, c.ended, c.attributed_to, c.date, c.amount, c.currency, c.probability "
            "FROM claim asked JOIN link l ON l.row = asked.link JOIN claim c ON c.link = l.row "
            "JOIN entity e ON e.row = l.source JOIN entity f ON f.row = l.target "
            "JOIN document d ON d.row = c.document JOIN part s ON s.row = c.source JOIN part t ON t.row = c.target "
            "WHERE asked.id IN (SELECT value FROM json_each(?)) ORDER BY asked.id",
            _listed(ids),
        )
        return {
            asked: Link(id_, type_, source, target, tuple(sorted((claim_of(row[5:]) for row in claims), key=rank_of)))
            for (asked, id_, type_, source, target), claims in groupby(rows, key=lambda row: row[:5])
        }

    # ---- the whole

    def counts(self) -> Mapping[str, Mapping[str, int]]:
        with self._moment():
            return {
                "documents": dict(
                    self._rows("SELECT coalesce(language, 'unknown'), count(*) FROM document GROUP BY 1")
                ),
                "entities": dict(self._rows("SELECT schema, count(*) FROM entity GROUP BY 1")),
                "document_entities": dict(self._rows("SELECT schema, count(*) FROM part GROUP BY 1")),
                "links": dict(self._rows("SELECT type, count(*) FROM link GROUP BY 1")),
                "claims": dict(self._rows("SELECT status, count(*) FROM claim WHERE target IS NOT NULL GROUP BY 1")),
                "properties": dict(self._rows("SELECT type, count(*) FROM claim WHERE target IS NULL GROUP BY 1")),
                "judgements": dict(self._rows("SELECT by, count(*) FROM judgement GROUP BY 1")),
            }

    def generation(self) -> int:
        return int(self._rows("SELECT generation FROM meta")[0][0])


def _listed(values: Iterable[str]) -> str:
    return json.dumps(list(values))


def _phrase(key: str) -> str:
    """A key as one FTS5 phrase; nothing in it is an operator."""
    return '"' + key.replace('"', '""') + '"'


# ---- rows as facts


def document_of(row: Row) -> Document:
    id_, text, title, publisher, published, language, addresses, reader, given_id = row
    places = tuple(sorted(json.loads(addresses)))
    return Document(id_, text, title, publisher, published, language, places, reader, given_id)


def part_of(row: Row) -> DocumentEntity:
    document, number, schema, name, mentions = row
    return DocumentEntity(document, number, schema, name, tuple(Mention(*span) for span in json.loads(mentions)))


def claim_of(row: Row) -> Claim:
    document, type_, source, target, evidence, value, role, status, ended, *rest = row
    quoted = tuple(Evidence(document, *span) for span in json.loads(evidence))
    return Claim(document, type_, source, target, quoted, value, role, status, bool(ended), *rest)
