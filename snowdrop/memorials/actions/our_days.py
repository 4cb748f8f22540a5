"""The days that matter: put in, changed, taken away and put back. None of it does anything beside that."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from snowdrop.ground.ids import new_id
from snowdrop.ground.refusals import require
from snowdrop.memorials import rules
from snowdrop.memorials.actions.writing import write
from snowdrop.memorials.models import Day, DayTakenAway, Memorial
from snowdrop.memorials.vocabulary_of_days import When
from snowdrop.people.viewer import Viewer


class NoSuchDay(ValueError):
    """The calendar has no such day, or it is once and says no year."""


@transaction.atomic
def put_in_day(
    viewer: Viewer, memorial: Memorial, *, name: str, when: When, day_id: UUID | None = None, now: datetime
) -> Day:
    """Puts a day in. The same `day_id` puts one in, however often a form is sent. Raises NotAllowed, NoSuchDay."""
    _hold(viewer, memorial)
    if not when.is_there:
        raise NoSuchDay
    said = {"memorial": memorial, "name": name, "kept_when": when.as_kept()}
    said |= {"put_in_by": viewer.person_id, "put_in_at": now}
    day, is_new = Day.objects.get_or_create(pk=day_id or new_id(), defaults=said)
    require(day.memorial_id == memorial.pk)
    if is_new:
        write("day.put_in", viewer, memorial, day.id, now)
    return day


@transaction.atomic
def change_day(viewer: Viewer, day: Day, *, name: str, when: When, now: datetime) -> None:
    """Gives it another name, or says otherwise when it is. Raises NotAllowed, NoSuchDay."""
    _hold(viewer, day.memorial)
    if not when.is_there:
        raise NoSuchDay
    day.name, day.kept_when = name, when.as_kept()
    day.save(update_fields=["name", "kept_when"])
    write("day.changed", viewer, day.memorial, day.id, now)


@transaction.atomic
def take_away_day(viewer: Viewer, day: Day, *, now: datetime) -> None:
    """Takes it away, until somebody puts it back. Twice is fine. Raises NotAllowed."""
    _hold(viewer, day.memorial)
    row = {"memorial": day.memorial, "by": viewer.person_id, "at": now}
    if DayTakenAway.objects.get_or_create(day=day, defaults=row)[1]:
        write("day.taken_away", viewer, day.memorial, day.id, now)


@transaction.atomic
def put_back_day(viewer: Viewer, day: Day, *, now: datetime) -> None:
    """Puts back what was taken away. Twice is fine. Raises NotAllowed."""
    _hold(viewer, day.memorial)
    if DayTakenAway.objects.filter(day=day).delete()[0]:
        write("day.put_back", viewer, day.memorial, day.id, now)


@transaction.atomic
def let_go_of_day(viewer: Viewer, day: Day, *, now: datetime) -> None:
    """Lets go for good of a day that was taken away. Raises NotAllowed, also to helpers: they never delete anything."""
    _hold(viewer, day.memorial)
    require(rules.is_keeper(viewer, day.memorial) and DayTakenAway.objects.filter(day=day).exists())
    write("day.let_go", viewer, day.memorial, day.id, now)
    day.delete()


def _hold(viewer: Viewer, memorial: Memorial) -> None:
    """Whoever takes the right away waits until the act is over, and the other way round. Raises NotAllowed."""
    Memorial.objects.hold(memorial.pk)
    require(rules.may_look_after_dates(viewer, memorial))
