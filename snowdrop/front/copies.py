"""Copies of published documents in memory. Each time one is asked for, the file system says whether it still stands."""

from __future__ import annotations

import asyncio
import os
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from snowdrop.comfort.intake import Door
from snowdrop.front.document import PLAIN, Answer, Document, NotADocument, read_document
from snowdrop.front.edition import edition
from snowdrop.ground import published

MOST_BYTES: Final = 64 * 1024 * 1024
"""Bytes of documents in memory; those not asked for the longest make room."""
_NOT_IN_304: Final = frozenset({"content-type", "content-encoding", "content-language"})

Headers = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Ready:
    """One body, ready to be sent: its header fields, those of a 304, its validator and its bytes."""

    headers: Headers
    headers_unchanged: Headers
    etag: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Copy:
    """A document in memory: its file as it was when read, its door, and what it answers.

    Pages by address, light and coding; forms, which need a token first, by address and light; pictures by address.
    """

    file: tuple[int, int, int]
    size: int
    door: Door
    pages: dict[tuple[str, str, str], Ready]
    forms: dict[tuple[str, str], Ready]
    pictures: dict[str, Ready]


class Copies:
    """The copies of one front; used from its loop only.

    One look at the file is good for all requests that had come in before it, and for no other: what stood then stood
    while they were on their way. They are in the loop's queue already, and `_look_again` is put behind them.
    """

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        most_bytes: int = MOST_BYTES,
        *,
        is_trusted: Callable[[], bool] = lambda: True,
    ) -> None:
        """`is_trusted` says whether what stands here may be answered, where another machine may have made it old."""
        self._loop, self._is_trusted = loop, is_trusted
        self._seen: dict[str, Copy | None] = {}
        self._folder = os.fspath(published.path_of("x").parent) + os.sep
        self._copies: OrderedDict[str, Copy] = OrderedDict()
        self._most, self._bytes = most_bytes, 0

    def of(self, key: str) -> Copy | None:
        """The copy of a document that stands at this very moment; None if there is none."""
        if key not in self._seen:
            if not self._seen:
                self._loop.call_soon(self._look_again)
            self._seen[key] = self._look(key) if self._is_trusted() else None
        return self._seen[key]

    def _look_again(self) -> None:
        self._seen.clear()

    def _look(self, key: str) -> Copy | None:
        copy = self._copies.get(key)
        try:
            state = os.stat(f"{self._folder}{key}.doc")
        except OSError:
            if copy:
                self._forget(key)
            return None
        if copy and copy.file == (state.st_mtime_ns, state.st_ino, state.st_size):
            self._copies.move_to_end(key)
            return copy
        return self._read(key)

    def _read(self, key: str) -> Copy | None:
        self._forget(key)
        try:
            with open(f"{self._folder}{key}.doc", "rb") as file:
                state = os.fstat(file.fileno())
                document = read_document(file.read(), edition=edition())
        except (OSError, NotADocument):
            return None
        copy = _copy(document, state)
        self._copies[key] = copy
        self._bytes += copy.size
        while self._bytes > self._most and len(self._copies) > 1:
            self._forget(next(iter(self._copies)))
        return copy

    def _forget(self, key: str) -> None:
        copy = self._copies.pop(key, None)
        self._bytes -= copy.size if copy else 0


def _copy(document: Document, state: os.stat_result) -> Copy:
    pages, forms, pictures = {}, {}, {}
    for answer in document.answers:
        for body in answer.bodies:
            ready = _ready(answer, body.coding, body.etag, body.content)
            if answer.once:
                forms[answer.address, body.scheme] = ready
            elif len(answer.bodies) == 1:
                pictures[answer.address] = ready
            else:
                pages[answer.address, body.scheme, body.coding] = ready
    file = (state.st_mtime_ns, state.st_ino, state.st_size)
    return Copy(file, state.st_size, document.door, pages, forms, pictures)


def _ready(answer: Answer, coding: str, etag: str, content: bytes) -> Ready:
    headers = list(answer.headers)
    if etag:
        headers.append(("etag", etag))
    if coding != PLAIN:
        headers.append(("content-encoding", coding))
    unchanged = [(name, value) for name, value in headers if name not in _NOT_IN_304]
    return Ready(headers, unchanged, etag, content)
