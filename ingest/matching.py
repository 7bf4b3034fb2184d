"""Predicted mentions, entities and links matched one to one with those of gold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from graph.errors import GoldError
from graph.ontology import INVERSE_ROLES, LINK_TYPES, SCHEMATA

Left = TypeVar("Left")
Right = TypeVar("Right")
Link = dict[str, Any]
Span = tuple[int, int]
Labelled = tuple[int, int, str]

FIELDS = ("role", "status", "ended", "date")


@dataclass(frozen=True, slots=True)
class Annotated:
    """One document of a gold or prediction file, as far as it is scored. `glued`: several articles in one text."""

    id: str
    text: str | None = None
    spans: dict[str, set[Span]] = field(default_factory=dict)
    mentions: list[Labelled] = field(default_factory=list)
    nationality: dict[str, set[str]] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    implied: frozenset[tuple[str, str]] = frozenset()
    glued: bool = False


def annotated(record: dict[str, Any]) -> Annotated:
    """A document from its gold-format object.

    Raises:
        GoldError: a field is missing, a schema is unknown, or a link ends at no entity.
    """
    name = record.get("id", "?")
    try:
        entities = record.get("entities", [])
        spans = {e["id"]: {(start, end) for start, end in e["mentions"]} for e in entities}
        mentions = sorted({(*span, e["schema"]) for e in entities for span in spans[e["id"]]})
        people = [e for e in entities if e["schema"] in ("Person", "Group")]
        links = record.get("links", [])
        for link in links:
            if link["source"] not in spans or link["target"] not in spans:
                raise GoldError(f"document {name}: a link ends at no entity of it: {link['source']} → {link['target']}")
    except (KeyError, TypeError, ValueError) as error:
        raise GoldError(f"document {name}: not in the gold format (missing or wrong: {error})") from error
    unknown = {schema for _, _, schema in mentions} - set(SCHEMATA)
    if unknown:
        raise GoldError(f"document {name}: no such schema: {', '.join(sorted(unknown))}")
    return Annotated(
        id=record["id"],
        text=record.get("text"),
        spans=spans,
        mentions=mentions,
        nationality={e["id"]: set(e.get("nationality", ())) for e in people},
        links=_each_once(links),
        implied=_implied(links),
        glued=bool(record.get("articles")),
    )


def _symmetric(link: Link) -> bool:
    kind = LINK_TYPES.get(link["type"])
    return kind is not None and kind.symmetric


def _each_once(links: list[Link]) -> list[Link]:
    kept: dict[object, Link] = {}
    for link in links:
        source, target, role = link["source"], link["target"], link.get("role")
        if _symmetric(link) and source > target:
            source, target, role = target, source, INVERSE_ROLES.get(role or "", role)
        kept.setdefault((link["type"], source, target, role), link)
    return list(kept.values())


def _implied(links: list[Link]) -> frozenset[tuple[str, str]]:
    """(inner, outer) of what follows from the LOCATED_IN links by transitivity and is not among them."""
    placed = [link for link in links if link["type"] == "LOCATED_IN"]
    outer: dict[str, set[str]] = {}
    for link in placed:
        if link.get("role") != "near" and link.get("status") != "denied":
            outer.setdefault(link["source"], set()).add(link["target"])
    inside = set()
    for start in outer:
        reached, waiting = set(), list(outer[start])
        while waiting:
            place = waiting.pop()
            if place not in reached:
                reached.add(place)
                waiting += outer.get(place, ())
        inside |= {(start, place) for place in reached}
    return frozenset(inside - {(link["source"], link["target"]) for link in placed})


def overlap(one: Sequence[Any], other: Sequence[Any]) -> int:
    """How many characters two spans share."""
    shared: int = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared)


def match(gold: Sequence[Left], pred: Sequence[Right], weight: Callable[[Left, Right], float]) -> dict[int, int]:
    """The largest one-to-one matching {gold index: predicted index}; heavier pairs are tried first."""
    weights = [[weight(g, p) for p in pred] for g in gold]
    options = [[j for _, j in sorted((-w, j) for j, w in enumerate(row) if w)] for row in weights]
    taken: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j in options[i]:
            if j not in taken:
                taken[j] = i
                return True
        for j in options[i]:
            if j not in seen:
                seen.add(j)
                if place(taken[j], seen):
                    taken[j] = i
                    return True
        return False

    for i in sorted(range(len(gold)), key=lambda i: -max(weights[i], default=0)):
        place(i, set())
    return {i: j for j, i in taken.items()}


def match_mentions(gold: Annotated, pred: Annotated) -> dict[int, int]:
    """Mentions of one schema that overlap, by the share of characters they have in common."""

    def weight(g: Labelled, p: Labelled) -> float:
        shared = overlap(g, p) if g[2] == p[2] else 0
        return shared / (g[1] - g[0] + p[1] - p[0] - shared) if shared else 0

    return match(gold.mentions, pred.mentions, weight)


def stand_ins(gold: Annotated, pred: Annotated) -> dict[str, str]:
    """The gold entity for which each predicted entity stands: the one it shares most mentions with."""
    found = {}
    for theirs, spans in pred.spans.items():
        best: tuple[int, int] = (0, 0)
        for ours, others in gold.spans.items():
            mentions = sum(any(overlap(a, b) for b in others) for a in spans)
            shared = mentions, sum(overlap(a, b) for a in spans for b in others)
            if shared > best:
                best, found[theirs] = shared, ours
    return found


@dataclass(frozen=True, slots=True)
class LinkPair:
    """A gold link, the predicted one that is right, or only one of the two; `fields` are those that count."""

    gold: Link | None
    pred: Link | None
    fields: dict[str, bool] = field(default_factory=dict)


def match_links(gold: Annotated, pred: Annotated) -> Iterator[LinkPair]:
    """Every gold and every predicted link once; a LOCATED_IN that follows by transitivity is left out."""
    stands = stand_ins(gold, pred)

    def weight(g: Link, p: Link) -> float:
        fields = _compare(g, p, stands)
        return 0 if fields is None else 1 + sum(fields.values())

    pairs = match(gold.links, pred.links, weight)
    for i, j in pairs.items():
        yield LinkPair(gold.links[i], pred.links[j], _compare(gold.links[i], pred.links[j], stands) or {})
    for i, link in enumerate(gold.links):
        if i not in pairs:
            yield LinkPair(link, None)
    used = set(pairs.values())
    for j, link in enumerate(pred.links):
        ends = stands.get(link["source"], ""), stands.get(link["target"], "")
        if j not in used and not (link["type"] == "LOCATED_IN" and ends in gold.implied):
            yield LinkPair(None, link)


def _compare(gold: Link, pred: Link, stands: dict[str, str]) -> dict[str, bool] | None:
    """Which fields agree, or None where it is another link."""
    ends, role = (stands.get(pred["source"]), stands.get(pred["target"])), pred.get("role")
    if _symmetric(gold) and ends == (gold["target"], gold["source"]):
        ends, role = (ends[1], ends[0]), INVERSE_ROLES.get(role or "", role)
    if gold["type"] != pred["type"] or ends != (gold["source"], gold["target"]):
        return None
    fields = {"status": gold.get("status") == pred.get("status")}
    if gold.get("role"):
        fields["role"] = gold.get("role") == role
    if gold.get("ended") or pred.get("ended"):
        fields["ended"] = bool(gold.get("ended")) == bool(pred.get("ended"))
    if gold.get("date") or pred.get("date"):
        fields["date"] = gold.get("date") == pred.get("date")
    return fields


def match_nationality(gold: Annotated, pred: Annotated) -> list[tuple[str, set[str], set[str]]]:
    """(gold person or group, its codes, the predicted codes) of those for whom a predicted one stands."""
    found: dict[str, set[str]] = {}
    for theirs, ours in stand_ins(gold, pred).items():
        if theirs in pred.nationality and ours in gold.nationality:
            found.setdefault(ours, set()).update(pred.nationality[theirs])
    return [(ours, gold.nationality[ours], codes) for ours, codes in found.items()]
