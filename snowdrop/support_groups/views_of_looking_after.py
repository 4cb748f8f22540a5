"""The doors of what facilitators do beside the desk: notes, duty, rest, meetings, people, debriefs."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from snowdrop.ground import clock
from snowdrop.ground.refusals import require
from snowdrop.memorials.answering import done, sent
from snowdrop.safeguarding.rules import is_lead
from snowdrop.support_groups import actions
from snowdrop.support_groups.doors import desk_of
from snowdrop.support_groups.forms_of_facilitators import DebriefForm, DutyForm, MeetingForm, NoteForm, TakeOutForm
from snowdrop.support_groups.models import Member
from snowdrop.support_groups.queries.desk import debriefs_for_leads, notes_of, people_of
from snowdrop.support_groups.queries.presence import zone_of
from snowdrop.support_groups.steps import step_of_desk


def group_notes(request: HttpRequest, group: str) -> HttpResponse:
    """The notes from facilitator to facilitator, and leaving one."""
    one = desk_of(request.viewer, group).group
    form = NoteForm(sent(request))
    if form.is_valid():
        actions.leave_note(request.viewer, one, now=clock.now(), **form.cleaned_data)
        return done(request, _("Your note is there for whoever is here next."), "group_notes", group)
    page = step_of_desk(one, _("Notes for the others"), _("Leave this note"), lead=_("Members never see them."))
    return render(request, "support_groups/notes.html", {"page": page, "form": form, "notes": notes_of(one)})


@require_POST
def take_away_group_note(request: HttpRequest, group: str, note_id: UUID) -> HttpResponse:
    """Takes a note away."""
    one = desk_of(request.viewer, group).group
    actions.take_away_note(request.viewer, one.notes.get(pk=note_id), now=clock.now())
    return done(request, _("The note is gone."), "group_notes", group)


def group_duty(request: HttpRequest, group: str) -> HttpResponse:
    """In which staffed hours one is there."""
    facilitator = desk_of(request.viewer, group)
    form = DutyForm(sent(request), facilitator)
    if form.is_valid():
        actions.take_duty(request.viewer, facilitator.group, now=clock.now(), **form.cleaned_data)
        return done(request, _("It is kept. The group sees when somebody is there."), "group_duty", group)
    lead = _("The sign in the group counts only hours that somebody has taken, and nobody who rests.")
    page = step_of_desk(facilitator.group, _("When you are there"), _("Keep it so"), lead=lead)
    return render(request, "support_groups/step.html", {"page": page, "form": form})


@require_POST
def rest_from_group(request: HttpRequest, group: str) -> HttpResponse:
    """Rests, or comes back."""
    one = desk_of(request.viewer, group).group
    if request.POST.get("rest") == "over":
        actions.end_rest(request.viewer, one, now=clock.now())
        return redirect("group_desk", group)
    actions.begin_rest(request.viewer, one, now=clock.now())
    return done(request, _("Nothing is put on your desk until you come back."), "group_desk", group)


def announce_meeting(request: HttpRequest, group: str) -> HttpResponse:
    """Announces a meeting to the members."""
    one = desk_of(request.viewer, group).group
    form = MeetingForm(sent(request), initial={"zone": zone_of(request.viewer, one), "minutes": 60})
    if form.is_valid():
        actions.announce_meeting(request.viewer, one, now=clock.now(), **form.cleaned_data)
        return done(request, _("The members see it now, each by their own clocks."), "support_group", group)
    page = step_of_desk(one, _("Announce a meeting"), _("Announce it"))
    return render(request, "support_groups/step.html", {"page": page, "form": form})


@require_POST
def take_away_meeting(request: HttpRequest, group: str, meeting_id: UUID) -> HttpResponse:
    """Calls a meeting off."""
    one = desk_of(request.viewer, group).group
    actions.take_away_meeting(request.viewer, one.meetings.get(pk=meeting_id), now=clock.now())
    return done(request, _("It is called off."), "support_group", group)


@require_safe
def group_people(request: HttpRequest, group: str) -> HttpResponse:
    """Who is in the group, by the names they chose for it."""
    one = desk_of(request.viewer, group).group
    page = step_of_desk(
        one, _("Who is in the group"), "", lead=_("By the names that they chose. Only facilitators see this.")
    )
    return render(request, "support_groups/people.html", {"page": page, "people": people_of(one)})


def take_out_of_group(request: HttpRequest, group: str, persona_id: UUID) -> HttpResponse:
    """Takes a member out, with a reason."""
    one = desk_of(request.viewer, group).group
    member = Member.objects.select_related("persona", "group").get(
        group=one, persona=persona_id, facilitating__isnull=True
    )
    form = TakeOutForm(sent(request))
    if form.is_valid():
        actions.take_out(request.viewer, member, now=clock.now(), **form.cleaned_data)
        return done(request, _("They are out. They read why at the door."), "group_people", group)
    title = _("Take %(name)s out of the group") % {"name": member.persona.called}
    page = step_of_desk(one, title, _("Take them out"), lead=_("At once. What they wrote stays, without their name."))
    return render(request, "support_groups/step.html", {"page": page, "form": form})


def answer_debrief(request: HttpRequest, group: str, debrief_id: UUID) -> HttpResponse:
    """Says how it was, after a hard case."""
    facilitator = desk_of(request.viewer, group)
    debrief = facilitator.debriefs.select_related("facilitator__member").get(pk=debrief_id)
    form = DebriefForm(sent(request))
    if form.is_valid():
        actions.answer_debrief(request.viewer, debrief, now=clock.now(), **form.cleaned_data)
        return done(request, _("Thank you. The safeguarding leads of this server read it."), "group_desk", group)
    lead = _("You read something hard. It stays with you for a while, and you need not carry it alone.")
    page = step_of_desk(facilitator.group, _("How was that for you?"), _("Send it to them"), lead=lead)
    return render(request, "support_groups/step.html", {"page": page, "form": form})


@require_safe
def group_debriefs(request: HttpRequest) -> HttpResponse:
    """What facilitators said after hard cases; for the safeguarding leads alone."""
    require(is_lead(request.viewer))
    return render(request, "support_groups/debriefs.html", {"lines": debriefs_for_leads()})
