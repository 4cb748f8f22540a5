"""Showing something on a day: choosing it, letting go of it, and doing it when the moment has come.

What may not happen at that moment does not happen: the plan says why from then on, and nothing else is done.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from snowdrop.audiences.table import Shown
from snowdrop.audiences.table import audience as row_of
from snowdrop.ground.refusals import require
from snowdrop.memorials import rules
from snowdrop.memorials.actions.memorial import publish_memorial
from snowdrop.memorials.actions.writing import write
from snowdrop.memorials.models import Memorial, Plan
from snowdrop.memorials.queries import page_shown
from snowdrop.memorials.rules_of_timing import FURTHEST, in_the_way
from snowdrop.memorials.vocabulary import Audience, InTheWay
from snowdrop.people.actions import live_in_time_zone
from snowdrop.people.viewer import Viewer


class NotLater(ValueError):
    """The moment has passed already, or is too far away."""


class NothingMore(ValueError):
    """Nobody would see it then who does not see it now."""


def plan(
    viewer: Viewer,
    memorial: Memorial,
    thing_id: UUID,
    *,
    shown: Shown,
    stands: Shown,
    at: datetime,
    zone: str,
    now: datetime,
) -> Plan:
    """Notes that a thing, or the page, is to be shown at a moment; another plan for it is gone. Part of an act.

    `stands` says to whom it is shown now, and it stays so until then. The zone is remembered for the viewer. Raises
    NotAllowed, UnknownAudience, NotLater, NothingMore.
    """
    require(rules.is_keeper(viewer, memorial) and row_of(shown.audience).name != Audience.ME)
    require(memorial.circles.filter(pk__in=shown.circles).count() == len(shown.circles))
    if not now < at <= now + FURTHEST:
        raise NotLater
    if not shown.reaches_further_than(stands):
        raise NothingMore
    chosen = {"shown": shown, "stood": stands, "page_stood": page_shown(memorial), "at": at, "zone": zone}
    chosen |= {"by": viewer.person_id, "chosen_at": now, "missed": "", "missed_at": None, "memorial": memorial}
    one, _ = Plan.objects.update_or_create(thing_id=thing_id, defaults=chosen)
    live_in_time_zone(viewer, zone=zone, now=now)
    write("showing.planned", viewer, memorial, thing_id, now)
    return one


@transaction.atomic
def let_go_of_plan(viewer: Viewer, memorial: Memorial, thing_id: UUID, *, now: datetime) -> None:
    """What was planned for a thing, or for the page, does not happen. Twice is fine. Raises NotAllowed."""
    Memorial.objects.hold(memorial.pk)
    require(rules.is_keeper(viewer, memorial))
    gone, _ = Plan.objects.filter(memorial=memorial, thing_id=thing_id).delete()
    if gone:
        write("showing.not_planned", viewer, memorial, thing_id, now)


def plan_that_is_due(thing_id: UUID, now: datetime) -> Plan | None:
    """The plan for a thing whose moment has come; None if another worker was first. Part of an act.

    Its memorial is held until the act is over, as by everybody who changes to whom something is shown.
    """
    due = Plan.objects.filter(thing_id=thing_id, at__lte=now, missed="")
    memorial_id = due.values_list("memorial_id", flat=True).first()
    if memorial_id is None:
        return None
    Memorial.objects.hold(memorial_id)
    return due.first()


def miss(plan: Plan, why: InTheWay, now: datetime) -> None:
    """Says why it was not shown when its moment came. Part of an act."""
    plan.missed, plan.missed_at = why, now
    plan.save(update_fields=["missed", "missed_at"])


@transaction.atomic
def plan_publication(
    viewer: Viewer,
    memorial: Memorial,
    *,
    to: str,
    circles: Collection[UUID] = (),
    at: datetime,
    zone: str,
    now: datetime,
) -> Plan:
    """Chooses the moment at which the page is opened to more people than now.

    Raises NotAllowed, UnknownAudience, NotLater, NothingMore.
    """
    Memorial.objects.hold(memorial.pk)
    stands = page_shown(Memorial.objects.get(pk=memorial.pk))
    shown = Shown(to, frozenset(circles))
    return plan(viewer, memorial, memorial.id, shown=shown, stands=stands, at=at, zone=zone, now=now)


@transaction.atomic
def publish_as_planned(memorial_id: UUID, *, now: datetime) -> None:
    """Opens the page if its moment has come, by the ordinary act and its rules. Twice, also at once, is fine."""
    due = plan_that_is_due(memorial_id, now)
    if due is None:
        return
    memorial = Memorial.objects.get(pk=memorial_id)
    stands = page_shown(memorial)
    why = in_the_way(due, stands=stands, page=stands)
    if why:
        miss(due, why, now)
        return
    due.delete()
    publish_memorial(Viewer(due.by), memorial, to=due.shown.audience, circles=due.shown.circles, now=now)


@transaction.atomic
def publish_what_was_planned(viewer: Viewer, memorial: Memorial, *, now: datetime) -> None:
    """Opens the page now, to those for whom it was planned. Raises NotAllowed, also without a plan, and Frozen."""
    Memorial.objects.hold(memorial.pk)
    planned = Plan.objects.filter(memorial=memorial, thing_id=memorial.id).first()
    require(planned is not None)
    assert planned
    planned.delete()
    publish_memorial(viewer, memorial, to=planned.shown.audience, circles=planned.shown.circles, now=now)
