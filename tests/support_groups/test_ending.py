"""A group ends as its closing plan says: told, then only read, then gone. Nobody is merged without a yes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from snowdrop.ground import keys
from snowdrop.ground.refusals import NotAllowed
from snowdrop.people.viewer import Viewer
from snowdrop.support_groups import actions
from snowdrop.support_groups.models import Ending, Group, Member, Persona, Post
from snowdrop.support_groups.vocabulary import KEPT_DAYS, Why
from tests.world.browsers import browser_of
from tests.world.cast import NOON, a_person
from tests.world.grouping import GroupCast, a_group, a_known_member, a_member, after, ask, say

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> GroupCast:
    return a_group()


@pytest.fixture
def sol(cast: GroupCast) -> Viewer:
    sol = a_person("Otto")
    a_known_member(cast, sol)
    return sol


def again(cast: GroupCast) -> Group:
    return Group.objects.get(pk=cast.group.pk)


def test_members_are_told_two_weeks_before_nobody_writes_any_more(cast: GroupCast, sol: Viewer) -> None:
    ending = actions.end_group(cast.first, cast.group, words="Thank you all.", now=NOON)

    assert "Thank you all." in browser_of(sol).get(f"/groups/{cast.group.slug}/").content.decode()
    assert say(sol, again(cast), now=after(days=13)).pk
    with pytest.raises(NotAllowed):
        say(sol, again(cast), now=ending.read_only_from)
    with pytest.raises(NotAllowed):
        ask(a_person("Ana"), again(cast))


def test_while_it_is_only_read_each_takes_their_own_words_or_takes_them_back(cast: GroupCast, sol: Viewer) -> None:
    post = say(sol, cast.group, "A very small tree.")
    Ending.objects.filter(pk=actions.end_group(cast.first, cast.group, now=NOON).pk).update(read_only_from=NOON)
    browser = browser_of(sol)

    assert browser.get(f"/groups/{cast.group.slug}/topics/{post.topic_id}/").status_code == 200
    assert browser.get(f"/groups/{cast.group.slug}/topics/new/").status_code == 404
    assert "A very small tree." in browser.get(f"/groups/{cast.group.slug}/you/words.txt").content.decode()
    actions.take_back(sol, post, now=after(days=20))
    assert not Post.objects.visible_to(cast.second).filter(pk=post.pk).exists()


def test_when_its_day_has_come_the_key_and_every_row_are_gone(cast: GroupCast, sol: Viewer) -> None:
    say(sol, cast.group)
    ending = actions.end_group(cast.first, cast.group, now=NOON)

    assert actions.finish_endings(now=ending.gone_from - timedelta(seconds=1)) == 0
    assert actions.finish_endings(now=after(days=14 + KEPT_DAYS)) == 1
    assert actions.finish_endings(now=after(days=14 + KEPT_DAYS)) == 0

    with pytest.raises(keys.KeyIsGone):
        keys.data_key(cast.group.pk)
    assert not Group.objects.exists() and not Post.objects.exists() and not Member.objects.exists()


def test_what_is_written_is_sealed_with_the_key_of_the_group_alone(cast: GroupCast, sol: Viewer) -> None:
    from django.db import connection

    post = say(sol, cast.group, "A very small tree.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM support_groups_post")
        stored = b"".join(bytes(row[0]) for row in cursor.fetchall())
    assert b"small tree" not in stored

    keys.destroy_data_key(cast.group.pk)
    with pytest.raises(keys.KeyIsGone):
        _ = Post.objects.get(pk=post.pk).words


def test_an_end_can_be_called_off_and_members_cannot_begin_one(cast: GroupCast, sol: Viewer) -> None:
    with pytest.raises(NotAllowed):
        actions.end_group(sol, cast.group, now=NOON)
    actions.end_group(cast.first, cast.group, now=NOON)
    actions.keep_group(cast.second, cast.group, now=after(days=20))

    assert say(sol, again(cast), now=after(days=20)).pk


def test_two_groups_merge_only_by_both_and_each_member_by_an_own_yes(cast: GroupCast, sol: Viewer) -> None:
    into = a_group(lead=cast.lead, who=(a_person("Pia"), a_person("Quinn")), name="Another")
    ana = a_person("Ana")
    a_member(cast, ana, name="Ana of here")
    merging = actions.ask_to_merge(cast.first, cast.group, into.group, now=NOON)
    before = Member.objects.filter(group=into.group).count()

    for viewer in (sol, cast.first):
        with pytest.raises(NotAllowed):
            actions.agree_to_merging(viewer, merging, now=NOON)
    with pytest.raises(NotAllowed):
        actions.come_along(sol, merging, name="New", agreed_to=1, now=NOON)
    actions.agree_to_merging(into.first, merging, now=NOON)
    merging.refresh_from_db()
    assert Member.objects.filter(group=into.group).count() == before, "nobody is carried over"

    member = actions.come_along(sol, merging, name="New", agreed_to=1, now=NOON)

    assert member.group_id == into.group.pk and member.persona.name == "New"
    assert not Persona.objects.filter(group=into.group, pk__in=cast.group.personas.values("pk")).exists()
    assert Member.objects.filter(group=into.group).count() == before + 1
    assert Member.objects.filter(group=cast.group, person=sol.person_id).exists(), "their place stays theirs"


def test_whoever_was_taken_out_of_the_other_group_for_good_does_not_come_in_by_merging(
    cast: GroupCast, sol: Viewer
) -> None:
    into = a_group(lead=cast.lead, who=(a_person("Pia"), a_person("Quinn")), name="Another")
    actions.take_out(into.first, a_member(into, sol), why=Why.HURTS, for_good=True, now=NOON)
    merging = actions.ask_to_merge(cast.first, cast.group, into.group, now=NOON)
    actions.agree_to_merging(into.first, merging, now=NOON)
    merging.refresh_from_db()

    with pytest.raises(NotAllowed):
        actions.come_along(sol, merging, name="New", agreed_to=1, now=NOON)
