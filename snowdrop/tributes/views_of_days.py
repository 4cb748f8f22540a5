"""The day on which something is shown, and taking back what others see."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from snowdrop.ground.clock import now
from snowdrop.ground.done import say_done
from snowdrop.memorials.answering import ask_once, sent
from snowdrop.memorials.asking_of_days import before_planning
from snowdrop.memorials.doors import kept_memorial
from snowdrop.memorials.forms_of_days import DayForm
from snowdrop.memorials.queries import plan_of, thing_shown, time_zone_of
from snowdrop.people.viewer import Viewer
from snowdrop.tributes import actions_of_plans as actions
from snowdrop.tributes.forms import audience_choices, until_then
from snowdrop.tributes.models import KINDS, AnyTribute
from snowdrop.tributes.screens_of_days import day_page


def tribute_day(request: HttpRequest, slug: str, tribute_id: UUID) -> HttpResponse:
    """The day from which more people see it; asked once more, with who they are."""
    memorial, tribute = kept_memorial(request.viewer, slug), kept_tribute(request.viewer, slug, tribute_id)
    form = _form(request, tribute)
    if not form.is_valid():
        page = day_page(request.viewer, memorial, tribute)
        return render(request, "tributes/tribute_day.html", {"page": page, "form": form})
    if not form.cleaned_data["sure"]:
        back = reverse("tribute_day", args=[slug, tribute_id])
        return ask_once(request, before_planning(memorial, form, sentences=until_then(tribute), back=back))
    actions.plan_showing(request.viewer, tribute, **form.chosen(), now=now())
    say_done(request, _("The day is chosen. Until then it stays as it is."))
    return redirect(tribute.noun, slug, tribute_id)


@require_POST
def let_go_of_tribute_day(request: HttpRequest, slug: str, tribute_id: UUID) -> HttpResponse:
    """It is not shown by itself."""
    tribute = kept_tribute(request.viewer, slug, tribute_id)
    actions.do_not_show_by_itself(request.viewer, tribute, now=now())
    say_done(request, _("It stays as it is. Nothing happens by itself."))
    return redirect(tribute.noun, slug, tribute_id)


@require_POST
def show_tribute_now(request: HttpRequest, slug: str, tribute_id: UUID) -> HttpResponse:
    """Shows it now, to those for whom it was planned; one press takes it back."""
    tribute = kept_tribute(request.viewer, slug, tribute_id)
    actions.show_what_was_planned(request.viewer, tribute, now=now())
    say_done(request, _("It is shown to them now."), undo=reverse("take_back_tribute", args=[slug, tribute_id]))
    return redirect(tribute.noun, slug, tribute_id)


@require_POST
def take_back_tribute(request: HttpRequest, slug: str, tribute_id: UUID) -> HttpResponse:
    """Takes it back, so that only those who keep the memorial see it; the next page offers the way back."""
    tribute = kept_tribute(request.viewer, slug, tribute_id)
    actions.take_back(request.viewer, tribute, now=now())
    again = reverse("show_tribute_again", args=[slug, tribute_id])
    say_done(request, _("Only you who keep this memorial see it now."), undo=again)
    return redirect(tribute.noun, slug, tribute_id)


@require_POST
def show_tribute_again(request: HttpRequest, slug: str, tribute_id: UUID) -> HttpResponse:
    """Shows what was taken back to the same people again."""
    tribute = kept_tribute(request.viewer, slug, tribute_id)
    actions.show_again(request.viewer, tribute, now=now())
    say_done(request, _("It is shown as it was."))
    return redirect(tribute.noun, slug, tribute_id)


def kept_tribute(viewer: Viewer, slug: str, tribute_id: UUID) -> AnyTribute:
    """A letter, a photo or a clip of a memorial that the viewer keeps, also one that was taken away. Raises Http404."""
    kept = (kind.objects.kept_by(viewer).filter(memorial__slug=slug, pk=tribute_id) for kind in KINDS)
    tribute = next((one for rows in kept if (one := rows.select_related("memorial").first())), None)
    if tribute is None:
        raise Http404
    return tribute


def _form(request: HttpRequest, tribute: AnyTribute) -> DayForm:
    return DayForm(
        sent(request),
        tribute.memorial,
        choices=audience_choices(),
        stands=thing_shown(tribute),
        plan=plan_of(tribute.id),
        zone=time_zone_of(request.viewer),
        now=now(),
    )
