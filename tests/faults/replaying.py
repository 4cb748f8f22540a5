"""A disk that has lost its power: what was flushed is there, and of everything else whatever chance has left.

The strict reading of POSIX: bytes of a file are safe once fsync or fdatasync of that file has returned, a name once
fsync of its folder has. Of what was not flushed each write, and each name, may have reached the disk or not, in any
order; a write may have reached it in part, by sectors. Nothing else is assumed of a file system.
"""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from random import Random
from typing import Final

from tests.faults.recording import Record

SECTOR: Final = 512
_NOT_ON_DISK: Final = ("-shm",)
"""What SQLite shares between processes; after a power cut it is made anew."""


class Left(StrEnum):
    """What of the writes that were not flushed has reached the disk."""

    NOTHING = "nothing"
    SOME = "some"
    TORN = "some, torn"
    EVERYTHING = "everything"


@dataclass(slots=True, eq=False)
class _File:
    safe: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)

    def flush(self) -> None:
        for place, content in self.pending:
            _write(self.safe, place, content)
        self.pending.clear()

    def left(self, chance: Random, how: Left) -> bytes:
        content = bytearray(self.safe)
        for place, written in self.pending:
            for at, piece in _reached(place, written, chance, how):
                _write(content, at, piece)
        return bytes(content)


@dataclass(frozen=True, slots=True)
class _Name:
    """A change of names in a folder: these go, this one comes, for a file or (None) a folder."""

    gone: str = ""
    new: str = ""
    file: _File | None = None


class Disk:
    """What is on the disk while calls are made, one after another."""

    def __init__(self, folder: Path) -> None:
        """Begins with what is in the folder now, all of it flushed."""
        self._folder = str(folder.resolve())
        self._files: dict[int, _File] = {}
        self._folders: dict[int, str] = {folder.stat().st_ino: self._folder}
        self._safe: dict[str, _File | None] = {}
        self._pending: dict[str, list[_Name]] = defaultdict(list)
        for path in folder.resolve().rglob("*"):
            number = path.stat().st_ino
            if path.is_dir():
                self._folders[number] = str(path)
                self._safe[str(path)] = None
            else:
                self._files[number] = self._safe[str(path)] = _File(bytearray(path.read_bytes()))
        self._now = dict(self._safe)

    def apply(self, record: Record) -> None:
        """One call took effect."""
        getattr(self, f"_{record.kind}")(record)

    def content(self, name: str) -> bytes | None:
        """What a running program reads under this name now."""
        file = self._now.get(name)
        return file.left(Random(), Left.EVERYTHING) if file else None

    def write_to(self, folder: Path, chance: Random, how: Left) -> list[str]:
        """Puts what is left after a power cut at this moment into a folder; returns the names of files in it."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
        names = dict(self._safe)
        for changes in self._pending.values():
            for change in changes:
                if how is Left.EVERYTHING or (how is not Left.NOTHING and chance.random() < 0.5):
                    _rename(names, change)
        written = []
        for name, file in sorted(names.items()):
            path = folder / os.path.relpath(name, self._folder)
            if file is None and path.parent.is_dir():
                path.mkdir(mode=0o700)
            elif file and path.parent.is_dir() and not name.endswith(_NOT_ON_DISK):
                path.write_bytes(file.left(chance, how))
                path.chmod(0o600)
                written.append(str(path.relative_to(folder)))
        return written

    def _w(self, record: Record) -> None:
        if file := self._files.get(record.file):
            file.pending.append((record.place, record.content))

    def _t(self, record: Record) -> None:
        if file := self._files.get(record.file):
            file.pending.append((record.place, None))

    def _s(self, record: Record) -> None:
        if file := self._files.get(record.file):
            file.flush()
        elif (folder := self._folders.get(record.file)) is not None:
            for change in self._pending.pop(folder, ()):
                _rename(self._safe, change)

    def _c(self, record: Record) -> None:
        self._files[record.file] = file = _File()
        self._folders.pop(record.file, None)
        self._change(_Name(new=record.name, file=file))

    def _m(self, record: Record) -> None:
        self._folders[record.file] = record.name
        self._files.pop(record.file, None)
        self._change(_Name(new=record.name))

    def _u(self, record: Record) -> None:
        self._change(_Name(gone=record.name))

    def _r(self, record: Record) -> None:
        self._change(_Name(gone=record.name, new=record.other, file=self._now.get(record.name)))

    def _l(self, record: Record) -> None:
        self._change(_Name(new=record.other, file=self._now.get(record.name)))

    def _change(self, change: _Name) -> None:
        """Takes effect for whoever runs; it is safe when its folder is flushed. One over two folders is two changes."""
        _rename(self._now, change)
        if change.gone and change.new and os.path.dirname(change.gone) != os.path.dirname(change.new):
            self._pending[os.path.dirname(change.gone)].append(_Name(gone=change.gone))
            change = _Name(new=change.new, file=change.file)
        self._pending[os.path.dirname(change.new or change.gone)].append(change)


def _rename(names: dict[str, _File | None], change: _Name) -> None:
    if change.gone:
        names.pop(change.gone, None)
    if change.new:
        names[change.new] = change.file


def _write(content: bytearray, place: int, written: bytes | None) -> None:
    """Writes, or (None) cuts off; what is past the end begins with zeros."""
    if written is None:
        del content[place:]
    if len(content) < place:
        content.extend(bytes(place - len(content)))
    if written is not None:
        content[place : place + len(written)] = written


def _reached(place: int, written: bytes | None, chance: Random, how: Left) -> Iterable[tuple[int, bytes | None]]:
    """What of one write reached the disk."""
    if how is Left.EVERYTHING:
        return [(place, written)]
    if how is Left.NOTHING or chance.random() < 0.5:
        return []
    return [(place, written)] if written is None or how is Left.SOME else _torn(place, written, chance)


def _torn(place: int, written: bytes, chance: Random) -> Iterator[tuple[int, bytes]]:
    """Some sectors of a write: any of them, or all but a run of them, as where a disk was busy with the beginning."""
    sectors = list(_sectors(place, written))
    if chance.random() < 0.5:
        yield from (one for one in sectors if chance.random() < 0.7)
    else:
        begin, end = sorted(chance.choices(range(len(sectors) + 1), k=2))
        yield from sectors[:begin] + sectors[end:]


def _sectors(place: int, written: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(written):
        length = SECTOR - (place + at) % SECTOR
        yield place + at, written[at : at + length]
        at += length
