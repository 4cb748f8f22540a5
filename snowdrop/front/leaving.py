"""While the server leaves, each answer says that it is the last of its connection (RFC 9112, 9.6).

A client then opens another, which waits for the successor; without this the end could cut it between two requests.
"""

from __future__ import annotations

from typing import Any, Final

_LAST: Final = ("connection", "close")

Headers = list[tuple[str, str]]


class Leaving:
    """What the server gives for one request, with that word in every answer."""

    def __init__(self, protocol: Any) -> None:
        self._protocol = protocol

    def response_empty(self, status: int, headers: Headers) -> None:
        """An answer without a body."""
        self._protocol.response_empty(status, [*headers, _LAST])

    def response_bytes(self, status: int, headers: Headers, body: bytes) -> None:
        """An answer with one."""
        self._protocol.response_bytes(status, [*headers, _LAST], body)

    def response_file(self, status: int, headers: Headers, file: str) -> None:
        """An answer that is read from a file."""
        self._protocol.response_file(status, [*headers, _LAST], file)

    async def __call__(self) -> bytes:
        """The body of what was asked."""
        return bytes(await self._protocol())

    def __aiter__(self) -> Any:
        """Its parts, as they come."""
        return aiter(self._protocol)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._protocol, name)
