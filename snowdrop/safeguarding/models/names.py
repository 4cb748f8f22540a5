"""That two people find out who wrote something under another name: who asked, why, and who agreed (trust.md B4)."""

from __future__ import annotations

from datetime import datetime
from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from snowdrop.ground.sealed_fields import SealedField
from snowdrop.safeguarding.models.of_server import OfServer
from snowdrop.safeguarding.vocabulary_of_names import ANSWERED_WITHIN, SHOWN_FOR, Ground


class Unmaskings(models.QuerySet["Unmasking"]):
    """The ways to what was asked."""

    def waiting(self, now: datetime) -> Self:
        """What nobody has answered, and what has neither lapsed nor been withdrawn."""
        return self.filter(answered_at=None, withdrawn_at=None, asked_at__gt=now - ANSWERED_WITHIN)

    def to_tell(self, now: datetime) -> Self:
        """What was agreed to, and of which whoever wrote is to be told by now."""
        return self.filter(Q(tell_on=None) | Q(tell_on__lte=now), agreed=True, told_at=None, lost_at=None)


class Unmasking(OfServer):
    """That somebody asks who wrote a thing, and what a second person says to it. The name itself is kept nowhere.

    `thing` is the id of the thing, sealed, so that no copy of the tables ties it to whoever is told of this. `tell_on`:
    not before this moment is whoever wrote told (None: at once). `lost_at`: nobody could be found who was to be told.
    """

    kind = models.CharField(max_length=20)
    thing = SealedField(default="")
    ground = models.CharField(max_length=8, choices=Ground.choices)
    reason = SealedField(default="")
    asked_by = models.UUIDField()
    asked_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    agreed = models.BooleanField(null=True)
    answer = SealedField(default="")
    answered_by = models.UUIDField(null=True)
    answered_at = models.DateTimeField(null=True)
    tell_on = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)
    lost_at = models.DateTimeField(null=True)

    objects = Unmaskings.as_manager()

    def __str__(self) -> str:
        return f"unmasking {self.id}"

    @property
    def thing_id(self) -> UUID:
        """The id of the thing that it is about."""
        return UUID(self.thing)

    def is_waiting(self, now: datetime) -> bool:
        """Whether a second person can still answer."""
        return self.answered_at is None and self.withdrawn_at is None and now < self.asked_at + ANSWERED_WITHIN

    def is_open(self, now: datetime) -> bool:
        """Whether the two can look at the name now."""
        return bool(self.agreed and self.answered_at and now < self.answered_at + SHOWN_FOR)
