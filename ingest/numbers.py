"""Numbers as texts write them: 1,240, "twenty-four", "a dozen"."""

from __future__ import annotations

import re

_UNITS = (
    "zero",
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {word: n for n, word in enumerate(_UNITS)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3}){1,3}|\d{1,9}(?:\.\d{1,3})?")
_WORD = re.compile(r"[a-z]+")


def first_number(text: str) -> int | None:
    """The whole number of a counted phrase; None where it is vague ("dozens", "twenty or thirty")."""
    low = text.lower()
    words = _WORD.findall(low)
    if words[:1] in (["a"], ["an"]):
        if words[1:2] in (["hundred"], ["thousand"]):
            return _spelled(words[1:])
        return {"couple": 2, "dozen": 12, "few": None, "total": _first(low)}.get(words[1] if words[1:] else "", 1)
    if re.search(r"\b(?:or|to)\b", low):
        return None
    return _first(low)


def _first(low: str) -> int | None:
    digits = _DIGITS.search(low)
    words = _WORD.findall(low)
    spelled = next((n for n, word in enumerate(words) if word in _WORDS), None)
    if digits and (spelled is None or digits.start() <= low.find(words[spelled])):
        after = _WORD.match(low, digits.end() + 1)
        value = float(digits[0].replace(",", "")) * _SCALES.get(after[0] if after else "", 1)
        return int(value) if value == int(value) else None
    return None if spelled is None else _spelled(words[spelled:])


def _spelled(words: list[str]) -> int:
    total = part = 0
    for word in words:
        if word in _WORDS:
            part += _WORDS[word]
        elif word == "hundred":
            part = max(part, 1) * 100
        elif word in _SCALES:
            total, part = total + max(part, 1) * _SCALES[word], 0
        elif word != "and":
            break
    return total + part
