"""The journal: an act writes one entry in its own transaction, and readers act on it afterwards (house law 3)."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from snowdrop.ground import machines
from snowdrop.ground.models import Entry, ReaderPlace

__all__ = ["Entry", "Reader", "batch_reader", "catch_up", "catch_up_all", "parts_reader", "reader", "readers", "write"]

logger = logging.getLogger(__name__)

READ_AT_ONCE: Final = 200
"""Entries that a reader of single entries takes in one round."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One reader: its name, the verbs that it listens to (None: all), what it does, how long it rests after a round.

    `act` is given what is new to it, oldest first, and yields entries up to which everything is done. Once it has
    yielded `fills` of them, more may be waiting. `on_each_machine`: what it does is kept on
    the machine on which it runs.
    """

    name: str
    verbs: frozenset[str] | None
    act: Callable[[QuerySet[Entry]], Iterator[Entry]]
    rest: float
    fills: int = READ_AT_ONCE
    on_each_machine: bool = False

    @property
    def place(self) -> str:
        """Under which name its place is kept: one for all workers, or one for each machine."""
        apart = self.on_each_machine and machines.may_be_several()
        return f"{self.name}@{machines.this_machine()}" if apart else self.name


class Position(NamedTuple):
    """A place in the journal: after the entry of this id, written in this transaction (0 where none is known)."""

    written_in: int
    entry: int


_readers: dict[str, Reader] = {}


def write(verb: str, *, actor: UUID | None, subject_id: UUID, memorial_id: UUID | None, now: datetime) -> Entry:
    """Writes one entry: a verb in the past tense ("letter.published"). Only inside the transaction of the act."""
    if not connection.in_atomic_block:
        raise RuntimeError(f"The journal entry {verb} needs the transaction of its act.")
    return Entry.objects.create(verb=verb, actor_id=actor, subject_id=subject_id, memorial_id=memorial_id, at=now)


def reader(name: str, *, verbs: Sequence[str]) -> Callable[[Callable[[Entry], None]], Callable[[Entry], None]]:
    """Registers a function as a reader of these verbs, one entry at a time. It must be safe to run twice for each."""

    def register(act: Callable[[Entry], None]) -> Callable[[Entry], None]:
        def act_on_each(new: QuerySet[Entry]) -> Iterator[Entry]:
            for entry in new[:READ_AT_ONCE]:
                act(entry)
                yield entry

        _readers[name] = Reader(name, frozenset(verbs), act_on_each, rest=0)
        return act

    return register


def batch_reader(
    name: str, *, verbs: Sequence[str] | None = None, rest: float = 0, on_each_machine: bool = False
) -> Callable[[Callable[[QuerySet[Entry]], None]], Callable[[QuerySet[Entry]], None]]:
    """Registers a function as a reader of all that is new, of all verbs unless some are named; it rests `rest` seconds.

    It is given a query, so that it reads of many thousand entries no more than it needs. Safe to run twice.
    """

    def register(act: Callable[[QuerySet[Entry]], None]) -> Callable[[QuerySet[Entry]], None]:
        def act_on_all(new: QuerySet[Entry]) -> Iterator[Entry]:
            for first in new[:1]:
                act(new)
                yield first

        listens = None if verbs is None else frozenset(verbs)
        _readers[name] = Reader(name, listens, act_on_all, rest, on_each_machine=on_each_machine)
        return act

    return register


def parts_reader(
    name: str, *, verbs: Sequence[str]
) -> Callable[[Callable[[Sequence[Entry]], None]], Callable[[Sequence[Entry]], None]]:
    """Registers a function as a reader of these verbs, of up to READ_AT_ONCE entries together, the oldest first.

    Its place moves after each part, so that no more than one part is read again. It must be safe to run twice.
    """

    def register(act: Callable[[Sequence[Entry]], None]) -> Callable[[Sequence[Entry]], None]:
        def act_on_part(new: QuerySet[Entry]) -> Iterator[Entry]:
            if part := list(new[:READ_AT_ONCE]):
                act(part)
                yield part[-1]

        _readers[name] = Reader(name, frozenset(verbs), act_on_part, rest=0, fills=1)
        return act

    return register


def readers() -> tuple[Reader, ...]:
    """All readers, in the order of their registration."""
    return tuple(_readers.values())


def catch_up(one: Reader) -> bool:
    """Lets one reader act on what is new to it; says whether there was anything for it.

    At least once: the place moves after the act. An entry whose act fails stops this reader there, so that it is tried
    again with the next round and nothing is skipped in silence.
    """
    newest = _newest_settled()
    place, _ = ReaderPlace.objects.get_or_create(reader=one.place)
    if newest is None or newest <= Position(place.last_written, place.last_entry):
        return False
    new, taken = _between(place, newest), 0
    for entry in one.act(new if one.verbs is None else new.filter(verb__in=one.verbs)):
        _move(one, _position_of(entry))
        taken += 1
    if taken < one.fills:
        _move(one, newest)
    return taken > 0


def catch_up_all() -> bool:
    """One round of all readers; one that fails does not hold up the others. Says whether there was anything."""
    anything = False
    for one in readers():
        try:
            anything |= catch_up(one)
        except Exception:
            logger.exception("The reader %s could not act on an entry; it will be tried again.", one.name)
    return anything


def pass_over(name: str) -> None:
    """Moves a reader to the end: whatever it would have acted on is not there any more."""
    one, newest = _readers[name], _newest_settled()
    ReaderPlace.objects.get_or_create(reader=one.place)
    if newest:
        _move(one, newest)


class Standing(NamedTuple):
    """How far a reader is behind: by so many entries at most; the first was written at `since` (None: by none)."""

    reader: str
    entries: int
    since: datetime | None


def standings() -> list[Standing]:
    """How far each reader is behind. Entries are counted by their numbers, some of which may never have been."""
    newest = _newest_settled()
    places = {place.reader: place for place in ReaderPlace.objects.all()}
    firsts: dict[Position, datetime | None] = {}  # readers often stand at the same place
    stand = []
    for one in readers():
        place = places.get(one.place, ReaderPlace())
        position = Position(place.last_written, place.last_entry)
        if newest is not None and position < newest and position not in firsts:
            first = _between(place, newest).first()
            firsts[position] = first.at if first else None
        since = firsts.get(position)
        behind = max(newest.entry - place.last_entry, 1) if newest is not None and since else 0
        stand.append(Standing(one.name, behind, since))
    return stand


def late_readers(before: datetime) -> list[str]:
    """The readers that have not yet acted on something that was written before this moment."""
    newest = _newest_settled()
    if newest is None:
        return []
    places = {place.reader: place for place in ReaderPlace.objects.all()}
    stand = {one.name: places.get(one.place, ReaderPlace(reader=one.place)) for one in readers()}
    return [name for name, place in stand.items() if _between(place, newest).filter(at__lt=before).exists()]


def _newest_settled() -> Position | None:
    """The last entry that no unfinished transaction can still come before.

    SQLite has one writer, so ids appear in order. PostgreSQL gives out ids before commits, and one transaction may
    begin before another and take its id after it. There the order is that of the transactions, then of the ids, and
    an entry counts once every transaction up to its own has ended.
    """
    if connection.vendor != "postgresql":
        newest = Entry.objects.order_by("-id").values_list("id", flat=True).first()
        return None if newest is None else Position(0, newest)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT written_in::text::bigint, id FROM ground_entry"
            " WHERE written_in < pg_snapshot_xmin(pg_current_snapshot()) ORDER BY written_in DESC, id DESC LIMIT 1"
        )
        row = cursor.fetchone()
    return None if row is None else Position(*row)


def _between(after: ReaderPlace, until: Position) -> QuerySet[Entry]:
    if connection.vendor != "postgresql":
        return Entry.objects.filter(id__gt=after.last_entry, id__lte=until.entry).order_by("id")
    return Entry.objects.extra(
        select={"written": "written_in::text::bigint"},
        where=["(written_in, id) > (%s::text::xid8, %s)", "(written_in, id) <= (%s::text::xid8, %s)"],
        params=[str(after.last_written), after.last_entry, str(until.written_in), until.entry],
        order_by=["written", "id"],
    )


def _position_of(entry: Entry) -> Position:
    return Position(getattr(entry, "written", 0), entry.id)


def _move(one: Reader, to: Position) -> None:
    """Moves the place of a reader, never backwards: another worker may have come further."""
    behind = Q(last_written__lt=to.written_in) | Q(last_written=to.written_in, last_entry__lt=to.entry)
    ReaderPlace.objects.filter(behind, reader=one.place).update(last_written=to.written_in, last_entry=to.entry)
