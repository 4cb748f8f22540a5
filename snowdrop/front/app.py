"""The front door: the one process that listens to people (docs/decisions/0001)."""

from __future__ import annotations

import asyncio
import gzip
import re
import time
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final
from urllib.parse import parse_qsl

import brotli
from django.conf import settings
from granian.rsgi import ProtocolClosed

from snowdrop.comfort.actions import Receipt
from snowdrop.comfort.intake import NeedsAttention, comes_from_elsewhere, needs_notes, new_once, read_fields
from snowdrop.comfort.vocabulary import MOST_BYTES
from snowdrop.front import negotiation
from snowdrop.front.bodies import Bodies, TooLarge, TooSlow, Upload, declared_size, discard
from snowdrop.front.copies import Copies, Copy
from snowdrop.front.document import ONCE, PLAIN
from snowdrop.front.group_commit import Busy, Writer
from snowdrop.front.handing_on import Web, WebIsNotThere, visitor_of
from snowdrop.front.lateness import Lateness
from snowdrop.front.leaving import Leaving
from snowdrop.front.one_moment import ask_for_a_moment
from snowdrop.front.refusals import refuse
from snowdrop.front.siege import Guard
from snowdrop.front.static_files import StaticFiles
from snowdrop.front.turns import TooMany
from snowdrop.ground import published
from snowdrop.ground.machines import may_be_several
from snowdrop.ground.tally import Tally

READ_WHOLE: Final = 1024 * 1024
"""Bytes of a body that is read before it is handed on."""
LARGEST_UPLOAD: Final = 260 * 1024 * 1024
MOST_UPLOADS: Final = 4
"""Larger bodies that may come in at the same time."""
MOST_OF_ONE: Final = 2
"""Of them from one visitor: sending slowly from one place leaves room for others."""
MOST_LARGE: Final = 64
"""Bodies between MOST_BYTES and READ_WHOLE that are in memory at the same time."""
_OF_MEMORIAL: Final = re.compile(r"/m/([-a-zA-Z0-9_]+)/.*")
_READING: Final = ("GET", "HEAD")
_SENT_TO: Final = re.compile(r"/m/([-a-zA-Z0-9_]+)/send/")
_URLENCODED: Final = "application/x-www-form-urlencoded"
_FORM_LEVEL: Final = 1
"""A form is compressed for each visitor by itself: as cheaply as it goes."""

Pairs = list[tuple[str, str]]


