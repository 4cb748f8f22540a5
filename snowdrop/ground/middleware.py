"""What every answer of the program has in common: refusals look absent, and nothing private is kept by a cache."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Callable

from django.core.exceptions import ObjectDoesNotExist
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string

from snowdrop.ground.objects import NoRoomLeft, StorageAway
from snowdrop.ground.refusals import NotAllowed

logger = logging.getLogger(__name__)

_ALWAYS = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()",
}
"""Unless a view says otherwise. Only what an audience of the table calls public may be kept (trust.md A3)."""

_RETRY_AFTER = "10"
"""Seconds after which a browser may ask again where something is away for the moment."""

_OF_MEMORIAL = re.compile(r"/m/([-a-zA-Z0-9_]{1,60})/")

Answering = Callable[[HttpRequest], HttpResponseBase]


class CareMiddleware:
    """Dresses every answer in the headers above, and answers a refusal as if there were nothing at the address."""

    def __init__(self, get_response: Answering) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        for name, value in _ALWAYS.items():
            response.headers.setdefault(name, value)
        return response

    def process_exception(self, request: HttpRequest, refusal: Exception) -> HttpResponse | None:
        """None and not-for-you: one status, one body (house law 1). What is kept but away is said to be."""
        if isinstance(refusal, NotAllowed | ObjectDoesNotExist | Http404):
            return nothing_here(request)
        if isinstance(refusal, StorageAway):
            logger.error("What is kept could not be reached: %s", refusal)
            return HttpResponse(render_to_string("errors/503.html", request=request), status=503)
        return None


def did_not_work(_request: HttpRequest) -> HttpResponse:
    """What somebody sees when the program fails; where only something that it stands on is away, that is said."""
    return resting() if is_away(sys.exc_info()[1]) else HttpResponse(render_to_string("errors/500.html"), status=500)


def is_away(failure: BaseException | None) -> bool:
    """Whether this came of a database that does not answer for the moment, or of a disk that is full.

    It may come before any view is asked, or after it: who is signed in stands in the database.
    """
    while failure is not None:
        if isinstance(failure, OperationalError | InterfaceError | NoRoomLeft):
            return True
        failure = failure.__cause__ or failure.__context__
    return False


def resting() -> HttpResponse:
    """What is said where something is away for the moment, by a page that needs nothing else."""
    return HttpResponse(render_to_string("errors/503.html"), status=503, headers={"Retry-After": _RETRY_AFTER})


def nothing_here(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page that says that there is nothing at this address.

    Below every address of a memorial, whether there is one or not, it offers to ask; it takes no other word from it.
    """
    found = _OF_MEMORIAL.match(request.path)
    asked_for = {"slug": found[1] if found else ""}
    return HttpResponse(render_to_string("errors/404.html", asked_for, request=request), status=404)
