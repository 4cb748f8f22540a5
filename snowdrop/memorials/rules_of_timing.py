"""What stands in the way of showing something on the day that was chosen for it."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from snowdrop.audiences.table import Shown, kept_audience
from snowdrop.memorials.models import Circle, Deletion, Freeze, Keeper, Plan
from snowdrop.memorials.vocabulary import Audience, InTheWay

FURTHEST: Final = timedelta(days=50 * 365)
"""No plan is for later than this: whoever means it would outlive most programs."""


def in_the_way(plan: Plan, *, stands: Shown, page: Shown) -> InTheWay | None:
    """Why it would not be shown if its moment came now; None where nothing is in the way.

    `stands` says to whom it is shown now, `page` to whom the page is. It is shown to exactly those who were agreed to
    and as things were then, or not at all: each thing that has changed since is a reason to ask a person again.
    """
    memorial, shown = plan.memorial_id, plan.shown
    if not Keeper.objects.filter(memorial=memorial, person_id=plan.by).exists():
        return InTheWay.NOT_KEEPER
    if Deletion.objects.filter(memorial=memorial).exists():
        return InTheWay.DELETION
    if kept_audience(shown.audience).name != shown.audience:
        return InTheWay.UNKNOWN
    if shown.reaches_further_than(Shown(Audience.KEEPERS)) and Freeze.objects.filter(memorial=memorial).exists():
        return InTheWay.FROZEN
    if Circle.objects.filter(memorial=memorial, pk__in=shown.circles).count() != len(shown.circles):
        return InTheWay.CIRCLE_GONE
    if stands != plan.stood:
        return InTheWay.CHANGED
    if shown.reaches_further_than(page) and not shown.reaches_further_than(plan.page_stood):
        return InTheWay.PAGE_NARROWER
    return None
