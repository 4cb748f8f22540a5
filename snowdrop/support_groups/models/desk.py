"""What facilitators work with: claims, notes, duty, rest, debriefs; and the meetings that they announce."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from snowdrop.ground.sealed_fields import SealedField
from snowdrop.support_groups.models.group import Group, OfGroup, StaffedHours
from snowdrop.support_groups.models.people import Facilitator, Persona


class Claim(models.Model):
    """That a post or a request is on one facilitator's desk, until when; it lapses by itself."""

    subject_id = models.UUIDField(primary_key=True)
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="claims")
    by = models.ForeignKey(Facilitator, on_delete=models.CASCADE, related_name="claims")
    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"claim {self.subject_id}"


class PassedOn(OfGroup):
    """That a facilitator has left a piece to the others, without a reason."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="passed_on")
    subject_id = models.UUIDField()
    by = models.ForeignKey(Facilitator, on_delete=models.CASCADE, related_name="passed_on")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["subject_id", "by"], name="passed_on_in_a_group_once")]

    def __str__(self) -> str:
        return f"passed on {self.subject_id}"


class HandOverNote(OfGroup):
    """A note from one facilitator to the others."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="notes")
    by = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    words = SealedField(default="")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"note {self.id}"


class Duty(OfGroup):
    """That a facilitator is there in these staffed hours, every week."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="duties")
    hours = models.ForeignKey(StaffedHours, on_delete=models.CASCADE, related_name="duties")
    facilitator = models.ForeignKey(Facilitator, on_delete=models.CASCADE, related_name="duties")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["hours", "facilitator"], name="on_duty_once")]

    def __str__(self) -> str:
        return f"duty {self.id}"


class Rest(OfGroup):
    """That a facilitator rests: nothing is put on their desk, and they are not counted as being there."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="rests")
    facilitator = models.OneToOneField(Facilitator, on_delete=models.CASCADE, related_name="rest")
    since = models.DateTimeField()

    def __str__(self) -> str:
        return f"rest {self.id}"


class Debrief(OfGroup):
    """That somebody who met a hard case is asked, within three days, whether they want to talk about it.

    What they write is read by the safeguarding leads of the server alone (domain.md G7).
    """

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="debriefs")
    facilitator = models.ForeignKey(Facilitator, on_delete=models.CASCADE, related_name="debriefs")
    post_id = models.UUIDField()
    until = models.DateTimeField()
    words = SealedField(default="")
    wants_to_talk = models.BooleanField(default=False)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["facilitator", "post_id"], name="asked_after_it_once")]

    def __str__(self) -> str:
        return f"debrief {self.id}"


class Meeting(OfGroup):
    """A meeting that is announced to the members: what, when, how long in minutes, and where (mostly an address)."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="meetings")
    title = SealedField(default="")
    where = SealedField(default="")
    begins = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return f"meeting {self.id}"
