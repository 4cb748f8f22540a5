"""What people do with a memorial: open it, say whom it remembers, publish it and take it back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from snowdrop.audiences.table import Shown
from snowdrop.audiences.table import audience as row_of
from snowdrop.ground import keys, published
from snowdrop.ground.refusals import require
from snowdrop.memorials import rules
from snowdrop.memorials.actions.reading import choose_first_reading
from snowdrop.memorials.actions.showing import said_anew, show_to_circles
from snowdrop.memorials.actions.writing import write
from snowdrop.memorials.models import Circle, Indexing, Keeper, Memorial, Publication, Remembered, TakenBack
from snowdrop.memorials.queries import page_shown
from snowdrop.memorials.vocabulary import Audience, shows_more
from snowdrop.people.viewer import Viewer

_AT_ONCE: Final = frozenset({"kinds", "faith_welcome", "on_the_page"})
"""What may become narrower with a change: no page that was made before stays up."""


@transaction.atomic
def open_memorial(
    viewer: Viewer,
    *,
    title: str = "",
    flower: str = "snowdrop",
    language: str = "en",
    names: str = "",
    now: datetime,
) -> Memorial:
    """Opens a memorial as a private draft of which the viewer is the keeper; with names, it remembers them.

    Raises NotAllowed for guests.
    """
    require(viewer.is_signed_in)
    memorial = Memorial(flower=flower, language=language, opened_at=now)
    keys.make_data_key(memorial.id)
    memorial.title = title
    memorial.save(force_insert=True)
    Keeper.objects.create(memorial=memorial, person_id=viewer.person_id, since=now)
    write("memorial.opened", viewer, memorial, memorial.id, now)
    if names:
        remember(viewer, memorial, names=names, now=now)
    return memorial


@transaction.atomic
def describe_memorial(viewer: Viewer, memorial: Memorial, *, now: datetime, **changes: object) -> Memorial:
    """Changes what the memorial says or welcomes: only the fields that are given.

    A narrower choice holds at once: no page that was made before stays up once this returns. Who reads first is chosen
    along with it (`choose_first_reading`). Raises NotAllowed, and Frozen where the page would show more of the comfort
    than now, or words that nobody has read first.
    """
    require(rules.is_keeper(viewer, memorial))
    if shows_more(memorial.on_the_page, changes.get("on_the_page")):
        rules.require_not_frozen(memorial)
    if choice := str(changes.pop("first_reading", "")):
        choose_first_reading(viewer, memorial, choice, now=now)
    for name, value in changes.items():
        setattr(memorial, name, value)
    memorial.save(update_fields=list(changes))
    write("memorial.described", viewer, memorial, memorial.id, now)
    if _AT_ONCE & changes.keys():
        transaction.on_commit(lambda: published.take_away(memorial.slug))
    return memorial


@transaction.atomic
def remember(
    viewer: Viewer,
    memorial: Memorial,
    *,
    now: datetime,
    remembered: Remembered | None = None,
    names: str = "",
    story: str = "",
    dates: list[tuple[str, str]] | None = None,
    lives: bool = False,
) -> Remembered:
    """Says whom the memorial remembers; every answer may be left out. Given one already there, changes it."""
    require(rules.is_keeper(viewer, memorial) and (remembered is None or remembered.memorial_id == memorial.id))
    one = remembered or Remembered(memorial=memorial, place=_next_place(memorial))
    one.names, one.story, one.lives = names, story, lives
    one.dates = [list(date) for date in dates or ()]
    one.save()
    write("remembered.described", viewer, memorial, one.id, now)
    return one


@transaction.atomic
def move_remembered(
    viewer: Viewer, memorial: Memorial, remembered: Remembered, *, earlier: bool, now: datetime
) -> None:
    """Changes the order in which the remembered are named: one place earlier, or one later; at an end it stays."""
    require(rules.is_keeper(viewer, memorial) and remembered.memorial_id == memorial.id)
    ordered = list(memorial.remembereds.select_for_update().defer("names", "story", "dates"))
    at = ordered.index(remembered)
    ordered.insert(max(at - 1, 0) if earlier else at + 1, ordered.pop(at))
    for place, one in enumerate(ordered):
        one.place = place
    Remembered.objects.bulk_update(ordered, ["place"])
    write("remembered.moved", viewer, memorial, remembered.id, now)


@transaction.atomic
def take_away_remembered(viewer: Viewer, memorial: Memorial, remembered: Remembered, *, now: datetime) -> None:
    """Takes one of the remembered off the memorial, at once and for good, with what was written about them."""
    require(rules.is_keeper(viewer, memorial) and remembered.memorial_id == memorial.id)
    write("remembered.taken_away", viewer, memorial, remembered.id, now)
    remembered.delete()
    transaction.on_commit(lambda: published.take_away(memorial.slug))


@transaction.atomic
def publish_memorial(
    viewer: Viewer, memorial: Memorial, *, to: str, circles: Collection[UUID] = (), now: datetime
) -> Publication:
    """Opens the memorial to an audience; publishing again changes to whom. `circles` are those that are meant.

    Raises NotAllowed, also for circles of another memorial and for a page for one keeper alone, UnknownAudience for an
    audience that is not in the table, and Frozen where it would be wider than now.
    """
    Memorial.objects.hold(memorial.pk)
    require(rules.is_keeper(viewer, memorial) and to != Audience.ME)
    row, shown = row_of(to), Shown(to, frozenset(circles))
    rules.require_may_widen(memorial, page_shown(memorial), shown)
    show_to_circles(memorial, memorial.id, circles)
    said_anew(memorial.id, shown)
    publication, _ = Publication.objects.update_or_create(
        memorial=memorial, defaults={"audience": row.name, "by": viewer.person_id, "at": now}
    )
    write("memorial.published", viewer, memorial, memorial.id, now)
    if not row.is_published:
        Indexing.objects.filter(memorial=memorial).delete()
        transaction.on_commit(lambda: published.take_away(memorial.slug))
    return publication


@transaction.atomic
def take_back_memorial(viewer: Viewer, memorial: Memorial, *, now: datetime) -> None:
    """Makes the memorial private again. No copy of the page is served once this returns. Twice is fine.

    To whom it was open, and since when, is kept, so that it can be opened to the same people again (`open_again`).
    """
    Memorial.objects.hold(memorial.pk)
    require(rules.is_keeper(viewer, memorial))
    publication = Publication.objects.filter(memorial=memorial).first()
    if publication:
        was = {"memorial": memorial, "was": page_shown(Memorial.objects.get(pk=memorial.pk))}
        was |= {"shown_since": publication.at, "by": viewer.person_id, "at": now}
        TakenBack.objects.update_or_create(thing_id=memorial.id, defaults=was)
        publication.delete()
    Indexing.objects.filter(memorial=memorial).delete()
    write("memorial.taken_back", viewer, memorial, memorial.id, now)
    transaction.on_commit(lambda: published.take_away(memorial.slug))


@transaction.atomic
def open_again(viewer: Viewer, memorial: Memorial, *, now: datetime) -> None:
    """Opens a page that was made private to the same people again, in circles that are still there. Twice is fine.

    It is open since it was opened first. Search engines are let in only when somebody says so again. Raises NotAllowed,
    Frozen.
    """
    Memorial.objects.hold(memorial.pk)
    require(rules.is_keeper(viewer, memorial))
    row = TakenBack.objects.filter(thing_id=memorial.id).first()
    if row:
        left = Circle.objects.filter(memorial=memorial, pk__in=row.was.circles).values_list("pk", flat=True)
        publish_memorial(viewer, memorial, to=row.was.audience, circles=left, now=now)
        Publication.objects.filter(memorial=memorial).update(at=row.shown_since)


def _next_place(memorial: Memorial) -> int:
    last = memorial.remembereds.aggregate(last=Max("place"))["last"]
    return 0 if last is None else last + 1
