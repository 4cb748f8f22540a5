"""Files that come in parts (tus 1.0.0): nothing that arrived is lost or taken twice."""

from __future__ import annotations

import errno
import io
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import OperationalError, connection, transaction
from django.urls import reverse

from snowdrop.ground import clock, journal
from snowdrop.ground.objects import FolderObjects
from snowdrop.media import arriving, expecting, keeping
from snowdrop.media.arrival import Arrival, ArrivedPart
from snowdrop.media.models import Expected
from snowdrop.media.refusals import NoRoom, PictureDamaged, StoreAway
from snowdrop.media.store import Store
from snowdrop.tributes.models import Photo
from tests.tributes.conftest import IN_PARTS, bytes_kept, files_in, read_journal
from tests.world.browsers import browser_of
from tests.world.cast import Cast
from tests.world.sending import PART, Sending

pytestmark = pytest.mark.django_db


def test_what_the_server_can_do_is_said(sending: Sending) -> None:
    answer = sending.browser.options(reverse("arrivals", args=[sending.slug]))

    assert (answer.status_code, answer["Tus-Version"], answer["Tus-Resumable"]) == (204, "1.0.0", "1.0.0")
    assert answer["Tus-Extension"] == "creation,creation-with-upload,expiration,termination"
    assert int(answer["Tus-Max-Size"]) > 0


def test_a_photo_arrives_in_parts_and_becomes_a_photo_once(sending: Sending, kept: Path) -> None:
    sending.answers = {"audience": "link"}

    announced = sending.announce()
    first = sending.part(0, 100_000)
    second = sending.part(100_000)
    before = sending.outcome().json()
    read_journal()
    read_journal()

    photo = Photo.objects.get()
    assert (announced.status_code, first.status_code, second.status_code) == (201, 204, 204)
    assert (first["Upload-Offset"], second["Upload-Offset"]) == ("100000", str(len(IN_PARTS)))
    assert before == {}
    assert sending.outcome().json() == {"address": reverse("photo", args=[sending.slug, photo.id])}
    assert (photo.audience, bytes_kept()) == ("link", IN_PARTS)
    assert (ArrivedPart.objects.count(), files_in(kept)) == (0, 1)


@pytest.mark.parametrize("cut", [1, 511, 512, 513, 65_535, 65_536, 65_537, len(IN_PARTS) - 1])
def test_an_upload_that_was_interrupted_goes_on_where_it_stopped(sending: Sending, cut: int) -> None:
    sending.announce()

    sending.part(0, cut)
    there = sending.offset()
    sending.part(there)
    read_journal()

    assert there == (cut if cut >= 512 else 0)
    assert bytes_kept() == IN_PARTS


def test_of_a_connection_that_breaks_off_what_came_is_kept(sending: Sending) -> None:
    """The body is announced whole, and ends before its end."""
    sending.announce()

    headers = {"Tus-Resumable": "1.0.0", "Upload-Offset": "0"}
    broken = {"CONTENT_LENGTH": str(len(IN_PARTS)), "wsgi.input": io.BytesIO(IN_PARTS[:70_000])}
    sending.browser.generic("PATCH", sending.where, b"x", PART, headers=headers, **broken)

    assert sending.offset() == 70_000
    sending.part(70_000)
    read_journal()
    assert bytes_kept() == IN_PARTS


def test_an_answer_that_was_lost_is_asked_for_again(sending: Sending) -> None:
    sending.announce()
    sending.part(0)
    read_journal()

    again = sending.part(0)
    there = sending.offset()

    assert (again.status_code, there) == (409, len(IN_PARTS))
    assert sending.outcome().json()["address"].endswith(f"{Photo.objects.get().id}/")
    assert Photo.objects.count() == 1


def test_a_file_can_be_announced_together_with_its_first_part(sending: Sending) -> None:
    headers = {
        "Tus-Resumable": "1.0.0",
        "Upload-Length": str(len(IN_PARTS)),
        "Upload-Metadata": "purpose cGhvdG8=",
    }

    answer = sending.browser.generic(
        "POST", reverse("arrivals", args=[sending.slug]), IN_PARTS[:9000], PART, headers=headers
    )

    assert (answer.status_code, answer["Upload-Offset"]) == (201, "9000")


@pytest.mark.parametrize(
    ("ask", "status"),
    [
        (lambda one: one.part(0, 1000, offset=5), 409),
        (lambda one: one.part(0, offset=1), 413),
        (lambda one: one.browser.generic("PATCH", one.where, b"x", PART, headers={"Upload-Offset": "0"}), 412),
        (lambda one: patch(one, "application/octet-stream", "0"), 415),
        (lambda one: patch(one, PART, "-1"), 400),
        (lambda one: patch(one, PART, "one"), 400),
        (lambda one: patch(one, PART, ""), 400),
        (lambda one: one.browser.put(one.where), 405),
    ],
)
def test_what_does_not_keep_to_the_protocol_is_refused_and_nothing_of_it_kept(
    sending: Sending, kept: Path, ask: Callable[[Sending], Any], status: int
) -> None:
    sending.announce()

    answer = ask(sending)

    assert (answer.status_code, sending.offset(), files_in(kept)) == (status, 0, 0)


