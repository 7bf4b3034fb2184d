"""A gathered part of the store without the names of survivors: "Person 1" stands wherever one was named.

What is masked: every mention that the extractor found (by its place in the text), every full name anywhere (in any
case, with or without marks), and in documents about a survivor also single parts of the name. Addresses that hold a
part of the name are withheld. A survivor whom the extractor did not recognise as one cannot be masked: read a page
before sharing it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from graph.model import Claim, Document, DocumentEntity, Entity, Evidence, Subgraph
from graph.ontology import ACCOUNTS
from graph.store import Store
from viz.gather import Gathered
from viz.survivors import to_protect

SHORTEST_PART = 3
"""A single part of a name (surname alone) is masked from so many letters on."""
UNSPACED = ("CJK", "THAI", "KHMER", "MYANMAR", "LAO", "HIRAGANA", "KATAKANA")
"""Scripts that do not part words, so that a name is looked for as it stands."""
KEPT_PROPERTIES = ("part", "count", "nationality")

Span = tuple[int, int]


def redacted(store: Store, found: Gathered) -> Gathered:
    """The same entities and links; survivors, their family and accounts bear numbers instead of names."""
    mask = _Mask.of(store, found)
    subgraph = found.subgraph
    return replace(
        found,
        subgraph=Subgraph(
            tuple(mask.entity(entity) for entity in subgraph.entities),
            tuple(replace(link, claims=tuple(map(mask.claim, link.claims))) for link in subgraph.links),
            tuple(mask.document(document) for document in subgraph.documents),
            {i: tuple(map(mask.claim, mask.properties(i, claims))) for i, claims in subgraph.properties.items()},
        ),
    )


@dataclass(slots=True)
class _Mask:
    """What to hide, where, and what to write instead."""

    labels: dict[str, str]
    spans: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)
    shown: dict[str, list[Span]] = field(default_factory=dict)
    names: dict[tuple[str, ...], str] = field(default_factory=dict)
    runs: dict[str, str] = field(default_factory=dict)
    parts: dict[str, dict[str, str]] = field(default_factory=dict)

    @staticmethod
    def of(store: Store, found: Gathered) -> _Mask:
        hidden = to_protect(store)
        here = [entity for entity in found.subgraph.entities if entity.id in hidden]
        elsewhere = [entity for _, entity in sorted(store.entities(hidden - {e.id for e in here}).items())]
        mask = _Mask(_labels([*here, *elsewhere]))
        for entity in (*here, *elsewhere):
            mask._learn(entity, store.members(entity.id))
        for i, members in found.members.items():
            if i not in hidden:
                for mention, document in ((m, member.document) for member in members for m in member.mentions):
                    mask.shown.setdefault(document, []).append((mention.start, mention.end))
        return mask

    def _learn(self, entity: Entity, members: Iterable[DocumentEntity]) -> None:
        label = self.labels[entity.id]
        for member in members:
            for mention in member.mentions:
                self.spans.setdefault(member.document, []).append((mention.start, mention.end, label))
            surfaces = {member.name, *(mention.surface for mention in member.mentions)}
            if entity.schema != "Group":
                self._learn_parts(member.document, surfaces, label)
        if entity.schema != "Group":
            for name in {entity.name, *entity.aliases, *(m.surface for member in members for m in member.mentions)}:
                self._learn_name(name, label, entity.schema in ACCOUNTS)

    def _learn_name(self, name: str, label: str, account: bool) -> None:
        words = tuple(word for _, _, word in _words(name))
        if not name.isascii() and any(_unspaced(c) for c in name):
            self.runs.setdefault(unicodedata.normalize("NFC", name), label)
        if len(words) > 1 or (account and words):
            self.names.setdefault(words, label)

    def _learn_parts(self, document: str, surfaces: set[str], label: str) -> None:
        known = self.parts.setdefault(document, {})
        for surface in surfaces:
            for start, _, word in _words(surface):
                if len(word) >= SHORTEST_PART and not surface[start].islower():
                    known.setdefault(word, label)

    # ---- applying it

    def entity(self, entity: Entity) -> Entity:
        label = self.labels.get(entity.id)
        if label is not None:
            return replace(entity, name=label, aliases=())
        return replace(entity, name=self.text(entity.name), aliases=tuple(map(self.text, entity.aliases)))

    def properties(self, entity: str, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
        return tuple(c for c in claims if c.type in KEPT_PROPERTIES) if entity in self.labels else claims

    def claim(self, claim: Claim) -> Claim:
        return replace(
            claim,
            evidence=tuple(map(self.evidence, claim.evidence)),
            value=self.maybe(claim.value, claim.document),
            attributed_to=self.maybe(claim.attributed_to, claim.document),
        )

    def evidence(self, evidence: Evidence) -> Evidence:
        inside = [
            (start - evidence.start, end - evidence.start, label)
            for start, end, label in self.spans.get(evidence.document, ())
            if start < evidence.end and end > evidence.start
        ]
        shown = [(a - evidence.start, b - evidence.start) for a, b in self.shown.get(evidence.document, ())]
        return replace(evidence, quote=self.text(evidence.quote, evidence.document, inside, shown))

    def document(self, document: Document) -> Document:
        parts = {*self.parts.get(document.id, {}), *("".join(words) for words in self.names)}
        kept = tuple(a for a in document.addresses if not _holds(_letters(a), parts))
        return replace(
            document,
            title=self.maybe(document.title, document.id),
            publisher=self.maybe(document.publisher, document.id),
            addresses=kept,
            given_id=None,
        )

    def maybe(self, text: str | None, document: str) -> str | None:
        return None if text is None else self.text(text, document)

    def text(
        self,
        text: str,
        document: str | None = None,
        spans: Iterable[tuple[int, int, str]] = (),
        shown: Iterable[Span] = (),
    ) -> str:
        """The text with `spans` and every known name replaced; parts of names only outside other people's names."""
        hidden = list(spans)
        words = _words(text)
        hidden += self._full_names(words)
        for run, label in self.runs.items():
            hidden += [(m.start(), m.end(), label) for m in re.finditer(re.escape(run), text)]
        parts = self.parts.get(document or "", {})
        others = list(shown)
        for start, end, word in words:
            if word in parts and not text[start].islower() and not any(a <= start and end <= b for a, b in others):
                hidden.append((start, end, parts[word]))
        return _replaced(text, hidden)

    def _full_names(self, words: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
        longest = max(map(len, self.names), default=0)
        found = []
        for first in range(len(words)):
            for count in range(1, min(longest, len(words) - first) + 1):
                label = self.names.get(tuple(word for _, _, word in words[first : first + count]))
                if label is not None:
                    found.append((words[first][0], words[first + count - 1][1], label))
        return found


def _labels(entities: Iterable[Entity]) -> dict[str, str]:
    counts: dict[str, int] = {}
    labels = {}
    for entity in entities:
        counts[entity.schema] = counts.get(entity.schema, 0) + 1
        labels[entity.id] = f"{entity.schema} {counts[entity.schema]}"
    return labels


def _replaced(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    """The text with each span (overlapping ones as one) replaced by its label in brackets."""
    out, last = [], 0
    for start, end, label in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end <= last:
            continue
        if start >= last:
            out += [text[last : max(0, start)], f"[{label}]"]
        last = end
    return "".join(out) + text[last:]


def _words(text: str) -> list[tuple[int, int, str]]:
    """Start, end and folded form of each word."""
    return [(m.start(), m.end(), _folded(m.group())) for m in re.finditer(r"[^\W_]+", text)]


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word).casefold().replace("đ", "d")
    return "".join(c for c in plain if not "\u0300" <= c <= "\u036f")


def _letters(address: str) -> str:
    from urllib.parse import unquote

    return "".join(word for _, _, word in _words(unquote(address)))


def _holds(letters: str, parts: Iterable[str]) -> bool:
    return any(part and part in letters for part in parts)


def _unspaced(character: str) -> bool:
    return unicodedata.name(character, "").split(" ")[0] in UNSPACED
