"""Seeing one's own page with somebody else's eyes, as it is or as it would be. Only looked at; nothing is done here."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from snowdrop.audiences.table import Shown
from snowdrop.ground import clock
from snowdrop.memorials import queries
from snowdrop.memorials.doors import kept_memorial
from snowdrop.memorials.forms import PublicationForm
from snowdrop.memorials.models import Memorial
from snowdrop.pages.seeing import page_seen_as


@require_safe
def see_as(request: HttpRequest, slug: str) -> HttpResponse:
    """As whom the page can be seen."""
    memorial = kept_memorial(request.viewer, slug)
    page = queries.seeing_room(request.viewer, memorial, _if_shown(request, memorial))
    return render(request, "pages/see_as.html", {"page": page})


@require_safe
def seen_as(request: HttpRequest, slug: str, somebody: str) -> HttpResponse:
    """The page as a stranger sees it, or somebody who has signed in, or who holds a private link."""
    memorial = kept_memorial(request.viewer, slug)
    return _seen(request, memorial, queries.eyes_of(memorial, somebody))


@require_safe
def seen_as_person(request: HttpRequest, slug: str, person_id: UUID) -> HttpResponse:
    """The page as somebody sees it whom the family has let in, and who does not keep it."""
    memorial = kept_memorial(request.viewer, slug)
    return _seen(request, memorial, queries.eyes_of_person(memorial, person_id))


def _seen(request: HttpRequest, memorial: Memorial, eyes: queries.Eyes) -> HttpResponse:
    seen = page_seen_as(request.viewer, memorial, eyes, _if_shown(request, memorial), now=clock.now())
    return render(request, "pages/seen_as.html", {"seen": seen, "page": seen.page})


def _if_shown(request: HttpRequest, memorial: Memorial) -> Shown | None:
    """To whom somebody thinks of opening the page; nothing where that is not a choice that could be made."""
    form = PublicationForm(request.GET, memorial)
    return form.shown() if "to" in request.GET and form.is_valid() else None
