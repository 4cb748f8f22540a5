"""Keeps comfort: one thread writes, and all that waits shares one transaction. Answered when it is on disk."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Sequence
from queue import SimpleQueue
from typing import Final

from django.db import InterfaceError, OperationalError, connection

from snowdrop.comfort import actions
from snowdrop.comfort.actions import Receipt
from snowdrop.comfort.intake import Arrival, Door
from snowdrop.ground import clock
from snowdrop.ground.tally import Tally

logger = logging.getLogger(__name__)

MOST_WAITING: Final = 2000
MOST_AT_ONCE: Final = 500
_BUSY_MILLISECONDS: Final = 5000
"""How long the embedded database is waited for; people who wait are told after that."""

Outcome = Receipt | Exception
_Waiting = tuple[Door, Arrival, "asyncio.Future[Outcome]"]


class Busy(RuntimeError):
    """Nothing can be kept at this moment; nothing of it was."""


class Writer:
    """The one thread of this process that keeps comfort; it tells the tally of its batches."""

    def __init__(self, loop: asyncio.AbstractEventLoop, tally: Tally) -> None:
        self._loop = loop
        self._waiting: SimpleQueue[_Waiting] = SimpleQueue()
        self._tally, self._commits = tally, tally.durations("commit")
        tally.gauges["waiting"] = self._waiting.qsize
        threading.Thread(target=self._write, name="writer", daemon=True).start()

    async def keep(self, door: Door, arrival: Arrival) -> Receipt:
        """Keeps one arrival; returns when it is on disk. Raises Busy, or what was wrong with this arrival alone."""
        if self._waiting.qsize() >= MOST_WAITING:
            raise Busy
        answer: asyncio.Future[Outcome] = self._loop.create_future()
        self._waiting.put((door, arrival, answer))
        outcome = await answer
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def _write(self) -> None:
        while True:
            batch = self._next_batch()
            began = time.perf_counter()
            outcomes = keep_all([(door, arrival) for door, arrival, _ in batch])
            self._commits.add(time.perf_counter() - began)
            self._tally.count("sent", len(batch))
            self._loop.call_soon_threadsafe(_answer, batch, outcomes)

    def _next_batch(self) -> list[_Waiting]:
        """All that waits, at least one."""
        batch = [self._waiting.get()]
        while len(batch) < MOST_AT_ONCE and not self._waiting.empty():
            batch.append(self._waiting.get())
        return batch


def keep_all(batch: Sequence[tuple[Door, Arrival]]) -> list[Outcome]:
    """Keeps a batch; if something is wrong with one of it, each by itself, so that it takes nobody else along."""
    try:
        _connect()
        return list(actions.receive(batch, now=clock.now()))
    except actions.NoRoom:
        return [Busy()] * len(batch)
    except (OperationalError, InterfaceError) as failure:
        logger.error("The database could not keep %d pieces of comfort: %s", len(batch), failure)
        connection.close()
        return [Busy()] * len(batch)
    except Exception as failure:
        if len(batch) > 1:
            return [outcome for one in batch for outcome in keep_all([one])]
        logger.exception("A piece of comfort could not be kept.")
        return [failure]


def _connect() -> None:
    if connection.connection is None:
        connection.ensure_connection()
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute(f"PRAGMA busy_timeout={_BUSY_MILLISECONDS}")


def _answer(batch: Sequence[_Waiting], outcomes: Sequence[Outcome]) -> None:
    for (_, _, answer), outcome in zip(batch, outcomes, strict=True):
        if not answer.done():
            answer.set_result(outcome)
