"""Timed work about helping: who has stopped is not remembered for longer than they can take it back."""

from __future__ import annotations

from datetime import datetime, timedelta

from snowdrop.ground.timetable import every
from snowdrop.memorials.actions import forget_resignations


@every(timedelta(hours=1), "forget resignations")
def forget_old_resignations(now: datetime) -> None:
    """An hour after somebody has stopped helping."""
    forget_resignations(now=now)
