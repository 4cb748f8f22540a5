"""What every template may read beside its page: the site, who is looking, and how it shall look to them."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from snowdrop.ground import leaving
from snowdrop.ground.discretion import is_discreet

SCHEMES = ("morning", "night")


def everywhere(request: HttpRequest) -> dict[str, object]:
    """`site` (the instance's settings), `viewer`, `scheme` ("morning", "night" or ""), `discreet`."""
    chosen = request.COOKIES.get("scheme", "")
    return {
        "site": settings.SNOWDROP,
        "viewer": getattr(request, "viewer", None),
        "scheme": chosen if chosen in SCHEMES else "",
        "discreet": is_discreet(request) or leaving.is_drawn(request),
    }
