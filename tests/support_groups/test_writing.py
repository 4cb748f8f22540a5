"""What is written is safe first; who reads it first is said honestly; nobody is punished for being in need."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from snowdrop.ground.refusals import NotAllowed
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding import screening
from snowdrop.support_groups import actions
from snowdrop.support_groups.models import Post
from snowdrop.support_groups.vocabulary import Content, Place, Subject
from tests.world.browsers import browser_of
from tests.world.cast import NOON, a_person
from tests.world.grouping import CALM, HARSH, IN_DANGER, GroupCast, a_group, a_known_member, a_member, after, say

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> GroupCast:
    return a_group()


@pytest.fixture
def sol(cast: GroupCast) -> Viewer:
    """Somebody whom the facilitators know."""
    sol = a_person("Otto")
    a_known_member(cast, sol)
    return sol


@pytest.fixture
def ana(cast: GroupCast) -> Viewer:
    """Another one."""
    ana = a_person("Ana")
    a_known_member(cast, ana, name="Ana of here")
    return ana


def sees(viewer: Viewer, post: Post) -> bool:
    return Post.objects.visible_to(viewer).filter(pk=post.pk).exists()


def test_first_words_wait_for_a_facilitator_and_later_ones_do_not(cast: GroupCast, ana: Viewer) -> None:
    new = a_person("Nils")
    a_member(cast, new, name="Nils")
    first = say(new, cast.group)

    assert first.place == Place.HELD and not sees(ana, first) and sees(new, first)
    actions.let_through(cast.first, first, now=NOON)

    assert sees(ana, first)
    assert say(new, cast.group).place == Place.SHOWN


@pytest.mark.parametrize("words", [HARSH, IN_DANGER], ids=["attack", "danger"])
def test_what_attacks_or_speaks_of_danger_waits_for_a_person_and_stays_with_its_author(
    cast: GroupCast, sol: Viewer, ana: Viewer, words: str
) -> None:
    post = say(sol, cast.group, words)

    assert post.place == Place.HELD
    assert sees(sol, post) and not sees(ana, post) and sees(cast.first, post)
    assert say(sol, cast.group, CALM).place == Place.SHOWN, "nobody is held to account for it"


def test_somebody_in_danger_reads_that_their_words_are_safe_and_who_is_there_now(cast: GroupCast, sol: Viewer) -> None:
    answer = browser_of(sol).post(
        f"/groups/{cast.group.slug}/topics/new/", {"title": "Tonight", "words": IN_DANGER}, follow=True
    )
    page = answer.content.decode()

    assert "Your words are safe" in page and "You did nothing wrong" in page and 'href="/help/"' in page
    assert "A facilitator reads it before the group does" in page
    assert Post.objects.get(place=Place.HELD).words == IN_DANGER


def test_a_screen_that_fails_holds_and_never_shows(
    cast: GroupCast, sol: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_asked: object) -> None:
        raise RuntimeError("a rule fails")

    monkeypatch.setattr(screening, "RULES", (broken,))

    assert say(sol, cast.group).place == Place.HELD


def test_pregnancy_is_shown_only_to_those_who_have_asked_for_it(cast: GroupCast, sol: Viewer, ana: Viewer) -> None:
    actions.choose_pregnancy(sol, cast.group, shown=True, now=NOON)
    post = actions.start_topic(sol, cast.group, title="Twelve weeks", words=CALM, about_pregnancy=True, now=NOON)
    path = f"/groups/{cast.group.slug}/"

    assert not sees(ana, post) and "Twelve weeks" not in browser_of(ana).get(path).content.decode()
    assert browser_of(ana).get(f"{path}topics/{post.topic_id}/").status_code == 404
    with pytest.raises(NotAllowed):
        actions.answer_topic(ana, post.topic, words="Hello.", now=NOON)
    actions.choose_pregnancy(ana, cast.group, shown=True, now=NOON)
    answer = actions.answer_topic(ana, post.topic, words="I am near.", now=NOON)

    assert sees(ana, post) and answer.about_pregnancy
    actions.choose_pregnancy(ana, cast.group, shown=False, now=NOON)
    assert not sees(ana, post)


def test_an_answer_marked_as_about_pregnancy_is_not_there_for_those_who_have_not_asked(
    cast: GroupCast, sol: Viewer, ana: Viewer
) -> None:
    topic = say(ana, cast.group).topic
    actions.choose_pregnancy(sol, cast.group, shown=True, now=NOON)
    answer = actions.answer_topic(sol, topic, words="The scan was today.", about_pregnancy=True, now=NOON)

    assert not sees(ana, answer)
    assert "The scan" not in browser_of(ana).get(f"/groups/{cast.group.slug}/topics/{topic.pk}/").content.decode()


def test_in_a_group_about_it_no_wall_stands() -> None:
    cast = a_group(subject=Subject.PREGNANT_AFTER)
    one, other = a_person("Otto"), a_person("Ana")
    a_known_member(cast, one)
    a_known_member(cast, other, name="Ana of here")
    post = actions.start_topic(one, cast.group, title="Twelve weeks", words=CALM, about_pregnancy=True, now=NOON)

    assert sees(other, post)


def test_what_has_a_content_note_is_folded_and_says_what_it_speaks_of(
    cast: GroupCast, sol: Viewer, ana: Viewer
) -> None:
    post = actions.start_topic(sol, cast.group, title="That day", words=CALM, note=Content.GOODBYE, now=NOON)
    page = browser_of(ana).get(f"/groups/{cast.group.slug}/topics/{post.topic_id}/").content.decode()

    folded = re.search(r'<details class="veil"><summary>(.*?)</summary>(.*?)</details>', page, re.S)
    assert folded and "Saying goodbye" in folded[1] and CALM in folded[2]
    assert CALM not in page.replace(folded[0], "")


def test_slow_mode_says_from_when_and_keeps_the_words(cast: GroupCast, sol: Viewer) -> None:
    actions.describe_group(cast.first, cast.group, pace_minutes=30, now=NOON)
    say(sol, cast.group, now=after(hours=1))

    with pytest.raises(actions.TooSoon) as refusal:
        say(sol, cast.group, now=after(hours=1, minutes=29))
    assert refusal.value.until == after(hours=1, minutes=30)
    assert say(sol, cast.group, now=after(hours=1, minutes=31)).place == Place.SHOWN


def test_changed_words_are_looked_at_anew(cast: GroupCast, sol: Viewer, ana: Viewer) -> None:
    post = say(sol, cast.group)
    assert actions.change_post(sol, post, words="A pear tree.", now=after(minutes=1)).place == Place.SHOWN

    actions.change_post(sol, post, words=HARSH, now=after(minutes=2))

    assert not sees(ana, post) and sees(sol, post)


def test_what_is_taken_back_only_its_author_sees_and_can_show_again(cast: GroupCast, sol: Viewer, ana: Viewer) -> None:
    post = say(sol, cast.group)
    actions.take_back(sol, post, now=NOON)
    assert not sees(ana, post) and not sees(cast.first, post) and sees(sol, post)

    post.refresh_from_db()
    assert actions.show_again(sol, post, now=NOON).place == Place.SHOWN
    assert sees(ana, post)


def test_what_a_facilitator_held_back_does_not_come_back_by_taking_back_and_showing_again(
    cast: GroupCast, sol: Viewer, ana: Viewer
) -> None:
    post = say(sol, cast.group, HARSH)
    actions.hold_back(cast.first, post, why="hurts", now=NOON)  # type: ignore[arg-type]
    actions.change_post(sol, Post.objects.get(pk=post.pk), words=CALM, now=NOON)

    assert Post.objects.get(pk=post.pk).place == Place.HELD and not sees(ana, post)


def test_only_the_author_changes_or_takes_back(cast: GroupCast, sol: Viewer, ana: Viewer) -> None:
    post = say(sol, cast.group)

    for viewer in (ana, cast.first, cast.lead, Viewer()):
        with pytest.raises(NotAllowed):
            actions.change_post(viewer, post, words="Other.", now=NOON)
        with pytest.raises(NotAllowed):
            actions.take_back(viewer, post, now=NOON)


def test_whom_a_member_has_muted_they_do_not_see_and_nobody_learns_of_it(
    cast: GroupCast, sol: Viewer, ana: Viewer
) -> None:
    post = say(sol, cast.group)
    path = f"/groups/{cast.group.slug}/"
    before = browser_of(sol).get(path).content

    actions.mute(ana, cast.group, post.persona, now=NOON)

    assert not sees(ana, post) and sees(cast.second, post)
    assert "A tree" not in browser_of(ana).get(path).content.decode()
    assert re.sub(rb'value="\w+"', b"", browser_of(sol).get(path).content) == re.sub(rb'value="\w+"', b"", before)
    actions.unmute(ana, cast.group, post.persona, now=NOON)
    assert sees(ana, post)


def test_a_topic_whose_beginning_is_held_cannot_be_answered(cast: GroupCast, sol: Viewer) -> None:
    topic = say(sol, cast.group, HARSH).topic

    with pytest.raises(NotAllowed):
        actions.answer_topic(cast.first, topic, words="Hello.", now=NOON)


def test_a_page_of_a_group_asks_the_database_no_more_the_more_is_written(
    cast: GroupCast, sol: Viewer, ana: Viewer
) -> None:
    topic, browser = say(sol, cast.group).topic, browser_of(ana)

    def asked(path: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(f"/groups/{cast.group.slug}/{path}").status_code == 200
        return len(queries)

    actions.answer_topic(ana, topic, words=CALM, now=NOON)
    browser.get("/groups/")  # a first visit has more to keep
    few = [asked(path) for path in ("", f"topics/{topic.pk}/", "you/")]
    for number in range(5):
        say(sol, cast.group, title=f"Tree {number}", now=after(minutes=number))
        actions.answer_topic(sol, topic, words=CALM, now=after(hours=1))

    assert [asked(path) for path in ("", f"topics/{topic.pk}/", "you/")] == few
