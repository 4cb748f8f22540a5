"""What support groups do by the clock."""

from __future__ import annotations

from datetime import datetime, timedelta

from snowdrop.ground.timetable import every
from snowdrop.support_groups import actions


@every(timedelta(hours=1), "let go of groups that have ended")
def let_go_of_ended_groups(now: datetime) -> None:
    """The key first, then the rows. Safe to run twice."""
    actions.finish_endings(now=now)


@every(timedelta(days=1), "let go of old answers to requests")
def let_go_of_old_answers(now: datetime) -> None:
    """What was said to somebody who was not let in, once they have had a month to read it. Safe to run twice."""
    actions.let_go_of_answers(now=now)
