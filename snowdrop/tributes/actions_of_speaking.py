"""What helpers do who speak for the family: write, ask for a keeper's yes or say it, as far as they were trusted.

Each of these acts holds the memorial first and asks for the right afterwards, and so does whoever takes that right
away: nothing goes out once it is taken.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from snowdrop.audiences.table import Shown
from snowdrop.audiences.table import audience as row_of
from snowdrop.ground.refusals import require
from snowdrop.memorials.actions.writing import write
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.rules_of_speaking import may_speak, reach_of
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.acting_on_spoken import let_out
from snowdrop.tributes.actions import WrittenMeanwhile
from snowdrop.tributes.models_of_speaking import Proposal, Spoken
from snowdrop.tributes.rules import may_say


@transaction.atomic
def say(
    viewer: Viewer,
    memorial: Memorial,
    *,
    spoken_id: UUID,
    audience: str,
    circles: Collection[UUID] = (),
    pen: str = "",
    pen_before: str = "",
    now: datetime,
    **said: str,
) -> Spoken:
    """Says something for the family, or asks for a keeper's yes to it where it has to wait for one.

    `said`: title, words, language, and the name under which readers know the helper. Under the id of something that is
    there, its words become these. Raises NotAllowed, also for people to whom the helper may not speak; UnknownAudience,
    WrittenMeanwhile, and Frozen where it would go out.
    """
    spoken = _in_hand(viewer, memorial, spoken_id, pen=pen, pen_before=pen_before, now=now, said=said)
    shown, reach = Shown(row_of(audience).name, frozenset(circles)), reach_of(viewer, memorial)
    require(reach.includes(shown))
    require(memorial.circles.filter(pk__in=shown.circles).count() == len(shown.circles))
    Proposal.objects.filter(spoken=spoken).delete()
    if reach.waits:
        Proposal.objects.create(memorial=memorial, spoken=spoken, said=said, shown=shown, at=now)
        write("letter.proposed", viewer, memorial, spoken.id, now)
    else:
        let_out(viewer, spoken, said, shown, now=now)
    return spoken


@transaction.atomic
def keep_while_speaking(
    viewer: Viewer,
    memorial: Memorial,
    *,
    spoken_id: UUID,
    pen: str,
    pen_before: str = "",
    now: datetime,
    **said: str,
) -> Spoken | None:
    """Keeps what a helper is writing, for them alone; what was said, or waits for a yes, stays as it is.

    A new page on which there is nothing yet makes nothing. Raises NotAllowed or WrittenMeanwhile.
    """
    if not (said.get("title") or said.get("words") or Spoken.objects.filter(pk=spoken_id).exists()):
        return None
    return _in_hand(viewer, memorial, spoken_id, pen=pen, pen_before=pen_before, now=now, said=said)


@transaction.atomic
def do_not_ask(viewer: Viewer, spoken: Spoken, *, now: datetime) -> None:
    """Takes back that a keeper was asked for their yes; the words are kept. Twice is fine. Raises NotAllowed."""
    spoken = _own(viewer, spoken.memorial, spoken.pk)
    if Proposal.objects.filter(spoken=spoken).delete()[0]:
        write("letter.not_proposed", viewer, spoken.memorial, spoken.id, now)


@transaction.atomic
def let_go_of_writing(viewer: Viewer, spoken: Spoken, *, now: datetime) -> None:
    """Lets go for good of something that was never said. Raises NotAllowed, also for what was."""
    spoken = _own(viewer, spoken.memorial, spoken.pk)
    require(spoken.letter is None)
    write("letter.not_said", viewer, spoken.memorial, spoken.id, now)
    spoken.delete()


def _in_hand(
    viewer: Viewer,
    memorial: Memorial,
    spoken_id: UUID,
    *,
    pen: str,
    pen_before: str,
    now: datetime,
    said: dict[str, str],
) -> Spoken:
    """What the helper has in hand, with these words from now on. Raises NotAllowed, WrittenMeanwhile."""
    Memorial.objects.hold(memorial.pk)
    require(may_speak(viewer, memorial))
    if Spoken.objects.filter(pk=spoken_id).exists():
        spoken = _own(viewer, memorial, spoken_id)
        if pen and spoken.pen not in (pen, pen_before):
            raise WrittenMeanwhile(spoken.pen)
    else:
        spoken = Spoken(pk=spoken_id, memorial=memorial, person_id=viewer.person_id, made_at=now)
    spoken.writing, spoken.pen, spoken.changed_at = said, pen, now
    spoken.save()
    return spoken


def _own(viewer: Viewer, memorial: Memorial, spoken_id: UUID) -> Spoken:
    Memorial.objects.hold(memorial.pk)
    spoken = Spoken.objects.select_related("memorial", "letter", "taken_over").get(pk=spoken_id)
    require(spoken.memorial_id == memorial.pk and may_say(viewer, spoken))
    return spoken
