"""The door for guests: no account, no cookie, no token; no form from another site, and none without end."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from snowdrop.comfort.intake import comes_from_elsewhere
from snowdrop.comfort.vocabulary import MOST_BYTES

View = Callable[..., HttpResponse]


def open_door(view: View) -> View:
    """Lets guests in. What they send is refused when another site's page sent it, or when it is over MOST_BYTES."""

    @wraps(view)
    def opened(request: HttpRequest, **names: str) -> HttpResponse:
        if request.method == "POST":
            if comes_from_elsewhere(
                fetch_site=request.headers.get("Sec-Fetch-Site", ""),
                origin=request.headers.get("Origin", ""),
                own={f"{request.scheme}://{request.get_host()}", settings.SNOWDROP.address.rstrip("/")},
            ):
                raise PermissionDenied
            if _bytes_of(request) > MOST_BYTES:
                return render(request, "comfort/too_long.html", status=413)
        return view(request, **names)

    return login_not_required(csrf_exempt(opened))


def _bytes_of(request: HttpRequest) -> int:
    said = request.headers.get("Content-Length", "")
    return int(said) if said.isascii() and said.isdigit() else 0


def fields_of(request: HttpRequest) -> list[tuple[str, str]]:
    """Every field of the form as often as it is there, files among them, as intake reads them."""
    texts = [(name, value) for name, values in request.POST.lists() for value in values]
    return texts + [(name, "") for name in request.FILES]
