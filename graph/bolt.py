"""The Neo4j store: the same facts and view over Bolt, in a graph that analysts' own tools read.

Writers take turns: each transaction first locks the `(:ScamgraphStore)` node. The driver runs a transaction again
when the server was restarted or was busy, so every one of them gives the same when it is run twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from graph.bolt_schema import ANY_LINK, STEPS, VERSION
from graph.bolt_server import Server, asked, for_each
from graph.bolt_view import grow, shrink
from graph.bolt_whole import EXTRACT, BoltWhole, extract_of
from graph.errors import StoreUnreachable, StoreVersion, UnknownEntity
from graph.facts import Sighting, claims_of, seal_of, sightings_of
from graph.model import Extract, Origin
from graph.whole import problems

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

Answer = TypeVar("Answer")


class BoltStore(BoltWhole):
    """`graph.store.Store` in a Neo4j database."""

    def __init__(self, address: str, *, create: bool = False) -> None:
        self.server = Server.named(address)
        self.address = self.server.address
        self._driver = self.server.driver()
        try:
            self._bring_up_to_date(create=create)
        except BaseException:
            self._driver.close()
            raise

    def close(self) -> None:
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _bring_up_to_date(self, *, create: bool) -> None:
        versions = self._rows("MATCH (s:ScamgraphStore) RETURN s.version")
        version = int(versions[0][0]) if versions else 0
        if version > VERSION:
            raise StoreVersion(
                f"{self.address} has schema version {version}, this program knows {VERSION}; upgrade scamgraph"
            )
        if not versions and not create:
            raise StoreUnreachable(
                f"no store in database {self.server.database} at {self.address}; make one with: scamgraph ingest "
                f"--store {self.address} FILE..."
            )
        if version < VERSION:
            for statement in (statement for step in STEPS[version:] for statement in step):
                self._write_once(statement)
            self._write_once("CALL db.awaitIndexes(300)")
            self._write_once(
                "MERGE (s:ScamgraphStore {name: 'scamgraph'}) ON CREATE SET s.generation = 0 SET s.version = $version",
                version=VERSION,
            )

    def _write_once(self, query: str, **values: Any) -> None:
        with self.server.translated(), self._driver.session(database=self.server.database) as session:
            session.execute_write(lambda tx: asked(tx, query, **values))

    def _writing(self, work: Callable[[ManagedTransaction], Answer]) -> Answer:
        """One transaction after all others, all or nothing."""

        def in_turn(tx: ManagedTransaction) -> Answer:
            asked(tx, "MATCH (s:ScamgraphStore) SET s.generation = s.generation + 1")
            return work(tx)

        with self.server.translated(), self._driver.session(database=self.server.database) as session:
            return session.execute_write(in_turn)

    # ---- writing

    def add(self, extract: Extract, address: str | None = None, origin: str | None = None) -> None:
        extract.verify()
        sightings = sightings_of(extract.document, address, origin)

        self._writing(lambda tx: _add(tx, extract, sightings))

    def found_again(self, document: str, address: str, origin: str) -> None:
        def work(tx: ManagedTransaction) -> None:
            if not asked(tx, "MATCH (d:Document {id: $id}) RETURN d.id", id=document):
                raise UnknownEntity(f"document {document} is not in the store")
            _sight(tx, [Sighting(document, origin, address)])

        self._writing(work)

    def finish(self, origin: Origin, documents: Sequence[str]) -> tuple[str, ...]:
        def work(tx: ManagedTransaction) -> tuple[str, ...]:
            asked(
                tx,
                "MERGE (o:Origin {address: $address}) SET o.digest = $digest",
                address=origin.address,
                digest=origin.digest,
            )
            touched = asked(
                tx,
                "MATCH (d:Document)-[f:FOUND_IN]->(o:Origin {address: $address}) "
                "WITH d, collect(f) AS found WITH d, found, any(f IN found WHERE f.fresh) AS again "
                "UNWIND found AS f WITH d, f WHERE NOT d.id IN $ids OR (again AND NOT f.fresh) DELETE f RETURN d.id",
                address=origin.address,
                ids=list(documents),
            )
            asked(
                tx,
                "MATCH ()-[f:FOUND_IN]->(:Origin {address: $address}) WHERE f.fresh SET f.fresh = false",
                address=origin.address,
            )
            return _forget_unseen(tx, (id_ for (id_,) in touched))

        return self._writing(work)

    def forget(self, source: str) -> tuple[str, ...]:
        def work(tx: ManagedTransaction) -> tuple[str, ...]:
            whole = asked(tx, "MATCH (d:Document) WHERE d.id = $id OR d.given_id = $id RETURN d.id", id=source)
            gone = asked(
                tx,
                "CALL () { MATCH ()-[f:FOUND_IN {address: $source}]->() RETURN f "
                "UNION MATCH ()-[f:FOUND_IN]->(:Origin {address: $source}) RETURN f "
                "UNION UNWIND $ids AS id MATCH (:Document {id: id})-[f:FOUND_IN]->() RETURN f } "
                "WITH f, startNode(f).id AS document, endNode(f).address AS origin DELETE f RETURN document, origin",
                source=source,
                ids=[id_ for (id_,) in whole],
            )
            known = asked(tx, "MATCH (o:Origin {address: $source}) RETURN o.digest", source=source)
            if not (whole or gone or known):
                raise UnknownEntity(f"nothing in {self.address} came from {source}")
            origins = {source, *(origin for _, origin in gone)}
            asked(tx, "UNWIND $ids AS id MATCH (o:Origin {address: id}) REMOVE o.digest", ids=list(origins))
            return _forget_unseen(tx, [id_ for (id_,) in whole] + [id_ for id_, _ in gone])

        return self._writing(work)

    def rebuild(self) -> None:
        def work(tx: ManagedTransaction) -> None:
            asked(tx, "MATCH ()-[j:JUDGED]->() WHERE j.at IS NULL DELETE j")
            asked(tx, f"MATCH (:Entity)-[r:{ANY_LINK}]->(:Entity) DELETE r")
            asked(tx, "MATCH (n:Name) DETACH DELETE n")
            asked(tx, "MATCH (e:Entity) DETACH DELETE e")
            asked(tx, "MATCH (p:DocumentEntity) REMOVE p.key")
            asked(tx, "MATCH (c:Claim) REMOVE c.link")
            for (id_,) in asked(tx, "MATCH (d:Document) RETURN d.id ORDER BY d.id"):
                for extract in _extracts(tx, [id_]):
                    grow(tx, extract)

        self._writing(work)

    def problems(self) -> Iterator[str]:
        return problems(self)


# ---- facts


def _add(tx: ManagedTransaction, extract: Extract, sightings: Sequence[Sighting]) -> None:
    for known in _extracts(tx, [extract.document.id]):
        shrink(tx, known)
    _keep_document(tx, extract)
    _sight(tx, sightings)
    _keep_facts(tx, extract)
    grow(tx, extract)


def _extracts(tx: ManagedTransaction, ids: Sequence[str]) -> list[Extract]:
    rows = asked(tx, f"UNWIND $ids AS id MATCH (d:Document {{id: id}}) {EXTRACT}", ids=ids)
    return [extract_of(row) for row in rows]


def _keep_document(tx: ManagedTransaction, extract: Extract) -> None:
    document = extract.document
    asked(
        tx,
        "MERGE (d:Document {id: $id}) SET d = $kept",
        id=document.id,
        kept={
            "id": document.id,
            "text": document.text,
            "title": document.title,
            "publisher": document.publisher,
            "published": document.published,
            "language": document.language,
            "reader": document.reader,
            "given_id": document.given_id,
            "extractor": extract.extractor,
            "seal": seal_of(extract),
        },
    )


def _sight(tx: ManagedTransaction, sightings: Sequence[Sighting]) -> None:
    for_each(
        tx,
        "UNWIND $rows AS row MATCH (d:Document {id: row.document}) MERGE (o:Origin {address: row.origin}) "
        "MERGE (d)-[f:FOUND_IN {address: row.address}]->(o) SET f.fresh = true",
        [sighting._asdict() for sighting in sightings],
    )


def _keep_facts(tx: ManagedTransaction, extract: Extract) -> None:
    id_ = extract.document.id
    for_each(
        tx,
        "MATCH (d:Document {id: $id}) UNWIND $rows AS row CREATE (p:DocumentEntity)-[:IN_DOCUMENT]->(d) SET p = row",
        [
            {
                "id": part.id,
                "document": id_,
                "number": part.number,
                "schema": part.schema,
                "name": part.name,
                "starts": [mention.start for mention in part.mentions],
                "ends": [mention.end for mention in part.mentions],
                "surfaces": [mention.surface for mention in part.mentions],
            }
            for part in extract.entities
        ],
        id=id_,
    )
    for_each(
        tx,
        "MATCH (d:Document {id: $id}) UNWIND $rows AS row MATCH (s:DocumentEntity {id: row.source}) "
        "CREATE (s)<-[:CLAIM_SOURCE]-(c:Claim)-[:CLAIMED_IN]->(d) SET c = row "
        "WITH c, row WHERE row.target IS NOT NULL MATCH (t:DocumentEntity {id: row.target}) "
        "CREATE (c)-[:CLAIM_TARGET]->(t)",
        [
            {
                "id": claim_id,
                "document": id_,
                "type": claim.type,
                "source": claim.source,
                "target": claim.target,
                "value": claim.value,
                **claim.qualifiers,
                "starts": [evidence.start for evidence in claim.evidence],
                "ends": [evidence.end for evidence in claim.evidence],
                "quotes": [evidence.quote for evidence in claim.evidence],
            }
            for claim_id, claim in claims_of(extract).items()
        ],
        id=id_,
    )


def _forget_unseen(tx: ManagedTransaction, ids: Iterable[str]) -> tuple[str, ...]:
    """Take out those of the documents that no address gives any more, and origins that gave nothing; the ids."""
    unseen = asked(
        tx,
        "UNWIND $ids AS id MATCH (d:Document {id: id}) WHERE NOT (d)-[:FOUND_IN]->() RETURN DISTINCT d.id",
        ids=list(ids),
    )
    gone = sorted((id_ for (id_,) in unseen), reverse=True)
    for id_ in gone:
        for extract in _extracts(tx, [id_]):
            shrink(tx, extract)
        asked(tx, "MATCH (d:Document {id: $id}) DETACH DELETE d", id=id_)
    asked(tx, "MATCH (o:Origin) WHERE o.digest IS NULL AND NOT (o)<-[:FOUND_IN]-() DELETE o")
    return tuple(sorted(gone))
