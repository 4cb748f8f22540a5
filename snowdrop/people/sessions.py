"""How long somebody stays signed in: long on a device of their own, no longer than the visit on another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.contrib.auth import logout
from django.http import HttpRequest

VISIT = timedelta(hours=12)
"""The longest visit on a device of somebody else; a browser that is never closed would keep it open."""
IDLE = timedelta(hours=1)
"""A visit ends after so long without a page, or without a word that is kept while it is written."""
RECENT = timedelta(minutes=15)
"""After this, adding a way in asks for a code or a passkey once more (trust.md B5)."""

CLEARED_ON_LEAVING = '"cache", "storage"'
"""Not cookies: the light that somebody chose and the private links that they were given stay theirs (trust.md T13)."""

_SIGNED_IN, _VISITING, _SEEN = "signed_in_at", "visiting", "seen_on"
_LATELY, _NOTED_EVERY = "seen_at", timedelta(minutes=5)


def expect_a_short_stay(request: HttpRequest) -> None:
    """Keeps the session of somebody who has not signed in no longer than signing in takes."""
    if not request.user.is_authenticated:
        request.session.set_expiry(timedelta(hours=1))


def begin_session(request: HttpRequest, *, visiting: bool, now: datetime) -> None:
    """Settles, right after signing in, how long it lasts."""
    request.session[_SIGNED_IN] = now.timestamp()
    request.session[_VISITING] = visiting
    request.session[_LATELY] = now.timestamp()
    request.session.set_expiry(0 if visiting else None)


def look_after_session(request: HttpRequest, *, now: datetime) -> None:
    """Ends a visit that has lasted or rested too long; renews a session once a day, so that one in use does not end."""
    if not request.user.is_authenticated:
        return
    session = request.session
    if session.get(_VISITING):
        _look_after_visit(request, now.timestamp())
    elif session.get(_SEEN) != now.date().isoformat():
        session[_SEEN] = now.date().isoformat()
        UserSession.objects.create_from_request(request)


def _look_after_visit(request: HttpRequest, now: float) -> None:
    rested = now - request.session.get(_LATELY, 0)
    if now - request.session[_SIGNED_IN] > VISIT.total_seconds() or rested > IDLE.total_seconds():
        end_session(request)
    elif rested > _NOTED_EVERY.total_seconds():
        request.session[_LATELY] = now


def is_visiting(request: HttpRequest) -> bool:
    """Whether somebody has said that this device is somebody else's."""
    return bool(request.session.get(_VISITING))


def end_session(request: HttpRequest) -> None:
    """Signs this browser out."""
    UserSession.objects.filter(session_key=request.session.session_key).delete()
    logout(request)


def while_signed_in(request: HttpRequest, is_allowed: Callable[[], bool]) -> Callable[[], bool]:
    """Whether something is still allowed, and whoever asked for it is still signed in, if they were.

    For answers that take long, and ask it while they go out: whoever signs out everywhere cuts them.
    """
    key = request.session.session_key if request.user.is_authenticated else None
    return lambda: (key is None or request.session.exists(key)) and is_allowed()


def signed_in_lately(request: HttpRequest, *, now: datetime) -> bool:
    """Whether somebody proved who they are a short while ago."""
    return now.timestamp() - request.session.get(_SIGNED_IN, 0) < RECENT.total_seconds()
