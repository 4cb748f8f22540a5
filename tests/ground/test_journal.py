"""The journal: nothing is skipped, nothing is lost, and a reader reads no more than it needs."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from uuid import UUID

import pytest
from django.db import connection, transaction

from snowdrop.ground import journal
from snowdrop.ground.ids import new_id
from snowdrop.ground.models import Entry, ReaderPlace
from tests.world.cast import NOON


@pytest.fixture(autouse=True)
def own_readers() -> Iterator[None]:
    """Readers of these tests only."""
    before = dict(journal._readers)
    journal._readers.clear()
    yield
    journal._readers.clear()
    journal._readers.update(before)


def write(verb: str) -> UUID:
    subject = new_id()
    with transaction.atomic():
        journal.write(verb, actor=None, subject_id=subject, memorial_id=None, now=NOON)
    return subject


@pytest.mark.django_db(transaction=True)
def test_a_reader_acts_on_its_own_verbs_in_their_order_and_once() -> None:
    read: list[UUID] = []
    journal.reader("ours", verbs=["letter.written"])(lambda entry: read.append(entry.subject_id))
    wanted = [write("letter.written"), write("photo.added"), write("letter.written")]

    first, second = journal.catch_up_all(), journal.catch_up_all()

    assert read == [wanted[0], wanted[2]]
    assert (first, second) == (True, False)


@pytest.mark.django_db(transaction=True)
def test_a_reader_that_fails_goes_on_there_and_skips_nothing() -> None:
    read: list[UUID] = []
    wanted = [write("letter.written") for _ in range(3)]

    def act(entry: journal.Entry) -> None:
        if entry.subject_id == wanted[1] and not failed:
            failed.append(entry)
            raise RuntimeError("for once")
        read.append(entry.subject_id)

    failed: list[journal.Entry] = []
    journal.reader("ours", verbs=["letter.written"])(act)

    journal.catch_up_all()
    assert read == wanted[:1]
    journal.catch_up_all()

    assert read == wanted


@pytest.mark.django_db(transaction=True)
def test_more_than_one_round_holds_is_read_in_several() -> None:
    read: list[UUID] = []
    wanted = [write("letter.written") for _ in range(journal.READ_AT_ONCE + 3)]
    journal.reader("ours", verbs=["letter.written"])(lambda entry: read.append(entry.subject_id))

    while journal.catch_up_all():
        pass

    assert read == wanted


@pytest.mark.django_db(transaction=True)
def test_a_reader_of_everything_new_is_asked_once_for_all_of_it() -> None:
    rounds: list[list[UUID]] = []

    @journal.batch_reader("all")
    def read(new) -> None:
        rounds.append([entry.subject_id for entry in new])

    wanted = [write("letter.written"), write("photo.added"), write("comfort.received")]
    journal.catch_up_all()
    later = write("letter.changed")
    journal.catch_up_all()
    journal.catch_up_all()

    assert rounds == [wanted, [later]]


@pytest.mark.django_db(transaction=True)
def test_an_entry_that_commits_late_is_not_stepped_over() -> None:
    """On PostgreSQL a transaction may begin first, take its id first, and end last; the others are held back for it."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer: ids appear in order")
    read: list[UUID] = []
    journal.reader("ours", verbs=["letter.written"])(lambda entry: read.append(entry.subject_id))
    begun, go_on, late = threading.Event(), threading.Event(), []

    def write_slowly() -> None:
        with transaction.atomic():
            late.append(journal.write("letter.written", actor=None, subject_id=new_id(), memorial_id=None, now=NOON))
            begun.set()
            go_on.wait(10)
        connection.close()

    slow = threading.Thread(target=write_slowly)
    slow.start()
    begun.wait(10)
    early = write("letter.written")

    journal.catch_up_all()
    assert read == []
    go_on.set()
    slow.join()
    journal.catch_up_all()

    assert sorted(read) == sorted([late[0].subject_id, early])


@pytest.mark.django_db(transaction=True)
def test_an_entry_with_a_smaller_id_from_a_younger_transaction_is_read_too() -> None:
    """The other way round: the older transaction takes the larger id and ends first."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer: ids appear in order")
    read: list[UUID] = []
    journal.reader("ours", verbs=["letter.written"])(lambda entry: read.append(entry.subject_id))
    older_has_begun, younger_has_id, older_is_done = threading.Event(), threading.Event(), threading.Event()
    subjects: dict[str, UUID] = {"older": new_id(), "younger": new_id()}

    def older() -> None:
        with transaction.atomic():
            ReaderPlace.objects.create(reader="anything, to have a number")
            older_has_begun.set()
            younger_has_id.wait(10)
            journal.write("letter.written", actor=None, subject_id=subjects["older"], memorial_id=None, now=NOON)
        older_is_done.set()
        connection.close()

    def younger() -> None:
        older_has_begun.wait(10)
        with transaction.atomic():
            journal.write("letter.written", actor=None, subject_id=subjects["younger"], memorial_id=None, now=NOON)
            younger_has_id.set()
            older_is_done.wait(10)
            time.sleep(0.2)
        connection.close()

    threads = [threading.Thread(target=one) for one in (older, younger)]
    for thread in threads:
        thread.start()
    older_is_done.wait(10)
    journal.catch_up_all()
    assert read == [subjects["older"]]
    for thread in threads:
        thread.join()
    assert Entry.objects.get(subject_id=subjects["younger"]).id < Entry.objects.get(subject_id=subjects["older"]).id
    journal.catch_up_all()

    assert read == [subjects["older"], subjects["younger"]]


@pytest.mark.django_db
def test_an_entry_needs_the_transaction_of_its_act() -> None:
    with transaction.atomic():
        journal.write("letter.written", actor=None, subject_id=new_id(), memorial_id=None, now=NOON)
    assert Entry.objects.count() == 1


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_hundred_thousand_entries_of_others_are_passed_in_a_moment() -> None:
    Entry.objects.bulk_create(
        (Entry(verb="comfort.received", subject_id=new_id(), memorial_id=new_id(), at=NOON) for _ in range(100_000)),
        batch_size=5000,
    )
    read: list[UUID] = []
    journal.reader("ours", verbs=["letter.written"])(lambda entry: read.append(entry.subject_id))
    wanted = write("letter.written")

    began = time.monotonic()
    while journal.catch_up_all():
        pass

    assert read == [wanted]
    assert time.monotonic() - began < 2
