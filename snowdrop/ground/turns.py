"""Which worker reads the journal for all, where several share one PostgreSQL: one lock for each reader.

A lock of PostgreSQL is gone with the connection that holds it, so another worker goes on when this one ends, however it
ends. For a moment two may read; readers are safe to run twice. On SQLite there is one worker.
"""

from __future__ import annotations

import threading
from contextlib import closing, suppress
from typing import Any, Final

from django.db import connection
from django.db.utils import OperationalError

_OURS: Final = 20261129
"""What tells our locks from those of other programs."""
_NOTICE_SOON: Final = (
    "SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3; SET TIME ZONE 'UTC'"
)
"""PostgreSQL finds out in 20 s, not in hours, that a machine has lost its power."""


class Turns:
    """The turns of one worker, in a connection that does nothing else; used by all of its threads."""

    def __init__(self) -> None:
        self._lock, self._at, self._mine = threading.Lock(), None, set[str]()

    def has(self, reader: str) -> bool:
        """Whether this worker reads for all; takes the turn if nobody has it. Raises OperationalError."""
        if connection.vendor != "postgresql":
            return True
        with self._lock:
            try:
                return self._ask(reader)
            except Exception as failure:
                self._at = None  # with it, PostgreSQL forgets the locks
                self._mine.clear()
                raise OperationalError(f"Nobody knows whose turn it is: {failure}") from failure

    def give_back(self) -> None:
        """At the end of the worker: others need not wait."""
        with self._lock, suppress(Exception):
            if self._at:
                with closing(self._at) as at:  # also where it is lost already
                    at.execute("SELECT pg_advisory_unlock_all()")  # a server notices only after a while that we left

    def _ask(self, reader: str) -> bool:
        at = self._at = self._at or _connected()
        if reader in self._mine:
            at.execute("SELECT 1")
            return True
        if at.execute("SELECT pg_try_advisory_lock(%s, hashtext(%s))", [_OURS, reader]).fetchone()[0]:
            self._mine.add(reader)
        return reader in self._mine


def _connected() -> Any:
    wrapper: Any = connection
    at = wrapper.Database.connect(**wrapper.get_connection_params(), autocommit=True)
    at.execute(_NOTICE_SOON)
    return at
