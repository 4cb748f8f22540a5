"""What facilitators do beside the desk: notes, duty, rest, debriefs, meetings."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from snowdrop.ground.refusals import require
from snowdrop.people.viewer import Viewer
from snowdrop.support_groups import rules
from snowdrop.support_groups.actions.telling import write
from snowdrop.support_groups.models import (
    Claim,
    Debrief,
    Duty,
    Facilitator,
    Group,
    HandOverNote,
    Meeting,
    Rest,
    StaffedHours,
)


@transaction.atomic
def leave_note(viewer: Viewer, group: Group, *, words: str, now: datetime) -> HandOverNote:
    """Leaves a note for the other facilitators. Raises NotAllowed."""
    facilitator = _facilitator(viewer, group)
    note = HandOverNote(group=group, by=facilitator.member.persona, at=now)
    note.words = words
    note.save(force_insert=True)
    write("support_group.note_left", note.by_id, note.pk, now)
    return note


@transaction.atomic
def take_away_note(viewer: Viewer, note: HandOverNote, *, now: datetime) -> None:
    """Takes a note away; every facilitator can. Raises NotAllowed."""
    facilitator = _facilitator(viewer, note.group)
    write("support_group.note_taken_away", facilitator.member.persona_id, note.pk, now)
    note.delete()


@transaction.atomic
def take_duty(viewer: Viewer, group: Group, *, hours: Collection[StaffedHours], now: datetime) -> None:
    """Is there in these staffed hours, every week, and in no others. Raises NotAllowed."""
    facilitator = _facilitator(viewer, group)
    require(all(one.group_id == group.pk for one in hours))
    Duty.objects.filter(facilitator=facilitator).exclude(hours__in=hours).delete()
    rows = [Duty(group=group, hours=one, facilitator=facilitator) for one in hours]
    Duty.objects.bulk_create(rows, ignore_conflicts=True)
    write("support_group.duty_taken", facilitator.member.persona_id, group.pk, now)


@transaction.atomic
def begin_rest(viewer: Viewer, group: Group, *, now: datetime) -> None:
    """Rests: nothing is put on their desk, and the group does not count on them. Twice is fine. Raises NotAllowed."""
    facilitator = _facilitator(viewer, group)
    Rest.objects.get_or_create(facilitator=facilitator, defaults={"group": group, "since": now})
    Claim.objects.filter(by=facilitator).delete()
    write("support_group.rest_begun", facilitator.member.persona_id, group.pk, now)


@transaction.atomic
def end_rest(viewer: Viewer, group: Group, *, now: datetime) -> None:
    """Comes back. Twice is fine. Raises NotAllowed."""
    facilitator = _facilitator(viewer, group)
    Rest.objects.filter(facilitator=facilitator).delete()
    write("support_group.rest_ended", facilitator.member.persona_id, group.pk, now)


@transaction.atomic
def answer_debrief(viewer: Viewer, debrief: Debrief, *, words: str, wants_to_talk: bool, now: datetime) -> None:
    """Says how it was, or only whether they want to talk; the safeguarding leads alone read it. Raises NotAllowed."""
    require(debrief.facilitator.member.person_id == viewer.person_id)
    debrief.words, debrief.wants_to_talk, debrief.answered_at = words, wants_to_talk, now
    debrief.save(update_fields=["words", "wants_to_talk", "answered_at"])
    write("support_group.debrief_answered", debrief.facilitator.member.persona_id, debrief.pk, now)


@transaction.atomic
def announce_meeting(
    viewer: Viewer, group: Group, *, title: str, where: str, begins: datetime, minutes: int, now: datetime
) -> Meeting:
    """Announces a meeting to the members. Raises NotAllowed, also where nobody writes any more."""
    facilitator = _facilitator(viewer, group)
    require(rules.may_write(viewer, group, now))
    meeting = Meeting(group=group, begins=begins, minutes=minutes)
    meeting.title, meeting.where = title, where
    meeting.save(force_insert=True)
    write("support_group.meeting_announced", facilitator.member.persona_id, meeting.pk, now)
    return meeting


@transaction.atomic
def take_away_meeting(viewer: Viewer, meeting: Meeting, *, now: datetime) -> None:
    """Calls a meeting off. Raises NotAllowed."""
    facilitator = _facilitator(viewer, meeting.group)
    write("support_group.meeting_called_off", facilitator.member.persona_id, meeting.pk, now)
    meeting.delete()


def _facilitator(viewer: Viewer, group: Group) -> Facilitator:
    facilitator = rules.facilitator_of(viewer, group)
    require(facilitator is not None)
    assert facilitator
    return facilitator
