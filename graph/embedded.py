"""The embedded store: one SQLite file, no server; readers go on while one process writes.

Invariant: after every transaction the view (`entity`, `name`, `link`) is what `graph.view.view_of` makes of the facts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from graph.embedded_file import connect, translated
from graph.embedded_view import EmbeddedView
from graph.errors import UnknownEntity
from graph.facts import Sighting, claims_of, seal_of, sightings_of
from graph.model import Extract, Origin
from graph.whole import problems


class EmbeddedStore(EmbeddedView):
    """`graph.store.Store` in an SQLite file."""

    def __init__(self, address: str, *, create: bool = False) -> None:
        self.address = address
        self._db = connect(address, create=create)

    def close(self) -> None:
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction: all or nothing."""
        with translated(self.address):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("UPDATE meta SET generation = generation + 1")
                self._db.execute("COMMIT")
            finally:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")

    # ---- writing

    def add(self, extract: Extract, address: str | None = None, origin: str | None = None) -> None:
        extract.verify()
        with self._writing():
            row = self._keep_document(extract)
            self._sight(sightings_of(extract.document, address, origin))
            self._keep_facts(row, extract)
            self._grow(row, extract)

    def found_again(self, document: str, address: str, origin: str) -> None:
        with self._writing():
            if self._one("SELECT 1 FROM document WHERE id = ?", document) is None:
                raise UnknownEntity(f"document {document} is not in the store")
            self._sight([Sighting(document, origin, address)])

    def finish(self, origin: Origin, documents: Sequence[str]) -> tuple[str, ...]:
        given = json.dumps(list(documents))
        with self._writing():
            touched = self._db.execute(
                "DELETE FROM sighting WHERE origin = ?1 AND (document NOT IN "
                "(SELECT row FROM document WHERE id IN (SELECT value FROM json_each(?2))) OR (fresh = 0 AND "
                "document IN (SELECT document FROM sighting WHERE origin = ?1 AND fresh = 1))) RETURNING document",
                (origin.address, given),
            ).fetchall()
            self._do("UPDATE sighting SET fresh = 0 WHERE origin = ? AND fresh = 1", origin.address)
            self._do("INSERT OR REPLACE INTO origin VALUES (?, ?)", origin.address, origin.digest)
            return self._forget_unseen(row for (row,) in touched)

    def forget(self, source: str) -> tuple[str, ...]:
        with self._writing():
            whole = self._db.execute("SELECT row FROM document WHERE id = ?1 OR given_id = ?1", (source,)).fetchall()
            listed = json.dumps([row for (row,) in whole])
            gone = self._db.execute(
                "DELETE FROM sighting WHERE origin = ?1 OR address = ?1 OR document IN "
                "(SELECT value FROM json_each(?2)) RETURNING document, origin",
                (source, listed),
            ).fetchall()
            known = self._db.execute("DELETE FROM origin WHERE address = ? RETURNING 1", (source,)).fetchall()
            if not (whole or gone or known):
                raise UnknownEntity(f"nothing in {self.address} came from {source}")
            self._db.executemany("DELETE FROM origin WHERE address = ?", {(place,) for _, place in gone})
            return self._forget_unseen([row for (row,) in whole] + [row for row, _ in gone])

    def rebuild(self) -> None:
        with self._writing():
            self._do("INSERT INTO name_text (name_text) VALUES ('rebuild')")
            self._do("DELETE FROM judgement WHERE at IS NULL")
            self._do("UPDATE part SET key = NULL, entity = NULL")
            self._do("UPDATE claim SET link = NULL")
            self._do("DELETE FROM name")
            self._do("DELETE FROM link")
            self._do("DELETE FROM entity")
            for (row,) in self._rows("SELECT row FROM document ORDER BY id"):
                self._grow(row, self._extract_in(row))

    def problems(self) -> Iterator[str]:
        yield from self._wrong_index()
        with self._moment():
            yield from problems(self)

    # ---- facts

    def _keep_document(self, extract: Extract) -> int:
        """The row of its document, with nothing said about it."""
        document = extract.document
        known = self._one("SELECT row FROM document WHERE id = ?", document.id)
        if known is not None:
            self._shrink(known[0])
        (row,) = self._db.execute(
            "INSERT INTO document (id, text, title, publisher, published, language, reader, given_id, extractor, seal) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET title = excluded.title, "
            "publisher = excluded.publisher, published = excluded.published, language = excluded.language, "
            "reader = excluded.reader, given_id = excluded.given_id, extractor = excluded.extractor, "
            "seal = excluded.seal RETURNING row",
            (
                document.id,
                document.text,
                document.title,
                document.publisher,
                document.published,
                document.language,
                document.reader,
                document.given_id,
                extract.extractor,
                seal_of(extract),
            ),
        ).fetchall()[0]
        return int(row)

    def _sight(self, sightings: Iterable[Sighting]) -> None:
        self._db.executemany(
            "INSERT OR REPLACE INTO sighting (document, origin, address, fresh) "
            "VALUES ((SELECT row FROM document WHERE id = ?), ?, ?, 1)",
            sightings,
        )

    def _keep_facts(self, document: int, extract: Extract) -> None:
        self._db.executemany(
            "INSERT INTO part (id, document, number, schema, name, mentions) VALUES (?, ?, ?, ?, ?, ?)",
            [
                (
                    part.id,
                    document,
                    part.number,
                    part.schema,
                    part.name,
                    _packed((m.start, m.end, m.surface) for m in part.mentions),
                )
                for part in extract.entities
            ],
        )
        row_of: dict[str, int] = dict(self._rows("SELECT id, row FROM part WHERE document = ?", document))
        self._db.executemany(
            "INSERT INTO claim (id, document, type, source, target, value, role, status, ended, attributed_to, date, "
            "amount, currency, probability, evidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    id_,
                    document,
                    claim.type,
                    row_of[claim.source],
                    None if claim.target is None else row_of[claim.target],
                    claim.value,
                    claim.role,
                    claim.status,
                    claim.ended,
                    claim.attributed_to,
                    claim.date,
                    claim.amount,
                    claim.currency,
                    claim.probability,
                    _packed((e.start, e.end, e.quote) for e in claim.evidence),
                )
                for id_, claim in claims_of(extract).items()
            ],
        )

    def _forget_unseen(self, rows: Iterable[int]) -> tuple[str, ...]:
        """Take out those of the documents that no address gives any more; their ids."""
        gone = []
        for row in set(rows):
            if self._one("SELECT 1 FROM sighting WHERE document = ?", row) is None:
                self._shrink(row)
                gone += self._db.execute("DELETE FROM document WHERE row = ? RETURNING id", (row,)).fetchall()
        return tuple(sorted(id_ for (id_,) in gone))


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _packed(rows: Iterable[Iterable[object]]) -> str:
    return _encode([list(row) for row in rows])
