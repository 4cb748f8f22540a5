"""What was said for the family, as its keepers find it: yes, not now, taking over, giving back."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from snowdrop.ground.clock import now
from snowdrop.ground.done import say_done
from snowdrop.memorials.answering import sent
from snowdrop.memorials.doors import kept_memorial
from snowdrop.tributes import actions_of_taking_over as actions
from snowdrop.tributes import screens_of_said as screens
from snowdrop.tributes.forms_of_speaking import TakeOverForm
from snowdrop.tributes.models import Letter


@require_safe
def said_for_us(request: HttpRequest, slug: str) -> HttpResponse:
    """What helpers have said for us, and what waits for our yes."""
    page = screens.said_room(request.viewer, kept_memorial(request.viewer, slug), now=now())
    return render(request, "tributes/said_for_us.html", {"page": page})


@require_safe
def said(request: HttpRequest, slug: str, spoken_id: UUID) -> HttpResponse:
    """One of them."""
    spoken = screens.told_spoken(request.viewer, kept_memorial(request.viewer, slug), spoken_id)
    return render(request, "tributes/said.html", {"page": screens.said_page(request.viewer, spoken, now=now())})


@require_POST
def say_yes(request: HttpRequest, slug: str, spoken_id: UUID) -> HttpResponse:
    """It goes out, in the words that were read."""
    return _answer(request, slug, spoken_id, actions.say_yes, _("It is said, as you have read it."))


@require_POST
def say_not_now(request: HttpRequest, slug: str, spoken_id: UUID) -> HttpResponse:
    """It does not go out now."""
    return _answer(request, slug, spoken_id, actions.say_not_now, _("It is not said. Nothing is lost."))


def _answer(request: HttpRequest, slug: str, spoken_id: UUID, act: Callable[..., None], words: str) -> HttpResponse:
    spoken = screens.told_spoken(request.viewer, kept_memorial(request.viewer, slug), spoken_id)
    try:
        act(request.viewer, spoken, proposal_id=_proposal(request), now=now())
    except actions.SaidOtherwise:
        words = _("It has changed since you read it. Nothing was done.")
    say_done(request, words)
    return redirect("said_for_us", slug)


def _proposal(request: HttpRequest) -> UUID:
    """Which words were read; what is no such id is none that waits."""
    try:
        return UUID(request.POST.get("proposal", ""))
    except ValueError:
        return UUID(int=0)


def take_over(request: HttpRequest, slug: str, spoken_id: UUID) -> HttpResponse:
    """Makes it our own, after asking what readers see above it; the next page offers the way back."""
    spoken = screens.told_spoken(request.viewer, kept_memorial(request.viewer, slug), spoken_id)
    page = screens.said_page(request.viewer, spoken, now=now())
    form = TakeOverForm(sent(request), page.name)
    if not form.is_valid():
        return render(request, "tributes/take_over.html", {"page": page, "form": form})
    letter = actions.take_over(request.viewer, spoken, is_marked=form.cleaned_data["mark"], now=now())
    say_done(request, _("It is yours from now on."), undo=reverse("give_back", args=[slug, letter.id]))
    return redirect("letter", slug, letter.id)


@require_POST
def give_back(request: HttpRequest, slug: str, letter_id: UUID) -> HttpResponse:
    """It is the helper's again, as it was."""
    letter = Letter.objects.kept_by(request.viewer).filter(memorial__slug=slug, spoken__taken_over__isnull=False)
    actions.give_back(request.viewer, letter.get(pk=letter_id), now=now())
    say_done(request, _("It stands as it did before."))
    return redirect("said_for_us", slug)
