"""The cast: one family, one helper, one friend with a link, one stranger. All are made by the real acts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from snowdrop.audiences.table import Shown
from snowdrop.memorials import actions
from snowdrop.memorials.models import Circle, Helper, Member, Memorial, PrivateLink
from snowdrop.memorials.vocabulary import Audience, Purpose, Scope
from snowdrop.people.models import Person
from snowdrop.people.viewer import NOBODY_KNOWN, Viewer

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)


def a_person(name: str) -> Viewer:
    """Somebody who has signed in."""
    return Viewer(person_id=Person.objects.create_user(f"{name.lower()}@example.org", name=name).id)


def let_help(
    keeper: Viewer,
    memorial: Memorial,
    person: Viewer,
    *,
    scopes: Collection[Scope] = (Scope.READ_FIRST,),
    now: datetime = NOON,
) -> Helper:
    """Somebody is asked to help, accepts, and is let in."""
    _, secret = actions.invite(keeper, memorial, purpose=Purpose.HELPER, scopes=scopes, now=now)
    _accept(keeper, memorial, person, secret, now)
    return Helper.objects.get(memorial=memorial, person_id=person.person_id)


def let_speak(
    keeper: Viewer,
    memorial: Memorial,
    person: Viewer,
    *,
    to: str = Audience.EVERYBODY,
    circles: Collection[Circle] = (),
    waits: bool = False,
    now: datetime = NOON,
) -> Helper:
    """Somebody is asked to speak for the family, accepts, and is told how far."""
    helper = let_help(keeper, memorial, person, scopes=[Scope.SPEAK], now=now)
    up_to = Shown(to, frozenset(circle.id for circle in circles))
    actions.say_how_far(keeper, memorial, helper, up_to=up_to, waits=waits, now=now)
    return helper


def let_into_circle(keeper: Viewer, circle: Circle, person: Viewer, *, now: datetime = NOON) -> Member:
    """Somebody is invited into a circle, accepts, and is let in."""
    memorial = circle.memorial
    _, secret = actions.invite(keeper, memorial, purpose=Purpose.CIRCLE, circle=circle, now=now)
    _accept(keeper, memorial, person, secret, now)
    return Member.objects.get(circle=circle, person_id=person.person_id)


def _accept(keeper: Viewer, memorial: Memorial, person: Viewer, secret: str, now: datetime) -> None:
    accepted = actions.accept_invitation(person, secret=secret, now=now)
    actions.let_in(keeper, memorial, accepted, now=now)


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody who may knock at the door of one memorial."""

    memorial: Memorial
    keeper: Viewer
    helper: Viewer
    friend: Viewer
    stranger: Viewer
    link: PrivateLink
    nobody: Viewer = NOBODY_KNOWN

    def everybody(self) -> dict[str, Viewer]:
        """All of them by name."""
        names = ("keeper", "helper", "friend", "stranger", "nobody")
        return {name: getattr(self, name) for name in names}


def a_family(*, published_to: str | None = None) -> Cast:
    """A memorial with its keeper, a helper who has accepted, and a friend who holds a private link."""
    keeper, helper = a_person("Mira"), a_person("Jonas")
    memorial = actions.open_memorial(keeper, title="For Ilse", now=NOON)
    let_help(keeper, memorial, helper)
    link = actions.make_private_link(keeper, memorial, name="Our neighbours", now=NOON)
    if published_to:
        actions.publish_memorial(keeper, memorial, to=published_to, now=NOON)
    return Cast(memorial, keeper, helper, Viewer(links=frozenset({link.id})), a_person("Tom"), link)


def another_family() -> Cast:
    """A second memorial, with people of its own; nobody helps there."""
    keeper = a_person("Noor")
    memorial = actions.open_memorial(keeper, title="For Bo", now=NOON)
    link = actions.make_private_link(keeper, memorial, now=NOON)
    return Cast(memorial, keeper, a_person("Lena"), Viewer(links=frozenset({link.id})), a_person("Kit"), link)
