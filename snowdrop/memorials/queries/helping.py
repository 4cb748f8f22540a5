"""What a helper's part is: as the family says it, and as the helper reads it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from snowdrop.ground.words import day_in_words
from snowdrop.memorials import rules
from snowdrop.memorials.models import Helper, Memorial, Resignation, Rest, Voice
from snowdrop.memorials.queries.inviting import known_as, name_of_keeper
from snowdrop.memorials.queries.memorial import FamilyRoom, family_room
from snowdrop.memorials.rules_of_speaking import Reach
from snowdrop.memorials.vocabulary import RESIGNATION_HOURS, FirstReading, Scope
from snowdrop.people.viewer import Viewer

_TO_HELPERS: Final = {
    Scope.READ_FIRST: gettext_lazy(
        "You see one thing at a time, its label first. You let it through, keep it for later, or keep it away; what "
        "you keep away can be brought back for a while. Some of it may be hard to read."
    ),
    Scope.SPEAK: gettext_lazy(
        "You write for the family, under your own name, to the people whom the family has chosen for it. They can take "
        "it back, or go on with it themselves. What they write, you see only where it is shown to you."
    ),
    Scope.PEOPLE: gettext_lazy(
        "You answer whoever asks to see, and invite people into the circles that the family opens to you. Who is in a "
        "circle stays between you and the family."
    ),
    Scope.DATES: gettext_lazy(
        "You write down the days that matter to the family, change them, or take them away. Nothing happens by that, "
        "and nobody but you and the family sees them."
    ),
}


@dataclass(frozen=True, slots=True)
class PartInWords:
    """One scope, and what it means to whoever has it."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class ChangeInWords:
    """One scope that was granted or taken back lately."""

    name: str
    is_granted: bool


def part_in_words(scopes: Iterable[str]) -> tuple[PartInWords, ...]:
    """What a helper does, or would do, in the order of the scopes."""
    having = set(scopes)
    return tuple(PartInWords(str(one.label), str(_TO_HELPERS[one])) for one in Scope if one.value in having)


@dataclass(frozen=True, slots=True)
class HelpingRoom:
    """A helper's own page: what they do here, who asked them, what has changed since they last looked, and their rest.

    `rests_until` is a day, or "" for until they come back.
    """

    room: FamilyRoom
    helper_id: UUID
    asked_by: str
    since: str
    parts: tuple[PartInWords, ...]
    changes: tuple[ChangeInWords, ...]
    rests: bool
    rests_until: str


def helping_room(viewer: Viewer, memorial: Memorial, *, now: datetime) -> HelpingRoom:
    """What the viewer does here. Raises Helper.DoesNotExist."""
    rest = rest_of(viewer, memorial, now=now)
    helper = memorial.helpers.get(person_id=viewer.person_id)
    changes = helper.changes.order_by("at", "id")
    return HelpingRoom(
        room=family_room(viewer, memorial, here="helping"),
        helper_id=helper.id,
        asked_by=name_of_keeper(helper.asked_by),
        since=day_in_words(helper.since),
        parts=part_in_words(one.scope for one in helper.grants.all()),
        changes=tuple(ChangeInWords(str(Scope(one.scope).label), one.is_granted) for one in changes),
        rests=rest is not None,
        rests_until=day_in_words(rest.until) if rest and rest.until else "",
    )


def rest_of(viewer: Viewer, memorial: Memorial, *, now: datetime) -> Rest | None:
    """The viewer's rest from helping here, while it lasts."""
    return _rests(memorial, now).filter(helper__person=viewer.person_id).first()


def nobody_reads(memorial: Memorial, *, now: datetime) -> bool:
    """Whether somebody is to read first, there are helpers for it, and all of them rest; keepers can always read."""
    if memorial.first_reading in (FirstReading.OURSELVES, FirstReading.NOBODY):
        return False
    rests = Exists(_rests(memorial, now).filter(helper=OuterRef("helper")))
    readers = memorial.grants.filter(scope=Scope.READ_FIRST).values_list(rests, flat=True)
    return bool(readers) and all(readers)


