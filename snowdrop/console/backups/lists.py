"""The list of one backup: what it holds, piece by piece. It is written last: without it there is no backup."""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from snowdrop.console.backups.refusals import BackupRefused
from snowdrop.console.backups.sealing import PublicKey

FORMAT: Final = 1
FILE_PIECE: Final = 4 * 1024 * 1024
"""Kept files are cut at every so many bytes; the last piece is what is left."""
_TIME: Final = "%Y%m%dt%H%M%S.%fz"


@dataclass(frozen=True, slots=True)
class BackupList:
    """One backup. `streams` are the ids of the pieces of the database: of its one file, or of each table.

    `files` are the kept files with their sizes in bytes; `missing` are those that rows speak of and that were not there
    any more. `about` is what is private of it, encrypted: counts of rows, and what a database needs to be put back.
    """

    made_at: datetime
    engine: str
    streams: Mapping[str, tuple[str, ...]]
    files: Mapping[str, int]
    about: str
    missing: tuple[str, ...] = ()
    size: int = field(default=0)

    @property
    def name(self) -> str:
        return self.made_at.astimezone(UTC).strftime(_TIME)

    def to_bytes(self, key: PublicKey) -> bytes:
        """A line with the mark of the key, and the list."""
        said = {
            "format": FORMAT,
            "made_at": self.made_at.isoformat(),
            "engine": self.engine,
            "streams": self.streams,
            "files": self.files,
            "about": self.about,
            "missing": self.missing,
            "size": self.size,
        }
        text = json.dumps(said).encode()
        return key.mark(text).encode() + b"\n" + text

    @classmethod
    def from_bytes(cls, kept: bytes, key: PublicKey) -> BackupList:
        """Raises BackupRefused when it was changed or cut short, or is of another key or a later format."""
        mark, _, text = kept.partition(b"\n")
        if not hmac.compare_digest(mark, key.mark(text).encode()):
            raise BackupRefused("The list of this backup was changed or cut short, or is for another backup key.")
        said = json.loads(text)
        if said["format"] != FORMAT:
            raise BackupRefused("This backup was made by a later Snowdrop. Restore it with that one.")
        return cls(
            made_at=datetime.fromisoformat(said["made_at"]),
            engine=said["engine"],
            streams={name: tuple(ids) for name, ids in said["streams"].items()},
            files=said["files"],
            about=said["about"],
            missing=tuple(said["missing"]),
            size=said["size"],
        )

    def needs(self, key: PublicKey) -> Iterator[str]:
        """The ids of all pieces that belong to it; some may come more than once."""
        for ids in self.streams.values():
            yield from ids
        for file, size in self.files.items():
            yield from pieces_of_file(key, file, size)


def pieces_of_file(key: PublicKey, file: str, size: int) -> list[str]:
    """The ids of the pieces of one kept file, in order."""
    return [key.id_of_part(file, number) for number in range(-(-size // FILE_PIECE))]


def when_of(name: str) -> datetime:
    """When the backup of this name was made. Raises ValueError."""
    return datetime.strptime(name, _TIME).replace(tzinfo=UTC)
