"""The reading desk: one thing at a time, shared with whoever else reads first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from snowdrop.comfort import actions, desk_pages, guarded_pages, pace, queries
from snowdrop.comfort import evidence as papers
from snowdrop.comfort.forms_of_reading import AskingForm, NoteForm
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.vocabulary import HELD_BACK, UNREAD, Place
from snowdrop.ground import clock
from snowdrop.ground.done import say_done
from snowdrop.memorials.answering import sent
from snowdrop.memorials.doors import desk_and_standing, kept_memorial, read_first_memorial
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.queries import rest_of
from snowdrop.memorials.standing import Standing
from snowdrop.people.doorways import by_way_of_signing_in
from snowdrop.people.sessions import signed_in_lately, while_signed_in

show_or_take = require_http_methods(["GET", "HEAD", "POST"])

_DECISIONS: Final = {
    "through": (actions.let_through, gettext_lazy("It was let through to the waiting room.")),
    "later": (actions.keep_for_later, gettext_lazy("It is kept for later.")),
    "away": (actions.keep_away, gettext_lazy("It is kept away from the family.")),
    "worries": (
        actions.worry_about,
        gettext_lazy("It is set aside. Those who keep the memorial are not shown it."),
    ),
    "pass-on": (actions.pass_on, gettext_lazy("It is left to the others.")),
}
_DECIDED_ALREADY: Final = gettext_lazy("Somebody has already decided about this one. Nothing was changed.")
_WITH_ANOTHER: Final = gettext_lazy("Somebody else is reading this one just now. Nothing was changed.")


@require_safe
def reading(request: HttpRequest, slug: str) -> HttpResponse:
    """The desk, with the one piece that is the reader's from now on, or with none."""
    (memorial, standing), now = desk_and_standing(request.viewer, slug), clock.now()
    if standing.helps and rest_of(request.viewer, memorial, now=now):
        return _desk(request, memorial, standing, None, rests=True)
    offers_break, piece = pace.needs_break(request.session, now), actions.take_next(request.viewer, memorial, now=now)
    return _desk(request, memorial, standing, piece, offers_break=offers_break)


@require_safe
def set_aside(request: HttpRequest, slug: str) -> HttpResponse:
    """What was kept for later or away: labels only."""
    memorial = read_first_memorial(request.viewer, slug)
    rows = queries.set_aside_in(request.viewer, memorial, begin=request.GET.get("from", ""))
    page = desk_pages.set_aside_page(request.viewer, memorial, rows)
    return render(request, "comfort/set_aside.html", {"page": page})


@show_or_take
def decide(request: HttpRequest, slug: str, handle: str) -> HttpResponse:
    """One piece that was asked for by its name, and what is decided about it."""
    memorial, standing = desk_and_standing(request.viewer, slug)
    if request.method == "POST":
        return _decide(request, memorial, handle)
    comfort, now = queries.on_desk(request.viewer, memorial, handle), clock.now()
    if comfort.place in UNREAD and not actions.claim(request.viewer, comfort, now=now):
        if comfort.place == Place.GUARDED:  # the rules have looked at it just now
            return redirect("reading", slug)
        return _desk(request, memorial, standing, None, with_another=True)
    if comfort.place == Place.GUARDED and not actions.is_open_to(request.viewer, comfort, now=now):
        page = guarded_pages.warning_page(request.viewer, comfort)
        return render(request, "comfort/behind_warning.html", {"page": page})
    return _desk(request, memorial, standing, comfort)


def _decide(request: HttpRequest, memorial: Memorial, handle: str) -> HttpResponse:
    comfort, decision = memorial.comforts.with_handle(handle), request.POST.get("decision", "")
    if decision not in _DECISIONS:
        raise Http404
    if comfort.place in HELD_BACK and request.POST.get("correction", "") != queries.last_correction(comfort):
        return _read_once_more(request, memorial, handle)
    act, words = _DECISIONS[decision]
    undo = reverse("read_again", args=[memorial.slug, handle])
    if decision == "pass-on":
        undo = f"{reverse('take_up', args=[memorial.slug])}?handle={handle}"
    return _do(request, comfort, act, words, undo=undo)


@show_or_take
def ask_sender(request: HttpRequest, slug: str, handle: str) -> HttpResponse:
    """Asks the sender of a piece to change it, after saying what."""
    memorial = read_first_memorial(request.viewer, slug)
    comfort = queries.on_desk(request.viewer, memorial, handle)
    if comfort.place not in UNREAD or not actions.claim(request.viewer, comfort, now=clock.now()):
        return redirect("decide", slug, handle)
    form = AskingForm(sent(request), initial={"correction": queries.last_correction(comfort)})
    if not form.is_valid():
        page = desk_pages.asking_page(request.viewer, comfort)
        return render(request, "comfort/ask_sender.html", {"page": page, "form": form})
    if form.cleaned_data.pop("correction") != queries.last_correction(comfort):
        return _read_once_more(request, memorial, handle)
    act, undo = partial(actions.ask_sender, **form.cleaned_data), reverse("read_again", args=[slug, handle])
    return _do(request, comfort, act, _("Its sender is asked to change it. It comes back if they do."), undo=undo)


@require_POST
def read_again(request: HttpRequest, slug: str, handle: str) -> HttpResponse:
    """Puts a piece back on the desk."""
    memorial = read_first_memorial(request.viewer, slug)
    try:
        actions.read_again(request.viewer, memorial.comforts.with_handle(handle), now=clock.now())
    except actions.AlreadyMoved:
        say_done(request, _("This one has gone on since, so it stays where it is."))
        return redirect("reading", slug=memorial.slug)
    say_done(request, _("It is back on the desk."))
    return redirect("decide", slug=memorial.slug, handle=handle)


