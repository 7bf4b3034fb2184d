"""The figures of an extraction against gold: mentions, entities, links, their qualifiers, nationality."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import GoldError
from ingest.matching import (
    FIELDS,
    Annotated,
    LinkPair,
    annotated,
    match_links,
    match_mentions,
    match_nationality,
    overlap,
)

Documents = dict[str, Annotated]
Clusters = dict[tuple[str, tuple[int, int]], set[tuple[str, tuple[int, int]]]]


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table. `label` is a schema or link type, None for all of them; a figure over nothing is None."""

    name: str
    label: str | None
    p: float | None
    r: float | None
    f1: float | None
    gold: int
    pred: int
    right: int


def read_records(path: str) -> dict[str, dict[str, Any]]:
    """The gold-format objects of a file by id.

    Raises:
        GoldError: a line is no JSON object with an id, or an id stands twice.
    """
    records: dict[str, dict[str, Any]] = {}
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: cannot be read as UTF-8 text ({error})") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            name = record["id"]
        except (ValueError, KeyError, TypeError) as error:
            raise GoldError(f"{path}, line {number}: not a JSON object with an id ({error})") from error
        if name in records:
            raise GoldError(f"{path}, line {number}: document {name} stands twice")
        records[name] = record
    return records


def paired(golds: Iterable[dict[str, Any]], preds: dict[str, dict[str, Any]]) -> list[tuple[Annotated, Annotated]]:
    """Gold and predicted documents by id; one that was not predicted counts as empty.

    Raises:
        GoldError: a predicted text is not the gold text, so that offsets cannot be compared.
    """
    pairs = []
    for record in golds:
        gold = annotated(record)
        pred = annotated(preds[gold.id]) if gold.id in preds else Annotated(gold.id)
        if None not in (gold.text, pred.text) and gold.text != pred.text:
            raise GoldError(f"document {gold.id}: the predicted text is not the gold text; offsets cannot be compared")
        pairs.append((gold, pred))
    return pairs


def figures(pairs: list[tuple[Annotated, Annotated]]) -> Iterator[Figure]:
    """Every figure, in the order of the table."""
    ours, theirs = ([m[2] for pair in pairs for m in pair[side].mentions] for side in (0, 1))
    exact = [m[2] for gold, pred in pairs for m in set(gold.mentions) & set(pred.mentions)]
    relaxed = [gold.mentions[i][2] for gold, pred in pairs for i in match_mentions(gold, pred)]
    yield from _by_label("mentions, exact", ours, theirs, exact)
    yield from _by_label("mentions, relaxed", ours, theirs, relaxed)
    links = [link for pair in pairs for link in match_links(*pair)]
    yield from _by_label(
        "links",
        [link.gold["type"] for link in links if link.gold],
        [link.pred["type"] for link in links if link.pred],
        [link.gold["type"] for link in links if link.gold and link.pred],
    )
    yield from _b_cubed(pairs)
    yield _nationality(pairs)
    for name in FIELDS:
        marks = [link.fields[name] for link in links if name in link.fields]
        share = _ratio(sum(marks), len(marks))
        yield Figure(name, None, share, None, None, len(marks), len(marks), sum(marks))


def _ratio(part: float, whole: float) -> float | None:
    return round(part / whole, 4) if whole else None


def _figure(name: str, label: str | None, gold: int, pred: int, right: int) -> Figure:
    return Figure(
        name, label, _ratio(right, pred), _ratio(right, gold), _ratio(2 * right, gold + pred), gold, pred, right
    )


def _by_label(name: str, gold: list[str], pred: list[str], right: list[str]) -> Iterator[Figure]:
    yield _figure(name, None, len(gold), len(pred), len(right))
    counts = Counter(gold), Counter(pred), Counter(right)
    for label in sorted(counts[0] | counts[1]):
        yield _figure(name, label, *(count[label] for count in counts))


