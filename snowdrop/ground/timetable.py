"""Timed work: what has to be done now and then, by one worker of all that there are."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import import_module
from typing import Final

from django.conf import settings

from snowdrop.ground.models import TimedWork

logger = logging.getLogger(__name__)

TRY_AGAIN_AFTER: Final = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Work:
    """One piece of work, and how much time lies between two runs."""

    name: str
    interval: timedelta
    act: Callable[[datetime], None]


_works: dict[str, Work] = {}


def every(interval: timedelta, name: str) -> Callable[[Callable[[datetime], None]], Callable[[datetime], None]]:
    """Registers a function as timed work. It is given the present moment, and must be safe to run twice."""

    def register(act: Callable[[datetime], None]) -> Callable[[datetime], None]:
        _works[name] = Work(name, interval, act)
        return act

    return register


def do_what_is_due(now: datetime) -> None:
    """Does what is due. Of several workers one does it: the one whose update still found the time that it had read."""
    for work in _works.values():
        row, _ = TimedWork.objects.get_or_create(name=work.name, defaults={"next_run": now})
        if row.next_run > now or not _move(row, now + work.interval):
            continue
        try:
            work.act(now)
        except Exception:
            logger.exception("Timed work failed (%s); it is tried again in a quarter of an hour.", work.name)
            _move(row, now + TRY_AGAIN_AFTER)


def _move(row: TimedWork, to: datetime) -> bool:
    moved = TimedWork.objects.filter(name=row.name, next_run=row.next_run).update(next_run=to)
    row.next_run = to
    return bool(moved)


@every(timedelta(days=1), "remove sessions that are over")
def remove_old_sessions(now: datetime) -> None:
    """Removes sessions whose time has passed."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