class Front:
    """Answers from memory what everybody may see, keeps comfort, hands everything else on to `socket`.

    Once it is leaving, each answer is the last of its connection.
    """

    def __init__(self, socket: str, *, is_leaving: Callable[[], bool] = lambda: False) -> None:
        self._socket, self._is_leaving = socket, is_leaving
        self._static_url = settings.STATIC_URL  # asked with every request; each look into the settings costs
        self._tally = Tally("front")
        self._answered = self._tally.durations("answer")
        self._kept = self._tally.durations("keeping")
        self._static = StaticFiles()
        self._guard = Guard(settings.SNOWDROP.siege, self._tally)
        self._uploads: Counter[str] = Counter()
        self._large = 0

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        several = may_be_several()
        self._copies = Copies(loop, is_trusted=published.is_trusted) if several else Copies(loop)
        self._writer = Writer(loop, self._tally)
        self._bodies = Bodies(loop)
        self._web = Web(self._socket)
        self._tally.gauges |= {"late": Lateness(loop), "uploads": self._uploads.total}
        self._tally.start(settings.SNOWDROP.running)

    def __rsgi_del__(self, loop: asyncio.AbstractEventLoop) -> None:
        loop.run_until_complete(self._web.close())

    async def __rsgi__(self, scope: Any, protocol: Any) -> None:
        if self._is_leaving():
            protocol = Leaving(protocol)
        try:
            if scope.method not in _READING or not self._answer_at_once(scope, protocol):
                await self._answer(scope, protocol)
        except ProtocolClosed:  # by hand: with each answer, `suppress` costs as much as finding the page
            pass  # the visitor has gone, and nobody is left to be answered

    def _answer_at_once(self, scope: Any, protocol: Any) -> bool:
        """Answers from memory what everybody may read; False for anything else."""
        began = time.perf_counter()
        headers, path = scope.headers, scope.path
        if found := _OF_MEMORIAL.fullmatch(path):
            cookie = _cookie(headers)
            copy = self._copy_for(headers, cookie, found[1])
            answered = copy is not None and _answer_from_memory(scope, protocol, copy, headers, cookie)
        else:
            answered = path.startswith(self._static_url) and self._static.answer(path, scope.method, headers, protocol)
        if answered:
            self._answered.add(time.perf_counter() - began)
        return answered

    async def _answer(self, scope: Any, protocol: Any) -> None:
        """Keeps comfort, and hands everything else on."""
        cookie = _cookie(scope.headers)
        sent_to = _SENT_TO.fullmatch(scope.path) if scope.method == "POST" else None
        if sent_to and self._copy_for(scope.headers, cookie, sent_to[1]):
            await self._take_in(scope, protocol, sent_to[1])
            return
        self._tally.count("handed_on")
        await self._hand_on(scope, protocol, cookie)

    def _copy_for(self, headers: Any, cookie: str, slug: str) -> Copy | None:
        """The copy of a memorial for somebody who is not known here; None for anybody else."""
        if not negotiation.is_nobody_known(cookie):
            return None
        copy = self._copies.of(slug)
        return copy if copy and negotiation.is_our_host(headers.get("host", "")) else None

    async def _take_in(self, scope: Any, protocol: Any, slug: str) -> None:
        """Keeps what a guest sends; whatever is unusual is for the view at the same address."""
        headers = scope.headers
        if comes_from_elsewhere(
            fetch_site=headers.get("sec-fetch-site", ""),
            origin=headers.get("origin", ""),
            own=_own(headers.get("host", "")),
        ):
            self._refuse(protocol, 403)
            return
        try:
            body = await self._bodies.read_whole(protocol, declared_size(headers), MOST_BYTES)
        except TooLarge:
            await self._refuse_unread(protocol, 413)
            return
        except TooSlow:
            self._refuse(protocol, 408)
            return
        began = time.perf_counter()
        pairs = _pairs_of(headers, body)
        if self._asks_for_a_moment(scope, protocol, slug, pairs):
            return
        copy = self._copies.of(slug)  # asked once more: much may have changed while the body came
        try:
            once = await self._keep(pairs, copy) if copy else ""
        except Busy:
            self._refuse(protocol, 503)
            return
        if once:
            self._kept.add(time.perf_counter() - began)
            protocol.response_empty(303, [("location", f"/sent/{once}/"), *_AFTER_SENDING])
        else:
            await self._hand_body_on(scope, protocol, body)

    def _asks_for_a_moment(self, scope: Any, protocol: Any, slug: str, pairs: Pairs) -> bool:
        """Whether the page is under siege, and this form of those that have to wait (siege.py); then it is answered."""
        ticket = self._guard.asks(slug, visitor_of(scope), dict(pairs), now=time.time())
        if ticket:
            ask_for_a_moment(protocol, pairs, ticket)
        return ticket is not None

    async def _keep(self, pairs: Pairs, copy: Copy) -> str:
        """Keeps a form that is in order, and returns its token; "" for one that a person has to look at once more."""
        try:
            arrival = read_fields(pairs, copy.door)
        except (NeedsAttention, ValueError):
            return ""
        if needs_notes(arrival, copy.door):
            return ""
        try:
            receipt = await self._writer.keep(copy.door, arrival)
        except Busy:
            raise
        except Exception:  # wrong with this one alone, and written down: the view says what can be done
            return ""
        return "" if receipt is Receipt.OTHER_WORDS else arrival.once

    async def _hand_on(self, scope: Any, protocol: Any, cookie: str) -> None:
        declared = declared_size(scope.headers)
        if declared is not None and declared > READ_WHOLE and negotiation.has_session(cookie):
            await self._hand_upload_on(scope, protocol, declared)
            return
        is_large = declared is None or declared > MOST_BYTES
        if is_large and self._large >= MOST_LARGE:
            await self._refuse_unread(protocol, 503)
            return
        self._large += is_large
        try:
            body = await self._bodies.read_whole(protocol, declared, READ_WHOLE)
        except TooLarge:
            await self._refuse_unread(protocol, 413)
        except TooSlow:
            self._refuse(protocol, 408)
        else:
            sent = _SENT_TO.fullmatch(scope.path) if scope.method == "POST" else None
            if not sent or not self._asks_for_a_moment(scope, protocol, sent[1], _pairs_of(scope.headers, body)):
                await self._hand_body_on(scope, protocol, body)
        finally:
            self._large -= is_large

    async def _hand_body_on(self, scope: Any, protocol: Any, body: bytes | Upload) -> None:
        try:
            await self._web.hand_on(scope, protocol, body)
        except TooMany:
            self._refuse(protocol, 429)
        except WebIsNotThere:
            late = isinstance(body, Upload) and body.failure
            self._refuse(protocol, 408 if late else 503)

    async def _hand_upload_on(self, scope: Any, protocol: Any, declared: int) -> None:
        visitor = visitor_of(scope)
        if declared > LARGEST_UPLOAD:
            await self._refuse_unread(protocol, 413)
        elif self._uploads.total() >= MOST_UPLOADS or self._uploads[visitor] >= MOST_OF_ONE:
            await self._refuse_unread(protocol, 503)
        else:
            self._uploads[visitor] += 1
            try:
                await self._hand_body_on(scope, protocol, Upload(protocol, declared))
            finally:
                self._uploads -= Counter((visitor,))  # and forgets a visitor who sends no more

    async def _refuse_unread(self, protocol: Any, status: int) -> None:
        await discard(protocol)
        self._refuse(protocol, status)

    def _refuse(self, protocol: Any, status: int) -> None:
        self._tally.count(f"refused.{status}")
        refuse(protocol, status)


