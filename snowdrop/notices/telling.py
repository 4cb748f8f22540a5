"""Telling people: what is noted, when it is put into the outbox, how the mail is written as it leaves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID, uuid5

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from snowdrop.ground import outbox
from snowdrop.ground.mail import Mail
from snowdrop.ground.models import Outgoing
from snowdrop.memorials.models import Memorial
from snowdrop.notices import noting, rules
from snowdrop.notices.models import Listener, Noted
from snowdrop.notices.tokens import token_of_listener
from snowdrop.notices.vocabulary import About, How, What
from snowdrop.people.models import Person

_SOON_AGAIN: Final = timedelta(hours=1)
"""Between two mails that tell somebody soon."""
_DAYS: Final = UUID("6f1d7c1e-2f55-5b0e-9a39-6c7f6a0d7a11")
"""Under which the name of a day becomes an id, so that what is gathered on it is one mail for each person."""
_CONFIRM: Final = "follow"


@transaction.atomic
def note(about: About, memorial_id: UUID, *, by: UUID | None, entry: int, now: datetime) -> None:
    """Notes it for all who want to be told, and puts in a mail for those who want to hear soon. Twice is fine.

    `entry` is the last act in the journal that it is about; of an act that was noted before nothing is noted again.
    """
    for reader_id, listener in noting.who_asked(about, memorial_id, but=by):
        noted, is_new = Noted.objects.get_or_create(
            reader_id=reader_id,
            about=about,
            memorial_id=memorial_id,
            defaults={"entry": entry, "at": now, "listener": listener},
        )
        if not is_new and not _note_again(noted, entry, now):
            continue
        if noting.how_of(noted) == How.AT_ONCE:
            due_at = max(now, noted.told_at + _SOON_AGAIN) if noted.told_at else now
            this = uuid5(noted.pk, str(entry))
            outbox.put(What.GATHERED, subject_id=this, recipients=[reader_id], memorial_id=None, now=now, due_at=due_at)


def _note_again(noted: Noted, entry: int, now: datetime) -> bool:
    """What is untold keeps the moment since when it is; a mail on its way tells of what was there before."""
    since = noted.at if noted.untold else now
    newer = Noted.objects.filter(pk=noted.pk, entry__lt=entry)
    return bool(newer.update(entry=entry, at=since, untold=True, told_with=None))


def gather(now: datetime) -> None:
    """Puts one mail for today into the outbox for each person whose hour has come and for whom something is noted."""
    untold: defaultdict[UUID, list[Noted]] = defaultdict(list)
    for noted in Noted.objects.filter(untold=True).select_related("listener").iterator(chunk_size=500):
        untold[noted.reader_id].append(noted)
    for reader_id, rows in untold.items():
        clock = noting.clock_of(reader_id)
        today, moment = rules.gathers_today(clock, now)
        if moment <= now and _due(rows, moment, today, weekday=clock.weekday):
            with transaction.atomic():
                outbox.put(What.GATHERED, subject_id=name_of(today), recipients=[reader_id], memorial_id=None, now=now)


def name_of(day: date) -> UUID:
    """The id that a day has as the subject of what is gathered on it."""
    return uuid5(_DAYS, day.isoformat())


def _due(rows: Iterable[Noted], moment: datetime, today: date, *, weekday: int) -> list[Noted]:
    """What was noted by that moment, and is gathered on this day."""
    gathered = {How.DAILY, *((How.WEEKLY,) if today.weekday() == weekday else ())}
    return [one for one in rows if one.at <= moment and noting.how_of(one) in gathered]


def _sent(row: Outgoing, now: datetime) -> None:
    """What the mail told of is told; listeners know from now on what they could see."""
    told = Noted.objects.filter(told_with=row.pk).select_related("listener")
    for one in told:
        if one.listener:
            one.listener.known = sorted(noting.visible_things(one.listener))
            one.listener.save(update_fields=["known"])
    told.update(untold=False, told_at=now)


def _not_sent(row: Outgoing, now: datetime) -> None:
    """What could not be told is told another time."""
    Noted.objects.filter(told_with=row.pk).update(told_with=None)


@outbox.writes(What.GATHERED, sent=_sent, give_up=_not_sent)
def write(row: Outgoing, now: datetime) -> outbox.Written:
    """One neutral mail that says where to look; nothing where nothing is left that they may see.

    What is gathered leaves on its own day, or with the next. At night nothing leaves unless it was asked for.
    """
    clock = noting.clock_of(row.recipient_id)
    today, moment = rules.gathers_today(clock, now)
    of_a_day = _is_of_a_day(row, today)
    if of_a_day is None:
        return None
    if rules.is_night(clock, now) and not (of_a_day and _is_asked_hour(moment, now)):
        return None if of_a_day else outbox.Later(rules.morning_after(clock, now))
    rows = Noted.objects.filter(Q(told_with=None) | Q(told_with=row.pk), reader_id=row.recipient_id, untold=True)
    noted = list(rows.select_related("listener"))
    wanted = _due(noted, moment, today, weekday=clock.weekday) if of_a_day else _at_once(noted)
    told = [one for one in wanted if noting.still_to_tell(one, now)]
    if not told:
        return None
    Noted.objects.filter(pk__in=[one.pk for one in told]).update(told_with=row.pk)
    return _mail(row.recipient_id, told)


def _at_once(rows: list[Noted]) -> list[Noted]:
    return [one for one in rows if noting.how_of(one) == How.AT_ONCE]


def _is_of_a_day(row: Outgoing, today: date) -> bool | None:
    """Whether it gathers a day (of those, only today's still leaves: else None), or tells of something at once."""
    if row.subject_id == name_of(today):
        return True
    lately = {name_of(today - timedelta(days=ago)) for ago in range(-2, 8)}
    return None if row.subject_id in lately else False


def _is_asked_hour(moment: datetime, now: datetime) -> bool:
    """Whether the hour that somebody has chosen is at night, and this is it: so they have asked for it."""
    return moment <= now < moment + timedelta(hours=1)


def _mail(reader_id: UUID, told: list[Noted]) -> Mail | None:
    person = Person.objects.filter(pk=reader_id, is_active=True).first()
    what = What.NEWS if all(one.about == About.NEWS for one in told) else What.GATHERED
    subject, template = _("There is something for you"), "notices/mail/gathered"
    if person:
        address = settings.SNOWDROP.address + reverse("notices")
        return Mail(person.email, subject, template, {"address": address, "follows": False}, what)
    listener = Listener.objects.filter(pk=reader_id).first()
    memorial = Memorial.objects.filter(pk=listener.memorial_id).first() if listener else None
    if listener is None or memorial is None:
        return None
    address = settings.SNOWDROP.address + reverse("memorial", args=[memorial.slug])
    return Mail(listener.address, subject, template, {"address": address, "follows": True}, What.NEWS)


@outbox.writes(_CONFIRM)
def write_confirmation(row: Outgoing, now: datetime) -> outbox.Written:
    """Asks a guest whether they meant it; nothing where they have said so, or where it is long ago."""
    listener = Listener.objects.filter(pk=row.subject_id, confirmed_at=None).first()
    if listener is None or now > row.made_at + timedelta(days=1):
        return None
    address = settings.SNOWDROP.address + reverse("confirm_follow", args=[token_of_listener(listener.pk)])
    return Mail(listener.address, _("Is this what you want?"), "notices/mail/confirm", {"address": address}, What.NEWS)


def put_confirmation(listener: Listener, *, now: datetime) -> None:
    """Puts in the mail by which a guest shows that the address is theirs. Only inside a transaction."""
    outbox.put(
        _CONFIRM,
        subject_id=listener.pk,
        recipients=[uuid5(listener.pk, listener.asked_at.isoformat())],
        memorial_id=listener.memorial_id,
        now=now,
    )
