"""Reads photographs and recordings; whoever calls has asked `visible_to` about the thing that they belong to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby
from typing import Final
from uuid import UUID

from django.utils.functional import Promise

from snowdrop.ground import keys, sealing
from snowdrop.ground.languages import LANGUAGES
from snowdrop.media.memory import WordsInMemory
from snowdrop.media.models import Captions, Given, Picture, Recording, Rendition, Track
from snowdrop.media.note import Note
from snowdrop.media.refusals import recording_refusal_by_code
from snowdrop.media.serving import Servable
from snowdrop.media.store import the_store
from snowdrop.media.vocabulary import CAPTIONS_MIME, STILL_MIME, PictureState, RecordingKind, captions_language

_LANGUAGE_NAMES: Final = dict(LANGUAGES)


@dataclass(frozen=True, slots=True)
class OpenFile:
    """Bytes ready to be served: the reader (closed by whoever reads), the media type, and a tag of the bytes."""

    reader: Servable
    mime: str
    etag: str


@dataclass(frozen=True, slots=True)
class ShownRendition:
    """One size that a page may offer to the browser."""

    name: str
    mime: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """What a page needs to keep a place for a picture; renditions go from small to large, WebP before JPEG."""

    id: UUID
    width: int
    height: int
    average_colour: str
    renditions: tuple[ShownRendition, ...]


@dataclass(frozen=True, slots=True)
class ShownTrack:
    """The video or the voice that a page plays."""

    name: str
    mime: str


@dataclass(frozen=True, slots=True)
class ShownRecording:
    """What a page needs to keep a place for a recording. A voice has no sides and no stills.

    `stills` are names, in the order of time; `still` is the one that stands for the video. `captions` are languages
    (BCP 47), each with its own name.
    """

    id: UUID
    kind: RecordingKind
    width: int
    height: int
    seconds: float
    track: ShownTrack
    stills: tuple[str, ...]
    still: str
    captions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OnTheWay:
    """A recording that is not ready: its state, why it was refused (or nothing), how much is done (0 to 1)."""

    state: PictureState
    refusal: str | Promise
    share: float


def open_rendition(picture: Picture, name: str) -> OpenFile:
    """A published size by its name ("medium.webp"); raises Rendition.DoesNotExist if it is not there, or not ready."""
    row = Rendition.objects.get(picture=picture, picture__state=PictureState.READY, name=name)
    key = keys.data_key(picture.memorial_id)
    reader = the_store().open(row.blob, key, bound_to=picture.place_of_rendition(name))
    return OpenFile(reader, row.mime, row.pk.hex)


def open_track(recording: Recording, name: str) -> OpenFile:
    """The video or voice, a still ("still-1.webp") or captions ("captions-en.vtt"), by the name.

    Raises Track.DoesNotExist or Captions.DoesNotExist if it is not there, or not ready.
    """
    if language := captions_language(name):
        return _open_captions(recording, language)
    row = Track.objects.get(recording=recording, recording__state=PictureState.READY, name=name)
    key = keys.data_key(recording.memorial_id)
    reader = the_store().open(row.blob, key, bound_to=recording.place_of_track(name))
    return OpenFile(reader, row.mime, row.pk.hex)


def captions_of(recording: Recording, language: str) -> str:
    """What is said in it, as WebVTT. Raises Captions.DoesNotExist."""
    return _words_of(recording, Captions.objects.get(recording=recording, language=language))


def open_original(given: Given) -> OpenFile:
    """The file as it came, with all that the camera wrote into it: only for whoever gave it and for the keepsake."""
    key = keys.data_key(given.memorial_id)
    reader = the_store().open(given.original, key, bound_to=given.place_of_original)
    return OpenFile(reader, note_of(given).mime, given.pk.hex)


def note_of(given: Given) -> Note:
    """Name, media type and checksum of the original."""
    key = keys.data_key(given.memorial_id)
    return Note.unsealed(key, bytes(given.sealed), bound_to=given.place_of_note)


def shown_pictures(ids: Collection[UUID]) -> dict[UUID, ShownPicture]:
    """The ready ones of these pictures; one query, however many there are."""
    if not ids:
        return {}
    ready = Rendition.objects.filter(picture__in=ids, picture__state=PictureState.READY).select_related("picture")
    sizes = sorted(ready, key=lambda row: (row.picture_id.int, row.width, row.mime != "image/webp"))
    return {pk: _shown(list(rows)) for pk, rows in groupby(sizes, key=lambda row: row.picture_id)}


def _shown(rows: list[Rendition]) -> ShownPicture:
    offered = tuple(ShownRendition(row.name, row.mime, row.width, row.height) for row in rows)
    picture = rows[0].picture
    return ShownPicture(picture.pk, picture.width, picture.height, picture.average_colour, offered)


def shown_recordings(ids: Collection[UUID]) -> dict[UUID, ShownRecording]:
    """The ready ones of these recordings; two queries, however many there are."""
    if not ids:
        return {}
    ready = Track.objects.filter(recording__in=ids, recording__state=PictureState.READY).select_related("recording")
    tracks = sorted(ready, key=lambda row: (row.recording_id.int, row.name))
    languages = sorted(Captions.objects.filter(recording__in=ids).values_list("language", "recording_id"))
    return {
        pk: _shown_recording(list(rows), tuple(language for language, of in languages if of == pk))
        for pk, rows in groupby(tracks, key=lambda row: row.recording_id)
    }


def recordings_on_the_way(ids: Collection[UUID]) -> dict[UUID, OnTheWay]:
    """Those of these recordings that are not ready, or were refused; one query, however many there are."""
    if not ids:
        return {}
    states = (PictureState.ARRIVING, PictureState.PREPARING, PictureState.REFUSED)
    rows = Recording.objects.filter(pk__in=ids, state__in=states).values_list(
        "pk", "state", "refusal", "preparation__share"
    )
    return {
        pk: OnTheWay(PictureState(state), recording_refusal_by_code(code).sentence if code else "", share or 0.0)
        for pk, state, code, share in rows
    }


def _shown_recording(rows: list[Track], languages: tuple[str, ...]) -> ShownRecording:
    recording = rows[0].recording
    played = next(row for row in rows if row.mime != STILL_MIME)
    return ShownRecording(
        id=recording.pk,
        kind=RecordingKind(recording.kind),
        width=recording.width,
        height=recording.height,
        seconds=recording.seconds,
        track=ShownTrack(played.name, played.mime),
        stills=tuple(row.name for row in rows if row.mime == STILL_MIME),
        still=recording.still,
        captions=tuple((language, _LANGUAGE_NAMES.get(language, language)) for language in languages),
    )


def _open_captions(recording: Recording, language: str) -> OpenFile:
    row = Captions.objects.get(recording=recording, recording__state=PictureState.READY, language=language)
    return OpenFile(WordsInMemory(_words_of(recording, row).encode()), CAPTIONS_MIME, row.version.hex)


def _words_of(recording: Recording, row: Captions) -> str:
    key = keys.data_key(recording.memorial_id)
    return sealing.unseal(key, bytes(row.sealed), bound_to=recording.place_of_captions(row.language)).decode()
