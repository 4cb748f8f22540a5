"""Leaving in haste, the curtain that it draws, and the discreet look (trust.md B5, T13)."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from snowdrop.ground import discretion, leaving
from snowdrop.ground.clock import now
from snowdrop.ground.cookies import keep_for_a_year, let_go_of
from snowdrop.ground.done import say_done
from snowdrop.pages.forms import DiscreetForm
from snowdrop.pages.ways import way_back
from snowdrop.people import actions
from snowdrop.people.sessions import CLEARED_ON_LEAVING, end_session

_KEYS, _OFF = "keys", "off"


@login_not_required
@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """Leaves for another site at once, without a script. It signs out, clears what was kept, draws the curtain.

    A GET that changes something, because a link in a published page has no token; all it takes can be had again.
    """
    if request.session.session_key:
        end_session(request)
    response = HttpResponseRedirect(settings.SNOWDROP.leave_to)
    leaving.draw_curtain(response)
    response.headers["Clear-Site-Data"] = CLEARED_ON_LEAVING
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@csrf_exempt
@login_not_required
@require_POST
def come_back(request: HttpRequest) -> HttpResponse:
    """Opens the curtain and goes where somebody wanted to go. It changes nothing else, so it asks for no token."""
    response = HttpResponseRedirect(way_back(request))
    leaving.open_curtain(response)
    return response


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def discreet_look(request: HttpRequest) -> HttpResponse:
    """Chooses the discreet look: for this browser, and, signed in, for every device and for mails."""
    form = DiscreetForm(request.POST or None, viewer=request.viewer, initial=_chosen(request))
    if request.method != "POST" or not form.is_valid():
        return render(request, "pages/discreet_look.html", {"form": form})
    if "everywhere" in form.cleaned_data:
        actions.be_discreet(request.viewer, discreet=form.cleaned_data["everywhere"], now=now())
    say_done(request, _("Your choice is kept."))
    response = redirect("discreet_look")
    discretion.choose_here(response, discreet=form.cleaned_data["here"])
    _choose_keys(response, on=form.cleaned_data["by_key"])
    return response


def _chosen(request: HttpRequest) -> dict[str, bool]:
    return {
        "here": discretion.chosen_here(request),
        "everywhere": request.for_a_discreet_person,
        "by_key": request.COOKIES.get(_KEYS) != _OFF,
    }


def _choose_keys(response: HttpResponse, *, on: bool) -> None:
    """Read by the script that leaves (leave.js); without a script no key leaves."""
    if on:
        let_go_of(response, _KEYS)
    else:
        keep_for_a_year(response, _KEYS, _OFF, scripts_read_it=True)