def patch(one: Sending, mime: str, offset: str) -> Any:
    return one.browser.generic(
        "PATCH", one.where, b"x" * 600, mime, headers={"Tus-Resumable": "1.0.0", "Upload-Offset": offset}
    )


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Upload-Length": "10"}, 412),
        ({"Tus-Resumable": "0.9", "Upload-Length": "10"}, 412),
        ({"Tus-Resumable": "1.0.0"}, 400),
        ({"Tus-Resumable": "1.0.0", "Upload-Length": "0"}, 400),
        ({"Tus-Resumable": "1.0.0", "Upload-Length": "ten"}, 400),
        ({"Tus-Resumable": "1.0.0", "Upload-Length": "10"}, 400),
        ({"Tus-Resumable": "1.0.0", "Upload-Length": "10", "Upload-Metadata": "purpose ???"}, 400),
        ({"Tus-Resumable": "1.0.0", "Upload-Length": "10", "Upload-Metadata": "purpose bm90aGluZw=="}, 400),
        ({"Tus-Resumable": "1.0.0", "Upload-Length": str(10**12), "Upload-Metadata": "purpose cGhvdG8="}, 413),
    ],
)
def test_an_announcement_that_is_not_in_order_begins_nothing(
    sending: Sending, headers: dict[str, str], status: int
) -> None:
    answer = sending.browser.generic("POST", reverse("arrivals", args=[sending.slug]), headers=headers)

    assert (answer.status_code, Arrival.objects.count()) == (status, 0)
    assert answer.json()["problem"]


def test_a_choice_that_is_not_there_is_refused_before_anything_comes(sending: Sending) -> None:
    sending.answers = {"audience": "the whole town"}

    assert (sending.announce().status_code, Arrival.objects.count()) == (422, 0)


def test_what_the_file_is_decides_with_its_first_bytes(sending: Sending, kept: Path) -> None:
    sending.content = b"%PDF-1.7" + bytes(100_000)
    sending.announce()

    answer = sending.part(0, 50_000)

    assert (answer.status_code, files_in(kept), Arrival.objects.count()) == (422, 0, 0)
    assert "PDF" in answer.json()["problem"]


def test_a_file_that_cannot_be_read_is_answered_with_a_sentence(sending: Sending, kept: Path) -> None:
    sending.announce()
    sending.part(0)
    [part] = [path for path in kept.rglob("*") if path.is_file()]
    part.write_bytes(part.read_bytes()[:-1] + b"x")

    read_journal()

    assert sending.outcome().json()["problem"] == str(PictureDamaged.sentence)
    assert not Photo.objects.exists()


