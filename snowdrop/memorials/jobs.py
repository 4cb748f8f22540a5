"""Timed work about keeping: telling keepers in time, letting successors keep, finishing what has become final."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from snowdrop.ground.mail import MailNotSent
from snowdrop.ground.timetable import every
from snowdrop.memorials.actions.removing import make_final, remove_everything
from snowdrop.memorials.actions.succeeding import succeed
from snowdrop.memorials.actions.telling import note_told
from snowdrop.memorials.mails import mail_notice
from snowdrop.memorials.models import Deletion, Succession
from snowdrop.memorials.queries.telling import Notice, notices_due
from snowdrop.people.models import Person

logger = logging.getLogger(__name__)


@every(timedelta(minutes=1), "do what keepers were promised")
def look_after_keeping(now: datetime) -> None:
    """Tells first, so that nothing happens of which somebody could have been told. One that fails holds up no other."""
    for notice in notices_due(now):
        _each(_tell, notice, now)
    for succession_id in Succession.objects.filter(stopped_at=None).values_list("pk", flat=True):
        _each(_succeed, succession_id, now)
    for memorial_id in Deletion.objects.values_list("pk", flat=True):
        _each(_finish, memorial_id, now)


def _each(act: Callable[[Any, datetime], None], thing: Any, now: datetime) -> None:
    try:
        act(thing, now)
    except Exception:
        logger.exception("Something that keepers were promised could not be done; it is tried again (%s).", act)


def _tell(notice: Notice, now: datetime) -> None:
    """Noted once it is sent; if no mail can be sent at the moment it is tried again, and what it is about waits."""
    person = Person.objects.get(pk=notice.person_id)
    try:
        mail_notice(notice, to=person)
    except MailNotSent as problem:
        if not problem.nobody_there:
            return
    note_told(notice, now=now)


def _succeed(succession_id: Any, now: datetime) -> None:
    succeed(succession_id, now=now)


def _finish(memorial_id: Any, now: datetime) -> None:
    if make_final(memorial_id, now=now):
        remove_everything(memorial_id, now=now)
