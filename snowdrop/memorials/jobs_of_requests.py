"""Timed work about asking to see: nothing that was asked is kept longer than was said."""

from __future__ import annotations

from datetime import datetime, timedelta

from snowdrop.ground.timetable import every
from snowdrop.memorials.actions import forget_knocks, forget_requests


@every(timedelta(hours=1), "forget knocks that were not carried in")
def forget_old_knocks(now: datetime) -> None:
    """A knock outlives no day, whatever kept it from being carried in."""
    forget_knocks(now=now)


@every(timedelta(days=1), "forget requests to see after ninety days")
def forget_old_requests(now: datetime) -> None:
    """A request that was answered with “not now”, or with nothing, is kept for ninety days."""
    forget_requests(now=now)
