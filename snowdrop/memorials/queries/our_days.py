"""The days that matter, as keepers and those who look after them read them, and as they are picked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from snowdrop.ground.words import day_in_words
from snowdrop.memorials import rules
from snowdrop.memorials.models import Day, Memorial
from snowdrop.memorials.queries.inviting import name_of
from snowdrop.memorials.queries.memorial import FamilyRoom, day_name, family_room
from snowdrop.memorials.vocabulary_of_days import When
from snowdrop.people.viewer import Viewer

_SOME_YEAR = 2000


@dataclass(frozen=True, slots=True)
class DayOnList:
    """One of the days: its name, when it is, and who put it in."""

    id: UUID
    name: str
    when: str
    put_in: str


@dataclass(frozen=True, slots=True)
class DayWritten:
    """A day of somebody who is remembered, as the page says it; `begin` begins a day of this name."""

    name: str
    when: str
    begin: str


@dataclass(frozen=True, slots=True)
class OurDaysRoom:
    """The days in the order of the year; `written` are days of the page that may be meant too, for keepers alone."""

    room: FamilyRoom
    days: tuple[DayOnList, ...]
    taken_away: tuple[DayOnList, ...]
    written: tuple[DayWritten, ...]
    keeps: bool


def our_days_room(viewer: Viewer, memorial: Memorial) -> OurDaysRoom:
    """What the viewer looks after here."""
    days = list(Day.objects.looked_after_by(viewer).filter(memorial=memorial).select_related("taken_away"))
    days.sort(key=lambda day: (day.when.place_in_year, day.id))
    keeps, names = rules.is_keeper(viewer, memorial), {day.name for day in days}
    return OurDaysRoom(
        room=family_room(viewer, memorial, here="our_days"),
        days=tuple(_on_list(day) for day in days if not hasattr(day, "taken_away")),
        taken_away=tuple(_on_list(day) for day in days if hasattr(day, "taken_away")),
        written=tuple(one for one in _written(memorial) if one.name not in names) if keeps else (),
        keeps=keeps,
    )


def _on_list(day: Day) -> DayOnList:
    said = {"by": name_of(day.put_in_by) or _("somebody without a name"), "day": day_in_words(day.put_in_at)}
    put_in = _("Put in by %(by)s on %(day)s") % said
    return DayOnList(day.id, day.name, when_in_words(day.when), put_in)


def when_in_words(when: When) -> str:
    """As in “14 March, every year”, “March 2027, once”; the year of what is every year only where it was said."""
    pattern = ("j F" if when.day else "F") + (" Y" if when.year else "")
    said = date_format(date(when.year or _SOME_YEAR, when.month, when.day or 1), pattern)
    return (_("%(when)s, every year") if when.every_year else _("%(when)s, once")) % {"when": said}


def _written(memorial: Memorial) -> list[DayWritten]:
    """They are in the family's own words, from which no day is ever derived: only the name is taken over."""
    return [
        DayWritten(_name_of_written(str(day_name(kind)), one.names), when, f"{one.id}.{number}")
        for one in memorial.remembereds.all()
        for number, (kind, when) in enumerate(one.dates)
        if when
    ]


def _name_of_written(kind: str, names: str) -> str:
    return _("%(day)s, %(names)s") % {"day": kind, "names": names} if names else kind


def name_to_begin_with(viewer: Viewer, memorial: Memorial, begin: str) -> str:
    """The name of a day that the page says already; "" where there is none, and for whoever does not keep it."""
    if not rules.is_keeper(viewer, memorial):
        return ""
    return next((one.name for one in _written(memorial) if one.begin == begin), "")


@dataclass(frozen=True, slots=True)
class OneDay:
    """The page on which a day is put in or changed; `id` is None for a new one."""

    room: FamilyRoom
    id: UUID | None


def one_day(viewer: Viewer, memorial: Memorial, day: Day | None) -> OneDay:
    """The frame around what is asked of a day."""
    return OneDay(family_room(viewer, memorial, here="our_days"), day.id if day else None)


def days_to_pick(memorial: Memorial, today: date) -> list[tuple[date, str]]:
    """The next time that each day comes, the nearest first, for keepers to pick; a month has none."""
    days = Day.objects.standing().filter(memorial=memorial)
    coming = [(at, day.name) for day in days if (at := day.when.next_from(today))]
    return [(at, f"{name}, {date_format(at, 'j F Y')}") for at, name in sorted(coming)]


def days_to_take(memorial: Memorial) -> list[Day]:
    """Those that go into a keepsake, in the order of the year."""
    days = Day.objects.standing().filter(memorial=memorial)
    return sorted(days, key=lambda day: (day.when.place_in_year, day.id))
