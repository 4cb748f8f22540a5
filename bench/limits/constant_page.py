"""L1: answers every request with one constant body of BENCH_BYTES bytes, over RSGI, with no work at all."""

from __future__ import annotations

import os
from typing import Protocol


class Transport(Protocol):
    """The part of granian's RSGI protocol object that is used here."""

    def response_bytes(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        """Send a whole answer."""


_BODY = (b"<p>We are thinking of you and your little one.</p>" * 100_000)[: int(os.environ["BENCH_BYTES"])]
_HEADERS = [("content-type", "text/html; charset=utf-8"), ("content-length", str(len(_BODY)))]


async def app(scope: object, protocol: Transport) -> None:
    """Answer 200 with the constant body."""
    protocol.response_bytes(200, _HEADERS, _BODY)
