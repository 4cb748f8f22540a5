"""Files that come in parts for what the family shares: announced, kept part by part, and taken in once whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from snowdrop.audiences.table import Shown, UnknownAudience
from snowdrop.ground import keys, sealing
from snowdrop.ground.refusals import NotAllowed, require
from snowdrop.ground.sealing import Readable
from snowdrop.media import arriving
from snowdrop.media.arrival import Arrival, Label
from snowdrop.media.refusals import (
    MediaRefused,
    NoRoom,
    NotAPicture,
    NotARecording,
    PictureDamaged,
    PictureTooLarge,
    RecordingTooLarge,
    StoreAway,
    recording_refusal_by_code,
    refusal_by_code,
)
from snowdrop.media.sniff import sniff, sniff_recording
from snowdrop.media.vocabulary import LIMITS, RECORDING_LIMITS, Format, RecordingFormat
from snowdrop.memorials import rules
from snowdrop.memorials.models import Memorial
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.acting import narrowest
from snowdrop.tributes.actions import add_photo
from snowdrop.tributes.actions_of_clips import add_clip
from snowdrop.tributes.models import Clip, Photo
from snowdrop.tributes.vocabulary import Purpose


@dataclass(frozen=True, slots=True)
class Taking:
    """How files of one purpose are taken: the most bytes, a look at their beginning, the act once they are whole.

    `refusal` gives the refusal that a row remembers by its code.
    """

    most_bytes: int
    too_large: type[MediaRefused]
    look_at: Callable[[bytes], None]
    add: Callable[..., Photo | Clip]
    refusal: Callable[[str], MediaRefused]


def _look_at_photo(head: bytes) -> None:
    """Raises NotAPicture."""
    taken_as = sniff(head)
    if not isinstance(taken_as, Format):
        raise NotAPicture(taken_as)


def _look_at_clip(head: bytes) -> None:
    """Raises NotARecording."""
    taken_as = sniff_recording(head)
    if not isinstance(taken_as, RecordingFormat):
        raise NotARecording(taken_as)


TAKINGS: Final[Mapping[str, Taking]] = {
    Purpose.PHOTO: Taking(LIMITS.file_bytes, PictureTooLarge, _look_at_photo, add_photo, refusal_by_code),
    Purpose.CLIP: Taking(
        RECORDING_LIMITS.file_bytes, RecordingTooLarge, _look_at_clip, add_clip, recording_refusal_by_code
    ),
}


def begin_sending(
    viewer: Viewer, memorial: Memorial, *, purpose: Purpose, size: int, label: Label, now: datetime
) -> Arrival:
    """Makes ready for a file of `size` bytes.

    Raises NotAllowed, Frozen, a refusal if it is too large, or TooManyArrivals.
    """
    require(rules.is_keeper(viewer, memorial))
    meant = Shown(label.given.get("audience") or narrowest(), frozenset(label.given.get("circles", ())))
    rules.require_may_widen(memorial, Shown(narrowest()), meant)
    taking = TAKINGS[purpose]
    if size > taking.most_bytes:
        raise taking.too_large
    return arriving.begin_arrival(viewer, memorial_id=memorial.id, purpose=purpose, size=size, label=label, now=now)


def send_part(
    viewer: Viewer, memorial: Memorial, arrival: Arrival, *, offset: int, part: Readable, now: datetime
) -> None:
    """Keeps a part of a file; one that is refused for what it is, is let go at once.

    Raises NotAllowed, OtherOffset, NoRoom or another refusal.
    """
    require(rules.is_keeper(viewer, memorial) and arrival.memorial_id == memorial.id)
    try:
        arriving.take_in_part(arrival, offset=offset, part=part, now=now, look_at=TAKINGS[arrival.purpose].look_at)
    except NoRoom:
        raise
    except MediaRefused:
        arriving.let_go(arrival, now)
        raise


def take_in_whole(arrival_id: UUID, now: datetime) -> None:
    """Makes of a file that is whole what it is for, or remembers why not. Twice is fine: the same file is kept once.

    Whoever sent it must still keep the memorial; otherwise nothing is made of it, and it is let go. Raises StoreAway
    while the place where bytes are kept cannot be reached: the file waits, and it is tried again.
    """
    arrival = Arrival.objects.filter(pk=arrival_id, became=None, refusal="").first()
    if arrival is None or not arrival.is_whole:
        return
    try:
        made = _make(arrival, now)
    except StoreAway:
        raise
    except MediaRefused as refusal:
        arriving.settle(arrival, refusal=refusal.code)
    except (sealing.Unreadable, FileNotFoundError):
        arriving.settle(arrival, refusal=PictureDamaged.code)
    except (NotAllowed, Memorial.DoesNotExist, UnknownAudience, keys.KeyIsGone):
        arriving.let_go(arrival, now)
    else:
        arriving.settle(arrival, became=made.id)


def _make(arrival: Arrival, now: datetime) -> Photo | Clip:
    """Where nothing may become wider meanwhile, it is kept all the same, for whoever sent it alone."""
    memorial, given = Memorial.objects.get(pk=arrival.memorial_id), arriving.label_of(arrival).given
    still_there = memorial.circles.filter(pk__in=given.get("circles", ()))
    try:
        return _add(arrival, memorial, now, **{**given, "circles": still_there.values_list("pk", flat=True)})
    except rules.Frozen:
        return _add(arrival, memorial, now)


def _add(arrival: Arrival, memorial: Memorial, now: datetime, **given: Any) -> Photo | Clip:
    add, sender = TAKINGS[arrival.purpose].add, Viewer(arrival.person_id)
    with arriving.opened(arrival) as whole:
        return add(sender, memorial, upload=whole, name=arriving.label_of(arrival).name, now=now, **given)
