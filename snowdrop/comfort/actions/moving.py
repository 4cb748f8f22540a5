"""How comfort goes from one place to another: the only way, and what it takes along."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F

from snowdrop.comfort.content import Content, person_mark, read_content, seal_content, sender_digest
from snowdrop.comfort.models import Asking, Box, Comfort, Evidence, FromCircle, Gathered, Step
from snowdrop.comfort.vocabulary import LET_THROUGH, Place
from snowdrop.ground import journal, keys, published
from snowdrop.ground.journal import Entry
from snowdrop.ground.rows import insert_rows
from snowdrop.memorials.models import Member, Memorial
from snowdrop.memorials.vocabulary import Kind
from snowdrop.people.viewer import Viewer

ENTRY_COLUMNS: Final = ("verb", "actor_id", "subject_id", "memorial_id", "at")
"""Of the journal, where many entries are written at once."""


class AlreadyMoved(ValueError):
    """Somebody else, or the same person in another window, has already decided about this."""


def move(
    viewer: Viewer,
    comfort: Comfort,
    *,
    to: Place,
    allowed: Sequence[Place],
    now: datetime,
    content: Content | None = None,
    box: Box | None = None,
    rule: UUID | None = None,
    reason: str = "",
) -> None:
    """The only way from one place to another: of two who move it at the same moment one wins, the other is told.

    It moves with the words that `comfort` was read with, never with others that took their place in between; other
    words have no lane before the rules have looked at them. `box` is the one that it goes into, or stays in while it is
    changed; `rule` the family's choice by which it passes; `reason` why a moderator keeps it away.
    """
    came_from, stood_in_meadow = comfort.place, _stands_in_meadow(comfort)
    was_on_page = stood_in_meadow or comfort.shown is not None
    if came_from not in allowed:
        raise AlreadyMoved
    held_in = (box.pk if box else comfort.box_id) if to == Place.BOXED else None
    changes = {"place": to.value, "box_id": held_in, **_marks(comfort, to, now, content)}
    if content is not None:
        changes["lane"] = None
        changes["sealed"] = seal_content(keys.data_key(comfort.memorial_id), content, bytes(comfort.arrival))
    as_read = Comfort.objects.filter(pk=comfort.pk, place=came_from, sealed=bytes(comfort.sealed))
    if not as_read.update(**changes):
        raise AlreadyMoved
    for name, value in changes.items():
        setattr(comfort, name, value)
    if comfort.sent_by is not None:
        FromCircle.objects.filter(comfort=comfort).delete()
        if to == Place.WAITING:
            file_under_circles([comfort])
    if stood_in_meadow != _stands_in_meadow(comfort):
        gather(comfort.memorial_id, comfort.flower, -1 if stood_in_meadow else 1)
    if was_on_page and (content is not None or to not in LET_THROUGH or came_from == Place.KEPT):
        transaction.on_commit(lambda: published.take_away(comfort.memorial.slug))  # before the act returns (law 1)
    taken = step(viewer, comfort, came_from, to, now)
    taken.rule, taken.reason = rule, reason
    taken.save(force_insert=True)
    if came_from == Place.ASKED:
        Asking.objects.filter(comfort=comfort).delete()
    elif came_from == Place.SEALED:
        Evidence.objects.filter(comfort=comfort).delete()
    journal.write(
        f"comfort.{to.value}",
        actor=viewer.person_id,
        subject_id=subject_of(comfort),
        memorial_id=comfort.memorial_id,
        now=now,
    )


def move_many(
    viewer: Viewer, memorial: Memorial, pieces: Sequence[Comfort], *, to: Place, now: datetime, box: Box | None = None
) -> None:
    """Moves pieces that were let through, and that the caller has locked, between the waiting room, boxes, and what is
    opened: each with its step and its entry, in as few statements for many as for one. What the page shows stays.
    """
    keys_of = [comfort.pk for comfort in pieces]
    Comfort.objects.filter(pk__in=keys_of).update(place=to, box=box)
    known = [comfort for comfort in pieces if comfort.sent_by is not None]
    FromCircle.objects.filter(comfort__in=[comfort.pk for comfort in known]).delete()
    if to == Place.WAITING:
        file_under_circles(known)
    Step.objects.bulk_create(step(viewer, comfort, comfort.place, to, now) for comfort in pieces)
    at = connection.ops.adapt_datetimefield_value(now)
    actor, memorial_id = as_stored(viewer.person_id), as_stored(memorial.id)
    subjects = [as_stored(subject_of(comfort)) for comfort in pieces]
    verb = f"comfort.{to.value}"
    insert_rows(Entry, ENTRY_COLUMNS, [(verb, actor, subject, memorial_id, at) for subject in subjects])


def locked(pieces: Sequence[Comfort]) -> list[Comfort]:
    """Those of these that are still where they were found, held until the act is over, the oldest first."""
    found = {comfort.pk: (comfort.place, comfort.box_id) for comfort in pieces}
    rows = Comfort.objects.select_related("memorial").select_for_update(of=("self",)).filter(pk__in=found)
    return [row for row in rows.order_by("id") if found[row.pk] == (row.place, row.box_id)]


def step(viewer: Viewer, comfort: Comfort, came_from: str, to: Place, now: datetime) -> Step:
    """The row that says who moved it, from where, and when."""
    memorial_id, by = comfort.memorial_id, viewer.person_id
    return Step(comfort=comfort, memorial_id=memorial_id, came_from=came_from, went_to=to, by=by, at=now)


def subject_of(comfort: Comfort) -> UUID:
    """What the journal calls it."""
    return UUID(bytes=bytes(comfort.arrival))


def _marks(comfort: Comfort, to: Place, now: datetime, changed: Content | None) -> dict[str, object]:
    """Whether the page may show it (newest first, by when it was let through), and how its sender is found."""
    if to not in LET_THROUGH:
        return {"shown": None, "waiting_sender": None}
    if comfort.waiting_sender is not None and changed is None:
        return {}
    content = changed or read_content(comfort)
    is_shown = not comfort.for_family_only and stands_by_itself(comfort.kind, content.words)
    sender = sender_digest(keys.data_key(comfort.memorial_id), content)
    return {"shown": moment(now) if is_shown else None, "waiting_sender": sender}


def stands_by_itself(kind: str, words: str) -> bool:
    """A flower without words stands in the meadow; all else is a piece of its own on the page."""
    return kind != Kind.FLOWER.value or bool(words)


def _stands_in_meadow(comfort: Comfort) -> bool:
    return bool(comfort.flower) and not comfort.for_family_only and comfort.place in LET_THROUGH


def gather(memorial_id: UUID, flower: str, number: int) -> None:
    """Adds flowers of one kind to a memorial's meadow, or takes them out of it."""
    changed = Gathered.objects.filter(memorial=memorial_id, flower=flower).update(number=F("number") + number)
    if not changed:
        row, _ = Gathered.objects.get_or_create(memorial_id=memorial_id, flower=flower)
        Gathered.objects.filter(pk=row.pk).update(number=F("number") + number)


