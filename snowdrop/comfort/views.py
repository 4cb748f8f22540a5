"""The doors of comfort: for guests who send it, for those who read first, and for the family that opens it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseRedirectBase
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from snowdrop.comfort import actions, family_pages, guest_pages, queries
from snowdrop.comfort.content import Content, read_content
from snowdrop.comfort.forms import ComfortForm, WordsForm, first_answers
from snowdrop.comfort.gentle import Note
from snowdrop.comfort.intake import Arrival, NeedsAttention, is_once, needs_notes, new_once, read_fields
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.open_door import fields_of, open_door
from snowdrop.comfort.vocabulary import OPENED_OR_KEPT, UNREAD, Place
from snowdrop.ground import clock
from snowdrop.ground.done import say_done
from snowdrop.memorials.doors import headers_for, kept_memorial, read_first_memorial, visible_memorial
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.vocabulary import Kind

show_or_take = require_http_methods(["GET", "HEAD", "POST"])

_DECISIONS: Final = {
    "through": (actions.let_through, gettext_lazy("It was let through to the waiting room.")),
    "later": (actions.keep_for_later, gettext_lazy("It is kept for later.")),
    "away": (actions.keep_away, gettext_lazy("It is kept away from the family.")),
    "worries": (
        actions.worry_about,
        gettext_lazy("It is set aside. Those who keep the memorial are not shown it."),
    ),
}
_PLACES: Final = {
    Place.KEPT.value: (actions.keep_comfort, gettext_lazy("It is kept.")),
    Place.WAITING.value: (
        actions.put_back,
        gettext_lazy("It is back in the waiting room, as if never opened."),
    ),
    Place.APART.value: (actions.put_apart, gettext_lazy("It is set apart.")),
    Place.OPENED.value: (actions.open_comfort, gettext_lazy("It is with what you have opened.")),
}
_DECIDED_ALREADY: Final = gettext_lazy("Somebody has already decided about this one. Nothing was changed.")


class SeeOther(HttpResponseRedirectBase):
    """What was sent has arrived; what there is to see is at another address."""

    status_code = 303


# Guests


@open_door
@show_or_take
def send_comfort(request: HttpRequest, slug: str) -> HttpResponse:
    memorial = visible_memorial(request.viewer, slug)
    if request.method == "POST":
        return _take_in(request, memorial)
    return _send_page(request, memorial, first_answers(memorial), once=new_once())


def _take_in(request: HttpRequest, memorial: Memorial) -> HttpResponse:
    door, given = actions.door_of(memorial), request.POST.dict()
    once = given.get("once", "")
    try:
        arrival = read_fields(fields_of(request), door)
    except NeedsAttention as refused:
        kept = once if is_once(once) else new_once()
        return _send_page(request, memorial, given, once=kept, problems=refused.problems, status=422)
    if needs_notes(arrival, door):
        return _send_page(request, memorial, given, once=once, notes=guest_pages.notes_for(arrival, memorial))
    return _keep(request, memorial, arrival)


def _keep(request: HttpRequest, memorial: Memorial, arrival: Arrival) -> HttpResponse:
    given = request.POST.dict()
    try:
        [receipt] = actions.receive([(actions.door_of(memorial), arrival)], now=clock.now())
    except actions.NoRoom:
        return _send_page(request, memorial, given, once=arrival.once, problems={"": _NO_ROOM}, status=503)
    if receipt == actions.Receipt.OTHER_WORDS:
        return _send_page(request, memorial, given, once=new_once(), problems={"": _SENT_BEFORE}, status=409)
    return SeeOther(reverse("received", args=[arrival.once]))


_SENT_BEFORE: Final = gettext_lazy(
    "With this page you have already sent other words, and those have arrived. To send these as well, send them now."
)


_NO_ROOM: Final = gettext_lazy(
    "There is no room to keep more at this moment. Your words are still here. Please send them again later."
)


def _send_page(
    request: HttpRequest,
    memorial: Memorial,
    given: Mapping[str, str],
    *,
    once: str,
    notes: tuple[Note, ...] = (),
    problems: Mapping[str, str | Promise] | None = None,
    status: int = 200,
) -> HttpResponse:
    page = guest_pages.send_page(memorial, once=once, notes=notes)
    form = ComfortForm(given, memorial, problems=problems)
    content = render_to_string("comfort/send.html", {"page": page, "form": form}, request)
    headers = {} if request.method == "POST" else headers_for(request.viewer, memorial)
    return HttpResponse(content, status=status, headers=headers)


@open_door
@require_POST
def gentle_notes(request: HttpRequest, slug: str) -> HttpResponse:
    memorial = visible_memorial(request.viewer, slug)
    words, language = request.POST.get("text", ""), request.POST.get("language", "")
    notes = guest_pages.notes_on_words(words, language, memorial)
    shown = [{"phrase": note.phrase, "reason": note.reason, "kinder": note.kinder} for note in notes]
    return JsonResponse({"notes": shown})


@open_door
@require_safe
def older_comfort(request: HttpRequest, slug: str) -> HttpResponse:
    memorial = visible_memorial(request.viewer, slug)
    page = guest_pages.older_page(request.viewer, memorial, before=_moment(request.GET.get("before", "")))
    content = render_to_string("comfort/older.html", {"page": page}, request)
    return HttpResponse(content, headers=headers_for(request.viewer, memorial))


def _moment(said: str) -> int | None:
    """The moment in an address, in microseconds; None where it says nothing that could be one."""
    return int(said) if said.isascii() and said.isdigit() and len(said) <= 18 else None


@open_door
@require_safe
def received(request: HttpRequest, once: str) -> HttpResponse:
    page = guest_pages.received_page(request.viewer, actions.sent_with(once), once)
    return render(request, "comfort/received.html", {"page": page})


@open_door
@show_or_take
def correct_comfort(request: HttpRequest, once: str) -> HttpResponse:
    comfort = actions.sent_with(once)
    if comfort.place == Place.WITHDRAWN:
        return redirect("received", once=once)
    if request.method == "POST":
        return _correct(request, comfort, once)
    return _correct_page(request, comfort, once, asdict(read_content(comfort)))


def _correct(request: HttpRequest, comfort: Comfort, once: str) -> HttpResponse:
    """A correction is read as what was sent was: the same limits, and its kind even if it is no longer welcome."""
    door = replace(actions.door_of(comfort.memorial), kinds=frozenset({comfort.kind}))
    settled = [("once", once), ("kind", comfort.kind), ("flower", comfort.flower), ("language", comfort.language)]
    given = request.POST.dict()
    try:
        arrival = read_fields([*settled, *fields_of(request)], door)
    except NeedsAttention as refused:
        return _correct_page(request, comfort, once, given, problems=refused.problems, status=422)
    if needs_notes(arrival, door):
        notes = guest_pages.notes_for(arrival, comfort.memorial)
        return _correct_page(request, comfort, once, given, notes=notes)
    return _put_in_place(request, comfort, arrival)


def _put_in_place(request: HttpRequest, comfort: Comfort, arrival: Arrival) -> HttpResponse:
    content = Content(arrival.words, arrival.name, arrival.relation, arrival.reach)
    if content != read_content(comfort):
        try:
            actions.correct(arrival.once, content, now=clock.now())
        except actions.AlreadyMoved:
            return SeeOther(reverse("received", args=[arrival.once]))
        say_done(request, _("Your new words have arrived and stand in place of the others."))
    return SeeOther(reverse("received", args=[arrival.once]))


def _correct_page(
    request: HttpRequest,
    comfort: Comfort,
    once: str,
    given: Mapping[str, str],
    *,
    notes: tuple[Note, ...] = (),
    problems: Mapping[str, str | Promise] | None = None,
    status: int = 200,
) -> HttpResponse:
    page = guest_pages.correct_page(comfort, once, notes=notes)
    form = WordsForm(given, comfort.memorial, problems=problems)
    return render(request, "comfort/correct.html", {"page": page, "form": form}, status=status)


@open_door
@show_or_take
def take_back_comfort(request: HttpRequest, once: str) -> HttpResponse:
    if request.method == "POST":
        actions.take_back(once, now=clock.now())
        return SeeOther(reverse("received", args=[once]))
    page = guest_pages.received_page(request.viewer, actions.sent_with(once), once)
    if page.taken_back:
        return redirect("received", once=once)
    return render(request, "comfort/take_back.html", {"page": page})


# Those who read first


@require_safe
def reading(request: HttpRequest, slug: str) -> HttpResponse:
    memorial = read_first_memorial(request.viewer, slug)
    page = family_pages.desk_page(request.viewer, memorial, queries.next_to_read(request.viewer, memorial))
    return render(request, "comfort/reading.html", {"page": page})


@require_safe
def set_aside(request: HttpRequest, slug: str) -> HttpResponse:
    memorial = read_first_memorial(request.viewer, slug)
    rows = queries.set_aside_in(request.viewer, memorial, begin=request.GET.get("from", ""))
    page = family_pages.set_aside_page(request.viewer, memorial, rows)
    return render(request, "comfort/set_aside.html", {"page": page})


@show_or_take
def decide(request: HttpRequest, slug: str, handle: str) -> HttpResponse:
    memorial = read_first_memorial(request.viewer, slug)
    if request.method == "POST":
        return _decide(request, memorial, handle)
    comfort = queries.on_desk(request.viewer, memorial, handle)
    return render(request, "comfort/reading.html", {"page": family_pages.desk_page(request.viewer, memorial, comfort)})


def _decide(request: HttpRequest, memorial: Memorial, handle: str) -> HttpResponse:
    comfort = memorial.comforts.with_handle(handle)
    decision = _DECISIONS.get(request.POST.get("decision", ""))
    if decision is None:
        raise Http404
    act, words = decision
    if comfort.place in UNREAD and request.POST.get("correction", "") != queries.last_correction(comfort):
        say_done(request, _("Its sender has changed the words since you opened them. Please read them once more."))
        return redirect("decide", slug=memorial.slug, handle=handle)
    try:
        act(request.viewer, comfort, now=clock.now())
    except actions.AlreadyMoved:
        say_done(request, _DECIDED_ALREADY)
    else:
        say_done(request, words, undo=reverse("read_again", args=[memorial.slug, handle]))
    return redirect("reading", slug=memorial.slug)


@require_POST
def read_again(request: HttpRequest, slug: str, handle: str) -> HttpResponse:
    memorial = read_first_memorial(request.viewer, slug)
    try:
        actions.read_again(request.viewer, memorial.comforts.with_handle(handle), now=clock.now())
    except actions.AlreadyMoved:
        say_done(request, _("This one has gone on since, so it stays where it is."))
        return redirect("reading", slug=memorial.slug)
    say_done(request, _("It is back on the desk."))
    return redirect("decide", slug=memorial.slug, handle=handle)


# The family


@require_safe
def waiting_room(request: HttpRequest, slug: str) -> HttpResponse:
    memorial = kept_memorial(request.viewer, slug)
    page = family_pages.waiting_page(request.viewer, memorial, asked=request.GET.get("say") == "yes")
    return render(request, "comfort/waiting_room.html", {"page": page})


@require_POST
def open_comfort(request: HttpRequest, slug: str) -> HttpResponse:
    memorial = kept_memorial(request.viewer, slug)
    by, wanted = _wanted(request, memorial)
    opened = actions.open_next(request.viewer, memorial, now=clock.now(), **wanted)
    if opened is None:
        say_done(request, _NOTHING_WAITS[by])
        return redirect("waiting_room", slug=memorial.slug)
    address = reverse("opened_comfort", args=[memorial.slug, opened.handle])
    return redirect(f"{address}?by={by}" if by else address)


_NOTHING_WAITS: Final = {
    "": gettext_lazy("Nothing waits at the moment."),
    "kind": gettext_lazy("Nothing of this kind waits at the moment."),
    "person": gettext_lazy("Nothing that is signed so waits at the moment."),
}


def _wanted(request: HttpRequest, memorial: Memorial) -> tuple[str, dict[str, Any]]:
    """How the family asked: from whom, of which kind, or whatever has waited longest."""
    if like := request.POST.get("like"):
        comfort = queries.pieces_of(request.viewer, memorial).with_handle(like)
        return "person", {"sender": comfort.waiting_sender}
    if said := request.POST.get("sender", "").strip():
        return "person", {"sender": queries.sender_named(memorial, said)}
    if (kind := request.POST.get("kind", "")) in Kind:
        return "kind", {"kind": kind}
    return "", {}


@require_safe
def opened(request: HttpRequest, slug: str) -> HttpResponse:
    memorial = kept_memorial(request.viewer, slug)
    apart = request.GET.get("apart") == "yes"
    places = (Place.APART,) if apart else OPENED_OR_KEPT
    rows = queries.pieces_in(request.viewer, memorial, places, begin=request.GET.get("from", ""))
    page = family_pages.list_page(request.viewer, memorial, rows, apart=apart)
    return render(request, "comfort/kept.html", {"page": page})


@require_safe
def opened_comfort(request: HttpRequest, slug: str, handle: str) -> HttpResponse:
    memorial = kept_memorial(request.viewer, slug)
    comfort = queries.pieces_of(request.viewer, memorial).with_handle(handle)
    if comfort.place == Place.WAITING:
        return redirect("waiting_room", slug=memorial.slug)
    page = family_pages.opened_page(request.viewer, comfort, by=request.GET.get("by", ""))
    return render(request, "comfort/opened.html", {"page": page})


@require_POST
def move_comfort(request: HttpRequest, slug: str, handle: str) -> HttpResponse:
    memorial = kept_memorial(request.viewer, slug)
    comfort = queries.pieces_of(request.viewer, memorial).with_handle(handle)
    came_from, to = comfort.place, request.POST.get("to") or request.GET.get("to", "")
    if to not in _PLACES:
        raise Http404
    act, words = _PLACES[to]
    try:
        act(request.viewer, comfort, now=clock.now())
    except actions.AlreadyMoved:
        say_done(request, _DECIDED_ALREADY)
    else:
        say_done(request, words, undo=f"{reverse('move_comfort', args=[slug, handle])}?to={came_from}")
    if to in OPENED_OR_KEPT:
        return redirect("opened_comfort", slug=slug, handle=handle)
    return redirect("waiting_room" if to == Place.WAITING else "opened", slug=slug)


@show_or_take
def quiet_page(request: HttpRequest, slug: str) -> HttpResponse:
    memorial = kept_memorial(request.viewer, slug)
    if request.method == "POST":
        return _open_page(request, memorial)
    begin = request.GET.get("from", "")
    rows = queries.pieces_in_their_order(request.viewer, memorial, begin=begin)
    page = family_pages.quiet_page(memorial, rows, begin=begin)
    asks = request.GET.get("ask") == "yes"
    return render(request, "comfort/quiet_question.html" if asks else "comfort/quiet_page.html", {"page": page})


def _open_page(request: HttpRequest, memorial: Memorial) -> HttpResponse:
    opened_now = actions.open_page(request.viewer, memorial, most=queries.PAGE, now=clock.now())
    address = reverse("quiet_page", args=[memorial.slug])
    if not opened_now:
        say_done(request, _NOTHING_WAITS[""])
        return redirect(address)
    return redirect(f"{address}?from={opened_now[0].handle}")
