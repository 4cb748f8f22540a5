"""The doors at which two people find out who wrote something under another name, and where whoever wrote is told."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from snowdrop.ground import clock
from snowdrop.ground.done import say_done
from snowdrop.safeguarding import actions, queries_of_names
from snowdrop.safeguarding.forms_of_names import AgreeForm, AskForm
from snowdrop.safeguarding.models import Unmasking
from snowdrop.safeguarding.things import thing_with
from snowdrop.safeguarding.views_of_desk import for_leads

show_or_take = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@for_leads
def safety_names(request: HttpRequest) -> HttpResponse:
    """What was asked, and what waits for a second person."""
    rows = queries_of_names.names_asked(clock.now())
    return render(request, "safeguarding/names.html", {"rows": rows})


@show_or_take
@for_leads
def ask_who_wrote(request: HttpRequest, thing: str) -> HttpResponse:
    """Asks that a second person agrees; nothing is looked up yet."""
    asked = thing_with(thing)
    page, form = queries_of_names.ask_page(request.viewer, asked), AskForm(request.POST or None, clock.now())
    if page is None:
        raise Http404
    if page.can_agree and form.is_valid():
        one = actions.ask_who_wrote(request.viewer, asked, now=clock.now(), **form.said())
        say_done(request, _("It is written down, and waits for a second person."))
        return redirect("safety_name", one.pk)
    return render(request, "safeguarding/ask_who_wrote.html", {"page": page, "form": form})


@show_or_take
@for_leads
def safety_name(request: HttpRequest, one_id: UUID) -> HttpResponse:
    """What was asked and said; a second person answers here."""
    one, form = Unmasking.objects.get(pk=one_id), AgreeForm(request.POST or None)
    if form.is_valid():
        given = {"agrees": form.cleaned_data["agrees"] == "yes", "answer": form.cleaned_data["answer"]}
        try:
            actions.answer_unmasking(request.viewer, one, now=clock.now(), **given)
            say_done(request, _("It is written down."))
            return redirect("safety_name", one_id)
        except actions.AlreadyAnswered:
            say_done(request, _("It cannot be answered any more."))
            return redirect("safety_name", one_id)
        except actions.NeedsAnother:
            form.add_error(None, _("Somebody else has to answer this one."))
    page = queries_of_names.name_page(request.viewer, one, clock.now())
    return render(request, "safeguarding/name.html", {"page": page, "form": form})


@require_POST
@for_leads
def withdraw_name(request: HttpRequest, one_id: UUID) -> HttpResponse:
    """Whoever asked needs it no more."""
    try:
        actions.withdraw_unmasking(request.viewer, Unmasking.objects.get(pk=one_id), now=clock.now())
        say_done(request, _("It is withdrawn."))
    except actions.AlreadyAnswered:
        say_done(request, _("Somebody has answered meanwhile."))
    return redirect("safety_name", one_id)


@require_POST
@for_leads
def open_name(request: HttpRequest, one_id: UUID) -> HttpResponse:
    """The name, once for each time that the button is pressed: that they looked is kept first."""
    one = Unmasking.objects.get(pk=one_id)
    try:
        who = actions.open_name(request.viewer, one, now=clock.now())
    except actions.NotOpen:
        say_done(request, _("The days in which you could look are over."))
        return redirect("safety_name", one_id)
    return render(request, "safeguarding/name_shown.html", {"page": queries_of_names.name_shown(one, who)})


@login_not_required
@require_safe
def name_looked_up(request: HttpRequest, notice: str) -> HttpResponse:
    """What whoever wrote is told, at an address that they alone were sent."""
    return render(request, "safeguarding/name_looked_up.html", {"page": queries_of_names.notice_of_name(notice)})
