"""The doors of the facilitators' desk: one thing at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from snowdrop.ground import clock
from snowdrop.ground.done import say_done
from snowdrop.memorials.answering import done, sent
from snowdrop.support_groups import actions
from snowdrop.support_groups.doors import desk_of, post_at_desk
from snowdrop.support_groups.forms_of_facilitators import AskToChangeForm, HoldBackForm, NotThisTimeForm
from snowdrop.support_groups.models import Facilitator, Post, Request
from snowdrop.support_groups.queries.desk import Piece, desk_page, piece_named, version_of
from snowdrop.support_groups.steps import Step, step_of_desk


@require_safe
def group_desk(request: HttpRequest, group: str) -> HttpResponse:
    """The desk, with the one piece that is the facilitator's from now on, or with none."""
    facilitator, now = desk_of(request.viewer, group), clock.now()
    return _desk(request, facilitator, actions.take_next(request.viewer, facilitator.group, now=now))


def decide_in_group(request: HttpRequest, group: str, subject_id: UUID) -> HttpResponse:
    """One piece that was asked for by its name, and what is decided about it with one press."""
    facilitator = desk_of(request.viewer, group)
    piece = piece_named(request.viewer, facilitator.group, subject_id)
    if request.method == "POST":
        return _decide(request, facilitator, piece)
    mine = actions.claim(request.viewer, facilitator.group, subject_id, now=clock.now())
    return _desk(request, facilitator, piece if mine else None, with_another=not mine)


def _decide(request: HttpRequest, facilitator: Facilitator, piece: Piece) -> HttpResponse:
    decision, group, viewer = request.POST.get("decision", ""), facilitator.group, request.viewer
    if decision == "pass-on":
        actions.pass_on(viewer, group, piece.subject_id, now=clock.now())
        return done(request, _("It is left to the others."), "group_desk", group.slug)
    if decision == "let-in" and piece.request:
        act = partial(actions.let_in, viewer, piece.request)
        return _do(request, group.slug, act, _("They are in the group now."))
    if decision != "through" or piece.post is None:
        raise Http404
    if request.POST.get("version", "") != version_of(piece.post):
        return _read_once_more(request, piece.post)
    undo = reverse("put_back_post", args=[group.slug, piece.subject_id])
    return _do(
        request, group.slug, partial(actions.let_through, viewer, piece.post), _("The group sees it now."), undo=undo
    )


def ask_author(request: HttpRequest, group: str, subject_id: UUID) -> HttpResponse:
    """Asks an author to change something."""
    post = _post_that_waits(request, group, subject_id)
    form = AskToChangeForm(sent(request))
    lead = _("They are asked kindly, and not told by whom. Until they change it, the group does not see it.")
    step = step_of_desk(post.group, _("Ask its author to change it"), _("Ask them"), lead=lead)
    act = partial(actions.ask_to_change, request.viewer, post)
    return _with_form(request, step, form, act, post, _("Its author is asked to change it."))


def hold_back_post(request: HttpRequest, group: str, subject_id: UUID) -> HttpResponse:
    """Does not show a post, with a reason."""
    post = _post_that_waits(request, group, subject_id)
    form = HoldBackForm(sent(request))
    lead = _("Words of somebody in need are never held back for what they feel: let them through, or ask.")
    step = step_of_desk(post.group, _("Do not show it"), _("Do not show it"), lead=lead)
    act = partial(actions.hold_back, request.viewer, post)
    return _with_form(request, step, form, act, post, _("The group does not see it. Its author reads why."))


def not_this_time(request: HttpRequest, group: str, subject_id: UUID) -> HttpResponse:
    """Does not let somebody in, with a kind sentence."""
    facilitator = desk_of(request.viewer, group)
    asking = Request.objects.get(pk=subject_id, group=facilitator.group, answer="")
    form = NotThisTimeForm(sent(request))
    if form.is_valid():
        act = partial(actions.not_this_time, request.viewer, asking, **form.cleaned_data)
        return _do(request, group, act, _("They are told so, at the door."))
    step = step_of_desk(facilitator.group, _("Not this time"), _("Say it so"))
    return render(request, "support_groups/step.html", {"page": step, "form": form})


@require_POST
def put_back_post(request: HttpRequest, group: str, post_id: UUID) -> HttpResponse:
    """Puts a post back on the desk."""
    post = post_at_desk(request.viewer, group, post_id)
    try:
        actions.put_back(request.viewer, post, now=clock.now())
    except actions.AlreadyDecided:
        return done(request, _("This one has gone on since, so it stays where it is."), "group_desk", group)
    say_done(request, _("It is back on the desk, and the group does not see it."))
    return redirect("decide_in_group", group, post_id)


@require_POST
def leave_group_desk(request: HttpRequest, group: str) -> HttpResponse:
    """Gives back what is on the desk, and leads away from it."""
    facilitator = desk_of(request.viewer, group)
    actions.give_back(request.viewer, facilitator.group)
    words = _("That is enough for now. What was on your desk waits for whoever is here next.")
    return done(request, words, "support_group", group)


@require_POST
def take_up_in_group(request: HttpRequest, group: str) -> HttpResponse:
    """Takes up again what was left to the others."""
    facilitator = desk_of(request.viewer, group)
    actions.take_up(request.viewer, facilitator.group, now=clock.now())
    return redirect("group_desk", group)


def _post_that_waits(request: HttpRequest, group: str, subject_id: UUID) -> Post:
    facilitator = desk_of(request.viewer, group)
    piece = piece_named(request.viewer, facilitator.group, subject_id)
    if piece.post is None:
        raise Post.DoesNotExist
    return piece.post


def _with_form(
    request: HttpRequest, step: Step, form: forms.Form, act: Callable[..., None], post: Post, words: str
) -> HttpResponse:
    """Shows the form, or decides by it; a decision holds for the words that were read."""
    if not form.is_valid():
        shown = {"page": step, "form": form, "version": version_of(post)}
        return render(request, "support_groups/step.html", shown)
    if request.POST.get("version", "") != version_of(post):
        return _read_once_more(request, post)
    undo = reverse("put_back_post", args=[post.group.slug, post.pk])
    return _do(request, post.group.slug, partial(act, **form.cleaned_data), words, undo=undo)


def _do(request: HttpRequest, slug: str, act: Callable[..., object], words: str, *, undo: str = "") -> HttpResponse:
    """Decides, says what was done or why not, and leads back to the desk."""
    try:
        act(now=clock.now())
    except actions.AlreadyDecided:
        say_done(request, _("Somebody has already decided about this one. Nothing was changed."))
    except actions.WithAnother:
        say_done(request, _("Somebody else has this one on their desk just now. Nothing was changed."))
    else:
        say_done(request, words, undo=undo)
    return redirect("group_desk", slug)


def _read_once_more(request: HttpRequest, post: Post) -> HttpResponse:
    say_done(request, _("Its author has changed the words since you opened them. Please read them once more."))
    return redirect("decide_in_group", post.group.slug, post.pk)


def _desk(request: HttpRequest, facilitator: Facilitator, piece: Piece | None, **said: bool) -> HttpResponse:
    page = desk_page(request.viewer, facilitator, piece, now=clock.now(), **said)
    return render(request, "support_groups/desk.html", {"page": page})
