"""The rules look at what came: each piece gets its lane, and goes where lane and the family's choice lead it.

A lane routes and does nothing else (trust.md §5.1). Red waits behind a warning; green goes to the waiting room only by
a choice of the family that stood when it came, and only if nobody has had it in hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from snowdrop.comfort.actions.moving import AlreadyMoved, marks_of_members, move
from snowdrop.comfort.models import Claim, Comfort, PassedOn
from snowdrop.comfort.screened import lane_and_danger
from snowdrop.comfort.vocabulary import UNOPENED, UNREAD, Place
from snowdrop.ground.rows import update_unchanged
from snowdrop.memorials.models import Memorial, ReadingRule
from snowdrop.memorials.vocabulary import LETS_PASS, FirstReading
from snowdrop.people.viewer import NOBODY_KNOWN
from snowdrop.safeguarding.vocabulary import Crisis, Lane

LOOKED_AT: Final = (*UNREAD, *UNOPENED)
"""Where a piece is that the rules may still look at: nobody has opened it."""
_AT_ONCE: Final = 200


def look_at(pieces: Iterable[Comfort], *, now: datetime) -> dict[int, Crisis]:
    """Gives each its lane that has none and that nobody has opened; what is red goes behind the warning at once.

    Returns, by key, how much danger each of these speaks of. Safe to run twice, and at the same moment elsewhere: a
    lane holds for the words that were looked at alone.
    """
    unseen = [one for one in pieces if one.lane is None and one.place in LOOKED_AT]
    if not (found := [(one, *said) for one in unseen if (said := lane_and_danger(one))]):
        return {}
    with transaction.atomic():
        for lane in (Lane.GREEN, Lane.AMBER):
            _note([comfort for comfort, its_lane, _ in found if its_lane is lane], lane)
    for comfort, lane, _ in found:
        if lane is Lane.RED:
            _hold_back(comfort, now=now)
    return {comfort.pk: crisis for comfort, _, crisis in found}


def _note(pieces: Sequence[Comfort], lane: Lane) -> bool:
    """Notes the lane of those that have none meanwhile, and no other words; whether there are any."""
    as_read = [(comfort.pk, bytes(comfort.sealed)) for comfort in pieces]
    noted = update_unchanged(Comfort, "lane", lane.value, if_still="sealed", rows=as_read)
    for comfort in pieces:
        if comfort.pk in noted:
            comfort.lane = lane
    return bool(noted)


@transaction.atomic
def _hold_back(comfort: Comfort, *, now: datetime) -> None:
    """Red: behind the warning, from whoever's desk it is on, or from the waiting room if nobody let it in by name."""
    if not _note([comfort], Lane.RED):
        return
    allowed = (*UNREAD, *UNOPENED) if _came_by_rule(comfort) else UNREAD
    with suppress(AlreadyMoved):
        move(NOBODY_KNOWN, comfort, to=Place.GUARDED, allowed=allowed, now=now)
        Claim.objects.filter(comfort=comfort).delete()


def _came_by_rule(comfort: Comfort) -> bool:
    """Whether the last step into the waiting room was by a choice of the family, and by nobody's hand."""
    last = comfort.steps.exclude(came_from__in=UNOPENED, rule=None).order_by("-id").first()
    return last is not None and last.rule is not None


def pass_by_rule(comfort: Comfort, *, came_at: datetime, now: datetime) -> bool:
    """Lets a piece that came, or was changed, at this moment pass to the waiting room, if the family has chosen so.

    Says whether it did. A choice that is made meanwhile, or words that are changed, are waited for and heeded.
    """
    if comfort.memorial.first_reading not in LETS_PASS or comfort.place != Place.HELD or comfort.lane != Lane.GREEN:
        return False
    with transaction.atomic():
        Memorial.objects.hold(comfort.memorial_id)
        rule = ReadingRule.objects.standing(comfort.memorial_id)
        if rule is None or not rule.lets_pass_since(came_at) or not _may_pass(comfort, rule):
            return False
        with suppress(AlreadyMoved):
            move(NOBODY_KNOWN, comfort, to=Place.WAITING, allowed=(Place.HELD,), now=now, rule=rule.pk)
            return True
    return False


def _may_pass(comfort: Comfort, rule: ReadingRule) -> bool:
    """Whether nobody has had it in hand, and its sender is trusted where the choice asks for that.

    What was ever set aside, put behind the warning, or changed after it had passed is for a person to read.
    """
    in_hand = Claim.objects.filter(comfort=comfort).exists() or PassedOn.objects.filter(comfort=comfort).exists()
    if in_hand or comfort.steps.exclude(came_from=Place.HELD, went_to=Place.HELD, by=None).exists():
        return False
    if rule.first_reading != FirstReading.CIRCLES:
        return True
    trusted = marks_of_members(comfort.memorial_id, rule.circles)
    return comfort.sent_by is not None and bytes(comfort.sent_by) in trusted


def let_held_pass(rule_id: UUID, *, now: datetime) -> None:
    """Lets pass what was held when the family asked for it, as far as its choice goes. Safe to run twice.

    Nothing where another choice holds by now.
    """
    rule = ReadingRule.objects.filter(pk=rule_id, held_too=True).first()
    if rule is None or ReadingRule.objects.standing(rule.memorial_id) != rule:
        return
    held, after = Comfort.objects.select_related("memorial").filter(memorial=rule.memorial_id, place=Place.HELD), 0
    while some := list(held.filter(id__gt=after).order_by("id")[:_AT_ONCE]):
        look_at(some, now=now)
        for comfort in some:
            pass_by_rule(comfort, came_at=rule.at, now=now)
        after = some[-1].pk
