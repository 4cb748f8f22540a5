"""What is known of the last backup: a small file in the folder of data, for whoever looks after the instance."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from django.conf import settings

_FOLDER: Final = "backups"
_FILE: Final = "last-backup.json"
"""In the folder of data, for programs too: `at`, `verified_at` and `keys_copied_at` (ISO 8601 or null), `bytes`,
`written`, `place`. No backup holds it."""


@dataclass(frozen=True, slots=True)
class LastBackup:
    """The last backup that is whole: when it was made, where it lies, how many bytes it holds and how many were new.

    `verified_at` is when every byte in that place was last read and found well; None if never. `keys_copied_at` is when
    the keys were last copied into a place of their own by the same command; None if never.
    """

    made_at: datetime
    place: str
    size: int
    written: int
    verified_at: datetime | None = None
    keys_copied_at: datetime | None = None


def last_backup() -> LastBackup | None:
    """What is known of the last backup; None where none was made, or where the note of it cannot be read."""
    try:
        noted: dict[str, Any] = json.loads((settings.SNOWDROP.data / _FILE).read_bytes())
        return LastBackup(
            made_at=datetime.fromisoformat(noted["at"]),
            place=noted["place"],
            size=noted["bytes"],
            written=noted["written"],
            verified_at=_moment(noted["verified_at"]),
            keys_copied_at=_moment(noted["keys_copied_at"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def note_last_backup(last: LastBackup) -> None:
    """Notes it, whole or not at all, for this user alone."""
    said = {
        "at": last.made_at.isoformat(),
        "place": last.place,
        "bytes": last.size,
        "written": last.written,
        "verified_at": last.verified_at.isoformat() if last.verified_at else None,
        "keys_copied_at": last.keys_copied_at.isoformat() if last.keys_copied_at else None,
    }
    arriving = settings.SNOWDROP.data / f".{_FILE}"
    with open(arriving, "w", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
        json.dump(said, file)
    os.replace(arriving, settings.SNOWDROP.data / _FILE)


def folder_of_backups() -> Path:
    """In the folder of data: what the making of backups has to remember. No backup holds it."""
    return settings.SNOWDROP.data / _FOLDER


def _moment(said: str | None) -> datetime | None:
    return datetime.fromisoformat(said) if said else None
