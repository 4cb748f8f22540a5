"""Keeps the bytes of photographs on disk, sealed, under random names that say nothing."""

from __future__ import annotations

import errno
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, Protocol, Self

from django.conf import settings

from snowdrop.ground import sealing
from snowdrop.ground.room import has_room
from snowdrop.media.refusals import NoRoom

_NAME: Final = re.compile(r"[0-9a-f]{40}")
_NAME_BYTES: Final = 20


@dataclass(frozen=True, slots=True)
class Kept:
    """Where bytes are kept now, and what they were: size in bytes and SHA-256 (hexadecimal) before sealing."""

    name: str
    size: int
    sha256: str


class Reader(Protocol):
    """Something that is kept, open for reading from any place."""

    @property
    def size(self) -> int: ...

    def read_range(self, start: int, stop: int) -> Iterator[bytes]: ...

    def open(self) -> BinaryIO: ...

    def close(self) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


class Store(Protocol):
    """Where the bytes of photographs are kept; on this computer's disk, or one day elsewhere.

    Every name is 160 random bits. The same key and `bound_to` must be given to `open` as were given to `keep`.
    """

    def keep(self, key: bytes, source: sealing.Readable, *, bound_to: bytes) -> Kept:
        """Seals and keeps all that the source gives; durable when it returns. Raises NoRoom."""

    def open(self, name: str, key: bytes, *, bound_to: bytes) -> Reader:
        """A reader; raises FileNotFoundError, or sealing.Unreadable."""

    def discard(self, name: str) -> None:
        """Removes the bytes for good; a name that is not there is fine."""


@dataclass(frozen=True, slots=True)
class FolderStore:
    """A store in two levels of folders below `root`; takes nothing in when fewer than `spare_bytes` are free."""

    root: Path
    spare_bytes: int = 512 * 1024 * 1024

    def keep(self, key: bytes, source: sealing.Readable, *, bound_to: bytes) -> Kept:
        name = secrets.token_hex(_NAME_BYTES)
        try:
            place = self._place(name)
            _make_durable_folder(place.parent)
            self._check_room()
            sealed = sealing.seal_file(key, source, place, bound_to=bound_to)
        except OSError as failure:
            if failure.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
                raise NoRoom from failure
            raise
        return Kept(name, sealed.size, sealed.sha256)

    def open(self, name: str, key: bytes, *, bound_to: bytes) -> sealing.SealedReader:
        return sealing.open_sealed(self._place(name), key, bound_to=bound_to)

    def discard(self, name: str) -> None:
        place = self._place(name)
        try:
            place.unlink()
        except FileNotFoundError:
            return
        sealing.sync_folder(place.parent)

    def _place(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise FileNotFoundError(errno.ENOENT, "not a name of this store")
        return self.root / name[:2] / name[2:4] / name[4:]

    def _check_room(self) -> None:
        if not has_room(self.root, spare_bytes=self.spare_bytes):
            raise NoRoom


def the_store() -> Store:
    """The store that this installation keeps its photographs in."""
    return FolderStore(settings.SNOWDROP.media)


def _make_durable_folder(folder: Path) -> None:
    """Makes a folder and those above it, each on disk before the next, so that no file is in a folder that is lost."""
    if folder.is_dir():
        return
    _make_durable_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    sealing.sync_folder(folder.parent)
