"""What happens to a file that comes in parts: it begins, its parts are kept, it is whole, or it is let go.

Nothing readable touches the disk: every part is sealed with the memorial's key (docs/decisions/0006).
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from typing import BinaryIO, Final
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q
from django.http import UnreadablePostError
from django.utils.translation import gettext_lazy as _

from snowdrop.ground import journal, keys
from snowdrop.ground.sealing import Readable
from snowdrop.ground.timetable import every
from snowdrop.media import expecting
from snowdrop.media.arrival import Arrival, ArrivedPart, Label
from snowdrop.media.keeping import discarded_on_failure
from snowdrop.media.sniff import HEAD_BYTES
from snowdrop.media.store import the_store
from snowdrop.people.viewer import Viewer

KEPT_FOR: Final = timedelta(hours=24)
"""How long a file that stopped on its way is waited for, from its last part on."""
MOST_AT_ONCE: Final = 6
"""Files of one person that may be on their way; one that was left alone for QUIET_FOR makes room."""
QUIET_FOR: Final = timedelta(hours=1)
COMPLETED: Final = "arrival.completed"
"""What the journal is told when the last byte is safely here."""


class OtherOffset(ValueError):
    """The part does not begin where the file ends so far, or another part was quicker. Nothing was kept of it."""


class TooManyArrivals(Exception):
    """So many files of this person are on their way that no other can begin; `sentence` says so to them."""

    sentence = _("Several files are on their way already. When one of them has arrived, this one can follow.")


def begin_arrival(
    viewer: Viewer, *, memorial_id: UUID, purpose: str, size: int, label: Label, now: datetime
) -> Arrival:
    """Makes ready for a file of `size` bytes. Whoever calls has checked that the viewer may send it.

    Raises TooManyArrivals.
    """
    _make_room_for_another(viewer, now)
    arrival = Arrival(memorial_id=memorial_id, person_id=viewer.person_id, purpose=purpose, size=size)
    arrival.began_at, arrival.expires_at = now, now + KEPT_FOR
    arrival.sealed = label.sealed(keys.data_key(memorial_id), bound_to=arrival.place_of_label)
    arrival.save(force_insert=True)
    return arrival


def take_in_part(
    arrival: Arrival, *, offset: int, part: Readable, now: datetime, look_at: Callable[[bytes], None]
) -> None:
    """Keeps as much of `part` as comes, and moves the arrival's offset once that is on disk.

    Of a connection that breaks off, what came is kept. `look_at` is shown how the file begins, and may refuse it.
    With the last byte the journal is told. Raises OtherOffset, NoRoom or what `look_at` raises, and then keeps nothing.
    """
    if offset != arrival.offset:
        raise OtherOffset
    coming = _Coming(part, most=arrival.size - offset)
    if offset == 0:
        head = coming.look_ahead(min(HEAD_BYTES, arrival.size))
        if len(head) < min(HEAD_BYTES, arrival.size):
            return  # it broke off before anything could be told of it
        look_at(head)
    if not coming.look_ahead(1):
        return
    store = the_store()
    key, place = keys.data_key(arrival.memorial_id), arrival.place_of_part(offset)
    kept = expecting.keep(store, key, coming, bound_to=place, memorial_id=arrival.memorial_id)
    with discarded_on_failure(store, [kept.name]), transaction.atomic():
        if not _move(arrival, offset, offset + kept.size, now):
            raise OtherOffset
        expecting.are_named([kept.name])
        ArrivedPart.objects.create(arrival=arrival, memorial_id=arrival.memorial_id, start=offset, blob=kept.name)
        if arrival.is_whole:
            journal.write(
                COMPLETED, actor=arrival.person_id, subject_id=arrival.id, memorial_id=arrival.memorial_id, now=now
            )


def label_of(arrival: Arrival) -> Label:
    """What was said of the file. Raises sealing.Unreadable or keys.KeyIsGone."""
    key = keys.data_key(arrival.memorial_id)
    return Label.unsealed(key, bytes(arrival.sealed), bound_to=arrival.place_of_label)


@contextmanager
def opened(arrival: Arrival) -> Iterator[BinaryIO]:
    """The whole file as a stream, its parts one after another. Reading raises FileNotFoundError, sealing.Unreadable."""
    with io.BufferedReader(_Joined(arrival), 64 * 1024) as whole:
        yield whole


def settle(arrival: Arrival, *, became: UUID | None = None, refusal: str = "") -> None:
    """Remembers what was made of the file, or why nothing was, and lets go of its parts. Twice is fine."""
    Arrival.objects.filter(pk=arrival.pk).update(became=became, refusal=refusal)
    discard_parts(arrival)


def let_go(arrival: Arrival, now: datetime) -> None:
    """Lets a file go that is not wanted any more: no part can follow, its bytes go, and then its row."""
    Arrival.objects.filter(pk=arrival.pk).update(expires_at=now)
    discard_parts(arrival)
    arrival.delete()


@every(timedelta(minutes=30), "let go of files that stopped on their way")
def let_go_of_expired(now: datetime) -> None:
    """Lets go of files whose time is over; what was made of those that arrived stays.

    One that is whole, and of which nothing was made yet, waits for as long as that takes: its sender was told.
    """
    waiting = Q(offset=F("size"), became=None, refusal="")
    for arrival in Arrival.objects.filter(expires_at__lte=now).exclude(waiting):
        let_go(arrival, now)


def _make_room_for_another(viewer: Viewer, now: datetime) -> None:
    coming = Arrival.objects.of(viewer, now).filter(offset__lt=F("size"))
    if coming.count() < MOST_AT_ONCE:
        return
    left_alone = coming.filter(expires_at__lte=now + KEPT_FOR - QUIET_FOR).order_by("expires_at").first()
    if left_alone is None:
        raise TooManyArrivals
    let_go(left_alone, now)


def _move(arrival: Arrival, before: int, after: int, now: datetime) -> bool:
    """Moves the offset if it is still where this part began: of two at the same moment one wins."""
    there = Arrival.objects.filter(pk=arrival.pk, offset=before, expires_at__gt=now)
    moved = bool(there.update(offset=after, expires_at=now + KEPT_FOR))
    if moved:
        arrival.offset, arrival.expires_at = after, now + KEPT_FOR
    return moved


def discard_parts(arrival: Arrival) -> None:
    """The bytes first, then the rows, so that no byte is left without a row."""
    store = the_store()
    for part in arrival.parts.all():
        store.discard(part.blob)
        part.delete()


class _Coming:
    """At most `most` bytes of what comes; a connection that breaks off is the end of it."""

    def __init__(self, source: Readable, *, most: int) -> None:
        self._source, self._left, self._ahead = source, most, b""

    def look_ahead(self, size: int) -> bytes:
        """The first bytes, which are read again afterwards; fewer only if no more come."""
        while len(self._ahead) < size and (piece := self._next(size - len(self._ahead))):
            self._ahead += piece
        return self._ahead

    def read(self, size: int) -> bytes:
        if self._ahead:
            piece, self._ahead = self._ahead[:size], self._ahead[size:]
            return piece
        return self._next(size)

    def _next(self, size: int) -> bytes:
        piece = b""
        with suppress(UnreadablePostError):
            piece = self._source.read(min(size, self._left))
        self._left -= len(piece)
        return piece


class _Joined(io.RawIOBase):
    """Reads the parts of an arrival one after another, each opened when it is its turn."""

    def __init__(self, arrival: Arrival) -> None:
        self._pieces = self._read(arrival, keys.data_key(arrival.memorial_id))
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, target: memoryview) -> int:  # type: ignore[override]
        self._rest = self._rest or next(self._pieces, b"")
        piece, self._rest = self._rest[: len(target)], self._rest[len(target) :]
        target[: len(piece)] = piece
        return len(piece)

    @staticmethod
    def _read(arrival: Arrival, key: bytes) -> Iterator[bytes]:
        store = the_store()
        for part in arrival.parts.all():
            with store.open(part.blob, key, bound_to=arrival.place_of_part(part.start)) as reader:
                yield from reader.read_range(0, reader.size)
