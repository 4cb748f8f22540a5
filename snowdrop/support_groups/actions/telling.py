"""One entry in the journal for each act. Whoever acts in a group is its persona: the journal links none to a person."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from snowdrop.ground import journal


def write(verb: str, actor: UUID | None, subject_id: UUID, now: datetime) -> None:
    """Writes one entry, inside the transaction of the act."""
    journal.write(verb, actor=actor, subject_id=subject_id, memorial_id=None, now=now)
