"""What happens to comfort: it arrives, is read first, opened, kept, put back, and can be taken back or corrected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.db.models import F

from snowdrop.comfort.content import NOTHING, Content, read_content, seal_arrival, seal_content, sender_digest
from snowdrop.comfort.intake import Arrival, Door, digest_of_once
from snowdrop.comfort.models import Comfort, Gathered, Step
from snowdrop.comfort.queries import next_waiting
from snowdrop.comfort.vocabulary import LET_THROUGH, SET_ASIDE, SPARE_BYTES, UNREAD, Place
from snowdrop.ground import journal, keys, published
from snowdrop.ground.journal import Entry
from snowdrop.ground.refusals import require
from snowdrop.ground.room import has_room
from snowdrop.ground.rows import bytes_present, insert_rows
from snowdrop.memorials import rules
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.vocabulary import FirstReading, Kind
from snowdrop.people.viewer import Viewer

_TRIES: Final = 3


class Receipt(StrEnum):
    """What became of one arrival."""

    KEPT = "kept"
    KEPT_BEFORE = "kept before"
    OTHER_WORDS = "other words"


class NoRoom(RuntimeError):
    """The disk is nearly full: nothing new is kept, and all that was kept can still be opened (trust.md C2)."""


class AlreadyMoved(ValueError):
    """Somebody else, or the same person in another window, has already decided about this."""


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
)
_ENTRY_COLUMNS: Final = ("verb", "actor_id", "subject_id", "memorial_id", "at")


def _insert(fresh: dict[bytes, tuple[Door, Arrival]], now: datetime) -> None:
    at = connection.ops.adapt_datetimefield_value(now)
    ids = {memorial_id: _as_stored(memorial_id) for memorial_id in {door.memorial_id for door, _ in fresh.values()}}
    as_stored = (lambda digest: UUID(bytes=digest)) if connection.features.has_native_uuid_field else bytes.hex
    unsealed = {memorial_id: keys.data_key(memorial_id) for memorial_id in ids}
    first = _moment(now)
    rows, entries, gathered = [], [], Counter[tuple[UUID, str]]()
    for order, (digest, (door, arrival)) in enumerate(fresh.items()):
        key, memorial = unsealed[door.memorial_id], ids[door.memorial_id]
        place, sender, shown = Place.HELD.value, None, None
        if door.straight:
            content = Content(arrival.words, arrival.name, arrival.relation, arrival.reach)
            place, sender = Place.WAITING.value, sender_digest(key, content)
            if not arrival.family_only:
                shown = first + order if _stands_by_itself(arrival.kind, arrival.words) else None
                gathered[door.memorial_id, arrival.flower] += 1
        sealed = seal_arrival(key, arrival, digest)
        rows.append(
            (
                memorial,
                digest,
                arrival.kind,
                arrival.flower,
                place,
                arrival.language,
                arrival.family_only,
                at if arrival.sent_at is None else connection.ops.adapt_datetimefield_value(arrival.sent_at),
                sealed,
                sender,
                shown,
            )
        )
        entries.append(("comfort.received", None, as_stored(digest), memorial, at))
    insert_rows(Comfort, _COLUMNS, rows)
    insert_rows(Entry, _ENTRY_COLUMNS, entries)
    for (memorial_id, flower), number in gathered.items():
        if flower:
            _gather(memorial_id, flower, number)


def let_through(viewer: Viewer, comfort: Comfort, *, now: datetime) -> None:
    """Lets it through to the waiting room. Raises NotAllowed or AlreadyMoved."""
    _read_first(viewer, comfort, to=Place.WAITING, now=now)


def keep_for_later(viewer: Viewer, comfort: Comfort, *, now: datetime) -> None:
    """Leaves it in the queue, behind what nobody has read yet."""
    _read_first(viewer, comfort, to=Place.LATER, now=now)


def keep_away(viewer: Viewer, comfort: Comfort, *, now: datetime) -> None:
    """Keeps it from the family, sealed; its sender is told nothing else than before."""
    _read_first(viewer, comfort, to=Place.SEALED, now=now)


def worry_about(viewer: Viewer, comfort: Comfort, *, now: datetime) -> None:
    """Sets it aside because somebody may be in danger or mean harm; the family is not shown it."""
    _read_first(viewer, comfort, to=Place.WORRYING, now=now)


@transaction.atomic
def read_again(viewer: Viewer, comfort: Comfort, *, now: datetime) -> None:
    """Puts it back on the reading desk: one's own last decision while it is unopened, and what was set aside before.

    What worries somebody comes back only by them or by a helper: a keeper must not meet it by surprise (trust.md 5.2).
    """
    require(rules.may_read_first(viewer, comfort.memorial))
    last = comfort.steps.order_by("-id").first()
    own = last is not None and last.by == viewer.person_id
    if comfort.place == Place.WORRYING:
        require(own or rules.is_helper(viewer, comfort.memorial))
    elif comfort.place not in SET_ASIDE and not (own and comfort.place == Place.WAITING):
        raise AlreadyMoved
    _move(viewer, comfort, to=Place.HELD, allowed=(*SET_ASIDE, Place.WAITING), now=now)


def open_comfort(viewer: Viewer, comfort: Comfort, *, now: datetime) -> None:
    """Opens what waits; also the way back from keeping it and from setting it apart."""
    _as_family(viewer, comfort, to=Place.OPENED, allowed=(Place.WAITING, Place.KEPT, Place.APART), now=now)


def open_next(
    viewer: Viewer, memorial: Memorial, *, kind: str = "", sender: bytes | None = None, now: datetime
) -> Comfort | None:
    """Opens what has waited longest: of all, of one kind, or from one person; None when nothing so waits.

    Of two keepers who ask at the same moment each gets another piece. Raises NotAllowed.
    """
    require(rules.is_keeper(viewer, memorial))
    while comfort := next_waiting(viewer, memorial, kind=kind, sender=sender):
        try:
            open_comfort(viewer, comfort, now=now)
        except AlreadyMoved:
            continue
        return comfort
    return None


@transaction.atomic
def open_page(viewer: Viewer, memorial: Memorial, *, most: int, now: datetime) -> list[Comfort]:
    """Opens what has waited longest, `most` pieces at a time, and returns them, the oldest first."""
    require(rules.is_keeper(viewer, memorial))
    waiting = Comfort.objects.of_family(viewer).filter(memorial=memorial, place=Place.WAITING)
    opened = list(waiting.select_for_update(of=("self",)).order_by("id")[:most])
    Comfort.objects.filter(pk__in=[comfort.pk for comfort in opened]).update(place=Place.OPENED)
    Step.objects.bulk_create(_step(viewer, comfort, Place.WAITING, Place.OPENED, now) for comfort in opened)
    at = connection.ops.adapt_datetimefield_value(now)
    actor, memorial_id = _as_stored(viewer.person_id), _as_stored(memorial.id)
    subjects = [_as_stored(_subject(comfort)) for comfort in opened]
    insert_rows(Entry, _ENTRY_COLUMNS, [("comfort.opened", actor, subject, memorial_id, at) for subject in subjects])
    return opened


def keep_comfort(viewer: Viewer, comfort: Comfort, *, now: datetime) -> None:
    """Keeps what was opened."""
    _as_family(viewer, comfort, to=Place.KEPT, allowed=(Place.WAITING, Place.OPENED, Place.APART), now=now)


def put_back(viewer: Viewer, comfort: Comfort, *, now: datetime) -> None:
    """Puts it back into the waiting room, as if it had not been opened."""
    _as_family(viewer, comfort, to=Place.WAITING, allowed=(Place.OPENED, Place.KEPT, Place.APART), now=now)


def put_apart(viewer: Viewer, comfort: Comfort, *, now: datetime) -> None:
    """Says that it is not for us: away from the page and from what is kept; nothing is lost, its sender is not told."""
    _as_family(viewer, comfort, to=Place.APART, allowed=LET_THROUGH, now=now)


@transaction.atomic
def take_back(once: str, *, now: datetime) -> None:
    """Takes back what a sender sent with this token: its words are gone at once, wherever it was. Twice is fine.

    Raises Comfort.DoesNotExist for a token that nothing was sent with.
    """
    comfort = _sent_with_locked(once)
    if comfort.place == Place.WITHDRAWN:
        return
    _move(Viewer(), comfort, to=Place.WITHDRAWN, allowed=tuple(Place), now=now, content=NOTHING)


@transaction.atomic
def correct(once: str, content: Content, *, now: datetime) -> None:
    """Puts other words in the place of what a sender sent.

    Words that somebody let through are read first again; what was kept away stays away (trust.md T31). Raises
    Comfort.DoesNotExist, and AlreadyMoved when it was taken back.
    """
    comfort = _sent_with_locked(once)
    if comfort.place == Place.WITHDRAWN:
        raise AlreadyMoved
    straight = comfort.memorial.first_reading == FirstReading.NOBODY
    stays = comfort.place in (*UNREAD, *SET_ASIDE, Place.APART) or straight
    to = Place(comfort.place) if stays else Place.HELD
    _move(Viewer(), comfort, to=to, allowed=tuple(Place), now=now, content=content)


def sent_with(once: str) -> Comfort:
    """What was sent with this token. Raises Comfort.DoesNotExist."""
    try:
        digest = digest_of_once(once)
    except ValueError:
        raise Comfort.DoesNotExist from None
    return Comfort.objects.select_related("memorial").get(arrival=digest)


def _sent_with_locked(once: str) -> Comfort:
    """The same, and nobody moves it before this transaction ends: its sender always wins."""
    locked = Comfort.objects.select_related("memorial").select_for_update(of=("self",))
    return locked.get(pk=sent_with(once).pk)


@transaction.atomic
def _read_first(viewer: Viewer, comfort: Comfort, *, to: Place, now: datetime) -> None:
    require(rules.may_read_first(viewer, comfort.memorial))
    _move(viewer, comfort, to=to, allowed=UNREAD, now=now)


@transaction.atomic
def _as_family(viewer: Viewer, comfort: Comfort, *, to: Place, allowed: Sequence[Place], now: datetime) -> None:
    require(rules.is_keeper(viewer, comfort.memorial))
    _move(viewer, comfort, to=to, allowed=allowed, now=now)


def _move(
    viewer: Viewer,
    comfort: Comfort,
    *,
    to: Place,
    allowed: Sequence[Place],
    now: datetime,
    content: Content | None = None,
) -> None:
    """The only way from one place to another: of two who move it at the same moment one wins, the other is told.

    It moves with the words that `comfort` was read with, never with others that took their place in between.
    """
    came_from, stood_in_meadow = comfort.place, _stands_in_meadow(comfort)
    was_on_page = stood_in_meadow or comfort.shown is not None
    if came_from not in allowed:
        raise AlreadyMoved
    changes = {"place": to.value, **_marks(comfort, to, now, content)}
    if content is not None:
        changes["sealed"] = seal_content(keys.data_key(comfort.memorial_id), content, bytes(comfort.arrival))
    as_read = Comfort.objects.filter(pk=comfort.pk, place=came_from, sealed=bytes(comfort.sealed))
    if not as_read.update(**changes):
        raise AlreadyMoved
    for name, value in changes.items():
        setattr(comfort, name, value)
    if stood_in_meadow != _stands_in_meadow(comfort):
        _gather(comfort.memorial_id, comfort.flower, -1 if stood_in_meadow else 1)
    if was_on_page and (content is not None or to not in LET_THROUGH or came_from == Place.KEPT):
        transaction.on_commit(lambda: published.take_away(comfort.memorial.slug))  # before the act returns (law 1)
    _step(viewer, comfort, came_from, to, now).save(force_insert=True)
    journal.write(
        f"comfort.{to.value}",
        actor=viewer.person_id,
        subject_id=_subject(comfort),
        memorial_id=comfort.memorial_id,
        now=now,
    )


def _step(viewer: Viewer, comfort: Comfort, came_from: str, to: Place, now: datetime) -> Step:
    memorial_id, by = comfort.memorial_id, viewer.person_id
    return Step(comfort=comfort, memorial_id=memorial_id, came_from=came_from, went_to=to, by=by, at=now)


def _subject(comfort: Comfort) -> UUID:
    return UUID(bytes=bytes(comfort.arrival))


def _marks(comfort: Comfort, to: Place, now: datetime, changed: Content | None) -> dict[str, object]:
    """Whether the page may show it (newest first, by when it was let through), and how its sender is found."""
    if to not in LET_THROUGH:
        return {"shown": None, "waiting_sender": None}
    if comfort.waiting_sender is not None and changed is None:
        return {}
    content = changed or read_content(comfort)
    is_shown = not comfort.for_family_only and _stands_by_itself(comfort.kind, content.words)
    sender = sender_digest(keys.data_key(comfort.memorial_id), content)
    return {"shown": _moment(now) if is_shown else None, "waiting_sender": sender}


def _stands_by_itself(kind: str, words: str) -> bool:
    """A flower without words stands in the meadow; all else is a piece of its own on the page."""
    return kind != Kind.FLOWER.value or bool(words)


def _stands_in_meadow(comfort: Comfort) -> bool:
    return bool(comfort.flower) and not comfort.for_family_only and comfort.place in LET_THROUGH


def _gather(memorial_id: UUID, flower: str, number: int) -> None:
    changed = Gathered.objects.filter(memorial=memorial_id, flower=flower).update(number=F("number") + number)
    if not changed:
        row, _ = Gathered.objects.get_or_create(memorial_id=memorial_id, flower=flower)
        Gathered.objects.filter(pk=row.pk).update(number=F("number") + number)


def _says_the_same(row: Comfort, arrival: Arrival) -> bool:
    """What was taken back or corrected since cannot be compared any more; a replay of it changes nothing."""
    if row.place == Place.WITHDRAWN:
        return True
    return row.kind == arrival.kind and read_content(row) == Content(
        arrival.words, arrival.name, arrival.relation, arrival.reach
    )


def _moment(now: datetime) -> int:
    return int(now.timestamp() * 1_000_000)


def _as_stored(value: UUID | None) -> object:
    return Memorial._meta.pk.get_db_prep_value(value, connection)
