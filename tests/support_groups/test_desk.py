"""The facilitators' desk: one thing at a time, given to no two; decisions have reasons, and can be undone."""

from __future__ import annotations

import re

import pytest

from snowdrop.ground.refusals import NotAllowed
from snowdrop.people.viewer import Viewer
from snowdrop.support_groups import actions
from snowdrop.support_groups.models import Debrief, Post
from snowdrop.support_groups.vocabulary import CLAIM, AskTo, Place, Why
from tests.world.browsers import browser_of
from tests.world.cast import NOON, a_person
from tests.world.grouping import CALM, HARSH, IN_DANGER, GroupCast, a_group, a_known_member, a_member, after, ask, say

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> GroupCast:
    return a_group()


@pytest.fixture
def sol(cast: GroupCast) -> Viewer:
    sol = a_person("Otto")
    a_known_member(cast, sol)
    return sol


def given(cast: GroupCast, who: Viewer, *, now=NOON) -> object:  # type: ignore[no-untyped-def]
    piece = actions.take_next(who, cast.group, now=now)
    return piece.subject_id if piece else None


def test_two_facilitators_are_never_given_the_same_and_a_claim_lapses(cast: GroupCast, sol: Viewer) -> None:
    first, second = (say(sol, cast.group, HARSH, now=after(minutes=number)) for number in range(2))

    assert given(cast, cast.first) == first.pk and given(cast, cast.second) == second.pk
    assert given(cast, cast.first) == first.pk, "what one has stays with them"
    actions.let_through(cast.second, second, now=NOON)
    assert given(cast, cast.second) is None
    assert given(cast, cast.second, now=NOON + CLAIM) == first.pk


def test_who_may_be_in_danger_comes_first_then_what_has_waited_longest(cast: GroupCast, sol: Viewer) -> None:
    request = ask(a_person("Ana"), cast.group, now=after(minutes=1))
    harsh = say(sol, cast.group, HARSH, now=after(minutes=2))
    danger = say(sol, cast.group, IN_DANGER, now=after(minutes=3))

    order = []
    for _ in range(3):
        order.append(given(cast, cast.first))
        actions.pass_on(cast.first, cast.group, order[-1], now=NOON)  # type: ignore[arg-type]

    assert order == [danger.pk, request.pk, harsh.pk]
    assert given(cast, cast.first) is None and given(cast, cast.second) == danger.pk


def test_the_label_comes_first_and_words_are_folded(cast: GroupCast, sol: Viewer) -> None:
    say(sol, cast.group, HARSH)
    page = browser_of(cast.first).get(f"/groups/{cast.group.slug}/desk/").content.decode()

    folded = re.search(r'<details class="veil">.*?</details>', page, re.S)
    assert folded and HARSH in folded[0] and HARSH not in page.replace(folded[0], "")
    assert "It blames the parents." in page


def test_an_author_who_is_asked_or_held_back_reads_why_and_keeps_the_words(cast: GroupCast, sol: Viewer) -> None:
    asked, held = say(sol, cast.group, HARSH), say(sol, cast.group, HARSH, title="Two")
    actions.ask_to_change(cast.first, asked, ask=AskTo.NAMES, words="Only this.", now=NOON)
    actions.hold_back(cast.second, held, why=Why.HURTS, now=NOON)

    page = browser_of(sol).get(f"/groups/{cast.group.slug}/you/").content.decode()

    assert "Please leave out names" in page and "Only this." in page and "It attacks, blames" in page
    assert page.count(HARSH) == 2 and "Greta" not in page and "Imre" not in page


