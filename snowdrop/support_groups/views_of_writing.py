"""The doors of writing: topics, answers, changing, taking back."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from snowdrop.ground import clock
from snowdrop.ground.done import say_done
from snowdrop.ground.refusals import require
from snowdrop.memorials.answering import ask_once, done, sent
from snowdrop.safeguarding.vocabulary import Crisis
from snowdrop.support_groups import actions, rules
from snowdrop.support_groups.doors import own_post, room_of, topic_in
from snowdrop.support_groups.forms import AnswerForm, TopicForm
from snowdrop.support_groups.models import Group, Post
from snowdrop.support_groups.queries.presence import too_soon_words
from snowdrop.support_groups.queries.room import sent_page, topic_page
from snowdrop.support_groups.steps import Step, before_taking_back, step_of_room
from snowdrop.support_groups.vocabulary import Place


def start_topic(request: HttpRequest, group: str) -> HttpResponse:
    """Starts a topic."""
    room, _member = room_of(request.viewer, group)
    require(rules.may_write(request.viewer, room, clock.now()))
    form = TopicForm(sent(request), walls_pregnancy=room.walls_pregnancy)
    answer = _written(request, room, form, partial(actions.start_topic, request.viewer, room))
    return answer or render(request, "support_groups/write.html", {"page": _step_of_writing(room), "form": form})


def group_topic(request: HttpRequest, group: str, topic_id: UUID) -> HttpResponse:
    """One topic: reading it, and answering in it."""
    topic = topic_in(request.viewer, group, topic_id)
    form = AnswerForm(sent(request), walls_pregnancy=topic.group.walls_pregnancy)
    answer = _written(request, topic.group, form, partial(actions.answer_topic, request.viewer, topic))
    page = topic_page(request.viewer, topic, now=clock.now())
    return answer or render(request, "support_groups/topic.html", {"page": page, "form": form})


def change_post(request: HttpRequest, group: str, post_id: UUID) -> HttpResponse:
    """Changes one's own words."""
    post = own_post(request.viewer, group, post_id)
    kind = TopicForm if post.begins else AnswerForm
    form = kind(sent(request), walls_pregnancy=post.group.walls_pregnancy, post=post)
    answer = _written(request, post.group, form, partial(actions.change_post, request.viewer, post))
    page = step_of_room(post.group, _("Change your words"), _("Keep the change"), is_draft=True)
    return answer or render(request, "support_groups/write.html", {"page": page, "form": form})


@require_safe
def post_sent(request: HttpRequest, group: str, post_id: UUID) -> HttpResponse:
    """What an author is told once their words are safe."""
    post = own_post(request.viewer, group, post_id)
    page = sent_page(request.viewer, post, now=clock.now())
    return render(request, "support_groups/sent.html", {"page": page})


def take_back_post(request: HttpRequest, group: str, post_id: UUID) -> HttpResponse:
    """Takes one's own words back, after asking once."""
    post = own_post(request.viewer, group, post_id)
    if request.method != "POST":
        return ask_once(request, before_taking_back(post.group, reverse("own_place", args=[group])))
    actions.take_back(request.viewer, post, now=clock.now())
    say_done(request, _("Nobody but you sees it now."), undo=reverse("show_post_again", args=[group, post_id]))
    return redirect("own_place", group)


@require_POST
def show_post_again(request: HttpRequest, group: str, post_id: UUID) -> HttpResponse:
    """Undoes taking back."""
    post = actions.show_again(request.viewer, own_post(request.viewer, group, post_id), now=clock.now())
    return _after(request, post)


def _written(request: HttpRequest, group: Group, form: AnswerForm, act: partial[Post]) -> HttpResponse | None:
    """Does what was sent, or says beside the words what stands in the way; None where the form is shown again."""
    if not form.is_valid():
        return None
    try:
        return _after(request, act(**form.cleaned_data, now=clock.now()))
    except actions.TooSoon as refusal:
        form.add_error("words", too_soon_words(request.viewer, group, refusal.until, clock.now()))
    except actions.RulesChanged:
        form.add_error(
            "words", _("What the group agrees has changed. Please read it first, under “What we have agreed”.")
        )
    return None


def _after(request: HttpRequest, post: Post) -> HttpResponse:
    """Back to the topic where the group sees it; else to the page that says who reads it first."""
    calm = post.crisis in (Crisis.NONE, Crisis.LOW)
    if post.place == Place.SHOWN and calm:
        return done(request, _("The group sees it now."), "group_topic", post.group.slug, post.topic_id)
    return redirect("post_sent", post.group.slug, post.pk)


def _step_of_writing(group: Group) -> Step:
    lead = _("You need not be good at it. Nobody is counted here, and nobody has to answer.")
    return step_of_room(group, _("Start a topic"), _("Send"), lead=lead, is_draft=True)
