"""The people of a memorial, as its keepers see them: circles and who is in each, helpers, one person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from snowdrop.ground.words import day_in_words
from snowdrop.memorials.models import Circle, Helper, Keeper, Member, Memorial
from snowdrop.memorials.queries.helping import does_in_words
from snowdrop.memorials.queries.inviting import (
    InvitationOnList,
    SomebodyWaiting,
    invitations_made_by,
    known_as,
    who_waits,
)
from snowdrop.memorials.queries.memorial import FamilyRoom, family_room
from snowdrop.memorials.queries.requests_to_see import circles_to_let_into
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer


@dataclass(frozen=True, slots=True)
class PeopleRoom:
    """The way to everybody whom the memorial has to do with; each word is a list of names, or nothing."""

    room: FamilyRoom
    waiting: tuple[SomebodyWaiting, ...]
    circles: str
    helpers: str
    keepers: str
    invited: str


def people_room(viewer: Viewer, memorial: Memorial) -> PeopleRoom:
    """Who waits to be let in, and the names of all others by what they are."""
    helpers = memorial.helpers.select_related("person").order_by("since", "id")
    keepers = memorial.keepers.select_related("person").order_by("since", "id")
    invited = memorial.invitations.filter(accepted_by=None).order_by("made_at", "id")
    return PeopleRoom(
        room=family_room(viewer, memorial, here="people"),
        waiting=who_waits(memorial),
        circles=_listed(one.name for one in _circles(memorial)),
        helpers=_listed(known_as(one.person) for one in helpers),
        keepers=_listed(_you_or_known_as(viewer, one.person) for one in keepers),
        invited=_listed(one.name or one.address or "" for one in invited),
    )


@dataclass(frozen=True, slots=True)
class PeopleLookedAfter:
    """What a helper sees who looks after people: the circles that are open to helpers, and whom they have invited."""

    room: FamilyRoom
    circles: tuple[CircleOnList, ...]
    invited: tuple[InvitationOnList, ...]


def people_looked_after(viewer: Viewer, memorial: Memorial, *, now: datetime) -> PeopleLookedAfter:
    """Nothing of the other circles, of keepers, of links, or of those whom the family keeps out."""
    circles = circles_to_let_into(viewer, memorial).prefetch_related("members__person")
    return PeopleLookedAfter(
        room=family_room(viewer, memorial, here="people"),
        circles=tuple(_on_list(one) for one in circles),
        invited=invitations_made_by(viewer, memorial, now=now),
    )


def _listed(names: Iterable[str]) -> str:
    return get_text_list([name for name in names if name], _("and"))


def _you_or_known_as(viewer: Viewer, person: Person) -> str:
    return _("you") if person.pk == viewer.person_id else known_as(person)


@dataclass(frozen=True, slots=True)
class PersonInCircle:
    """Somebody in a circle, by the name under which the keepers know them."""

    member_id: UUID
    person_id: UUID
    name: str
    address: str
    since: str


@dataclass(frozen=True, slots=True)
class CircleOnList:
    """A circle, and who is in it. Only keepers ever see this (domain.md C8)."""

    id: UUID
    name: str
    people: tuple[PersonInCircle, ...]
    helpers_let_in: bool
    is_family: bool


@dataclass(frozen=True, slots=True)
class CirclesRoom:
    """The room of the circles."""

    room: FamilyRoom
    circles: tuple[CircleOnList, ...]


def circles_room(viewer: Viewer, memorial: Memorial) -> CirclesRoom:
    """Every circle with who is in it, in the order in which they were made."""
    circles = tuple(_on_list(one) for one in _circles(memorial).prefetch_related("members__person"))
    return CirclesRoom(family_room(viewer, memorial, here="people"), circles)


@dataclass(frozen=True, slots=True)
class OneCircle:
    """One circle, and those who could be put into it because they are in another one."""

    room: FamilyRoom
    circle: CircleOnList
    others: tuple[tuple[str, str], ...]


def one_circle(viewer: Viewer, memorial: Memorial, circle: Circle) -> OneCircle:
    """One circle as its keepers see it."""
    return OneCircle(family_room(viewer, memorial, here="people"), _on_list(circle), others_for(circle))


def others_for(circle: Circle) -> tuple[tuple[str, str], ...]:
    """Ids and names of those who are in another circle of the same memorial and not in this one."""
    here = circle.members.values("person")
    others = Member.objects.filter(memorial=circle.memorial_id).exclude(person__in=here).select_related("person")
    known = {str(one.person_id): one.name or known_as(one.person) for one in others.order_by("-since")}
    return tuple(sorted(known.items(), key=lambda one: one[1].casefold()))


def _circles(memorial: Memorial) -> QuerySet[Circle]:
    return memorial.circles.order_by("made_at", "id")


def _on_list(circle: Circle) -> CircleOnList:
    people = (
        PersonInCircle(
            member_id=one.id,
            person_id=one.person_id,
            name=one.name or known_as(one.person),
            address=one.person.email,
            since=day_in_words(one.since),
        )
        for one in circle.members.all()
    )
    by_name = tuple(sorted(people, key=lambda one: one.name.casefold()))
    return CircleOnList(circle.id, circle.name, by_name, circle.helpers_let_in, circle.is_family)


@dataclass(frozen=True, slots=True)
class OnePerson:
    """Somebody whom the family has let in, and by what; `circles` are ids and names, `helps` what they help with."""

    room: FamilyRoom
    person_id: UUID
    name: str
    address: str
    circles: tuple[tuple[UUID, str], ...]
    helps: str


def one_person(viewer: Viewer, memorial: Memorial, person: Person) -> OnePerson:
    """Everything by which somebody is let in here."""
    circles = _circles(memorial).filter(members__person=person)
    return OnePerson(
        room=family_room(viewer, memorial, here="people"),
        person_id=person.pk,
        name=name_here(memorial, person),
        address=person.email,
        circles=tuple((one.id, one.name) for one in circles),
        helps=does_in_words(memorial, person.pk),
    )


def name_here(memorial: Memorial, person: Person) -> str:
    """The name under which the keepers know somebody, else their own, else their address for mail."""
    member = memorial.members.filter(person=person).order_by("-since").first()
    return (member.name if member else "") or known_as(person)


def person_let_in(memorial: Memorial, person_id: UUID) -> Person:
    """Somebody who is in a circle of the memorial or helps with it, and is no keeper. Raises Person.DoesNotExist."""
    members = Member.objects.filter(memorial=memorial).values("person")
    helpers = Helper.objects.filter(memorial=memorial).values("person")
    keepers = Keeper.objects.filter(memorial=memorial).values("person")
    let_in = Person.objects.filter(Q(pk__in=members) | Q(pk__in=helpers)).exclude(pk__in=keepers)
    return let_in.get(pk=person_id)
