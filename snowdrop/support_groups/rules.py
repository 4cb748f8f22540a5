"""Who may do what in a group; each question is answered for one viewer and one group."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.rules import is_moderator, somebody_is
from snowdrop.safeguarding.staffed import There, presence
from snowdrop.safeguarding.vocabulary_of_staff import Role
from snowdrop.support_groups.hours import Weekly, span_now
from snowdrop.support_groups.models import (
    Duty,
    Facilitator,
    Group,
    Member,
    Post,
    Removal,
    Request,
    Rules,
    StaffedHours,
)
from snowdrop.support_groups.vocabulary import FEWEST_FACILITATORS, PACE_WHILE_NOBODY_IS_THERE


def member_of(viewer: Viewer, group: Group) -> Member | None:
    """The viewer as a member of the group, if they are one."""
    return Member.objects.of(viewer).filter(group=group).select_related("persona").first()


def facilitator_of(viewer: Viewer, group: Group) -> Facilitator | None:
    """The viewer as a facilitator of the group, if they are one."""
    if not viewer.is_signed_in:
        return None
    theirs = Facilitator.objects.filter(group=group, member__person=viewer.person_id)
    return theirs.select_related("member__persona").first()


def may_open_groups(viewer: Viewer) -> bool:
    """Whether the viewer may prepare a new group on their own: those whom the server trusts with safety."""
    return is_moderator(viewer)


def may_prepare(viewer: Viewer, group: Group) -> bool:
    """Whether the viewer arranges the group: its facilitators, and before it opens whoever was let prepare it."""
    return Group.objects.prepared_by(viewer).filter(pk=group.pk).exists()


def facilitates(viewer: Viewer, group: Group) -> bool:
    """Whether the viewer looks after the group."""
    return facilitator_of(viewer, group) is not None


def may_ask(viewer: Viewer, group: Group) -> bool:
    """Whether the viewer may ask to be let in: the door is open, they are not in it, nobody took them out for good."""
    if not viewer.is_signed_in or not Group.objects.with_open_door().filter(pk=group.pk).exists():
        return False
    shut = Removal.objects.filter(group=group, person=viewer.person_id, for_good=True).exists()
    return not shut and member_of(viewer, group) is None


def asks(viewer: Viewer, group: Group) -> Request | None:
    """The viewer's own request, waiting or answered."""
    return Request.objects.filter(group=group, person=viewer.person_id).first() if viewer.is_signed_in else None


def is_read_only(group: Group, now: datetime) -> bool:
    """Whether nobody writes in the group any more, because it ends."""
    ending = getattr(group, "ending", None)
    return bool(ending and ending.is_read_only(now))


def newest_rules(group: Group) -> Rules | None:
    """What the group has agreed now."""
    return group.rules.order_by("-version").first()


def has_agreed(member: Member) -> bool:
    """Whether the member has agreed to what the group has agreed now."""
    newest = newest_rules(member.group)
    return newest is not None and member.agreed_to_id == newest.pk


def may_write(viewer: Viewer, group: Group, now: datetime) -> bool:
    """Whether the viewer may write: they are in it, it is open, it does not only stand to be read."""
    return member_of(viewer, group) is not None and group.is_open and not is_read_only(group, now)


def staffed(group: Group) -> list[Weekly]:
    """The hours in which somebody really is there: taken by a facilitator who does not rest."""
    taken = Duty.objects.filter(group=group, facilitator__rest=None).values("hours")
    return weekly(group, StaffedHours.objects.filter(group=group, pk__in=taken))


def weekly(group: Group, rows: Iterable[StaffedHours]) -> list[Weekly]:
    """Rows of hours as weekly times in the group's zone."""
    return [Weekly(one.weekday, one.begins, one.ends, group.zone) for one in rows]


def is_looked_after(group: Group, now: datetime) -> bool:
    """Whether somebody of the group is there now, or somebody who leads safeguarding on this server."""
    return span_now(staffed(group), now) is not None or presence(now).there is There.NOW


def next_text_from(member: Member, now: datetime) -> datetime | None:
    """From when the member may write their next text, if not now.

    The pace is what the group has chosen; while nobody is there it is a quarter of an hour at least.
    """
    pace = timedelta(minutes=member.group.pace_minutes)
    if pace < PACE_WHILE_NOBODY_IS_THERE and not is_looked_after(member.group, now):
        pace = PACE_WHILE_NOBODY_IS_THERE
    last = Post.objects.filter(persona=member.persona).order_by("-written_at").first()
    then = last.written_at + pace if pace and last else now
    return then if then > now else None


def is_author(viewer: Viewer, post: Post) -> bool:
    """Whether the viewer wrote it, under the persona that is theirs."""
    return Member.objects.of(viewer).filter(persona=post.persona_id).exists()


def has_a_lead() -> bool:
    """Whether this server has a safeguarding lead, or a deputy."""
    return somebody_is(Role.LEAD)


def enough_facilitators(group: Group) -> bool:
    """Whether as many look after the group as have to before it opens."""
    return group.facilitators.count() >= FEWEST_FACILITATORS
