"""Timed work of this room: what was kept away is not kept longer than was said."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta

from snowdrop.comfort import actions, queries
from snowdrop.ground.timetable import every
from snowdrop.memorials.models import Memorial


@every(timedelta(days=1), "destroy the words of what was kept away for ninety days")
def destroy_what_was_kept_away(now: datetime) -> None:
    """Memorial by memorial, so that each question follows its index; while one is frozen nothing of it is destroyed."""
    for memorial_id in Memorial.objects.filter(freezes=None).values_list("pk", flat=True):
        for comfort in queries.sealed_long_enough(memorial_id, now=now).iterator(chunk_size=200):
            with suppress(actions.AlreadyMoved):
                actions.destroy_words(comfort, now=now)
