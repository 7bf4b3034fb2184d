"""Which entity a user means: an id, an account number in any spelling, or a name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from graph.errors import AmbiguousEntity, UnknownEntity
from graph.model import Entity
from graph.ontology import ACCOUNTS
from graph.store import Match, Store

LISTED = 8
"""How many candidates an error message names; `AmbiguousEntity.candidates` holds all."""

WIDEST = 200

_PLACES = re.compile(r"^(?:mailto:|tel:|https?://)?(?:www\.)?", re.IGNORECASE)
_TELEGRAM = re.compile(r"^(?:https?://)?(?:www\.)?(?:t|telegram)\.me/@?([A-Za-z0-9_]{3,64})/?$", re.IGNORECASE)


def resolve(store: Store, text: str) -> Entity:
    """The one entity that `text` names: an exact id, else an account, else a whole name, else the only part match.

    Raises:
        UnknownEntity: nothing answers.
        AmbiguousEntity: several entities bear the whole name, or none does and several hold it.
    """
    text = text.strip()
    if not text:
        raise UnknownEntity("an empty name names nothing; give an id, an account number or a name")
    by_id = store.entities([text]).get(text)
    if by_id is not None:
        return by_id
    accounts = _accounts(store, text)
    if len(accounts) == 1:
        return accounts[0]
    matches = store.find(text, WIDEST)
    whole = _distinct(match.entity for match in matches if _key(match.matched) == _key(text))
    candidates = whole or accounts or _distinct(match.entity for match in matches)
    if not candidates:
        raise UnknownEntity(f"nothing is named {text!r}; `scamgraph search` also finds near spellings")
    if len(candidates) > 1:
        raise AmbiguousEntity(_which(text, candidates, whole=bool(whole)), candidates)
    return candidates[0]


def _which(text: str, candidates: tuple[Entity, ...], *, whole: bool) -> str:
    listed = "; ".join(f"{entity.name} ({entity.schema} {entity.id})" for entity in candidates[:LISTED])
    more = f"; and {len(candidates) - LISTED} more" if len(candidates) > LISTED else ""
    verb = "is the name of" if whole else "is part of the names of"
    return f"{text!r} {verb} {len(candidates)} entities, give one's id: {listed}{more}"


def _accounts(store: Store, text: str) -> tuple[Entity, ...]:
    """Accounts whose number is `text` but for spacing, case, scheme, or the sign of the service."""
    wanted = _numbers(text)
    handle = text[1:].casefold() if text.startswith("@") else None
    found = (match for number in sorted(wanted | {handle or text}) for match in store.find(number, WIDEST))
    return _distinct(match.entity for match in found if match.entity.schema in ACCOUNTS and _is(match, wanted, handle))


def _numbers(text: str) -> set[str]:
    """Spellings under which a store may keep the account that `text` writes."""
    telegram = _TELEGRAM.match(text)
    if telegram:
        return {f"telegram:{telegram[1]}".casefold()}
    bare = _PLACES.sub("", text).rstrip("/")
    packed = re.sub(r"[\s().\-\u2010-\u2015]", "", bare)
    if re.fullmatch(r"00[1-9]\d{6,}", packed):
        packed = "+" + packed[2:]
    return {spelling.casefold() for spelling in (text, bare, packed) if spelling}


def _is(match: Match, wanted: set[str], handle: str | None) -> bool:
    number = match.matched.casefold()
    if handle and match.entity.schema == "UserAccount":
        return number.split(":", 1)[-1] == handle
    return number in wanted


def _distinct(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    return tuple({entity.id: entity for entity in entities}.values())


def _key(text: str) -> str:
    """Compatibility forms folded, marks on letters stripped, case folded, one space between words."""
    folded = unicodedata.normalize("NFKD", text)
    return " ".join("".join(c for c in folded if not "\u0300" <= c <= "\u036f").casefold().split())