def _rests(memorial: Memorial, now: datetime) -> QuerySet[Rest]:
    return Rest.objects.filter(Q(until=None) | Q(until__gt=now), memorial=memorial)


def resignation_of(viewer: Viewer, slug: str, *, now: datetime) -> Resignation:
    """That the viewer has stopped helping there a short while ago. Raises Resignation.DoesNotExist."""
    lately = now - timedelta(hours=RESIGNATION_HOURS)
    mine = Resignation.objects.filter(person_id=viewer.person_id, at__gt=lately, memorial__deletion=None)
    return mine.select_related("memorial", "person").get(memorial__slug=slug)


@dataclass(frozen=True, slots=True)
class HelperOnList:
    """Somebody who helps, and with what."""

    id: UUID
    person_id: UUID
    name: str
    when: str
    does: tuple[str, ...]
    rests: bool = False
    speaks: bool = False


@dataclass(frozen=True, slots=True)
class HelpersRoom:
    """The room of those who help; `nobody_reads` while all who read first rest."""

    room: FamilyRoom
    helpers: tuple[HelperOnList, ...]
    nobody_reads: bool
    reading_address: str


def helpers_room(viewer: Viewer, memorial: Memorial, *, now: datetime) -> HelpersRoom:
    """Who helps, by the name that they gave or their address for mail."""
    helpers = memorial.helpers.select_related("person").prefetch_related("grants").order_by("since", "id")
    resting = set(_rests(memorial, now).values_list("helper", flat=True))
    return HelpersRoom(
        room=family_room(viewer, memorial, here="people"),
        helpers=tuple(_on_list(one, rests=one.pk in resting) for one in helpers),
        nobody_reads=nobody_reads(memorial, now=now),
        reading_address=reverse("reading", args=[memorial.slug]),
    )


@dataclass(frozen=True, slots=True)
class OneHelper:
    """One helper, as a keeper says what they do."""

    room: FamilyRoom
    helper: HelperOnList


def one_helper(viewer: Viewer, memorial: Memorial, helper: Helper) -> OneHelper:
    """The frame around what a helper does."""
    return OneHelper(family_room(viewer, memorial, here="people"), _on_list(helper))


def helper_who_speaks(memorial: Memorial, helper_id: UUID) -> tuple[Helper, Reach]:
    """A helper who may speak for the family, and how far. Raises Helper.DoesNotExist."""
    who_speak = memorial.helpers.filter(grants__scope=Scope.SPEAK)
    helper = who_speak.select_related("person").prefetch_related("grants").get(pk=helper_id)
    voice = Voice.objects.filter(grant__helper=helper).first()
    return helper, Reach(voice.up_to, voice.waits) if voice else Reach()


def helper_to_end(viewer: Viewer, memorial: Memorial, helper_id: UUID) -> Helper:
    """A helper whose part the viewer may end. Raises Helper.DoesNotExist, also where it is not theirs to end."""
    helper = memorial.helpers.select_related("person").get(pk=helper_id)
    if not rules.may_end_helping(viewer, memorial, helper):
        raise Helper.DoesNotExist
    return helper


def does_in_words(memorial: Memorial, person_id: UUID) -> str:
    """What somebody does who helps here, in a few words; "" for whoever does not help."""
    helper = memorial.helpers.filter(person=person_id).first()
    return ", ".join(_does(helper)) or _("Nothing at the moment") if helper else ""


def _on_list(helper: Helper, *, rests: bool = False) -> HelperOnList:
    when = day_in_words(helper.since)
    speaks = any(one.scope == Scope.SPEAK for one in helper.grants.all())
    return HelperOnList(helper.id, helper.person_id, known_as(helper.person), when, _does(helper), rests, speaks)


def _does(helper: Helper) -> tuple[str, ...]:
    granted = {one.scope for one in helper.grants.all()}
    return tuple(str(one.label) for one in Scope if one.value in granted)
