"""Timed work about the days on which things are shown."""

from __future__ import annotations

from datetime import datetime

from django.db.models import F

from snowdrop.ground.timetable import every
from snowdrop.memorials.jobs_of_plans import LOOK_EVERY, do_each
from snowdrop.memorials.models import Plan
from snowdrop.tributes.actions_of_plans import show_as_planned


@every(LOOK_EVERY, "show the things whose day has come")
def show_what_is_due(now: datetime) -> None:
    """Shows every thing whose moment has come, also long ago: the server may have been off."""
    due = Plan.objects.filter(at__lte=now, missed="").exclude(thing_id=F("memorial_id"))
    do_each(due.order_by("at", "id").values_list("thing_id", flat=True), lambda one: show_as_planned(one, now=now))
