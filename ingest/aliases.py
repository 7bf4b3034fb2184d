"""Which mentions of a document name one thing: equal names, short forms, brackets, "also known as", initials.

Only mentions of one schema are joined. A short form that could stand for two full names joins neither.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from ingest.components.words import HAN
from ingest.found import Found
from ingest.nations import nations
from ingest.numbers import first_number
from ingest.wordlist import word_set

_FIRM = word_set(
    "co ltd inc corp corporation limited llc plc bhd berhad sdn pte pvt pty gmbh sa nv bv company incorporated jsc uab "
    "lp llp tbk pt sole"
)
_KIND = {
    "Location": word_set(
        "province provinces city district commune town township village region state municipality river island "
        "county prefecture subdistrict border of"
    ),
    "Compound": word_set("compound complex building buildings zone park casino hotel resort"),
    "Company": _FIRM,
    "Organization": word_set("group syndicate network family clan gang"),
}
_SMALL = word_set("of the and for in on at to de la bin binti b a/l a/p")
_CALLED = word_set("boss uncle aunt auntie brother sister miss madam director khun ko saw naw sai mama ah lao old")
_BODIES = word_set("court ministry commission committee authority agency bureau treasury parliament embassy")
_SAID = re.compile(
    r"[\s,;(\[“\"'‘’”)\]]*(?:who (?:is|was|goes|went) |which (?:is|was) |that is |is |was |were |are )?"
    r"(?:also |better |commonly |widely |locally |formerly |previously |sometimes |originally |now |then )?"
    r"(?:known|called|named|nicknamed|dubbed|referred to|identified|abbreviated|styled|operating|doing business|"
    r"trading|a\.?k\.?a\.?|alias|aliases|goes by|went by|f\.?k\.?a\.?|formerly|real name|née)"
    r"(?: (?:as|by|to|locally|simply|online|in \w+|the|its|his|her|name|names|nickname|alias|of|under|acronym))*"
    r"[\s,:“\"'‘’”(\[]*"
)
_AKA = re.compile(
    r"[\s,;(\[“\"'‘’”)\]]*(?:(?:also|better|commonly|widely|previously|formerly) known as|"
    r"a\.?k\.?a\.?|f\.?k\.?a\.?|alias|nicknamed)[\s,:“\"'‘’”(\[]*"
)
_CALLABLE = frozenset({"Person", "Company", "Organization", "Compound", "PublicBody"})
_OPENED = re.compile(r"[\s“\"'”’]*[(（\[]\s*[“\"'‘]?")
_NAME_WORD = re.compile(rf"[{HAN}]|(?:(?![{HAN}])[^\W_])+(?:['’.-](?:(?![{HAN}])[^\W_])+)*")
_HAN_PLACE = frozenset("省市县縣区區镇鎮州府村国國")  # at a Chinese place name's end; the name is the same without it


class _Sets:
    """Union-find over mentions."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, n: int) -> int:
        while self._parent[n] != n:
            self._parent[n] = self._parent[self._parent[n]]
            n = self._parent[n]
        return n

    def join(self, a: int, b: int) -> None:
        first, second = sorted((self.find(a), self.find(b)))
        self._parent[second] = first


def group(text: str, found: list[Found]) -> list[list[Found]]:
    """Mentions (in text order) by the thing they name, in order of first mention."""
    sets = _Sets(len(found))
    surfaces = [text[f.start : f.end] for f in found]
    _join_equal(found, surfaces, sets)
    _join_neighbours(text, found, surfaces, sets)
    _join_initials(found, surfaces, sets)
    _join_short(found, surfaces, sets)
    groups: dict[int, list[Found]] = defaultdict(list)
    for n, mention in enumerate(found):
        groups[sets.find(n)].append(mention)
    return list(groups.values())


def of_one_schema(text: str, found: list[Found]) -> list[Found]:
    """The mentions (in text order), an "a.k.a." name of the schema of the name before it."""
    settled: list[Found] = []
    for right in found:
        left = settled[-1] if settled else None
        if (
            left is not None
            and left.key is None
            and right.key is None
            and {left.schema, right.schema} <= _CALLABLE
            and _AKA.fullmatch(text, left.end, right.start)
        ):
            right = replace(right, schema=left.schema)
        settled.append(right)
    return settled


def name_words(surface: str) -> tuple[str, ...]:
    """A name's words, folded, without stops and possessives; of a Chinese name each character is a word."""
    words = (word.casefold().replace(".", "").replace("’", "'") for word in _NAME_WORD.findall(surface))
    return tuple(word.removesuffix("'s") for word in words if word)


def _core(surface: str, schema: str) -> tuple[str, ...]:
    """What is left of a name without "Co., Ltd.", "province", "compound": equal cores are one name."""
    words = name_words(surface)
    if schema == "Location":
        code = nations().countries.get(surface) or nations().countries.get(surface.title())
        if code:
            return ("country", code)
    kinds = _KIND.get(schema, frozenset())
    core = list(words)
    while len(core) > 1 and core[-1] in kinds and (schema != "Compound" or core[-1] in ("compound", "complex")):
        core.pop()
    if schema == "Location" and len(core) > 2 and core[-1] in _HAN_PLACE:
        core.pop()
    if schema == "PublicBody":
        core = sorted(word for word in core if word not in _SMALL)
    return tuple(core) or (surface.casefold(),)


def _join_equal(found: list[Found], surfaces: list[str], sets: _Sets) -> None:
    first: dict[object, int] = {}
    for n, (mention, surface) in enumerate(zip(found, surfaces, strict=True)):
        key: object
        if mention.key is not None:
            key = (mention.schema, mention.key)
        elif mention.schema == "Group":
            key = _group_key(surface)
        elif mention.schema == "Person" and len(name_words(surface)) == 1:
            continue  # a surname may be two people's
        else:
            key = (mention.schema, *_core(surface, mention.schema))
        if key is None:
            continue
        if key in first:
            sets.join(first[key], n)
        else:
            first[key] = n