def _cookie(headers: Any) -> str:
    return "; ".join(headers.get_all("cookie"))  # a browser may send several (RFC 9113, 8.2.3)


def _pairs_of(headers: Any, body: bytes) -> Pairs:
    """The fields of a form as browsers send ours; none for anything else."""
    if headers.get("content-type", "").partition(";")[0].strip().lower() != _URLENCODED:
        return []
    try:
        return parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=40)
    except ValueError:
        return []


def _answer_from_memory(scope: Any, protocol: Any, copy: Copy, headers: Any, cookie: str) -> bool:
    """Answers a GET or HEAD from the copy; False for what it does not hold."""
    light = negotiation.chosen_light(cookie) if cookie else ""
    coding = negotiation.preferred_coding(headers.get("accept-encoding", ""))
    path = scope.path
    ready = copy.pages.get((path, light, coding)) or copy.pictures.get(path)
    if ready is None:
        return _answer_with_form(scope, protocol, copy, light, coding)
    if headers.get("range") and path in copy.pictures:
        return False
    asked = headers.get("if-none-match")
    if asked and negotiation.is_unchanged(asked, ready.etag):
        protocol.response_empty(304, ready.headers_unchanged)
    elif scope.method == "GET":
        protocol.response_bytes(200, ready.headers, ready.content)
    else:
        protocol.response_empty(200, [*ready.headers, ("content-length", str(len(ready.content)))])
    return True


def _answer_with_form(scope: Any, protocol: Any, copy: Copy, light: str, coding: str) -> bool:
    """A form with a token of this visitor's own. One that is asked for with wishes in its address is not kept."""
    form = copy.forms.get((scope.path, light))
    if form is None or scope.query_string:
        return False
    content, headers = form.content.replace(ONCE, new_once().encode(), 1), form.headers
    if coding != PLAIN:
        content, headers = _squeezed(content, coding), [*headers, ("content-encoding", coding)]
    if scope.method == "GET":
        protocol.response_bytes(200, headers, content)
    else:
        protocol.response_empty(200, [*headers, ("content-length", str(len(content)))])
    return True


def _squeezed(content: bytes, coding: str) -> bytes:
    if coding == "br":
        return brotli.compress(content, quality=_FORM_LEVEL)
    return gzip.compress(content, _FORM_LEVEL, mtime=0)


_AFTER_SENDING: Final = [("cache-control", "private, no-store"), ("x-robots-tag", "noindex, nofollow, noarchive")]


@lru_cache(maxsize=32)
def _own(host: str) -> frozenset[str]:
    scheme = "https" if settings.SNOWDROP.secure else "http"
    return frozenset((f"{scheme}://{host}", settings.SNOWDROP.address))
