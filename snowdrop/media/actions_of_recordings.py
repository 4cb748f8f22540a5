"""What happens to videos and voice notes: they are taken in, made ready, described, and discarded."""

from __future__ import annotations

import io
import logging
import time
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO, Final
from uuid import UUID

from django.db import transaction

from snowdrop.ground import keys, sealing
from snowdrop.ground.ids import new_id
from snowdrop.ground.languages import LANGUAGES
from snowdrop.media import cutting_room, expecting, keeping
from snowdrop.media.captions import read_captions
from snowdrop.media.cutting_room import Cut
from snowdrop.media.keeping import UNFINISHED, Upload, discarded_on_failure
from snowdrop.media.memory import file_in_memory
from snowdrop.media.models import Captions, Preparation, Recording, Track
from snowdrop.media.note import Note
from snowdrop.media.refusals import NotARecording, RecordingDamaged, RecordingRefused, RecordingTooLarge
from snowdrop.media.sniff import HEAD_BYTES, sniff_recording
from snowdrop.media.store import Store, the_store
from snowdrop.media.vocabulary import (
    RECORDING_LIMITS,
    STILL_MIME,
    TRACK_NAMES,
    PictureState,
    RecordingFormat,
    RecordingKind,
    still_name,
)

if TYPE_CHECKING:
    from snowdrop.people.viewer import Viewer

logger = logging.getLogger(__name__)

_FORMATS: Final = {taken_as.mime: taken_as for taken_as in RecordingFormat}
_LANGUAGES: Final = frozenset(code for code, _name in LANGUAGES)
_TELL_EVERY: Final = 1.0
"""Seconds between two looks at whether a recording is still wanted, and two notes of how far it is."""


class UnknownLanguage(ValueError):
    """Captions in a language that is not in `ground.languages`."""


def take_in_recording(
    viewer: Viewer,
    *,
    memorial_id: UUID,
    upload: BinaryIO,
    name: str,
    now: datetime,
    place: Callable[[Recording], None] = keeping.belongs_to_nothing,
) -> Recording:
    """Keeps the video or voice note that `upload` gives, sealed with the memorial's key, and asks for it to be made.

    Whoever calls has checked that the viewer may give it. `place` makes the row of what the recording belongs to, in
    the same transaction. Raises NotARecording, RecordingTooLarge, NoRoom or what `place` raises; then nothing is kept.
    """
    head = upload.read(HEAD_BYTES)
    taken_as = sniff_recording(head)
    if not isinstance(taken_as, RecordingFormat):
        raise NotARecording(taken_as)
    recording = Recording(memorial_id=memorial_id, state=PictureState.ARRIVING, added_at=now)
    recording.kind = RecordingKind.VIDEO if taken_as.mime.startswith("video/") else RecordingKind.VOICE
    coming = Upload(head, upload, most=RECORDING_LIMITS.file_bytes, too_large=RecordingTooLarge)
    keeping.take_in(viewer, recording, coming, name=name, mime=taken_as.mime, place=place, now=now)
    return recording


def develop_recording(recording_id: UUID, now: datetime) -> None:
    """Makes the tracks of a recording, or marks it as refused; one that is done, or gone, is left as it is.

    Safe to run again after any interruption, and by two workers at once: the one that finishes first is believed, and
    the other stops within a second.
    """
    recording = Recording.objects.filter(pk=recording_id, state__in=UNFINISHED).first()
    if recording is None:
        return
    Recording.objects.filter(pk=recording_id, state=PictureState.ARRIVING).update(state=PictureState.PREPARING)
    Preparation.objects.update_or_create(
        recording=recording, defaults={"share": 0.0}, create_defaults={"memorial_id": recording.memorial_id}
    )
    try:
        _make_ready(recording, now)
    except RecordingRefused as refusal:
        _refuse(recording, refusal, now)
    except _NotWantedAnyMore:
        return


@transaction.atomic
def choose_still(viewer: Viewer, recording: Recording, *, still: str, now: datetime) -> Recording:
    """Lets the still of this name stand for the video. Whoever calls has checked that the viewer may.

    Raises Track.DoesNotExist for a name that is no still of it.
    """
    recording.still = Track.objects.get(recording=recording, name=still, mime=STILL_MIME).name
    recording.save(update_fields=["still"])
    keeping.write("still_chosen", recording, viewer.person_id, now)
    return recording


def caption(viewer: Viewer, recording: Recording, *, language: str, words: str, now: datetime) -> Captions:
    """Keeps captions of a language (WebVTT or SRT), sealed, instead of those that were there.

    Whoever calls has checked that the viewer may. Raises NotCaptions with a sentence, or UnknownLanguage.
    """
    if language not in _LANGUAGES:
        raise UnknownLanguage(language)
    place, key = recording.place_of_captions(language), keys.data_key(recording.memorial_id)
    sealed = sealing.seal(key, read_captions(words).encode(), bound_to=place)
    with transaction.atomic():
        captions, _ = Captions.objects.update_or_create(
            recording=recording,
            language=language,
            defaults={"sealed": sealed, "version": new_id(), "written_at": now, "memorial_id": recording.memorial_id},
        )
        keeping.write("captioned", recording, viewer.person_id, now)
    return captions


