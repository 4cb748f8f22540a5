"""SQLite as Django knows it, but whoever waits to write is not overtaken for ever.

SQLite lets one write at a time and keeps no order: who waits looks again ever more seldom, and the front door, which
writes batch after batch under a storm, is always quicker; a family waited for seconds. So whoever begins to write
stands in line first, and holds the head of the line until the database is theirs: nobody passes, the front as little as
others. The line is a lock on the folder of the database; the kernel lets go of it when a process ends, however it does.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

_LOOK_EVERY: Final = 0.0005
"""Seconds between two looks at the line; its head is held for as long as one write takes."""


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection. One statement by itself, outside of a transaction, stands in no line: it waits as SQLite does."""

    _line: int | None = None

    def _start_transaction_under_autocommit(self) -> None:
        with self._at_the_head():
            super()._start_transaction_under_autocommit()  # type: ignore[misc]

    @contextmanager
    def _at_the_head(self) -> Iterator[None]:
        """Waits as long as for the database itself. Raises OperationalError, as that does."""
        if self.is_in_memory_db():
            yield
            return
        if self._line is None:
            folder = Path(self.settings_dict["NAME"]).parent
            self._line = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        patience = time.monotonic() + float(self.settings_dict["OPTIONS"].get("timeout", 5))
        while not _is_locked(self._line):
            if time.monotonic() >= patience:
                raise OperationalError("database is locked")
            time.sleep(_LOOK_EVERY)
        try:
            yield
        finally:
            fcntl.flock(self._line, fcntl.LOCK_UN)

    def _close(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            os.close(line)
        super()._close()


def _is_locked(line: int) -> bool:
    try:
        fcntl.flock(line, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
