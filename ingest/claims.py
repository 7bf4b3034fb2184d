"""Claims of one document, each with its sentences: properties of people, links of tables and of the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graph.model import Claim, Document, DocumentEntity, Evidence, Mention
from ingest.components.sentences import around
from ingest.links.find import FoundLink, attributed_to
from ingest.nationality import nationalities
from ingest.numbers import first_number
from ingest.people import is_pseudonym, part_of
from ingest.reading import Mark, MarkedLink

Spans = list[tuple[int, int]]


def evidence_for(document: Document, sentences: Spans, start: int, end: int) -> Evidence:
    """The sentence or sentences that a stretch of text stands in."""
    low, high = around(sentences, start, end)
    begin, finish = min(low, start), max(high, end)
    return Evidence(document.id, begin, finish, document.text[begin:finish])


def link_claim(document: Document, entities: Sequence[DocumentEntity], sentences: Spans, link: FoundLink) -> Claim:
    """A link of the text."""
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


def marked_claims(
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


def property_claims(document: Document, entities: Sequence[DocumentEntity], sentences: Spans) -> Iterable[Claim]:
    """Nationality, pseudonym, count and part of people."""
    persons, groups = ([e for e in entities if e.schema == schema] for schema in ("Person", "Group"))
    codes = nationalities(document.text, _spans(persons), _spans(groups))
    for entity in (*persons, *groups):
        said = _nations(entity, codes)
        if entity.schema == "Person":
            if is_pseudonym(document.text, _spans([entity])):
                said["pseudonym", "true"] = entity.mentions[0]
        else:
            said |= _of_group(document, entity, sentences)
        for (name, value), mention in said.items():
            evidence = evidence_for(document, sentences, mention.start, mention.end)
            yield Claim(document.id, name, entity.id, None, (evidence,), value=value)


def _spans(entities: Iterable[DocumentEntity]) -> Spans:
    return [(mention.start, mention.end) for entity in entities for mention in entity.mentions]


def _nations(entity: DocumentEntity, codes: Mapping[tuple[int, int], Iterable[str]]) -> dict[tuple[str, str], Mention]:
    """Each nationality with the first mention that tells it."""
    said: dict[tuple[str, str], Mention] = {}
    for mention in entity.mentions:
        for code in codes.get((mention.start, mention.end), ()):
            said.setdefault(("nationality", code), mention)
    return said


def _of_group(document: Document, group: DocumentEntity, sentences: Spans) -> dict[tuple[str, str], Mention]:
    """Count and part."""
    said: dict[tuple[str, str], Mention] = {}
    for mention in group.mentions:
        count = first_number(mention.surface)
        if count is not None and not said:
            said["count", str(count)] = mention
    first = group.mentions[0]
    sentence = evidence_for(document, sentences, first.start, first.end)
    said["part", part_of(first.surface, sentence.quote)] = first
    return said
