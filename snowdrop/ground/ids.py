"""Identifiers: random enough that nobody guesses one, ordered by time so that indexes stay together."""

from __future__ import annotations

import os
import secrets
import time
from uuid import UUID

_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def new_id() -> UUID:
    """A version 7 UUID (RFC 9562): 48 bits of unix milliseconds, then 74 random bits. Never a secret by itself."""
    milliseconds = time.time_ns() // 1_000_000
    number = (milliseconds & (1 << 48) - 1) << 80 | int.from_bytes(os.urandom(10))
    number = number & ~(0xF << 76) | 0x7 << 76
    return UUID(int=number & ~(0x3 << 62) | 0x2 << 62)


def new_secret() -> str:
    """A secret for an address or a link: 160 random bits, safe in a URL (trust.md 11.5.1 asks for 128)."""
    return secrets.token_urlsafe(20)


def new_address(length: int = 10) -> str:
    """A short name for an address, of letters and digits that are not mistaken for each other when read aloud."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(length))
