"""L2 and L4: parses a form, inserts one row, and answers 303 once the commit is on disk.

One writer thread takes everything that waits and commits it together. There is no validation, no screening, no journal:
this is the ceiling that durable submissions are measured against. BENCH_DATABASE names a file of SQLite (L2: WAL,
synchronous=FULL) or, as postgresql://…, a database of PostgreSQL (L4: one statement for all rows, prepared once).
"""

from __future__ import annotations

import asyncio
import os
import queue
import sqlite3
import threading
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, Final
from urllib.parse import parse_qsl

import psycopg

_Message = MutableMapping[str, Any]
_Row = tuple[int, str, str, float]
_Waiting = tuple[_Row, "asyncio.Future[None]"]

MOST_IN_A_COMMIT: Final = 1000
_TABLE: Final = "CREATE TABLE IF NOT EXISTS message(id {key}, page INT, name TEXT, words TEXT, at {moment})"
_INDEX: Final = "CREATE INDEX IF NOT EXISTS message_page ON message(page, id)"
_INSERT: Final = "INSERT INTO message(page, name, words, at) VALUES (?, ?, ?, ?)"
_INSERT_ALL: Final = (
    "INSERT INTO message(page, name, words, at)"
    " SELECT * FROM unnest(%s::int[], %s::text[], %s::text[], %s::double precision[])"
)
_START: Final = {
    "type": "http.response.start",
    "status": 303,
    "headers": [(b"location", b"/thanks"), (b"content-length", b"0")],
}
_END: Final = {"type": "http.response.body", "body": b""}

_waiting: queue.SimpleQueue[_Waiting] = queue.SimpleQueue()
_started = False


class _SQLite:
    def __init__(self, file: str) -> None:
        self._at = sqlite3.connect(file, isolation_level=None, timeout=30)
        self._at.execute("PRAGMA journal_mode=WAL")
        self._at.execute("PRAGMA synchronous=FULL")
        self._at.execute(_TABLE.format(key="INTEGER PRIMARY KEY", moment="REAL"))
        self._at.execute(_INDEX)

    def commit(self, rows: list[_Row]) -> None:
        try:
            self._at.execute("BEGIN IMMEDIATE")
            self._at.executemany(_INSERT, rows)
            self._at.execute("COMMIT")
        except sqlite3.Error:
            if self._at.in_transaction:
                self._at.execute("ROLLBACK")
            raise


class _PostgreSQL:
    def __init__(self, url: str) -> None:
        self._at = psycopg.connect(url, autocommit=True, prepare_threshold=0)
        self._at.execute(_TABLE.format(key="BIGSERIAL PRIMARY KEY", moment="DOUBLE PRECISION").encode())
        self._at.execute(_INDEX)

    def commit(self, rows: list[_Row]) -> None:
        self._at.execute(_INSERT_ALL, [list(column) for column in zip(*rows, strict=True)])


def _next_batch() -> list[_Waiting]:
    batch = [_waiting.get()]
    while len(batch) < MOST_IN_A_COMMIT:
        try:
            batch.append(_waiting.get_nowait())
        except queue.Empty:
            break
    return batch


def _answer(batch: list[_Waiting], failure: Exception | None) -> None:
    for _, answer in batch:
        if not answer.done():
            answer.set_exception(failure) if failure else answer.set_result(None)


def _commit(database: _SQLite | _PostgreSQL, batch: list[_Waiting]) -> Exception | None:
    try:
        database.commit([row for row, _ in batch])
    except (sqlite3.Error, psycopg.Error) as failure:
        return failure
    return None


def _write(loop: asyncio.AbstractEventLoop) -> None:
    named = os.environ["BENCH_DATABASE"]
    database = _PostgreSQL(named) if named.startswith("postgresql://") else _SQLite(named)
    while True:
        batch = _next_batch()
        loop.call_soon_threadsafe(_answer, batch, _commit(database, batch))


async def _body(receive: Callable[[], Awaitable[_Message]]) -> bytes:
    parts = []
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        if not message.get("more_body"):
            return b"".join(parts)


async def app(
    scope: _Message,
    receive: Callable[[], Awaitable[_Message]],
    send: Callable[[_Message], Awaitable[None]],
) -> None:
    """Store the posted `name` and `words`; answer only after their commit has returned."""
    global _started
    if scope["type"] != "http":
        return
    loop = asyncio.get_running_loop()
    if not _started:
        _started = True
        threading.Thread(target=_write, args=(loop,), daemon=True).start()
    if scope["method"] == "POST":
        form = dict(parse_qsl((await _body(receive)).decode()))
        stored: asyncio.Future[None] = loop.create_future()
        _waiting.put(((1, form["name"][:80], form["words"][:4000], time.time()), stored))
        await stored
    await send(dict(_START))
    await send(dict(_END))