@transaction.atomic
def take_captions_away(viewer: Viewer, recording: Recording, *, language: str, now: datetime) -> None:
    """Takes the captions of a language away. Whoever calls has checked that the viewer may. Twice is fine."""
    taken, _ = Captions.objects.filter(recording=recording, language=language).delete()
    if taken:
        keeping.write("captions_taken_away", recording, viewer.person_id, now)


def remove_recording(recording_id: UUID) -> None:
    """Removes all that is kept of a discarded recording; of one that stands, nothing. Twice is fine."""
    recording = Recording.objects.filter(pk=recording_id, state=PictureState.DISCARDED).first()
    if recording is not None:
        keeping.remove(recording, made=recording.tracks.values_list("blob", flat=True))


class _NotWantedAnyMore(Exception):
    """It was discarded meanwhile, or another worker was first."""


def _make_ready(recording: Recording, now: datetime) -> None:
    """The readable recording, and what is made of it, exist in memory only, and only while it is being made ready."""
    key = keys.data_key(recording.memorial_id)
    with file_in_memory() as product:
        with file_in_memory() as unsealed:
            _unseal(recording, key, unsealed)
            taken_as = _FORMATS[Note.unsealed(key, bytes(recording.sealed), bound_to=recording.place_of_note).mime]
            made = cutting_room.cut(unsealed, product, taken_as, tell=_teller(recording))
        _keep_tracks(recording, made, product, key, now)


def _unseal(recording: Recording, key: bytes, into: BinaryIO) -> None:
    try:
        with the_store().open(recording.original, key, bound_to=recording.place_of_original) as original:
            for piece in original.read_range(0, original.size):
                into.write(piece)
    except (sealing.Unreadable, FileNotFoundError):
        logger.error("The original of recording %s cannot be read from the store.", recording.pk)
        raise RecordingDamaged from None
    into.flush()


def _teller(recording: Recording) -> Callable[[float], None]:
    """Notes how much is done, about once a second, as long as the recording is wanted."""
    wanted = Preparation.objects.filter(recording=recording, recording__state=PictureState.PREPARING)
    told = time.monotonic()

    def tell(share: float) -> None:
        nonlocal told
        if time.monotonic() - told < _TELL_EVERY:
            return
        if not wanted.update(share=share):
            raise _NotWantedAnyMore
        told = time.monotonic()

    return tell


def _keep_tracks(recording: Recording, made: Cut, product: BinaryIO, key: bytes, now: datetime) -> None:
    """Keeps the bytes first, then the rows; if another worker was first, or it is gone, the bytes go again."""
    store, kept = the_store(), list[str]()
    stills = {still_name(number): still for number, still in enumerate(made.stills, start=1)}
    name, mime = TRACK_NAMES[made.kind]
    product.seek(0)
    with discarded_on_failure(store, kept):
        rows = [_keep_track(store, kept, recording, key, name, mime, product)]
        rows += [
            _keep_track(store, kept, recording, key, name, STILL_MIME, io.BytesIO(stills[name])) for name in stills
        ]
        with transaction.atomic():
            if _settle(
                recording,
                state=PictureState.READY,
                kind=made.kind,
                width=made.width,
                height=made.height,
                seconds=made.seconds,
                still=next(iter(stills), ""),
            ):
                expecting.are_named(kept)
                Track.objects.bulk_create(rows)
                keeping.write("developed", recording, None, now)
                return
    expecting.let_go(store, kept)


def _keep_track(
    store: Store, kept: list[str], recording: Recording, key: bytes, name: str, mime: str, content: BinaryIO
) -> Track:
    place, owner = recording.place_of_track(name), recording.memorial_id
    file = expecting.keep(store, key, content, bound_to=place, memorial_id=owner)
    kept.append(file.name)
    track = Track(recording=recording, memorial_id=recording.memorial_id, name=name, mime=mime)
    track.blob, track.size = file.name, file.size
    return track


def _refuse(recording: Recording, refusal: RecordingRefused, now: datetime) -> None:
    """The original stays: it may be all that a family has, and it can still be given back to them."""
    with transaction.atomic():
        if _settle(recording, state=PictureState.REFUSED, refusal=refusal.code):
            keeping.write("refused", recording, None, now)


def _settle(recording: Recording, **changes: str | float) -> bool:
    """Changes the row if the recording is still being prepared; says whether it was."""
    settled = Recording.objects.filter(pk=recording.pk, state=PictureState.PREPARING).update(**changes)
    if settled:
        Preparation.objects.filter(recording=recording).delete()
    return bool(settled)
