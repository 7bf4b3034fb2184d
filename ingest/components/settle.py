"""Names settled by the whole document: one name, one schema, found wherever it stands.

The recogniser reads window by window. Here every place where a name's words stand, tagged or not, gives its scores;
a short form is heard together with the full name it is short for; a name known in the field starts with an
advantage. Their sum decides for all of the name's places at once: which schema, or no name at all.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ingest.components.encoder import LABELS
from ingest.components.known import known_names

if TYPE_CHECKING:
    import numpy as np
    from spacy.tokens import Doc, Span

    Vector = np.ndarray[Any, Any]

Key = tuple[str, ...]

_OUTSIDE = len(LABELS)  # index of "no name" in a vector of evidence
_FLOOR = -4.0  # no single place may say more against a reading than this
_KNOWN = 2.5  # head start of a name known in the field, in log odds, at each place
_MARGIN = 1.0  # by how much, a place, a name must beat "no name"
_FULL = 0.5  # weight of the full name's evidence for its short form
_LONGEST_KEY = 24  # words; of a Chinese name characters
_SETTLED = frozenset(LABELS) - {"Group"}


@dataclass(slots=True)
class _Name:
    """A name's words as written, where they stand (first word), and what its places say together."""

    places: list[int] = field(default_factory=list)
    tagged: set[int] = field(default_factory=set)
    evidence: Any = None


def settle(doc: Doc) -> Doc:
    """Doc → Doc: `doc.ents` relabelled, completed and thinned by the document's own evidence."""
    text = doc.user_data["text"]
    words = [text[start:end] for start, end in doc.user_data["words"].spans]
    tagged = _tagged(doc)
    named = _collect(words, [span for span in tagged if span[2] in _SETTLED])
    if not named:
        return doc
    logs = _log_probabilities(doc.user_data["label_scores"])
    named = {key: name for key, name in named.items() if name.places}
    for key, name in named.items():
        name.evidence = sum(_reading(logs, place, len(key)) for place in name.places)
    labels = _decide(named)
    spans = [(start, end, label) for start, end, label in tagged if label not in _SETTLED]
    for key, name in named.items():
        label = labels[key]
        if label is not None:
            spans += [(place, place + len(key), label) for place in name.places]
    doc.ents = _without_overlaps(doc, spans, tagged)
    return doc


def _tagged(doc: Doc) -> list[tuple[int, int, str]]:
    """`doc.ents` as (first word, past the last, label)."""
    word_of = {token: n for n, token in enumerate(doc.user_data["token"])}
    return [(word_of[e.start], word_of[e.end - 1] + 1, e.label_) for e in doc.ents]


def _collect(words: list[str], spans: list[tuple[int, int, str]]) -> dict[Key, _Name]:
    """Every tagged name, and known one, with all places where its words stand."""
    named: dict[Key, _Name] = {}
    for start, end, label in spans:
        if end - start <= _LONGEST_KEY:
            key = tuple(words[start:end])
            named.setdefault(key, _Name()).tagged.add(start)
            for short in _short_forms(key, label):
                named.setdefault(short, _Name())
    first_words = defaultdict(set)
    for key in (*named, *known_names()):
        first_words[key[0]].add(len(key))
    for n, word in enumerate(words):
        for size in first_words.get(word, ()):
            key = tuple(words[n : n + size])
            if key in named or key in known_names():
                named.setdefault(key, _Name()).places.append(n)
    return named


def _short_forms(key: Key, label: str) -> list[Key]:
    """How a full name may be shortened: a person's to any one word, another's to its first words."""
    if len(key) < 2 or label in ("Location", "PublicBody"):
        return []
    parts = [(word,) for word in key] if label == "Person" else [key[:n] for n in range(1, len(key))]
    return [p for p in parts if len(p[0]) > 2 and p[0][0].isupper() and known_names().get(p) != "Location"]


def _log_probabilities(scores: Vector) -> Vector:
    import numpy as np

    shifted = scores - scores.max(1, keepdims=True)
    logs: Vector = shifted - np.log(np.exp(shifted).sum(1, keepdims=True))
    return logs


def _reading(logs: Vector, start: int, size: int) -> Vector:
    """What one place says: the mean log probability of each label over the words, and of no name."""
    import numpy as np

    begin, rest = logs[start], logs[start + 1 : start + size]
    labels = np.logaddexp(begin[1::2], begin[2::2]) + np.logaddexp(rest[:, 1::2], rest[:, 2::2]).sum(0)
    outside = begin[0] + rest[:, 0].sum()
    reading: Vector = np.maximum(np.append(labels, outside) / size, _FLOOR)
    return reading


def _decide(named: dict[Key, _Name]) -> dict[Key, str | None]:
    """Each name's schema, or None where the document says that it is no name."""
    own = {key: _best(key, name.evidence, len(name.places)) for key, name in named.items()}
    full = _full_names(own)
    labels = {}
    for key, name in named.items():
        evidence = name.evidence.copy()
        for longer in full.get(key, ()):
            evidence += _FULL * named[longer].evidence
        labels[key] = _best(key, evidence, len(name.places))
    return labels


def _best(key: Key, evidence: Vector, places: int) -> str | None:
    """The label that the evidence speaks for, or None if it speaks against a name."""
    named = evidence[:_OUTSIDE].copy()
    if key in known_names():
        named[LABELS.index(known_names()[key])] += _KNOWN * places
    named[LABELS.index("Group")] = -1e9
    best = int(named.argmax())
    return LABELS[best] if named[best] - evidence[_OUTSIDE] > _MARGIN * places else None


def _full_names(labels: dict[Key, str | None]) -> dict[Key, list[Key]]:
    """The longer names for which a short one may stand."""
    full: dict[Key, list[Key]] = defaultdict(list)
    for key, label in labels.items():
        for short in _short_forms(key, label) if label else ():
            if short in labels:
                full[short].append(key)
    return full


def _without_overlaps(doc: Doc, spans: list[tuple[int, int, str]], tagged: list[tuple[int, int, str]]) -> list[Span]:
    """Spans of tokens; where two overlap the longer one stands, then the tagged."""
    from spacy.tokens import Span

    was = {(start, end) for start, end, _ in tagged}
    token = doc.user_data["token"]
    taken = bytearray(len(token))
    kept = []
    for start, end, label in sorted(spans, key=lambda s: (s[0] - s[1], (s[0], s[1]) not in was, s[0])):
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            kept.append(Span(doc, token[start], token[end - 1] + 1, label=label))
    return kept
