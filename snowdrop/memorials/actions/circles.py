"""Circles: making one, who is in it, and shutting the door.

Invitations end before anything else does: whoever is accepting one at this moment is then either too late, or in
already and found by what follows.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from snowdrop.ground.refusals import require
from snowdrop.memorials import rules
from snowdrop.memorials.actions.writing import write
from snowdrop.memorials.models import Circle, Helper, Invitation, Keeper, Member, Memorial, Resignation
from snowdrop.memorials.vocabulary import Purpose
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer


@transaction.atomic
def make_circle(viewer: Viewer, memorial: Memorial, *, name: str, now: datetime) -> Circle:
    """Makes a circle with nobody in it. Raises NotAllowed."""
    require(rules.is_keeper(viewer, memorial))
    circle = Circle(memorial=memorial, made_by=viewer.person_id, made_at=now)
    circle.name = name
    circle.save(force_insert=True)
    write("circle.made", viewer, memorial, circle.id, now)
    return circle


@transaction.atomic
def rename_circle(viewer: Viewer, memorial: Memorial, circle: Circle, *, name: str, now: datetime) -> None:
    """Gives a circle another name. Raises NotAllowed."""
    require(rules.is_keeper(viewer, memorial) and circle.memorial_id == memorial.id)
    circle.name = name
    circle.save(update_fields=["name"])
    write("circle.renamed", viewer, memorial, circle.id, now)


@transaction.atomic
def call_family(viewer: Viewer, memorial: Memorial, circle: Circle, *, is_family: bool, now: datetime) -> None:
    """Says whether those in a circle are called family. It shows nobody anything. Raises NotAllowed."""
    require(rules.is_keeper(viewer, memorial) and circle.memorial_id == memorial.id)
    circle.is_family = is_family
    circle.save(update_fields=["is_family"])
    write("circle.called_family", viewer, memorial, circle.id, now)


@transaction.atomic
def delete_circle(viewer: Viewer, memorial: Memorial, circle: Circle, *, now: datetime) -> None:
    """Deletes a circle with the invitations into it. What only it was shown is then for family and helpers alone."""
    require(rules.is_keeper(viewer, memorial) and circle.memorial_id == memorial.id)
    write("circle.deleted", viewer, memorial, circle.id, now)
    circle.delete()


@transaction.atomic
def put_into_circle(viewer: Viewer, memorial: Memorial, circle: Circle, person: Person, *, now: datetime) -> Member:
    """Puts somebody into a circle who was let into another one; twice is fine. Raises NotAllowed, Frozen."""
    require(rules.is_keeper(viewer, memorial) and circle.memorial_id == memorial.id)
    rules.require_not_frozen(memorial)
    known = Member.objects.filter(memorial=memorial, person=person).first()
    require(known is not None and not rules.is_blocked(memorial, person=person))
    assert known
    given = {"memorial": memorial, "name": known.name, "let_in_by": viewer.person_id, "since": now}
    member, _ = Member.objects.get_or_create(circle=circle, person=person, defaults=given)
    write("circle.let_in", viewer, memorial, member.id, now)
    return member


@transaction.atomic
def take_out_of_circle(viewer: Viewer, memorial: Memorial, member: Member, *, now: datetime) -> None:
    """Takes somebody out of one circle, at once; invitations into it for them end too. Raises NotAllowed."""
    require(rules.is_keeper(viewer, memorial) and member.memorial_id == memorial.id)
    invitations_for(memorial, member.person).filter(circle=member.circle_id).delete()
    write("member.taken_out", viewer, memorial, member.id, now)
    Member.objects.filter(pk=member.pk).delete()


@transaction.atomic
def leave_circles(viewer: Viewer, memorial: Memorial, *, now: datetime) -> None:
    """Takes the viewer out of every circle that they are in, by their own wish; no reason is asked, nobody is told.

    Raises NotAllowed, also where they are in none.
    """
    members = Member.objects.filter(memorial=memorial, person_id=viewer.person_id).select_related("person")
    member = members.first()
    require(member is not None)
    assert member
    invitations_for(memorial, member.person).filter(purpose=Purpose.CIRCLE).delete()
    members.delete()
    write("circles.left", viewer, memorial, member.person_id, now)


@transaction.atomic
def shut_the_door(viewer: Viewer, memorial: Memorial, person: Person, *, now: datetime) -> None:
    """Takes somebody out of every circle, ends their helping and their invitations, at once. Twice is fine.

    Raises NotAllowed, also for a keeper: those who keep a memorial together cannot remove each other.
    """
    Memorial.objects.hold(memorial.pk)
    require(rules.is_keeper(viewer, memorial))
    require(not Keeper.objects.filter(memorial=memorial, person=person).exists())
    invitations_for(memorial, person).delete()
    open_invitations_by(memorial, person.pk).delete()
    Member.objects.filter(memorial=memorial, person=person).delete()
    for part in (Helper, Resignation):
        part.objects.filter(memorial=memorial, person=person).delete()
    write("person.shut_out", viewer, memorial, person.id, now)


def invitations_for(memorial: Memorial, person: Person) -> QuerySet[Invitation]:
    """The invitations that a person has accepted, and those that are bound to their address for mail."""
    bound = Q(address_mark=bytes(person.address_mark)) if person.address_mark else Q()
    return Invitation.objects.filter(Q(accepted_by=person) | bound, memorial=memorial)


def open_invitations_by(memorial: Memorial, person_id: UUID) -> QuerySet[Invitation]:
    """The invitations that a person has made and by which nobody is in yet."""
    return Invitation.objects.filter(memorial=memorial, made_by=person_id, let_in_at=None)
