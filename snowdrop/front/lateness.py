"""How late the front door's loop comes to what it is asked: each visitor waits at least so long."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress


class Lateness:
    """Asked once a second from another thread; answers in seconds, also while the loop does not come to it at all."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._asked: float | None = None
        self._last = 0.0

    def __call__(self) -> float:
        asked = self._asked
        if asked is not None:
            return time.perf_counter() - asked
        self._asked = time.perf_counter()
        with suppress(RuntimeError):  # the loop has ended, and its process is about to
            self._loop.call_soon_threadsafe(self._come)
        return self._last

    def _come(self) -> None:
        if self._asked is not None:
            self._last, self._asked = time.perf_counter() - self._asked, None
