"""Keys that forgive what people type, and keys that keep what tells names apart."""

import pytest

from graph.folding import LONGEST_KEY, account_key, asked_keys, identity_fold, search_key, trigrams


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Hoàng Văn Đức", "hoang van duc"),
        ("HOANG VAN DUC", "hoang van duc"),
        ("Jin Bei Group Co., Ltd.", "jin bei group co ltd"),
        ("O’Smach", "osmach"),
        ("Ｋ Ｋ　Ｐａｒｋ", "k k park"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("Łukasz Ørsted", "lukasz orsted"),
        ("佘智江", "佘智江"),
        ("이재명", "이재명"),
        ("がぎぐ", "がぎぐ"),
        ("១២៣", "123"),
        ("", ""),
        ("«»!?", ""),
    ],
)
def test_search_key(typed: str, key: str) -> None:
    assert search_key(typed) == key


@pytest.mark.parametrize("name", ["ព្រះសីហនុ", "เฉิน จื้อ", "ရွှေကုက္ကို", "ລາວ ສີ", "சிங்கப்பூர்"])
def test_search_key_keeps_vowel_signs(name: str) -> None:
    assert search_key(name) == name


@pytest.mark.parametrize(
    ("spelling", "key"),
    [
        ("+855 12 345 678", "85512345678"),
        ("00855-12-345-678", "85512345678"),
        ("(+855) 12.345.678".replace(".", " "), "85512345678"),
        ("https://www.Example.com/", "example.com"),
        ("hxxps://example[.]com", "example.com"),
        ("@Boss_KK", "boss_kk"),
        ("t.me/Boss_KK", "boss_kk"),
        ("0xDe0B295669a9FD93d5F28D9Ec85E40f4cb697BAe", "0xde0b295669a9fd93d5f28d9ec85e40f4cb697bae"),
        ("GB82 WEST 1234 5698 7654 32", "gb82west12345698765432"),
        ("Boss@Mail.example", "bossmail.example"),
    ],
)
def test_account_key(spelling: str, key: str) -> None:
    assert account_key(spelling) == key


def test_what_is_typed_may_mean_a_name_or_an_account() -> None:
    assert asked_keys("KK Park") == ("kk park", "kkpark")
    assert asked_keys("王子") == ("王子",)
    assert asked_keys("!!") == ()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("SHE ZHIJIANG", "She  Zhijiang"),
        ("Co., Ltd", "Co Ltd"),
        ("She Zhi-jiang", "She Zhi jiang"),
        ("Xi'an", "Xian"),
        ("Hoa\u0300ng", "Hoàng"),
        ("ＫＫ Park", "KK Park"),
        ("Shwe\u200bKokko", "ShweKokko"),
    ],
)
def test_identity_forgets_case_width_and_punctuation(left: str, right: str) -> None:
    assert identity_fold(left) == identity_fold(right)


@pytest.mark.parametrize(
    ("left", "right"), [("Hoàng", "Hoang"), ("Đức", "Duc"), ("KK Park", "KK Park 2"), ("佘", "余")]
)
def test_identity_keeps_what_tells_names_apart(left: str, right: str) -> None:
    assert identity_fold(left) != identity_fold(right)


def test_keys_have_an_end() -> None:
    assert len(search_key("x" * 10_000)) == LONGEST_KEY
    assert len(account_key("7" * 10_000)) == LONGEST_KEY


def test_trigrams_are_distinct_and_in_order() -> None:
    assert trigrams("ababab") == ("aba", "bab")
    assert trigrams("ab") == ()
