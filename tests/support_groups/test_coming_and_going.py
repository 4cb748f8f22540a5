"""Asking to be let in, being let in or not, leaving, being taken out: kind, silent, and invisible from outside."""

from __future__ import annotations

import pytest

from snowdrop.ground.refusals import NotAllowed
from snowdrop.people.viewer import Viewer
from snowdrop.support_groups import actions
from snowdrop.support_groups.models import Claim, Member, Persona, Post, Request, Topic
from snowdrop.support_groups.vocabulary import NOBODY, NotThisTime, Why
from tests.world.browsers import as_seen, browser_of
from tests.world.cast import NOON, a_person
from tests.world.grouping import GroupCast, a_group, a_known_member, a_member, after, ask, say

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> GroupCast:
    return a_group()


def path(cast: GroupCast, more: str = "") -> str:
    return f"/groups/{cast.group.slug}/{more}"


def test_somebody_asks_agrees_to_the_rules_and_is_let_in_under_the_name_they_chose(cast: GroupCast) -> None:
    person = a_person("Ottilie")
    request = ask(person, cast.group, name="Sol")

    member = actions.let_in(cast.second, request, now=NOON)

    assert member.persona.name == "Sol"
    assert not Request.objects.exists(), "what they wrote to be let in is thrown away"
    assert browser_of(person).get(path(cast)).status_code == 200


def test_nobody_is_asked_in_under_rules_that_they_have_not_read(cast: GroupCast) -> None:
    person = a_person("Otto")
    actions.set_rules(cast.first, cast.group, words="We listen.", now=NOON)

    with pytest.raises(actions.RulesChanged):
        actions.ask_to_join(person, cast.group, name="Sol", words="Please.", agreed_to=1, now=NOON)
    answer = browser_of(person).post(path(cast, "asking/"), {"name": "Sol", "words": "Please.", "version": "2"})
    assert "Please read it, and agree" in answer.content.decode()
    assert not Request.objects.exists()


def test_somebody_who_is_not_let_in_reads_a_kind_sentence_at_the_door_for_a_month(cast: GroupCast) -> None:
    person = a_person("Otto")
    actions.not_this_time(cast.first, ask(person, cast.group), answer=NotThisTime.FULL, now=NOON)

    assert "This group is full" in _door_on(cast, person, after(days=29))
    actions.let_go_of_answers(now=after(days=31))
    assert "This group is full" not in _door_on(cast, person, after(days=31))


def test_to_others_a_door_looks_the_same_whoever_has_asked_was_refused_or_is_inside(cast: GroupCast) -> None:
    bystander, asking, refused = browser_of(a_person("By")), a_person("Ana"), a_person("Rolf")
    seen = [as_seen(bystander.get(path(cast)))]

    ask(asking, cast.group)
    seen.append(as_seen(bystander.get(path(cast))))
    actions.not_this_time(cast.first, ask(refused, cast.group), answer=NotThisTime.TOO_SOON, now=NOON)
    seen.append(as_seen(bystander.get(path(cast))))
    member = a_member(cast, a_person("Mel"))
    seen.append(as_seen(bystander.get(path(cast))))
    actions.take_out(cast.first, member, why=Why.RULES, for_good=True, now=NOON)
    seen.append(as_seen(bystander.get(path(cast))))

    assert len(set(seen)) == 1


def test_leaving_is_at_once_and_words_stay_under_somebody_who_has_left(cast: GroupCast) -> None:
    person = a_person("Otto")
    a_known_member(cast, person)
    topic = say(person, cast.group, "A very small tree.").topic

    actions.leave_group(person, cast.group, keeps_words=True, now=NOON)
    page = _topic_page(cast, cast.first, topic)

    assert browser_of(person).get(path(cast, "you/")).status_code == 404
    assert "A very small tree." in page and str(NOBODY) in page and "Sol" not in page
    assert not Member.objects.filter(person=person.person_id).exists()


def test_leaving_can_take_every_word_along_and_what_others_answered_stays(cast: GroupCast) -> None:
    person, other = a_person("Otto"), a_person("Ana")
    a_known_member(cast, person)
    a_known_member(cast, other, name="Ana")
    answered, alone = say(person, cast.group, "A very small tree."), say(person, cast.group, "Alone.", title="Two")
    actions.answer_topic(other, answered.topic, words="May it grow.", now=NOON)

    actions.leave_group(person, cast.group, keeps_words=False, now=NOON)
    page = _topic_page(cast, other, answered.topic)

    assert not Post.objects.filter(pk=alone.pk).exists() and not Topic.objects.filter(pk=alone.topic_id).exists()
    assert "A very small tree." not in page and "A tree" not in page and "May it grow." in page


def test_somebody_who_is_taken_out_reads_the_reason_and_the_group_does_not_see_their_name(cast: GroupCast) -> None:
    person = a_person("Otto")
    member = a_known_member(cast, person)
    topic = say(person, cast.group, "Kept.").topic

    actions.take_out(cast.first, member, why=Why.SELLS, words="Please talk to us.", now=NOON)
    door = browser_of(person).get(path(cast)).content.decode()

    assert "It sells" in door and "Please talk to us." in door and "Ask to be let in" in door
    assert "Sol" not in _topic_page(cast, cast.second, topic)


def test_whoever_was_taken_out_for_good_cannot_ask_again_nor_be_let_in_by_an_old_request(cast: GroupCast) -> None:
    person = a_person("Otto")
    member = a_member(cast, person)
    actions.take_out(cast.first, member, why=Why.HURTS, for_good=True, now=NOON)

    with pytest.raises(NotAllowed):
        ask(person, cast.group)
    assert browser_of(person).get(path(cast, "asking/")).status_code == 404


def test_facilitators_are_not_taken_out_by_each_other(cast: GroupCast) -> None:
    other = Member.objects.get(person=cast.second.person_id)

    with pytest.raises(NotAllowed):
        actions.take_out(cast.first, other, why=Why.RULES, now=NOON)


def test_a_member_and_a_stranger_let_nobody_in_or_out(cast: GroupCast) -> None:
    member, stranger = a_person("Mel"), a_person("Otto")
    own = a_member(cast, member)
    request = ask(a_person("Ana"), cast.group)

    for viewer in (member, stranger, cast.lead, Viewer()):
        for act in (
            lambda who: actions.let_in(who, request, now=NOON),
            lambda who: actions.not_this_time(who, request, answer=NotThisTime.FULL, now=NOON),
            lambda who: actions.take_out(who, own, why=Why.RULES, now=NOON),
        ):
            with pytest.raises(NotAllowed):
                act(viewer)


def test_what_is_held_goes_with_whoever_leaves_and_no_claim_is_left(cast: GroupCast) -> None:
    person = a_person("Otto")
    a_member(cast, person)
    post = say(person, cast.group)
    assert actions.take_next(cast.first, cast.group, now=NOON)

    actions.leave_group(person, cast.group, keeps_words=True, now=NOON)

    assert not Post.objects.filter(pk=post.pk).exists() and not Claim.objects.exists()
    assert Persona.objects.get(pk=post.persona_id).name == ""


def _topic_page(cast: GroupCast, viewer: Viewer, topic: Topic) -> str:
    return browser_of(viewer).get(path(cast, f"topics/{topic.pk}/")).content.decode()


def _door_on(cast: GroupCast, person: Viewer, day) -> str:  # type: ignore[no-untyped-def]
    from snowdrop.support_groups.queries.door import door_page

    return " ".join(door_page(person, cast.group, now=day).said)
