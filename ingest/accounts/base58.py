"""Base58: the letters of Bitcoin, TRON, Litecoin, Solana and Monero addresses, and the check inside the first three."""

from __future__ import annotations

from hashlib import sha256

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_VALUES = {letter: value for value, letter in enumerate(ALPHABET)}


def decode(text: str) -> bytes | None:
    """The bytes that a base58 text stands for, or None where a letter is not of the alphabet.

    >>> decode("2NEpo7TZRRrLZSi2U")
    b'Hello World!'
    """
    number = 0
    for letter in text:
        value = _VALUES.get(letter)
        if value is None:
            return None
        number = number * 58 + value
    zeros = len(text) - len(text.lstrip("1"))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")


def checked(text: str) -> bytes | None:
    """Version byte and hash of a base58check address, or None unless its four check bytes fit."""
    raw = decode(text)
    if raw is None or len(raw) != 25:
        return None
    body, check = raw[:-4], raw[-4:]
    return body if sha256(sha256(body).digest()).digest()[:4] == check else None
