"""The fingerprint by which a file's contents are known again."""

from __future__ import annotations


def digest(data: bytes) -> str:
    """BLAKE2b of the bytes, 128 bits, in hex."""
    from hashlib import blake2b  # costs as much to load as a small search

    return blake2b(data, digest_size=16).hexdigest()
