"""The doors of notices: what somebody is told and how; following a page; stopping mails without an account."""

from __future__ import annotations

from allauth.core import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from snowdrop.comfort.open_door import open_door
from snowdrop.ground import clock
from snowdrop.memorials.answering import done, sent
from snowdrop.memorials.doors import visible_memorial
from snowdrop.notices import actions, queries
from snowdrop.notices.forms import FollowForm, NoticesForm
from snowdrop.people.actions import live_in_time_zone
from snowdrop.people.marks import address_mark
from snowdrop.people.models import Person


@open_door  # a program for mail presses the button too; the address is a secret of whoever reads the mail
@require_http_methods(["GET", "HEAD", "POST"])
def stop_mails(request: HttpRequest, token: str) -> HttpResponse:
    """Asks when it is opened; stops, or takes that back, when it is pressed (RFC 8058)."""
    if request.method == "POST":
        wish = request.POST.get("wish", "")
        if wish == "again":
            actions.take_back_stop(token, now=clock.now())
        else:
            actions.stop_mails(token, everything=wish == "everything", now=clock.now())
    return render(request, "notices/stop.html", {"page": queries.stop_page(token)})


def notices(request: HttpRequest) -> HttpResponse:
    """What there is for the viewer, and of what they want to be told, how and when."""
    form = NoticesForm(sent(request), queries.chosen(request.viewer))
    if form.is_valid():
        live_in_time_zone(request.viewer, zone=form.cleaned_data["zone"], now=clock.now())
        actions.wish_to_be_told(request.viewer, now=clock.now(), **form.said())
        return done(request, _("It is kept."), "notices")
    page = queries.notices_page(request.viewer, now=clock.now())
    return render(request, "notices/notices.html", {"page": page, "form": form})


@require_POST
def notices_seen(request: HttpRequest) -> HttpResponse:
    """Sets aside what stands on the page."""
    actions.have_seen(request.viewer, now=clock.now())
    return done(request, _("It is set aside."), "notices")


@require_POST
def try_mailbox_again(request: HttpRequest) -> HttpResponse:
    """Sends to the viewer's address again."""
    person = Person.objects.get(pk=request.viewer.person_id)
    actions.try_mailbox_again(address_mark(person.email), now=clock.now())
    return done(request, _("The next mail is sent to you again."), "notices")


@login_not_required
def follow(request: HttpRequest, slug: str) -> HttpResponse:
    """Asks to be told when a family shares something: with one press, or without an account by an address."""
    memorial = visible_memorial(request.viewer, slug)
    if request.viewer.is_signed_in and request.method == "POST":
        act = actions.stop_following if "stop" in request.POST else actions.follow
        act(request.viewer, memorial, now=clock.now())
        return done(request, _("You are told nothing more of it.") if "stop" in request.POST else _TOLD, "follow", slug)
    page, form = queries.follow_page(request.viewer, memorial), FollowForm(sent(request))
    if form.is_valid():
        if ratelimit.consume(request, action="ask_to_follow"):
            actions.ask_to_follow(memorial, address=form.cleaned_data["address"], now=clock.now())
            return done(request, _ASKED, "follow", slug)
        form.add_error(None, _TOO_OFTEN)
    return render(request, "notices/follow.html", {"page": page, "form": form})


_ASKED = gettext_lazy(
    "Please look at your mails. If mails from here are wanted at this address, one asks whether you meant it; until "
    "you say so, nothing else is sent."
)
_TOLD = gettext_lazy("You are told from now on, by one quiet mail a day at most.")
_TOO_OFTEN = gettext_lazy("Several addresses came from your network in a short time. Please wait an hour.")


@open_door
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_follow(request: HttpRequest, token: str) -> HttpResponse:
    """Asks when it is opened, so that no program that looks through mails says yes; confirms when it is pressed."""
    listener = queries.listener_of(token)
    if request.method == "POST":
        listener = actions.confirm_following(token, now=clock.now())
    return render(request, "notices/confirm.html", {"confirmed": listener.confirmed_at is not None})
