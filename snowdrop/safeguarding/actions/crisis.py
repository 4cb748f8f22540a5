"""When somebody may be in danger: a case is opened, humans are told in their order, each step is a row (trust.md §5.3).

A case hides nothing, removes nothing and punishes nobody. Whoever wrote sees a note and lines of their country, on a
page that they have; that is shown, not sent. Where nobody leads safeguarding here, the case waits and nobody is told:
the note says so.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from snowdrop.ground import journal, outbox
from snowdrop.ground.refusals import require
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.models import Case, CaseStep, Look, OffDuty, Staff
from snowdrop.safeguarding.staffed import after_staffed_time, next_staffed
from snowdrop.safeguarding.things import Thing
from snowdrop.safeguarding.vocabulary import Crisis
from snowdrop.safeguarding.vocabulary_of_crisis import (
    AT_ONCE,
    DEBRIEF_ASKED_AFTER,
    DEPUTY_AFTER,
    StepOfCase,
    is_noted,
    weight_of,
)
from snowdrop.safeguarding.vocabulary_of_staff import LEADING, Role

DEBRIEF = "debrief"


class NeedsAnother(RuntimeError):
    """A second person has to agree; one cannot agree with themselves."""


def mail_of(level: Crisis) -> str:
    """What the mail is called that tells of a case of this level: one for each person and level."""
    return f"case-{level}"


def open_case(thing: Thing, level: Crisis, *, now: datetime) -> Case | None:
    """Opens the case of a thing, or makes it graver; None below medium, where nothing is to be done.

    Leads who are on duty are told: at once from high on, at medium in the next staffed hours. Deputies are told after a
    while, unless somebody has taken it by then, and at once where no lead is on duty. The same level again changes
    nothing.
    """
    return _open(thing, level, now) if is_noted(level) else None  # hardly ever: no transaction for all the others


@transaction.atomic
def _open(thing: Thing, level: Crisis, now: datetime) -> Case:
    given = {"level": level, "weight": weight_of(level), "opened_at": now}
    case, is_new = Case.objects.get_or_create(kind=thing.kind, thing_id=thing.id, defaults=given)
    if not is_new and not _make_graver(case, level):
        return case
    what = StepOfCase.OPENED if is_new else StepOfCase.GRAVER
    CaseStep.objects.create(case=case, what=what, at=now)
    journal.write(f"case.{what}", actor=None, subject_id=case.pk, memorial_id=None, now=now)
    _tell(case, level, now)
    return case


def _make_graver(case: Case, level: Crisis) -> bool:
    """A graver sign opens it again, also for whoever had closed or taken it: that was another moment."""
    weight = weight_of(level)
    anew = {"level": level, "weight": weight, "closed_at": None, "taken_by": None, "taken_at": None}
    return bool(Case.objects.filter(pk=case.pk, weight__lt=weight).update(**anew))


def _tell(case: Case, level: Crisis, now: datetime) -> None:
    serving = Staff.objects.serving()
    leads = list(serving.filter(role=Role.LEAD, off_duty=None).values_list("person_id", flat=True))
    deputies = set(serving.filter(role=Role.DEPUTY).values_list("person_id", flat=True)) - set(leads)
    at_once = level in AT_ONCE
    first = now if at_once else next_staffed(now)
    second = now + DEPUTY_AFTER[level] if at_once else after_staffed_time(first, DEPUTY_AFTER[level])
    for people, due_at in ((leads, first), (deputies, second if leads else first)):
        outbox.put(mail_of(level), subject_id=case.pk, recipients=people, memorial_id=None, now=now, due_at=due_at)


@transaction.atomic
def take_case(viewer: Viewer, case: Case, *, now: datetime) -> bool:
    """Takes a case on: nobody else is told any more. Says whether it is the viewer's. Raises NotAllowed."""
    require(_leads(viewer))
    if Case.objects.filter(pk=case.pk, taken_by=None).update(taken_by=viewer.person_id, taken_at=now):
        _step(viewer, case, StepOfCase.TAKEN, "", now)
    return Case.objects.filter(pk=case.pk, taken_by=viewer.person_id).exists()


@transaction.atomic
def answer_case(viewer: Viewer, case: Case, *, words: str, name: str, now: datetime) -> None:
    """Answers whoever wrote, in a lead's own words and under the name they go by, on the page that is the writer's own.

    Raises NotAllowed.
    """
    require(_leads(viewer))
    case.answer, case.answered_as, case.answered_at = words, name, now
    case.save(update_fields=["answer", "answered_as", "answered_at"])
    _step(viewer, case, StepOfCase.ANSWERED, "", now)


@transaction.atomic
def note_step(viewer: Viewer, case: Case, what: StepOfCase, *, words: str, now: datetime) -> CaseStep:
    """Writes down a step. With emergency services the words say why; whoever agrees is another person.

    Confidence is broken there alone: by two people where time allows, written down, the person told when it is safe.
    Raises NotAllowed, NeedsAnother.
    """
    require(_leads(viewer))
    if what == StepOfCase.AGREED:
        called = case.steps.filter(what=StepOfCase.EMERGENCY).order_by("-at").first()
        if called is None or called.by == viewer.person_id:
            raise NeedsAnother
    if what == StepOfCase.DEBRIEFED:
        Case.objects.filter(pk=case.pk).update(debriefed_at=now)
    return _step(viewer, case, what, words, now)


@transaction.atomic
def close_case(viewer: Viewer, case: Case, *, words: str, now: datetime) -> None:
    """Closes a case, in words. After a high one everybody who read it is asked how they are. Raises NotAllowed."""
    require(_leads(viewer))
    if not Case.objects.filter(pk=case.pk, closed_at=None).update(closed_at=now):
        return
    _step(viewer, case, StepOfCase.CLOSED, words, now)
    if Crisis(case.level) in AT_ONCE:
        read_by = set(Look.objects.filter(what="case", subject_id=case.pk).values_list("by", flat=True))
        due = now + DEBRIEF_ASKED_AFTER
        outbox.put(DEBRIEF, subject_id=case.pk, recipients=read_by, memorial_id=None, now=now, due_at=due)


@transaction.atomic
def be_on_duty(viewer: Viewer, *, there: bool, now: datetime) -> None:
    """Says that one is there, or is not: then whoever is next is told at once. Raises NotAllowed."""
    require(_leads(viewer))
    for one in Staff.objects.serving().is_viewer(viewer).filter(role__in=LEADING):
        if there:
            OffDuty.objects.filter(staff=one).delete()
        else:
            OffDuty.objects.get_or_create(staff=one, defaults={"since": now})
    who: UUID = viewer.person_id  # type: ignore[assignment]
    verb = "lead.on_duty" if there else "lead.off_duty"
    journal.write(verb, actor=who, subject_id=who, memorial_id=None, now=now)


def _leads(viewer: Viewer) -> bool:
    return Staff.objects.serving_as(Role.LEAD).is_viewer(viewer).exists()


def _step(viewer: Viewer, case: Case, what: StepOfCase, words: str, now: datetime) -> CaseStep:
    journal.write(f"case.{what}", actor=viewer.person_id, subject_id=case.pk, memorial_id=None, now=now)
    return CaseStep.objects.create(case=case, what=what, words=words, by=viewer.person_id, at=now)
