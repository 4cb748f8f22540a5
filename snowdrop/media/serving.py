"""Answers a request with the bytes of something kept, whole or a range of it; whoever calls has checked the rights."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.http import parse_etags

from snowdrop.media.store import Reader

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


def serve(
    request: HttpRequest, reader: Reader, *, mime: str, etag: str, headers: Mapping[str, str] | None = None
) -> HttpResponseBase:
    """The bytes of `reader` (RFC 9110): 200, 206 for one range, 304 for a known `etag`, 416 for a range beyond the end.

    For GET and HEAD. Several ranges at once are answered with the whole, as the standard allows. `etag` is written
    without quotes and must change when the bytes do. `headers` add to the safe ones or replace them. Closes the reader.
    """
    whole = _Span(0, reader.size)
    quoted = f'"{etag}"'
    if _is_known(request, quoted):
        answer: HttpResponseBase = HttpResponse(status=304)
    elif (span := _wanted(request, whole, quoted)) is None:
        answer = HttpResponse(status=416, headers={"Content-Range": f"bytes */{whole.stop}"})
    else:
        return _dressed(_answer(request, reader, span, whole), mime, quoted, headers)
    reader.close()
    return _dressed(answer, mime, quoted, headers)


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    stop: int


class _Pieces:
    """Reads while the answer is being sent, and lets go of the file afterwards, or when nobody listens any more."""

    def __init__(self, reader: Reader, span: _Span) -> None:
        self._reader = reader
        self._pieces = reader.read_range(span.start, span.stop)

    def __iter__(self) -> Iterator[bytes]:
        return self._pieces

    def close(self) -> None:
        self._reader.close()


def _answer(request: HttpRequest, reader: Reader, span: _Span, whole: _Span) -> HttpResponseBase:
    answer: HttpResponseBase
    if request.method == "HEAD":
        reader.close()
        answer = HttpResponse()
    else:
        answer = StreamingHttpResponse(_Pieces(reader, span))
    if span != whole:
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


def _wanted(request: HttpRequest, whole: _Span, etag: str) -> _Span | None:
    """The range that is asked for, or the whole; None when the range begins beyond the end.

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
    return _Span(int(first), min(int(last) + 1, whole.stop) if last else whole.stop)


def _last_bytes(count: str, whole: _Span) -> _Span | None:
    if not count:
        return whole
    return _Span(max(0, whole.stop - int(count)), whole.stop) if int(count) and whole.stop else None
