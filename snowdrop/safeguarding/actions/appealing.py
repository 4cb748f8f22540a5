"""Appeals: whoever a decision limits asks once, and somebody who had no part in it answers."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from snowdrop.ground import journal, outbox
from snowdrop.ground.refusals import require
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding import rules
from snowdrop.safeguarding.actions.deciding import take_back_decision
from snowdrop.safeguarding.models import Appeal, Concerned, Decision
from snowdrop.safeguarding.vocabulary_of_reports import (
    ANSWERED_WITHIN,
    ANSWERED_WITHIN_IN_DANGER,
    Outcome,
)

ANSWERED = "appeal-answered"


class TooLate(RuntimeError):
    """The time in which this could be appealed is over, or nothing is limited any more."""


class AlreadyAnswered(RuntimeError):
    """Somebody has answered this appeal meanwhile."""


@transaction.atomic
def appeal(decision: Decision, *, words: str, now: datetime) -> Appeal:
    """Asks for a decision to be looked at again; whoever holds the address of the notice may, also while paused.

    Twice is fine, and keeps the first. Raises TooLate.
    """
    before = Appeal.objects.filter(decision=decision).first()
    if before:
        return before
    if not rules.can_be_appealed(decision, now):
        raise TooLate
    within = ANSWERED_WITHIN_IN_DANGER if decision.in_danger else ANSWERED_WITHIN
    one = Appeal.objects.create(decision=decision, words=words, at=now, answer_by=now + within)
    journal.write("appeal.made", actor=None, subject_id=one.pk, memorial_id=None, now=now)
    return one


@transaction.atomic
def answer_appeal(viewer: Viewer, one: Appeal, *, outcome: Outcome, reason: str, now: datetime) -> Appeal:
    """Answers an appeal, in words. Upheld, everything that the decision limited ends in the same moment.

    Raises NotAllowed for whoever decided, reported, or is limited by it, and AlreadyAnswered.
    """
    require(rules.may_answer_appeal(viewer, one))
    one = Appeal.objects.select_for_update(of=("self",)).get(pk=one.pk)
    if one.decided_at is not None:
        raise AlreadyAnswered
    one.outcome, one.reason, one.decided_by, one.decided_at = outcome, reason, viewer.person_id, now
    one.save(update_fields=["outcome", "reason", "decided_by", "decided_at"])
    journal.write("appeal.answered", actor=viewer.person_id, subject_id=one.pk, memorial_id=None, now=now)
    if outcome == Outcome.UPHELD:
        take_back_decision(one.decision, by=viewer.person_id, now=now)
    told = Concerned.objects.filter(decision=one.decision).values_list("person_id", flat=True)
    outbox.put(ANSWERED, subject_id=one.decision_id, recipients=told, memorial_id=None, now=now)
    return one
