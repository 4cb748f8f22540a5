"""The doors of the family: the waiting room, what was opened, the quiet page. Where it is quiet, nothing opens."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from snowdrop.comfort import actions, queries, waiting_pages
from snowdrop.comfort.forms_of_waiting import asked_for
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.vocabulary import OPENED_OR_KEPT, UNOPENED, Place
from snowdrop.ground import clock
from snowdrop.ground.done import say_done
from snowdrop.memorials.doors import kept_memorial, memorial_not_quiet
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.rules import quiet_since

_PLACES: Final = {
    Place.KEPT.value: (actions.keep_comfort, gettext_lazy("It is kept.")),
    Place.WAITING.value: (
        actions.put_back,
        gettext_lazy("It is back in the waiting room, as if never opened."),
    ),
    Place.APART.value: (actions.put_apart, gettext_lazy("It is set apart.")),
    Place.OPENED.value: (actions.open_comfort, gettext_lazy("It is with what you have opened.")),
}

_MOVED_ALREADY: Final = gettext_lazy("It has been put somewhere else in the meantime. Nothing was changed.")


@require_safe
def waiting_room(request: HttpRequest, slug: str) -> HttpResponse:
    memorial = memorial_not_quiet(request.viewer, slug)
    today = timezone.localdate(clock.now())
    page = waiting_pages.waiting_page(request.viewer, memorial, asked=request.GET.get("say") == "yes", today=today)
    return render(request, "comfort/waiting_room.html", {"page": page})


@require_POST
def open_comfort(request: HttpRequest, slug: str) -> HttpResponse:
    memorial = memorial_not_quiet(request.viewer, slug)
    asked = asked_for(request.POST, request.viewer, memorial)
    opened = actions.open_next(request.viewer, memorial, asked.wanted, now=clock.now())
    if opened is None:
        say_done(request, _NOTHING_WAITS[asked.by])
        return redirect("box", slug, asked.of) if asked.by == "box" else redirect("waiting_room", slug)
    said = {"by": asked.by, "of": asked.of} if asked.by else {}
    if actions.offer_thanks(request.viewer, memorial, now=clock.now()):
        said["thanks"] = "offered"
    address = reverse("opened_comfort", args=[memorial.slug, opened.handle])
    return redirect(f"{address}?{urlencode(said)}" if said else address)


_NOTHING_WAITS: Final = {
    "": gettext_lazy("Nothing waits at the moment."),
    "kind": gettext_lazy("Nothing of this kind waits at the moment."),
    "person": gettext_lazy("Nothing that is signed so waits at the moment."),
    "circle": gettext_lazy("Nothing from this circle waits at the moment."),
    "family": gettext_lazy("Nothing waits at the moment from those whom you call family."),
    "box": gettext_lazy("Nothing is in this box any more."),
}


@require_safe
def opened(request: HttpRequest, slug: str) -> HttpResponse:
    memorial = kept_memorial(request.viewer, slug)
    apart = request.GET.get("apart") == "yes"
    places = (Place.APART,) if apart else OPENED_OR_KEPT
    begin, quiet = request.GET.get("from", ""), quiet_since(memorial, request.viewer.person_id, clock.now())
    rows = queries.pieces_in(request.viewer, memorial, places, begin=begin, opened_before=quiet)
    page = waiting_pages.list_page(request.viewer, memorial, rows, apart=apart)
    return render(request, "comfort/kept.html", {"page": page})


@require_safe
def opened_comfort(request: HttpRequest, slug: str, handle: str) -> HttpResponse:
    memorial = kept_memorial(request.viewer, slug)
    comfort = _piece(request, memorial, handle)
    if comfort.place in UNOPENED:
        return redirect("waiting_room", slug=memorial.slug)
    by, of, thanks = (request.GET.get(name, "") for name in ("by", "of", "thanks"))
    page = waiting_pages.opened_page(request.viewer, comfort, by=by, of=of, offered=thanks == "offered")
    return render(request, "comfort/opened.html", {"page": page})


def _piece(request: HttpRequest, memorial: Memorial, handle: str) -> Comfort:
    """One that the family may see: while it is quiet for the viewer, only what was opened before."""
    quiet = quiet_since(memorial, request.viewer.person_id, clock.now())
    return queries.pieces_of(request.viewer, memorial, opened_before=quiet).with_handle(handle)


@require_POST
def move_comfort(request: HttpRequest, slug: str, handle: str) -> HttpResponse:
    memorial = kept_memorial(request.viewer, slug)
    comfort = _piece(request, memorial, handle)
    came_from, to = comfort.place, request.POST.get("to") or request.GET.get("to", "")
    if to not in _PLACES:
        raise Http404
    act, words = _PLACES[to]
    undo = f"{reverse('move_comfort', args=[slug, handle])}?to={came_from}"
    try:
        act(request.viewer, comfort, now=clock.now())
    except actions.AlreadyMoved:
        words, undo = _MOVED_ALREADY, ""
    say_done(request, words, undo=undo)
    if to in OPENED_OR_KEPT:
        return redirect("opened_comfort", slug=slug, handle=handle)
    return redirect("waiting_room" if to == Place.WAITING else "opened", slug=slug)


@require_http_methods(["GET", "HEAD", "POST"])
def quiet_page(request: HttpRequest, slug: str) -> HttpResponse:
    asks = request.GET.get("ask") == "yes"
    opens = asks or request.method == "POST"
    memorial = (memorial_not_quiet if opens else kept_memorial)(request.viewer, slug)
    if request.method == "POST":
        return _open_page(request, memorial)
    begin, quiet = request.GET.get("from", ""), quiet_since(memorial, request.viewer.person_id, clock.now())
    rows = queries.pieces_in_their_order(request.viewer, memorial, begin=begin, opened_before=quiet)
    page = waiting_pages.quiet_page(memorial, rows, begin=begin)
    return render(request, "comfort/quiet_question.html" if asks else "comfort/quiet_page.html", {"page": page})


def _open_page(request: HttpRequest, memorial: Memorial) -> HttpResponse:
    asked = asked_for(request.POST, request.viewer, memorial)
    opened_now = actions.open_page(request.viewer, memorial, asked.wanted, most=queries.PAGE, now=clock.now())
    address = reverse("quiet_page", args=[memorial.slug])
    if not opened_now:
        say_done(request, _NOTHING_WAITS[asked.by])
        return redirect(address)
    return redirect(f"{address}?from={opened_now[0].handle}")
