"""Several read first from one queue and do not meet in it: what is with one of them is given to no other."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from snowdrop.comfort import queries
from snowdrop.comfort.actions.looking import look_at
from snowdrop.comfort.actions.moving import subject_of
from snowdrop.comfort.models import Claim, Comfort, HandOverNote, PassedOn
from snowdrop.comfort.vocabulary import CLAIM, UNREAD, Place
from snowdrop.ground import journal
from snowdrop.ground.refusals import require
from snowdrop.memorials import rules
from snowdrop.memorials.models import Grant, Keeper, Memorial, Rest
from snowdrop.memorials.vocabulary import FirstReading, Scope
from snowdrop.people.viewer import Viewer


class WithAnother(ValueError):
    """Another reader has it on their desk; it comes back by itself if they give no sign."""


def take_next(viewer: Viewer, memorial: Memorial, *, now: datetime) -> Comfort | None:
    """Gives the reader what they have already, else the oldest that nobody has; None where nothing is left for them.

    Of many who ask at the same moment each gets another piece. Raises NotAllowed.
    """
    require(rules.may_read_first(viewer, memorial))
    while comfort := queries.next_to_read(viewer, memorial, now=now):
        if _give(viewer, comfort, now=now):
            return comfort
    return None


def claim(viewer: Viewer, comfort: Comfort, *, now: datetime) -> bool:
    """Whether the piece is with this reader from now on, or still; what else they had goes back. Raises NotAllowed.

    False where another has it, or has decided about it meanwhile, and where the rules, which look at it before anybody
    is given it, have put it behind a warning.
    """
    require(rules.may_read_first(viewer, comfort.memorial))
    return _give(viewer, comfort, now=now)


def _give(viewer: Viewer, comfort: Comfort, *, now: datetime) -> bool:
    look_at([comfort], now=now)
    if comfort.place not in UNREAD or not hold(viewer, comfort, now=now):
        return False
    others = Claim.objects.filter(memorial_id=comfort.memorial_id, by=viewer.person_id).exclude(comfort=comfort)
    others.delete()
    if Comfort.objects.filter(pk=comfort.pk, place__in=UNREAD).exists():
        return True
    Claim.objects.filter(comfort=comfort, by=viewer.person_id).delete()
    return False


def hold(viewer: Viewer, comfort: Comfort, *, now: datetime) -> bool:
    """Puts the piece on the reader's desk, or keeps it there, unless another has it: of two one wins."""
    given = {"by": viewer.person_id, "until": now + CLAIM, "memorial_id": comfort.memorial_id}
    theirs_or_lapsed = Q(by=viewer.person_id) | Q(until__lte=now)
    if Claim.objects.filter(theirs_or_lapsed, comfort=comfort).update(**given):
        return True
    # Not get_or_create: another's claim that it runs into may be gone, decided, by the time it looks for it.
    Claim.objects.bulk_create([Claim(comfort=comfort, **given)], ignore_conflicts=True)
    return Claim.objects.filter(comfort=comfort, by=viewer.person_id).exists()


def give_back(viewer: Viewer, memorial: Memorial) -> None:
    """Puts back whatever the reader has on their desk, for the others. Twice is fine."""
    Claim.objects.filter(memorial_id=memorial.pk, by=viewer.person_id).delete()


def clear_desks(memorial_id: UUID, *, now: datetime) -> None:
    """Puts back what lies with somebody who does not read first here any more, or rests. Twice is fine."""
    keepers = Keeper.objects.filter(memorial=memorial_id).values("person")
    readers = Grant.objects.filter(memorial=memorial_id, scope=Scope.READ_FIRST)
    readers = readers.exclude(memorial__first_reading=FirstReading.OURSELVES)
    readers = readers.exclude(helper__rest__in=Rest.objects.filter(Q(until=None) | Q(until__gt=now)))
    claims = Claim.objects.filter(memorial_id=memorial_id)
    claims.exclude(Q(by__in=keepers) | Q(by__in=readers.values("helper__person"))).delete()


@transaction.atomic
def pass_on(viewer: Viewer, comfort: Comfort, *, now: datetime) -> None:
    """Leaves a piece to the others, without a reason; the reader is not given it again unless they ask.

    Raises NotAllowed, and WithAnother.
    """
    require(rules.may_read_first(viewer, comfort.memorial))
    if not hold(viewer, comfort, now=now):
        raise WithAnother
    given = {"memorial_id": comfort.memorial_id, "at": now}
    PassedOn.objects.get_or_create(comfort=comfort, by=viewer.person_id, defaults=given)
    Claim.objects.filter(comfort=comfort, by=viewer.person_id).delete()
    _write("comfort.passed_on", viewer, comfort.memorial_id, subject_of(comfort), now)


@transaction.atomic
def take_up(viewer: Viewer, memorial: Memorial, *, handle: str = "", now: datetime) -> None:
    """Takes up again what the reader has left to others and nobody has read yet: one piece, or all. Twice is fine.

    Raises NotAllowed, and Comfort.DoesNotExist.
    """
    require(rules.may_read_first(viewer, memorial))
    waiting = PassedOn.objects.filter(memorial_id=memorial.pk, by=viewer.person_id, comfort__place=Place.HELD)
    if handle:
        waiting = waiting.filter(comfort=memorial.comforts.with_handle(handle))
    for one in waiting.select_related("comfort"):
        _write("comfort.taken_up", viewer, memorial.pk, subject_of(one.comfort), now)
    waiting.delete()


@transaction.atomic
def leave_note(viewer: Viewer, memorial: Memorial, *, words: str, now: datetime) -> HandOverNote:
    """Leaves a note for all who read first here. Raises NotAllowed."""
    require(rules.may_read_first(viewer, memorial))
    note = HandOverNote(memorial=memorial, by=viewer.person_id, at=now)
    note.words = words
    note.save(force_insert=True)
    _write("hand_over_note.left", viewer, memorial.id, note.id, now)
    return note


@transaction.atomic
def take_away_note(viewer: Viewer, memorial: Memorial, note: HandOverNote, *, now: datetime) -> None:
    """Takes a note away, for everybody: its words are gone. Whoever reads first here may. Raises NotAllowed."""
    require(rules.may_read_first(viewer, memorial) and note.memorial_id == memorial.id)
    _write("hand_over_note.taken_away", viewer, memorial.id, note.id, now)
    HandOverNote.objects.filter(pk=note.pk).delete()


def _write(verb: str, viewer: Viewer, memorial_id: UUID, subject_id: UUID, now: datetime) -> None:
    journal.write(verb, actor=viewer.person_id, subject_id=subject_id, memorial_id=memorial_id, now=now)
