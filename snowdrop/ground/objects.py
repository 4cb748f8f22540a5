"""Named bytes, kept durably: in folders of this computer or in a bucket (buckets.py). They come here sealed."""

from __future__ import annotations

import errno
import fcntl
import io
import os
import re
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from snowdrop.ground.room import has_room
from snowdrop.ground.sealing import Stored
from snowdrop.settings.environment import Bucket

_NAME: Final = re.compile(r"[a-z0-9][a-z0-9.-]*(/[a-z0-9][a-z0-9.-]*)*")
_FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_OVERWRITTEN_AT_ONCE: Final = 1024 * 1024
_HALF: Final = "[0-9a-f]" * 16
"""What stands behind the name of a file that is being written."""


class StorageAway(Exception):
    """What is kept cannot be reached at the moment; nothing is lost by that. Doors answer it with 503."""


class NoRoomLeft(Exception):
    """There is no room for more; nothing was kept of what was given."""


class Objects(Protocol):
    """Named bytes. Names are of small letters, digits, dots and dashes, in folders; every act may raise StorageAway."""

    def keep(self, name: str, pieces: Iterable[bytes]) -> None:
        """Keeps all pieces under a new name: whole and durable when it returns, or not at all. Raises NoRoomLeft."""

    def add(self, name: str, content: bytes) -> None:
        """As `keep`, for few bytes; raises FileExistsError, and of two at the same moment for one of them."""

    def replace(self, name: str, before: bytes, after: bytes) -> bool:
        """Puts `after` in the place of `before`, if that is what is there; says whether it was."""

    def read(self, name: str) -> bytes:
        """All of it; raises FileNotFoundError."""

    def open(self, name: str) -> Stored:
        """It, to be read from any place and closed again; raises FileNotFoundError."""

    def remove(self, name: str) -> None:
        """Removes it for good; a name that is not there is fine."""

    def destroy(self, name: str) -> None:
        """Overwrites it before it is removed; a name that is not there is fine."""

    def names(self, folder: str = "") -> Iterator[str]:
        """All names, or those below a folder, in no order."""


@dataclass(frozen=True, slots=True)
class FolderObjects:
    """Files below `root`, for this user alone; nothing is taken in when fewer than `spare_bytes` are free."""

    root: Path
    spare_bytes: int = 0

    def keep(self, name: str, pieces: Iterable[bytes]) -> None:
        place = self._place(name)
        with self._arriving(place, pieces) as arrived:
            os.replace(arrived, place)

    def add(self, name: str, content: bytes) -> None:
        place = self._place(name)
        with self._arriving(place, [content]) as arrived:
            os.link(arrived, place)

    def replace(self, name: str, before: bytes, after: bytes) -> bool:
        place = self._place(name)
        with self._alone():
            try:
                if place.read_bytes() != before:
                    return False
            except FileNotFoundError:
                return False
            with self._arriving(place, [after]) as arrived:
                os.replace(arrived, place)
        return True

    def read(self, name: str) -> bytes:
        return self._place(name).read_bytes()

    def open(self, name: str) -> Stored:
        return _OpenFile(open(self._place(name), "rb", buffering=0))

    def remove(self, name: str) -> None:
        place, found = self._place(name), False
        for path in (place, *_halves_of(place)):
            with suppress(FileNotFoundError):
                path.unlink()
                found = True
        if found:
            sync_folder(place.parent)

    def destroy(self, name: str) -> None:
        place = self._place(name)
        with self._alone():
            for path in (place, *_halves_of(place)):
                with suppress(FileNotFoundError), path.open("r+b") as file:
                    overwrite(file)
            self.remove(name)

    def names(self, folder: str = "") -> Iterator[str]:
        for path in (self._place(folder) if folder else self.root).rglob("*"):
            if not path.name.startswith(".") and path.is_file():
                yield path.relative_to(self.root).as_posix()

    @contextmanager
    def _arriving(self, place: Path, pieces: Iterable[bytes]) -> Iterator[Path]:
        """The pieces in a file beside their place and on disk; the folder is on disk once they are moved there."""
        arriving = place.with_name(f".{place.name}.{secrets.token_hex(8)}")
        try:
            _make_durable_folder(self.root)
            if self.spare_bytes and not has_room(self.root, spare_bytes=self.spare_bytes):
                raise NoRoomLeft
            _make_durable_folder(place.parent)
            with open(arriving, "xb", opener=_for_owner_only) as file:
                for piece in pieces:
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
            yield arriving
        except OSError as failure:
            if failure.errno in _FULL:
                raise NoRoomLeft from failure
            raise
        finally:
            arriving.unlink(missing_ok=True)
        sync_folder(place.parent)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """No other process replaces or destroys anything here meanwhile."""
        self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(self.root / ".lock", os.O_CREAT | os.O_RDWR, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)

    def _place(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise FileNotFoundError(errno.ENOENT, "not a name of this store")
        return self.root / name


def _halves_of(place: Path) -> list[Path]:
    """What processes that were ended in the middle have left of this name: each may hold all of it."""
    return list(place.parent.glob(f".{place.name}.{_HALF}"))


def objects_in(bucket: Bucket | None, folder: Path, *, spare_bytes: int = 0) -> Objects:
    """The objects in a bucket, or without one in a folder, of which `spare_bytes` are left free for everything else."""
    if bucket is None:
        return FolderObjects(folder, spare_bytes)
    from snowdrop.ground.buckets import BucketObjects  # what it needs is installed only where there is a bucket

    return BucketObjects(bucket)


@dataclass(slots=True)
class _OpenFile:
    _file: io.FileIO
    size: int = field(init=False)

    def __post_init__(self) -> None:
        self.size = os.fstat(self._file.fileno()).st_size

    def read_at(self, start: int, length: int, /) -> bytes:
        return os.pread(self._file.fileno(), length, start)

    def close(self) -> None:
        self._file.close()


def overwrite(file: BinaryIO) -> None:
    """Overwrites all that is in an open file with zeros, on disk. A disk that writes elsewhere may keep a trace."""
    left = file.seek(0, os.SEEK_END)
    file.seek(0)
    while left:
        left -= file.write(bytes(min(left, _OVERWRITTEN_AT_ONCE)))
    file.flush()
    os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Waits until the names in a folder are on disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _make_durable_folder(folder: Path) -> None:
    """Makes a folder and those above it, each on disk before the next, so that no file is in a folder that is lost."""
    if folder.is_dir():
        return
    _make_durable_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    sync_folder(folder.parent)


def _for_owner_only(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
