"""Hours in time zones: every hour of a day becomes one moment, also where clocks go forward or back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snowdrop.ground.zones import local_hour, moment_in_words, moment_of, time_zones

ZONES = (
    "Europe/Berlin",
    "Europe/London",
    "Africa/Casablanca",
    "America/New_York",
    "America/St_Johns",
    "America/Santiago",
    "America/Havana",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "UTC",
)
"""Twelve: north and south, half hours, quarters, clocks that move by half an hour, at midnight, in Ramadan, never."""


@pytest.mark.parametrize("zone", ZONES)
@settings(max_examples=300, deadline=None)
@given(
    day=st.dates(date(2026, 1, 1), date(2037, 12, 31)), minute=st.integers(0, 24 * 60 - 1), move=st.integers(-90, 90)
)
def test_every_hour_of_every_day_is_one_moment(zone: str, day: date, minute: int, move: int) -> None:
    said = datetime.combine(day, time(minute // 60, minute % 60))
    change = _a_change_near(day, zone)
    if change and move % 2:  # half of them right beside a change of the clocks
        said = change.astimezone(ZoneInfo(zone)).replace(tzinfo=None, second=0) + timedelta(minutes=move)

    meant = moment_of(said.date(), said.time(), zone)

    shown = local_hour(meant.moment, zone).replace(tzinfo=None)
    moments = _moments_that_are(said, zone)
    assert meant.is_twice == (len(moments) == 2)
    assert meant.is_skipped == (not moments)
    if moments:
        assert (meant.moment, shown) == (moments[0], said)
    else:
        assert timedelta(0) < shown - said <= timedelta(hours=1)


def _moments_that_are(said: datetime, zone: str) -> list[datetime]:
    """Every moment at which the clocks show this hour: looked for minute by minute, without asking which fold it is."""
    where, around = ZoneInfo(zone), said.replace(tzinfo=UTC)
    offsets = {
        (around + timedelta(hours=hours)).astimezone(where).utcoffset() or timedelta() for hours in range(-30, 31)
    }
    moments = sorted(around - offset for offset in offsets)
    return [moment for moment in moments if moment.astimezone(where).replace(tzinfo=None) == said]


def _a_change_near(day: date, zone: str) -> datetime | None:
    """The next moment within eight months at which the clocks change there."""
    where, moment = ZoneInfo(zone), datetime.combine(day, time(), UTC)
    for _ in range(240):
        later = moment + timedelta(days=1)
        if moment.astimezone(where).utcoffset() != later.astimezone(where).utcoffset():
            low, high = moment, later
            while high - low > timedelta(minutes=1):
                middle = low + (high - low) / 2
                same = middle.astimezone(where).utcoffset() == low.astimezone(where).utcoffset()
                low, high = (middle, high) if same else (low, middle)
            return high
        moment = later
    return None


def test_an_hour_that_does_not_come_is_as_much_later_as_the_clocks_go_forward() -> None:
    meant = moment_of(date(2027, 3, 28), time(2, 30), "Europe/Berlin")

    assert (meant.moment, meant.is_skipped) == (datetime(2027, 3, 28, 1, 30, tzinfo=UTC), True)
    assert moment_in_words(meant.moment, "Europe/Berlin") == "28 March 2027 at 03:30 (Europe/Berlin)"


def test_of_an_hour_that_comes_twice_the_first_is_meant() -> None:
    meant = moment_of(date(2027, 10, 31), time(2, 30), "Europe/Berlin")

    assert (meant.moment, meant.is_twice) == (datetime(2027, 10, 31, 0, 30, tzinfo=UTC), True)


def test_everybody_finds_where_they_live_and_nothing_that_is_no_place() -> None:
    assert set(ZONES) <= set(time_zones())
    assert not [name for name in time_zones() if name.startswith(("Etc/", "posix", "right", "SystemV"))]


def test_a_zone_that_this_server_does_not_know_is_said_in_utc() -> None:
    assert moment_in_words(datetime(2027, 3, 14, 9, tzinfo=UTC), "Moon/Tranquillity") == "14 March 2027 at 09:00 (UTC)"
