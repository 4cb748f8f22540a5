"""When somebody may be in danger: each case, each step that was taken, and who is off duty (trust.md §5.3)."""

from __future__ import annotations

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from snowdrop.ground.sealed_fields import SealedField
from snowdrop.safeguarding.models.of_server import OfServer
from snowdrop.safeguarding.models.staff import Staff
from snowdrop.safeguarding.vocabulary_of_crisis import StepOfCase


class Cases(models.QuerySet["Case"]):
    """The ways to cases."""

    def open(self) -> Self:
        """Those that nobody has closed, the gravest first, then the oldest."""
        return self.filter(closed_at=None).order_by("-weight", "opened_at", "id")


class Case(OfServer):
    """That the words of a thing, or a report of it, tell that somebody may be in danger. A hint, often wrong.

    It limits nothing and hides nothing. `weight` is the place of the level among all levels. `answer` are a lead's own
    words to whoever wrote, under the name that they go by. `debriefed_at`: when somebody spoke with those who read it.
    """

    kind = models.CharField(max_length=20)
    thing_id = models.UUIDField()
    level = models.CharField(max_length=10)
    weight = models.PositiveSmallIntegerField()
    opened_at = models.DateTimeField()
    taken_by = models.UUIDField(null=True)
    taken_at = models.DateTimeField(null=True)
    answer = SealedField(default="")
    answered_as = SealedField(default="")
    answered_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    debriefed_at = models.DateTimeField(null=True)

    objects = Cases.as_manager()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["kind", "thing_id"], name="one_case_of_a_thing")]
        indexes: ClassVar = [
            models.Index(fields=["-weight", "opened_at"], name="open_cases", condition=Q(closed_at=None))
        ]

    def __str__(self) -> str:
        return f"case {self.id}"


class CaseStep(OfServer):
    """One step of a case: what, by whom (None: by the machine), when, and in which words."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="steps")
    what = models.CharField(max_length=12, choices=StepOfCase.choices)
    words = SealedField(default="")
    by = models.UUIDField(null=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.what} in case {self.case_id}"


class OffDuty(models.Model):
    """That somebody who leads is not there: whoever is told next is told at once. Coming back removes the row."""

    staff = models.OneToOneField(Staff, on_delete=models.CASCADE, primary_key=True, related_name="off_duty")
    since = models.DateTimeField()

    def __str__(self) -> str:
        return f"off duty: {self.staff_id}"
