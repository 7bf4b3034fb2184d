"""A text as the encoder sees it: words with spans, pieces, shapes and gaps, cut into windows of whole sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

START, PAD, STOP, UNKNOWN = 0, 1, 2, 3
LONGEST_WORD = 12
"""Pieces kept of one word; hashes and URLs have hundreds."""
SHAPES, GAPS = 13, 4
HAN = "\u2e80-\u2fff\u3021-\u9fff\uf900-\ufaff\U00020000-\U000323af"
ABUGIDA = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\uaa60-\uaa7f"
UNSPACED = re.compile(f"[{HAN}{ABUGIDA}]")
"""Scripts without spaces between words: there every piece counts as a word."""

_TITLES = [
    "Mr",
    "Mrs",
    "Ms",
    "Dr",
    "Gen",
    "Col",
    "Lt",
    "Sgt",
    "Capt",
    "Sen",
    "Rep",
    "Gov",
    "St",
    "No",
    "Co",
    "Ltd",
    "Inc",
    "Corp",
    "vs",
    "Jr",
    "Sr",
    "Pvt",
    "Bhd",
    "Sdn",
    "[A-Z]",
]
_NOT_AFTER = "".join(rf"(?<!\b{title}\.)" for title in _TITLES)
SENTENCE_END = re.compile(
    rf"\n+\s*|(?<=[.!?]){_NOT_AFTER}[\"'”’)\]]{{0,3}}\s+(?=[\"'“‘(\[]?[A-Z0-9À-Ỹ])|(?<=[。！？])[」』”’）]{{0,3}}|(?<=[။។])\s*"
)


def build_tokenizer(pieces: list[tuple[str, float]]) -> Tokenizer:
    """The unigram tokenizer over `pieces`; punctuation, Han characters and runs of Thai, Khmer, Burmese stand alone."""
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=UNKNOWN))
    tokenizer.normalizer = normalizers.Sequence([normalizers.Replace(Regex(r"[\s\u200b]"), " "), normalizers.NFKC()])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Metaspace(prepend_scheme="always", split=True),
            pre_tokenizers.Punctuation("isolated"),
            pre_tokenizers.Split(Regex(f"[{HAN}]|▁?[{ABUGIDA}]+"), "isolated"),
        ]
    )
    return tokenizer


def shape(word: str) -> int:
    """0 is kept for what is no word; 11 Han and kana, 12 other letters without case."""
    first = word[0]
    if word.isdigit():
        return 6
    if "\u2e80" <= first <= "\u9fff" or "\uf900" <= first <= "\ufaff" or ord(first) >= 0x20000:
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


@dataclass(slots=True)
class Text:
    """The words of a text: character spans, piece ids, shape, gap before it, number of its sentence."""

    text: str
    spans: list[list[int]] = field(default_factory=list)
    pieces: list[list[int]] = field(default_factory=list)
    shapes: list[int] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)

    @classmethod
    def read(cls, text: str, tokenizer: Tokenizer) -> Text:
        self = cls(text)
        self._split(tokenizer)
        self._describe()
        return self

    def _split(self, tokenizer: Tokenizer) -> None:
        text, spans, pieces = self.text, self.spans, self.pieces
        unspaced = {m.start() for m in UNSPACED.finditer(text)}
        coding = tokenizer.encode(text, add_special_tokens=False)
        last = None
        for piece, word, (start, end) in zip(coding.ids, coding.word_ids, coding.offsets, strict=True):
            while start < end and (text[start].isspace() or text[start] == "\u200b"):
                start += 1
            if start >= end:
                continue
            if word == last and not (unspaced and (start in unspaced or end - 1 in unspaced)):
                spans[-1][1] = max(end, spans[-1][1])
                if len(pieces[-1]) < LONGEST_WORD:
                    pieces[-1].append(piece)
            elif spans and start < spans[-1][1]:  # several pieces of one character
                if len(pieces[-1]) < LONGEST_WORD:
                    pieces[-1].append(piece)
                spans[-1][1] = max(end, spans[-1][1])
            else:
                spans.append([start, end])
                pieces.append([piece])
            last = word

    def _describe(self) -> None:
        ends = [m.end() for m in SENTENCE_END.finditer(self.text)]
        before, sentence, next_end = 0, -1, 0
        for number, (start, end) in enumerate(self.spans):
            between = self.text[before:start]
            before = end
            self.shapes.append(shape(self.text[start:end]))
            self.gaps.append(3 if "\n" in between or number == 0 else 1 if between else 2)
            new = number == 0
            while next_end < len(ends) and ends[next_end] <= start:
                new, next_end = True, next_end + 1
            sentence += new
            self.sentences.append(sentence)

    def windows(self, limit: int) -> list[tuple[int, int]]:
        """Runs of whole sentences of at most `limit` pieces, of like length; a longer sentence is cut, before a
        space if it can."""
        total = sum(map(len, self.pieces))
        limit = min(limit, total // (total // limit + 1) + limit // 6)
        found, start, size = [], 0, 0
        for first, last in self._sentence_runs():
            length = sum(len(p) for p in self.pieces[first:last])
            if size and size + length > limit:
                found.append((start, first))
                start, size = first, 0
            size += length
            while size > limit:
                cut = self._cut(start, limit)
                found.append((start, cut))
                size -= sum(len(p) for p in self.pieces[start:cut])
                start = cut
        if start < len(self.spans):
            found.append((start, len(self.spans)))
        return found

    def stretches(self, limit: int, reach: int) -> list[list[tuple[int, int]]]:
        """The windows, as many in a row together as hold at most `reach` pieces: within one, links are looked for."""
        found: list[list[tuple[int, int]]] = []
        size = 0
        for start, end in self.windows(limit):
            length = sum(len(p) for p in self.pieces[start:end]) + 2
            if not found or size + length > reach:
                found.append([])
                size = 0
            found[-1].append((start, end))
            size += length
        return found

    def _sentence_runs(self) -> list[tuple[int, int]]:
        starts = [i for i, s in enumerate(self.sentences) if i == 0 or s != self.sentences[i - 1]]
        return list(zip(starts, [*starts[1:], len(self.sentences)], strict=True))

    def _cut(self, start: int, limit: int) -> int:
        size, cut = 0, start
        while size + len(self.pieces[cut]) <= limit:
            size += len(self.pieces[cut])
            cut += 1
        spaced = next((i for i in range(cut, (start + cut) // 2, -1) if self.gaps[i] == 1), cut)
        return max(spaced, start + 1)

    def inputs(self, start: int, end: int) -> tuple[list[int], list[int], list[int], list[int]]:
        """Of a window: piece ids, shapes, gaps, and the position of each word's first piece."""
        ids, shapes, gaps, firsts = [START], [0], [0], []
        for word in range(start, end):
            firsts.append(len(ids))
            more = len(self.pieces[word]) - 1
            ids += self.pieces[word]
            shapes += [self.shapes[word]] * (more + 1)
            gaps += [self.gaps[word]] + [0] * more
        return [*ids, STOP], [*shapes, 0], [*gaps, 0], firsts
