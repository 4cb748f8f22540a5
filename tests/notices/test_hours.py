"""A person's own hour: once a day by the clock where they live, over every change of the clocks, whoever was off."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from snowdrop.notices import rules
from snowdrop.notices.rules import Clock

ZONES: Final = (
    "Europe/Berlin",
    "Europe/London",
    "America/New_York",
    "America/St_Johns",  # half an hour beside its neighbours
    "America/Sao_Paulo",  # changed at midnight, until 2019
    "America/Santiago",
    "Africa/Casablanca",  # goes back for Ramadan
    "Asia/Beirut",  # changes at midnight
    "Asia/Kolkata",
    "Australia/Lord_Howe",  # changes by half an hour
    "Pacific/Apia",  # had no 30 December 2011
    "Pacific/Chatham",  # three quarters of an hour
    "Asia/Pyongyang",  # moved by half an hour, twice
    "America/Nuuk",
)
MINUTE: Final = timedelta(minutes=1)
MOMENTS: Final = st.datetimes(datetime(2011, 1, 1), datetime(2036, 12, 1))


def told(clock: Clock, looks: list[datetime]) -> list[tuple[date, datetime]]:
    """For which day, and when, one is told whose worker looks at these moments: the first look puts in the day."""
    days: dict[date, datetime] = {}
    for now in looks:
        today, moment = rules.gathers_today(clock, now)
        if moment <= now and today not in days and not rules.is_night(clock, now):
            days[today] = now
    return sorted(days.items())


@pytest.mark.parametrize("zone", ZONES)
@given(
    start=st.datetimes(datetime(2011, 1, 1), datetime(2036, 12, 1)), hour=st.integers(7, 21), every=st.integers(1, 9)
)
@example(start=datetime(2011, 12, 28), hour=8, every=2)
@example(start=datetime(2026, 3, 27), hour=8, every=2)
@example(start=datetime(2026, 10, 23), hour=8, every=2)
@example(start=datetime(2018, 5, 3), hour=8, every=2)
def test_once_on_each_day_that_there_is_at_the_hour_by_the_clock(
    zone: str, start: datetime, hour: int, every: int
) -> None:
    clock, where = Clock(zone, hour), ZoneInfo(zone)
    begins = start.replace(tzinfo=UTC)
    looks = [begins + timedelta(minutes=every) * number for number in range(4 * 24 * 60 // every)]

    found = told(clock, looks)

    days = {look.astimezone(where).date() for look in looks}
    whole = {day for day in days if _had_the_hour(day, hour, where, looks)}
    assert whole <= {day for day, _ in found} <= days
    assert len({day for day, _ in found}) == len(found)
    for day, when in found[1:]:
        local = when.astimezone(where)
        assert local.date() == day
        late = local.replace(tzinfo=None) - datetime.combine(day, time(hour))
        assert timedelta(0) <= late <= timedelta(minutes=every), (zone, local)


def _had_the_hour(day: date, hour: int, where: ZoneInfo, looks: list[datetime]) -> bool:
    return any(look.astimezone(where).date() == day and hour <= look.astimezone(where).hour < 22 for look in looks)


@pytest.mark.parametrize("zone", ZONES)
@settings(max_examples=40)
@given(day=st.dates(date(2011, 1, 1), date(2036, 12, 1)), hour=st.integers(0, 23))
def test_an_hour_that_the_clocks_go_over_is_told_once_all_the_same(zone: str, day: date, hour: int) -> None:
    clock, where = Clock(zone, hour, at_night=True), ZoneInfo(zone)
    begins = datetime.combine(day, time(0), UTC) - timedelta(hours=15)
    looks = [begins + MINUTE * 10 * number for number in range(6 * 54)]

    found = told(clock, looks)

    for this, when in found[1:]:
        local = when.astimezone(where)
        assert local.date() == this
        assert local.hour * 60 + local.minute >= hour * 60
        assert local.replace(tzinfo=None) - datetime.combine(this, time(hour)) <= timedelta(hours=1, minutes=10)


@pytest.mark.parametrize("zone", ZONES)
@given(moment=MOMENTS)
def test_the_morning_after_is_never_at_night_and_never_long_away(zone: str, moment: datetime) -> None:
    clock, now = Clock(zone), moment.replace(tzinfo=UTC)

    morning = rules.morning_after(clock, now)

    assert now < morning <= now + timedelta(hours=25)
    assert not rules.is_night(clock, morning)


def test_eight_oclock_is_eight_oclock_in_twelve_zones_over_a_whole_year() -> None:
    wrong = checks = 0
    for zone in ZONES[:12]:
        clock, where = Clock(zone, 8), ZoneInfo(zone)
        now = datetime(2026, 1, 1, 12, tzinfo=UTC)
        for _ in range(365):
            today, moment = rules.gathers_today(clock, now)
            local = moment.astimezone(where)
            checks += 1
            wrong += (local.date(), local.hour, local.minute) != (today, 8, 0)
            now += timedelta(days=1)

    assert (checks, wrong) == (12 * 365, 0)


def test_a_zone_that_nobody_knows_is_that_of_the_server() -> None:
    now = datetime(2026, 3, 14, 7, 30, tzinfo=UTC)

    for zone in ("", "Mars/Olympus", "../etc/passwd"):
        assert rules.gathers_today(Clock(zone, 8), now) == (date(2026, 3, 14), datetime(2026, 3, 14, 8, tzinfo=UTC))
