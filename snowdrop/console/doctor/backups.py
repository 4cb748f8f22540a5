"""Whether there is a backup of these days that was read back, copies of the keys, and a second copy that keeps up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import connection

from snowdrop.console.backups.keys import KEPT, PlaceOfKeys
from snowdrop.console.doctor.findings import Finding
from snowdrop.ground import clock
from snowdrop.ground.last_backup import LastBackup, last_backup
from snowdrop.settings.databases import EMBEDDED

_RECENT: Final = timedelta(days=2)
_VERIFIED: Final = timedelta(days=30)
_BEHIND: Final = timedelta(minutes=15)
_OVERDUE: Final = timedelta(days=1)
"""So much longer than 30 days a copy of the keys may be there: until the daily backup has taken it away."""


def look() -> Iterator[Finding]:
    """On an instance that is being developed nothing is asked for."""
    if settings.SNOWDROP.developing:
        return
    now, last = clock.now(), last_backup()
    if last is None or last.made_at < now - _RECENT:
        yield Finding(
            f"The last backup was made on {last.made_at:%d %B %Y}." if last else "No backup was ever made.",
            "Run: python -m snowdrop backup, and let it run every night (docs/running.md).",
        )
    if last:
        yield from _look_closer(last, now)
    yield from _look_at_old_keys(now)
    yield from _look_at_second_copy()


def _look_closer(last: LastBackup, now: datetime) -> Iterator[Finding]:
    if last.verified_at is None or last.verified_at < now - _VERIFIED:
        yield Finding(
            f"Nobody has looked for 30 days whether the backups at {last.place} can still be read.",
            "Run: python -m snowdrop verify-backup, and let it run every week.",
        )
    if last.keys_copied_at is None or last.keys_copied_at < now - _RECENT:
        yield Finding(
            "There is no copy of the keys of these days, and without them nobody can read a backup.",
            "Run: python -m snowdrop backup with --keys, a folder in another place.",
        )


def _look_at_old_keys(now: datetime) -> Iterator[Finding]:
    folder = settings.SNOWDROP.copies.keys
    oldest = PlaceOfKeys(folder).oldest() if folder else None
    if oldest and oldest < now - KEPT - _OVERDUE:
        yield Finding(
            f"A copy of the keys of {oldest:%d %B %Y} is still in {folder}. It opens what was deleted since.",
            "Run: python -m snowdrop backup, which takes such copies away. Look for others that you made by hand.",
        )


def _look_at_second_copy() -> Iterator[Finding]:
    folder = settings.SNOWDROP.copies.second
    if folder is None:
        return
    written, copied = _written(Path(connection.settings_dict["NAME"])), _written(folder / EMBEDDED)
    if copied is None or (written and copied < written - _BEHIND):
        yield Finding(
            f"The second copy in {folder} is not kept up.",
            "Look whether that disk is there and has room, whether `snowdrop serve` runs, and what its log says.",
        )


def _written(database: Path) -> datetime | None:
    """When it was last written to, in its own file or in the one beside it that takes writes first."""
    files = [path for path in (database, database.with_name(f"{database.name}-wal")) if path.exists()]
    return max((datetime.fromtimestamp(path.stat().st_mtime, UTC) for path in files), default=None)
