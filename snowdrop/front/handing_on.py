"""Hands requests on to the web process over its unix socket, streaming both ways without waiting for the slow."""

from __future__ import annotations

import asyncio
import errno
import logging
import os
import tempfile
import time
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from django.conf import settings

from snowdrop.front import negotiation
from snowdrop.front.bodies import Upload
from snowdrop.front.siege import network_of
from snowdrop.front.turns import Shares, Turns

if TYPE_CHECKING:
    import aiohttp

logger = logging.getLogger(__name__)

WHOLE: Final = 512 * 1024
"""Bytes of an answer that is taken from the web process at once, so that its thread is free while a visitor reads."""
MOST_STREAMS: Final = 24
"""Larger answers under way at the same time: fewer than the web process has threads."""
MOST_STREAMS_OF_ONE: Final = 12
"""Of them for one network: reading slowly in one place leaves room for others."""
_STREAM_SECONDS: Final = 10.0
"""To wait for a place among the streams, and for the server to begin to read."""
_READER_SECONDS: Final = 60.0
"""A visitor who takes nothing of an answer for so long has gone."""
_ANSWER_SECONDS: Final = 120.0
_STARTING_SECONDS: Final = 8.0
_PIECE: Final = 64 * 1024
_HOP_BY_HOP: Final = frozenset(
    {"connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "trailer", "transfer-encoding"}
    | {"upgrade", "proxy-connection", "expect"}
)
_OURS_TO_SAY: Final = frozenset({"forwarded", "x-real-ip", "content-length"})
_SAID_BY_SERVER: Final = frozenset({"date", "server"})
_UNRESERVED: Final = "/:@!$&'()*+,;=~"

Headers = list[tuple[str, str]]


class WebIsNotThere(ConnectionError):
    """The web process did not answer."""


class Web:
    """The way to the web process; used from one loop."""

    def __init__(self, socket: str) -> None:
        self._socket = socket
        self._session: aiohttp.ClientSession | None = None
        self._began = time.monotonic()
        self._turns = Turns()
        self._streams = asyncio.Semaphore(MOST_STREAMS)
        self._streams_of = Shares(MOST_STREAMS_OF_ONE, MOST_STREAMS)

    async def hand_on(self, scope: Any, protocol: Any, body: bytes | Upload) -> None:
        """Hands the request on and answers with what comes back. Raises WebIsNotThere if nothing was answered yet."""
        gone = asyncio.ensure_future(protocol.client_disconnect())
        exchange = asyncio.ensure_future(self._exchange(scope, protocol, body))
        await asyncio.wait({gone, exchange}, return_when=asyncio.FIRST_COMPLETED)
        if exchange.done():
            gone.cancel()
        else:
            exchange.cancel()
        with suppress(asyncio.CancelledError):
            await exchange

    async def close(self) -> None:
        """Ends every connection to the web process."""
        if self._session:
            await self._session.close()

    async def _exchange(self, scope: Any, protocol: Any, body: bytes | Upload) -> None:
        network = network_of(visitor_of(scope))
        async with AsyncExitStack() as turn:
            if not isinstance(body, Upload):  # those are few (app.py), and take as long as they take
                is_stranger = not negotiation.has_session("; ".join(scope.headers.get_all("cookie")))
                await turn.enter_async_context(self._turns.turn(network, is_stranger=is_stranger))
            async with self._asked(scope, body) as response:
                headers = list(_kept(response.raw_headers))
                if scope.method == "HEAD" or response.status in (204, 304):
                    protocol.response_empty(response.status, headers)
                    return
                first = await _read_at_most(response, WHOLE)
                if response.content.at_eof():
                    protocol.response_bytes(response.status, headers, first)
                    return
                await turn.aclose()  # so that whoever reads slowly holds up nobody of their network
                await self._stream(protocol, network, response, headers, first)

    @asynccontextmanager
    async def _asked(self, scope: Any, body: bytes | Upload) -> AsyncIterator[aiohttp.ClientResponse]:
        import aiohttp
        from yarl import URL

        path = quote(scope.path, safe=_UNRESERVED) + (f"?{scope.query_string}" if scope.query_string else "")
        url = URL(f"http://web{path}", encoded=True)
        headers = _sent_on(scope)
        if isinstance(body, Upload):
            headers.append(("Content-Length", str(body.declared)))
        data = body.parts() if isinstance(body, Upload) else body or None
        while True:
            try:
                async with self._open().request(
                    scope.method, url, headers=headers, data=data, allow_redirects=False
                ) as response:
                    yield response
                    return
            except aiohttp.ClientConnectorError as failure:
                if isinstance(body, Upload) or time.monotonic() - self._began > _STARTING_SECONDS:
                    raise WebIsNotThere from failure
                await asyncio.sleep(0.05)
            except (aiohttp.ClientError, TimeoutError) as failure:
                raise WebIsNotThere from failure

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            import aiohttp

            self._session = aiohttp.ClientSession(
                connector=aiohttp.UnixConnector(self._socket, limit=256, keepalive_timeout=4),
                timeout=aiohttp.ClientTimeout(total=None, sock_read=_ANSWER_SECONDS),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding", "Content-Type"),
            )
        return self._session

    async def _stream(
        self, protocol: Any, network: str, response: aiohttp.ClientResponse, headers: Headers, first: bytes
    ) -> None:
        """Sends a large answer as fast as the visitor reads, and no faster.

        The server reads it from a named pipe: unlike its own streams, a pipe that is full makes us wait.
        """
        async with AsyncExitStack() as place:
            async with asyncio.timeout(_STREAM_SECONDS):
                await place.enter_async_context(self._streams_of.share(network))
                await place.enter_async_context(self._streams)
            await self._pour_all(protocol, response, headers, first)

    async def _pour_all(self, protocol: Any, response: aiohttp.ClientResponse, headers: Headers, first: bytes) -> None:
        try:
            with tempfile.TemporaryDirectory(prefix="snowdrop-", ignore_cleanup_errors=True) as folder:
                pipe = os.path.join(folder, "answer")
                os.mkfifo(pipe, 0o600)
                protocol.response_file(response.status, headers, pipe)
                writer = await _writer_to(pipe)
            try:
                await _pour(writer, first)
                async for piece in response.content.iter_chunked(_PIECE):
                    await _pour(writer, piece)
            finally:
                writer.close()
        except (BrokenPipeError, ConnectionResetError, TimeoutError):
            response.close()


async def _writer_to(pipe: str) -> asyncio.StreamWriter:
    """The writing end of the pipe, once the server has opened the other."""
    loop, patience = asyncio.get_running_loop(), time.monotonic() + _STREAM_SECONDS
    while True:
        try:
            end = os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
            break
        except OSError as failure:
            if failure.errno != errno.ENXIO or time.monotonic() > patience:
                raise BrokenPipeError from failure
        await asyncio.sleep(0.001)
    transport, protocol = await loop.connect_write_pipe(asyncio.streams.FlowControlMixin, os.fdopen(end, "wb", 0))
    transport.set_write_buffer_limits(_PIECE)
    return asyncio.StreamWriter(transport, protocol, None, loop)


async def _pour(writer: asyncio.StreamWriter, piece: bytes) -> None:
    writer.write(piece)
    async with asyncio.timeout(_READER_SECONDS):
        await writer.drain()


async def _read_at_most(response: aiohttp.ClientResponse, most: int) -> bytes:
    parts, size = [], 0
    async for part in response.content.iter_any():
        parts.append(part)
        size += len(part)
        if size >= most:
            break
    return b"".join(parts)


def _sent_on(scope: Any) -> Headers:
    """What the web process is told: all that the visitor said, but who they are and how they came, only by us.

    A name with an underscore would be taken for one with a hyphen.
    """
    given = [(name.lower(), value) for name, value in scope.headers.items()]
    named = {name.strip() for key, value in given if key == "connection" for name in value.lower().split(",")}
    left_out = _HOP_BY_HOP | _OURS_TO_SAY | named
    headers = [
        (name, value)
        for name, value in given
        if name not in left_out and "_" not in name and not name.startswith("x-forwarded-") and name != "cookie"
    ]
    cookies = [value for name, value in given if name == "cookie"]
    if cookies:
        headers.append(("cookie", "; ".join(cookies)))
    headers.append(("x-forwarded-for", visitor_of(scope)))
    headers.append(("x-forwarded-proto", "https" if settings.SNOWDROP.secure else "http"))
    return headers


def visitor_of(scope: Any) -> str:
    """Who asks: whoever is connected, or whom the operator's own servers in front saw; nobody else is believed."""
    connected = scope.client.rpartition(":")[0]
    if not settings.SNOWDROP.proxies:
        return connected
    told = ",".join(scope.headers.get_all("x-forwarded-for")).split(",")
    seen = [address.strip() for address in told if address.strip()] + [connected]
    return seen[-1 - min(settings.SNOWDROP.proxies, len(seen) - 1)]


def _kept(raw: Iterable[tuple[bytes, bytes]]) -> Iterator[tuple[str, str]]:
    for name, value in raw:
        known = name.decode("latin-1").lower()
        if known not in _HOP_BY_HOP and known not in _SAID_BY_SERVER:
            yield known, value.decode("latin-1")
