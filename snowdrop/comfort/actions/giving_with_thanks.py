"""A photograph or a voice goes with a thanks: given, said in words for whoever cannot see or hear it, taken away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any, BinaryIO
from uuid import UUID

from django.db import transaction

from snowdrop.comfort import queries_of_thanks
from snowdrop.comfort.models_of_thanks import Thanks
from snowdrop.comfort.vocabulary_of_thanks import Purpose
from snowdrop.ground import journal, published
from snowdrop.ground.refusals import NotAllowed, require
from snowdrop.media import arriving, purposes
from snowdrop.media.actions import take_in_picture
from snowdrop.media.actions_of_recordings import take_in_recording
from snowdrop.media.arrival import Arrival, Label
from snowdrop.media.keeping import discard
from snowdrop.media.models import Given, Picture
from snowdrop.media.purposes import PICTURES, RECORDINGS, NotWanted
from snowdrop.media.queries import note_of
from snowdrop.memorials import rules
from snowdrop.memorials.models import Memorial
from snowdrop.people.viewer import Viewer

Give = Callable[..., Thanks]


def begin_giving(
    viewer: Viewer, thanks: Thanks, *, purpose: Purpose, size: int, label: Label, now: datetime
) -> Arrival:
    """Makes ready for a file of `size` bytes that comes in parts.

    Raises NotAllowed, a refusal if it is too large, or TooManyArrivals.
    """
    require(rules.is_keeper(viewer, thanks.memorial))
    sort, label = purposes.purpose_of(purpose).sort, replace(label, given={"thanks": str(thanks.pk)})
    if size > sort.most_bytes:
        raise sort.too_large
    memorial_id = thanks.memorial_id
    return arriving.begin_arrival(viewer, memorial_id=memorial_id, purpose=purpose, size=size, label=label, now=now)


def send_part(viewer: Viewer, memorial: Memorial, arrival: Arrival, **part: Any) -> None:
    """Keeps a part of a file (`offset`, `part`, `now`), as media.purposes.send_part does. Raises NotAllowed too."""
    require(rules.is_keeper(viewer, memorial) and arrival.memorial_id == memorial.pk)
    purposes.send_part(arrival, **part)


def give_picture(viewer: Viewer, thanks: Thanks, *, upload: BinaryIO, name: str, now: datetime) -> Thanks:
    """Lets a photograph go with it, in the place of what did so before.

    Raises NotAllowed, Thanks.DoesNotExist, or a PictureRefused with a sentence for whoever sent it.
    """
    return _give(take_in_picture, viewer, thanks, upload=upload, name=name, now=now)


def give_voice(viewer: Viewer, thanks: Thanks, *, upload: BinaryIO, name: str, now: datetime) -> Thanks:
    """Lets a recording go with it, in the place of what did so before.

    Raises NotAllowed, Thanks.DoesNotExist, or a RecordingRefused with a sentence for whoever sent it.
    """
    return _give(take_in_recording, viewer, thanks, upload=upload, name=name, now=now)


@transaction.atomic
def describe_given(viewer: Viewer, thanks: Thanks, *, alt: str, now: datetime) -> Thanks:
    """Says what the photograph shows, or what is said in the recording. Raises NotAllowed, Thanks.DoesNotExist."""
    thanks = held(viewer, thanks)
    thanks.alt = alt
    _keep(viewer, thanks, now)
    return thanks


@transaction.atomic
def take_given_away(viewer: Viewer, thanks: Thanks, *, now: datetime) -> Thanks:
    """Takes the photograph or the recording away; its bytes are let go. Twice is fine.

    Raises NotAllowed, Thanks.DoesNotExist.
    """
    thanks = held(viewer, thanks)
    if thanks.given:
        discard(viewer, thanks.given, now)
    thanks.picture, thanks.recording, thanks.alt = None, None, ""
    _keep(viewer, thanks, now)
    return thanks


def bring_purposes() -> None:
    """What files are sent for in this room."""
    for purpose, sort, give in ((Purpose.PICTURE, PICTURES, give_picture), (Purpose.VOICE, RECORDINGS, give_voice)):
        purposes.bring_purpose(purpose, purposes.Purpose(sort, partial(_make, give)))


def _make(give: Give, arrival: Arrival, whole: BinaryIO, name: str, now: datetime) -> UUID:
    """Whoever sent it must still keep the memorial, and the thanks must still be there. Raises NotWanted."""
    thanks = Thanks.objects.filter(pk=arriving.label_of(arrival).given["thanks"], memorial=arrival.memorial_id)
    try:
        return give(Viewer(arrival.person_id), thanks.get(), upload=whole, name=name, now=now).pk
    except (NotAllowed, Thanks.DoesNotExist, Memorial.DoesNotExist):
        raise NotWanted from None


def _give(take_in: Callable[..., Given], viewer: Viewer, thanks: Thanks, *, now: datetime, **file: Any) -> Thanks:
    require(rules.is_keeper(viewer, thanks.memorial))
    changed: list[Thanks] = []

    def place(given: Given) -> None:
        one = held(viewer, thanks)
        if one.given:
            one.alt = one.alt if note_of(one.given).sha256 == note_of(given).sha256 else ""
            discard(viewer, one.given, now)
        one.picture, one.recording = (given, None) if isinstance(given, Picture) else (None, given)  # type: ignore[assignment]
        _keep(viewer, one, now)
        changed.append(one)

    take_in(viewer, memorial_id=thanks.memorial_id, place=place, now=now, **file)
    return changed[0]


def held(viewer: Viewer, thanks: Thanks) -> Thanks:
    """The row as it is now; nobody else changes it until the act is over. Raises NotAllowed, Thanks.DoesNotExist."""
    Memorial.objects.hold(thanks.memorial_id)
    row = Thanks.objects.select_related("memorial", "sending", "picture", "recording").get(pk=thanks.pk)
    require(rules.is_keeper(viewer, row.memorial))
    return row


def _keep(viewer: Viewer, thanks: Thanks, now: datetime) -> None:
    thanks.changed_at = now
    thanks.save(update_fields=["picture", "recording", "alt", "changed_at"])
    if queries_of_thanks.is_sent(thanks) and thanks.on_page:
        transaction.on_commit(lambda: published.take_away(thanks.memorial.slug))  # before the act returns (law 1)
    journal.write(
        "thanks.changed", actor=viewer.person_id, subject_id=thanks.pk, memorial_id=thanks.memorial_id, now=now
    )
