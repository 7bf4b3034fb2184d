"""Document in, Extract out: entities, and claims with the sentences that make them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from graph.model import Claim, Document, DocumentEntity, Evidence, Extract, Mention
from ingest import aliases
from ingest.components.settle import is_known
from ingest.found import Found, without_overlaps
from ingest.links.find import FoundLink, People, attributed_to, find_links
from ingest.nationality import of_group, of_person
from ingest.numbers import first_number
from ingest.people import is_pseudonym, part_of
from ingest.pipeline import VERSION, load_link_model, load_pipeline
from ingest.reading import Mark, MarkedLink

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from ingest.links.model import LinkModel

MIN_PROBABILITY = 0.5

Spans = list[tuple[int, int]]


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
        if not document.text.strip():
            return Extract(document, (), (), self.version)
        with self._nlp.memory_zone():
            doc = self._nlp(document.text)
            named = [Found(e.start_char, e.end_char, e.label_) for e in doc.ents]
            accounts = _accounts(document.text)
            found = without_overlaps(_marked(document.text, marks, accounts), accounts, named)
            groups = aliases.group(document.text, found)
            entities = tuple(_entity(document, n, group) for n, group in enumerate(groups, 1))
            linked, people = self._links(doc, groups, document.published)
            sentences: Spans = doc.user_data["sentences"]
        claims = [
            *_properties(document, entities, sentences, people),
            *_marked_links(document, entities, marks, links, sentences),
            *(_claim(document, entities, sentences, link) for link in linked),
        ]
        return Extract(document, entities, tuple(claims), self.version)

    def _links(self, doc: Doc, groups: list[list[Found]], published: str | None) -> tuple[list[FoundLink], People]:
        mentions = sorted((f.start, f.end, n) for n, group in enumerate(groups) for f in group)
        schemata = [group[0].schema for group in groups]
        return find_links(doc, self._model, schemata, mentions, published, self._min_probability)


def _claim(document: Document, entities: Sequence[DocumentEntity], sentences: Spans, link: FoundLink) -> Claim:
    evidence = evidence_for(document, sentences, link.start, link.end)
    return Claim(
        document.id,
        link.type,
        entities[link.source].id,
        entities[link.target].id,
        (evidence,),
        role=link.role,
        status=link.status,
        ended=link.ended,
        attributed_to=attributed_to(link.status, evidence.quote),
        date=link.date,
        amount=link.amount,
        currency=link.currency,
        probability=round(link.probability, 4),
    )


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


def evidence_for(document: Document, sentences: Spans, start: int, end: int) -> Evidence:
    """The sentence or sentences that a stretch of text stands in."""
    first = max(0, bisect_right(sentences, start, key=lambda s: s[0]) - 1)
    last = max(first, bisect_right(sentences, end - 1, key=lambda s: s[0]) - 1)
    begin, finish = min(sentences[first][0], start), max(sentences[last][1], end)
    return Evidence(document.id, begin, finish, document.text[begin:finish])


def _properties(
    document: Document, entities: Iterable[DocumentEntity], sentences: Spans, people: People
) -> Iterable[Claim]:
    """Nationality, pseudonym, count and part of people, each with the sentence it is read from."""
    text = document.text
    for n, entity in enumerate(entities):
        if entity.schema not in ("Person", "Group"):
            continue
        said: dict[tuple[str, str], Mention] = {}
        read_nationality = of_person if entity.schema == "Person" else of_group
        for mention in entity.mentions:
            for code in read_nationality(text, mention.start, mention.end):
                said.setdefault(("nationality", code), mention)
        if entity.schema == "Person":
            chance = people.pseudonyms.get(n)
            spans = [(m.start, m.end) for m in entity.mentions]
            if is_pseudonym(text, spans) if chance is None else chance > 0.5:
                said["pseudonym", "true"] = entity.mentions[0]
        else:
            for mention in entity.mentions:
                count = first_number(mention.surface)
                if count is not None:
                    said["count", str(count)] = mention
                    break
            sentence = evidence_for(document, sentences, entity.mentions[0].start, entity.mentions[0].end)
            part = people.parts.get(n) or part_of(entity.mentions[0].surface, sentence.quote)
            said["part", part] = entity.mentions[0]
        for (name, value), mention in said.items():
            evidence = evidence_for(document, sentences, mention.start, mention.end)
            yield Claim(document.id, name, entity.id, None, (evidence,), value=value)


def _marked_links(
    document: Document,
    entities: Sequence[DocumentEntity],
    marks: Sequence[Mark],
    links: Sequence[MarkedLink],
    sentences: Spans,
) -> Iterable[Claim]:
    """The links that a table's columns state, each with its row as evidence."""
    by_span = {(m.start, m.end): e for e in entities for m in e.mentions}
    by_key = {mark.key: mark for mark in marks if (mark.start, mark.end) in by_span}
    for link in links:
        ours, theirs = by_key.get(link.source), by_key.get(link.target)
        if ours is None or theirs is None:
            continue
        source, target = by_span[ours.start, ours.end], by_span[theirs.start, theirs.end]
        if source == target:
            continue
        evidence = evidence_for(document, sentences, min(ours.start, theirs.start), max(ours.end, theirs.end))
        yield Claim(
            document.id,
            link.type,
            source.id,
            target.id,
            (evidence,),
            role=link.role,
            date=link.date,
            amount=link.amount,
            currency=link.currency,
        )
