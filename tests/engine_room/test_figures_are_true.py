"""What the engine room says is so: what waits is said to wait, and no longer once it has been done."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import OperationalError, connection, transaction
from django.test.utils import CaptureQueriesContext

from snowdrop.engine_room import lines, looks_at_what_is_kept
from snowdrop.engine_room.lines import Line
from snowdrop.engine_room.looking import EngineRoom, look
from snowdrop.engine_room.looks_at_processes import Seen, look_at_front, look_at_processes, look_at_worker
from snowdrop.engine_room.vocabulary import READERS, State
from snowdrop.front.lateness import Lateness
from snowdrop.ground import clock, journal, outbox, running
from snowdrop.ground.last_backup import LastBackup, note_last_backup
from snowdrop.ground.tally import Tally
from tests.world.cast import NOON, a_family
from tests.world.guests import send


@pytest.fixture
def data(tmp_path: Path, settings: Any) -> Iterator[Path]:
    """A folder of data of its own."""
    settings.SNOWDROP = replace(settings.SNOWDROP, data=tmp_path)
    yield tmp_path


def line_of(room: EngineRoom, about: str) -> Line:
    (found,) = (line for part in room.parts for line in part.lines if line.about == about)
    return found


def catch_up() -> None:
    while journal.catch_up_all():
        pass


@pytest.mark.django_db(transaction=True)
def test_a_reader_that_is_behind_is_said_to_be_and_is_up_to_date_once_it_has_read() -> None:
    memorial = a_family(published_to="everybody").memorial
    catch_up()
    began = clock.now()
    for number in range(3):
        send(memorial, words=f"Message {number}", now=began)
    about = str(READERS["comfort-lanes"])

    behind = line_of(look(began + timedelta(seconds=30)), about)
    slow = line_of(look(began + timedelta(minutes=2)), about)
    stuck = look(began + timedelta(minutes=12))
    catch_up()
    after = line_of(look(began + timedelta(minutes=12)), about)

    assert (behind.state, behind.words) == (State.FINE, "3 entries behind, for 30 s")
    assert (slow.state, slow.words) == (State.SLOW, "3 entries behind, for 2 min")
    assert (line_of(stuck, about).state, stuck.state) == (State.STUCK, State.STUCK)
    assert (after.state, after.words) == (State.FINE, "up to date")


@pytest.mark.django_db
def test_mails_that_nobody_takes_up_are_said_to_wait() -> None:
    now = clock.now()
    with transaction.atomic():
        outbox.put("nothing-that-anybody-writes", subject_id=uuid4(), recipients=[uuid4()], memorial_id=None, now=now)

    waits = line_of(look(now + timedelta(minutes=6)), "mails to be sent")
    stuck = line_of(look(now + timedelta(minutes=20)), "mails to be sent")

    assert (waits.state, waits.words) == (State.SLOW, "the oldest waits for 6 min")
    assert stuck.state is State.STUCK
    assert line_of(look(now - timedelta(minutes=1)), "mails to be sent").words == "nothing waits"


def test_every_reader_of_the_journal_has_words_for_whoever_runs_the_server() -> None:
    assert {one.name for one in journal.readers()} == set(READERS)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("days", "verified", "states"),
    [
        (1, 3, [State.FINE, State.FINE]),
        (3, 40, [State.SLOW, State.SLOW]),
        (9, None, [State.STUCK, State.SLOW]),
    ],
)
def test_the_last_backup_is_told_of_with_its_age(
    data: Path, days: int, verified: int | None, states: list[State]
) -> None:
    now = clock.now()
    tried = now - timedelta(days=verified) if verified else None
    note_last_backup(LastBackup(now - timedelta(days=days), "/backups", 5 * 2**20, 0, verified_at=tried))

    found = look(now)

    assert [line_of(found, about).state for about in ("last backup", "a backup was tried out")] == states
    assert line_of(found, "last backup").words == f"{lines.time_of(days * 86400)} ago, 5 MB"


@pytest.mark.django_db
@pytest.mark.parametrize("said", ["", "{", "[]", '{"at": "yesterday", "bytes": 1}', '{"at": null, "bytes": null}'])
def test_a_backup_that_nothing_can_be_read_of_is_none(data: Path, said: str) -> None:
    (data / "last-backup.json").write_text(said)

    assert line_of(look(clock.now()), "last backup").words == "none is known of"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("free", "state", "words"),
    [
        (50 * 2**30, State.FINE, "50 GB free; photographs are refused below 512 MB, words below 128 MB"),
        (700 * 2**20, State.SLOW, "700 MB free; photographs are refused below 512 MB, words below 128 MB"),
        (300 * 2**20, State.STUCK, "300 MB free; photographs and recordings are refused, words below 128 MB"),
        (9 * 2**20, State.STUCK, "9 MB free; nothing is taken in"),
    ],
)
def test_a_disk_that_fills_says_what_is_refused(
    monkeypatch: pytest.MonkeyPatch, free: int, state: State, words: str
) -> None:
    monkeypatch.setattr(looks_at_what_is_kept.shutil, "disk_usage", lambda _folder: type("", (), {"free": free}))

    found = line_of(look(clock.now()), "room on the disk")

    assert (found.state, found.words) == (state, words)


@pytest.mark.django_db
def test_a_database_that_does_not_answer_is_said_once_and_stops_no_other_look(monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(journal, "standings", away)

    found = look(clock.now())

    assert line_of(found, "database").words == "does not answer: it is locked, or away"
    assert found.state is State.STUCK
    assert line_of(found, "room on the disk").words
    assert [str(part.title) for part in found.parts] == ["What follows from what happens", "What is kept"]


def test_99_of_100_were_done_within_what_is_said_and_the_slowest_is_not_hidden() -> None:
    tally = Tally("front")
    took = tally.durations("answer")
    for _ in range(990):
        took.add(0.0004)
    for _ in range(10):
        took.add(0.2)

    assert lines.most_within(took.counts) == 0.0005
    took.add(0.2)
    assert lines.most_in_words(took.counts) == "99 of 100 within 250 ms"
    assert lines.most_in_words([0] * len(took.counts)) == ""
    assert lines.most_in_words([*[0] * (len(took.counts) - 1), 1]) == "some took longer than 30 s"


def test_what_a_process_tells_is_read_as_the_last_minute(tmp_path: Path) -> None:
    tally = Tally("web")
    tally.gauges["under_way"] = lambda: 3.0
    tally.start(tmp_path)
    wait_for(tmp_path / "web.json")
    tally.count("limited", 2)
    tally.durations("answer").add(0.02)
    patience = time.monotonic() + 10

    while not (report := running.reports(tmp_path)["web"]).since("limited"):
        assert time.monotonic() < patience
        time.sleep(0.05)

    assert report.since("limited") == 2
    assert sum(report.took("answer")) == 1
    assert report.highest == {"under_way": 3.0}
    assert 0 < report.seconds < 60


def wait_for(path: Path) -> None:
    patience = time.monotonic() + 10
    while not path.exists():
        assert time.monotonic() < patience
        time.sleep(0.02)


def test_a_loop_that_is_held_up_is_said_to_be_late_while_it_still_is() -> None:
    loop = asyncio.new_event_loop()
    late = Lateness(loop)
    late()
    time.sleep(0.05)

    held_up = late()
    loop.run_until_complete(asyncio.sleep(0))
    afterwards = late()
    loop.run_until_complete(asyncio.sleep(0))

    assert held_up >= 0.05
    assert afterwards >= 0.05
    assert late() < 0.05
    loop.close()
    assert late() >= 0


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.0004, "0.4 ms"), (0.04, "40 ms"), (12, "12 s"), (300, "5 min"), (4 * 3600, "4 h"), (3 * 86400, "3 days")],
)
def test_times_are_said_as_people_say_them(seconds: float, said: str) -> None:
    assert lines.time_of(seconds) == said


def test_a_process_of_the_same_number_that_began_later_is_another(tmp_path: Path) -> None:
    from snowdrop.engine_room.machine import still_serves

    running.note_serving(tmp_path, "edition")
    noted = running.noted(tmp_path)
    assert noted

    long_before: datetime = noted.since - timedelta(days=300)

    assert still_serves(noted)
    assert not still_serves(replace(noted, since=long_before))
    assert not still_serves(replace(noted, pid=2**22 - 1))
    running.note_end(tmp_path)
    assert running.noted(tmp_path) is None


def told(process: str, written: datetime, **counted: int) -> running.Report:
    """What a process told at this moment."""
    none, now = running.Numbers({}, {}), running.Numbers(counted, {})
    return running.Report(process, 1, written, written, now, none, 60.0, {})


def seen_of(serving_for: int, *reports: running.Report) -> Seen:
    serving = running.Serving(1, NOON - timedelta(seconds=serving_for), "edition")
    return Seen(serving, {one.process: one for one in reports}, {})


@pytest.mark.parametrize(
    ("serving_for", "silent_for", "state", "words"),
    [
        (500, 1, State.FINE, "well"),
        (500, 8, State.SLOW, "not heard of for 8 s"),
        (500, 20, State.STUCK, "not heard of for 20 s"),
        (10, None, State.FINE, "begins"),
        (30, None, State.SLOW, "not heard of for 30 s"),
        (90, None, State.STUCK, "not heard of for 90 s"),
    ],
)
def test_a_process_that_is_silent_is_slow_then_stuck(
    serving_for: int, silent_for: int | None, state: State, words: str
) -> None:
    reports = [told("worker", NOON - timedelta(seconds=silent_for))] if silent_for else []

    found = {str(line.about): line for line in look_at_processes(seen_of(serving_for, *reports), NOON)}

    assert (found["worker"].state, found["worker"].words) == (state, words)


def test_a_round_of_the_worker_that_fails_is_named_until_it_does_not() -> None:
    failing = replace(told("worker", NOON), highest={"failures.notices": 7.0, "failures.front": 0.0})

    (line,) = look_at_worker(seen_of(500, failing), NOON)

    assert (line.about, line.state) == (READERS["notices"], State.STUCK)
    assert line.words == "has failed 7 times in a row; see the log"


def test_whoever_is_turned_away_is_told_by_the_reason() -> None:
    front = told("front", NOON, **{"refused.408": 2, "refused.503": 1})

    line = next(one for one in look_at_front(seen_of(500, front), NOON) if one.about == "turned away")

    assert (line.state, line.words) == (State.SLOW, "2 too slow, 1 no place")


@pytest.mark.django_db(transaction=True)
def test_looking_asks_the_database_as_little_when_all_readers_are_behind() -> None:
    a_family(published_to="everybody")
    with CaptureQueriesContext(connection) as asked:
        look(clock.now() + timedelta(hours=1))

    assert len(asked) <= 12


@pytest.mark.parametrize(
    "said", ["", "[]", "{}", '{"process": "web", "pid": 1}', '{"pid": 1, "since": "then", "edition": ""}']
)
def test_what_cannot_be_understood_is_as_if_nothing_had_been_told(tmp_path: Path, said: str) -> None:
    for name in ("serving.json", "web.json"):
        (tmp_path / name).write_text(said)

    assert running.noted(tmp_path) is None
    assert running.reports(tmp_path) == {}
