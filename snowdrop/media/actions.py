"""What happens to photographs: they are taken in, developed, and discarded."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO
from uuid import UUID

from django.db import transaction

from snowdrop.ground import keys, sealing
from snowdrop.media import darkroom, expecting, keeping
from snowdrop.media.keeping import UNFINISHED, Upload, discarded_on_failure
from snowdrop.media.memory import file_in_memory
from snowdrop.media.models import Picture, Rendition
from snowdrop.media.note import Note
from snowdrop.media.order import PRINT_NAMES, Answer, Print
from snowdrop.media.refusals import NotAPicture, PictureDamaged, PictureRefused, PictureTooLarge
from snowdrop.media.sniff import HEAD_BYTES, sniff
from snowdrop.media.store import Reader, Store, the_store
from snowdrop.media.vocabulary import LIMITS, Format, PictureState

if TYPE_CHECKING:
    from snowdrop.people.viewer import Viewer

logger = logging.getLogger(__name__)


def take_in_picture(
    viewer: Viewer,
    *,
    memorial_id: UUID,
    upload: BinaryIO,
    name: str,
    now: datetime,
    place: Callable[[Picture], None] = keeping.belongs_to_nothing,
) -> Picture:
    """Keeps the photograph that `upload` gives, sealed with the memorial's key, and asks for it to be developed.

    Whoever calls has checked that the viewer may give it. `place` makes the row of what the picture belongs to, in the
    same transaction. Raises NotAPicture, PictureTooLarge, NoRoom or what `place` raises, and then keeps nothing.
    """
    head = upload.read(HEAD_BYTES)
    taken_as = sniff(head)
    if not isinstance(taken_as, Format):
        raise NotAPicture(taken_as)
    picture = Picture(memorial_id=memorial_id, state=PictureState.ARRIVING, added_at=now)
    coming = Upload(head, upload, most=LIMITS.file_bytes, too_large=PictureTooLarge)
    keeping.take_in(viewer, picture, coming, name=name, mime=taken_as.mime, place=place, now=now)
    return picture


def develop_picture(picture_id: UUID, now: datetime) -> None:
    """Makes the renditions of a picture, or marks it as refused; a picture that is done, or gone, is left as it is.

    Safe to run again after any interruption, and by two workers at once: the one that finishes first is believed.
    """
    picture = Picture.objects.filter(pk=picture_id, state__in=UNFINISHED).first()
    if picture is None:
        return
    Picture.objects.filter(pk=picture_id, state=PictureState.ARRIVING).update(state=PictureState.PREPARING)
    key = keys.data_key(picture.memorial_id)
    try:
        developed = _develop_original(picture, key)
    except PictureRefused as refusal:
        _refuse(picture, refusal, now)
    else:
        _keep_renditions(picture, developed, key, now)


def remove_picture(picture_id: UUID) -> None:
    """Removes all that is kept of a discarded picture; of one that stands, nothing. Twice is fine."""
    picture = Picture.objects.filter(pk=picture_id, state=PictureState.DISCARDED).first()
    if picture is not None:
        keeping.remove(picture, made=picture.renditions.values_list("blob", flat=True))


def _develop_original(picture: Picture, key: bytes) -> Answer:
    taken_as = {kind.mime: kind for kind in Format}[
        Note.unsealed(key, bytes(picture.sealed), bound_to=picture.place_of_note).mime
    ]
    try:
        with the_store().open(picture.original, key, bound_to=picture.place_of_original) as original:
            return _developed_in_memory(original, taken_as)
    except (sealing.Unreadable, FileNotFoundError):
        logger.error("The original of picture %s cannot be read from the store.", picture.pk)
        raise PictureDamaged from None


def _developed_in_memory(original: Reader, taken_as: Format) -> Answer:
    """The readable photograph exists in memory only, and only while it is being developed."""
    with file_in_memory() as unsealed:
        for piece in original.read_range(0, original.size):
            unsealed.write(piece)
        unsealed.flush()
        return darkroom.develop(unsealed, taken_as)


def _keep_renditions(picture: Picture, developed: Answer, key: bytes, now: datetime) -> None:
    """Keeps the bytes first, then the rows; if another worker was first, or the picture is gone, the bytes go again."""
    store, kept = the_store(), list[str]()
    with discarded_on_failure(store, kept):
        rows = [_keep_print(store, kept, picture, made, key) for made in developed.prints]
        with transaction.atomic():
            sides = {"width": developed.width, "height": developed.height}
            if _settle(picture, state=PictureState.READY, average_colour=developed.average_colour, **sides):
                expecting.are_named(kept)
                Rendition.objects.bulk_create(rows)
                keeping.write("developed", picture, None, now)
                return
    expecting.let_go(store, kept)


def _keep_print(store: Store, kept: list[str], picture: Picture, made: Print, key: bytes) -> Rendition:
    content, place = io.BytesIO(made.content), picture.place_of_rendition(made.name)
    bytes_of_print = expecting.keep(store, key, content, bound_to=place, memorial_id=picture.memorial_id)
    kept.append(bytes_of_print.name)
    return Rendition(
        picture=picture,
        memorial_id=picture.memorial_id,
        name=made.name,
        width=made.width,
        height=made.height,
        mime=PRINT_NAMES[made.name].mime,
        blob=bytes_of_print.name,
        size=bytes_of_print.size,
    )


def _refuse(picture: Picture, refusal: PictureRefused, now: datetime) -> None:
    """The original stays: it may be all that a family has, and it can still be given back to them."""
    with transaction.atomic():
        if _settle(picture, state=PictureState.REFUSED, refusal=refusal.code):
            keeping.write("refused", picture, None, now)


def _settle(picture: Picture, **changes: str | int) -> bool:
    """Changes the row if the picture is still being prepared; says whether it was."""
    return bool(Picture.objects.filter(pk=picture.pk, state=PictureState.PREPARING).update(**changes))
