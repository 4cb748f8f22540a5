"""Inviting somebody to help, into a circle, or to keep the memorial together; letting them in.

Whoever is named by their address for mail is let in by accepting. Whoever holds an address that could have been passed
on accepts, and waits until a keeper has seen who it is.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from snowdrop.ground.ids import new_id, new_secret
from snowdrop.ground.refusals import require
from snowdrop.memorials import rules
from snowdrop.memorials.actions.helping import grant
from snowdrop.memorials.actions.keeping import make_keeper
from snowdrop.memorials.actions.writing import write
from snowdrop.memorials.models import Circle, Helper, Invitation, Member, Memorial, Offer
from snowdrop.memorials.queries import InvitationIsOver, digest_of, open_invitation
from snowdrop.memorials.rules_of_keeping import keepers_of
from snowdrop.memorials.vocabulary import INVITATION_DAYS, Purpose, Scope
from snowdrop.people.marks import address_mark
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer


class AlreadyInvited(ValueError):
    """This invitation was made before; its address was shown then, and is not kept."""


class AlreadyThere(ValueError):
    """The person is already what the invitation would make them, or keeps the memorial; it was not used."""


class ForAnotherAddress(ValueError):
    """The invitation is bound to another address for mail than the one with which the person has signed in."""


class KeptOut(ValueError):
    """The family keeps this address, name or account out."""


class WithoutAddress(ValueError):
    """Several keep the memorial, and agree to somebody, not to whoever holds a link: it needs an address for mail."""


@transaction.atomic
def invite(
    viewer: Viewer,
    memorial: Memorial,
    *,
    purpose: Purpose,
    circle: Circle | None = None,
    scopes: Collection[Scope] = (Scope.READ_FIRST,),
    name: str = "",
    address: str = "",
    invitation_id: UUID | None = None,
    now: datetime,
) -> tuple[Invitation, str]:
    """Invites one person, once, for 14 days; returns the invitation and its secret, which is not kept.

    With an address for mail it is bound to it. `scopes` is what a helper is asked to do. The same `invitation_id`
    invites once, however often a form is sent. Raises NotAllowed, also to a helper for anything but a circle into which
    the keepers let them invite; Frozen, AlreadyInvited, KeptOut, WithoutAddress.
    """
    require(rules.may_invite(viewer, memorial, purpose, circle) and (bool(scopes) or purpose != Purpose.HELPER))
    rules.require_not_frozen(memorial)
    if purpose == Purpose.KEEPER and not address and keepers_of(memorial.id, but=viewer.person_id):
        raise WithoutAddress
    if Invitation.objects.filter(pk=invitation_id).exists():
        raise AlreadyInvited
    given: dict[str, Any] = {
        "purpose": purpose,
        "circle": circle,
        "name": name,
        "address": address,
        "invitation_id": invitation_id,
    }
    invitation, secret = make_invitation(viewer, memorial, **given, now=now)
    if purpose == Purpose.HELPER:
        Offer.objects.bulk_create(Offer(memorial=memorial, invitation=invitation, scope=one) for one in set(scopes))
    return invitation, secret


def make_invitation(
    viewer: Viewer,
    memorial: Memorial,
    *,
    purpose: Purpose,
    circle: Circle | None,
    name: str,
    address: str,
    invitation_id: UUID | None = None,
    now: datetime,
) -> tuple[Invitation, str]:
    """The row of an invitation and its secret; it takes part in the act that calls it. Raises KeptOut."""
    if rules.is_blocked(memorial, address=address, name=name):
        raise KeptOut
    secret = new_secret()
    invitation = Invitation(
        id=invitation_id or new_id(),
        memorial=memorial,
        purpose=purpose,
        circle=circle,
        digest=digest_of(secret),
        address_mark=address_mark(address),
        made_by=viewer.person_id,
        made_at=now,
        until=now + timedelta(days=INVITATION_DAYS),
    )
    invitation.name, invitation.address = name, address or None
    invitation.save(force_insert=True)
    write("invitation.made", viewer, memorial, invitation.id, now)
    return invitation, secret


@transaction.atomic
def invite_again(viewer: Viewer, memorial: Memorial, invitation: Invitation, *, now: datetime) -> str:
    """Gives an invitation that nobody has accepted a new secret and 14 days; the old one ends. Returns the secret.

    Raises NotAllowed, Frozen, KeptOut, InvitationIsOver.
    """
    require(rules.may_change_invitation(viewer, memorial, invitation))
    rules.require_not_frozen(memorial)
    if rules.is_blocked(memorial, address=invitation.address or "", name=invitation.name):
        raise KeptOut
    secret, until = new_secret(), now + timedelta(days=INVITATION_DAYS)
    standing = Invitation.objects.filter(pk=invitation.pk, accepted_by=None)
    if not standing.update(digest=digest_of(secret), until=until, opened_at=None):
        raise InvitationIsOver
    invitation.until = until
    write("invitation.made_again", viewer, memorial, invitation.id, now)
    return secret


@transaction.atomic
def take_back_invitation(viewer: Viewer, memorial: Memorial, invitation: Invitation, *, now: datetime) -> None:
    """Ends an invitation, also one that somebody has accepted who is not let in: to them it is over, as to anybody.

    Raises NotAllowed, InvitationIsOver.
    """
    require(rules.may_change_invitation(viewer, memorial, invitation))
    ended, _ = Invitation.objects.filter(pk=invitation.pk, let_in_at=None).delete()
    if not ended:
        raise InvitationIsOver
    write("invitation.taken_back", viewer, memorial, invitation.id, now)


@transaction.atomic
def note_opened(viewer: Viewer, *, secret: str, now: datetime) -> None:
    """Notes once that an invitation was opened by somebody who has signed in: what reads mails by machine does not."""
    require(viewer.is_signed_in)
    unopened = Invitation.objects.filter(digest=digest_of(secret), opened_at=None)
    for invitation in unopened.select_related("memorial"):
        if unopened.filter(pk=invitation.pk).update(opened_at=now):
            write("invitation.opened", viewer, invitation.memorial, invitation.id, now)


@transaction.atomic
def accept_invitation(viewer: Viewer, *, secret: str, now: datetime) -> Invitation:
    """Accepts an invitation, once; of many at a time one wins, and twice is fine for that one.

    With `let_in_at` they are in, without it they wait until a keeper lets them in.

    Raises NotAllowed, InvitationIsOver (also to those whom the family keeps out), ForAnotherAddress, AlreadyThere, and
    Frozen, which leaves the invitation as it is.
    """
    require(viewer.is_signed_in)
    person = Person.objects.get(pk=viewer.person_id)
    # Asked twice: nothing is held for an invitation that is not open to them, or the time it takes would tell of one,
    # and what was open before the memorial is held may have been shut by somebody else meanwhile.
    Memorial.objects.hold(open_invitation(secret, person=person, now=now).memorial_id)
    invitation = open_invitation(secret, person=person, now=now)
    if invitation.accepted_by:
        return invitation
    if not rules.is_for(invitation, person):
        raise ForAnotherAddress
    if rules.is_there_already(invitation, person):
        raise AlreadyThere
    rules.require_not_frozen(invitation.memorial)
    if not Invitation.objects.filter(pk=invitation.pk, accepted_by=None).update(accepted_by=person, accepted_at=now):
        raise InvitationIsOver
    invitation.accepted_by, invitation.accepted_at = person, now
    write("invitation.accepted", viewer, invitation.memorial, invitation.id, now)
    if invitation.is_bound:
        _let_in(viewer, invitation, by=invitation.made_by, now=now)
    return invitation


@transaction.atomic
def let_in(viewer: Viewer, memorial: Memorial, invitation: Invitation, *, now: datetime) -> None:
    """Lets in the person who has accepted and waits.

    Raises NotAllowed, Frozen, InvitationIsOver, KeptOut, and NotAllAgree where they would keep the memorial.
    """
    require(rules.is_keeper(viewer, memorial) and invitation.memorial_id == memorial.id)
    rules.require_not_frozen(memorial)
    if invitation.accepted_by is None:
        raise InvitationIsOver
    if rules.is_blocked(memorial, person=invitation.accepted_by):
        raise KeptOut
    assert viewer.person_id
    _let_in(viewer, invitation, by=viewer.person_id, now=now)


def _let_in(viewer: Viewer, invitation: Invitation, *, by: UUID, now: datetime) -> None:
    if not Invitation.objects.filter(pk=invitation.pk, let_in_at=None).update(let_in_at=now):
        raise InvitationIsOver
    invitation.let_in_at, person = now, invitation.accepted_by
    assert person
    given = {"memorial_id": invitation.memorial_id, "person": person}
    if invitation.purpose == Purpose.CIRCLE:
        known = {"name": invitation.name or person.name, "let_in_by": by, "since": now}
        Member.objects.get_or_create(**given, circle_id=invitation.circle_id, defaults=known)
    elif invitation.purpose == Purpose.HELPER:
        helper, _ = Helper.objects.get_or_create(**given, defaults={"asked_by": invitation.made_by, "since": now})
        offered = invitation.offers.values_list("scope", flat=True)
        grant(helper, offered, by=invitation.made_by, now=now)
    else:
        make_keeper(invitation, person, now)
    write(f"{invitation.purpose}.let_in", viewer, invitation.memorial, invitation.id, now)
