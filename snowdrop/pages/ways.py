"""Where a form of the small pages leads back to: an address of this server, whatever was asked for."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


def way_back(request: HttpRequest) -> str:
    """The address in the field `next`, if it is one of this server; any other is refused for the first page."""
    asked = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if own else reverse("home")
