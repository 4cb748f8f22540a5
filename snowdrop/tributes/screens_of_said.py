"""What keepers see of what was said for them: what waits for their yes, and what is out, each marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from snowdrop.ground.words import day_in_words
from snowdrop.memorials import rules
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.queries import FamilyRoom, Showing, circles_of, family_room, name_of_keeper, who_sees_words
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.models import Withdrawal
from snowdrop.tributes.models_of_speaking import Proposal, Spoken, SpokenSet
from snowdrop.tributes.queries import LetterOnPage, letter_on_page, mark_in_words
from snowdrop.tributes.screens import WhoSees, who_sees
from snowdrop.tributes.screens_of_days import Timing, timing_of
from snowdrop.tributes.screens_of_speaking import BESIDE, beginning_of, letter_of


@dataclass(frozen=True, slots=True)
class SaidOnList:
    """One thing on the list: how it begins, the mark that it carries or would carry, since when, who sees it."""

    name: str
    mark: str
    day: str
    who_sees: str | Promise
    address: str


@dataclass(frozen=True, slots=True)
class SaidRoom:
    """What helpers have said for the family (`out`), what waits for a yes, and what was answered with "not now"."""

    room: FamilyRoom
    waiting: tuple[SaidOnList, ...]
    out: tuple[SaidOnList, ...]
    not_now: tuple[SaidOnList, ...]


def said_room(viewer: Viewer, memorial: Memorial, *, now: datetime) -> SaidRoom:
    """All that is told to the viewer, the last first. While it is quiet for them, nothing that waits is among it."""
    told = _told(viewer, memorial).filter(taken_over=None).order_by("-changed_at", "-id")
    page, rows, quiet = Showing(memorial), list(told), rules.is_quiet_for(memorial, viewer.person_id, now)
    proposed = [] if quiet else [(one, one.proposal) for one in rows if one.waiting]
    return SaidRoom(
        room=family_room(viewer, memorial, here="said_for_us"),
        waiting=tuple(_asked(one, proposal) for one, proposal in proposed if not proposal.not_now_at),
        out=tuple(_out(one, page) for one in rows if one.letter),
        not_now=tuple(_asked(one, proposal) for one, proposal in proposed if proposal.not_now_at),
    )


def said_for_the_family(viewer: Viewer, memorial: Memorial, *, now: datetime) -> bool:
    """Whether the room has anything in it for the viewer."""
    told = _told(viewer, memorial).filter(taken_over=None)
    quiet = rules.is_quiet_for(memorial, viewer.person_id, now)
    return (told.exclude(letter=None) if quiet else told).exists()


def told_spoken(viewer: Viewer, memorial: Memorial, spoken_id: UUID) -> Spoken:
    """One of them, which no keeper has taken over. Raises Spoken.DoesNotExist."""
    return _told(viewer, memorial).filter(taken_over=None).get(pk=spoken_id)


def _told(viewer: Viewer, memorial: Memorial) -> SpokenSet:
    return Spoken.objects.told_to(viewer).filter(memorial=memorial).select_related(*BESIDE)


def _asked(spoken: Spoken, proposal: Proposal) -> SaidOnList:
    return SaidOnList(
        name=_("Something that %(name)s would like to say") % {"name": proposal.said["name"]},
        mark="",
        day=day_in_words(proposal.at),
        who_sees="",
        address=reverse("said", args=[spoken.memorial.slug, spoken.id]),
    )


def _out(spoken: Spoken, page: Showing) -> SaidOnList:
    assert spoken.letter
    return SaidOnList(
        name=beginning_of({"title": spoken.letter.title, "words": spoken.letter.words}),
        mark=mark_in_words(spoken),
        day=day_in_words(spoken.letter.made_at),
        who_sees=who_sees(spoken.letter, page).now,
        address=reverse("said", args=[spoken.memorial.slug, spoken.id]),
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """What waits for a yes: the words as they would stand on the page, for whom, and who answered with "not now"."""

    id: UUID
    letter: LetterOnPage
    whom: str | Promise
    not_now: str


@dataclass(frozen=True, slots=True)
class SaidPage:
    """One thing that was said for the family, or waits to be."""

    room: FamilyRoom
    name: str
    letter: LetterOnPage | None
    who_sees: WhoSees | None
    timing: Timing | None
    asked: Asked | None
    is_taken_away: bool
    spoken_id: UUID
    put_back_address: str
    take_away_address: str


def said_page(viewer: Viewer, spoken: Spoken, *, now: datetime) -> SaidPage:
    """As its keepers see it. Raises ItIsQuiet where there is nothing beside what waits."""
    memorial, letter, proposal = spoken.memorial, spoken.letter, spoken.waiting
    if letter is None:
        rules.require_not_quiet(viewer, memorial, now)
    elif rules.is_quiet_for(memorial, viewer.person_id, now):
        proposal = None
    addresses = [memorial.slug, letter.id] if letter else []
    return SaidPage(
        room=family_room(viewer, memorial, here="said_for_us"),
        name=spoken.name or (proposal.said["name"] if proposal else ""),
        letter=letter_on_page(letter) if letter else None,
        who_sees=who_sees(letter, Showing(memorial)) if letter else None,
        timing=timing_of(letter) if letter else None,
        asked=_asked_in_full(memorial, spoken, proposal) if proposal else None,
        is_taken_away=letter is not None and Withdrawal.objects.filter(tribute_id=letter.id).exists(),
        spoken_id=spoken.id,
        put_back_address=reverse("put_back_letter", args=addresses) if letter else "",
        take_away_address=reverse("take_away_letter", args=addresses) if letter else "",
    )


def _asked_in_full(memorial: Memorial, spoken: Spoken, proposal: Proposal) -> Asked:
    said: Mapping[str, str] = proposal.said
    mark = mark_in_words(Spoken(memorial=memorial, name=said["name"]))
    return Asked(
        id=proposal.id,
        letter=letter_of(said, mark=mark),
        whom=who_sees_words(proposal.shown, circles_of(memorial)),
        not_now=_not_now(proposal),
    )


def _not_now(proposal: Proposal) -> str:
    if proposal.not_now_by is None:
        return ""
    said = {"by": name_of_keeper(proposal.not_now_by), "day": day_in_words(proposal.not_now_at)}
    return _("%(by)s said “not now” on %(day)s. You can still say yes.") % said
