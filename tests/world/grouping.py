"""How support groups come about in tests: by the real acts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.actions import name_staff
from snowdrop.safeguarding.vocabulary_of_staff import Role
from snowdrop.support_groups import actions, rules
from snowdrop.support_groups.models import Facilitator, Group, Member, Post, Request
from snowdrop.support_groups.vocabulary import Subject
from tests.world.cast import NOON, a_person

CALM = "We planted a pear tree last week. It is very small."
HARSH = "You should have been more careful. It is your own fault."
IN_DANGER = "I have the pills here and tonight I will end my life."
"""What is written: nothing to see, an attack, and somebody in danger."""


@dataclass(frozen=True, slots=True)
class GroupCast:
    """An open group, the two who look after it, and the safeguarding lead of the server."""

    group: Group
    first: Viewer
    second: Viewer
    lead: Viewer


def person_of(viewer: Viewer) -> Person:
    """The row of a viewer."""
    return Person.objects.get(pk=viewer.person_id)


def a_lead(*, now: datetime = NOON) -> Viewer:
    """The safeguarding lead of the server."""
    lead = a_person("Vera")
    name_staff(person_of(lead), Role.LEAD, now=now)
    return lead


def look_after(viewer: Viewer, group: Group, *, by: Viewer, name: str, now: datetime = NOON) -> Facilitator:
    """Somebody is invited to look after a group, and accepts."""
    _, secret = actions.invite_facilitator(by, group, name=name, now=now)
    return actions.accept_facilitating(viewer, secret=secret, name=name, now=now)


def a_group(
    *,
    lead: Viewer | None = None,
    who: tuple[Viewer, Viewer] | None = None,
    subject: Subject = Subject.STILLBIRTH,
    name: str = "",
    is_open: bool = True,
    now: datetime = NOON,
) -> GroupCast:
    """A group from a template, made ready and opened; its hours are Saturdays from noon to two, by UTC."""
    lead = lead or a_lead(now=now)
    first, second = who or (a_person("Greta"), a_person("Imre"))
    group = actions.make_group(first, subject=subject, name=name, by_operator=True, now=now)
    own = look_after(first, group, by=first, name="Greta of the group", now=now)
    look_after(second, group, by=first, name="Imre of the group", now=now)
    hours = actions.set_hours(first, group, weekday=5, begins=time(12), ends=time(14), zone="UTC", now=now)
    actions.take_duty(first, group, hours=[hours], now=now)
    assert own.group_id == group.pk
    actions.describe_group(first, group, closing_plan="We read the names once more, and say goodbye.", now=now)
    if is_open:
        actions.open_group(first, group, now=now)
    return GroupCast(Group.objects.get(pk=group.pk), first, second, lead)


def be_there_always(viewer: Viewer, group: Group, *, now: datetime = NOON) -> None:
    """A facilitator takes duty around the clock, so that the group never goes slowly."""
    whole_day = {"begins": time(0), "ends": time(0), "zone": group.zone}
    for weekday in range(7):
        actions.set_hours(viewer, group, weekday=weekday, **whole_day, now=now)
    actions.take_duty(viewer, group, hours=list(group.hours.all()), now=now)


def ask(
    viewer: Viewer, group: Group, *, name: str = "Sol", words: str = "We lost our son.", now: datetime = NOON
) -> Request:
    """Somebody asks to be let in."""
    newest = rules.newest_rules(group)
    assert newest
    return actions.ask_to_join(viewer, group, name=name, words=words, agreed_to=newest.version, now=now)


def a_member(cast: GroupCast, viewer: Viewer, *, name: str = "Sol", now: datetime = NOON) -> Member:
    """Somebody asks, and is let in."""
    return actions.let_in(cast.first, ask(viewer, cast.group, name=name, now=now), now=now)


def a_known_member(cast: GroupCast, viewer: Viewer, *, name: str = "Sol", now: datetime = NOON) -> Member:
    """Somebody whose first words a facilitator has let through, and who has taken them back since."""
    member = a_member(cast, viewer, name=name, now=now)
    first = actions.start_topic(viewer, cast.group, title="Hello", words="I am glad to be here.", now=now)
    actions.let_through(cast.first, first, now=now)
    actions.take_back(viewer, first, now=now)
    member.refresh_from_db()
    return member


def say(viewer: Viewer, group: Group, words: str = CALM, *, title: str = "A tree", now: datetime = NOON) -> Post:
    """Somebody starts a topic."""
    return actions.start_topic(viewer, group, title=title, words=words, now=now)


def after(**given: float) -> datetime:
    """So long after noon of the first day."""
    return NOON + timedelta(**given)
