"""The embedded store read from end to end: every fact and the whole view, to rebuild, compare and check."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from itertools import groupby

from graph.embedded_reading import EmbeddedReading, Row, claim_of, document_of, part_of
from graph.facts import Sighting, seal_of
from graph.folding import key_of
from graph.model import Extract, Judgement, Origin
from graph.view import EntityView, LinkView, Use


class EmbeddedWhole(EmbeddedReading):
    """`graph.whole.Whole` over SQLite."""

    def extracts(self) -> Iterator[Extract]:
        rows = self._stream(
            "SELECT d.row, d.extractor, d.id, text, title, publisher, published, language, "
            "(SELECT json_group_array(DISTINCT g.address) FROM sighting g WHERE g.document = d.row), reader, given_id "
            "FROM document d ORDER BY d.id"
        )
        return (self._extract(row) for row in rows)

    def _extract(self, document: Row) -> Extract:
        row, extractor, *plain = document
        parts = self._rows(
            "SELECT ?, number, schema, name, mentions FROM part WHERE document = ? ORDER BY number", plain[0], row
        )
        claims = self._rows(
            "SELECT ?, c.type, s.id, t.id, c.evidence, c.value, c.role, c.status, c.ended, c.attributed_to, c.date, "
            "c.amount, c.currency, c.probability "
            "FROM claim c JOIN part s ON s.row = c.source LEFT JOIN part t ON t.row = c.target "
            "WHERE c.document = ? ORDER BY c.id",
            plain[0],
            row,
        )
        return Extract(document_of(tuple(plain)), tuple(map(part_of, parts)), tuple(map(claim_of, claims)), extractor)

    def sightings(self) -> Iterator[Sighting]:
        rows = self._stream(
            "SELECT d.id, g.origin, g.address FROM sighting g JOIN document d ON d.row = g.document ORDER BY 1, 2, 3"
        )
        return (Sighting(*row) for row in rows)

    def origins(self) -> Iterator[Origin]:
        return (Origin(*row) for row in self._stream("SELECT address, digest FROM origin ORDER BY address"))

    def all_judgements(self) -> Iterator[Judgement]:
        rows = self._stream(
            'SELECT l.id, r.id, j.verdict, j.by, j.why, j.at FROM judgement j JOIN part l ON l.row = j."left" '
            'JOIN part r ON r.row = j."right" ORDER BY j.id'
        )
        return (Judgement(*row) for row in rows)

    def view_entities(self) -> Iterator[EntityView]:
        rows = self._stream(
            "SELECT e.id, e.schema, e.name, e.documents, e.links, n.surface, n.named, n.said "
            "FROM entity e LEFT JOIN name n ON n.entity = e.row ORDER BY e.id, n.surface"
        )
        for (id_, schema, name, documents, links), names in groupby(rows, key=lambda row: row[:5]):
            uses = tuple((surface, Use(named, said)) for *_, surface, named, said in names if surface is not None)
            yield EntityView(id_, schema, name, documents, links, uses)

    def view_links(self) -> Iterator[LinkView]:
        rows = self._stream(
            "SELECT l.id, l.type, s.id, t.id, c.id FROM link l JOIN entity s ON s.row = l.source "
            "JOIN entity t ON t.row = l.target LEFT JOIN claim c ON c.link = l.row ORDER BY l.id, c.id"
        )
        for (id_, type_, source, target), claims in groupby(rows, key=lambda row: row[:4]):
            yield LinkView(id_, type_, source, target, tuple(claim for *_, claim in claims if claim is not None))

    def storage_problems(self) -> Iterator[str]:
        """What SQLite itself finds, rows without their other half, ids that are not those of their content."""
        for (line,) in self._rows("PRAGMA integrity_check"):
            if line != "ok":
                yield f"file: {line}"
        for table, row, parent, _ in self._rows("PRAGMA foreign_key_check"):
            yield f"{table} row {row}: its {parent} is missing"
        for id_, document, number in self._rows(
            "SELECT p.id, d.id, p.number FROM part p JOIN document d ON d.row = p.document "
            "WHERE p.id <> d.id || '.' || p.number"
        ):
            yield f"entity {id_}: it is number {number} of document {document}"
        for id_ in self._rows("SELECT id FROM part WHERE entity IS NULL"):
            yield f"entity {id_[0]}: in no entity of the view"
        yield from self._wrong_ids()
        for id_, schema, surface, key in self._rows(
            "SELECT e.id, e.schema, n.surface, n.key FROM name n JOIN entity e ON e.row = n.entity ORDER BY n.row"
        ):
            if key != key_of(schema, surface):
                yield f"entity {id_}: {surface!r} is filed under {key!r}"

    def _wrong_ids(self) -> Iterator[str]:
        for extract in self.extracts():
            ((seal, kept),) = self._rows(
                "SELECT d.seal, json_group_array(c.id) FROM document d LEFT JOIN claim c ON c.document = d.row "
                "WHERE d.id = ?",
                extract.document.id,
            )
            if seal != seal_of(extract):
                yield f"document {extract.document.id}: what it says was altered, or is not all there"
            for id_ in {*filter(None, json.loads(kept))} ^ {claim.id for claim in extract.claims}:
                yield f"claim {id_}: its id is not that of its content"
        for row in self._rows(
            'SELECT j.id, l.id, r.id, j.verdict, j.by, j.why, j.at FROM judgement j JOIN part l ON l.row = j."left" '
            'JOIN part r ON r.row = j."right"'
        ):
            if row[0] != Judgement(*row[1:]).id:
                yield f"judgement {row[0]}: its id is not that of its content"

    def _wrong_index(self) -> Iterator[str]:
        """Whether names are found. FTS5 tells by a statement that writes nothing, yet a read-only store refuses it."""
        try:
            self._db.execute("INSERT INTO name_text (name_text, rank) VALUES ('integrity-check', 1)")
        except sqlite3.OperationalError as error:
            if "readonly" not in str(error):
                raise
        except sqlite3.DatabaseError:
            yield "search index: it does not fit the names; run: scamgraph check --rebuild"
