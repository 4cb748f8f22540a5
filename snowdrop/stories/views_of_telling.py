"""An author's own rooms: writing, telling, the ladder, taking back, what came back, leaving."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from snowdrop.ground.clock import now
from snowdrop.ground.done import say_done
from snowdrop.stories import actions, actions_of_answers, queries
from snowdrop.stories.forms import LeavingForm, NameForm, StoryForm, UnfinishedStoryForm
from snowdrop.stories.models import Story, WordsBack
from snowdrop.stories.vocabulary_of_telling import Leaving, Step


@require_safe
def own_stories(request: HttpRequest) -> HttpResponse:
    """The viewer's own stories."""
    return render(request, "stories/own_stories.html", {"stories": queries.own_stories(request.viewer)})


def new_story(request: HttpRequest) -> HttpResponse:
    """A new story."""
    return _write(request, None)


def write_story(request: HttpRequest, story_id: UUID) -> HttpResponse:
    """One that is there is written on."""
    return _write(request, _own(request, story_id))


@require_http_methods(["GET", "HEAD", "POST"])
def _write(request: HttpRequest, story: Story | None) -> HttpResponse:
    if request.method == "POST" and not request.accepts("text/html"):
        return _keep_while_writing(request, story)
    is_told = "tell" in request.POST
    kind = StoryForm if is_told or request.method != "POST" else UnfinishedStoryForm
    form = kind(request.POST or None, story=story, language=get_language() or "")
    if form.is_valid():
        try:
            kept = actions.write_story(request.viewer, **_given(form), now=now())
            return _tell(request, kept) if is_told else _kept(request, kept)
        except actions.WrittenMeanwhile as meanwhile:
            form.keep_both(meanwhile.pen)
    page = {"form": form, "is_told": bool(story and hasattr(story, "telling")), "story": story}
    return render(request, "stories/write.html", page, status=422 if form.is_bound else 200)


def _keep_while_writing(request: HttpRequest, story: Story | None) -> HttpResponse:
    """Answers the page itself, which keeps a story while it is written; a new page without words makes none."""
    form = UnfinishedStoryForm(request.POST, story=story)
    if not form.is_valid():
        return JsonResponse({"problem": _("Not kept yet: something below is out of order.")})
    if story is None and not any(form.cleaned_data[name] for name in ("words", "title")):
        return JsonResponse({})
    try:
        kept = actions.write_story(request.viewer, **_given(form), now=now())
    except actions.WrittenMeanwhile:
        return JsonResponse({"problem": _("Not kept: another window has changed this story.")})
    return JsonResponse({"address": reverse("write_story", args=[kept.pk])})


def _given(form: StoryForm) -> dict[str, Any]:
    return {"story_id": form.cleaned_data["story_id"], "said": form.said(), **form.pens()}


def _kept(request: HttpRequest, story: Story) -> HttpResponse:
    say_done(request, _("It is kept. Only you see it as it is now."))
    return redirect("own_story", story.pk)


def _tell(request: HttpRequest, story: Story) -> HttpResponse:
    telling = actions.tell(request.viewer, story, now=now())
    waits = hasattr(telling, "wait")
    words = _("It is safely kept. Somebody reads it first.") if waits else _("Your story is told.")
    say_done(request, words, undo=reverse("take_back_story", args=[story.pk]))
    return redirect("own_story", story.pk)


@require_safe
def own_story(request: HttpRequest, story_id: UUID) -> HttpResponse:
    """One of the viewer's own: who sees it, and what may be done."""
    story = _own(request, story_id)
    form = NameForm(initial={"step": story.said.get("step", Step.NOBODY), "called": story.said.get("called", "")})
    return render(request, "stories/own_story.html", {"page": queries.own_story_page(story), "form": form})


@require_POST
def move_story(request: HttpRequest, story_id: UUID) -> HttpResponse:
    """Moves a story up or down the ladder."""
    story, form = _own(request, story_id), NameForm(request.POST)
    if not form.is_valid():
        page = {"page": queries.own_story_page(story), "form": form}
        return render(request, "stories/own_story.html", page, status=422)
    named = {"step": Step(form.cleaned_data["step"]), "called": form.cleaned_data["called"]}
    actions.move(request.viewer, story, **named, now=now())
    say_done(request, _("The name is changed, everywhere, from now on."))
    return redirect("own_story", story_id)


@require_POST
def take_back_story(request: HttpRequest, story_id: UUID) -> HttpResponse:
    """Takes a story back, at once; one press brings it back."""
    actions.take_back(request.viewer, _own(request, story_id), now=now())
    undo = reverse("put_back_story", args=[story_id])
    say_done(request, _("It is taken back. Nobody else finds it any more."), undo=undo)
    return redirect("own_story", story_id)


@require_POST
def put_back_story(request: HttpRequest, story_id: UUID) -> HttpResponse:
    """Tells it again as it stood."""
    actions.put_back(request.viewer, _own(request, story_id), now=now())
    say_done(request, _("It stands again as it did."))
    return redirect("own_story", story_id)


@require_http_methods(["GET", "HEAD", "POST"])
def delete_story(request: HttpRequest, story_id: UUID) -> HttpResponse:
    """Asks once, then deletes a story for good."""
    story = _own(request, story_id)
    if request.method != "POST":
        return render(request, "stories/delete.html", {"page": queries.own_story_page(story)})
    actions.delete(request.viewer, story, now=now())
    say_done(request, _("The story is deleted."))
    return redirect("own_stories")


@require_safe
def answers(request: HttpRequest, story_id: UUID) -> HttpResponse:
    """What came back, for an author who asks."""
    return render(request, "stories/answers.html", {"page": queries.answers_page(_own(request, story_id))})


@require_POST
def put_words_away(request: HttpRequest, story_id: UUID, words_id: UUID) -> HttpResponse:
    """Takes words out of the author's sight, for good."""
    words = WordsBack.objects.get(pk=words_id, story=_own(request, story_id))
    actions_of_answers.put_words_away(request.viewer, words, now=now())
    say_done(request, _("They are gone."))
    return redirect("answers_to_story", story_id)


@require_http_methods(["GET", "HEAD", "POST"])
def leave_stories(request: HttpRequest) -> HttpResponse:
    """Asks, for each told story, what becomes of it when its author steps back."""
    told = [(str(one.id), one.name) for one in queries.own_stories(request.viewer) if one.is_told]
    form = LeavingForm(told, request.POST or None)
    if request.method == "POST" and form.is_valid():
        choices = {UUID(name): Leaving(choice) for name, choice in form.cleaned_data.items()}
        actions.leave(request.viewer, choices, now=now())
        say_done(request, _("It is done as you chose."))
        return redirect("own_stories")
    return render(request, "stories/leave.html", {"form": form}, status=422 if form.is_bound else 200)


def _own(request: HttpRequest, story_id: UUID) -> Story:
    kept = Story.objects.of(request.viewer).select_related("telling__wait", "refusal", "first_reader")
    return kept.get(pk=story_id)
