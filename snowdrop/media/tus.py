"""What tus says in headers: the protocol of resumable uploads, version 1.0.0, with creation, expiration, termination.

Words and numbers, and what is answered about one file; the files themselves are the matter of `arriving`.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, UnreadablePostError
from django.utils.functional import Promise
from django.utils.http import http_date
from django.utils.translation import gettext_lazy as _

from snowdrop.media.arrival import Arrival
from snowdrop.media.arriving import OtherOffset, TooManyArrivals, let_go
from snowdrop.media.purposes import purpose_of
from snowdrop.media.refusals import MediaRefused, NoRoom, PictureTooLarge, RecordingTooLarge

VERSION: Final = "1.0.0"
EXTENSIONS: Final = "creation,creation-with-upload,expiration,termination"
METHODS: Final = ["OPTIONS", "HEAD", "PATCH", "DELETE", "GET"]
"""By which the address of one file is asked."""
PART: Final = "application/offset+octet-stream"
_LONGEST_METADATA: Final = 8000
_NOT_UNDERSTOOD: Final = _("This could not be understood. Please open the page again and send it once more.")


class Refused(Exception):
    """What was asked does not keep to the protocol; `status` and a sentence say so."""

    def __init__(self, status: int, sentence: str | Promise = _NOT_UNDERSTOOD) -> None:
        super().__init__(status)
        self.status, self.sentence = status, sentence


_STATUS: Final[tuple[tuple[type[Exception], int], ...]] = (
    (OtherOffset, 409),
    (TooManyArrivals, 429),
    (NoRoom, 507),
    (PictureTooLarge, 413),
    (RecordingTooLarge, 413),
    (MediaRefused, 422),
)
"""The first that fits. The client answers 409 by asking where the file ends; the others end it, with a sentence."""

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Announcement:
    """A file that is to come: how many bytes, and what is said of it."""

    size: int
    metadata: dict[str, str]


def spoken(view: View) -> View:
    """Answers what a view refuses with a status of the protocol and {"problem": a sentence}."""

    @wraps(view)
    def answered(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        try:
            said = view(request, *args, **kwargs)
        except Refused as refused:
            said = _refusal(request, refused.status, refused.sentence)
        except tuple(kind for kind, _status in _STATUS) as failure:
            status = next(status for kind, status in _STATUS if isinstance(failure, kind))
            said = _refusal(request, status, getattr(failure, "sentence", _NOT_UNDERSTOOD))
        said.headers["Tus-Resumable"] = VERSION
        return said

    return answered


def answer(
    request: HttpRequest,
    arrival: Arrival,
    *,
    send_part: Callable[..., None],
    became: Callable[[], str],
    now: datetime,
) -> HttpResponse:
    """One file: how much is here (HEAD), a part of it (PATCH), it is not wanted (DELETE), what became of it (GET).

    `send_part` is the room's own act, given `offset`, `part` and `now`; `became` gives the address of what the file
    has become. Raises Refused, and what `send_part` raises.
    """
    sort = purpose_of(arrival.purpose).sort
    if request.method == "OPTIONS":
        return abilities(sort.most_bytes)
    if request.method == "GET":
        if arrival.became:
            return JsonResponse({"address": became()})
        return JsonResponse({"problem": str(sort.refusal(arrival.refusal).sentence)} if arrival.refusal else {})
    if request.method == "PATCH":
        send_part(offset=read_offset(request, arrival), part=request, now=now)
        return arrived(arrival)
    check_version(request)
    if request.method == "HEAD":
        return how_far(arrival)
    let_go(arrival, now)
    return HttpResponse(status=204)


def check_version(request: HttpRequest) -> None:
    """Raises Refused (412) for another version of the protocol."""
    if request.headers.get("Tus-Resumable") != VERSION:
        raise Refused(412)


def read_announcement(request: HttpRequest) -> Announcement:
    """What a POST says of a file that is to come. Raises Refused."""
    check_version(request)
    size = _number(request, "Upload-Length")
    if not size:
        raise Refused(400, _("This file is empty."))
    return Announcement(size, _metadata(request.headers.get("Upload-Metadata", "")))


def brings_a_part(request: HttpRequest) -> bool:
    """Whether the request has bytes of the file in its body."""
    return request.content_type == PART


def read_offset(request: HttpRequest, arrival: Arrival) -> int:
    """Where the part that a PATCH brings begins. Raises Refused: 415, 400, or 413 if it goes beyond the end."""
    check_version(request)
    if not brings_a_part(request):
        raise Refused(415)
    offset = _number(request, "Upload-Offset")
    if offset + int(request.headers.get("Content-Length") or 0) > arrival.size:
        raise Refused(413)
    return offset


def abilities(most_bytes: int) -> HttpResponse:
    """What this server can do: the answer to OPTIONS."""
    said = {"Tus-Version": VERSION, "Tus-Extension": EXTENSIONS, "Tus-Max-Size": str(most_bytes)}
    return HttpResponse(status=204, headers=said)


def begun(arrival: Arrival, address: str) -> HttpResponse:
    """The answer to a file that was announced: where its parts go."""
    return HttpResponse(status=201, headers={"Location": address, **_how_far(arrival)})


def arrived(arrival: Arrival) -> HttpResponse:
    """The answer to a part: how much is safely here."""
    return HttpResponse(status=204, headers=_how_far(arrival))


def how_far(arrival: Arrival) -> HttpResponse:
    """The answer to HEAD: how much is safely here, of how much."""
    return HttpResponse(headers={"Upload-Length": str(arrival.size), **_how_far(arrival)})


def _how_far(arrival: Arrival) -> dict[str, str]:
    return {"Upload-Offset": str(arrival.offset), "Upload-Expires": http_date(arrival.expires_at.timestamp())}


def _number(request: HttpRequest, name: str) -> int:
    said = request.headers.get(name, "")
    if not (said.isascii() and said.isdigit() and len(said) < 16):
        raise Refused(400)
    return int(said)


def _metadata(said: str) -> dict[str, str]:
    """Pairs of a key and a value in base64, parted by commas. Raises Refused."""
    if len(said) > _LONGEST_METADATA:
        raise Refused(400)
    pairs = [pair.split() for pair in said.split(",") if pair.strip()]
    try:
        return {key: base64.b64decode("".join(value), validate=True).decode() for key, *value in pairs}
    except (binascii.Error, UnicodeDecodeError):
        raise Refused(400) from None


def _refusal(request: HttpRequest, status: int, sentence: str | Promise) -> JsonResponse:
    """Reads what still comes first: a browser shows an answer only when it could send everything."""
    with suppress(UnreadablePostError):
        while request.read(64 * 1024):
            pass
    return JsonResponse({"problem": str(sentence)}, status=status)
