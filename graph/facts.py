"""What both stores do to a document before they keep it: where it was found, and what it says, once each."""

from __future__ import annotations

from typing import NamedTuple

from graph.model import Claim, Document, Extract, content_id


class Sighting(NamedTuple):
    """A document was found at `address` inside `origin`. An address outside any origin is its own origin."""

    document: str
    origin: str
    address: str


def sightings_of(document: Document, address: str | None, origin: str | None) -> tuple[Sighting, ...]:
    """Where a document that is added was found: at `address`, else at its own addresses, else at the origin."""
    given = (address,) if address is not None else document.addresses or ((origin,) if origin is not None else ())
    return tuple(Sighting(document.id, place if origin is None else origin, place) for place in given)


def seal_of(extract: Extract) -> str:
    """A hash over all that a document says: a fact that was lost or altered later shows in it."""
    parts = [
        (part.number, part.schema, part.name, [(mention.start, mention.end) for mention in part.mentions])
        for part in sorted(extract.entities, key=lambda part: part.number)
    ]
    return content_id("facts", extract.document.id, parts, sorted(claims_of(extract)))


def claims_of(extract: Extract) -> dict[str, Claim]:
    """The claims of an extract by id; one that was made twice stands once."""
    return {claim.id: claim for claim in extract.claims}
