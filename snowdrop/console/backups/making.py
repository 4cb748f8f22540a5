"""Makes a backup while people go on writing: kept files, the database at one moment, the files that came meanwhile.

A row never speaks of a file that the backup lacks, and the backup lists no file of which no row speaks: the bytes of a
file are on disk before its row is, so all that the moment's rows speak of can be copied after it. What somebody took
away in between is looked for in a later moment.
"""

from __future__ import annotations

import base64
import fcntl
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from django.db import connection

from snowdrop.console.backups import broken
from snowdrop.console.backups.databases import About, Database, Moment, the_database
from snowdrop.console.backups.lists import FILE_PIECE, BackupList, pieces_of_file
from snowdrop.console.backups.pruning import prune
from snowdrop.console.backups.references import questions
from snowdrop.console.backups.refusals import BackupRefused
from snowdrop.console.backups.sealing import PublicKey
from snowdrop.console.backups.vault import Vault
from snowdrop.ground.last_backup import folder_of_backups
from snowdrop.ground.objects import Objects
from snowdrop.media.store import place_of, the_store

ABOUT: Final = "00" * 32
"""The name that is encrypted with what is private of a list."""
_MOMENTS: Final = 4

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made; `written` are the bytes that were new, as they lie in their place.

    `let_go` is how many old backups were removed.
    """

    list: BackupList
    written: int
    let_go: int


def back_up(vault: Vault, key: PublicKey, *, keep: timedelta, now: datetime, progress: Progress) -> Made:
    """Makes a backup in this place, and lets those go that are older than `keep`; one such process at a time.

    Raises BackupRefused, objects.NoRoomLeft, objects.StorageAway.

    It may be ended at any moment: earlier backups stay whole, and the next run goes on with what is there already.
    """
    with room_to_work() as room:
        vault.claim(key)
        vault.sweep()
        work = _Work(vault, key, _pieces_here(vault), _sizes_known(vault, key), progress)
        work.copy_files(_files_now())
        made = work.finish(the_database(), room, now)
        return Made(made, work.written, prune(vault, key, keep=keep, now=now))


@contextmanager
def room_to_work() -> Iterator[Path]:
    """An empty folder on the disk of the data. Raises BackupRefused where another process works there."""
    folder = folder_of_backups()
    room = folder / "at-work"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(folder / ".lock", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        _lock(handle)
        shutil.rmtree(room, ignore_errors=True)  # of a run that was ended in the middle
        room.mkdir(mode=0o700)
        try:
            yield room
        finally:
            shutil.rmtree(room, ignore_errors=True)
    finally:
        os.close(handle)


def _lock(handle: int) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise BackupRefused("Another backup or restore is at work at this moment. Wait until it is finished.") from None


@dataclass(slots=True)
class _Work:
    vault: Vault
    key: PublicKey
    here: set[str]
    sizes: dict[str, int]
    progress: Progress
    written: int = 0
    missing: set[str] = field(default_factory=set)

    def finish(self, database: Database, room: Path, now: datetime) -> BackupList:
        """The database, and what came meanwhile. A file that is gone is looked for in later moments a few times."""
        for tries_left in reversed(range(_MOMENTS)):
            with database.moment(room) as moment:
                files = moment.files()
                self.missing.clear()
                self.copy_files(files)
                if self.missing and tries_left:
                    continue
                return self._put_down(moment, files - self.missing, now)
        raise AssertionError("the last moment is always put down")

    def copy_files(self, names: set[str]) -> None:
        """Keeps every piece of these files that is not here yet; notes those that are not there any more."""
        objects = the_store().objects
        for done, name in enumerate(sorted(names)):
            self.progress("photographs and recordings", done, len(names))
            if not self._is_here(name):
                try:
                    self._copy(objects, name)
                except FileNotFoundError:
                    self.missing.add(name)
        self.progress("photographs and recordings", len(names), len(names))

    def _is_here(self, name: str) -> bool:
        """Known without opening it: an earlier backup lists its size, and all its pieces are here."""
        size = self.sizes.get(name)
        return size is not None and all(id in self.here for id in pieces_of_file(self.key, name, size))

    def _copy(self, objects: Objects, name: str) -> None:
        stored = objects.open(place_of(name))
        try:
            for number, id in enumerate(pieces_of_file(self.key, name, stored.size)):
                if id not in self.here:
                    self._keep(id, stored.read_at(number * FILE_PIECE, FILE_PIECE))
            self.sizes[name] = stored.size
        finally:
            stored.close()

    def _keep(self, id: str, content: bytes) -> None:
        sealed = self.key.seal(id, content)
        self.vault.keep_piece(id, sealed)
        self.here.add(id)
        self.written += len(sealed)

    def _put_down(self, moment: Moment, files: set[str], now: datetime) -> BackupList:
        size, done = moment.size(), 0
        streams: dict[str, tuple[str, ...]] = {}
        for name, pieces in moment.streams():
            ids = []
            for piece in pieces:
                ids.append(id := self.key.id_of_content(piece))
                if id not in self.here:
                    self._keep(id, piece)
                done += len(piece)
                self.progress("database", min(done, size), size)
            streams[name] = tuple(ids)
        sizes = {file: self.sizes[file] for file in sorted(files)}
        one = BackupList(
            made_at=now,
            engine=connection.vendor,
            streams=streams,
            files=sizes,
            about=self._sealed(moment.about()),
            missing=tuple(sorted(self.missing)),
            size=done + sum(sizes.values()),
        )
        self.vault.keep_list(one, self.key)
        return one

    def _sealed(self, about: About) -> str:
        return base64.b64encode(self.key.seal(ABOUT, json.dumps(asdict(about)).encode())).decode()


def _pieces_here(vault: Vault) -> set[str]:
    """What does not have to be written again; a piece that was found broken does."""
    found_broken = broken.names()
    return {id for id, name in vault.pieces() if name not in found_broken}


def _sizes_known(vault: Vault, key: PublicKey) -> dict[str, int]:
    for name in reversed(vault.list_names()):
        try:
            return dict(vault.read_list(name, key).files)
        except BackupRefused:
            continue  # `verify-backup` names it
    return {}


def _files_now() -> set[str]:
    """The kept files that rows speak of at present."""
    with connection.cursor() as cursor:
        found: set[str] = set()
        for question in questions():
            cursor.execute(question)
            found.update(name for (name,) in cursor.fetchall())
    return found
