"""Showing something on a day, taking back what others see, and showing it to the same people again.

The memorial is held first, then the tribute, then what is planned for it: so do all acts, and none waits for another
that waits for it.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from snowdrop.audiences.table import Shown
from snowdrop.ground.refusals import require
from snowdrop.memorials.actions import let_go_of_plan, miss, plan, plan_that_is_due
from snowdrop.memorials.models import Circle, Plan, TakenBack
from snowdrop.memorials.queries import page_shown, thing_shown
from snowdrop.memorials.vocabulary import Audience
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.acting import held, show_to
from snowdrop.tributes.models import KINDS, AnyTribute
from snowdrop.tributes.rules import in_the_way_of


@transaction.atomic
def plan_showing(
    viewer: Viewer,
    tribute: AnyTribute,
    *,
    to: str,
    circles: Collection[UUID] = (),
    at: datetime,
    zone: str,
    now: datetime,
) -> Plan:
    """Chooses the moment from which more people than now see something; until then it stays as it is.

    Raises NotAllowed, UnknownAudience, NotLater, NothingMore.
    """
    tribute = held(viewer, tribute)
    shown, stands = Shown(to, frozenset(circles)), thing_shown(tribute)
    return plan(viewer, tribute.memorial, tribute.id, shown=shown, stands=stands, at=at, zone=zone, now=now)


@transaction.atomic
def do_not_show_by_itself(viewer: Viewer, tribute: AnyTribute, *, now: datetime) -> None:
    """Lets go of what was planned for it. Twice is fine. Raises NotAllowed."""
    tribute = held(viewer, tribute)
    let_go_of_plan(viewer, tribute.memorial, tribute.id, now=now)


@transaction.atomic
def show_as_planned(thing_id: UUID, *, now: datetime) -> None:
    """Shows something if its moment has come, by the ordinary act and its rules. Twice, also at once, is fine."""
    due = plan_that_is_due(thing_id, now)
    tribute = _held(thing_id)
    if due is None:
        return
    if tribute is None:
        due.delete()
        return
    why = in_the_way_of(due, tribute, stands=thing_shown(tribute), page=page_shown(tribute.memorial))
    if why:
        miss(due, why, now)
        return
    due.delete()
    show_to(Viewer(due.by), tribute, due.shown, now=now)


@transaction.atomic
def show_what_was_planned(viewer: Viewer, tribute: AnyTribute, *, now: datetime) -> None:
    """Shows it now, to those for whom it was planned. Raises NotAllowed, also without a plan, and Frozen."""
    tribute = held(viewer, tribute)
    planned = Plan.objects.select_for_update().filter(thing_id=tribute.id).first()
    require(planned is not None)
    assert planned
    planned.delete()
    show_to(viewer, tribute, planned.shown, now=now)


@transaction.atomic
def take_back(viewer: Viewer, tribute: AnyTribute, *, now: datetime) -> None:
    """From now on only those who keep the memorial see it; no copy shows it once this returns. Twice is fine.

    To whom it was shown is kept, so that it can be shown to the same people again. Raises NotAllowed.
    """
    tribute = held(viewer, tribute)
    was, kept = thing_shown(tribute), Shown(Audience.KEEPERS)
    if was.reaches_further_than(kept):
        show_to(viewer, tribute, kept, now=now)
        row = {"memorial": tribute.memorial, "was": was, "by": viewer.person_id, "at": now}
        TakenBack.objects.update_or_create(thing_id=tribute.id, defaults=row)


@transaction.atomic
def show_again(viewer: Viewer, tribute: AnyTribute, *, now: datetime) -> None:
    """Shows what was taken back to the same people again, in circles that are still there. Twice is fine.

    Raises NotAllowed, Frozen.
    """
    tribute = held(viewer, tribute)
    row = TakenBack.objects.filter(thing_id=tribute.id).first()
    if row:
        left = Circle.objects.filter(memorial=tribute.memorial_id, pk__in=row.was.circles)
        circles = frozenset(left.values_list("pk", flat=True))
        show_to(viewer, tribute, Shown(row.was.audience, circles), now=now)


def _held(thing_id: UUID) -> AnyTribute | None:
    rows = (kind.objects.select_related("memorial").select_for_update(of=("self",)) for kind in KINDS)
    return next((one for kind in rows if (one := kind.filter(pk=thing_id).first())), None)
