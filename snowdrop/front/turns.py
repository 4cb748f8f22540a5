"""In which order Django is asked: whoever asks for a great deal waits behind their own, and keeps nobody else waiting.

Django works at one page at a time, whatever the number of its threads; so fewer at once loses nothing, and those for
whom there is room wait for hardly anybody. (The turns of the journal's readers are others: ground/turns.py.)
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from typing import Final

OF_A_NETWORK: Final = 4
"""Pages that are made at once for those who share a way to the net; the next wait in their order."""
OF_STRANGERS: Final = 8
"""Pages that are made at once for all who do not speak of a session: the family finds the other threads free."""
MOST_OF_A_NETWORK: Final = 200
MOST: Final = 1000
"""Who comes when so many are here or wait already is told to come later."""


class TooMany(RuntimeError):
    """So many wait already that nobody should wait behind them."""


class Shares:
    """So many at once of one network, and `most` that are here or wait; used from one loop."""

    def __init__(self, at_once: int, most: int) -> None:
        self._at_once, self._most = at_once, most
        self._networks: dict[str, tuple[asyncio.Semaphore, list[str]]] = {}
        self.here = 0

    @asynccontextmanager
    async def share(self, network: str) -> AsyncIterator[None]:
        """Waits for a share of this network, and has it within the block. Raises TooMany."""
        free, those_here = self._networks.setdefault(network, (asyncio.Semaphore(self._at_once), []))
        if len(those_here) >= self._most:
            raise TooMany
        those_here.append(network)
        self.here += 1
        try:
            async with free:
                yield
        finally:
            self.here -= 1
            those_here.pop()
            if not those_here:
                del self._networks[network]


class Turns:
    """The turns of one front; used from its loop only."""

    def __init__(self) -> None:
        self._shares = Shares(OF_A_NETWORK, MOST_OF_A_NETWORK)
        self._strangers = asyncio.Semaphore(OF_STRANGERS)

    @asynccontextmanager
    async def turn(self, network: str, *, is_stranger: bool) -> AsyncIterator[None]:
        """Waits for a turn, and has it within the block. Raises TooMany."""
        if self._shares.here >= MOST:
            raise TooMany
        async with self._shares.share(network), self._strangers if is_stranger else nullcontext():
            yield
