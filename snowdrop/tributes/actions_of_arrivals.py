"""Files that come in parts for what the family shares: announced, kept part by part, and taken in once whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any, BinaryIO
from uuid import UUID

from snowdrop.audiences.table import Shown, UnknownAudience
from snowdrop.ground import keys, sealing
from snowdrop.ground.refusals import NotAllowed, require
from snowdrop.media import arriving, purposes
from snowdrop.media.arrival import Arrival, Label
from snowdrop.media.purposes import PICTURES, RECORDINGS, NotWanted
from snowdrop.memorials import rules
from snowdrop.memorials.models import Memorial
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.acting import narrowest
from snowdrop.tributes.actions import add_photo
from snowdrop.tributes.actions_of_clips import add_clip
from snowdrop.tributes.models import Clip, Photo
from snowdrop.tributes.vocabulary import Purpose

Add = Callable[..., Photo | Clip]


def begin_sending(
    viewer: Viewer, memorial: Memorial, *, purpose: Purpose, size: int, label: Label, now: datetime
) -> Arrival:
    """Makes ready for a file of `size` bytes.

    Raises NotAllowed, Frozen, a refusal if it is too large, or TooManyArrivals.
    """
    require(rules.is_keeper(viewer, memorial))
    meant = Shown(label.given.get("audience") or narrowest(), frozenset(label.given.get("circles", ())))
    rules.require_may_widen(memorial, Shown(narrowest()), meant)
    sort = purposes.purpose_of(purpose).sort
    if size > sort.most_bytes:
        raise sort.too_large
    return arriving.begin_arrival(viewer, memorial_id=memorial.id, purpose=purpose, size=size, label=label, now=now)


def send_part(
    viewer: Viewer, memorial: Memorial, arrival: Arrival, *, offset: int, part: sealing.Readable, now: datetime
) -> None:
    """Keeps a part of a file; one that is refused for what it is, is let go at once.

    Raises NotAllowed, OtherOffset, NoRoom or another refusal.
    """
    require(rules.is_keeper(viewer, memorial) and arrival.memorial_id == memorial.id)
    purposes.send_part(arrival, offset=offset, part=part, now=now)


def bring_purposes() -> None:
    """What files are sent for in this room."""
    purposes.bring_purpose(Purpose.PHOTO, purposes.Purpose(PICTURES, partial(_make, add_photo)))
    purposes.bring_purpose(Purpose.CLIP, purposes.Purpose(RECORDINGS, partial(_make, add_clip)))


def _make(add: Add, arrival: Arrival, whole: BinaryIO, name: str, now: datetime) -> UUID:
    """Whoever sent it must still keep the memorial. Raises NotWanted, or a refusal of the file."""
    try:
        return _added(add, arrival, whole, name, now)
    except (NotAllowed, Memorial.DoesNotExist, UnknownAudience, keys.KeyIsGone):
        raise NotWanted from None


def _added(add: Add, arrival: Arrival, whole: BinaryIO, name: str, now: datetime) -> UUID:
    """Where nothing may become wider meanwhile, it is kept all the same, for whoever sent it alone."""
    memorial, given = Memorial.objects.get(pk=arrival.memorial_id), arriving.label_of(arrival).given
    still_there = memorial.circles.filter(pk__in=given.get("circles", ()))
    meant: dict[str, Any] = {**given, "circles": still_there.values_list("pk", flat=True)}
    add = partial(add, Viewer(arrival.person_id), memorial, name=name, now=now)
    try:
        return add(upload=whole, **meant).id
    except rules.Frozen:
        with arriving.opened(arrival) as anew:
            return add(upload=anew).id
