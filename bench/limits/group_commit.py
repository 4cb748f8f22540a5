"""L2: parses a form, inserts one row into SQLite (WAL, synchronous=FULL) and answers 303 once the commit is on disk.

One writer thread takes everything that waits and commits it together. There is no validation, no screening, no journal:
this is the ceiling that durable submissions are measured against. The database is the file named by BENCH_DATABASE.
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

_Message = MutableMapping[str, Any]
_Row = tuple[int, str, str, float]
_Waiting = tuple[_Row, "asyncio.Future[None]"]

MOST_IN_A_COMMIT: Final = 1000
_TABLE: Final = (
    "CREATE TABLE IF NOT EXISTS message(id INTEGER PRIMARY KEY, page INT, name TEXT, words TEXT, at REAL)",
    "CREATE INDEX IF NOT EXISTS message_page ON message(page, id)",
)
_INSERT: Final = "INSERT INTO message(page, name, words, at) VALUES (?, ?, ?, ?)"
_START: Final = {
    "type": "http.response.start",
    "status": 303,
    "headers": [(b"location", b"/thanks"), (b"content-length", b"0")],
}
_END: Final = {"type": "http.response.body", "body": b""}

_waiting: queue.SimpleQueue[_Waiting] = queue.SimpleQueue()
_started = False


def _open() -> sqlite3.Connection:
    database = sqlite3.connect(os.environ["BENCH_DATABASE"], isolation_level=None, timeout=30)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    for statement in _TABLE:
        database.execute(statement)
    return database


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


def _commit(database: sqlite3.Connection, batch: list[_Waiting]) -> Exception | None:
    try:
        database.execute("BEGIN IMMEDIATE")
        database.executemany(_INSERT, [row for row, _ in batch])
        database.execute("COMMIT")
    except sqlite3.Error as failure:
        if database.in_transaction:
            database.execute("ROLLBACK")
        return failure
    return None


def _write(loop: asyncio.AbstractEventLoop) -> None:
    database = _open()
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
