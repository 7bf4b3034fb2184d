"""Which of our languages a text has words of, told by a few marks that no English text has."""

from __future__ import annotations

import re

_MARKS = {
    language: re.compile(marks)
    for language, marks in {
        "zh": r"[㐀-鿿]",
        "th": r"[฀-๿]",
        "km": r"[ក-៿]",
        "my": r"[က-႟]",
        "vi": r"[ăđơưĂĐƠƯẠ-ỹ]",
        "ms": r"\b(?:yang|dengan|untuk|kepada|telah|oleh|akan|sudah|pada|dari|dalam)\b",
        "tl": r"\b(?:mga|noong|nitong|ayon|siya|ng)\b",
    }.items()
}
_ENGLISH = re.compile(r"\b(?:the|of|and|was|to)\b")
_COMMA_FOR_DECIMALS = {
    "vi": re.compile(r"\b(?:và|của|được|người|cho|các|không|tại|một|trong|đã|có)\b"),
    "ms": re.compile(r"\b(?:adalah|bisa|karena|polisi|rekening|kepolisian|pekan|dolar|Rp|WNI|Jakarta|saya|miliar)\b"),
}
_MALAY_ALONE = re.compile(r"\b(?:ialah|boleh|kerana|polis|RM|akaun|Malaysia|ringgit|beliau)(?![a-z])")


def tongues_of(text: str) -> list[str]:
    """The codes of the languages beside English whose marks stand in a text; `ms` is Malay or Indonesian."""
    return [language for language, marks in _MARKS.items() if marks.search(text)]


def writes_decimal_commas(text: str) -> bool:
    """Whether a text writes 1.250.000,50 as Vietnamese and Indonesian do, and not 1,250,000.50."""
    english = len(_ENGLISH.findall(text))
    vietnamese, indonesian = (len(words.findall(text)) for words in _COMMA_FOR_DECIMALS.values())
    return max(vietnamese, indonesian - len(_MALAY_ALONE.findall(text))) > english
