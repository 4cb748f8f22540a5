"""The second copy: another folder of data, kept seconds behind this one, from which the server can be started.

What is written in the seconds before a disk is lost is lost with it; backups reach further back than this copy, for
what is deleted here is soon deleted there too.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import connection

from snowdrop.console.backups.refusals import BackupRefused
from snowdrop.console.backups.sqlite import copy_now
from snowdrop.ground import copies_of_keys, instance_keys
from snowdrop.ground.objects import FolderObjects, NoRoomLeft, StorageAway, sync_folder
from snowdrop.media.store import place_of, the_store
from snowdrop.settings.databases import EMBEDDED

logger = logging.getLogger(__name__)

LOOK_EVERY: Final = 5.0
"""Seconds between two looks whether anything was written."""
_SHARE: Final = 20
"""After a copy it rests so many times as long as the copy took: a large database is copied less often."""
_PIECE: Final = 4 * 1024 * 1024


@dataclass(slots=True)
class SecondCopy:
    """A folder like that of the data, and one like that of the keys, where the operator wants it."""

    data: Path
    keys: Path | None
    here: set[str] | None = field(default=None)

    def bring_up(self) -> None:
        """Brings it to this moment: keys, files, the database by one rename, and then what is not needed any more.

        Ended at any moment it is whole: as it was, or as it is to be. Raises OSError, NoRoomLeft, StorageAway.
        """
        self.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        arriving = self.data / f".{EMBEDDED}"
        arriving.unlink(missing_ok=True)
        copy = copy_now(Path(connection.settings_dict["NAME"]), arriving)
        if self.keys:
            _bring_up_keys(self.keys)
        needed = copy.files()
        self._bring_files(needed)
        with arriving.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(arriving, self.data / EMBEDDED)
        sync_folder(self.data)
        self._remove_needless(needed)

    def _bring_files(self, needed: set[str]) -> None:
        objects, kept = the_store().objects, FolderObjects(self.data / "media")
        if self.here is None:
            self.here = {name.replace("/", "") for name in kept.names()}
        for name in needed - self.here:
            with suppress(FileNotFoundError):  # taken away since; so will be its row, in the next round
                with closing(objects.open(place_of(name))) as stored:
                    starts = range(0, stored.size, _PIECE)
                    kept.keep(place_of(name), (stored.read_at(start, _PIECE) for start in starts))
                self.here.add(name)

    def _remove_needless(self, needed: set[str]) -> None:
        kept, here = FolderObjects(self.data / "media"), self.here or set()
        for name in here - needed:
            kept.remove(place_of(name))
        self.here = here & needed


def wanted() -> SecondCopy | None:
    """The second copy that the settings ask for."""
    copies = settings.SNOWDROP.copies
    return SecondCopy(copies.second, copies.second_keys) if copies.second else None


def keep_up(copy: SecondCopy, stop: threading.Event) -> None:
    """Keeps it up until `stop`; what fails is logged, and tried again."""
    seen, rest, failed = -1, 0.0, False
    with closing(sqlite3.connect(connection.settings_dict["NAME"])) as looking:
        while not stop.wait(rest):
            version: int = looking.execute("PRAGMA data_version").fetchone()[0]
            began = time.monotonic()
            if version != seen:
                failed = _try(copy.bring_up, said_before=failed)
                seen = seen if failed else version
            rest = max(LOOK_EVERY, _SHARE * (time.monotonic() - began))


def _try(act: Callable[[], None], *, said_before: bool) -> bool:
    """Says whether it failed; the log says so once, until it goes well again."""
    try:
        act()
    except (OSError, NoRoomLeft, StorageAway, BackupRefused, sqlite3.Error) as failure:
        if not said_before:
            logger.error(
                "The second copy cannot be kept up: %s (%s). It is tried again.", type(failure).__name__, failure
            )
        return True
    return False


def _bring_up_keys(folder: Path) -> None:
    """Every key that is new or changed; those that were destroyed here are destroyed there, never all of them."""
    copies, now = FolderObjects(folder), copies_of_keys.all_keys()
    for name, content in sorted(now.items()):
        with suppress(FileNotFoundError):
            if copies.read(name) == content:
                continue
        copies.keep(name, [content])
    for name in [*copies.names("data"), instance_keys.NEXT]:
        if name not in now:
            copies.destroy(name)
