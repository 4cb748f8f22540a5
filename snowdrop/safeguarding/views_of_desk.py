"""The desk of those who keep people safe: reports, objections, notes, topics, and who looked at what."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from snowdrop.ground import clock
from snowdrop.ground.done import say_done
from snowdrop.ground.refusals import require
from snowdrop.safeguarding import actions, crisis_pages, queries, rules
from snowdrop.safeguarding.forms import AnswerForm, DecisionForm, NoteForm, StepForm, TopicsForm
from snowdrop.safeguarding.models import Appeal, Case, Report
from snowdrop.safeguarding.vocabulary_of_crisis import StepOfCase
from snowdrop.safeguarding.vocabulary_of_reports import Outcome, Topic

show_or_take = require_http_methods(["GET", "HEAD", "POST"])
View = Callable[..., HttpResponse]


def for_moderators(view: View) -> View:
    """To everybody else there is nothing here."""

    @wraps(view)
    def opened(request: HttpRequest, **names: UUID) -> HttpResponse:
        require(rules.is_moderator(request.viewer))
        return view(request, **names)

    return opened


def for_leads(view: View) -> View:
    """To everybody else, moderators among them, there is nothing here."""

    @wraps(view)
    def opened(request: HttpRequest, **names: UUID) -> HttpResponse:
        require(rules.is_lead(request.viewer))
        return view(request, **names)

    return opened


@require_safe
@for_moderators
def safety_desk(request: HttpRequest) -> HttpResponse:
    """One report, on this desk alone; a page that only looks at nothing changes nothing but whose it is."""
    one = actions.take_next_report(request.viewer, now=clock.now())
    return _desk(request, one, DecisionForm())


@require_POST
@for_moderators
def decide_report(request: HttpRequest, report_id: UUID) -> HttpResponse:
    """Decides about the report on this desk."""
    one, form = Report.objects.get(pk=report_id, claim__by=request.viewer.person_id), DecisionForm(request.POST)
    if form.is_valid():
        try:
            actions.decide(request.viewer, one, now=clock.now(), **form.said(clock.now()))
            return _done(request, _("It is decided. Those whom it concerns are told."))
        except actions.AlreadyDecided:
            return _done(request, _("Somebody else has decided about it meanwhile."))
        except actions.NothingToLimit:
            form.add_error("limit", _("There is nothing that could be limited so. You can still say that nothing is."))
        except ValueError:
            form.add_error("until", _("Please choose a day that is still to come."))
    return _desk(request, one, form)


@require_POST
@for_moderators
def return_report(request: HttpRequest, report_id: UUID) -> HttpResponse:
    """Gives the report on this desk back to the others."""
    actions.give_back_report(request.viewer, report_id, now=clock.now())
    say_done(request, _("It is back with the others."))
    return redirect("safety_rest")


@require_safe
@for_moderators
def safety_rest(request: HttpRequest) -> HttpResponse:
    """A page on which nothing has to be read, with the notes and what else there is."""
    return _desk(request, None, DecisionForm())


@require_POST
@for_moderators
def leave_desk_note(request: HttpRequest) -> HttpResponse:
    """Leaves a note for whoever comes next."""
    form = NoteForm(request.POST)
    if not form.is_valid():
        return _desk(request, None, DecisionForm(), notes=form)
    actions.leave_note(request.viewer, form.cleaned_data["words"], now=clock.now())
    say_done(request, _("Your note is kept."))
    return redirect("safety_rest")


@require_POST
@for_moderators
def take_away_desk_note(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """Takes a note away."""
    actions.take_away_note(request.viewer, note_id)
    say_done(request, _("The note is gone."))
    return redirect("safety_rest")


@show_or_take
@for_moderators
def safety_topics(request: HttpRequest) -> HttpResponse:
    """Leaves topics to the others, without a reason."""
    form = TopicsForm(request.POST or None, initial={"topics": queries.topics_left(request.viewer)})
    if request.method == "POST" and (form := TopicsForm(request.POST)).is_valid():
        topics = [Topic(one) for one in form.cleaned_data["topics"]]
        actions.leave_topics(request.viewer, topics, now=clock.now())
        return _done(request, _("Your choice is kept."))
    return render(request, "safeguarding/topics.html", {"form": form})


@show_or_take
@for_moderators
def safety_appeal(request: HttpRequest, appeal_id: UUID) -> HttpResponse:
    """Answers an objection to what somebody else decided."""
    one, form = Appeal.objects.select_related("decision").get(pk=appeal_id), AnswerForm(request.POST or None)
    require(rules.may_answer_appeal(request.viewer, one))
    if form.is_valid():
        given = {"outcome": Outcome(form.cleaned_data["outcome"]), "reason": form.cleaned_data["reason"]}
        try:
            actions.answer_appeal(request.viewer, one, now=clock.now(), **given)
        except actions.AlreadyAnswered:
            return _done(request, _("Somebody else has answered it meanwhile."))
        return _done(request, _("It is answered, and they are told."))
    actions.look_at(request.viewer, "appeal", one.pk, why="", now=clock.now())
    return render(request, "safeguarding/appeal.html", {"page": queries.appeal_page(one, clock.now()), "form": form})


@require_safe
@for_leads
def safety_audit(request: HttpRequest) -> HttpResponse:
    """Who of the staff looked at what, when and why."""
    return render(request, "safeguarding/audit.html", {"rows": queries.looks()})


@require_safe
@for_leads
def safety_cases(request: HttpRequest) -> HttpResponse:
    """The cases that are open."""
    return render(request, "safeguarding/cases.html", {"page": crisis_pages.cases_page(request.viewer)})


@show_or_take
@for_leads
def safety_case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """One case: its words, its steps, and what a lead does next."""
    case, form = Case.objects.get(pk=case_id), StepForm(request.POST or None)
    if form.is_valid():
        try:
            _act(request, case, StepOfCase(form.cleaned_data["what"]), form.cleaned_data["words"])
            say_done(request, _("It is written down."))
            return redirect("safety_case", case_id)
        except actions.NeedsAnother:
            form.add_error("what", _("Somebody else has to agree: nobody agrees with themselves."))
    actions.look_at(request.viewer, "case", case.pk, why=case.level, now=clock.now())
    page = crisis_pages.case_page(request.viewer, case)
    return render(request, "safeguarding/case.html", {"page": page, "form": form, "case_id": case_id})


@require_POST
@for_leads
def take_safety_case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Takes a case on."""
    is_mine = actions.take_case(request.viewer, Case.objects.get(pk=case_id), now=clock.now())
    say_done(request, _("It is yours now.") if is_mine else _("Somebody else has taken it on."))
    return redirect("safety_case", case_id)


