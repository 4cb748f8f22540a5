"""The embedded database at one moment: its own backup call copies it page by page while others write.

The pages stay where they are (VACUUM INTO would move them all), so what did not change is the same in two backups.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.db import connection

from snowdrop.console.backups.databases import About, Moment
from snowdrop.console.backups.references import questions
from snowdrop.console.backups.refusals import BackupRefused
from snowdrop.ground.objects import sync_folder
from snowdrop.ground.room import has_room

_PIECE: Final = 256 * 1024
"""A multiple of every page size. Smaller pieces hold less that did not change; larger ones are fewer files."""
_STREAM: Final = "database"
_TABLES: Final = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"


class Embedded:
    """SQLite in the folder of data."""

    @contextmanager
    def moment(self, room: Path) -> Iterator[Moment]:
        live = _file()
        if not has_room(room, spare_bytes=live.stat().st_size):
            raise BackupRefused(
                f"There is no room for a copy of the database in {room.parent}, where it lies while it is backed up."
                " Make room, and run this again. Earlier backups are whole."
            )
        yield copy_now(live, room / "moment.sqlite3")

    def require_empty(self) -> None:
        if _file().exists():
            raise BackupRefused(
                f"There is a database already: {_file()}. A restore never puts anything over what is there. Set"
                " SNOWDROP_DATA to an empty folder, or move this one away."
            )

    @contextmanager
    def put_back(self, streams: Iterator[tuple[str, Iterator[bytes]]], about: About, room: Path) -> Iterator[None]:
        arriving, digest = room / "arriving.sqlite3", hashlib.sha256()
        with arriving.open("wb") as file:
            for _, pieces in streams:
                for piece in pieces:
                    digest.update(piece)
                    file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        if digest.hexdigest() != about.more["sha256"]:
            raise BackupRefused("The database does not have the bytes that were backed up. Restore an earlier backup.")
        _check(arriving, about)
        yield
        os.replace(arriving, _file())
        sync_folder(_file().parent)


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the database, which nobody writes to."""

    path: Path

    def files(self) -> set[str]:
        with closing(_reading(self.path)) as copy:
            return {name for question in questions() for (name,) in copy.execute(question)}

    def streams(self) -> Iterator[tuple[str, Iterator[bytes]]]:
        yield _STREAM, self._pieces()

    def about(self) -> About:
        with self.path.open("rb") as file:
            checksum = hashlib.file_digest(file, "sha256").hexdigest()
        return About(_rows(self.path), {"sha256": checksum})

    def size(self) -> int:
        return self.path.stat().st_size

    def _pieces(self) -> Iterator[bytes]:
        with self.path.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece


def copy_now(live: Path, to: Path) -> Copy:
    """The database as it is now, in one step: nobody who writes waits for it, and what they write is not in it."""
    try:
        with (
            closing(sqlite3.connect(f"{live.as_uri()}?mode=rw", uri=True)) as now,
            closing(sqlite3.connect(to)) as copy,
        ):
            copy.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;")
            now.backup(copy)
    except sqlite3.Error as failure:
        raise BackupRefused(f"The database could not be copied into {to.parent}: {failure}.") from failure
    return Copy(to)


def _check(path: Path, about: About) -> None:
    """Raises BackupRefused unless it is whole, every row leans on one that is there, and none is missing."""
    with closing(_reading(path)) as copy:
        whole = copy.execute("PRAGMA integrity_check").fetchone()[0]
        leaning = copy.execute("PRAGMA foreign_key_check").fetchone()
    if whole != "ok" or leaning:
        raise BackupRefused(f"The database in this backup is not whole ({leaning or whole}). Restore an earlier one.")
    if _rows(path) != about.rows:
        raise BackupRefused("The database does not have the rows that were backed up. Restore an earlier backup.")


def _rows(path: Path) -> dict[str, int]:
    with closing(_reading(path)) as copy:
        tables = sorted(name for (name,) in copy.execute(_TABLES))
        return {name: copy.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}


def _reading(path: Path) -> sqlite3.Connection:
    """`immutable`: nobody writes to it, so nothing is laid beside it."""
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)


def _file() -> Path:
    return Path(connection.settings_dict["NAME"])
