"""What is known of the last backup: a small file in the folder of data, for whoever looks after the instance."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from django.conf import settings

FOLDER: Final = "backups"
"""In the folder of data: what the making of backups has to remember. No backup holds it."""
_FILE: Final = "last.json"
_TIMES: Final = ("made_at", "verified_at", "keys_copied_at")


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
        noted: dict[str, Any] = json.loads((folder_of_backups() / _FILE).read_bytes())
        times = {name: datetime.fromisoformat(noted[name]) if noted[name] else None for name in _TIMES}
        return LastBackup(**{**noted, **times})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def note_last_backup(last: LastBackup) -> None:
    """Notes it, whole or not at all."""
    folder = folder_of_backups()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    arriving = folder / f".{_FILE}"
    arriving.write_text(json.dumps(asdict(last), default=datetime.isoformat))
    os.replace(arriving, folder / _FILE)


def folder_of_backups() -> Path:
    """Where it is noted, beside what else the making of backups has to remember."""
    return settings.SNOWDROP.data / FOLDER
