"""The journal: an act writes one entry in its own transaction, and readers act on it afterwards (house law 3)."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet

from snowdrop.ground.models import Entry, ReaderPlace

__all__ = ["Entry", "Reader", "catch_up", "reader", "readers", "write"]

logger = logging.getLogger(__name__)

READ_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Reader:
    """One reader: its name, the verbs that it listens to, and what it does with an entry."""

    name: str
    verbs: frozenset[str]
    act: Callable[[Entry], None]


_readers: dict[str, Reader] = {}


def write(verb: str, *, actor: UUID | None, subject_id: UUID, memorial_id: UUID | None, now: datetime) -> Entry:
    """Writes one entry: a verb in the past tense ("letter.published"). Only inside the transaction of the act."""
    if not connection.in_atomic_block:
        raise RuntimeError(f"The journal entry {verb} needs the transaction of its act.")
    return Entry.objects.create(verb=verb, actor_id=actor, subject_id=subject_id, memorial_id=memorial_id, at=now)


def reader(name: str, *, verbs: Sequence[str]) -> Callable[[Callable[[Entry], None]], Callable[[Entry], None]]:
    """Registers a function as a reader of these verbs. It must be safe to run twice for the same entry."""

    def register(act: Callable[[Entry], None]) -> Callable[[Entry], None]:
        _readers[name] = Reader(name, frozenset(verbs), act)
        return act

    return register


def readers() -> tuple[Reader, ...]:
    """All readers, in the order of their registration."""
    return tuple(_readers.values())


def catch_up(one: Reader) -> int:
    """Lets one reader act on what is new to it; returns how many entries it passed.

    At least once: the place moves after the act. An entry whose act fails stops this reader there, so that it is tried
    again with the next round and nothing is skipped in silence.
    """
    place, _ = ReaderPlace.objects.get_or_create(reader=one.name)
    passed = 0
    for entry in _settled().filter(id__gt=place.last_entry).order_by("id")[:READ_AT_ONCE]:
        if entry.verb in one.verbs:
            one.act(entry)
        place.last_entry = entry.id
        passed += 1
    if passed:
        ReaderPlace.objects.filter(reader=one.name, last_entry__lt=place.last_entry).update(last_entry=place.last_entry)
    return passed


def _settled() -> QuerySet[Entry]:
    """Entries that no unfinished transaction can still come before.

    SQLite has one writer, so ids appear in order. On PostgreSQL an entry waits until every transaction that began
    before its own has ended: ids are given out before commits, and a reader must never step over one still to come.
    """
    if connection.vendor != "postgresql":
        return Entry.objects.all()
    return Entry.objects.extra(where=["written_in < pg_snapshot_xmin(pg_current_snapshot())"])


def catch_up_all() -> int:
    """One round of all readers; one that fails does not hold up the others."""
    passed = 0
    for one in readers():
        try:
            passed += catch_up(one)
        except Exception:
            logger.exception("The reader %s could not act on an entry; it will be tried again.", one.name)
    return passed


def in_own_transaction(act: Callable[[Entry], None]) -> Callable[[Entry], None]:
    """For readers whose whole effect is rows: the act happens wholly or not at all."""

    def acted(entry: Entry) -> None:
        with transaction.atomic():
            act(entry)

    return acted
