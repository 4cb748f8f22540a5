"""What every template may read beside its page: the site, who is looking, and the light they chose."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

SCHEMES = ("morning", "night")


def everywhere(request: HttpRequest) -> dict[str, object]:
    """`site` (the instance's settings; `site_name` among them), `viewer`, `scheme` ("morning", "night" or "")."""
    chosen = request.COOKIES.get("scheme", "")
    return {
        "site": settings.SNOWDROP,
        "viewer": getattr(request, "viewer", None),
        "scheme": chosen if chosen in SCHEMES else "",
    }
