"""The doors of comfort for guests who send it. To read first: views_of_reading.py; to open: views_of_waiting.py."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseRedirectBase
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from snowdrop.comfort import actions, guest_pages
from snowdrop.comfort.content import Content, read_content
from snowdrop.comfort.forms import ComfortForm, WordsForm, first_answers
from snowdrop.comfort.intake import Arrival, NeedsAttention, is_once, needs_notes, new_once, read_fields
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.open_door import fields_of, open_door
from snowdrop.comfort.vocabulary import Place
from snowdrop.ground import clock
from snowdrop.ground.done import say_done
from snowdrop.memorials.doors import headers_for, open_page, visible_memorial
from snowdrop.memorials.models import Memorial
from snowdrop.safeguarding.gentle import Note
from snowdrop.safeguarding.lines_shown import REMEMBERED

show_or_take = require_http_methods(["GET", "HEAD", "POST"])


class SeeOther(HttpResponseRedirectBase):
    """What was sent has arrived; what there is to see is at another address."""

    status_code = 303


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
        return _send_page(
            request, memorial, given, once=once, notes=guest_pages.notes_for(request.viewer, arrival, memorial)
        )
    return _keep(request, memorial, arrival)


def _keep(request: HttpRequest, memorial: Memorial, arrival: Arrival) -> HttpResponse:
    given, arrival = request.POST.dict(), replace(arrival, sender=request.viewer.person_id)
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
    page = guest_pages.send_page(memorial, once=once, now=clock.now(), notes=notes)
    form = ComfortForm(given, memorial, problems=problems)
    content = render_to_string("comfort/send.html", {"page": page, "form": form}, request)
    headers = {} if request.method == "POST" else headers_for(request.viewer, memorial)
    return HttpResponse(content, status=status, headers=headers)


@open_door
@require_POST
def gentle_notes(request: HttpRequest, slug: str) -> HttpResponse:
    memorial = visible_memorial(request.viewer, slug)
    words, language = request.POST.get("text", ""), request.POST.get("language", "")
    notes = guest_pages.notes_on_words(request.viewer, words, language, memorial)
    shown = [{"phrase": note.phrase, "reason": note.reason, "kinder": note.kinder} for note in notes]
    return JsonResponse({"notes": shown})


@open_door
@require_safe
def older_comfort(request: HttpRequest, slug: str) -> HttpResponse:
    opened = open_page(request.viewer, slug)
    before = _moment(request.GET.get("before", ""))
    page = guest_pages.older_page(opened, before=before, now=clock.now())
    content = render_to_string("comfort/older.html", {"page": page}, request)
    return HttpResponse(content, headers=headers_for(request.viewer, opened.memorial))


def _moment(said: str) -> int | None:
    """The moment in an address, in microseconds; None where it says nothing that could be one."""
    return int(said) if said.isascii() and said.isdigit() and len(said) <= 18 else None


@open_door
@require_safe
def received(request: HttpRequest, once: str) -> HttpResponse:
    country = request.COOKIES.get(REMEMBERED, "")
    comfort = actions.sent_with(once)
    page = guest_pages.received_page(request.viewer, comfort, once, country=country, now=clock.now())
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
        notes = guest_pages.notes_for(request.viewer, arrival, comfort.memorial)
        return _correct_page(request, comfort, once, given, notes=notes)
    return _put_in_place(request, comfort, arrival)


def _put_in_place(request: HttpRequest, comfort: Comfort, arrival: Arrival) -> HttpResponse:
    content = Content(arrival.words, arrival.name, arrival.relation, arrival.reach)
    if content != read_content(comfort):
        try:
            actions.correct(arrival.once, content, by=request.viewer, now=clock.now())
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
    page = guest_pages.received_page(request.viewer, actions.sent_with(once), once, now=clock.now())
    if page.taken_back:
        return redirect("received", once=once)
    return render(request, "comfort/take_back.html", {"page": page})
