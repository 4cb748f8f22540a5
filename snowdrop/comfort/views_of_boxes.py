"""The doors of boxes: making one, what it is for, putting things in, letting it go."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from snowdrop.comfort import actions, queries, waiting_pages
from snowdrop.comfort.forms_of_boxes import BoxForm
from snowdrop.comfort.forms_of_waiting import as_id, asked_for
from snowdrop.ground import clock
from snowdrop.ground.done import say_done
from snowdrop.memorials.answering import done, sent
from snowdrop.memorials.doors import kept_memorial, memorial_not_quiet


def make_box(request: HttpRequest, slug: str) -> HttpResponse:
    """Makes a box; the next page is where things are put into it."""
    memorial = memorial_not_quiet(request.viewer, slug)
    form = BoxForm(sent(request), memorial, now=clock.now())
    if not form.is_valid():
        page = waiting_pages.box_page(request.viewer, memorial, None)
        return render(request, "comfort/make_box.html", {"page": page, "form": form})
    box = actions.make_box(request.viewer, memorial, now=clock.now(), **form.cleaned_data)
    return done(request, _("The box is there."), "box", slug, box.pk)


def box(request: HttpRequest, slug: str, box_id: UUID) -> HttpResponse:
    """One box: what it is for, and the ways into it and out of it. It does not say what is in it."""
    memorial = memorial_not_quiet(request.viewer, slug)
    one = memorial.boxes.get(pk=box_id)
    form = BoxForm(sent(request), memorial, one, now=clock.now())
    if not form.is_valid():
        page = waiting_pages.box_page(request.viewer, memorial, one)
        return render(request, "comfort/box.html", {"page": page, "form": form})
    actions.change_box(request.viewer, one, now=clock.now(), **form.cleaned_data)
    return done(request, _("It is kept."), "box", slug, one.pk)


@require_POST
def fill_box(request: HttpRequest, slug: str, box_id: UUID) -> HttpResponse:
    """Puts what waits into a box: all of it, or what was asked for."""
    memorial = memorial_not_quiet(request.viewer, slug)
    one, asked = memorial.boxes.get(pk=box_id), asked_for(request.POST, request.viewer, memorial)
    is_more = actions.fill_box(request.viewer, one, asked.wanted, now=clock.now())
    words = _("What waited so is in the box now.")
    if is_more:
        words = _("Much has come: a part of it is in the box now. For the rest, please press once more.")
    return done(request, words, "box", slug, one.pk)


def let_box_go(request: HttpRequest, slug: str, box_id: UUID) -> HttpResponse:
    """Puts everything back into the waiting room, after asking once."""
    memorial = memorial_not_quiet(request.viewer, slug)
    one = memorial.boxes.get(pk=box_id)
    if request.method != "POST":
        page = waiting_pages.box_page(request.viewer, memorial, one)
        return render(request, "comfort/let_box_go.html", {"page": page})
    if actions.let_box_go(request.viewer, one, now=clock.now()):
        return done(request, _("What was in the box is in the waiting room again."), "waiting_room", slug)
    words = _("Much was in it: a part is in the waiting room again. For the rest, please press once more.")
    return done(request, words, "let_box_go", slug, one.pk)


@require_POST
def put_into_box(request: HttpRequest, slug: str, handle: str) -> HttpResponse:
    """Puts one piece that was opened into a box."""
    memorial = kept_memorial(request.viewer, slug)
    comfort = queries.pieces_of(request.viewer, memorial).with_handle(handle)
    one = memorial.boxes.get(pk=as_id(request.POST.get("box", "")))
    undo = f"{reverse('move_comfort', args=[slug, handle])}?to={comfort.place}"
    actions.put_into_box(request.viewer, comfort, one, now=clock.now())
    say_done(request, _("It is in the box."), undo=undo)
    return redirect("opened", slug)
