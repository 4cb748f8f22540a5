"""The worker: timed work, mails, and every reader of the journal, each in a thread: a slow one holds up no other."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from django.db import close_old_connections, connection

from snowdrop.ground import clock, journal, outbox, timetable
from snowdrop.ground.tally import Tally
from snowdrop.ground.turns import Turns

logger = logging.getLogger(__name__)

LOOK_EVERY: Final = 0.25
"""Seconds between two looks at the journal. A look is two small questions to the database."""
LONGEST_WAIT: Final = 60.0
"""Seconds before the next try, at most, after a reader has failed again and again."""
LONGEST_WAIT_BESIDE: Final = 2.0
"""The same for what is done beside: until it has looked, a machine answers nothing from memory."""
_TURN_EVERY: Final = 1.0
"""Seconds between two looks whether a reader is free that another worker has had."""
_TIMETABLE_EVERY: Final = 30.0
_END_SECONDS: Final = 7.0


@dataclass(frozen=True, slots=True)
class Beside:
    """More rounds; what is kept on this machine alone waits until it is `ready`."""

    rounds: Sequence[Callable[[], float]]
    ready: threading.Event


def work(stop: threading.Event, *, at_start: Callable[[], None], tally: Tally, beside: Beside | None = None) -> None:
    """Does `at_start`, and works until `stop` is set. The tally is told how often each failed since it last did not.

    What a thread has begun may take a few seconds more to end; what it has not ended then is done again later.
    """
    turns, beside = Turns(), beside or _nothing_beside()
    rounds = [_round_of(one, turns) for one in journal.readers() if not one.on_each_machine]
    kept_here = [*(_round_here(one) for one in journal.readers() if one.on_each_machine), _once(at_start)]
    rounds += [_timetable, _mails, *(_once_ready(beside.ready, one) for one in kept_here)]
    longest = [*((one, LONGEST_WAIT) for one in rounds), *((one, LONGEST_WAIT_BESIDE) for one in beside.rounds)]
    threads = [threading.Thread(target=_repeat, args=(*one, stop, tally), daemon=True) for one in longest]
    for thread in threads:
        thread.start()
    stop.wait()
    patience = time.monotonic() + _END_SECONDS
    for thread in threads:
        thread.join(max(0.0, patience - time.monotonic()))
    turns.give_back()


def _round_of(reader: journal.Reader, turns: Turns) -> Callable[[], float]:
    def read() -> float:
        return here() if turns.has(reader.name) else _TURN_EVERY

    here = _round_here(reader)
    read.__name__ = reader.name
    return read


def _round_here(reader: journal.Reader) -> Callable[[], float]:
    def read() -> float:
        return reader.rest if journal.catch_up(reader) else LOOK_EVERY

    read.__name__ = reader.name
    return read


def _once_ready(ready: threading.Event, act: Callable[[], float]) -> Callable[[], float]:
    def act_once_ready() -> float:
        return act() if ready.wait(LOOK_EVERY) else 0

    act_once_ready.__name__ = act.__name__
    return act_once_ready


def _nothing_beside() -> Beside:
    ready = threading.Event()
    ready.set()
    return Beside((), ready)


def _once(act: Callable[[], None]) -> Callable[[], float]:
    def act_once() -> float:
        act()
        return threading.TIMEOUT_MAX

    return act_once


def _mails() -> float:
    return 0 if outbox.send_what_is_due(clock.now()) else outbox.LOOK_EVERY


def _timetable() -> float:
    timetable.do_what_is_due(clock.now())
    return _TIMETABLE_EVERY


def _repeat(one_round: Callable[[], float], longest: float, stop: threading.Event, tally: Tally) -> None:
    """Runs rounds, each after the seconds that the one before answered; after each that fails longer, to `longest`."""
    wait, failures = 0.0, 0
    tally.gauges[f"failures.{one_round.__name__}"] = lambda: failures
    while not stop.wait(wait):
        try:
            wait, failures = one_round(), 0
            close_old_connections()  # back to the pool, which has fewer than there are threads; SQLite keeps its own
        except Exception:
            failures += 1
            wait = min(longest, 2.0**failures / 2)
            logger.exception("The worker could not go on with %s; next try in %.0f s.", one_round.__name__, wait)
            close_old_connections()
    connection.close()
