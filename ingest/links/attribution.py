"""Who says so: the speaker that a sentence names ("according to the ministry", "Hofmann told AFP"), as written."""

from __future__ import annotations

import re

_SAYS = (
    r"(?:said|says?|told|tells|added|adds|alleged?s?|claim(?:ed|s)|stated?s?|announced|confirmed|confirms|reported|reports|"
    r"testified|wrote|writes|believe[sd]?|suspects?|den(?:ied|ies|y)|insists?|insisted|accus(?:ed|es)|argued|maintains|"
    r"declared|estimated?s?|suspected|found|concluded)"
)
_NAME = r"(?:[^\W\d_a-z][\w'’.&-]*(?: (?:of|the|for|and|de|bin|al) (?=[^\W\d_a-z])| (?=[^\W\d_a-z])|(?=\W)|$)){1,8}"
_NOUN = (
    r"(?i:(?:(?:the|a|an|his|her|their|its|two|three|several|former|local|U\.S\.|US) ){0,3}"
    r"(?:[a-z-]+ ){0,2}?(?:police|prosecutors?|investigators?|officials?|authorities|witness(?:es)?|victims?|"
    r"survivors?|lawyers?|spokes(?:man|woman|person)|ministry|court|indictment|complaint|report|statement|regulator|analysts?|"
    r"researchers?|relatives|family|residents|sources?|documents|papers|records|newspaper|defence|prosecution|captives|"
    r"neighbours|workers|employees|company|firm|agency|bureau|department|commission|embassy|army|government))"
)
_WHO = rf"(?P<who>(?:the )?{_NAME}|{_NOUN}|he|she|they|He|She|They)"
_TO = re.compile(rf"\b[Aa]ccording to (?P<who>(?:the |a |an )?(?:{_NAME}|{_NOUN}))")
_BEFORE = re.compile(rf"\b{_WHO}(?:,[^,.]{{1,60}},)? (?:also |had |has |have |later |further |then )?{_SAYS}\b")
_AFTER = re.compile(rf"(?:[,”\"’]) (?:said|says|added) {_WHO}")
_LONGEST = 600  # characters of a sentence that are read


def speaker(sentence: str) -> str | None:
    """The first speaker whom a sentence names, or None."""
    read = sentence[:_LONGEST]
    for pattern in (_TO, _AFTER, _BEFORE):
        found = pattern.search(read)
        if found:
            return found["who"].strip(" ,.’'")
    return None
