"""Looks at what is kept: the journal and its readers, mails, timed work, the database, the disk, backups, the key."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import OperationalError, connection
from django.utils.translation import gettext as _

from snowdrop.comfort.vocabulary import SPARE_BYTES as SPARE_FOR_WORDS
from snowdrop.engine_room import lines
from snowdrop.engine_room import vocabulary as words
from snowdrop.engine_room.lines import Figure, Line
from snowdrop.engine_room.looks_at_processes import Seen
from snowdrop.engine_room.vocabulary import State
from snowdrop.ground import instance_keys, journal, outbox
from snowdrop.ground.last_backup import last_backup
from snowdrop.ground.models import TimedWork
from snowdrop.media.store import SPARE_BYTES as SPARE_FOR_PHOTOGRAPHS


def look_at_journal(_seen: Seen, now: datetime) -> Iterator[Line]:
    """How far each reader is behind. That of public pages says how old the oldest change is that is not on them."""
    _require_database()
    for one in journal.standings():
        yield _reader(one, now)


def _reader(one: journal.Standing, now: datetime) -> Line:
    behind = (now - one.since).total_seconds() if one.since else 0.0
    limits = words.RECORDINGS if one.reader == "recordings" else words.READER
    said = _("up to date")
    if one.entries:
        said = _("%(n)d entries behind, for %(time)s") % {"n": one.entries, "time": lines.time_of(behind)}
    of = {"reader": one.reader}
    figures = (Figure("journal_behind_entries", one.entries, of), Figure("journal_behind_seconds", behind, of))
    return Line(words.READERS.get(one.reader, one.reader), limits.state_of(behind), said, figures)


def look_at_queues(_seen: Seen, now: datetime) -> Iterator[Line]:
    """Mails that wait, and timed work that is late."""
    _require_database()
    waits = outbox.late(now, after=timedelta())
    yield _queue(_("mails to be sent"), "mails", waits.not_taken_up_since, now, words.MAIL)
    yield _queue(_("mails that no server takes"), "mails_refused", waits.not_brought_since, now, words.REFUSED)
    due = TimedWork.objects.filter(next_run__lte=now).order_by("next_run").values_list("next_run", flat=True).first()
    yield _queue(_("what is done by the clock"), "timed_work", due, now, words.TIMED)


def _queue(about: str, name: str, since: datetime | None, now: datetime, limits: words.Limits) -> Line:
    waits = (now - since).total_seconds() if since else 0.0
    said = _("the oldest waits for %(time)s") % {"time": lines.time_of(waits)} if since else _("nothing waits")
    return Line(about, limits.state_of(waits), said, (Figure("queue_oldest_seconds", waits, {"queue": name}),))


def look_at_database(_seen: Seen, _now: datetime) -> Iterator[Line]:
    """How large the database is, and its write-ahead log where it is the embedded one."""
    _require_database()
    if connection.vendor != "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_database_size(current_database())")
            yield _size(_("database"), "database", cursor.fetchone()[0])
        return
    name = str(connection.settings_dict["NAME"])
    yield _size(_("database"), "database", _bytes_of(name))
    wal = _bytes_of(f"{name}-wal")
    yield _size(_("its log of what was written last"), "wal", wal, words.WAL.state_of(wal))


def _require_database() -> None:
    """Raises OperationalError where there is no embedded database yet: to ask for it would make an empty one."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite" and os.path.isabs(name) and not os.path.exists(name):
        raise OperationalError("There is no database yet.")


def _size(about: str, part: str, size: int, state: State = State.FINE) -> Line:
    return Line(about, state, lines.size_of(size), (Figure("database_bytes", size, {"part": part}),))


def _bytes_of(name: str) -> int:
    try:
        return Path(name).stat().st_size
    except OSError:
        return 0


def look_at_disk(_seen: Seen, _now: datetime) -> Iterator[Line]:
    """How much is free where the data lies, and what is refused when it gets less."""
    free = shutil.disk_usage(settings.SNOWDROP.data).free
    if free <= SPARE_FOR_WORDS:
        state, said = State.STUCK, _("%(free)s free; nothing is taken in")
    elif free <= SPARE_FOR_PHOTOGRAPHS:
        state, said = State.STUCK, _("%(free)s free; photographs and recordings are refused, words below %(words)s")
    else:
        state = State.SLOW if free <= 2 * SPARE_FOR_PHOTOGRAPHS else State.FINE
        said = _("%(free)s free; photographs are refused below %(photographs)s, words below %(words)s")
    sizes = {
        "free": lines.size_of(free),
        "photographs": lines.size_of(SPARE_FOR_PHOTOGRAPHS),
        "words": lines.size_of(SPARE_FOR_WORDS),
    }
    yield Line(_("room on the disk"), state, said % sizes, (Figure("disk_free_bytes", free),))


def look_at_backup(_seen: Seen, now: datetime) -> Iterator[Line]:
    """When the last backup was made, and when one was tried out."""
    last = last_backup()
    if last is None:
        yield Line(_("last backup"), State.SLOW, _("none is known of"))
        return
    age = (now - last.made_at).total_seconds()
    said = _("%(time)s ago, %(size)s") % {"time": lines.time_of(age), "size": lines.size_of(last.size)}
    figures = (Figure("backup_age_seconds", age), Figure("backup_bytes", last.size))
    yield Line(_("last backup"), words.BACKUP.state_of(age), said, figures)
    if last.verified_at is None:
        yield Line(_("a backup was tried out"), State.SLOW, _("never"))
        return
    age = (now - last.verified_at).total_seconds()
    said, figure = _("%(time)s ago") % {"time": lines.time_of(age)}, Figure("backup_verified_age_seconds", age)
    yield Line(_("a backup was tried out"), words.VERIFIED.state_of(age), said, (figure,))


def look_at_key(_seen: Seen, now: datetime) -> Iterator[Line]:
    """How old the instance key is. It is renewed by `rotate-instance-key`, whenever somebody may have seen it."""
    made = instance_keys.made_at()
    if made is None:
        yield Line(_("instance key"), State.STUCK, _("is not there; nothing that is sealed can be opened"))
        return
    age = (now - made).total_seconds()
    said = _("made %(time)s ago") % {"time": lines.time_of(age)}
    yield Line(_("instance key"), State.FINE, said, (Figure("instance_key_age_seconds", age),))
