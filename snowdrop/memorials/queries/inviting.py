"""What keepers see of their invitations, and what somebody sees who was invited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from snowdrop.ground.words import day_in_words
from snowdrop.memorials import rules
from snowdrop.memorials.models import Invitation, Memorial
from snowdrop.memorials.queries.links import Card, card_of, digest_of
from snowdrop.memorials.queries.memorial import FamilyRoom, called, family_room, way_in
from snowdrop.memorials.rules_of_keeping import all_agree
from snowdrop.memorials.vocabulary import Purpose
from snowdrop.people.doorways import by_way_of_signing_in
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer


class InvitationIsOver(LookupError):
    """It was used, taken back, its time has passed, or it is not for this person; which of them is not told."""


def open_invitation(secret: str, *, person: Person | None, now: datetime) -> Invitation:
    """The invitation with this secret, while it can be accepted; to whoever has accepted it, also afterwards.

    Raises InvitationIsOver, also to somebody whom the family keeps out, once a deletion was asked for, and before all
    who keep the memorial have agreed to somebody who would keep it too.
    """
    can_be_accepted = Q(accepted_by=None, until__gt=now)
    theirs = can_be_accepted | Q(accepted_by=person) if person else can_be_accepted
    # One question, whether there is none, it is over, or it is not for them: the time that it takes tells nothing.
    kept_out = Exists(rules.blocks_of(person).filter(memorial=OuterRef("memorial")))
    found = Invitation.objects.filter(theirs, ~kept_out, digest=digest_of(secret), memorial__deletion=None)
    invitation = found.select_related("memorial", "circle", "accepted_by").first()
    if invitation is None:
        raise InvitationIsOver
    if invitation.purpose == Purpose.KEEPER and not (invitation.let_in_at or all_agree(invitation)):
        raise InvitationIsOver
    return invitation


class Stand(StrEnum):
    """How somebody stands to an invitation that they have opened."""

    UNKNOWN = "unknown"
    FOR_ANOTHER = "for-another"
    THERE_ALREADY = "there-already"
    ASKED = "asked"
    WAITING = "waiting"
    LET_IN = "let-in"


@dataclass(frozen=True, slots=True)
class Asked:
    """What an invitation says to whoever has opened it.

    Before somebody has signed in with an address that it is for, it says nothing of the family; and what the memorial
    is `called` only to whom it is bound or who is in, for other addresses can be passed on. `page_address` is where
    they go once they are in: the page, if it is open to them, or the room in which they help. `scopes` are what a
    helper is asked to do.
    """

    stand: Stand
    purpose: Purpose
    until: str
    sign_in_address: str
    scopes: tuple[str, ...] = ()
    called: str = ""
    flower: str = "snowdrop"
    language: str = ""
    by: str = ""
    page_address: str = ""

    @property
    def can_accept(self) -> bool:
        """Whether a press accepts it now."""
        return self.stand == Stand.ASKED


def asked(viewer: Viewer, secret: str, *, now: datetime) -> Asked:
    """What an invitation asks this viewer. Raises InvitationIsOver."""
    person = Person.objects.get(pk=viewer.person_id) if viewer.is_signed_in else None
    invitation = open_invitation(secret, person=person, now=now)
    stand, here = _stand(invitation, person), reverse("invitation", args=[secret])
    given: dict[str, Any] = {
        "stand": stand,
        "purpose": Purpose(invitation.purpose),
        "until": day_in_words(invitation.until),
        "scopes": tuple(invitation.offers.values_list("scope", flat=True)),
        "sign_in_address": by_way_of_signing_in(here, again=stand == Stand.FOR_ANOTHER),
    }
    if stand in {Stand.UNKNOWN, Stand.FOR_ANOTHER}:
        return Asked(**given)
    memorial = invitation.memorial
    is_in = stand in {Stand.LET_IN, Stand.THERE_ALREADY}
    return Asked(
        **given,
        called=called(memorial) if invitation.is_bound or is_in else "",
        flower=memorial.flower,
        language=memorial.language,
        by=name_of(invitation.made_by),
        page_address=way_in(viewer, memorial) if is_in else "",
    )


def _stand(invitation: Invitation, person: Person | None) -> Stand:
    if person is None:
        return Stand.UNKNOWN
    if invitation.let_in_at:
        return Stand.LET_IN
    if invitation.accepted_by:
        return Stand.WAITING
    if not rules.is_for(invitation, person):
        return Stand.FOR_ANOTHER
    return Stand.THERE_ALREADY if rules.is_there_already(invitation, person) else Stand.ASKED


def name_of(person_id: UUID) -> str:
    """The name that somebody gave themselves, or nothing."""
    return Person.objects.filter(pk=person_id).values_list("name", flat=True).first() or ""


@dataclass(frozen=True, slots=True)
class SomebodyWaiting:
    """Somebody who has accepted and is not let in: whom the keeper had invited, and who it is that asks."""

    id: UUID
    invited: str
    name: str
    address: str
    to: str
    when: str


@dataclass(frozen=True, slots=True)
class InvitationOnList:
    """An invitation as the family's list shows it: whether it was opened, and never how often."""

    id: UUID
    name: str
    address: str
    to: str
    until: str
    is_opened: bool
    is_accepted: bool
    is_over: bool


@dataclass(frozen=True, slots=True)
class Came:
    """Somebody who has accepted and was let in."""

    id: UUID
    name: str
    to: str
    when: str


