"""Doors to what lies behind a warning: opening it on purpose, and the desk of those who moderate this server."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from snowdrop.comfort import actions, guarded_pages, queries
from snowdrop.comfort.forms_of_guarding import SealingForm
from snowdrop.comfort.models import Comfort
from snowdrop.ground import clock
from snowdrop.ground.done import say_done
from snowdrop.memorials.answering import sent
from snowdrop.memorials.doors import read_first_memorial
from snowdrop.safeguarding.rules import is_moderator


@require_POST
def open_behind_warning(request: HttpRequest, slug: str, handle: str) -> HttpResponse:
    """The deliberate step: from now on the piece is with this reader, its words under the veil."""
    memorial = read_first_memorial(request.viewer, slug)
    comfort = queries.on_desk(request.viewer, memorial, handle)
    try:
        actions.open_behind_warning(request.viewer, comfort, now=clock.now())
    except actions.AlreadyMoved:
        say_done(request, _("This one has gone on since, so it stays where it is."))
    except actions.WithAnother:
        say_done(request, _("Somebody else is reading this one just now. Nothing was changed."))
        return redirect("reading", slug)
    return redirect("decide", slug, handle)


@require_safe
def moderating(request: HttpRequest) -> HttpResponse:
    """What lies behind a warning on this server, one thing at a time, its label and the reasons first."""
    if not is_moderator(request.viewer):
        raise Http404
    comfort = actions.take_next_to_moderate(request.viewer, now=clock.now())
    return _show(request, comfort, SealingForm())


@require_POST
def give_to_desk(request: HttpRequest, handle: str) -> HttpResponse:
    """It goes to those who read first for the family, its label first as always."""
    return _decide(request, handle, None)


@require_http_methods(["GET", "HEAD", "POST"])
def keep_sealed(request: HttpRequest, handle: str) -> HttpResponse:
    """It is kept away, and the reason is kept with it."""
    comfort = Comfort.objects.guarded_for_moderators(request.viewer).with_handle(handle)
    form = SealingForm(sent(request))
    return _decide(request, handle, form) if form.is_valid() else _show(request, comfort, form)


def _decide(request: HttpRequest, handle: str, form: SealingForm | None) -> HttpResponse:
    comfort = Comfort.objects.guarded_for_moderators(request.viewer).with_handle(handle)
    try:
        if form:
            actions.keep_sealed(request.viewer, comfort, form.cleaned_data["because"], now=clock.now())
            say_done(request, _("It is kept away, and the family is not told."))
        else:
            actions.give_to_desk(request.viewer, comfort, now=clock.now())
            say_done(request, _("It is on the desk of those who read first for the family."))
    except (actions.AlreadyMoved, actions.WithAnother, actions.BehindWarning):
        say_done(request, _("Somebody else has it by now, or it was changed. Nothing was done."))
    return redirect("moderating")


def _show(request: HttpRequest, comfort: Comfort | None, form: SealingForm) -> HttpResponse:
    page = guarded_pages.moderating_page(comfort)
    return render(request, "comfort/moderating.html", {"page": page, "form": form})
