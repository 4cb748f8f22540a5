"""Deleting a memorial: asked for by one keeper, hidden at once, final only when all were told and nobody objects."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from snowdrop.ground import published
from snowdrop.ground.refusals import require
from snowdrop.memorials import rules
from snowdrop.memorials.actions.writing import write
from snowdrop.memorials.models import Deletion, Memorial
from snowdrop.memorials.rules_of_keeping import is_only_keeper
from snowdrop.memorials.vocabulary import DELETION_DAYS
from snowdrop.people.viewer import Viewer


@transaction.atomic
def ask_for_deletion(viewer: Viewer, memorial: Memorial, *, at_once: bool = False, now: datetime) -> Deletion:
    """Asks for the memorial to be deleted. It is hidden from everybody but its keepers, copies too, once this returns.

    Final thirty days later; a sole keeper may want it `at_once`, now or during that time (the door has asked who they
    are). Where it was asked for already that stands. Raises NotAllowed; Frozen, where it would be final at once.
    """
    Memorial.objects.hold(memorial.id)
    require(rules.is_keeper(viewer, memorial) and not (at_once and not is_only_keeper(viewer, memorial)))
    if at_once:
        rules.require_not_frozen(memorial)
    day = now if at_once else now + timedelta(days=DELETION_DAYS)
    given = {"by": viewer.person_id, "at": now, "final_at": day}
    deletion, is_new = Deletion.objects.get_or_create(memorial=memorial, defaults=given)
    if at_once and not is_new:
        deletion.final_at = min(deletion.final_at, day)
        deletion.save(update_fields=["final_at"])
    if is_new or at_once:
        write("deletion.asked", viewer, memorial, memorial.id, now)
    transaction.on_commit(lambda: published.take_away(memorial.slug))
    return deletion


@transaction.atomic
def take_back_deletion(viewer: Viewer, memorial: Memorial, *, now: datetime) -> None:
    """Takes back what the viewer has asked for, at any time before it is final: everything is as it was. Twice is fine.

    Raises NotAllowed, also where another keeper has asked.
    """
    Memorial.objects.hold(memorial.id)
    require(rules.is_keeper(viewer, memorial))
    deletion = Deletion.objects.filter(memorial=memorial).first()
    require(deletion is None or deletion.by == viewer.person_id)
    if deletion:
        deletion.delete()
        write("deletion.taken_back", viewer, memorial, memorial.id, now)
