"""What was kept away stays sealed for a stated time, longer as evidence; then its words are destroyed."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from snowdrop.comfort.actions.moving import AlreadyMoved, move, subject_of
from snowdrop.comfort.content import NOTHING
from snowdrop.comfort.models import Comfort, Evidence
from snowdrop.comfort.vocabulary import Place
from snowdrop.ground import journal
from snowdrop.ground.refusals import require
from snowdrop.memorials import rules
from snowdrop.people.viewer import NOBODY_KNOWN, Viewer


@transaction.atomic
def keep_as_evidence(viewer: Viewer, comfort: Comfort, *, now: datetime) -> None:
    """Keeps what was kept away until somebody lets go of it. Twice is fine. Raises NotAllowed, AlreadyMoved."""
    require(rules.may_read_first(viewer, comfort.memorial))
    _hold_sealed(comfort)
    given = {"memorial_id": comfort.memorial_id, "by": viewer.person_id, "at": now}
    Evidence.objects.get_or_create(comfort=comfort, defaults=given)
    _write("comfort.kept_as_evidence", viewer, comfort, now)


@transaction.atomic
def let_go_of_evidence(viewer: Viewer, comfort: Comfort, *, now: datetime) -> None:
    """Takes that back: its time counts as if it had never been kept as evidence. Twice is fine. Raises NotAllowed."""
    require(rules.may_read_first(viewer, comfort.memorial))
    if Evidence.objects.filter(comfort=comfort).delete()[0]:
        _write("comfort.evidence_let_go", viewer, comfort, now)


@transaction.atomic
def destroy_words(comfort: Comfort, *, now: datetime) -> None:
    """Destroys the words of what was kept away, and all that it says of its sender; an empty trace stays.

    Raises AlreadyMoved, also where somebody keeps it as evidence.
    """
    _hold_sealed(comfort)
    if Evidence.objects.filter(comfort=comfort).exists():
        raise AlreadyMoved
    move(NOBODY_KNOWN, comfort, to=Place.EMPTIED, allowed=(Place.SEALED,), now=now, content=NOTHING)


def _hold_sealed(comfort: Comfort) -> None:
    """Whoever keeps it as evidence, and whoever destroys it, wait for each other."""
    if not Comfort.objects.select_for_update().filter(pk=comfort.pk, place=Place.SEALED).exists():
        raise AlreadyMoved


def _write(verb: str, viewer: Viewer, comfort: Comfort, now: datetime) -> None:
    by, memorial_id = viewer.person_id, comfort.memorial_id
    journal.write(verb, actor=by, subject_id=subject_of(comfort), memorial_id=memorial_id, now=now)
