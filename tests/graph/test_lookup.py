"""One entity for what a user types, or a plain word why not."""

from __future__ import annotations

import pytest

from graph.errors import AmbiguousEntity, UnknownEntity
from graph.lookup import resolve
from graph.model import Document, DocumentEntity, Extract, Mention
from graph.store import Store, open_store

NAMES = (
    ("Person", "Lee Khoon Seng", "Lee Khoon Seng"),
    ("Person", "Lee", "Lee"),
    ("Person", "Hoàng Văn Đức", "Hoàng Văn Đức"),
    ("Company", "Prince Holding Group", "Prince Holding Group"),
    ("Organization", "Prince", "Prince"),
    ("Compound", "太子园区", "太子园区"),
    ("Phone", "+85512345678", "+855 12-345 678"),
    ("UserAccount", "telegram:boss_kk", "@Boss_KK"),
    ("Website", "lotus-invest.example", "hxxps://www.lotus-invest[.]example"),
    ("Company", "Prince Bank", "Prince"),
    ("CryptoWallet", "TW7U4XB5XWBFdkC1HXPCymW7nAhjnRw41H", "TW7U4XB5XWBFdkC1HXPCymW7nAhjnRw41H"),
)


@pytest.fixture
def store(store_address: str) -> Store:
    kept = open_store(store_address, create=True)
    text = "\n".join(surface for _, _, surface in NAMES)
    document = Document(Document.id_of(text), text)
    entities, start = [], 0
    for n, (schema, name, surface) in enumerate(NAMES, 1):
        entities.append(DocumentEntity(document.id, n, schema, name, (Mention(start, start + len(surface), surface),)))
        start += len(surface) + 1
    kept.add(Extract(document, tuple(entities), (), "test/1"))
    return kept


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("lee khoon seng", "Lee Khoon Seng"),
        ("Lee", "Lee"),
        ("hoang van duc", "Hoàng Văn Đức"),
        ("  PRINCE  ", "Prince"),
        ("prince hold", "Prince Holding Group"),
        ("太子园区", "太子园区"),
        ("太子", "太子园区"),
        ("+855 12 345 678", "+85512345678"),
        ("+85512345678", "+85512345678"),
        ("00855 12345678", "+85512345678"),
        ("@boss_kk", "telegram:boss_kk"),
        ("https://t.me/Boss_KK", "telegram:boss_kk"),
        ("https://lotus-invest.example/", "lotus-invest.example"),
        ("tw7u4xb5xwbfdkc1hxpcymw7nahjnrw41h", "TW7U4XB5XWBFdkC1HXPCymW7nAhjnRw41H"),
    ],
)
def test_what_is_typed_names_one_entity(store: Store, typed: str, name: str) -> None:
    assert resolve(store, typed).name == name


def test_an_id_names_its_entity(store: Store) -> None:
    entity = resolve(store, "Lee")
    assert resolve(store, entity.id) == entity


def test_several_part_matches_are_ambiguous_and_carried(store: Store) -> None:
    with pytest.raises(AmbiguousEntity, match="3 entities have names that hold 'prin'") as error:
        resolve(store, "prin")
    assert [entity.name for entity in error.value.candidates] == ["Prince Bank", "Prince", "Prince Holding Group"]


@pytest.mark.parametrize("typed", ["nobody", "", "   "])
def test_nothing_is_said_to_be_nothing(store: Store, typed: str) -> None:
    with pytest.raises(UnknownEntity):
        resolve(store, typed)
