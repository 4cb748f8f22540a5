"""When somebody who keeps people safe is there: the hours that the operator has set, and who is off duty.

Nothing is promised that is not so: where nobody leads here, or nobody is awake, that is what is said (trust.md T33).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import QuerySet

from snowdrop.ground.zones import moment_of
from snowdrop.safeguarding.models import Staff
from snowdrop.safeguarding.vocabulary_of_staff import LEADING
from snowdrop.settings.environment import Staffed

_AHEAD: Final = 15
"""Days ahead in which the next hours are looked for."""


class There(StrEnum):
    """Whether somebody is there: nobody leads here at all, somebody is there, or not now."""

    NOBODY = "nobody"
    NOW = "now"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Presence:
    """Whether somebody is there, and until when or from when on; `at` is None where there are no fixed hours."""

    there: There
    at: datetime | None = None
    zone: str = "UTC"


def presence(now: datetime) -> Presence:
    """What can honestly be said at this moment."""
    if not Staff.objects.serving().filter(role__in=LEADING).exists():
        return Presence(There.NOBODY)
    hours, zone = settings.SNOWDROP.staffed_hours, _zone()
    current = next((span for span in _spans(hours, now) if span[0] <= now < span[1]), None)
    if current and on_duty().exists():
        return Presence(There.NOW, current[1], zone)
    after = current[1] if current else now
    return Presence(There.LATER, next((begins for begins, _ in _spans(hours, now) if begins >= after), None), zone)


def next_staffed(now: datetime) -> datetime:
    """Now, if this is one of the staffed hours, or where there are none; else the moment at which the next begin."""
    for begins, ends in _spans(settings.SNOWDROP.staffed_hours, now):
        if now < ends:
            return max(begins, now)
    return now


def after_staffed_time(now: datetime, wanted: timedelta) -> datetime:
    """The moment at which so much staffed time has passed; plain time where there are no hours."""
    left, last = wanted, now
    for begins, ends in _spans(settings.SNOWDROP.staffed_hours, now):
        begins = max(begins, now)
        if ends - begins >= left:
            return begins + left
        left, last = left - (ends - begins), ends
    return max(now, last) + left


def on_duty() -> QuerySet[Staff]:
    """Those who lead and are not off duty."""
    return Staff.objects.serving().filter(role__in=LEADING, off_duty=None)


def _zone() -> str:
    hours = settings.SNOWDROP.staffed_hours
    return hours.zone if hours else "UTC"


def _spans(hours: Staffed | None, now: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The staffed spans that are not over, in their order; each on the clocks of its own day."""
    if hours is None:
        return
    today = now.astimezone(ZoneInfo(hours.zone)).date()
    for ahead in range(-1, _AHEAD):
        day = today + timedelta(days=ahead)
        for weekday, begins, ends in hours.spans:
            if day.weekday() == weekday:
                until = day if ends > begins else day + timedelta(days=1)
                span = (moment_of(day, begins, hours.zone).moment, moment_of(until, ends, hours.zone).moment)
                if span[1] > now:
                    yield span
