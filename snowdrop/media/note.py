"""What is written on the back of a photograph: the name of its file, its type and its checksum; kept sealed."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass

from snowdrop.ground import sealing


@dataclass(frozen=True, slots=True)
class Note:
    """The name that the file came with, its media type, and the SHA-256 (hexadecimal) of its bytes."""

    name: str
    mime: str
    sha256: str

    def sealed(self, key: bytes, *, bound_to: bytes) -> bytes:
        return sealing.seal(key, json.dumps(astuple(self)).encode(), bound_to=bound_to)

    @classmethod
    def unsealed(cls, key: bytes, sealed: bytes, *, bound_to: bytes) -> Note:
        """Raises sealing.Unreadable."""
        return cls(*json.loads(sealing.unseal(key, sealed, bound_to=bound_to)))
