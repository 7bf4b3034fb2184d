"""Where sentences begin and end, in news, records and scraped pages, in the scripts of the region.

Abbreviations of two kinds: after a title ("Gen.") a sentence never ends; after "Ltd." or "U.S." it does where the
next word is one that begins sentences. A line break ends a sentence unless the line was wrapped.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from ingest.wordlist import word_set

if TYPE_CHECKING:
    import numpy as np
    from spacy.tokens import Doc

    Array = np.ndarray[Any, Any]

Spans = list[tuple[int, int]]

LONGEST = 1500  # characters; what is longer is cut at a space: evidence must stay readable

_TITLES = word_set(
    "mr mrs ms mme dr prof gen lt col maj capt sgt cpl brig adm cmdr cdr supt insp pol sen rep gov hon rev fr "
    "messrs datuk lieut det asst atty sqn al-haj e.g i.e a.k.a f.k.a n.k.a d.o.b cf vs v"
)
_BEFORE_NUMBERS = word_set(
    "no nos art sec para paras vol pp fig approx ca jan feb mar apr jun jul aug sep sept oct nov dec"
)
_MAYBE_LAST = word_set(
    "co ltd inc corp plc bhd sdn pte pvt llc l.l.c s.a jr sr st sta sto mt ft dept est etc al u.s u.k u.n u.a.e "
    "e.u d.c p.r.c a.m p.m b.v n.v bros mfg intl ph.d"
)
_STARTERS = word_set(
    "the a an it its he she they his her their we our i you this that these those there here in on at by for "
    "from with after before when while since until as if although though but and or so yet however meanwhile "
    "both one two some many most several all no not according among under during police officials authorities"
)
_STOP = re.compile(
    r"(?<![.!?…])[.!?…]++[\"'”’»)\]]{0,3}(?P<gap>[ \t\u00a0\u3000]++)(?=[\"'“‘«(\[]{0,2}[^\Wa-z_])"
    r"|[。！？｡]++[\"'”’」』）]{0,3}"
    r"|[။៕។।]++[\"'”’»]{0,2}"
    r"|(?<=[a-z]{3})[.!?][\"”’]?(?=[A-Z][a-z]+ )"
)
_LINE = re.compile(r"\n\s*")
_BULLET = re.compile(r"[-–—*•·▪●○►▶✓✔☑➤]|\(?\w{1,3}[.)]\s")
_WORD_BEFORE = re.compile(r"[^\s\"'“”‘’(\[]+\Z")
_WORD_AFTER = re.compile(r"[\"'“‘«(\[]*(\w+)")
_THAI_GAP = re.compile(r"(?<=[\u0e00-\u0e7f]) +(?=[\u0e00-\u0e7f])")


def sentences(doc: Doc) -> Doc:
    """Doc → Doc: sentence starts from the text's punctuation and lines.

    Spans in characters stand in `user_data["sentences"]`, the words that begin them in `user_data["sentence_words"]`.
    """
    import numpy as np
    from spacy.attrs import SENT_START

    spans = sentence_spans(doc.user_data["text"])
    first = first_words(doc.user_data["words"].spans, spans)
    token = doc.user_data["token"]
    starts = np.full(len(doc), -1, dtype="int64")
    starts[[token[n] for n in first]] = 1
    doc.user_data["sentences"], doc.user_data["sentence_words"] = spans, first
    return doc.from_array([SENT_START], starts.reshape(-1, 1).astype("uint64"))  # type: ignore[arg-type]


def first_words(words: Spans, sentences: Spans) -> list[int]:
    """The words that begin a sentence, by number."""
    begin = [bisect_right(words, start, key=lambda s: s[1]) for start, _ in sentences]
    return sorted({0, *begin} - {len(words)})


def sentence_numbers(words: int, first: list[int]) -> Array:
    """The number of each word's sentence."""
    import numpy as np

    numbers: Array = np.searchsorted(first, np.arange(words), side="right") - 1
    return numbers


def around(sentences: Spans, start: int, end: int) -> tuple[int, int]:
    """Where the first sentence of a stretch of text begins and its last one ends."""
    first = max(0, bisect_right(sentences, start, key=lambda s: s[0]) - 1)
    last = max(first, bisect_right(sentences, end - 1, key=lambda s: s[0]) - 1)
    return sentences[first][0], sentences[last][1]


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Spans of the text's sentences, in order, without the blanks around them."""
    width = _wrapped_at(text)
    spans: list[tuple[int, int]] = []
    start = 0
    for line_end, next_line in _lines(text):
        if next_line < len(text) and _is_wrap(text, start, line_end, next_line, width):
            continue
        _cut(text, start, line_end, spans)
        start = next_line
    return spans


def _lines(text: str) -> list[tuple[int, int]]:
    """Where each line ends, and where the next one with text begins."""
    found = [(m.start(), m.end()) for m in _LINE.finditer(text)]
    return [*found, (len(text), len(text))]


def _wrapped_at(text: str) -> int:
    """The width at which a text's lines were wrapped, or 0: most long lines end just below one width."""
    lengths = sorted(len(line.rstrip()) for line in text.split("\n") if len(line) > 40)
    if len(lengths) < 4:
        return 0
    widest = lengths[int(len(lengths) * 0.95)]
    near = sum(length > widest * 0.8 for length in lengths)
    return widest if widest <= 120 and near >= 0.6 * len(lengths) else 0


def _is_wrap(text: str, start: int, end: int, following: int, width: int) -> bool:
    """Whether a line break stands inside a sentence."""
    if text.count("\n", end, following) > 1 or end <= start or _BULLET.match(text, following):
        return False
    line = text.rfind("\n", 0, end) + 1
    last, first = text[end - 1], text[following]
    if last in ".!?:;。！？။។|":
        return False
    if first.islower() and (end - line > 40 or last in ",-–"):
        return True
    word = _WORD_AFTER.match(text, following)
    room = len(word[0]) if word else 1
    return bool(width) and end - line >= 40 and end - line + 1 + room > width * 0.9


def _cut(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    """Add the sentences of one stretch of lines."""
    at = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() <= at or not _ends(text, at, stop):
            continue
        _add(text, at, stop.end(), spans)
        at = stop.end()
    _add(text, at, end, spans)


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a full stop with a space and a capital after it ends a sentence."""
    if stop["gap"] is None or text[stop.start()] != "." or text[stop.start() + 1] == ".":
        return True
    before = _WORD_BEFORE.search(text, max(start, stop.start() - 30), stop.start())
    if before is None:
        return True
    word = before[0].lower()
    after = _WORD_AFTER.match(text, stop.end())
    following = after[1] if after else ""
    if before.start() == start and re.fullmatch(r"\(?(\d{1,3}|[a-z]|[ivx]{1,5})", word):
        return False  # the number of a paragraph
    if word in _TITLES:
        return False
    if word in _BEFORE_NUMBERS:
        return not following[:1].isdigit()
    if word in _MAYBE_LAST or (len(before[0]) == 1 and before[0].isupper()):
        return following.lower() in _STARTERS
    return True


def _add(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    """Add one sentence, or its parts if it is too long to be read."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = _gap_before(text, start, start + LONGEST)
        spans.append((start, cut))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        spans.append((start, end))


def _gap_before(text: str, start: int, limit: int) -> int:
    """A place to cut: a space between Thai clauses, any space, or where it must be."""
    gaps = [m.start() for m in _THAI_GAP.finditer(text, start + LONGEST // 2, limit)]
    space = gaps[-1] if gaps else text.rfind(" ", start + LONGEST // 2, limit)
    return space if space > start else limit
