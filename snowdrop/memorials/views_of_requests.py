"""Asking to see: the same door at every address; and the place where those who look after people answer."""

from __future__ import annotations

from uuid import UUID

from allauth.core import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from snowdrop.ground import clock
from snowdrop.ground.done import say_done
from snowdrop.memorials import actions, asking_of_blocks, queries
from snowdrop.memorials.answering import ask_once, done, sent
from snowdrop.memorials.doors import asked_memorial, kept_memorial, memorial_not_quiet
from snowdrop.memorials.forms_of_requests import AskingForm, LettingInForm
from snowdrop.memorials.models import Memorial, RequestToSee
from snowdrop.memorials.views_of_invitations import mailed


@login_not_required
def ask_to_see(request: HttpRequest, slug: str) -> HttpResponse:
    """Asks to see a page that may not be there; whoever sees it already is led to it."""
    if not queries.can_be_asked_for(slug):
        raise Http404
    if queries.is_visible(request.viewer, slug):
        return redirect("memorial", slug)
    form, status = AskingForm(sent(request), request.viewer), 200
    if form.is_valid():
        if ratelimit.consume(request, action="ask_to_see"):
            actions.leave_knock(request.viewer, slug=slug, now=clock.now(), **form.said())
            return render(request, "memorials/asked_to_see.html")
        form.add_error(None, _TOO_OFTEN)
        status = 429
    return render(request, "memorials/ask_to_see.html", {"form": form}, status=status)


@require_safe
def requests_to_see(request: HttpRequest, slug: str) -> HttpResponse:
    """The request that has waited longest, or none."""
    memorial = asked_memorial(request.viewer, slug)
    return _show(request, memorial, queries.next_request(request.viewer, memorial))


def request_to_see(request: HttpRequest, slug: str, request_id: UUID) -> HttpResponse:
    """One request, and letting in whoever asked."""
    memorial = asked_memorial(request.viewer, slug)
    one = queries.request_to_answer(request.viewer, memorial, request_id)
    form = LettingInForm(sent(request), request.viewer, memorial)
    if not form.is_valid():
        return _show(request, memorial, one, form)
    try:
        invitation, secret = actions.let_see(request.viewer, memorial, one, now=clock.now(), **form.cleaned_data)
    except actions.KeptOut:
        return done(request, _("This person is kept out. Nothing was sent."), "requests_to_see", slug)
    return done(request, _INVITED if mailed(request, invitation, secret) else _NO_MAIL, "requests_to_see", slug)


@require_POST
def bring_to_family(request: HttpRequest, slug: str, request_id: UUID) -> HttpResponse:
    """Leaves it for those who keep the memorial."""
    memorial = asked_memorial(request.viewer, slug)
    one = queries.request_to_answer(request.viewer, memorial, request_id)
    actions.bring_to_family(request.viewer, memorial, one, now=clock.now())
    return _answered(request, memorial, one, _("The family finds it when they look."))


@require_POST
def answer_not_now(request: HttpRequest, slug: str, request_id: UUID) -> HttpResponse:
    """Sets it aside; nobody is told."""
    memorial = asked_memorial(request.viewer, slug)
    one = queries.request_to_answer(request.viewer, memorial, request_id)
    actions.answer_not_now(request.viewer, memorial, one, now=clock.now())
    return _answered(request, memorial, one, _("It is set aside. Nobody is told."))


def keep_asker_out(request: HttpRequest, slug: str, request_id: UUID) -> HttpResponse:
    """Keeps out whoever asked, after asking once."""
    memorial = memorial_not_quiet(request.viewer, slug)
    one = memorial.requesttosees.get(pk=request_id)
    if request.method != "POST":
        return ask_once(request, asking_of_blocks.before_keeping_asker_out(memorial, one))
    actions.keep_asker_out(request.viewer, memorial, one, now=clock.now())
    return done(request, _("They are kept out from now on."), "requests_to_see", slug)


@require_safe
def requests_set_aside(request: HttpRequest, slug: str) -> HttpResponse:
    """What was answered with “not now”."""
    memorial = asked_memorial(request.viewer, slug)
    page = queries.requests_set_aside(request.viewer, memorial)
    return render(request, "memorials/requests_set_aside.html", {"page": page})


@require_POST
def take_up_again(request: HttpRequest, slug: str, request_id: UUID) -> HttpResponse:
    """Takes an answer back."""
    memorial = asked_memorial(request.viewer, slug)
    one = queries.request_to_answer(request.viewer, memorial, request_id)
    actions.take_up_again(request.viewer, memorial, one, now=clock.now())
    return done(request, _("It is there again, as if nobody had answered."), "request_to_see", slug, request_id)


@require_POST
def allow_helpers(request: HttpRequest, slug: str, circle_id: UUID) -> HttpResponse:
    """Says whether helpers may let people into a circle who have asked to see."""
    memorial = kept_memorial(request.viewer, slug)
    circle, allowed = memorial.circles.get(pk=circle_id), request.POST.get("allowed") == "yes"
    actions.allow_helpers(request.viewer, memorial, circle, allowed=allowed, now=clock.now())
    words = _("Your helpers may let people into it who ask.") if allowed else _("Only you let people into it.")
    return done(request, words, "circle", slug, circle_id)


_TOO_OFTEN = gettext_lazy(
    "Several requests have come from your network in a short time. Please wait an hour, then send it again."
)


_INVITED = gettext_lazy("They are invited, by mail to the address that they wrote.")
_NO_MAIL = gettext_lazy(
    "The invitation is made, and no mail could be sent just now. Those who keep this memorial can send it again under "
    "“Invitations”."
)


def _show(
    request: HttpRequest, memorial: Memorial, one: RequestToSee | None, form: LettingInForm | None = None
) -> HttpResponse:
    page = queries.request_page(request.viewer, memorial, one)
    shown = {"page": page, "form": form or LettingInForm(None, request.viewer, memorial)}
    return render(request, "memorials/request_to_see.html", shown)


def _answered(request: HttpRequest, memorial: Memorial, one: RequestToSee, words: str) -> HttpResponse:
    say_done(request, words, undo=reverse("take_up_again", args=[memorial.slug, one.pk]))
    return redirect("requests_to_see", memorial.slug)
