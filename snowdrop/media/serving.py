"""Answers a request with the bytes of something kept, whole or a range of it; whoever calls has checked the rights."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO, Final, Protocol

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.http import parse_etags

MOST_OF_AN_OPEN_RANGE: Final = 4 * 1024 * 1024
"""A player that asks for "the rest" is answered with so much, and asks again: its rights are looked at each time."""
ASKED_EVERY: Final = 256 * 1024
"""After so many bytes it is asked anew whether they may still go out."""

_ONE_RANGE: Final = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.IGNORECASE)

_ALWAYS: Final = {
    "Accept-Ranges": "bytes",
    "Cache-Control": "private, no-store",
    "Content-Disposition": "inline",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
"""Whatever the bytes are: no cache keeps them, no script in them runs, no other site embeds them (trust.md A3, C7)."""


class Servable(Protocol):
    """Bytes that can be read from any place."""

    @property
    def size(self) -> int: ...

    def read_range(self, start: int, stop: int) -> Iterator[bytes]: ...

    def open(self) -> BinaryIO: ...

    def close(self) -> None: ...


class DoorShut(Exception):
    """Whoever was listening may do so no longer. Raised while bytes are being sent, so that the connection is cut."""


def serve(
    request: HttpRequest,
    reader: Servable,
    *,
    mime: str,
    etag: str,
    headers: Mapping[str, str] | None = None,
    still_allowed: Callable[[], bool] | None = None,
) -> HttpResponseBase:
    """The bytes of `reader` (RFC 9110): 200, 206 for one range, 304 for a known `etag`, 416 for a range beyond the end.

    For GET and HEAD. Several ranges at once are answered with the whole, as the standard allows. `etag` is written
    without quotes and must change when the bytes do. `headers` add to the safe ones or replace them. Closes the reader.

    Where `still_allowed` is given it is asked again while the bytes go out, and an open range is answered with a part
    of it: once it says no, the connection is cut (trust.md T03, T05).
    """
    whole, quoted = _Span(0, reader.size), f'"{etag}"'
    most = MOST_OF_AN_OPEN_RANGE if still_allowed else whole.stop
    if _is_known(request, quoted):
        answer: HttpResponseBase = HttpResponse(status=304)
    elif (span := _wanted(request, whole, quoted, most)) is None:
        answer = HttpResponse(status=416, headers={"Content-Range": f"bytes */{whole.stop}"})
    else:
        return _dressed(_answer(request, _Pieces(reader, span, still_allowed), span, whole), mime, quoted, headers)
    reader.close()
    return _dressed(answer, mime, quoted, headers)


@dataclass(frozen=True, slots=True)
class _Span:
    """From where to before where, and whether it is a part that was asked for."""

    start: int
    stop: int
    is_part: bool = False


class _Pieces:
    """Reads while the answer is being sent, and lets go of the file afterwards, or when nobody listens any more."""

    def __init__(self, reader: Servable, span: _Span, still_allowed: Callable[[], bool] | None) -> None:
        self._reader, self._span, self._still_allowed = reader, span, still_allowed

    def __iter__(self) -> Iterator[bytes]:
        start, stop = self._span.start, self._span.stop
        if self._still_allowed is None:
            yield from self._reader.read_range(start, stop)
            return
        for place in range(start, stop, ASKED_EVERY):
            if not self._still_allowed():
                raise DoorShut
            yield from self._reader.read_range(place, min(place + ASKED_EVERY, stop))

    def close(self) -> None:
        self._reader.close()


def _answer(request: HttpRequest, pieces: _Pieces, span: _Span, whole: _Span) -> HttpResponseBase:
    answer: HttpResponseBase
    if request.method == "HEAD":
        pieces.close()
        answer = HttpResponse()
    else:
        answer = StreamingHttpResponse(pieces)
    if span.is_part:
        answer.status_code = 206
        answer["Content-Range"] = f"bytes {span.start}-{span.stop - 1}/{whole.stop}"
    answer["Content-Length"] = str(span.stop - span.start)
    return answer


def _dressed(answer: HttpResponseBase, mime: str, etag: str, headers: Mapping[str, str] | None) -> HttpResponseBase:
    for name, value in {**_ALWAYS, "Content-Type": mime, "ETag": etag, **(headers or {})}.items():
        answer[name] = value
    return answer


def _is_known(request: HttpRequest, etag: str) -> bool:
    """Weak comparison, as If-None-Match asks for (RFC 9110, 13.1.2)."""
    known = [tag.removeprefix("W/") for tag in parse_etags(request.headers.get("If-None-Match", ""))]
    return etag in known or "*" in known


def _wanted(request: HttpRequest, whole: _Span, etag: str, most: int) -> _Span | None:
    """The range that is asked for, or the whole; None when it begins beyond the end. Of an open one, `most` bytes.

    A range that cannot be understood is as if nobody had asked (RFC 9110, 14.2), and so is one for other bytes than
    these (If-Range, 13.1.5).
    """
    asked = _ONE_RANGE.fullmatch(request.headers.get("Range", "").strip())
    if not asked or request.method != "GET" or request.headers.get("If-Range", etag) != etag:
        return whole
    first, last = asked.groups()
    if not first:
        return _last_bytes(last, whole)
    if last and int(last) < int(first):
        return whole
    if int(first) >= whole.stop:
        return None
    return _Span(int(first), min(int(last) + 1 if last else int(first) + most, whole.stop), is_part=True)


def _last_bytes(count: str, whole: _Span) -> _Span | None:
    if not count:
        return whole
    return _Span(max(0, whole.stop - int(count)), whole.stop, is_part=True) if int(count) and whole.stop else None