@dataclass(frozen=True, slots=True)
class InvitationsRoom:
    """The room of the invitations: who waits, who is invited, who came."""

    room: FamilyRoom
    waiting: tuple[SomebodyWaiting, ...]
    invited: tuple[InvitationOnList, ...]
    came: tuple[Came, ...]


def invitations_room(viewer: Viewer, memorial: Memorial, *, now: datetime) -> InvitationsRoom:
    """Every invitation of the memorial, the newest first."""
    rows = list(_invitations(memorial))
    return InvitationsRoom(
        room=family_room(viewer, memorial, here="people"),
        waiting=tuple(_waiting(one) for one in rows if one.accepted_at and not one.let_in_at),
        invited=tuple(_on_list(one, now) for one in rows if not one.accepted_at),
        came=tuple(
            Came(one.id, one.name or known_as(one.accepted_by), to_what(one), day_in_words(one.let_in_at))
            for one in rows
            if one.let_in_at and one.accepted_by
        ),
    )


def invitations_made_by(viewer: Viewer, memorial: Memorial, *, now: datetime) -> tuple[InvitationOnList, ...]:
    """The invitations that the viewer has made and by which nobody is in yet, the newest first."""
    rows = _invitations(memorial).filter(made_by=viewer.person_id, let_in_at=None)
    return tuple(_on_list(one, now) for one in rows)


def invitation_to_change(viewer: Viewer, memorial: Memorial, invitation_id: UUID) -> Invitation:
    """One that the viewer may send again or end. Raises Invitation.DoesNotExist, also where it is not theirs."""
    one = memorial.invitations.select_related("circle", "accepted_by").get(pk=invitation_id)
    if not rules.may_change_invitation(viewer, memorial, one):
        raise Invitation.DoesNotExist
    return one


def who_waits(memorial: Memorial) -> tuple[SomebodyWaiting, ...]:
    """Those who have accepted and wait until a keeper lets them in."""
    return tuple(_waiting(one) for one in _invitations(memorial).filter(let_in_at=None).exclude(accepted_by=None))


def _invitations(memorial: Memorial) -> QuerySet[Invitation]:
    return memorial.invitations.select_related("circle", "accepted_by").order_by("-made_at", "-id")


def _waiting(one: Invitation) -> SomebodyWaiting:
    person = one.accepted_by
    assert person and one.accepted_at
    when = day_in_words(one.accepted_at)
    return SomebodyWaiting(one.id, one.name, known_as(person), person.email, to_what(one), when)


def _on_list(one: Invitation, now: datetime) -> InvitationOnList:
    return InvitationOnList(
        id=one.id,
        name=one.name or one.address or "",
        address=one.address or "",
        to=to_what(one),
        until=day_in_words(one.until),
        is_opened=one.opened_at is not None,
        is_accepted=one.accepted_at is not None,
        is_over=one.until <= now,
    )


def known_as(person: Person) -> str:
    """The name that somebody gave, or their address for mail."""
    return person.name or person.email


def name_of_keeper(person_id: UUID) -> str:
    """The name that a keeper gave themselves, or what they are to those who keep it with them."""
    return name_of(person_id) or _("Somebody who keeps it with you")


def to_what(invitation: Invitation) -> str:
    """What an invitation invites to, in words."""
    if invitation.circle:
        return _("Into “%(circle)s”") % {"circle": invitation.circle.name}
    return str(Purpose(invitation.purpose).label)


@dataclass(frozen=True, slots=True)
class InvitingRoom:
    """The room in which somebody is invited; without a circle, the way to make one is shown.

    `is_first`: nobody was invited yet and nobody is kept out, so that the family is asked first whether anybody should.
    """

    room: FamilyRoom
    has_circles: bool
    is_first: bool
    is_keeper: bool


def inviting_room(viewer: Viewer, memorial: Memorial) -> InvitingRoom:
    """The frame around the form of an invitation; a helper is told nothing of the rest."""
    room = family_room(viewer, memorial, here="people")
    if not rules.is_keeper(viewer, memorial):
        return InvitingRoom(room, has_circles=True, is_first=False, is_keeper=False)
    before = (memorial.invitations, memorial.members, memorial.helpers, memorial.blocks)
    is_first = not any(rows.exists() for rows in before)
    return InvitingRoom(room, memorial.circles.exists(), is_first, is_keeper=True)


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation just made, with its address, which is shown this once; `is_bound`: no mail could be sent.

    `back` is the name of the page that lists it.
    """

    room: FamilyRoom
    name: str
    until: str
    is_bound: bool
    back: str
    card: Card


def invited(viewer: Viewer, memorial: Memorial, invitation: Invitation, *, secret: str) -> Invited:
    """What a keeper gives to the one whom they invite."""
    until = day_in_words(invitation.until)
    return Invited(
        room=family_room(viewer, memorial, here="people"),
        name=invitation.name or invitation.address or "",
        until=until,
        is_bound=invitation.is_bound,
        back=reverse(room_of_invitations(viewer, memorial), args=[memorial.slug]),
        card=card_of(memorial, address_of(secret), until=until),
    )


def room_of_invitations(viewer: Viewer, memorial: Memorial) -> str:
    """The name of the page on which the viewer finds the invitations that they have made."""
    return "invitations" if rules.is_keeper(viewer, memorial) else "people"


def address_of(secret: str) -> str:
    """The whole address that opens an invitation."""
    return settings.SNOWDROP.address + reverse("invitation", args=[secret])
