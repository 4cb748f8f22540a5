"""Behind the warning: what the rules take for cruel is read by moderators, or by whoever opens it on purpose."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.db import transaction

from snowdrop.comfort import queries
from snowdrop.comfort.actions.moving import AlreadyMoved, move, subject_of
from snowdrop.comfort.actions.sharing_the_desk import WithAnother, hold
from snowdrop.comfort.models import Claim, Comfort
from snowdrop.comfort.vocabulary import Because, Place
from snowdrop.ground import journal
from snowdrop.ground.refusals import require
from snowdrop.people.viewer import Viewer

_UNOPENED: Final = (Place.SEALED, Place.WORRYING)
"""Where somebody may send it who has seen no more than the warning. Nobody leaves it where others come upon it."""


class BehindWarning(ValueError):
    """Nobody has opened it behind the warning, so nobody lets it go on."""


@transaction.atomic
def open_behind_warning(viewer: Viewer, comfort: Comfort, *, now: datetime) -> None:
    """Opens one piece on purpose, after its warning was read: it is with this reader until they decide, or it lapses.

    Where somebody moderates this server they read it first, and nobody else opens it. Raises NotAllowed, AlreadyMoved,
    WithAnother.
    """
    require(may_open(viewer, comfort))
    if comfort.place != Place.GUARDED:
        raise AlreadyMoved
    if not hold(viewer, comfort, now=now):
        raise WithAnother
    Claim.objects.filter(memorial_id=comfort.memorial_id, by=viewer.person_id).exclude(comfort=comfort).delete()
    _write("comfort.opened_behind_warning", viewer, comfort, now)


def is_open_to(viewer: Viewer, comfort: Comfort, *, now: datetime) -> bool:
    """Whether this reader has opened it on purpose, and it is still with them."""
    return Claim.objects.filter(comfort=comfort, by=viewer.person_id, until__gt=now).exists()


def may_open(viewer: Viewer, comfort: Comfort) -> bool:
    """Those who moderate this server; where nobody does, those who read first for the memorial."""
    theirs = Comfort.objects.guarded_for(viewer) | Comfort.objects.guarded_for_moderators(viewer)
    return theirs.filter(pk=comfort.pk).exists()


def require_may_decide(viewer: Viewer, comfort: Comfort, *, to: Place, now: datetime) -> None:
    """Stands before each decision about what is behind the warning. Raises NotAllowed, BehindWarning."""
    require(may_open(viewer, comfort))
    is_let_through = to == Place.WAITING and is_open_to(viewer, comfort, now=now)
    if to not in _UNOPENED and not is_let_through:
        raise BehindWarning


def take_next_to_moderate(viewer: Viewer, *, now: datetime) -> Comfort | None:
    """Gives a moderator what they have already, else the oldest that no other has; None where nothing is left."""
    while comfort := queries.next_to_moderate(viewer, now=now):
        if hold(viewer, comfort, now=now):
            return comfort
    return None


@transaction.atomic
def give_to_desk(viewer: Viewer, comfort: Comfort, *, now: datetime) -> None:
    """A moderator gives it to those who read first for the family. Raises NotAllowed, AlreadyMoved, BehindWarning."""
    _moderate(viewer, comfort, now=now)
    if not is_open_to(viewer, comfort, now=now):
        raise BehindWarning
    move(viewer, comfort, to=Place.HELD, allowed=(Place.GUARDED,), now=now)
    Claim.objects.filter(comfort=comfort).delete()


@transaction.atomic
def keep_sealed(viewer: Viewer, comfort: Comfort, because: Because, *, now: datetime) -> None:
    """A moderator keeps it away from the family, and says why. Raises NotAllowed, AlreadyMoved, WithAnother."""
    _moderate(viewer, comfort, now=now)
    move(viewer, comfort, to=Place.SEALED, allowed=(Place.GUARDED,), now=now, reason=because)
    Claim.objects.filter(comfort=comfort).delete()


def _moderate(viewer: Viewer, comfort: Comfort, *, now: datetime) -> None:
    require(viewer.is_signed_in)
    if comfort.place != Place.GUARDED:
        raise AlreadyMoved
    require(Comfort.objects.guarded_for_moderators(viewer).filter(pk=comfort.pk).exists())
    if not hold(viewer, comfort, now=now):
        raise WithAnother


def _write(verb: str, viewer: Viewer, comfort: Comfort, now: datetime) -> None:
    by, memorial_id = viewer.person_id, comfort.memorial_id
    journal.write(verb, actor=by, subject_id=subject_of(comfort), memorial_id=memorial_id, now=now)
