"""The walls of a group (trust.md T12): nobody outside ever sees a topic, an answer, a name, a count."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from snowdrop.ground.refusals import NotAllowed
from snowdrop.people.viewer import NOBODY_KNOWN, Viewer
from snowdrop.support_groups import actions
from snowdrop.support_groups.models import Ending, Group, Member, Persona, Post, Request, Topic
from snowdrop.support_groups.vocabulary import NotThisTime, Why
from tests.world.browsers import as_seen, browser_of
from tests.world.cast import NOON, a_person
from tests.world.grouping import GroupCast, a_group, ask, look_after

NAMES: Final = ("Ana", "Bo", "Cai")
REFUSALS: Final = (NotAllowed, ValueError, Member.DoesNotExist, Post.DoesNotExist, Request.DoesNotExist)
MARK: Final = "xq7"
"""In every name, title and text that is written in a group, and nowhere else."""


class Walk:
    """One group, three people who do whatever they can, and what must hold afterwards."""

    def __init__(self, cast: GroupCast, people: dict[str, Viewer]) -> None:
        self.cast, self.people, self.now = cast, people, NOON
        self.nobody, self.stranger = Client(), browser_of(people["stranger"])

    def do(self, act: str, who: str) -> None:
        """Does one act, or is refused."""
        viewer, self.now = self.people[who], self.now + timedelta(minutes=1)
        try:
            getattr(self, act)(viewer, who)
        except REFUSALS:
            return

    def asks(self, viewer: Viewer, who: str) -> None:
        ask(viewer, self.cast.group, name=f"{MARK} {who}", words=f"{MARK} please", now=self.now)

    def is_let_in(self, viewer: Viewer, who: str) -> None:
        request = Request.objects.get(group=self.cast.group, person=viewer.person_id)
        actions.let_in(self.cast.first, request, now=self.now)

    def is_refused(self, viewer: Viewer, who: str) -> None:
        request = Request.objects.get(group=self.cast.group, person=viewer.person_id)
        actions.not_this_time(self.cast.second, request, answer=NotThisTime.FULL, now=self.now)

    def writes(self, viewer: Viewer, who: str) -> None:
        said = {"title": f"{MARK} title", "words": f"{MARK} words"}
        actions.start_topic(viewer, self.cast.group, **said, now=self.now)

    def answers(self, viewer: Viewer, who: str) -> None:
        topic = Topic.objects.filter(group=self.cast.group).order_by("moved_at", "pk").first()
        if topic:
            actions.answer_topic(viewer, topic, words=f"{MARK} answer", now=self.now)

    def is_let_through(self, viewer: Viewer, who: str) -> None:
        for post in Post.objects.filter(group=self.cast.group, place="held"):
            actions.let_through(self.cast.first, post, now=self.now)

    def leaves(self, viewer: Viewer, who: str) -> None:
        actions.leave_group(viewer, self.cast.group, keeps_words=True, now=self.now)

    def leaves_with_words(self, viewer: Viewer, who: str) -> None:
        actions.leave_group(viewer, self.cast.group, keeps_words=False, now=self.now)

    def is_taken_out(self, viewer: Viewer, who: str) -> None:
        member = Member.objects.get(group=self.cast.group, person=viewer.person_id)
        actions.take_out(self.cast.first, member, why=Why.RULES, now=self.now)

    def is_kept_out(self, viewer: Viewer, who: str) -> None:
        member = Member.objects.get(group=self.cast.group, person=viewer.person_id)
        actions.take_out(self.cast.first, member, why=Why.RULES, for_good=True, now=self.now)

    def mutes(self, viewer: Viewer, who: str) -> None:
        for persona in Persona.objects.filter(group=self.cast.group):
            actions.mute(viewer, self.cast.group, persona, now=self.now)

    def ends(self, viewer: Viewer, who: str) -> None:
        actions.end_group(self.cast.first, self.cast.group, now=self.now)

    def goes_on(self, viewer: Viewer, who: str) -> None:
        actions.keep_group(self.cast.first, self.cast.group, now=self.now)

    def outside(self) -> dict[str, Viewer]:
        """Everybody who is not in the group now."""
        inside = set(Member.objects.filter(group=self.cast.group).values_list("person_id", flat=True))
        return {name: who for name, who in self.people.items() if who.person_id not in inside}

    def holds(self, door: set[object]) -> None:
        """Nobody outside comes upon anything; the door says the same to a stranger as before."""
        for viewer in self.outside().values():
            for rows in (Topic, Post, Group):
                assert not rows.objects.visible_to(viewer).exists()
        for browser in (self.nobody, self.stranger):
            pages = [browser.get(path) for path in self._paths()]
            assert not any(MARK in page.content.decode() for page in pages)
            assert all(page.status_code in (302, 404) for page in pages[2:])
        if not Ending.objects.filter(group=self.cast.group).exists():
            assert as_seen(self.stranger.get(f"/groups/{self.cast.group.slug}/")) in door

    def _paths(self) -> list[str]:
        at = f"/groups/{self.cast.group.slug}/"
        topics = Topic.objects.filter(group=self.cast.group).values_list("pk", flat=True)[:2]
        inner = ["you/", "desk/", "desk/people/", "agreed/", "arranging/", *(f"topics/{one}/" for one in topics)]
        return ["/groups/", at, *(at + path for path in inner)]


ACTS: Final = (
    "asks",
    "is_let_in",
    "is_refused",
    "writes",
    "answers",
    "is_let_through",
    "leaves",
    "leaves_with_words",
    "is_taken_out",
    "is_kept_out",
    "mutes",
    "ends",
    "goes_on",
)


class TestWalls(TestCase):
    """Random sequences of joining, writing, leaving, removing, muting and ending."""

    @settings(max_examples=12)
    @given(st.lists(st.tuples(st.sampled_from(ACTS), st.sampled_from(NAMES)), min_size=8, max_size=24))
    def test_nobody_outside_sees_a_topic_an_answer_a_member_or_a_count(self, steps: list[tuple[str, str]]) -> None:
        people = {name: a_person(name) for name in (*NAMES, "stranger", "former")} | {"nobody": NOBODY_KNOWN}
        cast = a_group()
        walk = Walk(cast, people)
        door: set[object] = {as_seen(walk.stranger.get(f"/groups/{cast.group.slug}/"))}
        for act in ("asks", "is_let_in", "writes", "is_let_through", "answers"):
            walk.do(act, NAMES[0])

        for act, who in steps:
            walk.do(act, who)

        walk.holds(door)


@pytest.mark.django_db
def test_a_member_of_one_group_sees_nothing_of_another_and_pages_do_not_cross() -> None:
    cast = a_group()
    other = a_group(lead=cast.lead, who=(a_person("Pia"), a_person("Quinn")), name="Another")
    look_after(a_person("Uma"), other.group, by=other.first, name="Uma")
    post = actions.start_topic(cast.first, cast.group, title=MARK, words=MARK, now=NOON)
    browser = browser_of(other.first)

    assert not Post.objects.visible_to(other.first).filter(pk=post.pk).exists()
    for path in (f"topics/{post.topic_id}/", f"posts/{post.pk}/", f"desk/{post.pk}/", f"posts/{post.pk}/sent/"):
        assert browser.get(f"/groups/{other.group.slug}/{path}").status_code == 404
        assert browser.get(f"/groups/{cast.group.slug}/{path}").status_code == 404


@pytest.mark.django_db
def test_those_who_lead_safeguarding_see_no_word_of_a_group_by_their_office() -> None:
    cast = a_group()
    post = actions.start_topic(cast.first, cast.group, title=MARK, words=MARK, now=NOON)

    assert not Post.objects.visible_to(cast.lead).filter(pk=post.pk).exists()
    assert MARK not in browser_of(cast.lead).get("/groups/debriefs/").content.decode()
