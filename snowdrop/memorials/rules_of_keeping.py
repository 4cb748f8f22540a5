"""Who has to agree before something happens that concerns all who keep a memorial, and when it may happen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from snowdrop.memorials import rules
from snowdrop.memorials.models import Deletion, Freeze, Invitation, Keeper, Memorial, Succession, Told
from snowdrop.memorials.vocabulary import DELETION_DAYS, GRACE_HOURS, SUCCESSION_DAYS, TOLD_DAYS
from snowdrop.people.viewer import Viewer


def keepers_of(memorial_id: UUID, *, but: UUID | None = None) -> set[UUID]:
    """Those who keep the memorial now, without one of them."""
    return set(Keeper.objects.filter(memorial=memorial_id).values_list("person_id", flat=True)) - {but}


def is_only_keeper(viewer: Viewer, memorial: Memorial) -> bool:
    """Whether the viewer keeps the memorial alone."""
    return rules.is_keeper(viewer, memorial) and not keepers_of(memorial.id, but=viewer.person_id)


def all_agree(invitation: Invitation) -> bool:
    """Whether everybody who keeps the memorial now, beside the one who invites, wants the invited to keep it too.

    They agree to somebody, not to whoever holds a link: where several have to, it is bound to an address for mail.
    """
    others = keepers_of(invitation.memorial_id, but=invitation.made_by)
    agreeing = set(invitation.answers.filter(agrees=True).values_list("by", flat=True))
    return not others or (invitation.is_bound and others <= agreeing)


def becomes_final_at(deletion: Deletion) -> datetime | None:
    """When a deletion may become final; None while another keeper objects, however long that takes.

    Thirty days after it was asked for, a day after all the others have agreed, or when a sole keeper wants it to.
    """
    others = keepers_of(deletion.memorial_id, but=deletion.by)
    if not others:
        return deletion.final_at
    answers = list(deletion.answers.filter(by__in=others))
    if any(not one.agrees for one in answers):
        return None
    in_a_month = deletion.at + timedelta(days=DELETION_DAYS)
    if len(answers) < len(others):
        return in_a_month
    return min(in_a_month, max(one.at for one in answers) + timedelta(hours=GRACE_HOURS))


def may_become_final(deletion: Deletion, now: datetime) -> bool:
    """Whether it is time: nobody objects, nobody has frozen, and all who have not agreed were told long enough ago."""
    final = becomes_final_at(deletion)
    if final is None or final > now or Freeze.objects.filter(memorial=deletion.memorial_id).exists():
        return False
    agreeing = set(deletion.answers.filter(agrees=True).values_list("by", flat=True))
    unheard = keepers_of(deletion.memorial_id, but=deletion.by) - agreeing
    return were_told(deletion.memorial_id, deletion.at, unheard, now)


def may_keep_it_now(succession: Succession, now: datetime) -> bool:
    """Whether a successor's time has come: nobody has stopped it, nobody keeps them out, all keepers were told.

    A freeze holds it up too, but not one of the keeper who named them, who may not be able to take it back any more.
    """
    successor = succession.successor
    if successor is None or succession.stopped_at or succession.asked_at + timedelta(days=SUCCESSION_DAYS) > now:
        return False
    named_by = successor.keeper.person_id
    if Freeze.objects.filter(memorial=succession.memorial_id).exclude(by=named_by).exists():
        return False
    if rules.is_blocked(succession.memorial, person=succession.person):
        return False
    return were_told(succession.id, succession.asked_at, keepers_of(succession.memorial_id), now)


def were_told(about: UUID, began: datetime, people: Iterable[UUID], now: datetime) -> bool:
    """Whether all of these were told of something a week ago or longer."""
    told = Told.objects.filter(about=about, began=began, at__lte=now - timedelta(days=TOLD_DAYS))
    return set(people) <= set(told.values_list("person_id", flat=True))


def has_asked_for_deletion(viewer: Viewer, memorial: Memorial) -> bool:
    """Whether it is the viewer who has asked for the memorial to be deleted."""
    return Deletion.objects.filter(memorial=memorial, by=viewer.person_id).exists()
