"""A journal that was restored in another PostgreSQL goes on, and nothing in it is left out."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import connection, transaction

from snowdrop.ground import clock, journal, restored
from snowdrop.ground.models import Entry, ReaderPlace

pytestmark = pytest.mark.django_db(transaction=True)

VERB = "letter.restored-in-a-test"


def write(number: int) -> list[int]:
    written = []
    for _ in range(number):
        with transaction.atomic():
            entry = journal.write(VERB, actor=None, subject_id=uuid4(), memorial_id=None, now=clock.now())
            written.append(entry.id)
    return written


def a_reader(read: list[int]) -> journal.Reader:
    def act(new: object) -> object:
        for entry in new:  # type: ignore[attr-defined]
            read.append(entry.id)
            yield entry

    return journal.Reader("restored", frozenset({VERB}), act, rest=0)  # type: ignore[arg-type]


def test_a_journal_of_this_database_is_not_held_back() -> None:
    write(2)

    assert not restored.is_held_back()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no count of transactions")
def test_a_restored_journal_is_held_back_until_it_is_mended() -> None:
    read: list[int] = []
    reader = a_reader(read)
    first, second = write(3), write(3)
    while len(read) < 3:
        journal.catch_up(journal.Reader(reader.name, reader.verbs, lambda new: reader.act(new[:3]), rest=0))
    with connection.cursor() as cursor:  # as if far more transactions had been where it was written
        cursor.execute("UPDATE ground_entry SET written_in = (written_in::text::bigint + 1000000000)::text::xid8")
    ReaderPlace.objects.filter(last_written__gt=0).update(last_written=1_000_000_000 + _written_in(first[-1]))
    third = write(2)
    journal.catch_up(reader)
    assert restored.is_held_back()
    assert set(read) == set(first)

    restored.let_readers_go_on()
    fourth = write(1)
    while journal.catch_up(reader):
        pass

    assert not restored.is_held_back()
    assert set(read) == {*first, *second, *third, *fourth}


def _written_in(entry: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT written_in::text::bigint - 1000000000 FROM ground_entry WHERE id = %s", [entry])
        return int(cursor.fetchone()[0])


def test_readers_that_are_late_are_named() -> None:
    read: list[int] = []
    reader = a_reader(read)
    journal._readers[reader.name] = reader
    try:
        write(1)
        assert "restored" in journal.late_readers(clock.now())
        while journal.catch_up(reader):
            pass
        assert "restored" not in journal.late_readers(clock.now())
    finally:
        del journal._readers[reader.name]
    assert Entry.objects.filter(pk__in=read).exists()
