"""Staffed hours as weekly times of a place, and the moments that they are; no rows are asked here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from snowdrop.ground.zones import local_hour, moment_of

_DAYS_AHEAD = 8


@dataclass(frozen=True, slots=True)
class Weekly:
    """Hours on one day of every week, by the clocks of a zone; an end not after the beginning is on the next day."""

    weekday: int
    begins: time
    ends: time
    zone: str


@dataclass(frozen=True, slots=True)
class Span:
    """From one moment until before another."""

    begins: datetime
    ends: datetime

    def holds(self, moment: datetime) -> bool:
        """Whether it is then."""
        return self.begins <= moment < self.ends


def spans_around(hours: Iterable[Weekly], now: datetime) -> list[Span]:
    """The hours of yesterday and of the coming week, in their order."""
    found = [span for weekly in hours for span in _spans_of(weekly, now)]
    return sorted(found, key=lambda span: (span.begins, span.ends))


def span_now(hours: Iterable[Weekly], now: datetime) -> Span | None:
    """The hours that it is now; of several, those that last longest."""
    held = [span for span in spans_around(hours, now) if span.holds(now)]
    return max(held, key=lambda span: span.ends, default=None)


def next_span(hours: Iterable[Weekly], now: datetime) -> Span | None:
    """The next hours that begin after now; None where there are none."""
    return next((span for span in spans_around(hours, now) if span.begins > now), None)


def _spans_of(weekly: Weekly, now: datetime) -> Iterator[Span]:
    today = local_hour(now, weekly.zone).date()
    for ahead in range(-1, _DAYS_AHEAD):
        day = today + timedelta(days=ahead)
        if day.weekday() != weekly.weekday:
            continue
        last = day if weekly.ends > weekly.begins else day + timedelta(days=1)
        yield Span(moment_of(day, weekly.begins, weekly.zone).moment, moment_of(last, weekly.ends, weekly.zone).moment)
