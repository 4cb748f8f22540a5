"""What a keeper sees of the quiet that they, or another, have begun; and what everybody else reads meanwhile."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy

from snowdrop.ground.words import day_in_words, paragraphs_of
from snowdrop.memorials.models import Memorial, Quiet
from snowdrop.memorials.queries.inviting import name_of_keeper
from snowdrop.memorials.queries.memorial import FamilyRoom, family_room
from snowdrop.memorials.queries.showing import is_kept_by_one
from snowdrop.memorials.rules import quiets_now
from snowdrop.people.viewer import Viewer

OUR_WORDS = gettext_lazy(
    "The family is having a quiet time. What people send is kept safely for them until they want it. "
    "Nobody is expected to hear from them."
)
"""What visitors and senders read where the family has written nothing of its own."""


@dataclass(frozen=True, slots=True)
class QuietWords:
    """What visitors and senders read while it is quiet; `language` is that of the family's own words, "" for ours."""

    paragraphs: tuple[str, ...]
    language: str = ""


def quiet_words(memorial: Memorial, now: datetime) -> QuietWords | None:
    """The family's sentence while it is quiet for all; None otherwise: one keeper's own quiet is told to nobody."""
    return words_of_quiet(quiets_now(memorial, now), memorial)


def words_of_quiet(quiets: Iterable[Quiet], memorial: Memorial) -> QuietWords | None:
    """The same of what makes it quiet in this memorial, where that is known already."""
    for one in quiets:
        if one.for_all and (own := paragraphs_of(one.words)):
            return QuietWords(own, memorial.language)
        if one.for_all:
            return QuietWords((str(OUR_WORDS),))
    return None


@dataclass(frozen=True, slots=True)
class QuietRoom:
    """The room in which a keeper makes it quiet, or ends it.

    `by` is "" where the viewer began it. `is_for_all` also while the viewer alone has come back from it. `chosen`,
    `until_day` and `own_words` are what the form begins with.
    """

    room: FamilyRoom
    is_quiet: bool
    is_for_all: bool
    by: str
    since: str
    until: str
    is_kept_by_one: bool
    shown_words: QuietWords | None
    chosen: str
    until_day: date | None
    own_words: str


def quiet_room(viewer: Viewer, memorial: Memorial, now: datetime) -> QuietRoom:
    """Whether it is quiet for the viewer, and for all; another keeper's own quiet is not told."""
    seen = _seen_by(viewer, memorial, now)
    holding = [one for one in seen if viewer.person_id and one.is_for(viewer.person_id)]
    one = holding[0] if holding else seen[0] if seen else None
    return QuietRoom(
        room=family_room(viewer, memorial, here="quiet"),
        is_quiet=bool(holding),
        is_for_all=any(each.for_all for each in seen),
        by=name_of_keeper(one.by) if one and one.by != viewer.person_id else "",
        since=day_in_words(one.since) if one else "",
        until=date_format(one.until, "j F Y") if one and one.until else "",
        is_kept_by_one=is_kept_by_one(memorial),
        shown_words=quiet_words(memorial, now),
        chosen="me" if one and not one.for_all else "all",
        until_day=one.until if one else None,
        own_words=one.words if one else "",
    )


def _seen_by(viewer: Viewer, memorial: Memorial, now: datetime) -> list[Quiet]:
    """What makes it quiet for all, first, and what the viewer has for themselves alone."""
    seen = [one for one in quiets_now(memorial, now) if one.for_all or one.by == viewer.person_id]
    return sorted(seen, key=lambda one: not one.for_all)
