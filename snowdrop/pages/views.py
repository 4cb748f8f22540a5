"""The small pages: the first one, what Snowdrop is, help now, leaving, the light, and what is said after a failure."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from snowdrop.ground.context import SCHEMES
from snowdrop.memorials.doors import headers_for, visible_memorial
from snowdrop.pages import queries
from snowdrop.pages.memorial_page import memorial_page
from snowdrop.pages.source import packed_source

_YEAR = 60 * 60 * 24 * 365


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The first page."""
    return render(request, "pages/home.html", {"page": queries.home()})


@login_not_required
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What Snowdrop is, what it promises and what it does not."""
    return render(request, "pages/about.html")


@login_not_required
@require_safe
def source(request: HttpRequest) -> HttpResponse:
    """The program as it runs here."""
    headers = {"Content-Disposition": 'attachment; filename="snowdrop-source.tar.gz"'}
    return HttpResponse(packed_source(), content_type="application/gzip", headers=headers)


@login_not_required
@require_safe
def help_now(request: HttpRequest) -> HttpResponse:
    """Where to find somebody to talk to."""
    return render(request, "pages/help.html", {"page": queries.help_now()})


@login_not_required
@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """Leaves for another site at once, without a script. It clears what the browser kept of pages, and says no more."""
    response = HttpResponseRedirect(settings.SNOWDROP.leave_to)
    response.headers["Clear-Site-Data"] = '"cache"'
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@csrf_exempt
@login_not_required
@require_POST
def choose_scheme(request: HttpRequest) -> HttpResponse:
    """Keeps the light that somebody chose, and goes back. It changes nothing else, so it asks for no token."""
    response = HttpResponseRedirect(_way_back(request))
    scheme = request.POST.get("scheme", "")
    if scheme in SCHEMES:
        response.set_cookie("scheme", scheme, max_age=_YEAR, samesite="Lax", secure=settings.SNOWDROP.secure)
    elif scheme == "device":
        response.delete_cookie("scheme", samesite="Lax")
    return response


def _way_back(request: HttpRequest) -> str:
    """An address of this server; any other is refused, and the first page takes its place."""
    asked = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if own else reverse("home")


@login_not_required
@require_safe
def memorial(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of a memorial, as whoever asks may see it."""
    memorial = visible_memorial(request.viewer, slug)
    page, headers = memorial_page(request.viewer, memorial), headers_for(request.viewer, memorial)
    return TemplateResponse(request, "pages/memorial.html", {"page": page}, headers=headers)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """What somebody sees whose form carried no token that holds: their words are still on the page before this one."""
    return HttpResponse(render_to_string("errors/403.html", request=request), status=403)


def could_not_read(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What somebody sees whose request could not be read; too much at once is said to be that."""
    too_much = isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent)
    status = 413 if too_much else 400
    return HttpResponse(render_to_string(f"errors/{status}.html"), status=status)
