"""The doors of a group's end, and of two groups that become one."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from snowdrop.ground import clock
from snowdrop.ground.refusals import require
from snowdrop.memorials.answering import ask_once, done, sent
from snowdrop.support_groups import actions, rules
from snowdrop.support_groups.doors import desk_of, room_of
from snowdrop.support_groups.forms import ComeAlongForm
from snowdrop.support_groups.forms_of_facilitators import EndForm, MergeForm
from snowdrop.support_groups.models import Group, Merging
from snowdrop.support_groups.queries.door import agreed_paragraphs
from snowdrop.support_groups.steps import Step, before_agreeing, before_calling_off, step_of_arranging, step_of_room


def end_group(request: HttpRequest, group: str) -> HttpResponse:
    """Announces the end of a group."""
    one = desk_of(request.viewer, group).group
    form = EndForm(sent(request))
    if form.is_valid():
        actions.end_group(request.viewer, one, now=clock.now(), **form.cleaned_data)
        return done(
            request, _("The members read it now. Everything stays as it was for two weeks."), "support_group", group
        )
    return render(request, "support_groups/step.html", {"page": _step_of_ending(one), "form": form})


def keep_group(request: HttpRequest, group: str) -> HttpResponse:
    """Lets the group go on after all."""
    one = desk_of(request.viewer, group).group
    if request.method != "POST":
        return ask_once(request, before_calling_off(one))
    actions.keep_group(request.viewer, one, now=clock.now())
    return done(request, _("The group goes on."), "support_group", group)


def ask_to_merge(request: HttpRequest, group: str) -> HttpResponse:
    """Asks another group whether it takes in the members of this one."""
    one = desk_of(request.viewer, group).group
    form = MergeForm(sent(request), one)
    if form.is_valid():
        actions.ask_to_merge(request.viewer, one, now=clock.now(), **form.cleaned_data)
        return done(request, _("The facilitators of that group are asked."), "arrange_group", group)
    lead = _(
        "Its facilitators have to agree. Then each of your members is asked; nobody is carried over without a yes."
    )
    page = step_of_arranging(one, _("Go on in another group"), _("Ask"), lead=lead)
    return render(request, "support_groups/step.html", {"page": page, "form": form})


def agree_to_merging(request: HttpRequest, group: str, merging_id: UUID) -> HttpResponse:
    """A facilitator of the other group agrees, or does not."""
    one = desk_of(request.viewer, group).group
    merging = Merging.objects.select_related("group", "into").get(pk=merging_id, into=one)
    if request.method != "POST":
        return ask_once(request, before_agreeing(merging))
    actions.agree_to_merging(request.viewer, merging, now=clock.now())
    return done(request, _("Each of them is asked now, and comes only by an own yes."), "group_desk", group)


def come_along(request: HttpRequest, group: str) -> HttpResponse:
    """Comes into the other group, by an own yes."""
    room, _member = room_of(request.viewer, group)
    merging = Merging.objects.select_related("group", "into").get(group=room, agreed_at__isnull=False)
    require(rules.member_of(request.viewer, merging.into) is None)
    form = ComeAlongForm(sent(request), merging.into.rules.order_by("-version")[:1].get())
    if form.is_valid():
        agreed, name = form.cleaned_data["version"], form.cleaned_data["name"]
        try:
            actions.come_along(request.viewer, merging, name=name, agreed_to=agreed, now=clock.now())
        except (actions.RulesChanged, actions.AskedAlready):
            return redirect("come_along", group)
        return done(request, _("You are in this group now, too."), "support_group", merging.into.slug)
    return render(request, "support_groups/ask.html", {"page": _step_of_coming(room, merging.into), "form": form})


def _step_of_ending(group: Group) -> Step:
    lead = _(
        "Your closing plan begins: the door shuts and the members are told now. After two weeks nobody writes any more,"
        " and the group can be read for ninety days. Then it is gone, for everybody."
    )
    return step_of_arranging(group, _("Let the group end"), _("Tell the members"), lead=lead)


def _step_of_coming(group: Group, into: Group) -> Step:
    lead = _("Nothing that you wrote goes with you, and nobody there learns by what name you were here.")
    step = step_of_room(group, _("Come into “%(name)s”") % {"name": into.name}, _("Come in"), lead=lead)
    return Step(step.back, step.back_words, step.over, step.title, step.button, lead, agreed_paragraphs(into))
