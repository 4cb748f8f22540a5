"""The family opens what waits, keeps it, puts it back or apart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from snowdrop.comfort.actions.moving import AlreadyMoved, locked, move, move_many
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.queries import ANYTHING, Wanted, next_waiting, waiting_pieces
from snowdrop.comfort.vocabulary import LET_THROUGH, UNOPENED, Place
from snowdrop.ground.refusals import require
from snowdrop.memorials import rules
from snowdrop.memorials.models import Memorial
from snowdrop.people.viewer import Viewer


def open_comfort(viewer: Viewer, comfort: Comfort, *, now: datetime) -> None:
    """Opens what waits, also in a box; and the way back from keeping it and from setting it apart."""
    _as_family(viewer, comfort, to=Place.OPENED, allowed=(*UNOPENED, Place.KEPT, Place.APART), now=now)


def open_next(viewer: Viewer, memorial: Memorial, wanted: Wanted = ANYTHING, *, now: datetime) -> Comfort | None:
    """Opens what has waited longest of what is wanted; None when nothing so waits.

    Of two keepers who ask at the same moment each gets another piece. Raises NotAllowed, ItIsQuiet.
    """
    require(rules.is_keeper(viewer, memorial))
    while comfort := next_waiting(viewer, memorial, wanted):
        try:
            open_comfort(viewer, comfort, now=now)
        except AlreadyMoved:
            continue
        return comfort
    return None


@transaction.atomic
def open_page(
    viewer: Viewer, memorial: Memorial, wanted: Wanted = ANYTHING, *, most: int, now: datetime
) -> list[Comfort]:
    """Opens what has waited longest of what is wanted, `most` pieces at a time, and returns them, the oldest first.

    Raises NotAllowed, ItIsQuiet.
    """
    require(rules.is_keeper(viewer, memorial))
    rules.hold_unless_quiet(viewer, memorial, now)
    opened = locked(waiting_pieces(viewer, memorial, wanted, most=most))
    move_many(viewer, memorial, opened, to=Place.OPENED, now=now)
    return opened


def keep_comfort(viewer: Viewer, comfort: Comfort, *, now: datetime) -> None:
    """Keeps what was opened."""
    _as_family(viewer, comfort, to=Place.KEPT, allowed=(*UNOPENED, Place.OPENED, Place.APART), now=now)


def put_back(viewer: Viewer, comfort: Comfort, *, now: datetime) -> None:
    """Puts it back into the waiting room, as if it had not been opened."""
    allowed = (Place.OPENED, Place.KEPT, Place.APART, Place.BOXED)
    _as_family(viewer, comfort, to=Place.WAITING, allowed=allowed, now=now)


def put_apart(viewer: Viewer, comfort: Comfort, *, now: datetime) -> None:
    """Says that it is not for us: away from the page and from what is kept; nothing is lost, its sender is not told."""
    _as_family(viewer, comfort, to=Place.APART, allowed=LET_THROUGH, now=now)


@transaction.atomic
def _as_family(viewer: Viewer, comfort: Comfort, *, to: Place, allowed: Sequence[Place], now: datetime) -> None:
    require(rules.is_keeper(viewer, comfort.memorial))
    if comfort.place in UNOPENED and to not in UNOPENED:
        rules.hold_unless_quiet(viewer, comfort.memorial, now)
    move(viewer, comfort, to=to, allowed=allowed, now=now)
