"""What was noted for whom: written by the reader of the journal, asked for once more when somebody is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from snowdrop.comfort.queries import next_to_read, something_waits
from snowdrop.memorials.models import Helper, Keeper, Memorial
from snowdrop.memorials.queries import next_request
from snowdrop.memorials.rules import is_blocked, is_quiet_for
from snowdrop.memorials.vocabulary import Scope
from snowdrop.notices.models import Hours, Listener, Noted, Wish
from snowdrop.notices.rules import Clock
from snowdrop.notices.vocabulary import About, How
from snowdrop.people.models import Person
from snowdrop.people.viewer import NOBODY_KNOWN, Viewer
from snowdrop.tributes.models import Clip, Letter, Photo

_FOR: dict[About, tuple[type[Keeper | Helper], ...]] = {
    About.WAITS: (Keeper,),
    About.TO_READ: (Keeper, Helper),
    About.ASKING: (Keeper, Helper),
}
_WITH = {About.WAITS: None, About.TO_READ: Scope.READ_FIRST, About.ASKING: Scope.PEOPLE}
"""With what a helper has to be trusted, to be told of it."""


def who_asked(about: About, memorial_id: UUID, *, but: UUID | None) -> Iterator[tuple[UUID, Listener | None]]:
    """Those who want to be told of it, and what they are to it; not whoever has done it themselves."""
    if about == About.NEWS:
        listeners = Listener.objects.filter(memorial_id=memorial_id, confirmed_at__isnull=False)
        yield from ((one.reader_id, one) for one in listeners.exclude(person_id=but) if one.reader_id != but)
        return
    wishes = Wish.objects.filter(about=about).exclude(how=How.OFF).exclude(person_id=but)
    theirs = Q()
    for part in _FOR[about]:
        theirs |= Q(person__in=part.objects.filter(memorial=memorial_id).values("person"))
    yield from ((person_id, None) for person_id in wishes.filter(theirs).values_list("person_id", flat=True))


def how_of(noted: Noted) -> How:
    """How they want to be told of it: listeners once a day unless they say otherwise, all others not at all."""
    if noted.listener and noted.listener.person_id is None:
        return How.DAILY
    wish = Wish.objects.filter(person_id=noted.reader_id, about=noted.about).values_list("how", flat=True).first()
    return How(wish) if wish else How.DAILY if noted.about == About.NEWS else How.OFF


def clock_of(reader_id: UUID) -> Clock:
    """When they want to be told."""
    person = Person.objects.filter(pk=reader_id).first()
    if person is None:
        guest = Listener.objects.filter(pk=reader_id).first()
        return Clock(guest.time_zone if guest else "")
    hours = Hours.objects.filter(pk=reader_id).first() or Hours(pk=reader_id)
    return Clock(person.time_zone, hours.hour, hours.weekday, hours.at_night)


def still_to_tell(noted: Noted, now: datetime) -> bool:
    """Whether there is something that they may see at this moment, and may be told of."""
    person_id = Person.objects.filter(pk=noted.reader_id, is_active=True).values_list("pk", flat=True).first()
    viewer = Viewer(person_id=person_id)
    if noted.about == About.NEWS:
        return noted.listener is not None and bool(visible_things(noted.listener) - set(noted.listener.known))
    theirs = Memorial.objects.kept_or_helped_by(viewer, _WITH[About(noted.about)])
    memorial = theirs.filter(pk=noted.memorial_id).first()
    if memorial is None or is_quiet_for(memorial, person_id, now):
        return False
    if noted.about == About.WAITS:
        return something_waits(viewer, memorial)
    if noted.about == About.TO_READ:
        return next_to_read(viewer, memorial, now=now) is not None
    return next_request(viewer, memorial) is not None


def visible_things(listener: Listener) -> set[str]:
    """The ids of all that a listener may see of what the family shares; nothing where the page is not open to them."""
    viewer = Viewer(person_id=listener.person_id) if listener.person_id else NOBODY_KNOWN
    memorial = Memorial.objects.visible_to(viewer).filter(pk=listener.memorial_id).first()
    found: set[str] = set()
    if memorial is None or (listener.address and is_blocked(memorial, address=listener.address)):
        return found
    for things in (Letter, Photo, Clip):
        ids: Iterable[UUID] = (
            things.objects.visible_to(viewer).filter(memorial=listener.memorial_id).values_list("pk", flat=True)
        )
        found.update(map(str, ids))
    return found
