"""The words of the engine room: whether something is fine, slow or stuck, and beyond what it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class State(IntEnum):
    """How something stands; the higher one counts. Nobody has to do anything about what is slow."""

    FINE = 0
    SLOW = 1
    STUCK = 2

    @property
    def word(self) -> str:
        """What programs are told."""
        return self.name.lower()

    @property
    def label(self) -> str | Promise:
        """What people are told of what moves."""
        return _MOVES[self]

    @property
    def label_of_kept(self) -> str | Promise:
        """What people are told of what is kept, which is never slow: when it needs somebody."""
        return _IS_KEPT[self]


_MOVES: Final = {State.FINE: _("fine"), State.SLOW: _("slow"), State.STUCK: _("stuck")}
_IS_KEPT: Final = {State.FINE: _("fine"), State.SLOW: _("soon"), State.STUCK: _("now")}


@dataclass(frozen=True, slots=True)
class Limits:
    """Beyond what something is slow, and beyond what it is stuck."""

    slow: float
    stuck: float

    def state_of(self, value: float) -> State:
        """Where a value stands."""
        return State.STUCK if value > self.stuck else State.SLOW if value > self.slow else State.FINE


ANSWER: Final = Limits(0.05, 1.0)
"""Seconds within which 99 of 100 visitors are answered from memory (the target is 0.02)."""
LATE: Final = Limits(0.25, 5.0)
"""Seconds that the front door needs to come to somebody who asks."""
KEEPING: Final = Limits(0.5, 5.0)
"""Seconds within which 99 of 100 are kept on disk. The embedded database is waited for five at most."""
WAITING: Final = Limits(500, 1900)
"""Pieces that wait to be kept: a whole batch, and nearly as many as are taken at all (front/group_commit.py)."""
PAGE: Final = Limits(1.0, 10.0)
"""Seconds within which 99 of 100 pages are made by Django."""
WEB_THREADS: Final = 32
"""As many slow answers may be under way at once (research: four threads, and six slow uploads stop every page)."""
UNDER_WAY: Final = Limits(0.7 * WEB_THREADS, WEB_THREADS - 1)
FAILURES: Final = Limits(0, 5)
"""How often in a row a round of the worker has failed; after six it waits half a minute and more between tries."""
UNHEARD: Final = Limits(5, 15)
"""Seconds since a process has told how it runs, which it does once a second."""
BEGINNING: Final = Limits(20, 60)
"""Seconds in which a process that was started has to tell so for the first time."""
READER: Final = Limits(60, 600)
RECORDINGS: Final = Limits(1800, 7200)
"""Seconds that the oldest entry waits for a reader; a long video alone takes many minutes."""
TIMED: Final = Limits(120, 900)
"""Seconds that timed work is late; the worker looks twice a minute."""
MAIL: Final = Limits(300, 900)
REFUSED: Final = Limits(900, 86400)
"""Seconds that a mail waits that nobody takes up, and one that no server takes: some rest for a quarter of an hour."""
WAL: Final = Limits(256 * 2**20, 2 * 2**30)
"""Bytes of the write-ahead log, which is brought below 26 MB whenever nobody reads from it for a moment."""
BACKUP: Final = Limits(2 * 86400, 8 * 86400)
VERIFIED: Final = Limits(35 * 86400, 2**40)
"""Seconds since the last backup, and since one was tried out."""

READERS: Final[Mapping[str, str | Promise]] = {
    "front": _("public pages, made anew"),
    "media": _("photographs, made ready"),
    "recordings": _("videos and voices, made ready"),
    "arrivals": _("files that came in parts, taken in"),
    "comfort": _("what was kept out, given back"),
    "comfort-lanes": _("what was sent, looked at by the rules"),
    "comfort-passes": _("what may pass by itself, let through"),
    "comfort-asks": _("questions to those who sent something"),
    "comfort-desks": _("what lay on desks that closed"),
    "thanks": _("thanks, on their way"),
    "notices": _("what people asked to be told"),
    "knocks": _("requests to see a page, carried in"),
    "memorials": _("news of those who keep a page together"),
    "people": _("news of one's own account"),
}
"""What each reader of the journal does, in words for whoever runs the server."""

PROCESSES: Final[Mapping[str, str | Promise]] = {
    "front": _("front door"),
    "web": _("pages by Django"),
    "worker": _("worker"),
}
