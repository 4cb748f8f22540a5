"""Keeps the bytes of photographs, clips and voices, sealed, under random names that say nothing."""

from __future__ import annotations

import errno
import re
import secrets
from dataclasses import dataclass
from typing import Final

from django.conf import settings

from snowdrop.ground import sealing
from snowdrop.ground.objects import NoRoomLeft, Objects, StorageAway, objects_in
from snowdrop.ground.sealing import SealedReader as Reader
from snowdrop.media.refusals import NoRoom, StoreAway

__all__ = ["Kept", "Reader", "Store", "new_name", "place_of", "the_store"]

SPARE_BYTES: Final = 512 * 1024 * 1024
"""So much room is left on the disk for everything else."""
_NAME: Final = re.compile(r"[0-9a-f]{40}")
_NAME_BYTES: Final = 20


@dataclass(frozen=True, slots=True)
class Kept:
    """Where bytes are kept now, and what they were: size in bytes and SHA-256 (hexadecimal) before sealing."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Store:
    """Where bytes are kept, sealed: on this computer's disk or in a bucket, two levels of folders deep.

    Every name is 160 random bits. The same key and `bound_to` must be given to `open` as were given to `keep`.
    """

    objects: Objects

    def keep(self, key: bytes, source: sealing.Readable, *, bound_to: bytes, name: str = "") -> Kept:
        """Seals and keeps all that the source gives; durable when it returns. Raises NoRoom or StoreAway.

        What a row is to speak of is kept by way of `expecting`, which gives the name.
        """
        name, frames = name or new_name(), sealing.SealedFrames(key, source, bound_to=bound_to)
        try:
            self.objects.keep(place_of(name), frames)
        except NoRoomLeft as failure:
            raise NoRoom from failure
        except StorageAway as failure:
            raise StoreAway from failure
        return Kept(name, frames.size, frames.sha256)

    def open(self, name: str, key: bytes, *, bound_to: bytes) -> Reader:
        """A reader; raises FileNotFoundError, sealing.Unreadable, or StorageAway (as reading on does)."""
        return sealing.open_sealed(self.objects.open(place_of(name)), key, bound_to=bound_to)

    def discard(self, name: str) -> None:
        """Removes the bytes for good; a name that is not there is fine. Raises StorageAway."""
        self.objects.remove(place_of(name))


def the_store() -> Store:
    """The store that this installation keeps its photographs, clips and voices in."""
    here = settings.SNOWDROP
    return Store(objects_in(here.media_bucket, here.media, spare_bytes=SPARE_BYTES))


def new_name() -> str:
    """A name that nothing was ever kept under."""
    return secrets.token_hex(_NAME_BYTES)


def place_of(name: str) -> str:
    """Where in the folder, or in the bucket, the bytes of this name lie. Raises FileNotFoundError for another one."""
    if not _NAME.fullmatch(name):
        raise FileNotFoundError(errno.ENOENT, "not a name of this store")
    return f"{name[:2]}/{name[2:4]}/{name[4:]}"
