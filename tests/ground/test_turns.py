"""Of several workers on one PostgreSQL one reads the journal for all, and another goes on when it ends."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from django.db import connection
from django.db.utils import OperationalError

from snowdrop.ground.turns import Turns

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one worker"),
]


@pytest.fixture
def workers() -> Iterator[tuple[Turns, Turns]]:
    pair = Turns(), Turns()
    yield pair
    for one in pair:
        one.give_back()


def test_one_of_two_has_the_turn_and_keeps_it(workers: tuple[Turns, Turns]) -> None:
    one, other = workers

    assert [one.has("mails"), other.has("mails"), one.has("mails")] == [True, False, True]
    assert [other.has("pictures"), one.has("pictures")] == [True, False]


def test_when_it_ends_another_goes_on(workers: tuple[Turns, Turns]) -> None:
    one, other = workers
    assert one.has("mails") and not other.has("mails")

    one.give_back()

    assert other.has("mails")


def test_a_worker_whose_connection_was_lost_does_not_think_that_it_is_its_turn(workers: tuple[Turns, Turns]) -> None:
    one, other = workers
    assert one.has("mails")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'")

    with pytest.raises(OperationalError):
        one.has("mails")
    until = time.monotonic() + 5  # what ends a connection tells the one at its end before it lets go of its locks
    while not other.has("mails"):
        assert time.monotonic() < until
    assert not one.has("mails")
