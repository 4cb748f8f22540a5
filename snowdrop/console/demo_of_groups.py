"""The support group of the demo story, told by the real acts: two look after it, two are in it, one asks."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Final

from snowdrop.console.story import GROUP_NAME, GROUP_PLAN, IN_THE_GROUP, Told
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.actions import name_staff
from snowdrop.safeguarding.vocabulary_of_staff import Role
from snowdrop.support_groups import actions
from snowdrop.support_groups.models import Group, Post
from snowdrop.support_groups.vocabulary import Place, Subject

_EVENINGS: Final = (0, 2, 4)


def tell_of_a_group(now: datetime) -> Told:
    """An open group, with a safeguarding lead of the server behind it."""
    greta, imre, lead = _person("greta@example.org"), _person("imre@example.org"), _person("vera@example.org")
    name_staff(Person.objects.get(pk=lead.person_id), Role.LEAD, now=now)
    group = actions.make_group(
        greta, subject=Subject.STILLBIRTH, name=GROUP_NAME, zone="Europe/London", by_operator=True, now=now
    )
    for viewer, name in ((greta, "Greta"), (imre, "Imre")):
        _, secret = actions.invite_facilitator(greta, group, name=name, now=now)
        actions.accept_facilitating(viewer, secret=secret, name=name, now=now)
    _hours(greta, imre, group, now)
    actions.describe_group(greta, group, closing_plan=GROUP_PLAN, now=now)
    actions.open_group(greta, group, now=now)
    sol = _member(greta, group, "sol@example.org", "Sol", now)
    moss = _member(greta, group, "moss@example.org", "Moss", now)
    _talk(greta, group, (sol, moss, imre), now)
    asking = "Our daughter was stillborn in May. I would like to read along."
    _ask(_person("linde@example.org"), group, "Linde", asking, now)
    return Told(
        f"/groups/{group.slug}/",
        "a support group; greta@example.org and imre@example.org look after it, sol@example.org is in it,"
        " vera@example.org leads safeguarding",
    )


def _hours(greta: Viewer, imre: Viewer, group: Group, now: datetime) -> None:
    begins, ends, zone = time(19), time(21), "Europe/London"
    evenings = [
        actions.set_hours(greta, group, weekday=day, begins=begins, ends=ends, zone=zone, now=now) for day in _EVENINGS
    ]
    actions.take_duty(greta, group, hours=evenings[:2], now=now)
    actions.take_duty(imre, group, hours=evenings[2:], now=now)


def _ask(viewer: Viewer, group: Group, name: str, words: str, now: datetime) -> None:
    actions.ask_to_join(viewer, group, name=name, words=words, agreed_to=1, now=now)


def _member(greta: Viewer, group: Group, address: str, name: str, now: datetime) -> Viewer:
    viewer = _person(address)
    _ask(viewer, group, name, "I would like to be among people who know.", now)
    actions.let_in(greta, group.requests.get(), now=now)
    return viewer


def _talk(greta: Viewer, group: Group, people: tuple[Viewer, Viewer, Viewer], now: datetime) -> None:
    """The first words of each are let through, as everywhere."""
    for number, (title, words, answers) in enumerate(IN_THE_GROUP):
        then = now - timedelta(days=3 - number)
        post = actions.start_topic(people[number], group, title=title, words=words, now=then)
        _read_first(greta, post, then)
        for step, answer in enumerate(answers, 1):
            by = people[(number + step) % len(people)]
            said = actions.answer_topic(by, post.topic, words=answer, now=then + timedelta(hours=step))
            _read_first(greta, said, then + timedelta(hours=step))


def _read_first(greta: Viewer, post: Post, then: datetime) -> None:
    if post.place == Place.HELD:
        actions.let_through(greta, post, now=then)


def _person(email: str) -> Viewer:
    return Viewer(person_id=Person.objects.create_user(email, name="").id)
