"""Quiet: one switch, for one keeper or for all, and the way back."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from snowdrop.ground import clock
from snowdrop.ground.done import say_done
from snowdrop.memorials import actions, queries
from snowdrop.memorials.answering import ask, done, sent
from snowdrop.memorials.doors import kept_memorial
from snowdrop.memorials.forms_of_quiet import QuietForm


def quiet(request: HttpRequest, slug: str) -> HttpResponse:
    """Whether it is quiet; making it so, or changing until when and what people read."""
    memorial, now, zone = kept_memorial(request.viewer, slug), clock.now(), timezone.get_current_timezone_name()
    page = queries.quiet_room(request.viewer, memorial, now)
    form = QuietForm(sent(request), page, today=now.astimezone(ZoneInfo(zone)).date())
    if not form.is_valid():
        return ask(request, "memorials/quiet.html", form, page)
    one = actions.begin_quiet(request.viewer, memorial, zone=zone, now=now, **form.said())
    if page.is_quiet:
        return done(request, _("It is kept."), "quiet", slug)
    undo = f"{reverse('end_quiet', args=[slug])}?for={'all' if one.for_all else 'me'}"
    say_done(request, _("It is quiet now."), undo=undo)
    return redirect("quiet", slug)


@require_POST
def end_quiet(request: HttpRequest, slug: str) -> HttpResponse:
    """Comes back, alone or with all. Nothing is announced."""
    memorial = kept_memorial(request.viewer, slug)
    for_all = "all" in (request.POST.get("for"), request.GET.get("for"))
    actions.end_quiet(request.viewer, memorial, for_all=for_all, now=clock.now())
    return done(request, _("It is not quiet any more. Nothing was opened, and there is no hurry."), "quiet", slug)
