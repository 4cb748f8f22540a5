"""Those whom the operator of this server trusts to keep people safe, or to see how it runs."""

from __future__ import annotations

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from snowdrop.ground.ids import new_id
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.vocabulary_of_staff import DOES_THE_WORK_OF, Role


class StaffRows(models.QuerySet["Staff"]):
    """The ways to those who are trusted."""

    def serving(self) -> Self:
        """Those who are trusted now, and whose account is open."""
        return self.filter(ended_at=None, person__is_active=True)

    def serving_as(self, role: Role) -> Self:
        """Those who may do now what this role asks for."""
        return self.serving().filter(role__in=DOES_THE_WORK_OF[role])

    def is_viewer(self, viewer: Viewer) -> Self:
        """The rows of whoever is asking; none for somebody who has not signed in."""
        return self.filter(person_id=viewer.person_id) if viewer.is_signed_in else self.none()


class Staff(models.Model):
    """That somebody is trusted with one role: since when, and named by whom (None: by the operator, at the command).

    Ending keeps the row, so that it can be said later who was trusted when a decision was made.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=10, choices=Role.choices)
    since = models.DateTimeField()
    named_by = models.UUIDField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.UUIDField(null=True)

    objects = StaffRows.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "role"], condition=Q(ended_at=None), name="a_role_once")
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.person_id}"
