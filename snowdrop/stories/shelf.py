"""Who wrote which story: sealed on a shelf that is found by a keyed mark of the person, and nowhere else (trust.md B4).

A copy of the tables without the key links no story to a person and no two stories to each other: marks are keyed,
the list on a shelf is sealed, and filled up to a round length.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import Final
from uuid import UUID

from snowdrop.ground import keys
from snowdrop.people.viewer import Viewer

MARK_BYTES: Final = 16
SHELVES: Final = UUID(int=2)
"""Whose data key seals and marks the shelves: nobody's."""

_PLACES: Final = 32
"""A shelf has room for so many ids, or a multiple of it; what is empty is filled with spaces."""
_HEX: Final = 32


def mark_of(kind: str, what: bytes) -> bytes:
    """A keyed mark of something, different for each kind."""
    return hmac.new(keys.common_key(SHELVES), kind.encode() + b"\x00" + what, hashlib.sha256).digest()[:MARK_BYTES]


def shelf_mark(viewer: Viewer) -> bytes:
    """The mark of the viewer's shelf."""
    assert viewer.person_id
    return shelf_mark_of(viewer.person_id)


def shelf_mark_of(person_id: UUID) -> bytes:
    """The mark of somebody's shelf."""
    return mark_of("shelf", person_id.bytes)


def ids_in(filled: str) -> frozenset[UUID]:
    """The ids on a shelf."""
    return frozenset(UUID(hex=filled[at : at + _HEX]) for at in range(0, len(filled.rstrip()), _HEX))


def filled_with(ids: frozenset[UUID]) -> str:
    """These ids as a shelf keeps them: in no order of time, and as long as any other shelf."""
    room = max(1, -(-len(ids) // _PLACES)) * _PLACES * _HEX
    return "".join(sorted(one.hex for one in ids)).ljust(room)
