"""Sums of money that a text names, as a plain number and a currency: "US$1.2 million", "640,000 baht", "80万港元"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from ingest.links.currencies import (
    BEFORE_NUMBER,
    CASUAL_CODES,
    CODES,
    COINS,
    LETTERS,
    NAMES,
    SCALES,
    SIGNS,
    STABLE,
    UNSPACED_NAMES,
    UNSPACED_SCALES,
    currency_of,
)
from ingest.links.numerals import WORDS, WORDS_OF_ENGLISH, whole_number
from ingest.links.tongues import writes_decimal_commas
from ingest.links.words import either_case, is_within_word
from ingest.wordlist import any_of

_SPACE = "[ \u00a0\u200b]"
_DIGITS = r"\d{1,3}(?:[.,' \u00a0]\d{3}){1,4}(?!\d)(?:[.,]\d{1,8})?|\d{1,12}(?:[.,]\d{1,8})?"
_BEGIN = r"(?=\d)(?<![A-Za-z\d][.,])(?<![A-Za-z\d.,$€£])"
_LONG = [word for word in SCALES if word.isascii() and len(word) > 2]
_SHORT = [word for word in SCALES if word not in _LONG]
_WORDS_OF_LATIN = [word for word in WORDS if word not in WORDS_OF_ENGLISH and word < "\u0e00"]
_WORD = (
    rf"(?:{any_of(either_case([*WORDS_OF_ENGLISH[2:], 'half a']))})(?:[ -]{any_of(WORDS_OF_ENGLISH[2:11])})?"
    rf"|[Aa]n?(?= (?:{any_of(_LONG)}))"
    rf"|{any_of(_WORDS_OF_LATIN)}"
)
_CHINESE = "[一二两兩三四五六七八九][一二两兩三四五六七八九十百千]{0,6}|十[一二三四五六七八九]?"
_OTHERS = any_of(word for word in WORDS if word >= "\u0e00")
_LATIN_SCALE = rf"(?:{any_of(either_case(_LONG), _SHORT, (word.upper() for word in SCALES))})(?![^\W\d_])"
_UNSPACED_SCALE = rf"(?:{any_of(UNSPACED_SCALES)}){{1,2}}"
_SCALE = rf"(?:(?:{_SPACE}|-)?(?P<scale>{_LATIN_SCALE}|{_UNSPACED_SCALE})(?P<rest>\d{{1,4}}(?![\d.,]))?)"
_ALL_CODES = (*CODES, *either_case(CASUAL_CODES))
_ALL_NAMES = any_of(either_case(NAMES), _ALL_CODES)
_NO_ACCOMPLICE = r"(?! (?:phạm|bọn|chí|nghiệp|hương|bào|hành)\b)"  # what else đồng begins
_NAME = (
    rf"(?:(?P<name>{_ALL_NAMES})s?(?![^\W\d_]){_NO_ACCOMPLICE}|(?P<name_>{any_of(UNSPACED_NAMES)}))"
    rf"(?:['’]? (?:in|worth of|of) (?P<coin>{any_of(STABLE)})\b)?"
)
_AFTER = rf"(?:(?:多|余|餘|กว่า|เศษ)?{_SPACE}?(?:in |ng )?{_NAME})"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<sign>{any_of(SIGNS, _ALL_CODES)}){_SPACE}?(?P<number>{_DIGITS}){_SCALE}?"
        rf"(?![\d%])(?:s?['’]? (?:in|worth of|of) (?P<coin>{any_of(STABLE)})\b)?",
        rf"(?P<sign>{any_of(LETTERS)})"
        rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d[\d.,]{{0,12}}(?=[ -]?{_LATIN_SCALE})){_SCALE}?",
        rf"(?P<sign>{any_of(BEFORE_NUMBER)}){_SPACE}?(?P<scale>{_UNSPACED_SCALE}){_SPACE}?(?P<number>{_DIGITS})",
        rf"(?P<sign>{any_of(BEFORE_NUMBER)}){_SPACE}?(?P<number>{_DIGITS}){_SCALE}?",
        rf"{_BEGIN}(?P<number>{_DIGITS}){_SCALE}?{_AFTER}",
        rf"(?P<number>{_WORD})[ -](?:(?P<scale>{_LATIN_SCALE}) )?(?:of a )?{_AFTER}",
        rf"(?P<number>{_CHINESE})(?P<scale>[万萬亿億])?{_AFTER}",
        rf"(?P<number>{_OTHERS}){_SPACE}?(?P<scale>{_UNSPACED_SCALE})?{_AFTER}",
        rf"{_BEGIN}(?P<number>{_DIGITS}){_SPACE}(?P<dong>triệu|tỷ|tỉ)\b(?! (?:người|dân|lượt|tấn|khách|thuê|tài))",
    )
)
_FRACTIONS = {"half a": Decimal("0.5")}


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount in the text: where it stands, the number without separators, the currency or coin."""

    start: int
    end: int
    amount: str
    currency: str


