"""Trusting somebody with the safety of people here, and ending it. Only the operator does so, at the command line."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from snowdrop.ground import journal
from snowdrop.people.models import Person
from snowdrop.safeguarding.models import Staff
from snowdrop.safeguarding.vocabulary_of_staff import Role


@transaction.atomic
def name_staff(person: Person, role: Role, *, by: UUID | None = None, now: datetime) -> Staff:
    """Trusts somebody with a role; `by` whom, None for the operator. Twice is fine, and keeps the first."""
    one, is_new = Staff.objects.get_or_create(
        person=person, role=role, ended_at=None, defaults={"since": now, "named_by": by}
    )
    if is_new:
        journal.write("staff.named", actor=by, subject_id=one.pk, memorial_id=None, now=now)
    return one


@transaction.atomic
def end_staff(person: Person, *, role: Role | None = None, by: UUID | None = None, now: datetime) -> list[Staff]:
    """Ends one role of somebody, or all of them, at once; returns what ended. Nothing that they decided changes."""
    rows = Staff.objects.filter(person=person, ended_at=None)
    ended = list(rows.filter(role=role) if role else rows)
    for one in ended:
        one.ended_at, one.ended_by = now, by
        one.save(update_fields=["ended_at", "ended_by"])
        journal.write("staff.ended", actor=by, subject_id=one.pk, memorial_id=None, now=now)
    return ended
