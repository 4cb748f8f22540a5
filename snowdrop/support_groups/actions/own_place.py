"""What members settle for themselves: what they have agreed to, what they are shown, whom they do not see."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from snowdrop.ground.refusals import require
from snowdrop.people.viewer import Viewer
from snowdrop.support_groups import rules
from snowdrop.support_groups.actions.telling import write
from snowdrop.support_groups.models import Group, Member, Mute, Persona
from snowdrop.support_groups.refusals import RulesChanged


@transaction.atomic
def agree_to_rules(viewer: Viewer, group: Group, *, version: int, now: datetime) -> None:
    """Agrees to what the group has agreed now. Raises NotAllowed, and RulesChanged if it was an older version."""
    member = _member(viewer, group)
    newest = rules.newest_rules(group)
    if newest is None or newest.version != version:
        raise RulesChanged
    member.agreed_to = newest
    member.save(update_fields=["agreed_to"])
    write("support_group.rules_agreed", member.persona_id, newest.pk, now)


@transaction.atomic
def choose_pregnancy(viewer: Viewer, group: Group, *, shown: bool, now: datetime) -> None:
    """Is shown what is about pregnancy and living babies, or no more. Twice is fine. Raises NotAllowed."""
    member = _member(viewer, group)
    member.pregnancy_since = now if shown else None
    member.save(update_fields=["pregnancy_since"])
    write("support_group.pregnancy_chosen", member.persona_id, group.pk, now)


@transaction.atomic
def mute(viewer: Viewer, group: Group, persona: Persona, *, now: datetime) -> None:
    """Does not see any more what a persona writes. Nobody learns of it; twice is fine. Raises NotAllowed."""
    member = _member(viewer, group)
    require(persona.group_id == group.pk and persona.pk != member.persona_id)
    Mute.objects.get_or_create(member=member, persona=persona, defaults={"group": group})
    write("support_group.muted", member.persona_id, group.pk, now)


@transaction.atomic
def unmute(viewer: Viewer, group: Group, persona: Persona, *, now: datetime) -> None:
    """Sees again what a persona writes. Twice is fine. Raises NotAllowed."""
    member = _member(viewer, group)
    Mute.objects.filter(member=member, persona=persona).delete()
    write("support_group.unmuted", member.persona_id, group.pk, now)


def _member(viewer: Viewer, group: Group) -> Member:
    member = rules.member_of(viewer, group)
    require(member is not None)
    assert member
    return member