@require_POST
@for_leads
def safety_duty(request: HttpRequest) -> HttpResponse:
    """Says that one is there, or is not."""
    there = request.POST.get("there") == "yes"
    actions.be_on_duty(request.viewer, there=there, now=clock.now())
    say_done(request, _("You are on duty.") if there else _("You are off duty. Whoever is next is told at once."))
    return redirect("safety_cases")


def _act(request: HttpRequest, case: Case, what: StepOfCase, words: str) -> None:
    viewer, now = request.viewer, clock.now()
    if what == StepOfCase.ANSWERED:
        actions.answer_case(viewer, case, words=words, name=queries.name_of(viewer), now=now)
    elif what == StepOfCase.CLOSED:
        actions.close_case(viewer, case, words=words, now=now)
    else:
        actions.note_step(viewer, case, what, words=words, now=now)


def _desk(request: HttpRequest, one: Report | None, form: DecisionForm, notes: NoteForm | None = None) -> HttpResponse:
    page = queries.desk_page(request.viewer, one, clock.now())
    context = {"page": page, "form": form, "notes": notes or NoteForm(auto_id="note_%s")}
    return render(request, "safeguarding/desk.html", context)


def _done(request: HttpRequest, words: str) -> HttpResponse:
    say_done(request, words)
    return redirect("safety_desk")
