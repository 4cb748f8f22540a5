"""What stays behind when somebody has left in haste: a curtain over every page, until somebody opens it.

Leaving signs out, but what is open to everybody, or to whoever holds a private link, would still be shown by Back. The
curtain shows nothing of it (trust.md T13). It keeps nobody out, and no page says that it does.
"""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.urls import reverse

from snowdrop.ground.middleware import Answering

COOKIE: Final = "left"
"""Read by a script too, which hides a page that comes back from the browser's memory."""


class CurtainMiddleware:
    """Answers any page with the curtain while this browser carries the mark of having left. It asks no database."""

    def __init__(self, get_response: Answering) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        looks = request.method in ("GET", "HEAD")
        if is_drawn(request) and looks and request.path != reverse("leave"):
            return HttpResponse(render_to_string("curtain.html", request=request))
        return self.get_response(request)


def is_drawn(request: HttpRequest) -> bool:
    """Whether somebody has left in this browser, and nobody has opened the curtain since."""
    return bool(request.COOKIES.get(COOKIE))


def draw_curtain(response: HttpResponseBase) -> None:
    """Draws the curtain over every page in this browser, until it is closed or the curtain is opened."""
    response.set_cookie(COOKIE, "1", samesite="Lax", secure=settings.SNOWDROP.secure)


def open_curtain(response: HttpResponseBase) -> None:
    """Shows the pages of this browser again."""
    response.delete_cookie(COOKIE, samesite="Lax")
