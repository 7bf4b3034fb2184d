"""Document in, Extract out: entities, and claims with the sentences that make them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.model import Document, DocumentEntity, Extract, Mention
from ingest import aliases
from ingest.claims import link_claim, marked_claims, property_claims
from ingest.components.known import is_known
from ingest.found import Found, without_overlaps
from ingest.links.find import FoundLink, find_links
from ingest.nationality import of_group
from ingest.numbers import first_number
from ingest.pipeline import VERSION, load_link_model, load_pipeline
from ingest.reading import Mark, MarkedLink

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from ingest.links.model import LinkModel

MIN_PROBABILITY = 0.5
"""Links less probable are not said unless they are asked for."""
_HINT = 0.15
"""A link this probable is reason enough to keep the people who are an end of it."""

Groups = list[list[Found]]


def load_extractor(min_probability: float = MIN_PROBABILITY) -> Extractor:
    """The packaged extractor; its models are loaded on the first call."""
    return Extractor(load_pipeline(), load_link_model(), min_probability)


class Extractor:
    """What documents say, by one pipeline and version. Links less probable than `min_probability` are not said."""

    version = f"scamgraph-{VERSION}"

    def __init__(self, nlp: Language, model: LinkModel, min_probability: float = MIN_PROBABILITY) -> None:
        self._nlp = nlp
        self._model = model
        self._min_probability = min_probability

    def extract(self, document: Document, marks: Sequence[Mark] = (), links: Sequence[MarkedLink] = ()) -> Extract:
        """All that one document says. `marks` and `links` are what a table's columns say of its text."""
        text = document.text
        if not text.strip():
            return Extract(document, (), (), self.version)
        with self._nlp.memory_zone():
            doc = self._nlp(text)
            named = [Found(e.start_char, e.end_char, e.label_) for e in doc.ents]
            accounts = _accounts(text)
            found = without_overlaps(_marked(text, marks, accounts), accounts, named)
            groups, linked = self._linked(
                doc, aliases.group(text, aliases.of_one_schema(text, found)), document.published
            )
            sentences = doc.user_data["sentences"]
        entities = tuple(_entity(document, n, group) for n, group in enumerate(groups, 1))
        columns = {(mark.start, mark.end) for mark in marks}
        claims = [
            *property_claims(document, entities, sentences),
            *marked_claims(document, entities, marks, links, sentences),
            *(link_claim(document, entities, sentences, x) for x in linked if not _of_columns(entities, x, columns)),
        ]
        return Extract(document, entities, tuple(claims), self.version)

    def _linked(self, doc: Doc, groups: Groups, published: str | None) -> tuple[Groups, list[FoundLink]]:
        """The entities that stay, and the links between them by their places."""
        mentions = sorted((f.start, f.end, n) for n, group in enumerate(groups) for f in group)
        schemata = [group[0].schema for group in groups]
        floor = min(_HINT, self._min_probability)
        links = find_links(doc, self._model, schemata, mentions, published, floor)
        text = doc.user_data["text"]
        ends = {end for link in links for end in (link.source, link.target)}
        kept = [n for n, group in enumerate(groups) if n in ends or not _needs_a_link(text, group)]
        place = {n: i for i, n in enumerate(kept)}
        likely = [link.between(place) for link in links if link.probability >= self._min_probability]
        return [groups[n] for n in kept], likely


def _of_columns(entities: Sequence[DocumentEntity], link: FoundLink, columns: set[tuple[int, int]]) -> bool:
    """Whether both ends are what columns mark: of those only the table's own links are said."""
    return all(any((m.start, m.end) in columns for m in entities[end].mentions) for end in (link.source, link.target))


def _needs_a_link(text: str, group: list[Found]) -> bool:
    """Whether these are people whom the ontology counts only as an end of a link: uncounted, or a bare number."""
    if group[0].schema != "Group" or any(f.key for f in group):
        return False
    surfaces = [text[f.start : f.end] for f in group]
    if any(of_group(text, f.start, f.end) for f in group):
        return False
    counted = any(first_number(s) is not None for s in surfaces)
    return not counted or all(len(s.split()) == 1 for s in surfaces)


def _accounts(text: str) -> list[Found]:
    """Account numbers, their labels, and pages known by their titles."""
    from ingest.accounts.entities import account_entities
    from ingest.accounts.find import find_accounts

    entities = account_entities(text, find_accounts(text))
    return [
        Found(start, end, e.schema, e.name, e.name)
        for e in entities
        for start, end in e.spans
        if e.schema != "Website" or not is_known(text[start:end], "Company")
    ]


def _marked(text: str, marks: Sequence[Mark], accounts: list[Found]) -> list[Found]:
    """What a table's columns mark; a number that is an account's is that account wherever the text names it."""
    known = {(f.schema, f.start, f.end): f for f in accounts}
    found = []
    for mark in marks:
        plain = Found(mark.start, mark.end, mark.schema, mark.key)
        if text[mark.start : mark.end].strip():
            found.append(known.get((mark.schema, mark.start, mark.end), plain))
    return found


def _entity(document: Document, number: int, group: list[Found]) -> DocumentEntity:
    mentions = tuple(Mention(f.start, f.end, document.text[f.start : f.end]) for f in group)
    name = next((f.name for f in group if f.name), None) or _fullest([m.surface for m in mentions])
    return DocumentEntity(document.id, number, group[0].schema, name, mentions)


def _fullest(surfaces: list[str]) -> str:
    """The longest form, on one line; of two that differ in case alone the one not in capitals."""
    forms = [" ".join(s.split()) for s in surfaces]
    longest = max(forms, key=len)
    return next((f for f in forms if not f.isupper() and f.casefold() == longest.casefold()), longest)