def test_a_decision_can_be_undone_and_holds_for_the_words_that_were_read(cast: GroupCast, sol: Viewer) -> None:
    post = say(sol, cast.group, HARSH)
    actions.hold_back(cast.first, post, why=Why.HURTS, now=NOON)
    actions.put_back(cast.second, Post.objects.get(pk=post.pk), now=NOON)
    assert Post.objects.get(pk=post.pk).place == Place.HELD

    read = Post.objects.get(pk=post.pk)
    actions.change_post(sol, Post.objects.get(pk=post.pk), words=f"{HARSH} Always.", now=after(minutes=1))
    with pytest.raises(actions.AlreadyDecided):
        actions.let_through(cast.first, read, now=NOON)
    answer = browser_of(cast.first).post(
        f"/groups/{cast.group.slug}/desk/{post.pk}/", {"decision": "through", "version": ""}, follow=True
    )
    assert "has changed the words since" in answer.content.decode()


def test_nobody_decides_about_their_own_words_or_without_the_piece(cast: GroupCast, sol: Viewer) -> None:
    own = say(cast.first, cast.group, HARSH)
    other = say(sol, cast.group, HARSH)

    assert given(cast, cast.first) == other.pk
    with pytest.raises(NotAllowed):
        actions.let_through(cast.first, own, now=NOON)
    with pytest.raises(actions.WithAnother):
        actions.let_through(cast.second, other, now=NOON)
    for viewer in (sol, cast.lead, Viewer()):
        with pytest.raises(NotAllowed):
            actions.let_through(viewer, other, now=NOON)


def test_something_that_is_shown_can_be_put_on_the_desk_again(cast: GroupCast, sol: Viewer) -> None:
    post = say(sol, cast.group, CALM)

    actions.put_back(cast.first, post, now=NOON)

    assert given(cast, cast.second) == post.pk


def test_whoever_meets_a_hard_case_is_asked_how_it_was_within_72_hours_and_leads_alone_read_it(
    cast: GroupCast, sol: Viewer
) -> None:
    post, desk = say(sol, cast.group, IN_DANGER), f"/groups/{cast.group.slug}/desk/"
    actions.let_through(cast.first, post, now=NOON)
    debrief = Debrief.objects.get()

    assert debrief.until == after(hours=72) and debrief.facilitator.member.person_id == cast.first.person_id
    actions.answer_debrief(cast.first, debrief, words="It was heavy.", wants_to_talk=True, now=NOON)
    page = browser_of(cast.lead).get("/groups/debriefs/").content.decode()
    assert "It was heavy." in page and "Would like to talk" in page
    for other in (cast.first, cast.second, sol):
        assert browser_of(other).get("/groups/debriefs/").status_code == 404
    assert browser_of(cast.second).get(f"{desk}debriefs/{debrief.pk}/").status_code == 404
    with pytest.raises(NotAllowed):
        actions.answer_debrief(cast.second, debrief, words="", wants_to_talk=False, now=NOON)


def test_whoever_rests_is_given_nothing_and_what_they_had_goes_back(cast: GroupCast, sol: Viewer) -> None:
    post = say(sol, cast.group, HARSH)
    assert given(cast, cast.first) == post.pk

    actions.begin_rest(cast.first, cast.group, now=NOON)

    assert given(cast, cast.first) is None and given(cast, cast.second) == post.pk
    actions.end_rest(cast.first, cast.group, now=NOON)
    actions.give_back(cast.second, cast.group)
    assert given(cast, cast.first) == post.pk


def test_members_never_see_notes_names_of_who_asks_or_the_list_of_people(cast: GroupCast, sol: Viewer) -> None:
    actions.leave_note(cast.first, cast.group, words="Please look after Sol.", now=NOON)
    a_member(cast, a_person("Nils"), name="Nils of here")
    browser, at = browser_of(sol), f"/groups/{cast.group.slug}/"

    for path in ("desk/", "desk/notes/", "desk/people/", "desk/duty/", "desk/meetings/", "arranging/"):
        assert browser.get(at + path).status_code == 404, path
    assert "Nils of here" not in "".join(browser.get(at + path).content.decode() for path in ("", "you/", "agreed/"))
    assert "Please look after Sol." in browser_of(cast.second).get(f"{at}desk/").content.decode()
