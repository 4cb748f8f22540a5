"""What the acts on photographs and on recordings have in common: taking one in, discarding it, the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from django.db import transaction

from snowdrop.ground import journal, keys
from snowdrop.ground.sealing import Readable
from snowdrop.media import expecting
from snowdrop.media.models import Given
from snowdrop.media.note import Note
from snowdrop.media.refusals import MediaRefused
from snowdrop.media.store import Store, the_store
from snowdrop.media.vocabulary import PictureState

if TYPE_CHECKING:
    from snowdrop.people.viewer import Viewer

UNFINISHED: Final = (PictureState.ARRIVING, PictureState.PREPARING)
_LONGEST_NAME: Final = 120


def belongs_to_nothing(given: Given) -> None:
    """What is taken in for itself alone has nothing to be placed in."""


def take_in(
    viewer: Viewer, given: Given, coming: Upload, *, name: str, mime: str, place: Callable[[Any], None], now: datetime
) -> None:
    """Keeps the bytes that come, sealed with the memorial's key, then the row, and tells the journal.

    The bytes are on disk before the row is (trust.md C1). `place` makes the row of what it belongs to, in the same
    transaction. Raises what `coming` or `place` raise, or NoRoom, and then keeps nothing.
    """
    key, store = keys.data_key(given.memorial_id), the_store()
    kept = expecting.keep(store, key, coming, bound_to=given.place_of_original, memorial_id=given.memorial_id)
    given.sealed = Note(bare_name(name), mime, kept.sha256).sealed(key, bound_to=given.place_of_note)
    given.original, given.original_size = kept.name, kept.size
    with discarded_on_failure(store, [kept.name]), transaction.atomic():
        expecting.are_named([kept.name])
        given.save(force_insert=True)
        place(given)
        write("taken_in", given, viewer.person_id, now)


@transaction.atomic
def discard(viewer: Viewer, given: Given, now: datetime) -> None:
    """Takes it away at once; its bytes follow when the journal is read. Twice is fine.

    Whoever calls has checked that the viewer may do so.
    """
    standing = type(given)._base_manager.filter(pk=given.pk).exclude(state=PictureState.DISCARDED)
    if standing.update(state=PictureState.DISCARDED):
        write("discarded", given, viewer.person_id, now)


def remove(given: Given, *, made: Iterable[str]) -> None:
    """Removes the bytes of something discarded and of what was `made` of it, then its rows: no byte without a row."""
    store = the_store()
    for name in [given.original, *made]:
        store.discard(name)
    given.delete()


def write(verb: str, given: Given, actor: UUID | None, now: datetime) -> None:
    """The act's entry in the journal."""
    journal.write(f"{given.noun}.{verb}", actor=actor, subject_id=given.pk, memorial_id=given.memorial_id, now=now)


def bare_name(name: str) -> str:
    """The last part of the name that a file came with, without folders, and not too long."""
    return PurePath(name.replace("\\", "/")).name[-_LONGEST_NAME:]


class Upload:
    """What was read already and what is still to come, as one file; raises `too_large` once there is more of it."""

    def __init__(self, head: bytes, rest: Readable, *, most: int, too_large: type[MediaRefused]) -> None:
        self._head, self._rest, self._left, self._too_large = head, rest, most, too_large

    def read(self, size: int) -> bytes:
        piece, self._head = self._head[:size], self._head[size:]
        piece = piece or self._rest.read(size)
        self._left -= len(piece)
        if self._left < 0:
            raise self._too_large
        return piece


@contextmanager
def discarded_on_failure(store: Store, names: Iterable[str]) -> Iterator[None]:
    """Removes these bytes again, and those that were added to `names` meanwhile, if what is inside fails."""
    try:
        yield
    except BaseException:
        expecting.let_go(store, names)
        raise
