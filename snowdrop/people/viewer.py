"""The viewer: who is asking, built once for each request and always given first (house law 5)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person who is signed in, a guest with private links, or nobody known. It carries no rights, only who it is."""

    person_id: UUID | None = None
    links: frozenset[UUID] = frozenset()

    @property
    def is_signed_in(self) -> bool:
        """Whether the person has signed in."""
        return self.person_id is not None


NOBODY_KNOWN = Viewer()
