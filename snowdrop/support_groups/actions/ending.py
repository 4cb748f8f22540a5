"""How a group ends: told, then only read, then gone with its key; and how two groups become one, each member asked."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from snowdrop.ground import keys
from snowdrop.ground.refusals import require
from snowdrop.people.viewer import Viewer
from snowdrop.support_groups import rules
from snowdrop.support_groups.actions.arranging import enter
from snowdrop.support_groups.actions.telling import write
from snowdrop.support_groups.models import Ending, Group, Member, Merging, Removal, Request
from snowdrop.support_groups.refusals import AskedAlready, RulesChanged
from snowdrop.support_groups.vocabulary import FEWEST_DAYS_TOLD, KEPT_DAYS


@transaction.atomic
def end_group(viewer: Viewer, group: Group, *, words: str = "", now: datetime) -> Ending:
    """Carries out the closing plan: the door shuts, members are told, after 14 days nobody writes, 90 later it is gone.

    Twice is fine, and keeps the first days. Raises NotAllowed.
    """
    require(rules.facilitates(viewer, group) and group.is_open)
    Group.objects.hold(group.pk)
    quiet_from = now + timedelta(days=FEWEST_DAYS_TOLD)
    days = {"told_at": now, "read_only_from": quiet_from, "gone_from": quiet_from + timedelta(days=KEPT_DAYS)}
    ending, is_new = Ending.objects.get_or_create(group=group, defaults={"words": words, **days})
    if is_new:
        Request.objects.filter(group=group, answer="").delete()
        write("support_group.ending_told", _persona_id(viewer, group), group.pk, now)
    return ending


@transaction.atomic
def keep_group(viewer: Viewer, group: Group, *, now: datetime) -> None:
    """Lets the group go on after all; possible until it is gone. Raises NotAllowed."""
    require(rules.facilitates(viewer, group))
    Ending.objects.filter(group=group).delete()
    write("support_group.ending_called_off", _persona_id(viewer, group), group.pk, now)


def finish_endings(*, now: datetime) -> int:
    """Lets go of the groups whose day has come: the key first, then every row. Safe to run twice; says how many."""
    over = list(Group.objects.filter(ending__gone_from__lte=now))
    for group in over:
        keys.destroy_data_key(group.pk)
        with transaction.atomic():
            write("support_group.gone", None, group.pk, now)
            group.delete()
    return len(over)


@transaction.atomic
def ask_to_merge(viewer: Viewer, group: Group, into: Group, *, now: datetime) -> Merging:
    """Asks another group whether it takes in the members of this one who want to come.

    The facilitators of both have to agree; who looks after both agrees for both. Raises NotAllowed.
    """
    at_the_door = Group.objects.with_open_door().filter(pk=into.pk).exists()
    require(rules.facilitates(viewer, group) and group.is_open and at_the_door and group.pk != into.pk)
    agreed_at = now if rules.facilitates(viewer, into) else None
    merging, _ = Merging.objects.update_or_create(
        group=group, defaults={"into": into, "asked_at": now, "agreed_at": agreed_at}
    )
    write("support_group.merging_asked", _persona_id(viewer, group), merging.pk, now)
    return merging


@transaction.atomic
def agree_to_merging(viewer: Viewer, merging: Merging, *, now: datetime) -> None:
    """A facilitator of the other group agrees; from now on each member is asked. Raises NotAllowed."""
    require(rules.facilitates(viewer, merging.into))
    Merging.objects.filter(pk=merging.pk, agreed_at=None).update(agreed_at=now)
    write("support_group.merging_agreed", _persona_id(viewer, merging.into), merging.pk, now)


@transaction.atomic
def let_merging_be(viewer: Viewer, merging: Merging, *, now: datetime) -> None:
    """Does not merge after all; who has come along stays where they are. Raises NotAllowed."""
    require(rules.facilitates(viewer, merging.group) or rules.facilitates(viewer, merging.into))
    write("support_group.merging_let_be", None, merging.pk, now)
    merging.delete()


@transaction.atomic
def come_along(viewer: Viewer, merging: Merging, *, name: str, agreed_to: int, now: datetime) -> Member:
    """Comes into the other group, by an own yes, under a name for it, agreeing to its rules. Nothing is carried over.

    Their place in the first group stays theirs. Raises NotAllowed, RulesChanged, AskedAlready.
    """
    into = merging.into
    open_to_them = merging.agreed_at is not None and Group.objects.with_open_door().filter(pk=into.pk).exists()
    shut = Removal.objects.filter(group=into, person=viewer.person_id, for_good=True).exists()
    require(open_to_them and not shut and rules.member_of(viewer, merging.group) is not None)
    Group.objects.hold(into.pk)
    newest = rules.newest_rules(into)
    if newest is None or newest.version != agreed_to:
        raise RulesChanged
    if rules.member_of(viewer, into):
        raise AskedAlready
    Request.objects.filter(group=into, person=viewer.person_id).delete()
    member = enter(viewer, into, name=name, now=now)
    write("support_group.came_along", member.persona_id, member.pk, now)
    return member


def _persona_id(viewer: Viewer, group: Group) -> UUID | None:
    member = rules.member_of(viewer, group)
    return member.persona_id if member else None
