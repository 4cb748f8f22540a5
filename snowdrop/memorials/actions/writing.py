"""Writes into the journal what was done with a memorial."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from snowdrop.ground import journal
from snowdrop.memorials.models import Memorial
from snowdrop.people.viewer import Viewer


def write(verb: str, viewer: Viewer, memorial: Memorial, subject_id: UUID, now: datetime) -> None:
    """One entry, in the transaction of its act."""
    journal.write(verb, actor=viewer.person_id, subject_id=subject_id, memorial_id=memorial.id, now=now)
