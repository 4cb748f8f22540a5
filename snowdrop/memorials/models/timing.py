"""That something is to be shown on a day, and that something was taken back which others could see.

Both may be about a thing of the memorial or about the memorial itself, whose page it then is.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import models

from snowdrop.audiences.table import Shown
from snowdrop.memorials.models.memorial import OfMemorial


class ShownField(models.JSONField):
    """To whom something is, was or shall be shown (`Shown`); None where a query was joined with no row."""

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Shown | None:
        if value is None:
            return None
        said = super().from_db_value(value, expression, connection)
        return Shown(said["audience"], frozenset(UUID(circle) for circle in said["circles"]))

    def get_prep_value(self, value: Shown) -> Any:
        return {"audience": value.audience, "circles": sorted(str(circle) for circle in value.circles)}


class Plan(OfMemorial):
    """That something is to be shown at a moment: to whom, chosen by whom and when. Until then it stands as it does.

    `stood` is to whom it was shown when that was chosen, `page_stood` to whom the page was: if either has become
    another since, nobody is shown more than they agreed to. `zone` is the time zone in which the hour was said. If the
    moment came and it was not shown, `missed` says why. Showing it, or letting go of the plan, removes the row.
    """

    thing_id = models.UUIDField(unique=True)
    shown = ShownField()
    stood = ShownField()
    page_stood = ShownField()
    at = models.DateTimeField(db_index=True)
    zone = models.CharField(max_length=64)
    by = models.UUIDField()
    chosen_at = models.DateTimeField()
    missed = models.CharField(max_length=20, blank=True)
    missed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"plan for {self.thing_id}"


class TakenBack(OfMemorial):
    """That something was taken back so that only those who keep the memorial see it: to whom it was shown, since when.

    Showing it again to the same people removes the row, and so does saying anew who sees it.
    """

    thing_id = models.UUIDField(unique=True)
    was = ShownField()
    shown_since = models.DateTimeField(null=True)
    by = models.UUIDField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.thing_id} taken back"
