"""The small pages: the first one, what Snowdrop is, help now, the light, and what is said after a failure."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from snowdrop.ground import clock
from snowdrop.ground.context import SCHEMES
from snowdrop.ground.cookies import keep_for_a_year, let_go_of
from snowdrop.ground.middleware import is_away, resting
from snowdrop.memorials.doors import headers_of_page, may_be_found, open_page_and_standing
from snowdrop.memorials.queries import is_anything_found
from snowdrop.pages import queries
from snowdrop.pages.memorial_page import memorial_page
from snowdrop.pages.source import packed_source
from snowdrop.pages.ways import way_back
from snowdrop.safeguarding.lines_shown import REMEMBERED
from snowdrop.safeguarding.support_lines import countries, suggested_country


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


@csrf_exempt
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def help_now(request: HttpRequest) -> HttpResponse:
    """Where to find somebody to talk to. A POST makes this browser remember a country, or forget it: nothing else."""
    if request.method == "POST":
        return _remember_country(request.POST.get("country", ""))
    page = queries.help_now(
        country=request.GET.get("country", ""),
        remembered=request.COOKIES.get(REMEMBERED, ""),
        suggested=suggested_country(request.headers.get("Accept-Language", "")),
        today=clock.now().date(),
    )
    return render(request, "pages/help.html", {"page": page})


def _remember_country(country: str) -> HttpResponse:
    response = HttpResponseRedirect(reverse("help"))
    if country in countries():
        keep_for_a_year(response, REMEMBERED, country)
    else:
        let_go_of(response, REMEMBERED)
    return response


@csrf_exempt
@login_not_required
@require_POST
def choose_scheme(request: HttpRequest) -> HttpResponse:
    """Keeps the light that somebody chose, and goes back. It changes nothing else, so it asks for no token."""
    response = HttpResponseRedirect(way_back(request))
    scheme = request.POST.get("scheme", "")
    if scheme in SCHEMES:
        keep_for_a_year(response, "scheme", scheme, scripts_read_it=True)
    elif scheme == "device":
        let_go_of(response, "scheme")
    return response


@login_not_required
@require_safe
def memorial(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of a memorial, as whoever asks may see it."""
    opened, standing = open_page_and_standing(request.viewer, slug)
    page = memorial_page(opened, standing, now=clock.now())
    context = {"page": page, "found": may_be_found(request.viewer, opened.memorial)}
    headers = headers_of_page(request.viewer, opened.memorial)
    return TemplateResponse(request, "pages/memorial.html", context, headers=headers)


@login_not_required
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Asks search engines to stay away. It names no address: if any family wants to be found, the shape of a page."""
    lines = ["User-agent: *", "Disallow: /", *(["Allow: /m/*/$"] if is_anything_found() else [])]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """What somebody sees whose form carried no token that holds: their words are still on the page before this one."""
    return HttpResponse(render_to_string("errors/403.html", request=request), status=403)


def could_not_read(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What somebody sees whose request could not be read; too much at once is said to be that."""
    if is_away(exception):  # a session that could not be kept is called a bad request
        return resting()
    too_much = isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent)
    status = 413 if too_much else 400
    return HttpResponse(render_to_string(f"errors/{status}.html"), status=status)
