"""The facilitators' desk: one thing at a time, given to no two at once; what is decided about it, and undoing that."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from snowdrop.ground.refusals import require
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.vocabulary import LEVELS, Crisis, Lane
from snowdrop.support_groups import rules
from snowdrop.support_groups.actions.telling import write
from snowdrop.support_groups.models import Claim, Debrief, Decision, Facilitator, Group, Member, PassedOn, Post, Topic
from snowdrop.support_groups.queries.desk import Piece, still_waits, waiting_for
from snowdrop.support_groups.refusals import AlreadyDecided, WithAnother
from snowdrop.support_groups.vocabulary import CLAIM, DEBRIEF, AskTo, Place, Why


def take_next(viewer: Viewer, group: Group, *, now: datetime) -> Piece | None:
    """Gives a facilitator what they have, else the most urgent that nobody has; None where nothing is left for them.

    Of several who ask at the same moment each gets another piece. Raises NotAllowed.
    """
    facilitator = _facilitator(viewer, group)
    for piece in waiting_for(viewer, facilitator, now=now):
        if claim(viewer, group, piece.subject_id, now=now) and still_waits(viewer, group, piece.subject_id):
            return piece
    return None


@transaction.atomic
def claim(viewer: Viewer, group: Group, subject_id: UUID, *, now: datetime) -> bool:
    """Whether the piece is with this facilitator from now on, or still; what else they had goes back.

    Raises NotAllowed. False where another has it.
    """
    facilitator = _facilitator(viewer, group)
    given = {"by": facilitator, "until": now + CLAIM}
    if not Claim.objects.filter(Q(by=facilitator) | Q(until__lte=now), subject_id=subject_id).update(**given):
        # Not get_or_create: another's claim that it runs into may be gone by the time it looks for it.
        Claim.objects.bulk_create([Claim(subject_id=subject_id, group=group, **given)], ignore_conflicts=True)
    if not Claim.objects.filter(subject_id=subject_id, by=facilitator).exists():
        return False
    Claim.objects.filter(by=facilitator).exclude(subject_id=subject_id).delete()
    return True


@transaction.atomic
def give_back(viewer: Viewer, group: Group) -> None:
    """Puts back whatever the facilitator has on their desk. Twice is fine. Raises NotAllowed."""
    Claim.objects.filter(by=_facilitator(viewer, group)).delete()


@transaction.atomic
def pass_on(viewer: Viewer, group: Group, subject_id: UUID, *, now: datetime) -> None:
    """Leaves a piece to the others, without a reason. Raises NotAllowed."""
    facilitator = _facilitator(viewer, group)
    PassedOn.objects.get_or_create(subject_id=subject_id, by=facilitator, defaults={"group": group})
    Claim.objects.filter(subject_id=subject_id, by=facilitator).delete()
    write("support_group.passed_on", facilitator.member.persona_id, subject_id, now)


@transaction.atomic
def take_up(viewer: Viewer, group: Group, *, now: datetime) -> None:
    """Takes up again all that the facilitator has left to the others. Twice is fine. Raises NotAllowed."""
    facilitator = _facilitator(viewer, group)
    PassedOn.objects.filter(by=facilitator).delete()
    write("support_group.taken_up", facilitator.member.persona_id, group.pk, now)


@transaction.atomic
def let_through(viewer: Viewer, post: Post, *, now: datetime) -> None:
    """Shows a post to the group; its author is known from now on. Raises NotAllowed, WithAnother, AlreadyDecided."""
    facilitator = _decides(viewer, post, Place.SHOWN, now)
    Member.objects.filter(persona=post.persona_id, known_since=None).update(known_since=now)
    Topic.objects.filter(pk=post.topic_id).update(moved_at=now)
    write("support_group.post_let_through", facilitator.member.persona_id, post.pk, now)


@transaction.atomic
def ask_to_change(viewer: Viewer, post: Post, *, ask: AskTo, words: str = "", now: datetime) -> None:
    """Asks the author to change something; by whom is not said. Raises NotAllowed, WithAnother, AlreadyDecided."""
    facilitator = _decides(viewer, post, Place.ASKED, now)
    _say(facilitator, post, ask=ask, words=words, now=now)
    write("support_group.post_asked", facilitator.member.persona_id, post.pk, now)


@transaction.atomic
def hold_back(viewer: Viewer, post: Post, *, why: Why, words: str = "", now: datetime) -> None:
    """Does not show a post, with the reason that is owed. Its author keeps it, and can change it.

    Raises NotAllowed, WithAnother, AlreadyDecided.
    """
    facilitator = _decides(viewer, post, Place.WITHHELD, now)
    _say(facilitator, post, why=why, words=words, now=now)
    write("support_group.post_held_back", facilitator.member.persona_id, post.pk, now)


@transaction.atomic
def put_back(viewer: Viewer, post: Post, *, now: datetime) -> None:
    """Undoes a decision: it waits on the desk as before. Raises NotAllowed, AlreadyDecided if its author went on."""
    facilitator = _facilitator(viewer, post.group)
    decided = (Place.SHOWN, Place.ASKED, Place.WITHHELD)
    if not Post.objects.filter(pk=post.pk, place__in=decided).update(place=Place.HELD):
        raise AlreadyDecided
    Decision.objects.filter(post=post).delete()
    write("support_group.post_put_back", facilitator.member.persona_id, post.pk, now)


def _decides(viewer: Viewer, post: Post, to: Place, now: datetime) -> Facilitator:
    """Moves a post that waits, if it is with this facilitator and nobody decided meanwhile."""
    facilitator = _facilitator(viewer, post.group)
    require(post.persona_id != facilitator.member.persona_id)
    if not claim(viewer, post.group, post.pk, now=now):
        raise WithAnother
    unchanged = Post.objects.filter(pk=post.pk, place=Place.HELD, changed_at=post.changed_at)
    if not unchanged.update(place=to):
        raise AlreadyDecided
    Claim.objects.filter(subject_id=post.pk).delete()
    PassedOn.objects.filter(subject_id=post.pk).delete()
    Decision.objects.filter(post=post).delete()
    if post.lane == Lane.RED or LEVELS.index(Crisis(post.crisis)) >= LEVELS.index(Crisis.HIGH):
        given = {"group": post.group, "until": now + DEBRIEF}
        Debrief.objects.get_or_create(facilitator=facilitator, post_id=post.pk, defaults=given)
    return facilitator


def _say(facilitator: Facilitator, post: Post, *, words: str, now: datetime, ask: str = "", why: str = "") -> None:
    said = Decision(group=post.group, post=post, ask=ask, why=why, by=facilitator.member.persona, at=now)
    said.words = words
    said.save(force_insert=True)


def _facilitator(viewer: Viewer, group: Group) -> Facilitator:
    facilitator = rules.facilitator_of(viewer, group)
    require(facilitator is not None)
    assert facilitator
    return facilitator