def sums(text: str) -> list[Sum]:
    """The sums of a text, in order."""
    currency, commas = currency_of(text), writes_decimal_commas(text)
    found: list[Sum] = []
    end = 0
    matches = [m for p in _PATTERNS for m in p.finditer(text) if not is_within_word(text, m.start())]
    for match in sorted(matches, key=lambda m: (m.start(), -m.end())):
        one = _sum(match, currency, commas) if match.start() >= end else None
        if one:
            found.append(one)
            end = one.end
    return found


def _sum(match: re.Match[str], currency: Callable[[str], str], commas: bool) -> Sum | None:
    part = match.groupdict()
    code = "VND" if part.get("dong") else currency(part.get("sign") or part["name"] or part["name_"])
    if part.get("coin") and code == "USD":
        code = currency(part["coin"])
    scale = part.get("scale") or part.get("dong")
    number = _number(part["number"], commas or code in ("VND", "IDR"), bool(scale) or code in COINS - STABLE)
    if number is None:
        return None
    amount = number.scaleb(_power(scale)) if scale else number
    if part.get("rest"):
        amount += int(part["rest"])
    return Sum(*match.span(), _plain(amount), code)


def _power(scale: str) -> int:
    """The zeros of "million", of ล้าน, and of หมื่นล้าน, which is ten thousand times a million."""
    known = SCALES.get(scale.lower()) or UNSPACED_SCALES.get(scale)
    if known is not None:
        return known
    cut = next(n for n in range(1, len(scale)) if scale[:n] in UNSPACED_SCALES and scale[n:] in UNSPACED_SCALES)
    return UNSPACED_SCALES[scale[:cut]] + UNSPACED_SCALES[scale[cut:]]


def _number(said: str, commas: bool, fraction: bool) -> Decimal | None:
    """A number as written: the last mark before other than three digits is that of the decimals.

    Args:
        commas: the text writes 1.250,5.
        fraction: three digits after one mark may be decimals ("3.105 BTC").
    """
    if not said[0].isdecimal():
        spelled = whole_number(said)
        return _FRACTIONS.get(said.lower()) if spelled is None else Decimal(spelled)
    digits = re.sub(r"[' \u00a0]", "", "".join(str(int(c)) if c.isdecimal() else c for c in said))
    marks = [c for c in digits if c in ".,"]
    if not marks:
        return Decimal(digits)
    last = marks[-1]
    whole, _, tail = digits.rpartition(last)
    grouped = len(tail) == 3 and (len(set(marks)) == 1 and (len(marks) > 1 or _groups(last, commas, fraction)))
    bare = whole.replace(".", "").replace(",", "")
    return Decimal(bare + tail if grouped else f"{bare}.{tail}")


def _groups(mark: str, commas: bool, fraction: bool) -> bool:
    """Whether one mark before three digits parts the thousands."""
    return not fraction if commas else mark == ","


def _plain(amount: Decimal) -> str:
    """Without exponent and without zeros at its end: 1200000, 3.105."""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