def _nationality(pairs: list[tuple[Annotated, Annotated]]) -> Figure:
    codes = [(ours, theirs) for pair in pairs for _, ours, theirs in match_nationality(*pair)]
    return _figure(
        "nationality",
        None,
        sum(len(ours) for ours, _ in codes),
        sum(len(theirs) for _, theirs in codes),
        sum(len(ours & theirs) for ours, theirs in codes),
    )


def _clusters(documents: Iterable[Annotated]) -> Clusters:
    """Each mention's set of the mentions of its entity; the first entity keeps a span."""
    owner: dict[tuple[str, tuple[int, int]], tuple[str, str]] = {}
    for document in documents:
        for entity, spans in document.spans.items():
            for span in spans:
                owner.setdefault((document.id, span), (document.id, entity))
    members: dict[tuple[str, str], set[tuple[str, tuple[int, int]]]] = {}
    for mention, whose in owner.items():
        members.setdefault(whose, set()).add(mention)
    return {mention: members[whose] for mention, whose in owner.items()}


def _b_cubed(pairs: list[tuple[Annotated, Annotated]]) -> Iterator[Figure]:
    """B³ over the spans that both sides have, and over all spans, where a span of one side alone scores 0."""
    gold, pred = (_clusters(pair[side] for pair in pairs) for side in (0, 1))
    shared, every = gold.keys() & pred.keys(), gold.keys() | pred.keys()
    for name, keep, over in (
        ("entities B³, shared", shared, (shared, shared)),
        ("entities B³, all", every, (pred.keys(), gold.keys())),
    ):
        p = _mean([len(gold[m] & pred[m]) / len(pred[m] & keep) for m in shared], len(over[0]))
        r = _mean([len(gold[m] & pred[m]) / len(gold[m] & keep) for m in shared], len(over[1]))
        f1 = None if p is None and r is None else 2 * p * r / (p + r) if p and r else 0.0
        p, r, f1 = (None if x is None else round(x, 4) for x in (p, r, f1))
        yield Figure(name, None, p, r, f1, len(over[1]), len(over[0]), len(shared))


def _mean(values: list[float], size: int) -> float | None:
    return sum(values) / size if size else None


def errors(gold: Annotated, pred: Annotated) -> Iterator[str]:
    """A line for each mention or link that one side lacks, each wrong qualifier and each wrong nationality."""

    def quote(span: Sequence[Any]) -> str:
        return repr(gold.text[span[0] : span[1]]) if gold.text else f"{span[0]}-{span[1]}"

    for sign, mine, other in (("MISS", gold, pred), ("EXTRA", pred, gold)):
        for mention in sorted(set(mine.mentions) - set(other.mentions)):
            near = ", ".join(f"{o[2]} {quote(o)}" for o in other.mentions if overlap(mention, o))
            yield f"{gold.id} {sign:5} {mention[2]} {quote(mention)} at {mention[0]}" + (
                f", not {near}" if near else ""
            )
    for pair in match_links(gold, pred):
        yield from (f"{gold.id} {line}" for line in _link_errors(pair, gold, pred, quote))
    for ours, codes, theirs in match_nationality(gold, pred):
        if codes != theirs:
            name = quote(min(gold.spans[ours]))
            yield f"{gold.id} FIELD {name}: nationality {sorted(theirs)}, gold {sorted(codes)}"


def _link_errors(pair: LinkPair, gold: Annotated, pred: Annotated, quote: Any) -> Iterator[str]:
    def line(document: Annotated, link: dict[str, Any]) -> str:
        source, target = (quote(min(document.spans[link[end]])) for end in ("source", "target"))
        return f"{source} {link['type']}({link.get('role') or ''}) {target}"

    if pair.gold and pair.pred:
        wrong = [
            f"{name} {pair.pred.get(name)}, gold {pair.gold.get(name)}"
            for name, right in pair.fields.items()
            if not right
        ]
        if wrong:
            yield f"FIELD {line(gold, pair.gold)}: {'; '.join(wrong)}"
    elif pair.gold:
        yield f"MISS  {line(gold, pair.gold)}"
    elif pair.pred:
        yield f"EXTRA {line(pred, pair.pred)}"