def _group_key(surface: str) -> object:
    """Counted people are the same people where a count that is not small comes back."""
    count = first_number(surface)
    if count is None or count < 10:
        return ("Group", surface.casefold()) if count is None and len(surface.split()) > 1 else None
    return ("Group", count)


def _join_neighbours(text: str, found: list[Found], surfaces: list[str], sets: _Sets) -> None:
    """Full name (SHORT), and A "also known as" B."""
    for n in range(len(found) - 1):
        left, right = found[n], found[n + 1]
        if left.schema != right.schema or left.schema == "Group" or right.start - left.end > 60:
            continue
        if right.key is not None or left.key is not None:
            continue
        between = text[left.end : right.start]
        if _SAID.fullmatch(between) or (_OPENED.fullmatch(between) and _explains(surfaces[n], surfaces[n + 1], left)):
            sets.join(n, n + 1)


def _explains(outer: str, inner: str, mention: Found) -> bool:
    """Whether a name in brackets is another form of the one before it."""
    if _scripts_differ(outer, inner) or initials_of(outer, inner) or initials_of(inner, outer):
        return True
    if mention.schema == "Location":
        return False
    return mention.schema == "Person" or inner.isupper() or bool(set(name_words(outer)) & set(name_words(inner)))


def _scripts_differ(one: str, other: str) -> bool:
    return _is_latin(one) != _is_latin(other)


def _is_latin(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    return bool(letters) and all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 for c in letters)


def initials_of(full: str, short: str) -> bool:
    """Whether a short form is made of a full name's initials: KNA, UNODC, PAGCOR is not."""
    letters = "".join(c for c in short if c.isalnum())
    if not 2 <= len(letters) <= 8 or sum(c.isupper() for c in letters) < len(letters) - 1:
        return False
    words = [w for w in re.split(r"[\s\-/–]+", full) if w and w[0].isalnum()]
    every = "".join(w[0] for w in words).casefold()
    large = "".join(w[0] for w in words if w.casefold() not in _SMALL).casefold()
    return len(words) > 1 and letters.casefold() in (every, large)


def _join_initials(found: list[Found], surfaces: list[str], sets: _Sets) -> None:
    """An abbreviation that stands alone, for the one full name whose initials it is."""
    short: dict[tuple[str, str], list[int]] = defaultdict(list)
    full: dict[tuple[str, str], set[int]] = defaultdict(set)
    for n, (mention, surface) in enumerate(zip(found, surfaces, strict=True)):
        if mention.key is not None or mention.schema in ("Group", "Person"):
            continue
        letters = "".join(c for c in surface if c.isalnum())
        if 2 <= len(letters) <= 8 and letters.isupper():
            short[mention.schema, letters.casefold()].append(n)
        words = [w for w in re.split(r"[\s\-/–]+", surface) if w and w[0].isalnum()]
        if len(words) > 1:
            for some in (words, [w for w in words if w.casefold() not in _SMALL]):
                full[mention.schema, "".join(w[0] for w in some).casefold()].add(n)
    for key, places in short.items():
        owners = {sets.find(n) for n in full.get(key, ())}
        if len(owners) == 1:
            owner = owners.pop()
            for n in places:
                sets.join(owner, n)


def _join_short(found: list[Found], surfaces: list[str], sets: _Sets) -> None:
    """Surname alone, a firm's first words: joined to the one full name that has them, a person's to the first named."""
    full: dict[tuple[str, ...], list[int]] = defaultdict(list)
    words = [name_words(surface) for surface in surfaces]
    plain = [
        n for n, mention in enumerate(found) if mention.key is None and mention.schema not in ("Group", "Location")
    ]
    for n in plain:
        for part in _parts(words[n], found[n].schema):
            full[found[n].schema, *part].append(n)
    alone: dict[tuple[str, ...], int] = {}
    for n in sorted(plain, key=lambda n: (-len(words[n]), n)):
        schema = found[n].schema
        owners = full.get((schema, *words[n]), [])
        if schema == "Person" and not owners:
            bare = full.get((schema, *_without_nickname(words[n])), [])
            owners = [m for m in bare if words[m] != words[n]]
        things = {sets.find(m) for m in owners}
        if len(things) == 1:
            sets.join(things.pop(), n)
        elif schema == "Person" and len(words[n]) == 1:
            sets.join(owners[0] if owners else alone.setdefault(words[n], n), n)


def _without_nickname(words: tuple[str, ...]) -> tuple[str, ...]:
    """ "Boss Xie" → Xie, "L. N. Iyer" → Iyer."""
    rest = [word for word in words if len(word) > 1 and word not in _CALLED]
    return tuple(rest) if len(rest) < len(words) else ()


def _parts(words: tuple[str, ...], schema: str) -> Iterable[tuple[str, ...]]:
    """The shorter forms of a full name."""
    if len(words) < 2 or len(words) > 12:
        return
    if schema == "Person":
        yield from dict.fromkeys((word,) for word in words if len(word) > 1 and word not in _CALLED)
        yield from (words[a:b] for a in range(len(words)) for b in range(a + 2, len(words) + 1) if b - a < len(words))
        if len(words) > 2:
            yield words[0], words[-1]
        return
    heads = [words[:n] for n in range(1, len(words))]
    if schema != "Company":
        heads += [words[n:] for n in range(1, len(words))]
    elif words[0] in _FIRM:
        heads += [words[1:n] for n in range(2, len(words))]
    if schema == "PublicBody":
        heads += [(word,) for word in words if word in _BODIES]
    yield from dict.fromkeys(heads)
