"""Keccak-256, the hash inside Ethereum and Monero addresses (not the later SHA3-256)."""

from __future__ import annotations


def keccak256(data: bytes) -> bytes:
    """The 32 bytes of Keccak-256.

    >>> keccak256(b"").hex()[:8]
    'c5d24601'
    """
    from Crypto.Hash import keccak  # heavy, and most texts hold no mixed-case address

    return keccak.new(digest_bits=256, data=data).digest()
