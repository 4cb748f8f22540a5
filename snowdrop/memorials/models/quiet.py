"""That it is quiet: nothing of what people send is delivered to the family, and nothing tells of it."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Q

from snowdrop.ground.sealed_fields import SealedField
from snowdrop.memorials.models.memorial import OfMemorial


class Quiet(OfMemorial):
    """That what people send is kept and waits untold, until the family ends it, or until a day (domain.md, E1).

    It is for all who keep the memorial, or for the one alone who began it. `until` is the first day on which it is
    over, as days begin in `zone` (a name of the IANA time zone database). `words` is what visitors and senders read
    meanwhile, in the family's own words or, left empty, in ours; one keeper's own quiet is told to nobody.
    """

    by = models.UUIDField()
    since = models.DateTimeField()
    for_all = models.BooleanField(default=False)
    until = models.DateField(null=True)
    zone = models.CharField(max_length=64, default="UTC")
    words = SealedField(default="")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["memorial"], condition=Q(for_all=True), name="one_quiet_for_all"),
            models.UniqueConstraint(
                fields=["memorial", "by"], condition=Q(for_all=False), name="one_quiet_of_a_keeper_alone"
            ),
        ]

    def __str__(self) -> str:
        return f"quiet of {self.memorial_id}"

    def is_over(self, now: datetime) -> bool:
        """Whether the day has come on which it ends."""
        return self.until is not None and now.astimezone(ZoneInfo(self.zone)).date() >= self.until

    def is_for(self, person_id: UUID) -> bool:
        """Whether it is quiet for this keeper by it: asked where `came_back` was read along."""
        if not self.for_all:
            return self.by == person_id
        return all(one.by != person_id for one in self.came_back.all())


class CameBack(OfMemorial):
    """That a keeper has come back by themselves from a quiet that goes on for the others."""

    quiet = models.ForeignKey(Quiet, on_delete=models.CASCADE, related_name="came_back")
    by = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["quiet", "by"], name="came_back_once")]

    def __str__(self) -> str:
        return f"{self.by} came back"
