"""Keeping a memorial together: agreeing to somebody new, leaving, handing over, freezing.

No act of this room ends another's keeping. Every act that changes who keeps a memorial, or that needs all of them,
holds the memorial's row, so that two at the same moment happen one after the other.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from snowdrop.ground import published
from snowdrop.ground.refusals import require
from snowdrop.memorials import rules
from snowdrop.memorials.actions.circles import invitations_for, open_invitations_by
from snowdrop.memorials.actions.quiet import end_where_all_are_back
from snowdrop.memorials.actions.writing import write
from snowdrop.memorials.models import (
    Answer,
    CameBack,
    Deletion,
    Freeze,
    HandOver,
    Helper,
    Invitation,
    Keeper,
    Member,
    Memorial,
    Quiet,
    Succession,
)
from snowdrop.memorials.rules_of_keeping import all_agree, keepers_of
from snowdrop.memorials.vocabulary import Purpose
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer


class NotAllAgree(ValueError):
    """Not all who keep the memorial have agreed that the invited person keeps it too."""


class LastKeeper(ValueError):
    """Nobody else keeps the memorial: it can be handed over, or deleted, and is never left with nobody."""


def make_keeper(invitation: Invitation, person: Person, now: datetime) -> Keeper:
    """Makes somebody who was invited to it, and let in, a keeper; it takes part in the act that calls it.

    If whoever invited them hands over, they leave in the same act. Raises NotAllAgree.
    """
    Memorial.objects.hold(invitation.memorial_id)
    if not all_agree(invitation):
        raise NotAllAgree
    keeper = become_keeper(invitation.memorial_id, person, now)
    hand_over = HandOver.objects.filter(invitation=invitation).first()
    if hand_over and hand_over.by != person.pk:
        leave(invitation.memorial, hand_over.by, now)
    return keeper


def become_keeper(memorial_id: UUID, person: Person, now: datetime) -> Keeper:
    """The row of a new keeper; those who keep a memorial need no other way in, so that none is left when they leave."""
    keeper, _ = Keeper.objects.get_or_create(memorial_id=memorial_id, person=person, defaults={"since": now})
    for model in (Helper, Member, Succession):
        model.objects.filter(memorial=memorial_id, person=person).delete()
    return keeper


@transaction.atomic
def answer_invitation(
    viewer: Viewer, memorial: Memorial, invitation: Invitation, *, agrees: bool | None, now: datetime
) -> None:
    """Says whether the invited person shall keep the memorial too; None takes the answer back. Twice is fine.

    Raises NotAllowed, also to the one who has invited, and once the invited person was let in.
    """
    Memorial.objects.hold(memorial.id)
    require(rules.is_keeper(viewer, memorial) and invitation.memorial_id == memorial.id)
    require(invitation.purpose == Purpose.KEEPER and invitation.made_by != viewer.person_id)
    require(Invitation.objects.filter(pk=invitation.pk, let_in_at=None).exists())
    _answer(viewer, memorial, agrees=agrees, now=now, invitation=invitation)
    write(f"invitation.{_SAID[agrees]}", viewer, memorial, invitation.id, now)


@transaction.atomic
def answer_deletion(viewer: Viewer, memorial: Memorial, *, agrees: bool | None, now: datetime) -> None:
    """Agrees that the memorial is deleted, or objects; None takes the answer back. Twice is fine.

    Raises NotAllowed, also to the one who asked for it, and Deletion.DoesNotExist where nobody has.
    """
    Memorial.objects.hold(memorial.id)
    require(rules.is_keeper(viewer, memorial))
    deletion = Deletion.objects.get(memorial=memorial)
    require(deletion.by != viewer.person_id)
    _answer(viewer, memorial, agrees=agrees, now=now, deletion=deletion)
    write(f"deletion.{_SAID[agrees]}", viewer, memorial, memorial.id, now)


_SAID = {True: "agreed_to", False: "objected_to", None: "answer_taken_back"}


def _answer(
    viewer: Viewer, memorial: Memorial, *, agrees: bool | None, now: datetime, **to: Invitation | Deletion
) -> None:
    """The same answer again changes nothing: the day on which it was given counts."""
    mine = Answer.objects.filter(by=viewer.person_id, **to)
    if agrees is not None and mine.filter(agrees=agrees).exists():
        return
    mine.delete()
    if agrees is not None:
        Answer.objects.create(memorial=memorial, by=viewer.person_id, at=now, agrees=agrees, **to)


@transaction.atomic
def resign(viewer: Viewer, memorial: Memorial, *, now: datetime) -> None:
    """Leaves a memorial that others go on keeping; whatever the viewer has asked of them ends.

    What they have for themselves alone stays sealed, and nobody else opens it. Raises NotAllowed, LastKeeper.
    """
    Memorial.objects.hold(memorial.id)
    require(rules.is_keeper(viewer, memorial))
    assert viewer.person_id
    if not keepers_of(memorial.id, but=viewer.person_id):
        raise LastKeeper
    leave(memorial, viewer.person_id, now)


def leave(memorial: Memorial, person_id: UUID, now: datetime) -> None:
    """Ends somebody's own keeping, with what only they could take back; it takes part in the act that calls it.

    So do invitations for them, and those that they made and by which nobody is in yet.
    """
    invitations_for(memorial, Person.objects.get(pk=person_id)).delete()
    open_invitations_by(memorial, person_id).delete()
    asked = Succession.objects.filter(memorial=memorial, successor__keeper__person_id=person_id)
    asked.filter(stopped_at=None).delete()
    Keeper.objects.filter(memorial=memorial, person_id=person_id).delete()
    for model in (Freeze, Answer, HandOver, Deletion, CameBack):
        model.objects.filter(memorial=memorial, by=person_id).delete()
    Quiet.objects.filter(memorial=memorial, by=person_id, for_all=False).delete()
    end_where_all_are_back(memorial)
    write("keeper.left", Viewer(person_id), memorial, memorial.id, now)
    transaction.on_commit(lambda: published.take_away(memorial.slug))


@transaction.atomic
def hand_over(viewer: Viewer, memorial: Memorial, invitation: Invitation, *, now: datetime) -> HandOver:
    """Leaves by itself once the person whom the viewer has invited to keep the memorial does. Twice is fine.

    Raises NotAllowed, also for another's invitation and for one that is over.
    """
    Memorial.objects.hold(memorial.id)
    require(rules.is_keeper(viewer, memorial) and invitation.memorial_id == memorial.id)
    require(invitation.purpose == Purpose.KEEPER and invitation.made_by == viewer.person_id)
    require(Invitation.objects.filter(pk=invitation.pk, let_in_at=None).exists())
    given = {"memorial": memorial, "by": viewer.person_id, "at": now}
    one, _ = HandOver.objects.get_or_create(invitation=invitation, defaults=given)
    write("memorial.hand_over_begun", viewer, memorial, invitation.id, now)
    return one


@transaction.atomic
def stay(viewer: Viewer, memorial: Memorial, *, now: datetime) -> None:
    """Stays, also when somebody accepts: what the viewer has begun to hand over is kept together. Twice is fine."""
    Memorial.objects.hold(memorial.id)
    require(rules.is_keeper(viewer, memorial))
    HandOver.objects.filter(memorial=memorial, by=viewer.person_id).delete()
    write("memorial.hand_over_ended", viewer, memorial, memorial.id, now)


@transaction.atomic
def freeze(viewer: Viewer, memorial: Memorial, *, now: datetime) -> Freeze:
    """Asks that nothing becomes wider, nobody is let in and no deletion final, until the viewer lifts it or leaves.

    Twice is fine. Raises NotAllowed.
    """
    Memorial.objects.hold(memorial.id)
    require(rules.is_keeper(viewer, memorial))
    one, _ = Freeze.objects.get_or_create(memorial=memorial, by=viewer.person_id, defaults={"at": now})
    write("memorial.frozen", viewer, memorial, memorial.id, now)
    return one


@transaction.atomic
def lift_freeze(viewer: Viewer, memorial: Memorial, *, now: datetime) -> None:
    """Takes back the viewer's own freeze; another keeper's stays. Twice is fine. Raises NotAllowed."""
    Memorial.objects.hold(memorial.id)
    require(rules.is_keeper(viewer, memorial))
    Freeze.objects.filter(memorial=memorial, by=viewer.person_id).delete()
    write("memorial.freeze_lifted", viewer, memorial, memorial.id, now)
