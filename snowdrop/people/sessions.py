"""How long somebody stays signed in: long on a device of their own, no longer than the visit on another."""

from __future__ import annotations

from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.contrib.auth import logout
from django.http import HttpRequest

VISIT = timedelta(hours=12)
"""The longest visit on a device of somebody else; a browser that is never closed would keep it open."""
RECENT = timedelta(minutes=15)
"""After this, adding a way in asks for a code or a passkey once more (trust.md B5)."""

_SIGNED_IN, _VISITING, _SEEN = "signed_in_at", "visiting", "seen_on"


def expect_a_short_stay(request: HttpRequest) -> None:
    """Keeps the session of somebody who has not signed in no longer than signing in takes."""
    if not request.user.is_authenticated:
        request.session.set_expiry(timedelta(hours=1))


def begin_session(request: HttpRequest, *, visiting: bool, now: datetime) -> None:
    """Settles, right after signing in, how long it lasts."""
    request.session[_SIGNED_IN] = now.timestamp()
    request.session[_VISITING] = visiting
    request.session.set_expiry(0 if visiting else None)


def look_after_session(request: HttpRequest, *, now: datetime) -> None:
    """Ends a visit that has lasted too long; once a day renews a session, so that one in use does not end."""
    if not request.user.is_authenticated:
        return
    session = request.session
    if session.get(_VISITING) and now.timestamp() - session[_SIGNED_IN] > VISIT.total_seconds():
        end_session(request)
    elif session.get(_SEEN) != now.date().isoformat():
        session[_SEEN] = now.date().isoformat()
        UserSession.objects.create_from_request(request)


def end_session(request: HttpRequest) -> None:
    """Signs this browser out."""
    UserSession.objects.filter(session_key=request.session.session_key).delete()
    logout(request)


def signed_in_lately(request: HttpRequest, *, now: datetime) -> bool:
    """Whether somebody proved who they are a short while ago."""
    return now.timestamp() - request.session.get(_SIGNED_IN, 0) < RECENT.total_seconds()
