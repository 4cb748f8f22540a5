"""The family chooses who reads first. A choice holds for what comes from then on; what is held stays, unless asked."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from snowdrop.ground import published
from snowdrop.ground.refusals import require
from snowdrop.memorials import rules
from snowdrop.memorials.actions.writing import write
from snowdrop.memorials.models import Circle, Memorial, ReadingRule
from snowdrop.memorials.vocabulary import LETS_PASS, FirstReading, OnThePage
from snowdrop.people.viewer import Viewer


@transaction.atomic
def choose_first_reading(
    viewer: Viewer,
    memorial: Memorial,
    choice: str,
    *,
    circles: Collection[UUID] = (),
    held_too: bool = False,
    now: datetime,
) -> ReadingRule:
    """Chooses who reads first from now on; to choose again is the way back. The same once more changes nothing.

    `circles` are those whose people are trusted, for FirstReading.CIRCLES, and left out for all else. `held_too`: also
    for what waits to be read first now, which the worker then lets pass as far as nobody has had it in hand. Raises
    NotAllowed, also for circles of another memorial and for none at all, and Frozen where the page would show words
    that nobody has read first.
    """
    Memorial.objects.hold(memorial.pk)
    require(rules.is_keeper(viewer, memorial))
    chosen, trusted = FirstReading(choice), sorted(map(str, circles)) if choice == FirstReading.CIRCLES else []
    require(bool(trusted) == (chosen == FirstReading.CIRCLES))
    require(Circle.objects.filter(memorial=memorial, pk__in=trusted).count() == len(trusted))
    standing = ReadingRule.objects.standing(memorial.pk)
    if standing and (standing.first_reading, standing.circles) == (chosen, trusted) and standing.held_too >= held_too:
        return standing
    if chosen in (*LETS_PASS, FirstReading.NOBODY) and memorial.on_the_page != OnThePage.MEADOW:
        rules.require_not_frozen(memorial)
    given = {"first_reading": chosen, "circles": trusted, "held_too": held_too, "by": viewer.person_id, "at": now}
    rule = ReadingRule.objects.create(memorial=memorial, **given)
    memorial.first_reading = chosen
    memorial.save(update_fields=["first_reading"])
    write("first_reading.chosen", viewer, memorial, rule.id, now)
    transaction.on_commit(lambda: published.take_away(memorial.slug))  # what comes in meanwhile is taken in by it
    return rule
