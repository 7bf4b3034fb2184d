"""Numbers in digits of any script, and in the number words of our languages."""

from __future__ import annotations

from ingest.numbers import COUNTED, TENS

_CHINESE = dict(
    zip("零〇○一壹二两兩贰三叁四五六七八九", (0, 0, 0, 1, 1, 2, 2, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9), strict=True)
)
_CHINESE_TENS = {"十": 10, "廿": 20, "卅": 30, "百": 100, "千": 1_000}
_ENGLISH = {"a": 1, "an": 1}
_ENGLISH |= {word: n for n, word in enumerate(COUNTED["en"].split(), 1)}
_ENGLISH |= {word: 10 * n for n, word in enumerate(TENS["en"].split(), 2)} | {"hundred": 100}
WORDS_OF_ENGLISH = tuple(_ENGLISH)
WORDS = _ENGLISH | {
    word: n
    for language, words in COUNTED.items()
    if language not in ("en", "zh")
    for n, word in enumerate(words.split(), 1)
}
WORDS |= {"bẩy": 7, "delapan": 8}
"""Number words that stand alone; Chinese numbers are read by their characters."""


def whole_number(said: str) -> int | None:
    """The whole number that digits of any script, a number word or Chinese characters stand for."""
    said = said.strip().lower()
    if said.isdecimal():
        return int(said)
    if said in WORDS:
        return WORDS[said]
    if said and all(c in _CHINESE or c in _CHINESE_TENS for c in said):
        return _chinese(said)
    parts = said.replace("-", " ").split()
    if len(parts) == 2 and all(part in WORDS for part in parts):
        first, second = (WORDS[part] for part in parts)
        if second == 100:
            return first * second
        return first + second if first >= 20 and second < 10 else None
    return None


def _chinese(said: str) -> int:
    """二〇二三 is read digit by digit, 二十三 by its tens."""
    if not any(c in _CHINESE_TENS for c in said):
        return int("".join(str(_CHINESE[c]) for c in said))
    total, digit = 0, None
    for c in said:
        if c in _CHINESE:
            digit = _CHINESE[c]
        else:
            ten = _CHINESE_TENS[c]
            total += ten if digit is None or c in "廿卅" else digit * ten
            digit = None
    return total + (digit or 0)
