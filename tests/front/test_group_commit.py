"""Group commit: together when all is well, each by itself when something is wrong, honest when nothing can be kept."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.conf import settings
from django.db import connection

from snowdrop.comfort.actions import Receipt, door_of
from snowdrop.comfort.intake import Arrival, Door, read_fields
from snowdrop.comfort.models import Comfort
from snowdrop.front import group_commit
from snowdrop.front.group_commit import Busy, Outcome, keep_all
from snowdrop.ground.ids import new_id
from snowdrop.ground.keys import KeyIsGone
from tests.world.cast import a_family
from tests.world.guests import fields

pytestmark = pytest.mark.django_db(transaction=True)


def arrivals(door: Door, number: int, words: str = "Message") -> list[tuple[Door, Arrival]]:
    return [(door, read_fields(fields(words=f"{words} {one}"), door)) for one in range(number)]


def in_a_thread(act: Callable[[], list[Outcome]]) -> list[Outcome]:
    """With a connection of its own, as the writer has one."""
    outcomes: list[Outcome] = []

    def run() -> None:
        outcomes.extend(act())
        connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return outcomes


def test_one_that_cannot_be_kept_takes_nobody_else_along() -> None:
    door = door_of(a_family(published_to="everybody").memorial)
    batch = arrivals(door, 5)
    batch[2] = (replace(door, memorial_id=new_id()), batch[2][1])

    outcomes = keep_all(batch)

    assert [outcome for place, outcome in enumerate(outcomes) if place != 2] == [Receipt.KEPT] * 4
    assert isinstance(outcomes[2], KeyIsGone)
    assert Comfort.objects.count() == 4


def test_a_replay_in_the_same_batch_is_kept_once() -> None:
    door = door_of(a_family(published_to="everybody").memorial)
    (one,) = arrivals(door, 1)

    assert keep_all([one, one]) == [Receipt.KEPT, Receipt.KEPT_BEFORE]
    assert keep_all([one]) == [Receipt.KEPT_BEFORE]
    assert Comfort.objects.count() == 1


@pytest.mark.skipif("sqlite" not in settings.DATABASES["default"]["ENGINE"], reason="the embedded database")
def test_while_the_database_is_busy_nothing_is_acknowledged_and_afterwards_it_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(group_commit, "_BUSY_MILLISECONDS", 100)
    door = door_of(a_family(published_to="everybody").memorial)
    batch = arrivals(door, 3)
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    while_busy = in_a_thread(lambda: keep_all(batch))
    other.execute("ROLLBACK")
    afterwards = in_a_thread(lambda: keep_all(batch))
    other.close()

    assert [type(outcome) for outcome in while_busy] == [Busy] * 3
    assert afterwards == [Receipt.KEPT] * 3


@pytest.mark.skipif("sqlite" not in settings.DATABASES["default"]["ENGINE"], reason="the embedded database")
@pytest.mark.parametrize("ill", ["query_only=1", "max_page_count=1"])
def test_when_nothing_can_be_written_nothing_is_acknowledged(ill: str) -> None:
    """Read-only, and full: SQLite answers a full disk and a full file alike."""
    door = door_of(a_family(published_to="everybody").memorial)
    batch = arrivals(door, 400, words="long " * 1900)

    def keep_while_ill() -> list[Outcome]:
        connection.ensure_connection()
        connection.connection.execute("VACUUM")  # no room is left inside the file
        connection.connection.execute(f"PRAGMA {ill}")
        return keep_all(batch)

    outcomes = in_a_thread(keep_while_ill)

    assert {type(outcome) for outcome in outcomes} == {Busy}
    assert Comfort.objects.count() == 0
    assert in_a_thread(lambda: keep_all(batch)) == [Receipt.KEPT] * 400


def test_on_a_disk_that_is_nearly_full_everybody_is_told_to_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    door = door_of(a_family(published_to="everybody").memorial)
    monkeypatch.setattr("snowdrop.comfort.actions.receiving.SPARE_BYTES", 2**80)

    outcomes = in_a_thread(lambda: keep_all(arrivals(door, 3)))

    assert [type(outcome) for outcome in outcomes] == [Busy] * 3
    assert not Comfort.objects.exists()
