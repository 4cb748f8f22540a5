"""Whether search engines find the page: asked once in words, taken back with one press."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from snowdrop.ground import clock
from snowdrop.ground.refusals import require
from snowdrop.memorials import actions, asking, rules
from snowdrop.memorials.answering import ask_once, done
from snowdrop.memorials.doors import kept_memorial


def be_found(request: HttpRequest, slug: str) -> HttpResponse:
    """Asks once, then lets search engines find the page. There only while everybody may open it."""
    memorial = kept_memorial(request.viewer, slug)
    require(rules.is_open_to_everybody(memorial))
    if request.method != "POST":
        return ask_once(request, asking.before_being_found(memorial))
    actions.let_be_found(request.viewer, memorial, now=clock.now())
    words = _("Search engines may find the page from now on. Most of them take some days.")
    return done(request, words, "publication", slug)


@require_POST
def be_found_no_more(request: HttpRequest, slug: str) -> HttpResponse:
    """Asks search engines again to leave the page out."""
    memorial = kept_memorial(request.viewer, slug)
    actions.be_found_no_more(request.viewer, memorial, now=clock.now())
    words = _("Search engines are asked to leave the page out again. Most of them take some days.")
    return done(request, words, "publication", slug)
