"""Of what keepers are to be told by mail now, and have not been."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from snowdrop.memorials.models import Deletion, Invitation, Memorial, Succession, Told
from snowdrop.memorials.rules_of_keeping import all_agree, becomes_final_at, keepers_of
from snowdrop.memorials.vocabulary import SUCCESSION_DAYS, Purpose


class About(StrEnum):
    """What a notice is about."""

    DELETION = "deletion"
    SUCCESSION = "succession"
    INVITATION = "invitation"


@dataclass(frozen=True, slots=True)
class Step:
    """One notice of several: of what, in which run of it, and its name there."""

    about: UUID
    began: datetime
    name: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What one keeper is told now; `steps` are those that are due with it, so that one mail speaks for several.

    `by` has asked; `until` is the day on which it happens, if there is one.
    """

    kind: About
    memorial: Memorial
    person_id: UUID
    by: UUID
    until: datetime | None
    steps: tuple[Step, ...]


_BEFORE_FINAL: Final = {"week": timedelta(days=7), "day": timedelta(days=1)}
_AFTER_ASKING: Final = {"asked": timedelta(0), "week": timedelta(days=7), "weeks": timedelta(days=21)}


def notices_due(now: datetime) -> Iterator[Notice]:
    """Every notice that is due and was not given, one for each keeper and thing."""
    for deletion in Deletion.objects.filter(final_since=None).select_related("memorial"):
        yield from _of_deletion(deletion, now)
    for succession in Succession.objects.filter(stopped_at=None).select_related("memorial"):
        yield from _of_succession(succession, now)
    asking = Invitation.objects.filter(purpose=Purpose.KEEPER, let_in_at=None, until__gt=now)
    for invitation in asking.select_related("memorial"):
        if not all_agree(invitation):
            yield from _of_invitation(invitation)


def _of_deletion(deletion: Deletion, now: datetime) -> Iterator[Notice]:
    """Asked, a week before it is final and a day before; these two anew if the day has changed."""
    final = becomes_final_at(deletion)
    steps = [Step(deletion.memorial_id, deletion.at, "asked")]
    if final:
        due = [name for name, before in _BEFORE_FINAL.items() if now >= final - before]
        steps += [Step(deletion.memorial_id, final, name) for name in due]
    people = keepers_of(deletion.memorial_id)
    yield from _untold(steps, people, About.DELETION, deletion.memorial, deletion.by, final)


def _of_succession(succession: Succession, now: datetime) -> Iterator[Notice]:
    due = [name for name, after in _AFTER_ASKING.items() if now >= succession.asked_at + after]
    steps = [Step(succession.id, succession.asked_at, name) for name in due]
    until = succession.asked_at + timedelta(days=SUCCESSION_DAYS)
    people = keepers_of(succession.memorial_id)
    yield from _untold(steps, people, About.SUCCESSION, succession.memorial, succession.person_id, until)


def _of_invitation(invitation: Invitation) -> Iterator[Notice]:
    answered = set(invitation.answers.values_list("by", flat=True))
    people = keepers_of(invitation.memorial_id, but=invitation.made_by) - answered
    steps = [Step(invitation.id, invitation.made_at, "asked")]
    yield from _untold(steps, people, About.INVITATION, invitation.memorial, invitation.made_by, None)


def _untold(
    steps: Iterable[Step],
    people: Iterable[UUID],
    kind: About,
    memorial: Memorial,
    by: UUID,
    until: datetime | None,
) -> Iterator[Notice]:
    told = {
        (one.person_id, Step(one.about, one.began, one.step))
        for one in Told.objects.filter(about__in={step.about for step in steps})
    }
    for person_id in sorted(people):
        left = tuple(step for step in steps if (person_id, step) not in told)
        if left:
            yield Notice(kind, memorial, person_id, by, until, left)
