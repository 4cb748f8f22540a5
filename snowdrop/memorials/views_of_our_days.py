"""The days that matter: one page for keepers and for helpers who look after dates."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from snowdrop.ground import clock
from snowdrop.ground.done import say_done
from snowdrop.memorials import actions, queries
from snowdrop.memorials.answering import ask, ask_once, done, sent
from snowdrop.memorials.asking import Question
from snowdrop.memorials.doors import kept_memorial, memorial_of_days
from snowdrop.memorials.forms_of_our_days import OurDayForm
from snowdrop.memorials.models import Day
from snowdrop.people.viewer import Viewer


@require_safe
def our_days(request: HttpRequest, slug: str) -> HttpResponse:
    """The days that matter, and those that were taken away."""
    memorial = memorial_of_days(request.viewer, slug)
    return render(request, "memorials/our_days.html", {"page": queries.our_days_room(request.viewer, memorial)})


def put_in_day(request: HttpRequest, slug: str) -> HttpResponse:
    """Puts a day in."""
    memorial = memorial_of_days(request.viewer, slug)
    form = OurDayForm(
        sent(request), name=queries.name_to_begin_with(request.viewer, memorial, request.GET.get("from", ""))
    )
    if form.is_valid():
        said = {"name": form.cleaned_data["name"], "when": form.when(), "day_id": form.cleaned_data["day_id"]}
        actions.put_in_day(request.viewer, memorial, **said, now=clock.now())
        return done(request, _("It is written down. Nothing happens by itself."), "our_days", slug)
    return ask(request, "memorials/our_day.html", form, queries.one_day(request.viewer, memorial, None))


def change_day(request: HttpRequest, slug: str, day_id: UUID) -> HttpResponse:
    """Changes a day."""
    memorial, day = memorial_of_days(request.viewer, slug), _day(request.viewer, slug, day_id)
    form = OurDayForm(sent(request), day)
    if form.is_valid():
        actions.change_day(request.viewer, day, name=form.cleaned_data["name"], when=form.when(), now=clock.now())
        return done(request, _("It is kept."), "our_days", slug)
    return ask(request, "memorials/our_day.html", form, queries.one_day(request.viewer, memorial, day))


@require_POST
def take_away_day(request: HttpRequest, slug: str, day_id: UUID) -> HttpResponse:
    """Takes a day away; the next page offers the way back."""
    actions.take_away_day(request.viewer, _day(request.viewer, slug, day_id), now=clock.now())
    say_done(request, _("It was taken away."), undo=reverse("put_back_day", args=[slug, day_id]))
    return redirect("our_days", slug)


@require_POST
def put_back_day(request: HttpRequest, slug: str, day_id: UUID) -> HttpResponse:
    """Puts a day back."""
    actions.put_back_day(request.viewer, _day(request.viewer, slug, day_id), now=clock.now())
    return done(request, _("It is back where it was."), "our_days", slug)


def let_go_of_day(request: HttpRequest, slug: str, day_id: UUID) -> HttpResponse:
    """Lets go for good of a day that was taken away, after asking once; for keepers alone."""
    memorial, day = kept_memorial(request.viewer, slug), _day(request.viewer, slug, day_id)
    if request.method != "POST":
        return ask_once(
            request,
            Question(
                flower=memorial.flower,
                title=_("Let go of this day for good?"),
                sentences=(day.name, _("It cannot be brought back then.")),
                button=_("Let go of it"),
                back=reverse("our_days", args=[slug]),
            ),
        )
    actions.let_go_of_day(request.viewer, day, now=clock.now())
    return done(request, _("It is gone."), "our_days", slug)


def _day(viewer: Viewer, slug: str, day_id: UUID) -> Day:
    """A day that the viewer looks after. Raises Day.DoesNotExist."""
    return Day.objects.looked_after_by(viewer).select_related("memorial").get(memorial__slug=slug, pk=day_id)
