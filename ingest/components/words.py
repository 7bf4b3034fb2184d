"""The encoder's words as spaCy tokens: where each stands, its subwords, and how it looks.

A word's edge is always a token's edge, so a name that the encoder found is a span of tokens. What lies between
words (line breaks, double spaces, control characters) is kept in tokens of its own: the Doc's text is the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab
    from tokenizers import Tokenizer

HAN = "\u2e80-\u2fff\u3021-\u9fff\uf900-\ufaff\U00020000-\U000323af"
ABUGIDA = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\uaa60-\uaa7f"  # Thai, Lao, Burmese, Khmer
UNSPACED = re.compile(f"[{HAN}{ABUGIDA}]")  # scripts without spaces: there every piece is a word

_IDEOGRAPH = re.compile("[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0010ffff]")
_PIECES, _PIECES_OF_CODES = 12, 4  # of a word, and of one with digits; hashes have more, and say nothing by them
CODES = frozenset({7, 8})  # shapes of words with digits and letters
_LINE, _SPACE, _GLUED = 3, 1, 2
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "�")


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words, each list as long as the others. `gaps` tells what stands before: 3 a line break, 1 a blank."""

    spans: list[tuple[int, int]]
    pieces: list[list[int]]
    shapes: list[int]
    gaps: list[int]


class WordTokenizer:
    """Text → Doc, with `user_data["text"]`, its Words in `["words"]` and the token of each in `["token"]`.

    Lone surrogates become U+FFFD, one for one.
    """

    def __init__(self, vocab: Vocab, tokenizer: Tokenizer) -> None:
        self.vocab = vocab
        self._tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        from spacy.tokens import Doc

        text = text.translate(_SURROGATES)
        words = read_words(text, self._tokenizer)
        tokens, spaces, token = _tokens(text, words.spans)
        doc = Doc(self.vocab, words=tokens, spaces=spaces)
        doc.user_data["text"] = text  # doc.text is put together anew each time
        doc.user_data["words"], doc.user_data["token"] = words, token
        return doc


def read_words(text: str, tokenizer: Tokenizer) -> Words:
    """The words of a text without lone surrogates."""
    spans, pieces = _spans(text, tokenizer)
    shapes, gaps = _looks(text, spans)
    pieces = [some[:_PIECES_OF_CODES] if look in CODES else some for some, look in zip(pieces, shapes, strict=True)]
    return Words(spans, pieces, shapes, gaps)


def _spans(text: str, tokenizer: Tokenizer) -> tuple[list[tuple[int, int]], list[list[int]]]:
    """Spans and pieces of the words."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    unspaced = bytearray(len(text))
    for match in UNSPACED.finditer(text):
        unspaced[match.start()] = 1
    spans: list[tuple[int, int]] = []
    pieces: list[list[int]] = []
    last: int | None = -1
    for piece, word, (start, end) in zip(encoding.ids, encoding.word_ids, encoding.offsets, strict=True):
        while start < end and (text[start].isspace() or text[start] == "\u200b"):
            start += 1
        if start >= end:
            continue
        same = bool(spans) and (
            start < spans[-1][1]  # several pieces of one character
            or (word == last and not (unspaced[start] or unspaced[end - 1]))
        )
        if same:
            spans[-1] = spans[-1][0], max(end, spans[-1][1])
            if len(pieces[-1]) < _PIECES:
                pieces[-1].append(piece)
        else:
            spans.append((start, end))
            pieces.append([piece])
        last = word
    return spans, pieces


def _looks(text: str, spans: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    shapes, gaps, previous = [], [], 0
    for n, (start, end) in enumerate(spans):
        shapes.append(_shape(text[start:end]))
        between = text[previous:start]
        gaps.append(_LINE if n == 0 or "\n" in between else _SPACE if between else _GLUED)
        previous = end
    return shapes, gaps


def _tokens(text: str, spans: list[tuple[int, int]]) -> tuple[list[str], list[bool], list[int]]:
    """spaCy's words and trailing spaces such that they spell the text, and the token of each word."""
    tokens: list[str] = []
    spaces: list[bool] = []
    token: list[int] = []
    at = 0
    for start, end in [*spans, (len(text), len(text))]:
        gap = text[at:start]
        if gap and tokens and gap[0] == " ":
            spaces[-1] = True
            gap = gap[1:]
        if gap:
            tokens.append(gap)
            spaces.append(False)
        if start < end:
            token.append(len(tokens))
            tokens.append(text[start:end])
            spaces.append(False)
        at = end
    return tokens, spaces, token


def _shape(word: str) -> int:
    """One of the 13 looks that the encoder was trained with (0 is its own markers')."""
    first = word[0]
    if word.isdigit():
        return 6
    if _IDEOGRAPH.match(first):
        return 11
    if not any(c.isalnum() for c in word):
        return 9 if word == "." else 10
    if any(c.isdigit() for c in word):
        return 8 if any(c.isupper() for c in word) else 7
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 4
    if word.istitle() or (first.isupper() and word[1:].islower()):
        return 2
    return 5 if any(c.isupper() for c in word) else 12