def test_a_full_disk_stops_a_part_and_the_file_goes_on_when_there_is_room(
    sending: Sending, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sending.announce()
    sending.part(0, 100_000)
    room = arriving.the_store
    monkeypatch.setattr(arriving, "the_store", lambda: Store(FolderObjects(kept, spare_bytes=2**62)))

    full = sending.part(100_000)

    assert (full.status_code, sending.offset()) == (507, 100_000)
    assert full.json()["problem"] == str(NoRoom.sentence)
    monkeypatch.setattr(arriving, "the_store", room)
    assert sending.part(100_000).status_code == 204


@pytest.mark.parametrize("failure", [StoreAway, NoRoom])
def test_while_the_storage_is_away_or_full_a_whole_file_waits_and_becomes_a_photo_afterwards(
    sending: Sending, monkeypatch: pytest.MonkeyPatch, failure: type[Exception]
) -> None:
    sending.announce()
    sending.part(0)

    def away() -> Store:
        raise failure

    there = keeping.the_store
    monkeypatch.setattr(keeping, "the_store", away)
    with pytest.raises(failure):
        read_journal()
    waits = sending.outcome().json()
    monkeypatch.setattr(keeping, "the_store", there)
    read_journal()

    assert (waits, bytes_kept()) == ({}, IN_PARTS)


def test_whoever_is_ended_while_the_parts_are_let_go_of_ends_it_the_next_time(
    sending: Sending, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sending.announce()
    sending.part(0, 100_000)
    sending.part(100_000)
    really_discard = Store.discard

    def discard(store: Store, name: str) -> None:
        really_discard(store, name)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(Store, "discard", discard)
        read_journal()
    read_journal()

    assert (bytes_kept(), ArrivedPart.objects.count(), files_in(kept)) == (IN_PARTS, 0, 1)


def test_where_the_answer_to_a_commit_was_lost_the_bytes_stay_if_their_row_does(
    sending: Sending, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PostgreSQL may commit and go before it says so: then nobody knows, and nothing may be taken away."""
    sending.announce()

    @contextmanager
    def answer_is_lost() -> Iterator[None]:
        with transaction.atomic():
            yield
        raise OperationalError("the connection is closed")

    with monkeypatch.context() as patched, pytest.raises(OperationalError):
        patched.setattr(arriving, "transaction", SimpleNamespace(atomic=answer_is_lost))
        sending.part(0, 100_000)
    there = sending.offset()
    sending.part(there)
    read_journal()

    assert (there, bytes_kept()) == (100_000, IN_PARTS)


def test_whoever_is_ended_between_the_bytes_and_their_row_leaves_them_for_a_day(
    sending: Sending, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sending.announce()
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(arriving, "_move", interrupts)
        patched.setattr(expecting, "let_go", lambda *_: None)
        sending.part(0, 100_000)
    expecting.let_go_of_unfinished(clock.now())
    before = files_in(kept)
    expecting.let_go_of_unfinished(clock.now() + expecting.EXPECTED_FOR)

    assert (before, files_in(kept), Expected.objects.count()) == (1, 0, 0)


def interrupts(*_: object) -> bool:
    raise KeyboardInterrupt


def test_a_disk_that_fails_in_the_middle_leaves_nothing_half(
    sending: Sending, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sending.announce()

    def fails(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("snowdrop.ground.sealing.os.fsync", fails)
    full = sending.part(0, 100_000)
    monkeypatch.undo()

    assert (full.status_code, files_in(kept)) == (507, 0)


def test_nothing_readable_lies_on_the_disk_or_in_the_database(sending: Sending, kept: Path) -> None:
    sending.name = "Ilse at the weir.jpg"
    sending.announce()
    sending.part(0, 100_000)

    stored = b"".join(path.read_bytes() for path in kept.rglob("*") if path.is_file())
    with connection.cursor() as cursor:
        cursor.execute('SELECT * FROM "media_arrival"')
        row = b"|".join(
            bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode() for cell in cursor.fetchone()
        )

    assert len(stored) > 100_000
    assert IN_PARTS[1000:1100] not in stored
    assert b"weir" not in row


def test_what_is_not_wanted_goes_with_its_bytes(sending: Sending, kept: Path) -> None:
    sending.announce()
    sending.part(0, 100_000)
    assert files_in(kept) == 1

    gone = sending.let_go()

    assert (gone.status_code, files_in(kept), Arrival.objects.count()) == (204, 0, 0)
    assert sending.head().status_code == 404


def test_what_stopped_on_its_way_is_let_go_after_a_day_from_its_last_part(
    sending: Sending, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sending.announce()
    sending.part(0, 100_000)
    last = Arrival.objects.get().expires_at
    assert sending.head()["Upload-Expires"].endswith("GMT")

    monkeypatch.setattr("snowdrop.tributes.views_of_arrivals.now", lambda: last)
    late = (sending.head().status_code, sending.part(100_000).status_code, sending.outcome().status_code)
    arriving.let_go_of_expired(last - timedelta(seconds=1))
    still = files_in(kept)
    arriving.let_go_of_expired(last)

    assert late == (404, 404, 404)
    assert (still, files_in(kept), Arrival.objects.count()) == (1, 0, 0)


def test_a_photo_stays_when_the_row_of_its_arrival_goes(sending: Sending) -> None:
    sending.announce()
    sending.part(0)
    read_journal()

    arriving.let_go_of_expired(Arrival.objects.get().expires_at)

    assert (Arrival.objects.count(), bytes_kept()) == (0, IN_PARTS)


def test_one_person_has_a_few_files_on_their_way_and_one_left_alone_makes_room(sending: Sending) -> None:
    for _ in range(arriving.MOST_AT_ONCE):
        assert sending.announce().status_code == 201
    oldest = Arrival.objects.order_by("began_at").first()

    one_more = sending.announce()
    Arrival.objects.filter(pk=oldest.pk).update(expires_at=oldest.expires_at - arriving.QUIET_FOR)  # type: ignore[union-attr]
    another = sending.announce()

    assert (one_more.status_code, another.status_code) == (429, 201)
    assert not Arrival.objects.filter(pk=oldest.pk).exists()  # type: ignore[union-attr]
    assert Arrival.objects.count() == arriving.MOST_AT_ONCE


@pytest.mark.django_db(transaction=True)
def test_of_two_parts_at_the_same_moment_one_is_kept(cast: Cast, kept: Path) -> None:
    one = Sending(browser_of(cast.keeper), cast.memorial.slug, IN_PARTS)
    one.announce()

    def send(_: int) -> int:
        try:
            return Sending(browser_of(cast.keeper), one.slug, IN_PARTS, where=one.where).part(0, 200_000).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as workers:
        statuses = sorted(workers.map(send, range(4)))

    assert statuses == [204, 409, 409, 409]
    assert (one.offset(), ArrivedPart.objects.count(), files_in(kept)) == (200_000, 1, 1)


def test_the_journal_has_a_reader_for_files_that_are_whole() -> None:
    assert [one.name for one in journal.readers() if one.verbs and arriving.COMPLETED in one.verbs] == ["arrivals"]
