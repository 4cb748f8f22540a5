"""Keepers in dispute: those who run the server hold the memorial as it is, until the dispute is over (trust.md B1).

What is held is what `rules.require_not_frozen` guards: nothing becomes wider, nobody is let in, no deletion is final.
To show less stays possible for every keeper, because somebody may need it to be safe.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from snowdrop.ground import journal
from snowdrop.memorials.models import Freeze, Memorial


@transaction.atomic
def begin_dispute(memorial: Memorial, *, now: datetime) -> Freeze:
    """Holds the memorial as it is, above all of its keepers: none of them can lift it. Twice is fine."""
    Memorial.objects.hold(memorial.id)
    one, is_new = Freeze.objects.get_or_create(memorial=memorial, by=None, defaults={"at": now})
    if is_new:
        journal.write("dispute.begun", actor=None, subject_id=memorial.id, memorial_id=memorial.id, now=now)
    return one


@transaction.atomic
def end_dispute(memorial: Memorial, *, now: datetime) -> None:
    """Lets it go on; what a keeper has frozen stays frozen. Twice is fine."""
    Memorial.objects.hold(memorial.id)
    ended, _ = Freeze.objects.filter(memorial=memorial, by=None).delete()
    if ended:
        journal.write("dispute.ended", actor=None, subject_id=memorial.id, memorial_id=memorial.id, now=now)
