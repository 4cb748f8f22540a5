"""One look into the engine room: everything that can be seen of this server, and how it stands."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from django.conf import settings
from django.db import Error as DatabaseAway
from django.db import connection
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from snowdrop.engine_room import looks_at_processes as processes
from snowdrop.engine_room import looks_at_what_is_kept as kept
from snowdrop.engine_room.lines import Line, Part
from snowdrop.engine_room.looks_at_processes import Seen
from snowdrop.engine_room.machine import memory_of, still_serves
from snowdrop.engine_room.vocabulary import State
from snowdrop.ground import running

logger = logging.getLogger(__name__)

Look = Callable[[Seen, datetime], Iterator[Line]]

OF_WHAT_IS_KEPT: Final = (kept.look_at_disk, kept.look_at_database, kept.look_at_backup, kept.look_at_key)
PARTS: Final[tuple[tuple[str | Promise, tuple[Look, ...]], ...]] = (
    (gettext_lazy("Processes"), (processes.look_at_processes, processes.look_at_worker)),
    (gettext_lazy("Visitors, in the last minute"), (processes.look_at_front, processes.look_at_web)),
    (gettext_lazy("What follows from what happens"), (kept.look_at_journal,)),
    (gettext_lazy("What waits"), (kept.look_at_queues,)),
    (gettext_lazy("What is kept"), OF_WHAT_IS_KEPT),
)
ASK_THE_DATABASE: Final = (kept.look_at_journal, kept.look_at_queues, kept.look_at_database)
"""Once it does not answer it is not asked again: each question would wait for it anew."""


@dataclass(frozen=True, slots=True)
class EngineRoom:
    """What is seen at one moment. `runs` is whether Snowdrop serves on this machine."""

    at: datetime
    runs: bool
    parts: tuple[Part, ...]

    @property
    def state(self) -> State:
        """That of whatever stands worst."""
        return max((line.state for part in self.parts for line in part.lines), default=State.FINE)

    @property
    def words(self) -> str:
        """How it stands, in one sentence."""
        if not self.runs:
            return _("Snowdrop does not run on this computer.")
        if self.state is State.STUCK:
            return _("Something is stuck, or needs you now.")
        return _("Something is slow, or needs you soon.") if self.state is State.SLOW else _("All is well.")


def look(now: datetime) -> EngineRoom:
    """Looks at everything. What cannot be looked at is said to be stuck, and stops no other look."""
    seen, away, parts = _see(), False, []
    for title, looks in PARTS:
        found: list[Line] = []
        for one in looks:
            if away and one in ASK_THE_DATABASE:
                continue
            try:
                found += (replace(line, is_kept=one in OF_WHAT_IS_KEPT) for line in one(seen, now))
            except DatabaseAway:
                away = True
                connection.close()
                found.append(Line(_("database"), State.STUCK, _("does not answer: it is locked, or away")))
            except Exception as failure:
                logger.error("The engine room could not be looked at (%s).", type(failure).__name__)
                found.append(Line(_("a part of this"), State.STUCK, _("could not be looked at; see the log")))
        if found:
            parts.append(Part(title, tuple(found)))
    return EngineRoom(now, seen.serving is not None, tuple(parts))


def _see() -> Seen:
    folder = settings.SNOWDROP.running
    noted = running.noted(folder)
    serving = noted if still_serves(noted) else None
    told = running.reports(folder) if serving else {}
    return Seen(serving, told, memory_of(serving, told))
