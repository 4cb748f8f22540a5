"""Comfort arrives: what guests send, in batches, once and for sure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, connection, transaction

from snowdrop.comfort import guard
from snowdrop.comfort.actions.moving import (
    ENTRY_COLUMNS,
    as_stored,
    file_under_circles,
    gather,
    moment,
    stands_by_itself,
    step,
)
from snowdrop.comfort.content import Content, person_mark, read_content, seal_arrival, sender_digest
from snowdrop.comfort.intake import Arrival, Door, digest_of_once
from snowdrop.comfort.models import Comfort, Step
from snowdrop.comfort.vocabulary import SPARE_BYTES, Place
from snowdrop.ground import keys
from snowdrop.ground.journal import Entry
from snowdrop.ground.room import has_room
from snowdrop.ground.rows import bytes_present, insert_rows
from snowdrop.memorials.models import Memorial, ReadingRule
from snowdrop.memorials.vocabulary import FirstReading
from snowdrop.people.viewer import NOBODY_KNOWN

_TRIES: Final = 3


class Receipt(StrEnum):
    """What became of one arrival."""

    KEPT = "kept"
    KEPT_BEFORE = "kept before"
    OTHER_WORDS = "other words"


class NoRoom(RuntimeError):
    """The disk is nearly full: nothing new is kept, and all that was kept can still be opened (trust.md C2)."""


def door_of(memorial: Memorial) -> Door:
    """What must be known to take comfort in for this memorial."""
    return Door(
        memorial_id=memorial.id,
        kinds=frozenset(memorial.kinds),
        straight=memorial.first_reading == FirstReading.NOBODY,
        flower=memorial.flower,
        faith_welcome=memorial.faith_welcome,
    )


def receive(batch: Sequence[tuple[Door, Arrival]], *, now: datetime) -> list[Receipt]:
    """Keeps everything that arrived in one transaction; when it returns, it is on disk. The answers are in order.

    The same token with the same words is kept once, however often it comes (KEPT_BEFORE); with other words it is not
    kept (OTHER_WORDS). Another node may keep the same token at the same moment: then all is looked at once more.
    Raises NoRoom.
    """
    if not has_room(settings.SNOWDROP.data, spare_bytes=SPARE_BYTES):
        raise NoRoom
    for _ in range(_TRIES - 1):
        try:
            return _receive(batch, now)
        except IntegrityError:
            continue
    return _receive(batch, now)


@transaction.atomic
def _receive(batch: Sequence[tuple[Door, Arrival]], now: datetime) -> list[Receipt]:
    digests = [digest_of_once(arrival.once) for _, arrival in batch]
    present = bytes_present(Comfort, "arrival", digests)
    known = {bytes(row.arrival): row for row in Comfort.objects.filter(arrival__in=present)} if present else {}
    fresh: dict[bytes, tuple[Door, Arrival]] = {}
    receipts = []
    for digest, (door, arrival) in zip(digests, batch, strict=True):
        if digest in known:
            same = _says_the_same(known[digest], arrival)
        elif digest in fresh:
            same = fresh[digest][1] == arrival
        else:
            fresh[digest] = (door, arrival)
            receipts.append(Receipt.KEPT)
            continue
        receipts.append(Receipt.KEPT_BEFORE if same else Receipt.OTHER_WORDS)
    if fresh:
        _insert(fresh, now)
    return receipts


_COLUMNS: Final = (
    "memorial_id",
    "arrival",
    "kind",
    "flower",
    "place",
    "language",
    "for_family_only",
    "arrived_at",
    "sealed",
    "waiting_sender",
    "shown",
    "sent_by",
)


def _insert(fresh: dict[bytes, tuple[Door, Arrival]], now: datetime) -> None:
    at = connection.ops.adapt_datetimefield_value(now)
    ids = {memorial_id: as_stored(memorial_id) for memorial_id in {door.memorial_id for door, _ in fresh.values()}}
    subject = (lambda digest: UUID(bytes=digest)) if connection.features.has_native_uuid_field else bytes.hex
    unsealed = {memorial_id: keys.data_key(memorial_id) for memorial_id in ids}
    listed = guard.lists_of(ids)
    first = moment(now)
    straight = _straight_rules(fresh)
    rows, entries, gathered = [], [], Counter[tuple[UUID, str]]()
    for order, (digest, (door, arrival)) in enumerate(fresh.items()):
        key, memorial = unsealed[door.memorial_id], ids[door.memorial_id]
        place, sender, shown = Place.HELD.value, None, None
        if listed[door.memorial_id].keep_out(name=arrival.name, reach=arrival.reach):
            place = Place.KEPT_OUT.value
        elif door.memorial_id in straight:
            content = Content(arrival.words, arrival.name, arrival.relation, arrival.reach)
            place, sender = Place.WAITING.value, sender_digest(key, content)
            if not arrival.family_only:
                shown = first + order if stands_by_itself(arrival.kind, arrival.words) else None
                gathered[door.memorial_id, arrival.flower] += 1
        sent_at = at if arrival.sent_at is None else connection.ops.adapt_datetimefield_value(arrival.sent_at)
        said = (arrival.kind, arrival.flower, place, arrival.language, arrival.family_only)
        by = person_mark(key, arrival.sender) if arrival.sender else None
        rows.append((memorial, digest, *said, sent_at, seal_arrival(key, arrival, digest), sender, shown, by))
        entries.append(("comfort.received", None, subject(digest), memorial, at))
    insert_rows(Comfort, _COLUMNS, rows)
    insert_rows(Entry, ENTRY_COLUMNS, entries)
    for (memorial_id, flower), number in gathered.items():
        if flower:
            gather(memorial_id, flower, number)
    if straight:
        _note_who_chose(fresh, straight, now)


def _straight_rules(fresh: dict[bytes, tuple[Door, Arrival]]) -> dict[UUID, ReadingRule]:
    """The choices by which some of it goes straight. A door is known from before: the family may have chosen anew."""
    doors = {door.memorial_id for door, _ in fresh.values() if door.straight}
    return ReadingRule.objects.of_straight(list(doors)) if doors else {}


def _note_who_chose(fresh: dict[bytes, tuple[Door, Arrival]], straight: dict[UUID, ReadingRule], now: datetime) -> None:
    """What went straight has a step that says by which choice of the family, and is filed under its circles."""
    digests = [digest for digest, (door, _) in fresh.items() if door.memorial_id in straight]
    gone = list(Comfort.objects.filter(arrival__in=digests, place=Place.WAITING).defer("sealed"))
    steps = [step(NOBODY_KNOWN, comfort, Place.HELD, Place.WAITING, now) for comfort in gone]
    for comfort, taken in zip(gone, steps, strict=True):
        taken.rule = straight[comfort.memorial_id].pk
    Step.objects.bulk_create(steps)
    file_under_circles(comfort for comfort in gone if comfort.sent_by is not None)


def _says_the_same(row: Comfort, arrival: Arrival) -> bool:
    """What was taken back or corrected since cannot be compared any more; a replay of it changes nothing."""
    if row.place == Place.WITHDRAWN:
        return True
    return row.kind == arrival.kind and read_content(row) == Content(
        arrival.words, arrival.name, arrival.relation, arrival.reach
    )
