"""The doors of arranging a group: from a ready template to its opening."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from snowdrop.ground import clock
from snowdrop.ground.refusals import require
from snowdrop.memorials.answering import done, sent
from snowdrop.support_groups import actions, rules
from snowdrop.support_groups.doors import arranged_group
from snowdrop.support_groups.forms import AcceptForm
from snowdrop.support_groups.forms_of_facilitators import DescribeForm, HoursForm, InviteForm, NewGroupForm, RulesForm
from snowdrop.support_groups.queries.door import accept_page
from snowdrop.support_groups.queries.preparing import arrange_page
from snowdrop.support_groups.steps import Step, step_of_arranging


def make_group(request: HttpRequest) -> HttpResponse:
    """Begins a group from a ready template."""
    require(rules.may_open_groups(request.viewer))
    form = NewGroupForm(sent(request))
    if form.is_valid():
        group = actions.make_group(request.viewer, now=clock.now(), **form.cleaned_data)
        return redirect("arrange_group", group.slug)
    lead = _("Nobody sees it before you open it. Every word can be changed.")
    page = Step(reverse("support_groups"), _("Groups"), "", _("Begin a group"), _("Begin"), lead=lead)
    return render(request, "support_groups/step.html", {"page": page, "form": form})


@require_safe
def arrange_group(request: HttpRequest, group: str) -> HttpResponse:
    """What the group has, what it still needs, and its opening."""
    page = arrange_page(arranged_group(request.viewer, group))
    return render(request, "support_groups/arrange.html", {"page": page})


def describe_group(request: HttpRequest, group: str) -> HttpResponse:
    """What stands at the door, the closing plan, the pace."""
    one = arranged_group(request.viewer, group)
    form = DescribeForm(sent(request), one)
    if form.is_valid():
        actions.describe_group(request.viewer, one, now=clock.now(), **form.cleaned_data)
        return done(request, _("It is kept."), "arrange_group", group)
    page = step_of_arranging(one, _("Name, door and closing plan"), _("Keep"))
    return render(request, "support_groups/step.html", {"page": page, "form": form})


def set_group_rules(request: HttpRequest, group: str) -> HttpResponse:
    """What the group agrees."""
    one = arranged_group(request.viewer, group)
    newest = rules.newest_rules(one)
    form = RulesForm(sent(request), initial={"words": newest.words if newest else ""})
    if form.is_valid():
        actions.set_rules(request.viewer, one, now=clock.now(), **form.cleaned_data)
        return done(
            request, _("It is kept. Members are asked to agree before they write again."), "arrange_group", group
        )
    page = step_of_arranging(one, _("What you agree"), _("Keep"))
    return render(request, "support_groups/step.html", {"page": page, "form": form})


def set_group_hours(request: HttpRequest, group: str) -> HttpResponse:
    """Staffed hours."""
    one = arranged_group(request.viewer, group)
    form = HoursForm(sent(request), initial={"zone": one.zone})
    if form.is_valid():
        actions.set_hours(request.viewer, one, now=clock.now(), **form.cleaned_data)
        return done(request, _("It is kept."), "arrange_group", group)
    lead = _("When somebody of you is there, every week. At all other times the group says honestly that nobody is.")
    page = step_of_arranging(one, _("Staffed hours"), _("Add these hours"), lead=lead)
    return render(request, "support_groups/step.html", {"page": page, "form": form})


@require_POST
def take_away_group_hours(request: HttpRequest, group: str, hours_id: UUID) -> HttpResponse:
    """Takes staffed hours away."""
    one = arranged_group(request.viewer, group)
    actions.take_away_hours(request.viewer, one.hours.select_related("group").get(pk=hours_id), now=clock.now())
    return done(request, _("These hours are gone."), "arrange_group", group)


def invite_facilitator(request: HttpRequest, group: str) -> HttpResponse:
    """Invites somebody to look after the group; the address is shown once, to be given by hand."""
    one = arranged_group(request.viewer, group)
    form = InviteForm(sent(request))
    page = step_of_arranging(one, _("Invite a facilitator"), _("Make the invitation"), lead=_lead_of_inviting())
    if not form.is_valid():
        return render(request, "support_groups/step.html", {"page": page, "form": form})
    _invitation, secret = actions.invite_facilitator(request.viewer, one, now=clock.now(), **form.cleaned_data)
    address = request.build_absolute_uri(reverse("accept_facilitating", args=[secret]))
    return render(request, "support_groups/invited.html", {"page": page, "address": address})


def accept_facilitating(request: HttpRequest, secret: str) -> HttpResponse:
    """An invitation to look after a group."""
    invitation = actions.invitation_with(secret, now=clock.now())
    newest = invitation.group.rules.order_by("-version")[:1].get()
    form = AcceptForm(sent(request), newest, rules.member_of(request.viewer, invitation.group))
    if form.is_valid():
        name = form.cleaned_data.get("name", "")
        facilitator = actions.accept_facilitating(request.viewer, secret=secret, name=name, now=clock.now())
        return done(request, _("Thank you. You look after this group now."), "arrange_group", facilitator.group.slug)
    return render(request, "support_groups/accept.html", {"page": accept_page(invitation.group), "form": form})


@require_POST
def open_group(request: HttpRequest, group: str) -> HttpResponse:
    """Opens the group, or says what is missing."""
    one = arranged_group(request.viewer, group)
    try:
        actions.open_group(request.viewer, one, now=clock.now())
    except actions.NotReady:
        return done(request, _("It cannot open yet. What is missing stands below."), "arrange_group", group)
    return done(request, _("The group is open. People can ask to be let in."), "arrange_group", group)


def _lead_of_inviting() -> str:
    return _("Somebody who has time, who knows such a loss or knows it well, and who will not be alone with it.")
