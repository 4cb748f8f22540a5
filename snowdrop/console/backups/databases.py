"""What the making of backups asks of a database, whichever it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from django.db import connection


@dataclass(frozen=True, slots=True)
class About:
    """What is private of a backup: rows by table, and what one kind of database needs beyond its streams."""

    rows: Mapping[str, int]
    more: Mapping[str, Any] = field(default_factory=dict)


class Moment(Protocol):
    """A database as it was at one moment, whatever is written to it meanwhile."""

    def files(self) -> set[str]:
        """The kept files that its rows speak of."""

    def streams(self) -> Iterator[tuple[str, Iterator[bytes]]]:
        """Its parts by name, each in pieces: what did not change since an earlier moment comes in the same pieces."""

    def about(self) -> About:
        """Asked after the streams."""

    def size(self) -> int:
        """About how many bytes all streams have together."""


class Database(Protocol):
    """One kind of database. Restoring raises BackupRefused, and then nothing is changed."""

    def moment(self, room: Path) -> AbstractContextManager[Moment]:
        """The present moment; `room` is an empty folder that may be used meanwhile."""

    def require_empty(self) -> None:
        """Refuses unless nothing is in it."""

    def put_back(
        self, streams: Iterator[tuple[str, Iterator[bytes]]], about: About, room: Path
    ) -> AbstractContextManager[None]:
        """Puts back all of it or nothing: checked on entering, there on leaving. `room` is on the disk of the data."""


def the_database() -> Database:
    """The one that this instance has."""
    if connection.vendor == "sqlite":
        from snowdrop.console.backups.sqlite import Embedded

        return Embedded()
    from snowdrop.console.backups.postgresql import Server

    return Server()
