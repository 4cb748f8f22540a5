"""Answers to a story: soft ones by one press, words where they are welcome. Without an account; one press undoes."""

from __future__ import annotations

from uuid import UUID

from allauth.core import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from snowdrop.ground.clock import now
from snowdrop.ground.done import say_done
from snowdrop.ground.refusals import require
from snowdrop.stories import actions_of_answers as actions
from snowdrop.stories.forms import WordsBackForm
from snowdrop.stories.models import Telling
from snowdrop.stories.queries import story_page
from snowdrop.stories.vocabulary_of_telling import Soft

_ONCE = 32
"""Hexadecimal digits of the name of a form."""


@login_not_required
@require_POST
def answer_story(request: HttpRequest, story_id: UUID) -> HttpResponse:
    """Gives a soft answer."""
    telling = Telling.objects.visible_to(request.viewer).get(pk=story_id)
    kind = request.POST.get("kind", "")
    require(kind in set(Soft))
    if not ratelimit.consume(request, action="answer_story"):
        return _too_many(request)
    once = _once_of(request)
    actions.answer_softly(request.viewer, telling, kind=Soft(kind), once=once, now=now())
    said = _("It is given. Nobody counts it, and nobody needs to answer.")
    say_done(request, said, undo=reverse("take_back_answer", args=[story_id, once]))
    return redirect("story", story_id)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def words_to_author(request: HttpRequest, story_id: UUID) -> HttpResponse:
    """Words to the author of a story who welcomes them."""
    telling = Telling.objects.visible_to(request.viewer).select_related("story", "wait").get(pk=story_id)
    require(telling.words_welcome)
    form, page = WordsBackForm(request.POST or None), story_page(request.viewer, telling)
    if not form.is_valid():
        return render(request, "stories/words_back.html", {"form": form, "page": page}, status=_status(form))
    if not ratelimit.consume(request, action="answer_story"):
        return _too_many(request)
    once, language = _once_of(request), get_language() or ""
    actions.send_words(request.viewer, telling, **form.cleaned_data, once=once, language=language, now=now())
    said = _("Your words are kept. Somebody may read them first; nobody has to answer.")
    say_done(request, said, undo=reverse("take_back_answer", args=[story_id, once]))
    return redirect("story", story_id)


@login_not_required
@require_POST
def take_back_answer(request: HttpRequest, story_id: UUID, once: str) -> HttpResponse:
    """Takes back what one form has sent; only whoever sent it knows the address."""
    actions.take_back_answer(once=once, now=now())
    say_done(request, _("It is taken back."))
    return redirect("story", story_id)


def _once_of(request: HttpRequest) -> str:
    once = request.POST.get("once", "")
    require(len(once) == _ONCE and once.isalnum())
    return once


def _status(form: WordsBackForm) -> int:
    return 422 if form.is_bound else 200


def _too_many(request: HttpRequest) -> HttpResponse:
    return HttpResponse(render_to_string("errors/429.html", request=request), status=429)
