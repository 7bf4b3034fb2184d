"""Text folded for comparing: keys for search (`search_key`, `account_key`) and for identity (`identity_fold`).

A search key forgives marks, case and punctuation: Hoàng Văn Đức is found as "hoang van duc". Identity keeps the
marks, since in Vietnamese they tell two names apart. Neither touches the vowel signs of Thai, Khmer or Burmese.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from graph.ontology import ACCOUNTS

LONGEST_KEY = 200
"""Code points of a key; a longer surface is found by its beginning."""

_DIACRITICS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
"""Marks that sit on Latin, Greek and Cyrillic letters; other scripts keep theirs in blocks of their own."""

_WHOLE_LETTERS = str.maketrans({"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"})
"""Letters that no normalisation takes apart."""

_APOSTROPHES = frozenset("'’‘ʼʻ`´＇")
_PREFIX = re.compile(r"(?:h(?:tt|xx)ps?:)?(?://)?(?:www\.)?(?:t\.me/)?")
_DEFANGED = re.compile(r"[\[({]\s*(?:\.|dot)\s*[\])}]")


def identity_fold(text: str) -> str:
    """A name in the form that two equal names share: NFKC, no case, no punctuation, single spaces."""
    return _words(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()))


@lru_cache(maxsize=1 << 16)
def search_key(text: str) -> str:
    """A name as people type it: no diacritics, case or punctuation.

    >>> search_key("Hoàng Văn Đức"), search_key("She Zhi-Jiang"), search_key("Xi'an"), search_key("王子")
    ('hoang van duc', 'she zhi jiang', 'xian', '王子')
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    plain = _DIACRITICS.sub("", plain).translate(_WHOLE_LETTERS)
    return _words(unicodedata.normalize("NFC", plain))[:LONGEST_KEY].strip()


@lru_cache(maxsize=1 << 16)
def account_key(text: str) -> str:
    """An account number without what its spellings differ in.

    >>> account_key("+855 12-345 678"), account_key("hxxps://www.Example[.]com/"), account_key("@Boss_KK")
    ('85512345678', 'example.com', 'boss_kk')
    """
    plain = _DEFANGED.sub(".", unicodedata.normalize("NFKC", text).casefold().strip())
    plain = plain[_PREFIX.match(plain).end() :].rstrip("/")  # type: ignore[union-attr]  # may match nothing
    plain = "".join(_digit(c) for c in plain if c in "._:/" or unicodedata.category(c)[0] in "LMN")
    if plain.isdigit() and plain.startswith("00"):
        plain = plain[2:]
    return plain[:LONGEST_KEY]


def key_of(schema: str, surface: str) -> str:
    """The key under which a name or alias of an entity of this schema is found."""
    return account_key(surface) if schema in ACCOUNTS else search_key(surface)


def asked_keys(text: str) -> tuple[str, ...]:
    """The keys that what a user typed may mean: a name, or an account number in any spelling."""
    return tuple(dict.fromkeys(key for key in (search_key(text), account_key(text)) if key))


def trigrams(key: str) -> tuple[str, ...]:
    """The distinct runs of three characters, in order of first appearance."""
    return tuple(dict.fromkeys(key[i : i + 3] for i in range(len(key) - 2)))


def _words(text: str) -> str:
    """Letters, marks and digits with single spaces between words; apostrophes and invisible characters vanish."""
    if text.isascii() and text.isalnum():
        return text
    return " ".join("".join(_word_character(c) for c in text).split())


def _word_character(character: str) -> str:
    if character.isascii() and character.isalnum():
        return character
    category = unicodedata.category(character)
    if category[0] in "LMN":
        return _digit(character)
    return "" if character in _APOSTROPHES or category == "Cf" else " "


def _digit(character: str) -> str:
    """Khmer, Thai and Burmese digits as ASCII ones; all else as it is."""
    return str(unicodedata.digit(character)) if unicodedata.category(character) == "Nd" else character
