"""The outbox: mails on their way. A row says what for, of what and to whom, never an address or a word.

Whoever tells of something puts rows into the transaction of the act, or of a reader of the journal; the same three
names again are the same row. The worker holds some rows for a while, asks the room that knows such mails to write each
at that moment, so that rights are asked again when it leaves, and marks it once the server has taken it. A worker that
is killed leaves rows held; another takes them up when that time is over. Between the server's answer and the mark lies
the only moment in which a mail can be sent twice; it then carries the same Message-ID (docs/decisions/0011).
"""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection as database
from django.db import transaction

from snowdrop.ground import clock
from snowdrop.ground.mail import Mail, MailNotSent, send
from snowdrop.ground.models import Outgoing
from snowdrop.ground.timetable import every
from snowdrop.ground.unwanted import the_list

logger = logging.getLogger(__name__)

LOOK_EVERY: Final = 1.0
"""Seconds between two looks while nothing is due."""
HELD_AT_ONCE: Final = 20
HELD_FOR: Final = timedelta(minutes=10)
_BEGUN_BEFORE: Final = timedelta(minutes=7)
"""After so long nothing more of what is held is begun: a slow server must not have it sent by two workers at once."""
TRIED_FOR: Final = timedelta(days=3)
_FIRST_REST, _LONGEST_REST = timedelta(minutes=1), timedelta(hours=6)
_SERVER_REST: Final = timedelta(seconds=30)
_REMEMBERED_FOR: Final = timedelta(days=90)
_PUT_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Later:
    """That a mail may leave, but not before this moment."""

    at: datetime


Written = Mail | Later | None
"""A mail as it is to be sent now; when to ask again; or that there is nothing to say any more."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Who knows one kind of mail: writes it when it leaves, and hears that it was sent, or cannot be brought."""

    write: Callable[[Outgoing, datetime], Written]
    give_up: Callable[[Outgoing, datetime], None] | None = None
    sent: Callable[[Outgoing, datetime], None] | None = None


_writers: dict[str, Writer] = {}


def writes(
    what: str,
    *,
    sent: Callable[[Outgoing, datetime], None] | None = None,
    give_up: Callable[[Outgoing, datetime], None] | None = None,
) -> Callable[[Callable[[Outgoing, datetime], Written]], Callable[[Outgoing, datetime], Written]]:
    """Registers who writes mails of one kind.

    `sent` is called in the transaction in which one is marked as sent, `give_up` where it cannot be brought.
    """

    def register(write: Callable[[Outgoing, datetime], Written]) -> Callable[[Outgoing, datetime], Written]:
        _writers[what] = Writer(write, give_up, sent)
        return write

    return register


def put(
    what: str,
    *,
    subject_id: UUID,
    recipients: Iterable[UUID],
    memorial_id: UUID | None,
    now: datetime,
    due_at: datetime | None = None,
) -> None:
    """Puts one mail for each recipient into the outbox, and none twice. Only inside a transaction."""
    if not database.in_atomic_block:
        raise RuntimeError(f"A mail ({what}) needs the transaction of what it tells of.")
    rows = [
        Outgoing(
            what=what,
            subject_id=subject_id,
            recipient_id=one,
            memorial_id=memorial_id,
            made_at=now,
            due_at=due_at or now,
        )
        for one in recipients
    ]
    Outgoing.objects.bulk_create(rows, ignore_conflicts=True, batch_size=_PUT_AT_ONCE)


def send_what_is_due(now: datetime) -> bool:
    """Sends some of what is due; says whether there was anything. Safe with several workers at once."""
    held = _hold(now)
    if not held:
        return False
    server, left = get_connection(), list(held)
    try:
        while left and clock.now() < now + _BEGUN_BEFORE:
            if not _bring(left.pop(0), server):
                _let_go_of(left, until=clock.now() + _SERVER_REST)
                return True
    finally:
        server.close()
    _let_go_of(left, until=clock.now())
    return True


def bring_again(mail_id: UUID, *, now: datetime) -> None:
    """Tries once more what was taken and came back because of something that may pass."""
    row = Outgoing.objects.filter(pk=mail_id, due_at=None).first()
    if row and now < row.made_at + TRIED_FOR:
        Outgoing.objects.filter(pk=mail_id).update(due_at=now + _rest(row.tries), tries=row.tries + 1, sent_at=None)


