"""What is kept: documents, mentions, document entities, claims, judgements; and the view made of them.

Facts are never edited. An id is made of the content it names, so that the same input gives the same store
whatever the order. Offsets are Unicode code points into `Document.text`, end exclusive.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Literal

from graph.errors import UnsoundFact
from graph.ontology import LINK_TYPES, SCHEMATA, STATUSES

Verdict = Literal["same", "different", "unsure"]


def content_id(*parts: object) -> str:
    """20 hex digits (80 bits) of SHA-256 over the parts; equal content, equal id."""
    packed = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(packed.encode("utf-8", "surrogatepass")).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it was read, and what is known of where it comes from.

    `published` is an ISO date prefix (2025, 2025-09, 2025-09-08) or None; `language` an ISO 639-1 code;
    `addresses` every path or URL it was found at; `given_id` the id that its source gave it.
    """

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    addresses: tuple[str, ...] = ()
    reader: str = ""
    given_id: str | None = None

    @staticmethod
    def id_of(text: str) -> str:
        return content_id("document", text)


@dataclass(frozen=True, slots=True)
class Mention:
    """One surface form in a document's text."""

    start: int
    end: int
    surface: str


@dataclass(frozen=True, slots=True)
class DocumentEntity:
    """The mentions that one document uses for one thing. `name` is its fullest form, an account's normal form.

    `number` counts the entities of a document from 1 in order of their first mention.
    """

    document: str
    number: int
    schema: str
    name: str
    mentions: tuple[Mention, ...]

    @property
    def id(self) -> str:
        return f"{self.document}.{self.number}"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence (or sentences) that say so."""

    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What one document says: a link between two of its entities, or a property of one of them.

    A link has a `target` and a `type` of the ontology. A property has a `value`, no `target`, and its name as `type`.
    `probability` is the extractor's own, in 0..1, or None where a rule or a table made the claim.
    """

    document: str
    type: str
    source: str
    target: str | None
    evidence: tuple[Evidence, ...]
    value: str | None = None
    role: str | None = None
    status: str = "asserted"
    ended: bool = False
    attributed_to: str | None = None
    date: str | None = None
    amount: str | None = None
    currency: str | None = None
    probability: float | None = None

    @property
    def id(self) -> str:
        spans = [(e.start, e.end) for e in self.evidence]
        said = (self.role, self.status, self.ended, self.attributed_to, self.date, self.amount, self.currency)
        return content_id("claim", self.type, self.source, self.target, self.value, spans, said)

    @property
    def qualifiers(self) -> dict[str, str | bool | float | None]:
        """What the claim says beside its ends and its value, by name."""
        return {
            "role": self.role,
            "status": self.status,
            "ended": self.ended,
            "attributed_to": self.attributed_to,
            "date": self.date,
            "amount": self.amount,
            "currency": self.currency,
            "probability": self.probability,
        }


@dataclass(frozen=True, slots=True)
class Extract:
    """All that one document says, by which extractor and version."""

    document: Document
    entities: tuple[DocumentEntity, ...]
    claims: tuple[Claim, ...]
    extractor: str

    def verify(self) -> None:
        """Raise UnsoundFact unless every id, span, quote, end and type fits; stores call it before they write."""
        text, name = self.document.text, self.document.id
        if name != Document.id_of(text):
            raise UnsoundFact(f"document {name}: its id is not that of its text")
        schema = {}
        for entity in self.entities:
            if entity.document != name or entity.schema not in SCHEMATA or not entity.name.strip():
                raise UnsoundFact(f"entity {entity.id}: wrong document, unknown schema or empty name")
            if not entity.mentions:
                raise UnsoundFact(f"entity {entity.id} ({entity.name}): no mention")
            if entity.id in schema:
                raise UnsoundFact(f"entity {entity.id}: its number stands twice")
            for mention in entity.mentions:
                _fits(text, mention.start, mention.end, mention.surface, f"mention of {entity.name!r}")
            schema[entity.id] = entity.schema
        for claim in self.claims:
            self._verify_claim(claim, schema)

    def _verify_claim(self, claim: Claim, schema: dict[str, str]) -> None:
        label = f"claim {claim.type} of {claim.source}"
        if claim.document != self.document.id or claim.source not in schema:
            raise UnsoundFact(f"{label}: not about an entity of document {self.document.id}")
        if not claim.evidence:
            raise UnsoundFact(f"{label}: no evidence")
        if claim.status not in STATUSES:
            raise UnsoundFact(f"{label}: no such status: {claim.status}")
        for evidence in claim.evidence:
            if evidence.document != self.document.id:
                raise UnsoundFact(f"{label}: its evidence is from another document")
            _fits(self.document.text, evidence.start, evidence.end, evidence.quote, label)
        if claim.target is None:
            if claim.value is None or claim.type in LINK_TYPES:
                raise UnsoundFact(f"{label}: a link needs a target, a property a value")
            return
        kind = LINK_TYPES.get(claim.type)
        if kind is None or claim.target not in schema or claim.value is not None:
            raise UnsoundFact(f"{label}: unknown link type or unknown target {claim.target}")
        if not kind.joins(schema[claim.source], schema[claim.target]):
            raise UnsoundFact(f"{label}: cannot go from {schema[claim.source]} to {schema[claim.target]}")
        if claim.role is not None and claim.role not in kind.roles:
            raise UnsoundFact(f"{label}: no such role: {claim.role}")


def _fits(text: str, start: int, end: int, quoted: str, label: str) -> None:
    if not 0 <= start < end <= len(text) or text[start:end] != quoted:
        raise UnsoundFact(f"{label}: the text at {start}-{end} is not {quoted[:40]!r}")


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether two document entities are one thing: who says so, by which rule, and why. `left` < `right`.

    A rule's judgement follows from the facts and carries no time, so that equal facts give equal stores.
    """

    left: str
    right: str
    verdict: Verdict
    by: str
    why: str
    at: str | None = None

    @property
    def id(self) -> str:
        return content_id("judgement", self.left, self.right, self.verdict, self.by, self.why, self.at)


@dataclass(frozen=True, slots=True)
class Origin:
    """A file (or stream) that gave documents: its address and the SHA-256 of its bytes, with the reader's version."""

    address: str
    digest: str


# ---- the view


@dataclass(frozen=True, slots=True)
class Entity:
    """Document entities that judgements join. `id` is the smallest of theirs; every other one resolves to it."""

    id: str
    schema: str
    name: str
    aliases: tuple[str, ...] = ()
    documents: int = 1


@dataclass(frozen=True, slots=True)
class Link:
    """Claims of one type from one entity to another. `id` is the smallest of theirs.

    Role, status, ended, date and amount are those of the claim that carries the link best (`best`); `claims`
    holds them all, best first, denials included.
    """

    id: str
    type: str
    source: str
    target: str
    claims: tuple[Claim, ...]

    @property
    def best(self) -> Claim:
        return self.claims[0]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        seen = {(e.document, e.start, e.end): e for claim in self.claims for e in claim.evidence}
        return tuple(seen.values())


def rank_of(claim: Claim) -> tuple[int, float, str]:
    """Sort key of a link's claims: best status first, then the most probable, then by id."""
    return STATUSES.index(claim.status), -(1.0 if claim.probability is None else claim.probability), claim.id


@dataclass(frozen=True, slots=True)
class Subgraph:
    """Entities and the links between them, with the documents that their quotes come from."""

    entities: tuple[Entity, ...]
    links: tuple[Link, ...]
    documents: tuple[Document, ...] = ()
    properties: dict[str, tuple[Claim, ...]] = field(default_factory=dict)
