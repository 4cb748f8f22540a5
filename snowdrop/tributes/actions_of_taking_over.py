"""What keepers do with what was said for them: say yes, not now, make it their own, give it back.

To take it off the page is what they do with anything that they share (actions_of_plans.take_back).
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from snowdrop.audiences.table import Shown
from snowdrop.ground.refusals import require
from snowdrop.memorials import rules
from snowdrop.memorials.actions.writing import write
from snowdrop.memorials.models import Circle, Memorial
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.acting import narrowest, take_published_copy_away
from snowdrop.tributes.acting_on_spoken import begin_letter, let_out
from snowdrop.tributes.models import Letter, Withdrawal
from snowdrop.tributes.models_of_speaking import Proposal, Spoken, TakenOver


class SaidOtherwise(ValueError):
    """The helper has changed, or taken back, what waited for this answer since it was read. Nothing was done."""


@transaction.atomic
def say_yes(viewer: Viewer, spoken: Spoken, *, proposal_id: UUID, now: datetime) -> None:
    """Lets out what waits, in the very words that were read, to the people that were named, in circles still there.

    Also after "not now". Raises NotAllowed, ItIsQuiet, Frozen, SaidOtherwise.
    """
    spoken, proposal = _waiting(viewer, spoken, proposal_id, now)
    left = Circle.objects.filter(memorial=spoken.memorial_id, pk__in=proposal.shown.circles)
    shown = Shown(proposal.shown.audience, frozenset(left.values_list("pk", flat=True)))
    let_out(viewer, spoken, proposal.said, shown, now=now)
    proposal.delete()


@transaction.atomic
def say_not_now(viewer: Viewer, spoken: Spoken, *, proposal_id: UUID, now: datetime) -> None:
    """Answers what waits with "not now": nothing goes out, the helper reads of it kindly, and keeps their words.

    Raises NotAllowed, ItIsQuiet, SaidOtherwise.
    """
    spoken, proposal = _waiting(viewer, spoken, proposal_id, now)
    proposal.not_now_by, proposal.not_now_at = viewer.person_id, now
    proposal.save(update_fields=["not_now_by", "not_now_at"])
    write("letter.not_now", viewer, spoken.memorial, spoken.id, now)


@transaction.atomic
def take_over(viewer: Viewer, spoken: Spoken, *, is_marked: bool, now: datetime) -> Letter:
    """Makes what a helper said, or asks to say, the viewer's own; from then on it is theirs as any letter of theirs.

    What was never said becomes a letter for the viewer alone. `is_marked` says whether readers still learn who began
    it. Raises NotAllowed, and ItIsQuiet for what waits.
    """
    spoken = _told(viewer, spoken)
    letter, waits = spoken.letter, spoken.waiting
    if letter is None:
        rules.require_not_quiet(viewer, spoken.memorial, now)
        require(waits is not None)
        assert waits
        spoken.name = waits.said["name"]
        letter = begin_letter(viewer, spoken.memorial, waits.said, author_id=viewer.person_id, now=now)
    row = {"is_marked": is_marked, "was_said": spoken.letter is not None, "by": viewer.person_id, "at": now}
    assert viewer.person_id
    letter.author_id, letter.changed_at = viewer.person_id, now
    letter.save(update_fields=["author", "changed_at"])
    spoken.letter = letter
    spoken.save(update_fields=["letter", "name"])
    TakenOver.objects.create(memorial=spoken.memorial, spoken=spoken, **row)
    write("letter.taken_over", viewer, spoken.memorial, letter.id, now)
    take_published_copy_away(spoken.memorial, letter.audience)
    return letter


@transaction.atomic
def give_back(viewer: Viewer, letter: Letter, *, now: datetime) -> None:
    """Undoes taking it over, as long as the words are still the helper's. Raises NotAllowed."""
    Memorial.objects.hold(letter.memorial_id)
    taken = TakenOver.objects.select_related("spoken__letter", "spoken__memorial").get(spoken__letter=letter)
    spoken = taken.spoken
    require(spoken.letter is not None and can_be_given_back(viewer, taken))
    assert spoken.letter
    letter = spoken.letter
    taken.delete()
    write("letter.given_back", viewer, spoken.memorial, letter.id, now)
    if taken.was_said:
        letter.author_id = spoken.person_id
        letter.save(update_fields=["author"])
        take_published_copy_away(spoken.memorial, letter.audience)
    else:
        spoken.letter = None
        spoken.save(update_fields=["letter"])
        letter.delete()


def can_be_given_back(viewer: Viewer, taken: TakenOver) -> bool:
    """Whether whoever took it over can give it back: nothing was changed since, nor shown to anybody new."""
    letter = taken.spoken.letter
    if letter is None or taken.by != viewer.person_id or letter.changed_at != taken.at:
        return False
    untouched = taken.was_said or letter.audience == narrowest()
    is_there = not Withdrawal.objects.filter(tribute_id=letter.pk).exists()
    return untouched and is_there and rules.is_keeper(viewer, taken.spoken.memorial)


def _told(viewer: Viewer, spoken: Spoken) -> Spoken:
    """As it is now, held until the act is over; of those that are told to the viewer. Raises NotAllowed."""
    Memorial.objects.hold(spoken.memorial_id)
    beside = ("memorial", "letter", "proposal", "taken_over")
    row = Spoken.objects.told_to(viewer).select_related(*beside).filter(pk=spoken.pk).first()
    require(row is not None and not row.is_taken_over)
    assert row
    return row


def _waiting(viewer: Viewer, spoken: Spoken, proposal_id: UUID, now: datetime) -> tuple[Spoken, Proposal]:
    """What waits, as it was read. Raises NotAllowed, ItIsQuiet, SaidOtherwise."""
    Memorial.objects.hold(spoken.memorial_id)
    require(rules.is_keeper(viewer, spoken.memorial))
    rules.require_not_quiet(viewer, spoken.memorial, now)
    proposal = Proposal.objects.filter(pk=proposal_id, spoken=spoken.pk).first()
    if proposal is None:
        raise SaidOtherwise
    return _told(viewer, spoken), proposal
