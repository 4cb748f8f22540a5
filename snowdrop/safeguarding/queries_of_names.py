"""What the screens show where two people find out who wrote something under another name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from snowdrop.ground.words import day_in_words, paragraphs_of
from snowdrop.ground.zones import moment_in_words
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding import things
from snowdrop.safeguarding.models import Look, Staff, Unmasking
from snowdrop.safeguarding.queries import Row, names_of
from snowdrop.safeguarding.things import Thing
from snowdrop.safeguarding.vocabulary_of_names import ANSWERED_WITHIN, SHOWN_FOR, Ground
from snowdrop.safeguarding.vocabulary_of_staff import Role

NOTICE = "unmasking"
"""What the handle of the notice is of that whoever wrote is sent."""


@dataclass(frozen=True, slots=True)
class ThingShown:
    """What it is about, as staff see it: never who wrote it."""

    label: str
    paragraphs: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class AskPage:
    """Asking for a name. `can_agree`: whether there is anybody else on this server who could agree."""

    thing: ThingShown
    can_agree: bool


@dataclass(frozen=True, slots=True)
class NamePage:
    """What was asked, what was said to it, and who looked; the name itself stands on a page of its own."""

    one_id: UUID
    thing: ThingShown | None
    ground: str | Promise
    reason: tuple[str, ...]
    asked_by: str
    asked: str
    told: str
    state: str
    answered_by: str
    answered: str
    answer: tuple[str, ...]
    looks: tuple[Row, ...]
    is_mine: bool
    may_answer: bool
    may_look: bool
    until: str


@dataclass(frozen=True, slots=True)
class NameShown:
    """The name, for the two; None of it where nobody can find out any more."""

    one_id: UUID
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class NoticeOfName:
    """What whoever wrote is told."""

    what: str | Promise
    ground: str | Promise
    day: str


def ask_page(viewer: Viewer, thing: Thing) -> AskPage | None:
    """None where it is not there, or where nobody hides behind it."""
    shown = _shown(thing)
    if shown is None or not things.hides_who_wrote(thing):
        return None
    others = Staff.objects.serving_as(Role.LEAD).exclude(person_id=viewer.person_id)
    return AskPage(shown, can_agree=others.exists())


def names_asked(now: datetime, most: int = 200) -> tuple[Row, ...]:
    """Everything that was ever asked, the newest first."""
    return tuple(
        Row(
            f"{Ground(one.ground).label}: {_state(one, now)}",
            reverse("safety_name", args=[one.pk]),
            day_in_words(one.asked_at),
        )
        for one in Unmasking.objects.order_by("-asked_at")[:most]
    )


def name_page(viewer: Viewer, one: Unmasking, now: datetime) -> NamePage:
    """One of them, with everything that was written down."""
    looks = list(Look.objects.filter(what="name", subject_id=one.pk).order_by("at"))
    names = names_of([one.asked_by, one.answered_by, *(look.by for look in looks)])
    of_two, waits = viewer.person_id in (one.asked_by, one.answered_by), one.is_waiting(now)
    if waits:
        until = moment_in_words(one.asked_at + ANSWERED_WITHIN, "UTC")
    else:
        until = moment_in_words(one.answered_at + SHOWN_FOR, "UTC") if one.answered_at and one.is_open(now) else ""
    return NamePage(
        one_id=one.pk,
        thing=_shown(Thing(one.kind, one.thing_id)),
        ground=Ground(one.ground).label,
        reason=paragraphs_of(one.reason),
        asked_by=names.get(one.asked_by, "?"),
        asked=day_in_words(one.asked_at),
        told=_told(one),
        state=_state(one, now),
        answered_by=names.get(one.answered_by, "?") if one.answered_by else "",
        answered=day_in_words(one.answered_at),
        answer=paragraphs_of(one.answer),
        looks=tuple(Row(names.get(look.by, "?"), "", moment_in_words(look.at, "UTC")) for look in looks),
        is_mine=waits and one.asked_by == viewer.person_id,
        may_answer=waits and one.asked_by != viewer.person_id,
        may_look=of_two and one.is_open(now),
        until=until,
    )


def name_shown(one: Unmasking, who: UUID | None) -> NameShown:
    """The name and address for mail of whoever wrote, and nothing else of them."""
    person = Person.objects.filter(pk=who).first() if who else None
    return NameShown(one.pk, person.name if person else "", person.email if person else "")


def notice_of_name(notice: str) -> NoticeOfName:
    """What whoever wrote reads. Raises UnknownHandle, Unmasking.DoesNotExist."""
    one = Unmasking.objects.get(pk=things.id_with(notice, NOTICE), agreed=True, told_at__isnull=False)
    kind = things.kind_named(one.kind)
    return NoticeOfName(
        kind.words if kind else _("Something of yours"), Ground(one.ground).label, day_in_words(one.answered_at)
    )


def _shown(thing: Thing) -> ThingShown | None:
    found = things.describe(thing)
    return ThingShown(found.label, found.paragraphs, found.language) if found else None


def _told(one: Unmasking) -> str:
    if one.lost_at:
        return _("Nobody can be told: nothing ties the words to anybody any more.")
    if one.told_at:
        return _("They were told on %(day)s.") % {"day": day_in_words(one.told_at)}
    if one.tell_on:
        return _("They are told on %(day)s.") % {"day": day_in_words(one.tell_on)}
    return _("They are told as soon as somebody has agreed.")


def _state(one: Unmasking, now: datetime) -> str:
    if one.withdrawn_at:
        return _("It was withdrawn.")
    if one.is_waiting(now):
        return _("It waits for a second person.")
    if one.answered_at is None:
        return _("Nobody has answered in time.")
    return _("Somebody agreed.") if one.agreed else _("Somebody said no. The name stays theirs.")
