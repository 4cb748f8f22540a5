"""Notes that a keeper was told."""

from __future__ import annotations

from datetime import datetime

from snowdrop.memorials.models import Told
from snowdrop.memorials.queries.telling import Notice


def note_told(notice: Notice, *, now: datetime) -> None:
    """Notes that somebody was told, or that their address takes no mail any more; twice is fine."""
    rows = [
        Told(
            memorial=notice.memorial,
            about=step.about,
            began=step.began,
            person_id=notice.person_id,
            step=step.name,
            at=now,
        )
        for step in notice.steps
    ]
    Told.objects.bulk_create(rows, ignore_conflicts=True)
