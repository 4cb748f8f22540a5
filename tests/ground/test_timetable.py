"""Timed work: done when it is due, by one of all workers, and again after a failure."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import connection

from snowdrop.ground import clock, timetable
from tests.world.cast import NOON

HOUR = timedelta(hours=1)


@pytest.fixture
def runs() -> Iterator[list[datetime]]:
    """When the only work of the timetable was done."""
    before, done = dict(timetable._works), list[datetime]()
    timetable._works.clear()
    timetable.every(HOUR, "look after the lamp")(done.append)
    yield done
    timetable._works.clear()
    timetable._works.update(before)


@pytest.mark.django_db
def test_work_is_done_when_it_is_due_and_not_before(runs: list[datetime]) -> None:
    for moment in (NOON, NOON + HOUR / 2, NOON + HOUR, NOON + HOUR):
        timetable.do_what_is_due(moment)

    assert runs == [NOON, NOON + HOUR]


@pytest.mark.django_db(transaction=True)
def test_of_several_workers_one_does_it(runs: list[datetime]) -> None:
    timetable.do_what_is_due(NOON)
    together = threading.Barrier(4)

    def work() -> None:
        together.wait()
        timetable.do_what_is_due(NOON + HOUR)
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert runs == [NOON, NOON + HOUR]


@pytest.mark.django_db
def test_work_that_fails_is_tried_again_sooner(runs: list[datetime]) -> None:
    def fail(now: datetime) -> None:
        runs.append(now)
        raise OSError("for once")

    timetable.every(HOUR, "look after the lamp")(fail)

    for moment in (NOON, NOON + timedelta(minutes=14), NOON + timedelta(minutes=15)):
        timetable.do_what_is_due(moment)

    assert runs == [NOON, NOON + timedelta(minutes=15)]


@pytest.mark.django_db
def test_sessions_that_are_over_are_removed() -> None:
    now = clock.now()
    Session.objects.create(session_key="over", session_data="", expire_date=now - HOUR)
    Session.objects.create(session_key="open", session_data="", expire_date=now + HOUR)

    timetable.do_what_is_due(now)

    assert list(Session.objects.values_list("session_key", flat=True)) == ["open"]
