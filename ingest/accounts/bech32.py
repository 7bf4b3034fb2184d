"""Bech32 and bech32m (BIP-173, BIP-350): the check inside Bitcoin and Litecoin segwit addresses."""

from __future__ import annotations

CHARSET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_VALUES = {letter: value for value, letter in enumerate(CHARSET)}
_GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_BECH32, _BECH32M = 1, 0x2BC830A3


def segwit(address: str, prefix: str) -> int | None:
    """The witness version of a segwit address, or None unless length, letter case, padding and check all fit.

    >>> segwit("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "bc")
    0
    """
    if address not in (address.lower(), address.upper()) or not 14 <= len(address) <= 90:
        return None
    human, _, data = address.lower().rpartition("1")
    values = [_VALUES[letter] for letter in data if letter in _VALUES]
    if human != prefix or len(values) != len(data) or len(values) < 7:
        return None
    version, program = values[0], _program(values[1:-6])
    if version > 16 or program is None or not 2 <= len(program) <= 40:
        return None
    if version == 0 and len(program) not in (20, 32):
        return None
    expected = _BECH32 if version == 0 else _BECH32M
    return version if _checksum(prefix, values) == expected else None


def _checksum(prefix: str, values: list[int]) -> int:
    check = 1
    for value in [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix] + values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(_GENERATORS):
            if top >> bit & 1:
                check ^= generator
    return check


def _program(values: list[int]) -> bytes | None:
    """Five-bit groups as bytes; the padding must be shorter than a group and zero."""
    bits, length, program = 0, 0, bytearray()
    for value in values:
        bits, length = bits << 5 | value, length + 5
        if length >= 8:
            length -= 8
            program.append(bits >> length & 0xFF)
    return None if length >= 5 or bits & ((1 << length) - 1) else bytes(program)
