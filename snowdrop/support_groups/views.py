"""The doors of groups that everybody may knock at, and the room behind one."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from snowdrop.ground import clock
from snowdrop.ground.discretion import is_discreet
from snowdrop.ground.refusals import require
from snowdrop.memorials.answering import done, sent
from snowdrop.support_groups import actions, rules
from snowdrop.support_groups.calendar_files import calendar_file
from snowdrop.support_groups.doors import room_of
from snowdrop.support_groups.forms import AgreeForm, AskForm
from snowdrop.support_groups.models import Group
from snowdrop.support_groups.queries.door import agreed_paragraphs, door_group, door_page, list_page
from snowdrop.support_groups.queries.room import room_page
from snowdrop.support_groups.steps import Step, step_of_room


@login_not_required
@require_safe
def support_groups(request: HttpRequest) -> HttpResponse:
    """The list: what each group is for, and how to ask."""
    return render(request, "support_groups/groups.html", {"page": list_page(request.viewer)})


@login_not_required
@require_safe
def support_group(request: HttpRequest, group: str) -> HttpResponse:
    """A group: its room for those who are in it, its door for everybody else."""
    now = clock.now()
    try:
        room, member = room_of(request.viewer, group)
    except Group.DoesNotExist:
        page = door_page(request.viewer, door_group(group), now=now)
        return render(request, "support_groups/door.html", {"page": page})
    shown = room_page(request.viewer, room, member, before=request.GET.get("before", ""), now=now)
    return render(request, "support_groups/room.html", {"page": shown})


def ask_to_join(request: HttpRequest, group: str) -> HttpResponse:
    """Asks to be let in."""
    door = door_group(group)
    require(rules.may_ask(request.viewer, door))
    form = AskForm(sent(request), door.rules.order_by("-version")[:1].get())
    if form.is_valid():
        return _ask(request, door, form)
    return render(request, "support_groups/ask.html", {"page": _step_of_asking(door), "form": form})


def _ask(request: HttpRequest, door: Group, form: AskForm) -> HttpResponse:
    given = {name: form.cleaned_data[name] for name in ("name", "words")}
    try:
        agreed = form.cleaned_data["version"]
        actions.ask_to_join(request.viewer, door, agreed_to=agreed, **given, now=clock.now())
    except actions.RulesChanged:
        words = _("The group has just changed what it agrees. Please read it again.")
        return done(request, words, "ask_to_join", door.slug)
    except actions.AskedAlready:
        pass  # the door says that it waits
    return redirect("support_group", door.slug)


@require_POST
def take_back_group_request(request: HttpRequest, group: str) -> HttpResponse:
    """Takes one's own request back."""
    actions.take_back_request(request.viewer, door_group(group), now=clock.now())
    return done(request, _("You have not asked, as far as this group knows."), "support_group", group)


def group_rules(request: HttpRequest, group: str) -> HttpResponse:
    """What the group has agreed; members agree to it where it has changed."""
    room, member = room_of(request.viewer, group)
    newest = room.rules.order_by("-version")[:1].get()
    form = AgreeForm(sent(request), newest)
    if form.is_valid():
        try:
            actions.agree_to_rules(request.viewer, room, version=form.cleaned_data["version"], now=clock.now())
        except actions.RulesChanged:
            return redirect("group_rules", group)
        return done(request, _("Thank you. You can write now."), "support_group", group)
    page = step_of_room(room, _("What we have agreed"), _("Agree"))
    agreed = rules.has_agreed(member)
    shown = {"page": page, "form": form, "rules": agreed_paragraphs(room), "agreed": agreed}
    return render(request, "support_groups/rules.html", shown)


@require_safe
def meeting_file(request: HttpRequest, group: str, meeting_id: UUID) -> HttpResponse:
    """A meeting as a calendar file; its name and, in the discreet look, its title say nothing."""
    room, _member = room_of(request.viewer, group)
    neutral = _("Meeting") if is_discreet(request) else ""
    content = calendar_file(room.meetings.get(pk=meeting_id), neutral_title=neutral, now=clock.now())
    headers = {"Content-Disposition": 'attachment; filename="meeting.ics"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)


def _step_of_asking(group: Group) -> Step:
    return Step(
        back=reverse("support_group", args=[group.slug]),
        back_words=_("Back"),
        over=group.name,
        title=_("Ask to be let in"),
        button=_("Ask"),
        lead=_("A facilitator reads this and answers as soon as somebody is there. Nobody else learns that you asked."),
        paragraphs=agreed_paragraphs(group),
        is_draft=True,
    )
