"""Preparing a group, arranging it, opening it. It opens only when those who keep its members safe are there."""

from __future__ import annotations

import hashlib
from datetime import datetime, time, timedelta

from django.db import transaction
from django.db.models import Max

from snowdrop.ground import keys
from snowdrop.ground.ids import new_secret
from snowdrop.ground.refusals import NotAllowed, require
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.support_groups import rules
from snowdrop.support_groups.actions.telling import write
from snowdrop.support_groups.models import (
    Facilitator,
    Group,
    Invitation,
    Member,
    Opening,
    Persona,
    Rules,
    StaffedHours,
)
from snowdrop.support_groups.queries.preparing import missing_for_opening
from snowdrop.support_groups.ready import READY
from snowdrop.support_groups.refusals import InvitationIsOver, LastFacilitators, NotReady
from snowdrop.support_groups.vocabulary import FEWEST_FACILITATORS, FIRST_RULES, INVITATION_DAYS, Subject


@transaction.atomic
def make_group(
    viewer: Viewer, *, subject: Subject, name: str = "", zone: str = "UTC", by_operator: bool = False, now: datetime
) -> Group:
    """Begins a group from a ready template; nobody sees it before it is opened. The viewer prepares it.

    Those who keep people safe here may; somebody else only if the operator says so (`snowdrop groups open`).
    Raises NotAllowed.
    """
    require(viewer.is_signed_in and (by_operator or rules.may_open_groups(viewer)))
    ready = READY[subject]
    group = Group(subject=subject, for_whom=ready.for_whom, zone=zone, made_by=viewer.person_id, made_at=now)
    keys.make_data_key(group.pk)
    group.name, group.description = name or str(subject.label), str(ready.description)
    group.save(force_insert=True)
    Rules.objects.create(group=group, version=1, words=str(FIRST_RULES), since=now)
    write("support_group.made", None, group.pk, now)
    return group


@transaction.atomic
def describe_group(viewer: Viewer, group: Group, *, now: datetime, **changes: object) -> None:
    """Changes what stands at the door, the closing plan, or the pace: only the fields given. Raises NotAllowed."""
    require(rules.may_prepare(viewer, group))
    for name, value in changes.items():
        setattr(group, name, value)
    group.save(update_fields=list(changes))
    write("support_group.described", None, group.pk, now)


@transaction.atomic
def set_rules(viewer: Viewer, group: Group, *, words: str, now: datetime) -> Rules:
    """Sets down what the group has agreed anew; every member is asked to agree before they write again.

    The same words make no new version. Raises NotAllowed.
    """
    require(rules.may_prepare(viewer, group))
    Group.objects.hold(group.pk)
    newest = rules.newest_rules(group)
    if newest and newest.words == words:
        return newest
    version = (group.rules.aggregate(Max("version"))["version__max"] or 0) + 1
    made = Rules.objects.create(group=group, version=version, words=words, since=now)
    write("support_group.rules_set", None, made.pk, now)
    return made


@transaction.atomic
def set_hours(
    viewer: Viewer, group: Group, *, weekday: int, begins: time, ends: time, zone: str, now: datetime
) -> StaffedHours:
    """Adds staffed hours on one day of every week; all hours of a group are in one zone. Raises NotAllowed."""
    require(rules.may_prepare(viewer, group))
    group.zone = zone
    group.save(update_fields=["zone"])
    made, _ = StaffedHours.objects.get_or_create(group=group, weekday=weekday, begins=begins, ends=ends)
    write("support_group.hours_set", None, made.pk, now)
    return made


@transaction.atomic
def take_away_hours(viewer: Viewer, hours: StaffedHours, *, now: datetime) -> None:
    """Takes staffed hours away, and whoever's duty they were. Raises NotAllowed."""
    require(rules.may_prepare(viewer, hours.group))
    write("support_group.hours_taken_away", None, hours.pk, now)
    hours.delete()


@transaction.atomic
def invite_facilitator(viewer: Viewer, group: Group, *, name: str = "", now: datetime) -> tuple[Invitation, str]:
    """Invites one person to look after the group, once, for 14 days; returns the secret, which is not kept.

    Raises NotAllowed.
    """
    require(rules.may_prepare(viewer, group))
    secret = new_secret()
    invitation = Invitation(
        group=group, digest=_digest(secret), made_at=now, until=now + timedelta(days=INVITATION_DAYS)
    )
    invitation.name = name
    invitation.save(force_insert=True)
    write("support_group.facilitator_invited", None, invitation.pk, now)
    return invitation, secret


@transaction.atomic
def accept_facilitating(viewer: Viewer, *, secret: str, name: str, now: datetime) -> Facilitator:
    """Begins to look after a group, under a name of the facilitator's own there, agreeing to its rules.

    Whoever is a member already keeps their name. Raises NotAllowed for guests, InvitationIsOver.
    """
    require(viewer.is_signed_in)
    invitation = invitation_with(secret, now=now)
    Group.objects.hold(invitation.group_id)
    if not Invitation.objects.filter(pk=invitation.pk).delete()[0]:
        raise InvitationIsOver
    member = rules.member_of(viewer, invitation.group) or enter(viewer, invitation.group, name=name, now=now)
    member.known_since = member.known_since or now
    member.save(update_fields=["known_since"])
    facilitator, _ = Facilitator.objects.get_or_create(
        member=member, defaults={"group": invitation.group, "since": now}
    )
    write("support_group.facilitator_accepted", member.persona_id, facilitator.pk, now)
    return facilitator


def invitation_with(secret: str, *, now: datetime) -> Invitation:
    """The invitation with this secret, while it can be accepted. Raises InvitationIsOver."""
    found = Invitation.objects.select_related("group").filter(digest=_digest(secret), until__gt=now).first()
    if found is None:
        raise InvitationIsOver
    return found


def enter(viewer: Viewer, group: Group, *, name: str, now: datetime) -> Member:
    """The rows of somebody new in a group: a persona of its own, and that they are behind it. Part of another act."""
    persona = Persona(group=group)
    persona.name = name
    persona.save(force_insert=True)
    agreed = rules.newest_rules(group)
    return Member.objects.create(group=group, person_id=viewer.person_id, persona=persona, agreed_to=agreed, since=now)


@transaction.atomic
def open_group(viewer: Viewer, group: Group, *, now: datetime) -> None:
    """Opens the group: from now on there is a door at which people may ask. Raises NotAllowed, and NotReady."""
    require(rules.may_prepare(viewer, group))
    Group.objects.hold(group.pk)
    if missing := missing_for_opening(group):
        raise NotReady(missing)
    _, is_new = Opening.objects.get_or_create(group=group, defaults={"by": viewer.person_id, "at": now})
    if is_new:
        write("support_group.opened", None, group.pk, now)


@transaction.atomic
def stop_facilitating(viewer: Viewer, facilitator: Facilitator, *, now: datetime) -> None:
    """Ends somebody's own looking after the group; they stay a member.

    Raises NotAllowed, and LastFacilitators where an open group would be left with fewer than two.
    """
    if facilitator.member.person_id != viewer.person_id:
        raise NotAllowed
    Group.objects.hold(facilitator.group_id)
    group = facilitator.group
    ends = getattr(group, "ending", None)
    if group.is_open and not ends and group.facilitators.count() <= FEWEST_FACILITATORS:
        raise LastFacilitators
    write("support_group.facilitator_stopped", facilitator.member.persona_id, facilitator.pk, now)
    facilitator.delete()


def person_named(email: str) -> Person | None:
    """Whoever signs in with this address; for the operator's command."""
    return Person.objects.filter(email=email.strip().lower()).first()


def _digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()
