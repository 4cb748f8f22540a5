"""Finding out who wrote something under another name: two people agree, written down before anything is shown.

Those who lead ask and agree; nobody agrees with themselves. Whoever wrote is told, at once or, where a life or the law
forbids that, from a day on that was said. The name is looked up each time and kept nowhere (trust.md B4, T12).
"""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from snowdrop.ground import journal, outbox
from snowdrop.ground.refusals import require
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding import rules, things
from snowdrop.safeguarding.actions.appealing import AlreadyAnswered
from snowdrop.safeguarding.actions.crisis import NeedsAnother
from snowdrop.safeguarding.actions.desk import look_at
from snowdrop.safeguarding.models import Staff, Unmasking
from snowdrop.safeguarding.things import Thing
from snowdrop.safeguarding.vocabulary_of_names import MAY_BE_TOLD_LATER, TOLD_LATEST, Ground
from snowdrop.safeguarding.vocabulary_of_staff import Role

UNMASKED: Final = "unmasked"
"""What the mail is called that tells whoever wrote."""


class NotHidden(ValueError):
    """Things of this kind are not written under another name, or it is not there any more."""


class NobodyElse(RuntimeError):
    """There is no second person on this server who could agree."""


class NotOpen(RuntimeError):
    """Nobody has agreed, or the time in which the two can look is over."""


@transaction.atomic
def ask_who_wrote(
    viewer: Viewer, thing: Thing, *, ground: Ground, reason: str, tell_on: datetime | None, now: datetime
) -> Unmasking:
    """Asks a second person to agree that the name behind a thing is looked at. Nothing is looked up yet.

    `tell_on` lies within a year, and only a life, a child or the law may have whoever wrote told later. Raises
    NotAllowed, NotHidden, NobodyElse, ValueError.
    """
    require(rules.is_lead(viewer))
    if not things.hides_who_wrote(thing) or things.describe(thing) is None:
        raise NotHidden
    if not Staff.objects.serving_as(Role.LEAD).exclude(person_id=viewer.person_id).exists():
        raise NobodyElse
    if not reason:
        raise ValueError("Why has to be written down.")
    if tell_on is not None and (ground not in MAY_BE_TOLD_LATER or not now < tell_on <= now + TOLD_LATEST):
        raise ValueError("Only a life or the law may have somebody told later, and within a year.")
    one = Unmasking.objects.create(
        kind=thing.kind,
        thing=thing.id.hex,
        ground=ground,
        reason=reason,
        asked_by=viewer.person_id,  # type: ignore[misc]
        asked_at=now,
        tell_on=tell_on,
    )
    journal.write("name.asked", actor=viewer.person_id, subject_id=one.pk, memorial_id=None, now=now)
    return one


@transaction.atomic
def withdraw_unmasking(viewer: Viewer, one: Unmasking, *, now: datetime) -> None:
    """Whoever asked needs it no more, as long as nobody has answered. Raises NotAllowed, AlreadyAnswered."""
    require(rules.is_lead(viewer) and one.asked_by == viewer.person_id)
    if not Unmasking.objects.waiting(now).filter(pk=one.pk).update(withdrawn_at=now):
        raise AlreadyAnswered
    journal.write("name.withdrawn", actor=viewer.person_id, subject_id=one.pk, memorial_id=None, now=now)


@transaction.atomic
def answer_unmasking(viewer: Viewer, one: Unmasking, *, agrees: bool, answer: str, now: datetime) -> Unmasking:
    """A second person agrees, or says no, in words. Once; nobody about what they asked, or have written, themselves.

    Raises NotAllowed, NeedsAnother, AlreadyAnswered, ValueError.
    """
    require(rules.is_lead(viewer))
    if not answer:
        raise ValueError("Why has to be written down.")
    if viewer.person_id in (one.asked_by, things.who_wrote(Thing(one.kind, one.thing_id))):
        raise NeedsAnother
    one.agreed, one.answered_by, one.answered_at, one.answer = agrees, viewer.person_id, now, answer
    said = {"agreed": agrees, "answered_by": viewer.person_id, "answered_at": now}
    if not Unmasking.objects.waiting(now).filter(pk=one.pk).update(**said):
        raise AlreadyAnswered
    one.save(update_fields=["answer"])
    verb = "name.agreed" if agrees else "name.refused"
    journal.write(verb, actor=viewer.person_id, subject_id=one.pk, memorial_id=None, now=now)
    return one


def open_name(viewer: Viewer, one: Unmasking, *, now: datetime) -> UUID | None:
    """Who wrote it, for the two alone and for three days; None where nobody can find out any more.

    That they looked is written down, and kept, before anything is looked up. Raises NotAllowed, NotOpen.
    """
    require(rules.is_lead(viewer) and viewer.person_id in (one.asked_by, one.answered_by))
    if not one.is_open(now):
        raise NotOpen
    with transaction.atomic(durable=True):
        look_at(viewer, "name", one.pk, why=one.ground, now=now)
        journal.write("name.looked", actor=viewer.person_id, subject_id=one.pk, memorial_id=None, now=now)
    return things.who_wrote(Thing(one.kind, one.thing_id))


@transaction.atomic
def tell_who_wrote(one: Unmasking, *, now: datetime) -> None:
    """Puts the mail to whoever wrote on its way, once; or writes down that nobody could be found."""
    who = things.who_wrote(Thing(one.kind, one.thing_id))
    if who is None:
        Unmasking.objects.filter(pk=one.pk).update(lost_at=now)
        return
    outbox.put(UNMASKED, subject_id=one.pk, recipients=[who], memorial_id=None, now=now)
    Unmasking.objects.filter(pk=one.pk).update(told_at=now)
