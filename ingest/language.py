"""The language a text is written in, as an ISO 639-1 code: by its script where that decides, else by its words."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache

_SAMPLE = 5_000  # characters whose scripts are counted
_WORDS = 1_200  # characters whose words are looked at
_ENOUGH = 20  # letters; less says nothing

_OF_SCRIPT = {
    "CJK": "zh",
    "KANA": "ja",
    "KHMER": "km",
    "MYANMAR": "my",
    "THAI": "th",
    "LAO": "lo",
    "HANGUL": "ko",
    "TAMIL": "ta",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "ARABIC": "ar",
    "HEBREW": "he",
    "CYRILLIC": "ru",
}
_IN_LATIN = ("en", "ms", "id", "vi", "tl", "fr", "de", "es", "pt", "it", "nl")


def language_of(text: str) -> str | None:
    """The code of the language that most of `text` is in, or None where there is too little of it."""
    sample = text[:_SAMPLE]
    scripts: Counter[str] = Counter()
    for character, count in Counter(sample).items():
        if script := _script(character):
            scripts[script] += count
    if not scripts:
        return None
    kana = scripts.pop("HIRAGANA", 0) + scripts.pop("KATAKANA", 0)
    if kana * 5 > scripts["CJK"]:
        scripts["KANA"] = kana + scripts.pop("CJK", 0)
    for dense in ("CJK", "KANA"):
        scripts[dense] *= 3  # one character says as much as two or three letters do
    script, letters = scripts.most_common(1)[0]
    if letters < _ENOUGH:
        return None
    if script == "LATIN":
        return str(_classify()(sample[:_WORDS])[0])
    return _OF_SCRIPT.get(script)


@cache
def _script(character: str) -> str | None:
    """The first word of a letter's Unicode name: LATIN, THAI, CJK …; None for what is no letter."""
    if not unicodedata.category(character).startswith(("L", "M")):
        return None
    return unicodedata.name(character, "?").split()[0].split("-")[0]


@cache
def _classify():  # type: ignore[no-untyped-def]  # py3langid has no types
    import py3langid

    py3langid.set_languages(list(_IN_LATIN))
    return py3langid.classify
