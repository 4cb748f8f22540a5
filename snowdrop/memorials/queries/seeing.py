"""Seeing the page with somebody else's eyes: as whom its keepers may look at it, and why it is closed to them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from snowdrop.audiences.table import Shown
from snowdrop.ground.ids import new_id
from snowdrop.memorials import rules
from snowdrop.memorials.models import Deletion, Member, Memorial
from snowdrop.memorials.queries.inviting import known_as
from snowdrop.memorials.queries.memorial import FamilyRoom, family_room
from snowdrop.memorials.queries.people import name_here, person_let_in
from snowdrop.memorials.queries.showing import circles_of, listed_circles, page_is_open_words
from snowdrop.memorials.vocabulary import Audience, Somebody
from snowdrop.people.models import Person
from snowdrop.people.viewer import NOBODY_KNOWN, Viewer

_CALLED: Final = {
    Somebody.LINK: gettext_lazy("somebody with a private link"),
    Somebody.SIGNED_IN: gettext_lazy("somebody who has signed in here"),
    Somebody.STRANGER: gettext_lazy("a stranger"),
}


@dataclass(frozen=True, slots=True)
class Eyes:
    """With whose eyes a page is seen: the viewer, how a sentence calls them, and who it is, where it is one person."""

    viewer: Viewer
    called: str
    person: Person | None = None


def eyes_of(memorial: Memorial, somebody: str) -> Eyes:
    """The eyes of somebody unnamed. Raises Memorial.DoesNotExist for any other, and where there is no link to hold.

    Who has signed in is a person of whom nothing is known here: the id of nobody.
    """
    links = frozenset(memorial.privatelinks.values_list("pk", flat=True)[:1])
    viewers = {Somebody.SIGNED_IN: Viewer(person_id=new_id()), Somebody.STRANGER: NOBODY_KNOWN}
    viewers |= {Somebody.LINK: Viewer(links=links)} if links else {}
    if somebody not in viewers:
        raise Memorial.DoesNotExist
    return Eyes(viewers[Somebody(somebody)], str(_CALLED[Somebody(somebody)]))


def eyes_of_person(memorial: Memorial, person_id: UUID) -> Eyes:
    """The eyes of one whom the family has let in. Raises Person.DoesNotExist, also for those who keep it themselves."""
    person = person_let_in(memorial, person_id)
    return Eyes(Viewer(person_id=person.pk), name_here(memorial, person), person)


def why_closed(memorial: Memorial, eyes: Eyes, shown: Shown) -> tuple[str, ...]:
    """Why somebody cannot open a page that is shown so, in the family's terms."""
    named = {"name": capfirst(eyes.called)}
    if Deletion.objects.filter(memorial=memorial).exists():
        return (_("This memorial is to be deleted. Until then nobody sees it but those who keep it."),)
    if eyes.person and rules.is_blocked(memorial, person=eyes.person):
        return (_("You keep %(name)s out. To them it looks as if there were nothing here.") % {"name": eyes.called},)
    open_to = page_is_open_words(memorial, shown)
    if shown.audience == Audience.KEEPERS:
        return (open_to,)
    if eyes.person is None or shown.audience != Audience.CIRCLES:
        return open_to, _("%(name)s is none of them.") % named
    theirs = set(Member.objects.filter(memorial=memorial, person=eyes.person).values_list("circle_id", flat=True))
    names = [name for circle, name in circles_of(memorial).items() if circle in theirs]
    if names:
        return open_to, _("%(name)s is in %(circles)s.") % {**named, "circles": listed_circles(names)}
    return open_to, _("%(name)s is in none of your circles.") % named


@dataclass(frozen=True, slots=True)
class ToSeeAs:
    """Somebody as whom the page can be seen; `part` says by what the family has let them in."""

    called: str | Promise
    address: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class SeeingRoom:
    """The room in which keepers choose as whom they see their page; `if_opened` says what is looked at beforehand."""

    room: FamilyRoom
    people: tuple[ToSeeAs, ...]
    others: tuple[ToSeeAs, ...]
    has_links: bool
    if_opened: str
    back: str


def seeing_room(viewer: Viewer, memorial: Memorial, shown: Shown | None) -> SeeingRoom:
    """As whom the page can be seen as it is, or as it would be if it were shown so."""
    has_links = memorial.privatelinks.exists()
    return SeeingRoom(
        room=family_room(viewer, memorial, here="publication"),
        people=_people(memorial, shown),
        others=tuple(
            ToSeeAs(capfirst(_CALLED[one]), seeing_address(memorial, shown, "seen_as", one.value))
            for one in reversed(Somebody)
            if one != Somebody.LINK or has_links
        ),
        has_links=has_links,
        if_opened=page_is_open_words(memorial, shown) if shown else "",
        back=seeing_address(memorial, shown, "publication"),
    )


def seeing_address(memorial: Memorial, shown: Shown | None, name: str = "see_as", *parts: object) -> str:
    """An address of seeing the page with other eyes, or of choosing who sees it, with what is thought of."""
    address = reverse(name, args=[memorial.slug, *parts])
    if shown is None:
        return address
    circles = [("circles", str(circle)) for circle in sorted(shown.circles)]
    return f"{address}?{urlencode([('to', shown.audience), *circles])}"


def _people(memorial: Memorial, shown: Shown | None) -> tuple[ToSeeAs, ...]:
    """Everybody who was let in by name and does not keep the memorial, by their names."""
    keepers = memorial.keepers.values("person")
    circles, names, parts = circles_of(memorial), {}, defaultdict(list)
    for one in memorial.members.exclude(person__in=keepers).select_related("person").order_by("since", "id"):
        names[one.person_id] = one.name or known_as(one.person)
        parts[one.person_id].append(circles[one.circle_id])
    for helper in memorial.helpers.exclude(person__in=keepers).select_related("person"):
        names.setdefault(helper.person_id, known_as(helper.person))
    return tuple(
        ToSeeAs(
            called=name,
            address=seeing_address(memorial, shown, "seen_as_person", person),
            part=_("In %(circles)s") % {"circles": listed_circles(parts[person])} if parts[person] else _("Helps you"),
        )
        for person, name in sorted(names.items(), key=lambda one: one[1].casefold())
    )
