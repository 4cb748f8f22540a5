"""The rooms of a helper who speaks for the family: what they have written, and writing."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from snowdrop.ground.clock import now
from snowdrop.ground.done import say_done
from snowdrop.memorials.answering import ask_once, is_script, sent
from snowdrop.memorials.asking import Question
from snowdrop.memorials.doors import speaking_memorial
from snowdrop.memorials.frozen import told_if_frozen
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.queries import rest_of
from snowdrop.memorials.rules_of_speaking import reach_of
from snowdrop.people.viewer import Viewer
from snowdrop.tributes import actions_of_speaking as actions
from snowdrop.tributes import screens_of_speaking as screens
from snowdrop.tributes.actions import WrittenMeanwhile
from snowdrop.tributes.forms import CHANGED_MEANWHILE
from snowdrop.tributes.forms_of_speaking import SpeakingForm
from snowdrop.tributes.models_of_speaking import Spoken


@require_safe
def speaking(request: HttpRequest, slug: str) -> HttpResponse:
    """What the helper has written for the family, and what has become of it."""
    memorial = speaking_memorial(request.viewer, slug)
    page = screens.speaking_room(request.viewer, memorial, reach_of(request.viewer, memorial), now=now())
    return render(request, "tributes/speaking.html", {"page": page})


def speak(request: HttpRequest, slug: str) -> HttpResponse:
    """Something new."""
    return _spoken(request, speaking_memorial(request.viewer, slug), None)


def spoken(request: HttpRequest, slug: str, spoken_id: UUID) -> HttpResponse:
    """Something that is there, until a keeper has taken it over."""
    return _spoken(request, speaking_memorial(request.viewer, slug), _own(request.viewer, slug, spoken_id))


def _spoken(request: HttpRequest, memorial: Memorial, spoken: Spoken | None) -> HttpResponse:
    if request.method != "POST" and rest_of(request.viewer, memorial, now=now()):
        return redirect("speaking", memorial.slug)
    reach = reach_of(request.viewer, memorial)
    if is_script(request) and request.method == "POST":
        form = SpeakingForm(request.viewer, memorial, reach, request.POST, spoken=spoken, unfinished=True)
        return _keep_while_speaking(request, memorial, form)
    form = SpeakingForm(request.viewer, memorial, reach, sent(request), spoken=spoken)
    if form.is_valid() and _say(request, memorial, form):
        say_done(request, _("The family is asked.") if reach.waits else _("It is said."))
        return redirect("speaking", memorial.slug)
    page = screens.spoken_page(request.viewer, memorial, reach, spoken)
    return render(request, "tributes/spoken.html", {"page": page, "form": form})


def _say(request: HttpRequest, memorial: Memorial, form: SpeakingForm) -> bool:
    """Whether it was said, or asked; otherwise the form says why not, with all words still in it."""
    try:
        with told_if_frozen(request, form):
            actions.say(request.viewer, memorial, **form.given(), now=now())
            return True
    except WrittenMeanwhile as meanwhile:
        form.keep_both(meanwhile.pen)
    return False


def _keep_while_speaking(request: HttpRequest, memorial: Memorial, form: SpeakingForm) -> JsonResponse:
    """The answer to a script: where the words are now, or a sentence."""
    if not form.is_valid():
        return JsonResponse({"problem": str(next(iter(form.errors.values()))[0])}, status=422)
    try:
        kept = actions.keep_while_speaking(request.viewer, memorial, **form.written_so_far(), now=now())
    except WrittenMeanwhile:
        return JsonResponse({"problem": str(CHANGED_MEANWHILE)}, status=409)
    return JsonResponse({"address": reverse("spoken", args=[memorial.slug, kept.id])} if kept else {})


@require_POST
def do_not_ask(request: HttpRequest, slug: str, spoken_id: UUID) -> HttpResponse:
    """Takes back that the family was asked; the words stay."""
    actions.do_not_ask(request.viewer, _own(request.viewer, slug, spoken_id), now=now())
    say_done(request, _("The family is not asked any more. Your words are kept."))
    return redirect("speaking", slug)


def let_go_of_writing(request: HttpRequest, slug: str, spoken_id: UUID) -> HttpResponse:
    """Lets go of what was never said, after asking once."""
    own = _own(request.viewer, slug, spoken_id)
    if request.method != "POST":
        return ask_once(request, _before_letting_go(own))
    actions.let_go_of_writing(request.viewer, own, now=now())
    say_done(request, _("It is gone."))
    return redirect("speaking", slug)


def _before_letting_go(own: Spoken) -> Question:
    return Question(
        flower=own.memorial.flower,
        title=_("Let go of these words?"),
        sentences=(_("They were never said. They are gone then, and cannot be brought back."),),
        button=_("Let go of them"),
        back=reverse("speaking", args=[own.memorial.slug]),
    )


def _own(viewer: Viewer, slug: str, spoken_id: UUID) -> Spoken:
    """What the viewer has written, while they may speak and nobody has taken it over. Raises Spoken.DoesNotExist."""
    own = Spoken.objects.by(viewer).filter(memorial__slug=slug, taken_over=None)
    return own.select_related(*screens.BESIDE).get(pk=spoken_id)