@require_POST
def keep_as_evidence(request: HttpRequest, slug: str, handle: str) -> HttpResponse:
    """Keeps what was kept away beyond its time."""
    memorial = read_first_memorial(request.viewer, slug)
    comfort = queries.on_desk(request.viewer, memorial, handle)
    try:
        actions.keep_as_evidence(request.viewer, comfort, now=clock.now())
    except actions.AlreadyMoved:
        say_done(request, _("This one has gone on since, so it stays where it is."))
        return redirect("set_aside", slug)
    back = reverse("let_go_of_evidence", args=[slug, handle])
    say_done(request, _("It is kept until somebody lets go of it."), undo=back)
    return redirect("decide", slug, handle)


@require_POST
def let_go_of_evidence(request: HttpRequest, slug: str, handle: str) -> HttpResponse:
    """Lets its time count again."""
    memorial = read_first_memorial(request.viewer, slug)
    actions.let_go_of_evidence(request.viewer, queries.on_desk(request.viewer, memorial, handle), now=clock.now())
    say_done(request, _("It is not kept as evidence any more."))
    return redirect("decide", slug, handle)


@show_or_take
def evidence(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Words and a button; the press gives the file, to somebody who has shown lately who they are."""
    memorial, now = kept_memorial(request.viewer, slug), clock.now()
    lately = signed_in_lately(request, now=now)
    if request.method != "POST":
        page = desk_pages.evidence_page(request.viewer, memorial, lately=lately)
        return render(request, "comfort/evidence.html", {"page": page})
    if not lately:
        return redirect(by_way_of_signing_in(request.path, again=True))
    kept = Memorial.objects.kept_by(request.viewer).filter(pk=memorial.pk)
    allowed = while_signed_in(request, kept.exists)
    pieces = papers.stream(request.viewer, memorial, still_allowed=allowed, now=now)
    named = content_disposition_header(as_attachment=True, filename=papers.name_of(now))
    return StreamingHttpResponse(pieces, content_type="application/zip", headers={"Content-Disposition": named})


@require_POST
def take_up(request: HttpRequest, slug: str) -> HttpResponse:
    """Takes up again what the reader had left to the others: one piece, or all."""
    memorial = read_first_memorial(request.viewer, slug)
    handle = request.GET.get("handle", "")
    actions.take_up(request.viewer, memorial, handle=handle, now=clock.now())
    return redirect("decide", slug, handle) if handle else redirect("reading", slug)


@require_POST
def leave_desk(request: HttpRequest, slug: str) -> HttpResponse:
    """Gives back what the reader has on their desk, and leads away from it."""
    memorial = read_first_memorial(request.viewer, slug)
    actions.give_back(request.viewer, memorial)
    say_done(request, _("That is enough for now. What was on your desk waits for whoever reads next."))
    return redirect("my_memorials")


@show_or_take
def notes_at_desk(request: HttpRequest, slug: str) -> HttpResponse:
    """The notes from reader to reader, and leaving one."""
    memorial = read_first_memorial(request.viewer, slug)
    form = NoteForm(sent(request))
    if form.is_valid():
        actions.leave_note(request.viewer, memorial, now=clock.now(), **form.cleaned_data)
        say_done(request, _("Your note is there for whoever reads next."))
        return redirect("notes_at_desk", slug=slug)
    page = desk_pages.notes_page(request.viewer, memorial)
    return render(request, "comfort/notes_at_desk.html", {"page": page, "form": form})


@require_POST
def take_away_note(request: HttpRequest, slug: str, note_id: UUID) -> HttpResponse:
    """Takes a note away."""
    memorial = read_first_memorial(request.viewer, slug)
    note = queries.notes_at_desk(request.viewer, memorial).get(pk=note_id)
    actions.take_away_note(request.viewer, memorial, note, now=clock.now())
    say_done(request, _("The note is gone."))
    return redirect("notes_at_desk", slug=slug)


def _do(
    request: HttpRequest, comfort: Comfort, act: Callable[..., object], words: str | Promise, *, undo: str
) -> HttpResponse:
    """Decides, says what was done or why not, and leads back to the desk."""
    try:
        act(request.viewer, comfort, now=clock.now())
    except actions.AlreadyMoved:
        say_done(request, _DECIDED_ALREADY)
    except actions.WithAnother:
        say_done(request, _WITH_ANOTHER)
    except actions.BehindWarning:
        return redirect("decide", comfort.memorial.slug, comfort.handle)
    else:
        say_done(request, words, undo=undo)
        pace.note_read(request.session, clock.now())
    return redirect("reading", comfort.memorial.slug)


def _read_once_more(request: HttpRequest, memorial: Memorial, handle: str) -> HttpResponse:
    """A decision holds for the words that were read."""
    say_done(request, _("Its sender has changed the words since you opened them. Please read them once more."))
    return redirect("decide", memorial.slug, handle)


def _desk(
    request: HttpRequest, memorial: Memorial, standing: Standing, comfort: Comfort | None, **said: bool
) -> HttpResponse:
    page = desk_pages.desk_page(request.viewer, memorial, standing, comfort, now=clock.now(), **said)
    return render(request, "comfort/reading.html", {"page": page})
