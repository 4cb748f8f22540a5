"""The doors of a member's own place in a group."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from snowdrop.ground import clock
from snowdrop.ground.done import say_done
from snowdrop.memorials.answering import ask_once, done, sent
from snowdrop.support_groups import actions
from snowdrop.support_groups.doors import desk_of, room_of
from snowdrop.support_groups.forms import LeaveForm
from snowdrop.support_groups.models import Persona
from snowdrop.support_groups.queries.room import own_page
from snowdrop.support_groups.queries.room import own_words as words_of
from snowdrop.support_groups.steps import Step, before_stopping


@require_safe
def own_place(request: HttpRequest, group: str) -> HttpResponse:
    """By what name one is here, what one wrote and where it stands, and the way out."""
    room, member = room_of(request.viewer, group)
    return render(request, "support_groups/own_place.html", {"page": own_page(request.viewer, room, member)})


@require_safe
def own_words(request: HttpRequest, group: str) -> HttpResponse:
    """All that one wrote here, as a file."""
    _room, member = room_of(request.viewer, group)
    headers = {"Content-Disposition": 'attachment; filename="words.txt"'}
    text = words_of(member, now=clock.now())
    return HttpResponse(text, content_type="text/plain; charset=utf-8", headers=headers)


@require_POST
def choose_pregnancy(request: HttpRequest, group: str) -> HttpResponse:
    """Asks to be shown what is about pregnancy, or not to be."""
    room, _member = room_of(request.viewer, group)
    shown = request.POST.get("shown") == "yes"
    actions.choose_pregnancy(request.viewer, room, shown=shown, now=clock.now())
    words = _("You see it from now on.") if shown else _("You do not see it any more.")
    return done(request, words, "own_place", group)


@require_POST
def mute(request: HttpRequest, group: str, persona_id: UUID) -> HttpResponse:
    """Does not see somebody any more."""
    room, _member = room_of(request.viewer, group)
    actions.mute(request.viewer, room, Persona.objects.get(pk=persona_id, group=room), now=clock.now())
    undo = reverse("unmute", args=[group, persona_id])
    say_done(request, _("You do not see what they write any more. Nobody learns of it."), undo=undo)
    return redirect("support_group", group)


@require_POST
def unmute(request: HttpRequest, group: str, persona_id: UUID) -> HttpResponse:
    """Sees somebody again."""
    room, _member = room_of(request.viewer, group)
    actions.unmute(request.viewer, room, Persona.objects.get(pk=persona_id, group=room), now=clock.now())
    return done(request, _("You see them again."), "own_place", group)


def leave_group(request: HttpRequest, group: str) -> HttpResponse:
    """Leaves, once it is clear what becomes of one's words."""
    room, _member = room_of(request.viewer, group)
    form = LeaveForm(sent(request))
    if form.is_valid():
        try:
            keeps = form.cleaned_data["words_stay"]
            actions.leave_group(request.viewer, room, keeps_words=keeps, now=clock.now())
        except actions.LastFacilitators:
            form.add_error(None, _last())
        else:
            return done(request, _("You have left. Nobody is told."), "support_groups")
    return render(request, "support_groups/step.html", {"page": _step_of_leaving(group, room.name), "form": form})


def stop_facilitating(request: HttpRequest, group: str) -> HttpResponse:
    """Stops looking after the group, after asking once."""
    facilitator = desk_of(request.viewer, group)
    if request.method != "POST":
        return ask_once(request, before_stopping(facilitator.group))
    try:
        actions.stop_facilitating(request.viewer, facilitator, now=clock.now())
    except actions.LastFacilitators:
        return done(request, _last(), "own_place", group)
    return done(request, _("You are in the group as a member now. Thank you."), "own_place", group)


def _last() -> str:
    return _(
        "Two have to look after an open group. Please invite somebody first, or let the group end. If you cannot wait,"
        " rest: nothing is put on your desk then."
    )


def _step_of_leaving(slug: str, name: str) -> Step:
    return Step(
        back=reverse("own_place", args=[slug]),
        back_words=_("Back"),
        over=name,
        title=_("Leave the group"),
        button=_("Leave now"),
        lead=_("At once, and nobody is told. You need not say why."),
        after=_("If you want to keep your words, take them with you first, from your place in the group."),
    )
