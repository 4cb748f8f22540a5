"""What files that come in parts are for: rooms bring their purposes, and say what becomes of a file that is whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, Final
from uuid import UUID

from snowdrop.ground import keys, sealing
from snowdrop.media import arriving
from snowdrop.media.arrival import Arrival
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


class NotWanted(Exception):
    """What a file was to become is not wanted any more, or not from whoever sent it: it is let go, and nobody told."""


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of files: the most bytes of one, a look at its beginning, the refusal that a row remembers by its code."""

    most_bytes: int
    too_large: type[MediaRefused]
    look_at: Callable[[bytes], None]
    refusal: Callable[[str], MediaRefused]


@dataclass(frozen=True, slots=True)
class Purpose:
    """What files are for. `make` is given the row, the whole file, its name and the time, and answers with an id.

    It raises a MediaRefused, or NotWanted. Given the same file again it answers with the same.
    """

    sort: Sort
    make: Callable[[Arrival, BinaryIO, str, datetime], UUID]


def _look_at_picture(head: bytes) -> None:
    """Raises NotAPicture."""
    taken_as = sniff(head)
    if not isinstance(taken_as, Format):
        raise NotAPicture(taken_as)


def _look_at_recording(head: bytes) -> None:
    """Raises NotARecording."""
    taken_as = sniff_recording(head)
    if not isinstance(taken_as, RecordingFormat):
        raise NotARecording(taken_as)


PICTURES: Final = Sort(LIMITS.file_bytes, PictureTooLarge, _look_at_picture, refusal_by_code)
RECORDINGS: Final = Sort(RECORDING_LIMITS.file_bytes, RecordingTooLarge, _look_at_recording, recording_refusal_by_code)

_purposes: Final[dict[str, Purpose]] = {}


def bring_purpose(name: str, purpose: Purpose) -> None:
    """Makes a purpose known; `name` is what its rows remember (at most sixteen characters)."""
    _purposes[name] = purpose


def purpose_of(name: str) -> Purpose:
    """The purpose of this name. Raises KeyError."""
    return _purposes[name]


def send_part(arrival: Arrival, *, offset: int, part: sealing.Readable, now: datetime) -> None:
    """Keeps a part of a file; one that is refused for what it is, is let go at once.

    Whoever calls has checked that it may be sent. Raises OtherOffset, NoRoom or another refusal.
    """
    look_at = purpose_of(arrival.purpose).sort.look_at
    try:
        arriving.take_in_part(arrival, offset=offset, part=part, now=now, look_at=look_at)
    except NoRoom:
        raise
    except MediaRefused:
        arriving.let_go(arrival, now)
        raise


def take_in_whole(arrival_id: UUID, now: datetime) -> None:
    """Makes of a file that is whole what it is for, or remembers why not. Twice is fine: the same file is kept once.

    Raises StoreAway while the place where bytes are kept cannot be reached, and NoRoom while it is full: whoever sent
    the file was told that it is here, so it waits, and is tried again.
    """
    arrival = Arrival.objects.filter(pk=arrival_id).first()
    if arrival is None or not arrival.is_whole:
        return
    if arrival.became or arrival.refusal:
        arriving.discard_parts(arrival)  # somebody was ended in the middle of that
        return
    try:
        with arriving.opened(arrival) as whole:
            made = purpose_of(arrival.purpose).make(arrival, whole, arriving.label_of(arrival).name, now)
    except (NoRoom, StoreAway):
        raise
    except MediaRefused as refusal:
        arriving.settle(arrival, refusal=refusal.code)
    except (sealing.Unreadable, FileNotFoundError):
        arriving.settle(arrival, refusal=PictureDamaged.code)
    except (NotWanted, keys.KeyIsGone):
        arriving.let_go(arrival, now)
    else:
        arriving.settle(arrival, became=made)
