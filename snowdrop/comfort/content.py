"""What a piece of comfort says, sealed with its memorial's key and bound to its own row."""

from __future__ import annotations

import hashlib
import hmac
import json
import unicodedata
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from snowdrop.comfort.intake import Arrival
from snowdrop.comfort.models import Comfort
from snowdrop.ground import keys, sealing

_BOUND: Final = b"comfort\x00"
_as_json: Final = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True, slots=True)
class Content:
    """The private part: words, who they are from, and how that person may be reached."""

    words: str
    name: str
    relation: str
    reach: str


NOTHING: Final = Content("", "", "", "")


def seal_arrival(key: bytes, arrival: Arrival, digest: bytes) -> bytes:
    """Seals what arrived; on the way of every message, so it does no more than it must."""
    plain = _as_json([arrival.words, arrival.name, arrival.relation, arrival.reach])
    return sealing.seal(key, plain.encode(), bound_to=_BOUND + digest)


def seal_content(key: bytes, content: Content, digest: bytes) -> bytes:
    """Seals content that takes the place of what was there."""
    plain = _as_json([content.words, content.name, content.relation, content.reach])
    return sealing.seal(key, plain.encode(), bound_to=_BOUND + digest)


def read_content(comfort: Comfort) -> Content:
    """Unseals what a piece of comfort says. Raises sealing.Unreadable or keys.KeyIsGone."""
    key, digest = keys.data_key(comfort.memorial_id), bytes(comfort.arrival)
    return Content(*json.loads(sealing.unseal(key, bytes(comfort.sealed), bound_to=_BOUND + digest)))


def person_mark(key: bytes, person_id: UUID) -> bytes:
    """Finds what somebody sent while they were signed in, without a list of who has sent what: keyed, 16 bytes."""
    return hmac.new(key, b"person\x00" + person_id.bytes, hashlib.sha256).digest()[:16]


def sender_digest(key: bytes, content: Content) -> bytes:
    """Finds all from one person without reading names: keyed, of the name they signed with, else of their address."""
    said = content.name or content.reach
    if not said:
        return b"\x00" * 8
    folded = unicodedata.normalize("NFKC", said).casefold().split()
    return hmac.new(key, b"sender\x00" + " ".join(folded).encode(), hashlib.sha256).digest()[:8]
