"""Reads photographs; whoever calls has asked `visible_to` about the thing that the picture belongs to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from snowdrop.ground import keys
from snowdrop.media.models import Picture, Rendition
from snowdrop.media.note import Note
from snowdrop.media.store import Reader, the_store
from snowdrop.media.vocabulary import PictureState


@dataclass(frozen=True, slots=True)
class OpenPicture:
    """Bytes ready to be served: the reader (closed by whoever reads), the media type, and a tag of the bytes."""

    reader: Reader
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


def open_rendition(picture: Picture, name: str) -> OpenPicture:
    """A published size by its name ("medium.webp"); raises Rendition.DoesNotExist if it is not there, or not ready."""
    row = Rendition.objects.get(picture=picture, picture__state=PictureState.READY, name=name)
    key = keys.data_key(picture.memorial_id)
    reader = the_store().open(row.blob, key, bound_to=picture.place_of_rendition(name))
    return OpenPicture(reader, row.mime, row.pk.hex)


def open_original(picture: Picture) -> OpenPicture:
    """The file as it came, with all that the camera wrote into it: only for whoever gave it and for the keepsake."""
    key = keys.data_key(picture.memorial_id)
    reader = the_store().open(picture.original, key, bound_to=picture.place_of_original)
    return OpenPicture(reader, note_of(picture).mime, picture.pk.hex)


def note_of(picture: Picture) -> Note:
    """Name, media type and checksum of the original."""
    key = keys.data_key(picture.memorial_id)
    return Note.unsealed(key, bytes(picture.sealed), bound_to=picture.place_of_note)


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
