"""What happens to photographs: they are taken in, developed, and discarded."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO, Final
from uuid import UUID

from django.db import transaction

from snowdrop.ground import journal, keys, sealing
from snowdrop.ground.ids import new_id
from snowdrop.media import darkroom
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

_LONGEST_NAME: Final = 120
_UNFINISHED: Final = (PictureState.ARRIVING, PictureState.PREPARING)


def _belongs_to_nothing(picture: Picture) -> None:
    pass


def take_in_picture(
    viewer: Viewer,
    *,
    memorial_id: UUID,
    upload: BinaryIO,
    name: str,
    now: datetime,
    place: Callable[[Picture], None] = _belongs_to_nothing,
) -> Picture:
    """Keeps the photograph that `upload` gives, sealed with the memorial's key, and asks for it to be developed.

    Whoever calls has checked that the viewer may give it. The bytes are on disk before the row is (trust.md C1).
    `place` makes the row of what the picture belongs to, in the same transaction. Raises NotAPicture, PictureTooLarge,
    NoRoom or what `place` raises, and then keeps nothing.
    """
    head = upload.read(HEAD_BYTES)
    taken_as = sniff(head)
    if not isinstance(taken_as, Format):
        raise NotAPicture(taken_as)
    key, store = keys.data_key(memorial_id), the_store()
    picture = Picture(id=new_id(), memorial_id=memorial_id, state=PictureState.ARRIVING, added_at=now)
    kept = store.keep(key, _Upload(head, upload), bound_to=picture.place_of_original)
    note = Note(PurePath(name.replace("\\", "/")).name[-_LONGEST_NAME:], taken_as.mime, kept.sha256)
    picture.sealed = note.sealed(key, bound_to=picture.place_of_note)
    picture.original, picture.original_size = kept.name, kept.size
    with _discarded_on_failure(store, [kept.name]), transaction.atomic():
        picture.save(force_insert=True)
        place(picture)
        _write("picture.taken_in", picture, viewer.person_id, now)
    return picture


def develop_picture(picture_id: UUID, now: datetime) -> None:
    """Makes the renditions of a picture, or marks it as refused; a picture that is done, or gone, is left as it is.

    Safe to run again after any interruption, and by two workers at once: the one that finishes first is believed.
    """
    picture = Picture.objects.filter(pk=picture_id, state__in=_UNFINISHED).first()
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


def discard_picture(viewer: Viewer, picture: Picture, now: datetime) -> None:
    """Takes the picture away at once; its bytes follow when the journal is read. Twice is fine.

    Whoever calls has checked that the viewer may do so.
    """
    with transaction.atomic():
        standing = Picture.objects.filter(pk=picture.pk).exclude(state=PictureState.DISCARDED)
        if standing.update(state=PictureState.DISCARDED):
            _write("picture.discarded", picture, viewer.person_id, now)


def remove_bytes_of_discarded(picture_id: UUID) -> None:
    """Removes all that is kept of a discarded picture, and then its rows, so that no byte is left without a row."""
    picture = Picture.objects.filter(pk=picture_id, state=PictureState.DISCARDED).first()
    if picture is None:
        return
    store = the_store()
    for name in [picture.original, *picture.renditions.values_list("blob", flat=True)]:
        store.discard(name)
    picture.delete()


class _Upload:
    """What was read already and what is still to come, as one file; it refuses to become too large."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest, self._left = head, rest, LIMITS.file_bytes

    def read(self, size: int) -> bytes:
        piece, self._head = self._head[:size], self._head[size:]
        piece = piece or self._rest.read(size)
        self._left -= len(piece)
        if self._left < 0:
            raise PictureTooLarge
        return piece


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
    with _discarded_on_failure(store, kept):
        rows = [_keep_print(store, kept, picture, made, key) for made in developed.prints]
        with transaction.atomic():
            sides = {"width": developed.width, "height": developed.height}
            if _settle(picture, state=PictureState.READY, average_colour=developed.average_colour, **sides):
                Rendition.objects.bulk_create(rows)
                _write("picture.developed", picture, None, now)
                return
    for name in kept:
        store.discard(name)


def _keep_print(store: Store, kept: list[str], picture: Picture, made: Print, key: bytes) -> Rendition:
    bytes_of_print = store.keep(key, io.BytesIO(made.content), bound_to=picture.place_of_rendition(made.name))
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
            _write("picture.refused", picture, None, now)


def _settle(picture: Picture, **changes: str | int) -> bool:
    """Changes the row if the picture is still being prepared; says whether it was."""
    return bool(Picture.objects.filter(pk=picture.pk, state=PictureState.PREPARING).update(**changes))


def _write(verb: str, picture: Picture, actor: UUID | None, now: datetime) -> None:
    journal.write(verb, actor=actor, subject_id=picture.pk, memorial_id=picture.memorial_id, now=now)


@contextmanager
def _discarded_on_failure(store: Store, names: list[str]) -> Iterator[None]:
    try:
        yield
    except BaseException:
        for name in names:
            store.discard(name)
        raise
