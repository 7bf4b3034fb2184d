"""Names cut to the ontology's edges: titles, articles, quotes and brackets outside, a firm's "Ltd." whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.components.known import is_known
from ingest.wordlist import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_TITLES = word_set(
    "mr mrs ms miss mdm madam mister sir dr prof professor gen general lt lieutenant col colonel maj major capt "
    "captain sgt sergeant cpl corporal brig brigadier adm admiral cmdr commander supt superintendent insp "
    "inspector pol police sen senator rep gov governor hon honourable honorable rev datuk dato datin seri tan "
    "sri puan encik cik tuan tun tengku yb oknha ato phra u khun nai nang president minister secretary "
    "ambassador mayor judge justice chairman director hr warga pak bu ibu bapak kapten inspektor"
)
_TITLE_PAIRS = frozenset({"tan sri", "datuk seri", "dato seri", "datuk wira", "police general"})
_AMBIGUOUS_TITLES = frozenset({"tan", "u", "nai", "nang", "seri", "sri", "tun", "general", "judge", "major", "justice"})
_CLOSING = frozenset(")]}）】")
_WITH_STOP = word_set("co ltd inc corp bhd jr sr")


_TRAILING = word_set("a an and at by for from in of on or the to with")


def edges(doc: Doc) -> Doc:
    """Doc → Doc: `doc.ents` with corrected edges; what nothing is left of is gone."""
    from spacy.tokens import Span

    spans = []
    for ent in _merged(doc):
        start, end = _trimmed(doc, ent.start, ent.end, ent.label_)
        place, body = _owner_and_owned(doc, start, end, ent.label_)
        if place < body:
            spans.append(Span(doc, start, place, label="Location"))
            start = body
        if start < end:
            spans.append(Span(doc, start, end, label=ent.label_))
    doc.ents = spans
    return doc


def _owner_and_owned(doc: Doc, start: int, end: int, label: str) -> tuple[int, int]:
    """Where the place ends and the body begins in "Thailand's Cyber Crime Bureau", two names; equal if it is one."""
    if label == "PublicBody":
        for n in range(start + 1, end - 3):
            if doc[n].text in "'’" and doc[n + 1].text == "s" and is_known(doc[start:n].text, "Location"):
                if doc[n + 2].text[0].isupper() and doc[n + 3].text[0].isupper():
                    return n, n + 2
                break
    return start, start


def _merged(doc: Doc) -> list[Span]:
    """Persons and companies that the recogniser broke at a space are one name again."""
    from spacy.tokens import Span

    merged: list[Span] = []
    for ent in doc.ents:
        last = merged[-1] if merged else None
        if (
            last is not None
            and last.label == ent.label
            and last.end == ent.start
            and not doc[ent.start].is_sent_start
            and ent.label_ in ("Person", "Company")
            and doc[ent.start - 1].whitespace_
            and doc[ent.start].text[:1].isupper()
        ):
            merged[-1] = Span(doc, last.start, ent.end, label=ent.label_)
        else:
            merged.append(ent)
    return merged


def _trimmed(doc: Doc, start: int, end: int, label: str) -> tuple[int, int]:
    start, end = _inside_brackets(doc, start, end)
    while start < end and _is_loose(doc[start].text):
        start += 1
    while end > start and not _keeps_stop(doc, start, end):
        last = doc[end - 1].text
        if not _is_loose(last) and (label == "Group" or last not in _TRAILING):
            break
        end -= 1
    if label == "Person":
        start = _after_titles(doc, start, end)
    if label != "Group" and start + 1 < end and doc[start].text in ("the", "The", "THE"):
        start += 1
    if (
        start < end < len(doc)
        and doc[end].text == "."
        and not doc[end - 1].whitespace_
        and _takes_stop(doc, start, end)
    ):
        end += 1
    return start, end


def _is_loose(word: str) -> bool:
    """Whether a word at a name's edge is none of it: blanks, quotes, opening brackets, symbols, a possessive."""
    return word == "'s" or (word not in _CLOSING and not any(c.isalnum() for c in word))


def _keeps_stop(doc: Doc, start: int, end: int) -> bool:
    return doc[end - 1].text == "." and end - 1 > start and _takes_stop(doc, start, end - 1)


def _takes_stop(doc: Doc, start: int, end: int) -> bool:
    """Whether a full stop after the word before `end` belongs to the name: "Ltd.", "Somchai P."."""
    word = doc[end - 1].text
    if word.lower() in _WITH_STOP:
        return end - start > 1
    return len(word) == 1 and word.isupper() and end - start > 1


def _inside_brackets(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Cut at a bracket whose partner stands outside the name."""
    depth = 0
    opened = None
    for n in range(start, end):
        text = doc[n].text
        if text in ("(", "["):
            depth += 1
            opened = n if depth == 1 else opened
        elif text in (")", "]"):
            if depth == 0:
                return (n + 1, end) if n - start < end - n - 1 else (start, n)
            depth -= 1
    if depth and opened is not None:
        return (start, opened) if opened > start else (start + 1, end)
    return start, end


def _after_titles(doc: Doc, start: int, end: int) -> int:
    """Past the titles, unless what is left is no name ("Dr M")."""
    at = start
    if start and f"{doc[start - 1].text} {doc[start].text}".lower() in _TITLE_PAIRS:
        at += 1
    while at < end:
        word = doc[at].text.lower()
        pair = f"{word} {doc[at + 1].text.lower()}" if at + 1 < end else ""
        if pair in _TITLE_PAIRS:
            at += 2
        elif (
            (word in _TITLES and (word not in _AMBIGUOUS_TITLES or at > start))
            or (at > start and word == ".")
            or (at > start and word in "'’")
        ):
            at += 1
        else:
            break
    left = doc[at:end].text
    return at if len(left) > 1 and left[:1].isupper() else start
