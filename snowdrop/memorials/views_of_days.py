"""The day on which the page is opened: choosing it, letting go of it, opening the page now instead; and undoing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from snowdrop.ground import clock
from snowdrop.memorials import actions, queries
from snowdrop.memorials.answering import ask_once, done, sent
from snowdrop.memorials.asking_of_days import before_planning_page
from snowdrop.memorials.choices import audiences
from snowdrop.memorials.doors import kept_memorial
from snowdrop.memorials.forms_of_days import DayForm
from snowdrop.memorials.models import Memorial


def page_day(request: HttpRequest, slug: str) -> HttpResponse:
    """The day from which more people may open the page; asked once more, with who they are."""
    memorial = kept_memorial(request.viewer, slug)
    form = _form(request, memorial)
    if not form.is_valid():
        page = queries.page_day(request.viewer, memorial)
        return render(request, "memorials/page_day.html", {"page": page, "form": form})
    if not form.cleaned_data["sure"]:
        return ask_once(request, before_planning_page(memorial, form))
    actions.plan_publication(request.viewer, memorial, **form.chosen(), now=clock.now())
    return done(request, _("The day is chosen. Until then the page stays as it is."), "publication", slug)


@require_POST
def let_go_of_page_day(request: HttpRequest, slug: str) -> HttpResponse:
    """The page is not opened by itself."""
    memorial = kept_memorial(request.viewer, slug)
    actions.let_go_of_plan(request.viewer, memorial, memorial.id, now=clock.now())
    return done(request, _("The page stays as it is. Nothing happens by itself."), "publication", slug)


@require_POST
def open_page_now(request: HttpRequest, slug: str) -> HttpResponse:
    """Opens the page now, to those for whom it was planned."""
    memorial = kept_memorial(request.viewer, slug)
    actions.publish_what_was_planned(request.viewer, memorial, now=clock.now())
    return done(request, _("The page is open to them now."), "publication", slug)


@require_POST
def open_page_again(request: HttpRequest, slug: str) -> HttpResponse:
    """Opens a page that was made private to the same people again."""
    memorial = kept_memorial(request.viewer, slug)
    actions.open_again(request.viewer, memorial, now=clock.now())
    return done(request, _("The page is open as it was."), "publication", slug)


def _form(request: HttpRequest, memorial: Memorial) -> DayForm:
    return DayForm(
        sent(request),
        memorial,
        choices=audiences(alone=queries.is_kept_by_one(memorial)),
        stands=queries.page_shown(memorial),
        plan=queries.plan_of(memorial.id),
        zone=queries.time_zone_of(request.viewer),
        now=clock.now(),
    )
