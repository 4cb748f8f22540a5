"""Decisions of those who run this server: what is limited, and taking that back. Never a family's own choice.

That a family does not show something is theirs, owes nobody a reason, and is done elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from snowdrop.ground import journal, outbox
from snowdrop.ground.refusals import require
from snowdrop.people import actions as people
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding import rules, things
from snowdrop.safeguarding.models import Concerned, Decision, Hold, Report, Staff
from snowdrop.safeguarding.things import Description, Thing
from snowdrop.safeguarding.vocabulary_of_reports import HOLDING, LASTING, Limit, Rule, Topic

DECIDED, REPORT_DECIDED = "decision", "report-decided"
"""What the mails are called that tell those who are limited, and those who reported."""


class AlreadyDecided(RuntimeError):
    """Somebody has decided about this report meanwhile."""


class NothingToLimit(ValueError):
    """What was reported is not there, or nobody with an account stands behind it; `Limit.NOTHING` is still possible."""


@transaction.atomic
def decide(
    viewer: Viewer, one: Report, *, limit: Limit, rule: Rule | str, facts: str, until: datetime | None, now: datetime
) -> Decision:
    """Decides about a report: holds the thing back, pauses the account behind it, or limits nothing.

    Those with an account whom it limits are told in a mail that leads to the whole decision; whoever reported is told
    that it was decided. What is limited needs a rule and facts, and what is delayed or paused an end. Raises
    NotAllowed, AlreadyDecided, NothingToLimit.
    """
    require(rules.may_decide(viewer, one))
    one = Report.objects.select_for_update(of=("self",)).get(pk=one.pk)
    if one.decision_id is not None:
        raise AlreadyDecided
    limits = limit != Limit.NOTHING
    if limits and (not rule or not facts or (limit in LASTING and (until is None or until <= now))):
        raise ValueError("A limit needs a rule, facts and, where it lasts, an end.")
    thing = Thing(one.kind, one.thing_id) if one.thing_id else things.Nothing
    description = things.describe(thing)
    decision = Decision.objects.create(
        kind=one.kind,
        thing_id=one.thing_id,
        limit=limit,
        rule=rule if limits else "",
        facts=facts,
        until=until if limits and limit != Limit.REMOVED else None,
        in_danger=one.topic in (Topic.DANGER, Topic.CHILD),
        by=viewer.person_id,  # type: ignore[misc]
        at=now,
    )
    Report.objects.filter(pk=one.pk).update(decision=decision)
    if limits:
        _limit(viewer, decision, thing, description, now)
    memorial_id = description.memorial_id if description else None
    journal.write("report.decided", actor=viewer.person_id, subject_id=decision.pk, memorial_id=memorial_id, now=now)
    outbox.put(REPORT_DECIDED, subject_id=one.pk, recipients=[one.pk], memorial_id=None, now=now)
    return decision


def _limit(viewer: Viewer, decision: Decision, thing: Thing, description: Description | None, now: datetime) -> None:
    if description is None:
        raise NothingToLimit
    concerned = _concerned(decision, description.people)
    if decision.limit in HOLDING:
        held = {"kind": thing.kind, "thing_id": thing.id, "digest": thing.id.bytes, "until": decision.until}
        Hold.objects.create(decision=decision, **held)
        things.narrowed(thing, now)
    else:
        _pause(viewer, concerned, now)
    outbox.put(
        DECIDED, subject_id=decision.pk, recipients=[one.person_id for one in concerned], memorial_id=None, now=now
    )


def _concerned(decision: Decision, people_behind: Iterable[UUID]) -> list[Concerned]:
    return [Concerned.objects.create(decision=decision, person_id=one) for one in people_behind]


def _pause(viewer: Viewer, concerned: list[Concerned], now: datetime) -> None:
    """Nobody of the staff is paused by another; the operator ends their role first."""
    if not concerned:
        raise NothingToLimit
    require(not Staff.objects.serving().filter(person__in=[one.person_id for one in concerned]).exists())
    for one in concerned:
        one.paused = people.pause_account(Person.objects.get(pk=one.person_id), by=viewer, now=now)
        one.save(update_fields=["paused"])


@transaction.atomic
def take_back_decision(decision: Decision, *, by: UUID | None, now: datetime) -> None:
    """Ends everything that a decision limits: what was held back is shown exactly as it was. Twice is fine.

    An account stays paused while another decision pauses it.
    """
    if not Decision.objects.filter(pk=decision.pk, ended_at=None).update(ended_at=now):
        return
    Hold.objects.filter(decision=decision).delete()
    thing = Thing(decision.kind, decision.thing_id) if decision.thing_id else things.Nothing
    things.narrowed(thing, now)
    for one in Concerned.objects.filter(decision=decision, paused=True):
        others = Concerned.objects.filter(
            person_id=one.person_id, decision__limit=Limit.PAUSED, decision__ended_at=None
        )
        if not others.exists():
            people.end_pause(one.person_id, now=now)
    description = things.describe(thing)
    memorial_id = description.memorial_id if description else None
    journal.write("decision.ended", actor=by, subject_id=decision.pk, memorial_id=memorial_id, now=now)
