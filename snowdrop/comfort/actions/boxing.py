"""Boxes: the family holds what it does not want to open yet, for a day or for an occasion in its own words."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from snowdrop.comfort.actions.moving import locked, move, move_many
from snowdrop.comfort.models import Box, Comfort
from snowdrop.comfort.queries import Wanted, waiting_pieces
from snowdrop.comfort.vocabulary import MOST_AT_ONCE, Place
from snowdrop.ground import journal
from snowdrop.ground.refusals import require
from snowdrop.memorials import rules
from snowdrop.memorials.models import Memorial
from snowdrop.people.viewer import Viewer


@transaction.atomic
def make_box(viewer: Viewer, memorial: Memorial, *, name: str, opens_on: date | None = None, now: datetime) -> Box:
    """Makes a box with nothing in it. Raises NotAllowed."""
    require(rules.is_keeper(viewer, memorial))
    box = Box(memorial=memorial, opens_on=opens_on, made_by=viewer.person_id, made_at=now)
    box.name = name
    box.save(force_insert=True)
    _write("box.made", viewer, box, now)
    return box


@transaction.atomic
def change_box(viewer: Viewer, box: Box, *, name: str, opens_on: date | None, now: datetime) -> None:
    """Gives it another name, or another day. Raises NotAllowed."""
    require(rules.is_keeper(viewer, box.memorial))
    box.name, box.opens_on = name, opens_on
    box.save(update_fields=["name", "opens_on"])
    _write("box.changed", viewer, box, now)


@transaction.atomic
def put_into_box(viewer: Viewer, comfort: Comfort, box: Box, *, now: datetime) -> None:
    """Puts one piece away that the family has opened, or that waits. Raises NotAllowed, AlreadyMoved."""
    require(rules.is_keeper(viewer, comfort.memorial) and box.memorial_id == comfort.memorial_id)
    _hold(box)
    move(viewer, comfort, to=Place.BOXED, allowed=(Place.WAITING, Place.OPENED, Place.KEPT), now=now, box=box)


@transaction.atomic
def fill_box(viewer: Viewer, box: Box, wanted: Wanted, *, most: int = MOST_AT_ONCE, now: datetime) -> bool:
    """Puts what waits so into it, what has waited longest first; says whether some was left for another press.

    Raises NotAllowed, and ItIsQuiet: whether something was left tells of what waits.
    """
    require(rules.is_keeper(viewer, box.memorial) and wanted.box is None)
    rules.hold_unless_quiet(viewer, box.memorial, now)
    _hold(box)
    found = waiting_pieces(viewer, box.memorial, wanted, most=most + 1)
    move_many(viewer, box.memorial, locked(found[:most]), to=Place.BOXED, now=now, box=box)
    return len(found) > most


@transaction.atomic
def let_box_go(viewer: Viewer, box: Box, *, most: int = MOST_AT_ONCE, now: datetime) -> bool:
    """Puts what is in it back into the waiting room; the box is gone with the last piece. Says whether it is.

    Raises NotAllowed, ItIsQuiet.
    """
    require(rules.is_keeper(viewer, box.memorial))
    rules.hold_unless_quiet(viewer, box.memorial, now)
    _hold(box)
    found = waiting_pieces(viewer, box.memorial, Wanted(box=box.pk), most=most + 1)
    move_many(viewer, box.memorial, locked(found[:most]), to=Place.WAITING, now=now)
    if len(found) > most:
        return False
    _write("box.let_go", viewer, box, now)
    Box.objects.filter(pk=box.pk).delete()
    return True


def _hold(box: Box) -> None:
    """Holds it until the act is over: nothing is put into a box that is being let go. Raises Box.DoesNotExist."""
    Box.objects.select_for_update().only("pk").get(pk=box.pk)


def _write(verb: str, viewer: Viewer, box: Box, now: datetime) -> None:
    journal.write(verb, actor=viewer.person_id, subject_id=box.pk, memorial_id=box.memorial_id, now=now)
