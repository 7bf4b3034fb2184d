"""The one seam behind which facts are kept: what a store can do, and `open_store`.

Two stores answer alike, order included: `embedded.EmbeddedStore` (SQLite) and `bolt.BoltStore` (Neo4j).
Every list comes back in a stated order. Ids of entities and links go in as any id that ever named them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import NamedTuple, Protocol, Self

from graph.model import Claim, Document, DocumentEntity, Entity, Extract, Judgement, Link, Origin

DEFAULT_ADDRESS = "scamgraph.db"
BOLT_SCHEMES = ("neo4j://", "neo4j+s://", "neo4j+ssc://", "bolt://", "bolt+s://", "bolt+ssc://")


class Match(NamedTuple):
    """An entity that a search found, and the name, alias or account number that answered."""

    entity: Entity
    matched: str


class Edge(NamedTuple):
    """A link without its claims: enough to walk on. Ends are canonical entity ids, with their schemata."""

    id: str
    type: str
    source: str
    target: str
    source_schema: str
    target_schema: str


class Store(Protocol):
    """Facts and the view of them. Every verb that writes is one transaction."""

    address: str

    # ---- writing

    def add(self, extract: Extract, address: str | None = None, origin: str | None = None) -> None:
        """Keep all that a document says, found at `address` inside the file or stream `origin`.

        A document kept already is replaced by this extract and gains the address. Raises UnsoundFact and keeps
        nothing if a span, quote, end or type does not fit.
        """

    def found_again(self, document: str, address: str, origin: str) -> None:
        """Note one more address of a document that is kept already."""

    def finish(self, origin: Origin, documents: Sequence[str]) -> tuple[str, ...]:
        """`origin` was read whole and gave `documents`: forget what it alone gave before; return those ids."""

    def forget(self, source: str) -> tuple[str, ...]:
        """Take out an origin, address, document id or given id with all that rests on it alone; return document ids.

        A document that another origin or address also gave stays and only loses this address. Origins concerned are
        no longer read whole. Raises UnknownEntity if nothing in the store has that source.
        """

    def rebuild(self) -> None:
        """Make the view anew from facts and judgements."""

    # ---- reading: documents

    def digest(self, origin: str) -> str | None:
        """SHA-256 of an origin that was read whole, or None."""

    def extractor(self, document: str) -> str | None:
        """Which extractor and version read a document that is kept, or None."""

    def documents(self, ids: Iterable[str]) -> dict[str, Document]:
        """Documents by id; ids that are not kept are left out."""

    def document_ids(self) -> Iterator[str]:
        """All documents, by id."""

    # ---- reading: the view

    def entities(self, ids: Iterable[str]) -> dict[str, Entity]:
        """Entities under the ids that were asked for (any member's id resolves); unknown ids are left out."""

    def find(self, text: str, limit: int = 20) -> list[Match]:
        """Entities whose name, alias or account holds `text` (folded): whole, then prefix, then inside; see search_key.

        Within a rank: more documents first, then shorter match, then id.
        """

    def similar(self, text: str, limit: int = 200) -> list[Match]:
        """Entities that share most trigrams with `text`: candidates for a search that forgives slips."""

    def ranked(self, schemata: Sequence[str] = (), limit: int | None = None) -> list[Entity]:
        """Entities (of these schemata) with most links first, then by id."""

    def members(self, entity: str) -> tuple[DocumentEntity, ...]:
        """The document entities of an entity, by id."""

    def judgements(self, entity: str) -> tuple[Judgement, ...]:
        """The judgements in force between an entity's members, by left and right."""

    def properties(self, entities: Iterable[str]) -> dict[str, tuple[Claim, ...]]:
        """Property claims of entities under the ids that were asked for, by type, value and claim id."""

    def edges(self, entities: Iterable[str]) -> list[Edge]:
        """Every link that starts or ends at one of the entities, by link id; for walking."""

    def all_edges(self) -> Iterator[Edge]:
        """Every link, by link id; for projections."""

    def links(self, ids: Iterable[str]) -> dict[str, Link]:
        """Links with their claims under the ids that were asked for (any claim's id resolves)."""

    # ---- the whole

    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """{"documents": {language: n}, "entities": {schema: n}, "links": {type: n}, "claims": {status: n}, ...}."""

    def generation(self) -> int:
        """A counter that every write raises."""

    def problems(self) -> Iterator[str]:
        """One line for each fact that does not hold (ids, spans, quotes, ends) and each difference of the view."""

    def close(self) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def open_store(address: str = DEFAULT_ADDRESS, *, create: bool = False) -> Store:
    """The store at a path, or at a `neo4j://` or `bolt://` address.

    A missing file is an error unless `create` is true: a question must not leave an empty store behind.
    Credentials for Neo4j come from NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE.
    """
    if address.startswith(BOLT_SCHEMES):
        from graph.bolt import BoltStore

        return BoltStore(address, create=create)
    from graph.embedded import EmbeddedStore

    return EmbeddedStore(address, create=create)
