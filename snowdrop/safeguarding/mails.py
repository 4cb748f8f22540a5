"""The mails of this room, written as they leave: neutral words, and an address where everything stands."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from snowdrop.ground import outbox
from snowdrop.ground.mail import Mail
from snowdrop.ground.models import Outgoing
from snowdrop.people.models import Person
from snowdrop.safeguarding.actions.appealing import ANSWERED
from snowdrop.safeguarding.actions.crisis import DEBRIEF, mail_of
from snowdrop.safeguarding.actions.deciding import DECIDED, REPORT_DECIDED
from snowdrop.safeguarding.actions.unmasking import UNMASKED
from snowdrop.safeguarding.models import Case, CaseStep, Decision, Report, Staff
from snowdrop.safeguarding.things import handle_of
from snowdrop.safeguarding.vocabulary import Crisis
from snowdrop.safeguarding.vocabulary_of_crisis import StepOfCase
from snowdrop.safeguarding.vocabulary_of_staff import LEADING, Role

_SUBJECT = _("Please look at this")


def _told_of_case(row: Outgoing, now: datetime) -> None:
    """Writes down that somebody was told, as the mail was taken by the server."""
    is_lead = Staff.objects.serving().filter(person=row.recipient_id, role=Role.LEAD).exists()
    what = StepOfCase.LEAD_TOLD if is_lead else StepOfCase.DEPUTY_TOLD
    CaseStep.objects.create(case_id=row.subject_id, what=what, by=row.recipient_id, at=now)


def write_case(row: Outgoing, now: datetime) -> outbox.Written:
    """Tells a lead or deputy that somebody needs them; nothing once the case was taken or closed, or they stopped."""
    case = Case.objects.filter(pk=row.subject_id, taken_by=None, closed_at=None).first()
    serves = Staff.objects.serving().filter(person=row.recipient_id, role__in=LEADING).exists()
    if case is None or not serves or row.what != mail_of(Crisis(case.level)):
        return None
    return _mail(row.recipient_id, _at("safety_case", case.pk), _("Somebody needs you. Please look now, if you can:"))


for _level in Crisis:
    outbox.writes(mail_of(_level), sent=_told_of_case)(write_case)


@outbox.writes(DEBRIEF)
def write_debrief(row: Outgoing, now: datetime) -> outbox.Written:
    """Asks somebody who read a grave case how they are; nothing once it was spoken of."""
    case = Case.objects.filter(pk=row.subject_id, debriefed_at=None, closed_at__isnull=False).first()
    if case is None:
        return None
    words = _(
        "You read something hard. Please speak with somebody about it in these days; here you can say that you did:"
    )
    return _mail(row.recipient_id, _at("safety_case", case.pk), words)


@outbox.writes(DECIDED)
def write_decision(row: Outgoing, now: datetime) -> outbox.Written:
    """Tells somebody that a decision limits something of theirs; everything else stands at the address."""
    if not Decision.objects.filter(pk=row.subject_id, ended_at=None).exists():
        return None
    words = _(
        "Those who run this place have decided something about what is yours. What, why, and how to object is here:"
    )
    return _mail(row.recipient_id, _notice(row.subject_id), words)


@outbox.writes(ANSWERED)
def write_answer(row: Outgoing, now: datetime) -> outbox.Written:
    """Tells somebody that their objection was answered."""
    return _mail(row.recipient_id, _notice(row.subject_id), _("You have an answer. It is here:"))


@outbox.writes(UNMASKED)
def write_unmasked(row: Outgoing, now: datetime) -> outbox.Written:
    """Tells somebody that two people looked up their name; behind what stands at the address, and in no mail."""
    address = settings.SNOWDROP.address + reverse("name_looked_up", args=[handle_of("unmasking", row.subject_id)])
    words = _("Two of those who run this place have done something that concerns you. What and why is here:")
    return _mail(row.recipient_id, address, words)


@outbox.writes(REPORT_DECIDED)
def write_to_reporter(row: Outgoing, now: datetime) -> outbox.Written:
    """Tells whoever reported, if they left an address, that somebody has looked."""
    one = Report.objects.filter(pk=row.subject_id, forgotten_at=None).first()
    if one is None or not one.reach:
        return None
    address = settings.SNOWDROP.address + reverse("reported", args=[handle_of("receipt", one.pk)])
    words = _("Somebody has looked at what you told us. What came of it is here:")
    return Mail(one.reach, _SUBJECT, "safeguarding/mail/notice", {"words": words, "address": address}, REPORT_DECIDED)


def _mail(person_id: UUID, address: str, words: str | Promise) -> Mail | None:
    """To somebody with an account, also while it is paused."""
    person = Person.objects.filter(pk=person_id).first()
    if person is None:
        return None
    return Mail(person.email, _SUBJECT, "safeguarding/mail/notice", {"words": words, "address": address})


def _at(name: str, one: UUID) -> str:
    return settings.SNOWDROP.address + reverse(name, args=[one])


def _notice(decision_id: UUID) -> str:
    return settings.SNOWDROP.address + reverse("decision", args=[handle_of("notice", decision_id)])
