"""Quiet: nothing of what people send is delivered or told to those who keep a memorial, until it ends.

A keeper's own quiet is theirs alone. One for all is ended by any of them, for all or for themselves; when the last of
them has come back, it is over.
"""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from snowdrop.ground import published
from snowdrop.ground.refusals import require
from snowdrop.memorials import rules
from snowdrop.memorials.actions.writing import write
from snowdrop.memorials.models import CameBack, Memorial, Quiet
from snowdrop.memorials.rules_of_keeping import keepers_of
from snowdrop.people.viewer import Viewer


@transaction.atomic
def begin_quiet(
    viewer: Viewer,
    memorial: Memorial,
    *,
    for_all: bool,
    until: date | None = None,
    zone: str = "UTC",
    words: str = "",
    now: datetime,
) -> Quiet:
    """Makes it quiet for the viewer alone or for all who keep it, or changes until when, or the words. Twice is fine.

    Whoever has come back from a quiet for all is not made quiet again by another's change of it. Raises NotAllowed.
    """
    Memorial.objects.hold(memorial.id)
    require(rules.is_keeper(viewer, memorial))
    rows = Quiet.objects.filter(memorial=memorial, for_all=for_all)
    one = (rows if for_all else rows.filter(by=viewer.person_id)).first()
    if one and one.is_over(now):
        one.delete()
        one = None
    one = one or Quiet(memorial=memorial, by=viewer.person_id, since=now, for_all=for_all)
    one.until, one.zone, one.words = until, zone, words
    one.save()
    CameBack.objects.filter(quiet=one, by=viewer.person_id).delete()
    if for_all:
        Quiet.objects.filter(memorial=memorial, for_all=False, by=viewer.person_id).delete()
    _written("quiet.begun", viewer, memorial, now)
    return one


@transaction.atomic
def end_quiet(viewer: Viewer, memorial: Memorial, *, for_all: bool, now: datetime) -> None:
    """Comes back: the viewer alone, or all from a quiet for all. Nothing is announced to anybody. Twice is fine.

    Another keeper's own quiet goes on. Raises NotAllowed.
    """
    Memorial.objects.hold(memorial.id)
    require(rules.is_keeper(viewer, memorial))
    Quiet.objects.filter(memorial=memorial, for_all=False, by=viewer.person_id).delete()
    together = Quiet.objects.filter(memorial=memorial, for_all=True)
    if for_all:
        together.delete()
    for one in together:
        CameBack.objects.get_or_create(quiet=one, by=viewer.person_id, defaults={"memorial": memorial, "at": now})
    end_where_all_are_back(memorial)
    _written("quiet.ended", viewer, memorial, now)


def end_where_all_are_back(memorial: Memorial) -> None:
    """Ends a quiet for all that is quiet for nobody any more; it takes part in the act that calls it."""
    for one in Quiet.objects.filter(memorial=memorial, for_all=True).prefetch_related("came_back"):
        if not any(one.is_for(keeper) for keeper in keepers_of(memorial.id)):
            one.delete()


def end_quiet_that_is_over(now: datetime) -> None:
    """Removes each quiet whose day has come, so that the published page says nothing of it any more. Tells nobody."""
    for one in Quiet.objects.exclude(until=None).select_related("memorial"):
        with transaction.atomic():
            Memorial.objects.hold(one.memorial_id)
            standing = Quiet.objects.filter(pk=one.pk).first()
            if standing and standing.is_over(now):
                standing.delete()
                _written("quiet.ended", Viewer(), one.memorial, now)


def _written(verb: str, viewer: Viewer, memorial: Memorial, now: datetime) -> None:
    """In the journal; and no copy of the page says what was before, once the act returns."""
    write(verb, viewer, memorial, memorial.id, now)
    transaction.on_commit(lambda: published.take_away(memorial.slug))
