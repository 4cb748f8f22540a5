"""The days that matter to a family, by their own names. Writing one down does nothing by itself."""

from __future__ import annotations

from typing import ClassVar, Self

from django.db import models

from snowdrop.ground.sealed_fields import SealedField
from snowdrop.memorials.models.memorial import Memorial, OfMemorial
from snowdrop.memorials.vocabulary import Scope
from snowdrop.memorials.vocabulary_of_days import When
from snowdrop.people.viewer import Viewer


class Days(models.QuerySet["Day"]):
    """The only ways to the days that matter."""

    def looked_after_by(self, viewer: Viewer) -> Self:
        """Those of memorials that the viewer keeps, or where they help by looking after dates. Nobody else has any."""
        return self.filter(memorial__in=Memorial.objects.kept_or_helped_by(viewer, Scope.DATES))

    def standing(self) -> Self:
        """Those that were not taken away."""
        return self.filter(taken_away=None)


class Day(OfMemorial):
    """A day that matters: its name in the family's words, when it is, by whom and when it was put in.

    Both are sealed: a date alone can tell what happened. No page shows one, and nothing is done on one, until somebody
    picks it for something.
    """

    name = SealedField(default="")
    kept_when = SealedField(default=dict)
    put_in_by = models.UUIDField()
    put_in_at = models.DateTimeField()

    objects = Days.as_manager()

    class Meta:
        ordering: ClassVar = ["put_in_at", "id"]

    def __str__(self) -> str:
        return f"day {self.id}"

    @property
    def when(self) -> When:
        """When it is."""
        return When(**self.kept_when)


class DayTakenAway(OfMemorial):
    """That a day was taken away: by whom and when. Putting it back removes the row."""

    day = models.OneToOneField(Day, on_delete=models.CASCADE, related_name="taken_away")
    by = models.UUIDField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.day_id} taken away"
