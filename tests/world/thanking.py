"""A family that many have written to thanks them, in an instance whose worker is ended in the middle."""

from __future__ import annotations

from snowdrop.comfort import actions as comfort
from snowdrop.comfort.intake import Arrival, new_once
from snowdrop.comfort.models_of_thanks import Sending, Thanked
from snowdrop.ground import clock
from snowdrop.ground.models import Outgoing
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.models import Keeper, Memorial
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer

_AT_ONCE = 1000


def many_have_written(number: int) -> dict[str, str]:
    """A memorial to which so many have sent a prayer, each with an address of their own; answers with its slug."""
    person = Person.objects.create_user("mira@example.org", name="Mira")
    viewer, now = Viewer(person_id=person.id), clock.now()
    memorial = memorials.open_memorial(viewer, title="For Ilse", now=now)
    memorials.describe_memorial(viewer, memorial, first_reading="nobody", now=now)
    door = comfort.door_of(memorial)
    for start in range(0, number, _AT_ONCE):
        batch = [(door, _prayer(one)) for one in range(start, min(number, start + _AT_ONCE))]
        comfort.receive(batch, now=now)
    return {"slug": memorial.slug}


def thank_everybody(slug: str) -> dict[str, str]:
    """The family thanks them all."""
    memorial = Memorial.objects.get(slug=slug)
    viewer, now = Viewer(person_id=Keeper.objects.get(memorial=memorial).person_id), clock.now()
    said = comfort.Said("Thank you for being there.", "daisy", on_page=False)
    thanks = comfort.write_thanks(viewer, memorial, said=said, to=comfort.For("all"), now=now)
    comfort.send_thanks(viewer, thanks, now=now)
    return {}


def ten_minutes_pass() -> dict[str, int]:
    """What an ended worker held may be taken up by another; answers how far it has come."""
    Outgoing.objects.filter(due_at__gt=clock.now()).update(due_at=clock.now())
    return how_far()


def how_far() -> dict[str, int]:
    """How many were reached, how many mails are left, and whether everybody was looked at."""
    return {
        "thanked": Thanked.objects.count(),
        "left": Outgoing.objects.filter(due_at__isnull=False).count(),
        "sent": Outgoing.objects.filter(sent_at__isnull=False).count(),
        "finished": Sending.objects.filter(finished_at__isnull=False).count(),
    }


def _prayer(number: int) -> Arrival:
    said = {"kind": "prayer", "words": "Praying for you.", "name": f"Neighbour {number}", "relation": ""}
    return Arrival(once=new_once(), **said, reach=f"n{number}@example.org", language="en", flower="", family_only=False)
