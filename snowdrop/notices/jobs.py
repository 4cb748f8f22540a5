"""Timed work of notices: what was gathered is told at each person's hour; nothing that was not confirmed is kept."""

from __future__ import annotations

from datetime import datetime, timedelta

from snowdrop.ground.timetable import every
from snowdrop.notices import actions, telling


@every(timedelta(minutes=2), "tell people what was gathered")
def tell_what_was_gathered(now: datetime) -> None:
    """Once a day for each person, whichever worker comes first, and however long none was there."""
    telling.gather(now)


@every(timedelta(hours=6), "forget addresses that nobody has confirmed")
def forget_unconfirmed(now: datetime) -> None:
    """Keeps no address of somebody who has not said that it is theirs."""
    actions.forget_unconfirmed(now=now)
