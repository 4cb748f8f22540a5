"""Timed work about people: what is known of devices goes with the sessions that it belonged to."""

from __future__ import annotations

from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from snowdrop.ground.timetable import every


@every(timedelta(days=1), "forget devices whose sessions are over")
def forget_devices(now: datetime) -> None:
    """Removes the notes on devices (a network and a browser's name) whose session has ended or run out."""
    live = Session.objects.filter(expire_date__gt=now).values("session_key")
    UserSession.objects.exclude(session_key__in=live).delete()
