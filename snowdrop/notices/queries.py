"""What the pages of notices show: what somebody is told and how, what there is for them, which mails are stopped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.urls import reverse
from django.utils.functional import Promise

from snowdrop.ground.words import day_in_words
from snowdrop.memorials.models import Helper, Keeper, Memorial
from snowdrop.memorials.queries import called
from snowdrop.memorials.rules import is_open_to_everybody
from snowdrop.notices.models import Gone, Listener, Noted, Stop, Wish
from snowdrop.notices.noting import clock_of, still_to_tell
from snowdrop.notices.rules import Clock
from snowdrop.notices.tokens import read_token, read_token_of_listener, token_of
from snowdrop.notices.vocabulary import EVERYTHING, About, How, What
from snowdrop.people.marks import address_mark
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer

_LEADS_TO: Final = {
    About.WAITS: "waiting_room",
    About.TO_READ: "reading",
    About.ASKING: "requests_to_see",
    About.NEWS: "memorial",
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody has chosen: for each kind that there is for them how, and when."""

    wishes: Mapping[About, str]
    clock: Clock


@dataclass(frozen=True, slots=True)
class ForYou:
    """Something that there is for somebody: of which kind, where."""

    words: str | Promise
    over: str
    address: str


@dataclass(frozen=True, slots=True)
class Followed:
    """A page that somebody follows."""

    called: str
    address: str


@dataclass(frozen=True, slots=True)
class NoticesPage:
    """Everything beside the form that `notices/notices.html` shows."""

    there: tuple[ForYou, ...]
    follows: tuple[Followed, ...]
    nobody_there_since: str
    stopped_address: str
    """Where somebody who has stopped their mails can take that back."""
    asks: bool


@dataclass(frozen=True, slots=True)
class FollowPage:
    """Everything beside the form that `notices/follow.html` shows."""

    over: str
    flower: str
    back: str
    follows: bool
    open_to_guests: bool


@dataclass(frozen=True, slots=True)
class StopPage:
    """Everything that `notices/stop.html` shows. It names no address and no family: whoever holds it has a mail."""

    kind_words: str | Promise
    stopped: bool
    stopped_everything: bool


def stop_page(token: str) -> StopPage:
    """The page of one token. Raises UnknownToken."""
    mark, what = read_token(token)
    stops = set(Stop.objects.filter(mark=mark).values_list("what", flat=True))
    return StopPage(What(what).label, what in stops, EVERYTHING in stops)


def chosen(viewer: Viewer) -> Chosen:
    """What the viewer has chosen, of the kinds that there are for them: as a keeper, a helper, a listener of pages."""
    assert viewer.person_id
    keeps = Keeper.objects.filter(person_id=viewer.person_id).exists()
    helps = keeps or Helper.objects.filter(person_id=viewer.person_id).exists()
    follows = Listener.objects.filter(person_id=viewer.person_id).exists()
    there = {About.WAITS: keeps, About.TO_READ: helps, About.ASKING: helps, About.NEWS: follows}
    kept = dict(Wish.objects.filter(person_id=viewer.person_id).values_list("about", "how"))
    none = {About.NEWS: How.DAILY.value}
    wishes = {about: kept.get(about, none.get(about, How.OFF.value)) for about, is_there in there.items() if is_there}
    return Chosen(wishes, clock_of(viewer.person_id))


def notices_page(viewer: Viewer, *, now: datetime) -> NoticesPage:
    """The viewer's page of notices."""
    person = Person.objects.get(pk=viewer.person_id)
    mark = address_mark(person.email)
    stops = list(Stop.objects.filter(mark=mark).values_list("what", flat=True))
    stopped = next((what for what in (EVERYTHING, What.GATHERED, What.NEWS) if what in stops), None)
    gone = Gone.objects.filter(mark=mark).first()
    followed = Listener.objects.filter(person=person).values("memorial_id")
    return NoticesPage(
        there=_there(viewer, now),
        follows=tuple(_followed(one) for one in Memorial.objects.visible_to(viewer).filter(pk__in=followed)),
        nobody_there_since=day_in_words(gone.since) if gone else "",
        stopped_address="" if stopped is None else _stop_address(mark, stopped),
        asks=bool(chosen(viewer).wishes),
    )


def follow_page(viewer: Viewer, memorial: Memorial) -> FollowPage:
    """The page on which somebody says that they want to be told when a family shares something."""
    return FollowPage(
        over=called(memorial),
        flower=memorial.flower,
        back=reverse("memorial", args=[memorial.slug]),
        follows=viewer.is_signed_in
        and Listener.objects.filter(memorial_id=memorial.pk, person_id=viewer.person_id).exists(),
        open_to_guests=is_open_to_everybody(memorial),
    )


def listener_of(token: str) -> Listener:
    """Whose confirmation this is. Raises UnknownToken, Listener.DoesNotExist."""
    return Listener.objects.get(pk=read_token_of_listener(token))


def _there(viewer: Viewer, now: datetime) -> tuple[ForYou, ...]:
    """What there is for the viewer that they have asked to be told, and may see at this moment."""
    told_of = dict(Wish.objects.filter(person_id=viewer.person_id).values_list("about", "how"))
    noted = [
        one
        for one in Noted.objects.filter(reader_id=viewer.person_id).select_related("listener").order_by("-at")
        if told_of.get(one.about) != How.OFF and not _is_seen(one) and still_to_tell(one, now)
    ]
    memorials = Memorial.objects.in_bulk({one.memorial_id for one in noted})
    return tuple(_for_you(one, memorials[one.memorial_id]) for one in noted)


def _is_seen(noted: Noted) -> bool:
    """Whether it was set aside on the page: what a mail has told of stays there until then."""
    return not noted.untold and noted.told_with is None


def _for_you(noted: Noted, memorial: Memorial) -> ForYou:
    about = About(noted.about)
    return ForYou(about.label, called(memorial), reverse(_LEADS_TO[about], args=[memorial.slug]))


def _followed(memorial: Memorial) -> Followed:
    return Followed(called(memorial), reverse("follow", args=[memorial.slug]))


def _stop_address(mark: bytes, what: str) -> str:
    """The address of their own stop; of everything, as one of what was gathered, which takes back both."""
    return reverse("stop_mails", args=[token_of(mark, what or What.GATHERED)])
