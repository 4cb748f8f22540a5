"""Hours as people say them where they live, and the moments that they are: clocks that go forward, and back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from django.utils.formats import date_format
from django.utils.translation import gettext as _

_WHERE_PEOPLE_LIVE: Final = frozenset(
    {
        "Africa",
        "America",
        "Antarctica",
        "Arctic",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
    }
)


@cache
def time_zones() -> tuple[str, ...]:
    """The names of all time zones by region and city (IANA, such as “Europe/Berlin”), and UTC at the end."""
    return (*sorted(name for name in available_timezones() if name.split("/")[0] in _WHERE_PEOPLE_LIVE), "UTC")


@dataclass(frozen=True, slots=True)
class Meant:
    """A moment, and the two ways in which the hour that was said may not name exactly one.

    `is_skipped`: the clocks go forward over it; it is then as much later as they go forward. `is_twice`: they go back,
    and it comes twice; the first is meant.
    """

    moment: datetime
    is_skipped: bool
    is_twice: bool


def zone_of(name: str) -> ZoneInfo | None:
    """The time zone of this name; None for none, and for one that this server does not know (any more)."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError):
        return None


def moment_of(day: date, hour: time, zone: str) -> Meant:
    """The moment that an hour of a day is in a time zone of `time_zones`. Raises OverflowError at the ends of time."""
    where = ZoneInfo(zone)
    said = datetime.combine(day, hour, where)  # of an hour that comes twice this is the first (PEP 495)
    moment = said.astimezone(UTC)
    is_skipped = moment.astimezone(where).replace(tzinfo=None) != said.replace(tzinfo=None)
    is_twice = not is_skipped and said.utcoffset() != said.replace(fold=1).utcoffset()
    return Meant(moment, is_skipped, is_twice)


def local_hour(moment: datetime, zone: str) -> datetime:
    """A moment as the clocks of a time zone show it; in UTC where this server does not know the zone (any more)."""
    return moment.astimezone(zone_of(zone) or UTC)


def moment_in_words(moment: datetime, zone: str) -> str:
    """As in “14 March 2027 at 09:00 (Europe/Berlin)”, in the reader's language."""
    local = local_hour(moment, zone)
    said = {"day": date_format(local, "j F Y"), "hour": date_format(local, "H:i"), "zone": str(local.tzinfo)}
    return _("%(day)s at %(hour)s (%(zone)s)") % {**said, "zone": said["zone"].replace("_", " ")}