def came_back(row: Outgoing, *, now: datetime) -> None:
    """Tells the room that wrote a mail that it was taken and came back for good. Only inside a transaction."""
    writer = _writers.get(row.what)
    if writer and writer.give_up:
        writer.give_up(row, now)


@dataclass(frozen=True, slots=True)
class Late:
    """Since when the oldest mail waits that no worker has taken up, and the oldest that no server took; or None."""

    not_taken_up_since: datetime | None
    not_brought_since: datetime | None


def late(now: datetime, *, after: timedelta) -> Late:
    """What has waited longer than it should. What waits on purpose, for a morning or while frozen, is not late."""
    untouched = Outgoing.objects.filter(due_at__lte=now - after).order_by("due_at")
    refused = Outgoing.objects.filter(due_at__isnull=False, tries__gt=0, made_at__lte=now - after).order_by("made_at")
    return Late(
        untouched.values_list("due_at", flat=True).first(),
        refused.values_list("made_at", flat=True).first(),
    )


@every(timedelta(days=1), "forget mails that are over")
def forget(now: datetime) -> None:
    """Forgets what is over after a time in which nothing that told of it can be read again."""
    Outgoing.objects.filter(due_at=None, made_at__lt=now - _REMEMBERED_FOR).delete()


@transaction.atomic
def _hold(now: datetime) -> list[Outgoing]:
    """Some of what is due, held for a while: no other worker is given them before that is over."""
    due = Outgoing.objects.filter(due_at__lte=now, what__in=_writers).order_by("due_at")
    free = due.select_for_update(skip_locked=database.features.has_select_for_update_skip_locked)
    held = list(free[:HELD_AT_ONCE])
    Outgoing.objects.filter(pk__in=[row.pk for row in held]).update(due_at=now + HELD_FOR)
    return held


def _let_go_of(rows: list[Outgoing], *, until: datetime) -> None:
    Outgoing.objects.filter(pk__in=[row.pk for row in rows], due_at__isnull=False).update(due_at=until)


def _bring(row: Outgoing, server: BaseEmailBackend) -> bool:
    """Brings one mail; says whether the server is there for another."""
    try:
        written = _writers[row.what].write(row, clock.now())
    except Exception:
        logger.exception("A mail could not be written (%s); it is tried again.", row.what)
        _try_later(row)
        return True
    if isinstance(written, Later):
        Outgoing.objects.filter(pk=row.pk).update(due_at=written.at)
    elif written is None:
        Outgoing.objects.filter(pk=row.pk).update(due_at=None)
    else:
        return _hand_over(row, written, server)
    return True


def _hand_over(row: Outgoing, mail: Mail, server: BaseEmailBackend) -> bool:
    row.mark = the_list().mark_of(mail.to)
    try:
        server.open()
        send(mail, server, mail_id=row.pk)
    except MailNotSent as problem:
        if problem.for_good:
            _give_up(row, clock.now(), nobody_there=problem.nobody_there)
        else:
            _try_later(row)
        return not problem.server_away
    except OSError:  # of opening the connection; those of sending are MailNotSent
        _try_later(row)
        return False
    _note_sent(row, clock.now())
    return True


@transaction.atomic
def _note_sent(row: Outgoing, now: datetime) -> None:
    Outgoing.objects.filter(pk=row.pk).update(due_at=None, sent_at=now, mark=row.mark)
    if hear := _writers[row.what].sent:
        hear(row, now)


def _try_later(row: Outgoing) -> None:
    now = clock.now()
    if now > row.made_at + TRIED_FOR:
        _give_up(row, now)
    else:
        Outgoing.objects.filter(pk=row.pk).update(due_at=now + _rest(row.tries), tries=row.tries + 1)


@transaction.atomic
def _give_up(row: Outgoing, now: datetime, *, nobody_there: bool = False) -> None:
    Outgoing.objects.filter(pk=row.pk).update(due_at=None, mark=row.mark)
    if nobody_there:
        the_list().nobody_there(bytes(row.mark), now)
    if hear := _writers[row.what].give_up:
        hear(row, now)


def _rest(tries: int) -> timedelta:
    """Twice as long after each try, and never the same for all: a server that comes back is not met by everybody."""
    longest = min(_LONGEST_REST, _FIRST_REST * 2 ** min(tries, 16))
    return longest * random.uniform(0.5, 1.0)
