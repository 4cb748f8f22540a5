"""The desk of moderators: one report at a time, each on one desk; notes to the next, topics left to others."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from snowdrop.ground.refusals import require
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding import rules
from snowdrop.safeguarding.models import DeskNote, LeftTopic, Look, Report, ReportClaim
from snowdrop.safeguarding.vocabulary_of_reports import CLAIMED_FOR, Topic


@transaction.atomic
def take_next_report(viewer: Viewer, *, now: datetime) -> Report | None:
    """Puts on the viewer's desk the report that is there already, else the most pressing one that nobody has.

    That they look at it is written down, once for each time that it comes to their desk. Raises NotAllowed.
    """
    require(rules.is_moderator(viewer))
    until = now + CLAIMED_FOR
    own = ReportClaim.objects.filter(by=viewer.person_id, until__gt=now, report__decision=None).first()
    if own:
        ReportClaim.objects.filter(pk=own.pk).update(until=until)
        return own.report
    for one in Report.objects.for_desk_of(viewer, now)[:20]:
        if _claim(viewer, one, until, now):
            look_at(viewer, "report", one.pk, why=one.topic, now=now)
            return one
    return None


def _claim(viewer: Viewer, one: Report, until: datetime, now: datetime) -> bool:
    """Whether the claim is the viewer's; of two who try at once, one has it."""
    ReportClaim.objects.filter(report=one, until__lte=now).delete()
    try:
        with transaction.atomic():
            ReportClaim.objects.create(report=one, by=viewer.person_id, until=until)  # type: ignore[misc]
    except IntegrityError:
        return ReportClaim.objects.filter(report=one, by=viewer.person_id).exists()
    return True


@transaction.atomic
def give_back_report(viewer: Viewer, report_id: UUID, *, now: datetime) -> None:
    """Gives a report back to the others, without a reason. Raises NotAllowed."""
    require(rules.is_moderator(viewer))
    ReportClaim.objects.filter(report=report_id, by=viewer.person_id).delete()


@transaction.atomic
def leave_topics(viewer: Viewer, topics: Collection[Topic], *, now: datetime) -> None:
    """Leaves exactly these topics to the others; what lies on the desk of one of them goes back. Raises NotAllowed."""
    require(rules.is_moderator(viewer))
    LeftTopic.objects.filter(by=viewer.person_id).exclude(topic__in=topics).delete()
    for topic in topics:
        LeftTopic.objects.get_or_create(by=viewer.person_id, topic=topic)
    ReportClaim.objects.filter(by=viewer.person_id, report__topic__in=topics).delete()


@transaction.atomic
def leave_note(viewer: Viewer, words: str, *, now: datetime) -> DeskNote:
    """Leaves a note for the other moderators. Raises NotAllowed."""
    require(rules.is_moderator(viewer))
    return DeskNote.objects.create(words=words, by=viewer.person_id, at=now)  # type: ignore[misc]


@transaction.atomic
def take_away_note(viewer: Viewer, note_id: UUID) -> None:
    """Takes a note away: one's own, or, for those who lead, anybody's. Raises NotAllowed, DeskNote.DoesNotExist."""
    note = DeskNote.objects.get(pk=note_id)
    require(rules.is_lead(viewer) or (rules.is_moderator(viewer) and note.by == viewer.person_id))
    note.delete()


def look_at(viewer: Viewer, what: str, subject_id: UUID, *, why: str, now: datetime) -> None:
    """Writes down that somebody of the staff looked at words that are not theirs. Part of an act."""
    Look.objects.create(by=viewer.person_id, what=what, subject_id=subject_id, why=why, at=now)  # type: ignore[misc]
