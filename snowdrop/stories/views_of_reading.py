"""Reading first: the desk of those who read on this server, and the private address of somebody an author trusts."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from snowdrop.ground.clock import now
from snowdrop.ground.done import say_done
from snowdrop.ground.refusals import require
from snowdrop.stories import actions_of_answers, actions_of_reading, queries_of_reading, rules
from snowdrop.stories.forms import ReasonForm
from snowdrop.stories.models import Telling, WordsBack


@require_http_methods(["GET", "HEAD", "POST"])
def read_stories(request: HttpRequest) -> HttpResponse:
    """One thing at a time, its label first."""
    require(rules.reads_first(request.viewer))
    if "story" not in request.POST:
        return _words_desk(request, "")
    telling = Telling.objects.to_read_first(request.viewer).get(pk=_uuid(request.POST["story"]))
    if "through" in request.POST:
        actions_of_reading.let_story_through(request.viewer, telling, now=now())
        return _done(request)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _desk(request, "", form, status=422)
    actions_of_reading.do_not_show(request.viewer, telling, why=form.cleaned_data["why"], now=now())
    return _done(request)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def words_by_secret(request: HttpRequest, secret: str) -> HttpResponse:
    """The words that wait for whoever holds the private address of one story."""
    require(queries_of_reading.is_reader_by(secret))
    return _words_desk(request, secret)


def _words_desk(request: HttpRequest, secret: str) -> HttpResponse:
    if request.method != "POST":
        return _desk(request, secret, ReasonForm())
    words = WordsBack.objects.get(pk=_uuid(request.POST.get("words", "")))
    through = "through" in request.POST
    actions_of_answers.let_words_through(request.viewer, words, secret=secret, through=through, now=now())
    return _done(request)


def _desk(request: HttpRequest, secret: str, form: ReasonForm, *, status: int = 200) -> HttpResponse:
    page = queries_of_reading.desk(request.viewer, secret=secret)
    return render(request, "stories/reading.html", {"page": page, "form": form}, status=status)


def _uuid(text: str) -> UUID:
    """Of what is no id, one that nothing has."""
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)


def _done(request: HttpRequest) -> HttpResponse:
    say_done(request, _("It is done. Thank you for reading."))
    return redirect(request.path)
