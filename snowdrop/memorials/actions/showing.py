"""Says to which circles something is shown, and what is over once it was said anew who sees it."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from snowdrop.audiences.table import Shown
from snowdrop.ground.refusals import require
from snowdrop.memorials.models import Memorial, Plan, ShownTo, TakenBack


def show_to_circles(memorial: Memorial, thing_id: UUID, circles: Collection[UUID]) -> None:
    """Shows a thing of the memorial to exactly these circles; it takes part in the act that calls it.

    Raises NotAllowed for a circle of another memorial.
    """
    chosen = set(circles)
    require(memorial.circles.filter(pk__in=chosen).count() == len(chosen))
    standing = ShownTo.objects.filter(memorial=memorial, thing_id=thing_id)
    standing.exclude(circle__in=chosen).delete()
    rows = [ShownTo(memorial=memorial, thing_id=thing_id, circle_id=circle) for circle in chosen]
    ShownTo.objects.bulk_create(rows, ignore_conflicts=True)


def said_anew(thing_id: UUID, shown: Shown) -> None:
    """It was said anew who sees a thing, or the page: nothing of it is taken back any more. Part of an act.

    A plan to show it to people who all see it now is done with it; one that meant others stays.
    """
    TakenBack.objects.filter(thing_id=thing_id).delete()
    for plan in Plan.objects.filter(thing_id=thing_id):
        if not plan.shown.reaches_further_than(shown):
            plan.delete()
