"""What makes two document entities one without anybody judging: an equal account number or an equal full name."""

from __future__ import annotations

import unicodedata

from graph.folding import LONGEST_KEY, identity_fold
from graph.model import DocumentEntity, Extract
from graph.ontology import ACCOUNTS

_ONE_PIECE = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "MYANMAR")
"""Scripts that write a full name in one piece; elsewhere a single word is a given name, a surname or a nickname."""


def identity_key(entity: DocumentEntity, *, pseudonym: bool = False) -> str | None:
    """What `entity` has in common with every other mention of the same thing, or None where a name does not tell.

    No key: groups, pseudonyms, people named by one word, bodies named by their function ("immigration police").
    """
    if entity.schema in ACCOUNTS:
        return f"{entity.schema} {entity.name}" if len(entity.name) <= LONGEST_KEY else None
    folded = identity_fold(entity.name)
    if not folded or len(folded) > LONGEST_KEY or entity.schema == "Group":
        return None
    if len(folded) == 1 and not folded.isascii():
        return None
    if entity.schema == "Person" and (pseudonym or not _is_full(folded)):
        return None
    if entity.schema in ("PublicBody", "Organization", "Company") and entity.name.islower():
        return None
    return f"{entity.schema} {folded}"


def identity_keys(extract: Extract) -> dict[str, str | None]:
    """The identity key of every entity of an extract, by its id."""
    pseudonyms = {c.source for c in extract.claims if c.type == "pseudonym" and c.value not in (None, "", "false")}
    return {entity.id: identity_key(entity, pseudonym=entity.id in pseudonyms) for entity in extract.entities}


def rule_of(key: str) -> str:
    """The rule, with its version, that a key speaks for."""
    return "account-number/1" if key.split(" ", 1)[0] in ACCOUNTS else "full-name/1"


def _is_full(folded: str) -> bool:
    return " " in folded or unicodedata.name(folded[0], "").startswith(_ONE_PIECE)
