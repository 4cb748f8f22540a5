"""Timed work about quiet: what ends on a day is cleared away. Whether it is quiet is asked of the day itself."""

from __future__ import annotations

from datetime import datetime, timedelta

from snowdrop.ground.timetable import every
from snowdrop.memorials.actions import end_quiet_that_is_over


@every(timedelta(minutes=1), "clear away a quiet whose day has come")
def clear_away(now: datetime) -> None:
    """So that the published page is made anew within a minute or two; nobody is told."""
    end_quiet_that_is_over(now)
