"""What the family does with letters and photos, and with all that it shares: orders it, takes it away, puts it back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from snowdrop.audiences.table import Shown
from snowdrop.audiences.table import audience as row_of
from snowdrop.ground.ids import new_id
from snowdrop.ground.refusals import require
from snowdrop.media.actions import take_in_picture
from snowdrop.memorials import rules
from snowdrop.memorials.actions.writing import write
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.queries import thing_shown
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.acting import (
    add,
    describe,
    held,
    in_order,
    narrowest,
    next_place,
    set_places,
    show,
    take_published_copy_away,
)
from snowdrop.tributes.acting_on_letters import change, note_change, series_after, set_in_series
from snowdrop.tributes.models import AnyTribute, Letter, PageCover, Photo, Series, Withdrawal
from snowdrop.tributes.rules import is_for_another_alone, is_spoken, may_change
from snowdrop.tributes.vocabulary import Way


class WrittenMeanwhile(ValueError):
    """Another open page has changed this letter since this one was opened; `pen` names it. Nothing was changed."""

    def __init__(self, pen: str) -> None:
        super().__init__(pen)
        self.pen = pen


@transaction.atomic
def write_letter(
    viewer: Viewer,
    memorial: Memorial,
    *,
    now: datetime,
    letter_id: UUID | None = None,
    pen: str = "",
    pen_before: str = "",
    audience: str = "",
    circles: Collection[UUID] = (),
    after: UUID | None = None,
    **words: str,
) -> Letter:
    """Writes a letter, for its author alone unless `audience` is given; under the id of one that is there, changes it.

    `circles` are those that are meant where the audience is one of circles. `pen` names the open page that writes,
    `pen_before` the one whose words it began with. A new one that is written `after` another belongs to its series.
    Raises NotAllowed, WrittenMeanwhile, Frozen where more people would see it than now, and UnknownAudience for an
    audience that is not in the table.
    """
    require(rules.is_keeper(viewer, memorial))
    letter = _letter_under(viewer, memorial, letter_id)
    if letter is None:
        shown = Shown(audience or narrowest(), frozenset(circles))
        return _write_new(viewer, memorial, now, letter_id or new_id(), pen, shown, after, by_hand=True, **words)
    _check_pen(letter, pen, pen_before)
    shown_to, letter.unfinished = letter.audience, None
    if audience:
        show(viewer, letter, audience, circles)
    change(viewer, letter, pen=pen, now=now, by_hand=True, **words)
    take_published_copy_away(memorial, shown_to)
    return letter


@transaction.atomic
def keep_while_writing(
    viewer: Viewer,
    memorial: Memorial,
    *,
    now: datetime,
    letter_id: UUID,
    pen: str,
    pen_before: str = "",
    after: UUID | None = None,
    **words: str,
) -> Letter | None:
    """Keeps a letter while it is being written, and shows it to nobody new.

    New words of a letter that others may see wait beside it until it is written with `write_letter`. A new page on
    which there is nothing yet makes no letter. Raises NotAllowed or WrittenMeanwhile.
    """
    require(rules.is_keeper(viewer, memorial))
    letter = _letter_under(viewer, memorial, letter_id)
    if letter is None:
        said = any(text for name, text in words.items() if name != "language")
        alone = Shown(narrowest())
        return _write_new(viewer, memorial, now, letter_id, pen, alone, after, by_hand=False, **words) if said else None
    _check_pen(letter, pen, pen_before)
    if letter.audience == narrowest():
        change(viewer, letter, pen=pen, now=now, by_hand=False, **words)
    else:
        letter.unfinished = words
        note_change(viewer, letter, pen=pen, now=now)
    return letter


@transaction.atomic
def show_years(viewer: Viewer, letter: Letter, *, by_year: bool, now: datetime) -> None:
    """Chooses whether the years stand above the letters of the series to which this one belongs.

    Raises NotAllowed, also for a letter that belongs to none.
    """
    letter = held(viewer, letter)
    require(letter.series is not None)
    Series.objects.filter(pk=letter.series_id).update(by_year=by_year)
    write("series.described", viewer, letter.memorial, letter.id, now)
    take_published_copy_away(letter.memorial, letter.audience)


@transaction.atomic
def let_go_of_unfinished(viewer: Viewer, letter: Letter, *, now: datetime) -> None:
    """Lets go of new words that wait beside a letter; what others see stays as it is."""
    letter = held(viewer, letter)
    letter.unfinished = None
    note_change(viewer, letter, pen="", now=now)


def add_photo(viewer: Viewer, memorial: Memorial, *, now: datetime, **given: Any) -> Photo:
    """Adds a photo (`acting.add`: upload, name, audience, circles, words). Given again, the one that is there is put
    back if it was taken away.

    Raises NotAllowed, UnknownAudience, Frozen, or a PictureRefused with a sentence for whoever sent it.
    """
    photo, is_new = add(viewer, memorial, Photo, take_in_picture, now=now, **given)
    if not is_new:
        put_back(viewer, photo, now=now)
    return photo


@transaction.atomic
def describe_photo(viewer: Viewer, photo: Photo, *, now: datetime, **changes: Any) -> Photo:
    """Changes what is said of a photo, its cover, and who sees it (audience, circles): only what is given.

    Raises NotAllowed, UnknownAudience or Frozen.
    """
    return describe(viewer, photo, now=now, **changes)


@transaction.atomic
def take_away(viewer: Viewer, tribute: AnyTribute, *, now: datetime) -> None:
    """Takes something away from everybody, until it is put back. Twice is fine. Raises NotAllowed."""
    tribute = held(viewer, tribute)
    _, is_new = Withdrawal.objects.get_or_create(
        tribute_id=tribute.id, defaults={"memorial": tribute.memorial, "by": viewer.person_id, "at": now}
    )
    if is_new:
        write(f"{tribute.noun}.taken_away", viewer, tribute.memorial, tribute.id, now)
        take_published_copy_away(tribute.memorial, tribute.audience)


@transaction.atomic
def put_back(viewer: Viewer, tribute: AnyTribute, *, now: datetime) -> None:
    """Puts back what was taken away, for those who could see it before. Twice is fine. Raises NotAllowed, Frozen."""
    tribute = held(viewer, tribute)
    rules.require_may_widen(tribute.memorial, Shown(narrowest()), thing_shown(tribute))
    put, _ = Withdrawal.objects.filter(tribute_id=tribute.id).delete()
    if put:
        write(f"{tribute.noun}.restored", viewer, tribute.memorial, tribute.id, now)


@transaction.atomic
def move(viewer: Viewer, tribute: AnyTribute, *, way: Way, now: datetime) -> None:
    """Moves something one place on the page, as the viewer sees it; at the end of the line nothing happens.

    What another keeper has for themselves alone keeps its place, and nobody is told that there is any. Raises
    NotAllowed.
    """
    tribute = held(viewer, tribute)
    memorial = tribute.memorial
    line = in_order(memorial)
    places = [place for place, one in enumerate(line) if not is_for_another_alone(viewer, one)]
    at = next((index for index, place in enumerate(places) if line[place] == tribute), -1)
    beside = at + (1 if way is Way.LATER else -1)
    if at < 0 or not 0 <= beside < len(places):
        return
    here, there = places[at], places[beside]
    line[here], line[there] = line[there], line[here]
    set_places(line)
    write(f"{tribute.noun}.moved", viewer, memorial, tribute.id, now)


@transaction.atomic
def choose_cover(viewer: Viewer, memorial: Memorial, photo: Photo | None, *, now: datetime) -> None:
    """Sets a photo at the head of the page, openly, for those who may see it; None brings the drawn cover back.

    Raises NotAllowed.
    """
    require(rules.is_keeper(viewer, memorial) and (photo is None or photo.memorial_id == memorial.id))
    photo = held(viewer, photo) if photo else None
    before = PageCover.objects.filter(memorial=memorial).select_related("photo").first()
    if photo is None:
        PageCover.objects.filter(memorial=memorial).delete()
    else:
        chosen = {"photo": photo, "by": viewer.person_id, "at": now}
        PageCover.objects.update_or_create(memorial=memorial, defaults=chosen)
    write("cover.chosen", viewer, memorial, photo.id if photo else memorial.id, now)
    if before is not None:
        take_published_copy_away(memorial, before.photo.audience)


def _letter_under(viewer: Viewer, memorial: Memorial, letter_id: UUID | None) -> Letter | None:
    """The letter of this id, held until the act is over. Raises NotAllowed if it is not the viewer's to change here.

    Nor is what a helper says for the family, before a keeper has taken it over.
    """
    Memorial.objects.hold(memorial.pk)
    letter = Letter.objects.select_for_update().filter(pk=letter_id).first() if letter_id else None
    require(letter is None or (letter.memorial_id == memorial.id and may_change(viewer, letter)))
    require(letter is None or not is_spoken(letter))
    return letter


def _check_pen(letter: Letter, pen: str, pen_before: str) -> None:
    if pen and letter.pen not in (pen, pen_before):
        raise WrittenMeanwhile(letter.pen)


def _write_new(
    viewer: Viewer,
    memorial: Memorial,
    now: datetime,
    letter_id: UUID,
    pen: str,
    shown: Shown,
    after: UUID | None,
    *,
    by_hand: bool,
    **words: str,
) -> Letter:
    """Sent twice at the same moment, it is one letter. Raises WrittenMeanwhile if another page took the same id."""
    rules.require_may_widen(memorial, Shown(narrowest()), shown)
    new = {"author_id": viewer.person_id, "made_at": now, "changed_at": now, "pen": pen, "place": next_place(memorial)}
    new |= {"audience": row_of(shown.audience).name, "kept_at": now if by_hand else None, **words}
    beside = {"series": series_after(viewer, memorial, after, now) if after else None}
    letter, is_new = Letter.objects.get_or_create(pk=letter_id, memorial=memorial, defaults=new | beside)
    require(may_change(viewer, letter))
    show(viewer, letter, shown.audience, shown.circles)
    if is_new:
        write("letter.written", viewer, memorial, letter.id, now)
        set_in_series(viewer, letter)
    else:
        _check_pen(letter, pen, "")
        change(viewer, letter, pen=pen, now=now, by_hand=by_hand, **words)
    return letter
