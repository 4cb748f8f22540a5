"""Several machines that serve one PostgreSQL: which there are, and waiting until each has let go of what it had kept.

What a machine keeps ready for itself (published documents) may be out of date by what another does. So each looks at
what has happened several times a second, lets go, and writes down when it looked, by the clock of the database. An act
that takes something back waits until all others have looked since (docs/decisions/0025). SQLite has one machine.
"""

from __future__ import annotations

import hashlib
import platform
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Final
from uuid import UUID

from django.conf import settings
from django.db import connection

from snowdrop.ground.models import Machine, ReaderPlace
from snowdrop.ground.timetable import every

LOOK_EVERY: Final = 0.25
"""Seconds between two looks at what other machines have done."""
BELIEVED_FOR: Final = 2.0
"""Seconds after the beginning of a look for which a machine trusts what it keeps."""
_THERE_FOR: Final = 5
"""Seconds after its last look for which a machine is waited for; by then it trusts nothing that it keeps."""
_MAY_COME_BACK_FOR: Final = 3600
"""Seconds for which a machine that was there may still be: cut off, or with a worker that hangs."""
_FORGOTTEN_AFTER: Final = timedelta(days=7)

_NOW: Final = "SELECT clock_timestamp(), pg_current_snapshot()::text"
_SINCE: Final = """
    SELECT DISTINCT memorial_id FROM ground_entry
    WHERE memorial_id IS NOT NULL AND verb <> 'comfort.received' AND written_in >= pg_snapshot_xmin(%s::pg_snapshot)
          AND NOT pg_visible_in_snapshot(written_in, %s::pg_snapshot)"""
_LOOKED: Final = """
    INSERT INTO ground_machine (name, looked_at) VALUES (%s, %s)
    ON CONFLICT (name) DO UPDATE SET looked_at = excluded.looked_at"""
_OTHERS: Final = "FROM ground_machine WHERE name <> %s AND looked_at > clock_timestamp() - make_interval(secs => %s)"


@dataclass(frozen=True, slots=True)
class News:
    """What this machine has not looked at before: memorials, or None for everything; whether there are others."""

    memorials: frozenset[UUID] | None
    has_others: bool


def may_be_several() -> bool:
    """Whether another machine could serve the same database."""
    return connection.vendor == "postgresql"


@lru_cache(maxsize=1)
def this_machine() -> str:
    """The same at each start: made of its name, its number if it has one, and where its data lie."""
    number = ""
    with suppress(OSError):
        number = Path("/etc/machine-id").read_text()
    said = f"{platform.node()}\n{number}\n{settings.SNOWDROP.data}"
    return hashlib.sha256(said.encode()).hexdigest()[:16]


class Looking:
    """The looks of one process; `begun` once it has looked. What was committed is seen, whenever it began."""

    def __init__(self) -> None:
        self._seen, self.begun = "", threading.Event()

    def look(self, let_go: Callable[[News], None]) -> None:
        """Lets go of what is new, and then says that it has looked. The first look takes everything for new."""
        with connection.cursor() as cursor:
            cursor.execute(_NOW)
            now, snapshot = cursor.fetchone()
            memorials = None
            if self._seen:
                cursor.execute(_SINCE, [self._seen, self._seen])
                memorials = frozenset(row[0] for row in cursor.fetchall())
            cursor.execute(f"SELECT EXISTS (SELECT {_OTHERS})", [this_machine(), _MAY_COME_BACK_FOR])
            let_go(News(memorials, bool(cursor.fetchone()[0])))
            cursor.execute(_LOOKED, [this_machine(), now])
        self._seen = snapshot
        self.begun.set()


def wait_for_others() -> None:
    """Returns once every other machine has looked at what is committed now, or trusts nothing that it keeps."""
    if not may_be_several():
        return
    patience = time.monotonic() + _THERE_FOR
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        since = cursor.fetchone()[0]
        while time.monotonic() < patience:
            cursor.execute(f"SELECT EXISTS (SELECT {_OTHERS} AND looked_at < %s)", [this_machine(), _THERE_FOR, since])
            if not cursor.fetchone()[0]:
                return
            time.sleep(LOOK_EVERY / 5)


@every(timedelta(days=1), "forget machines that are gone")
def forget_those_gone(now: datetime) -> None:
    """With their places in the journal; one that comes back begins anew."""
    gone = Machine.objects.filter(looked_at__lt=now - _FORGOTTEN_AFTER)
    for name in gone.values_list("name", flat=True):
        ReaderPlace.objects.filter(reader__endswith=f"@{name}").delete()
    gone.delete()
