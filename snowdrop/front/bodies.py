"""Reads what visitors send, under a cap and a deadline, so that nobody can hold anything up by sending slowly."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any, Final

SECONDS: Final = 10.0
"""For a whole body that is read before anything else happens."""
_LOOK_EVERY: Final = 0.5
LEAST_RATE: Final = 1000
"""Bytes a second, on average, of a body that is passed on while it comes; asked for after SECONDS."""
LONGEST_PAUSE: Final = 20.0
"""Seconds without a byte of it: a phone that lost its network begins again, and must not find its place still taken."""


class TooLarge(ValueError):
    """The body is larger than is taken here."""


class TooSlow(ValueError):
    """The body did not come in its time."""


def declared_size(headers: Any) -> int | None:
    """What Content-Length says (the server has refused anything but digits); None for a body in chunks, 0 for none."""
    said = headers.get("content-length")
    if said is not None:
        return int(said)
    return None if headers.get("transfer-encoding") else 0


class Bodies:
    """Reads bodies that are taken whole; used from one loop.

    One look a second ends whatever is late: a timer for each body costs more than reading it.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, seconds: float = SECONDS) -> None:
        self._loop, self._seconds = loop, seconds
        self._until: dict[asyncio.Task[Any], float] = {}
        loop.call_later(_LOOK_EVERY, self._end_late)

    async def read_whole(self, protocol: Any, declared: int | None, most: int) -> bytes:
        """The whole body. Raises TooLarge or TooSlow, the latter up to _LOOK_EVERY late."""
        if declared == 0:
            return b""
        if declared is not None and declared > most:
            raise TooLarge
        task = asyncio.current_task(self._loop)
        assert task
        self._until[task] = self._loop.time() + self._seconds
        try:
            return bytes(await protocol()) if declared is not None else await _read_chunks(protocol, most)
        except asyncio.CancelledError:
            if task in self._until:
                raise
            task.uncancel()
            raise TooSlow from None
        finally:
            self._until.pop(task, None)

    def _end_late(self) -> None:
        now = self._loop.time()
        for task in [task for task, until in self._until.items() if until <= now]:
            del self._until[task]
            task.cancel()
        self._loop.call_later(_LOOK_EVERY, self._end_late)


async def discard(protocol: Any) -> None:
    """Reads what still comes and keeps nothing of it: a browser shows an answer only when it could send everything."""
    with suppress(TimeoutError):
        async with asyncio.timeout(SECONDS):
            async for _ in protocol:
                pass


async def _read_chunks(protocol: Any, most: int) -> bytes:
    parts, size = [], 0
    async for part in protocol:
        size += len(part)
        if size > most:
            raise TooLarge
        parts.append(bytes(part))
    return b"".join(parts)


class Upload:
    """A large body, passed on while it comes. `failure` says why it ended early."""

    def __init__(self, protocol: Any, declared: int) -> None:
        self.declared = declared
        self.failure: TooSlow | None = None
        self._protocol = protocol

    async def parts(self) -> AsyncIterator[bytes]:
        """The parts as they come. Raises TooSlow."""
        began, size, coming = time.monotonic(), 0, aiter(self._protocol)
        while size < self.declared:
            patience = began + max(SECONDS, size / LEAST_RATE) - time.monotonic()
            try:
                async with asyncio.timeout(min(patience, LONGEST_PAUSE)):
                    part = bytes(await anext(coming))
            except (TimeoutError, StopAsyncIteration):
                self.failure = TooSlow()
                raise self.failure from None
            size += len(part)
            yield part