def file_under_circles(pieces: Iterable[Comfort]) -> None:
    """Notes from which circles pieces come that wait now: of those who were signed in, and are in one."""
    circles: dict[UUID, defaultdict[bytes, list[UUID]]] = {}
    filed = []
    for comfort in pieces:
        if comfort.memorial_id not in circles:
            circles[comfort.memorial_id] = _circles_by_mark(comfort.memorial_id)
        for circle in circles[comfort.memorial_id].get(bytes(comfort.sent_by or b""), ()):
            filed.append(FromCircle(comfort=comfort, memorial_id=comfort.memorial_id, circle_id=circle))
    FromCircle.objects.bulk_create(filed)


def marks_of_members(memorial_id: UUID, circles: Iterable[str]) -> set[bytes]:
    """The marks with which is kept what people of these circles send."""
    key, members = keys.data_key(memorial_id), Member.objects.filter(memorial=memorial_id, circle__in=list(circles))
    return {person_mark(key, person) for person in members.values_list("person", flat=True)}


def _circles_by_mark(memorial_id: UUID) -> defaultdict[bytes, list[UUID]]:
    """The circles of everybody who is in one, by the mark with which what they send is kept."""
    key, circles = keys.data_key(memorial_id), defaultdict[bytes, list[UUID]](list)
    for circle, person in Member.objects.filter(memorial=memorial_id).values_list("circle", "person"):
        circles[person_mark(key, person)].append(circle)
    return circles


def moment(now: datetime) -> int:
    """In microseconds, as the order of the page counts."""
    return int(now.timestamp() * 1_000_000)


def as_stored(value: UUID | None) -> object:
    """An id as this database keeps it."""
    return Memorial._meta.pk.get_db_prep_value(value, connection)
