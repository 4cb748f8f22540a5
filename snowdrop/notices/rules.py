"""When somebody may be told: at their hour, by the clock where they live, never at night, and not while it is quiet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from snowdrop.ground.zones import local_hour, moment_of
from snowdrop.notices.vocabulary import NIGHT_BEGINS, NIGHT_ENDS

_UTC: Final = "UTC"


@dataclass(frozen=True, slots=True)
class Clock:
    """When somebody wants to be told: a time zone (empty: that of the server, UTC), an hour, a day of the week."""

    time_zone: str = ""
    hour: int = 8
    weekday: int = 6
    at_night: bool = False


def gathers_today(clock: Clock, now: datetime) -> tuple[date, datetime]:
    """The day that it is where somebody lives, and the moment on it at which what was gathered is sent.

    An hour that the clocks go over is as much later as they go forward; of one that comes twice the first is meant.
    """
    zone = _known(clock.time_zone, now)
    today = local_hour(now, zone).date()
    return today, moment_of(today, time(clock.hour), zone).moment


def is_night(clock: Clock, now: datetime) -> bool:
    """Whether it is an hour at which they are not to be told anything by mail."""
    hour = local_hour(now, _known(clock.time_zone, now)).hour
    return not clock.at_night and (hour >= NIGHT_BEGINS or hour < NIGHT_ENDS)


def morning_after(clock: Clock, now: datetime) -> datetime:
    """When the night is over in which it is now, or that comes next."""
    zone = _known(clock.time_zone, now)
    today = local_hour(now, zone).date()
    for day in (today, today + timedelta(days=1), today + timedelta(days=2)):
        morning = moment_of(day, time(NIGHT_ENDS), zone).moment
        if morning > now:
            return morning
    return now + timedelta(days=1)


def _known(zone: str, now: datetime) -> str:
    """The zone if this server knows it (still), else UTC."""
    return zone if zone and str(local_hour(now, zone).tzinfo) == zone else _UTC
