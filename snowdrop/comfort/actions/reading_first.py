"""Comfort is read first, by a helper or a keeper: let through, kept for later, kept away."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from snowdrop.comfort.actions.guarding import require_may_decide
from snowdrop.comfort.actions.moving import AlreadyMoved, move
from snowdrop.comfort.actions.sharing_the_desk import WithAnother, hold
from snowdrop.comfort.models import Claim, Comfort
from snowdrop.comfort.vocabulary import HELD_BACK, SET_ASIDE, Place
from snowdrop.ground.refusals import require
from snowdrop.memorials import rules
from snowdrop.memorials.vocabulary import Scope
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.vocabulary import Lane


def let_through(viewer: Viewer, comfort: Comfort, *, now: datetime) -> None:
    """Lets it through to the waiting room. Raises NotAllowed, AlreadyMoved, and WithAnother, as all decisions do."""
    read_first(viewer, comfort, to=Place.WAITING, now=now)


def keep_for_later(viewer: Viewer, comfort: Comfort, *, now: datetime) -> None:
    """Leaves it in the queue, behind what nobody has read yet."""
    read_first(viewer, comfort, to=Place.LATER, now=now)


def keep_away(viewer: Viewer, comfort: Comfort, *, now: datetime) -> None:
    """Keeps it from the family, sealed; its sender is told nothing else than before."""
    read_first(viewer, comfort, to=Place.SEALED, now=now)


def worry_about(viewer: Viewer, comfort: Comfort, *, now: datetime) -> None:
    """Sets it aside because somebody may be in danger or mean harm; the family is not shown it."""
    read_first(viewer, comfort, to=Place.WORRYING, now=now)


@transaction.atomic
def read_again(viewer: Viewer, comfort: Comfort, *, now: datetime) -> None:
    """Puts it back on the reading desk: one's own last decision while it is unopened, and what was set aside before.

    What the rules take for cruel goes back behind the warning, so that no other reader meets it by surprise.

    What worries somebody comes back only by them or by a helper: a keeper must not meet it by surprise (trust.md 5.2).
    """
    require(rules.may_read_first(viewer, comfort.memorial))
    last = comfort.steps.order_by("-id").first()
    own = last is not None and last.by == viewer.person_id
    if comfort.place == Place.WORRYING:
        require(own or rules.helps_with(viewer, comfort.memorial, Scope.READ_FIRST))
    elif comfort.place not in SET_ASIDE and not (own and comfort.place == Place.WAITING):
        raise AlreadyMoved
    to = Place.GUARDED if comfort.lane == Lane.RED else Place.HELD
    move(viewer, comfort, to=to, allowed=(*SET_ASIDE, Place.WAITING), now=now)


@transaction.atomic
def read_first(viewer: Viewer, comfort: Comfort, *, to: Place, now: datetime) -> None:
    """What all decisions have in common; it takes part in the act that calls it.

    Raises BehindWarning for what nobody has opened behind the warning, unless it is kept away, or worries somebody.
    """
    require(rules.may_read_first(viewer, comfort.memorial))
    if comfort.place == Place.GUARDED:
        require_may_decide(viewer, comfort, to=to, now=now)
    if not hold(viewer, comfort, now=now):
        raise WithAnother
    move(viewer, comfort, to=to, allowed=HELD_BACK, now=now)
    Claim.objects.filter(comfort=comfort).delete()
