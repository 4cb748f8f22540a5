"""The reading desk: one thing at a time, label first; every decision can be looked at again and undone."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries  # type: ignore[attr-defined]

from snowdrop.comfort import actions
from snowdrop.comfort.content import Content
from snowdrop.comfort.intake import new_once
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.vocabulary import MARKS, Place
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials.actions import end_helping
from snowdrop.memorials.models import Helper
from snowdrop.safeguarding.gentle_phrases import LANGUAGES, finder_for
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast, a_family, a_person, another_family, let_help
from tests.world.guests import send

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return a_family(published_to="everybody")


@pytest.fixture
def helper(cast: Cast) -> Client:
    return browser_of(cast.helper)


def desk(cast: Cast) -> str:
    return f"/m/{cast.memorial.slug}/reading/"


def decide(browser: Client, cast: Cast, comfort: Comfort, decision: str) -> str:
    answer = browser.post(f"{desk(cast)}{comfort.handle}/", {"decision": decision}, follow=True)
    return answer.content.decode()


def place_of(comfort: Comfort) -> str:
    return Comfort.objects.get(pk=comfort.pk).place


def test_only_helpers_and_keepers_read_first_and_to_others_nothing_is_there(cast: Cast) -> None:
    comfort = send(cast.memorial)
    addresses = [desk(cast), f"{desk(cast)}set-aside/", f"{desk(cast)}{comfort.handle}/"]

    answers = {
        name: {browser_of(viewer).get(address).status_code for address in addresses}
        for name, viewer in cast.everybody().items()
    }
    posts = {
        name: browser_of(viewer).post(addresses[2], {"decision": "through"}).status_code
        for name, viewer in cast.everybody().items()
        if name not in ("keeper", "helper")
    }

    assert answers["keeper"] == answers["helper"] == {200}
    assert answers["stranger"] == {404} and posts["stranger"] == 404
    assert answers["friend"] == answers["nobody"] == {302} and posts["friend"] == posts["nobody"] == 302
    assert place_of(comfort) == Place.HELD


def test_one_thing_is_on_the_desk_the_oldest_with_its_words_under_a_veil(cast: Cast, helper: Client) -> None:
    send(cast.memorial, words="The first words", name="Ruth", relation="her aunt", reach="ruth@example.org")
    send(cast.memorial, words="The second words", name="Tom")

    body = helper.get(desk(cast)).content.decode()

    assert "Ruth" in body and "her aunt" in body and "a few words" in body
    assert re.search(r'<details class="veil"><summary>.*?The first words', body, re.DOTALL)
    assert "The second words" not in body and "Tom" not in body
    assert "ruth@example.org" not in body


def test_marks_say_what_to_be_ready_for_in_words_that_are_not_the_senders(cast: Cast, helper: Client) -> None:
    send(cast.memorial, words="At least you are young. See www.example.com or call 020 7946 0018.", language="en")

    label = helper.get(desk(cast)).content.decode().split('<details class="veil"')[0]

    assert str(MARKS["at_least"]) in label
    assert "It holds a link." in label and "It holds a telephone number, an address for mail" in label
    assert "you are young" not in label and "example.com" not in label


def test_whoever_reads_first_is_told_before_they_open_what_may_be_cruel(cast: Cast, helper: Client) -> None:
    sent = send(cast.memorial, words="You deserved this. It is all your fault that she died.", language="en")
    assert "Nothing new waits to be read" in helper.get(desk(cast)).content.decode()
    helper.post(f"{desk(cast)}{sent.handle}/opening/")

    label, opened = helper.get(f"{desk(cast)}{sent.handle}/").content.decode().split('<details class="veil"')

    assert "It says that the loss was deserved." in label and "You need not open it." in opened + label
    assert "your fault" not in label and "your fault" in opened


def test_where_somebody_may_be_in_danger_the_way_to_help_stands_open(cast: Cast, helper: Client) -> None:
    send(cast.memorial, words="I am going to kill myself tonight, I have the pills here. Goodbye.", language="en")

    page = helper.get(desk(cast)).content.decode()

    assert re.search(r'<details class="more" open><summary>If somebody may be in danger', page)


def test_grief_is_no_danger_and_no_attack(cast: Cast, helper: Client) -> None:
    send(cast.memorial, words="I miss her so much that it hurts to breathe. It is so unfair.", language="en")

    page = helper.get(desk(cast)).content.decode()

    assert '<ul class="marks">' not in page and "You need not open it." not in page
    assert '<details class="more"><summary>If somebody may be in danger' in page


def test_every_kind_of_hurt_that_gentle_notes_know_has_a_mark() -> None:
    keys = {hurt.key for language in LANGUAGES for hurt in finder_for(language).phrases.entries}

    assert keys == set(MARKS)


@pytest.mark.parametrize(
    ("decision", "place", "said"),
    [
        ("through", Place.WAITING, "It was let through to the waiting room."),
        ("later", Place.LATER, "It is kept for later."),
        ("away", Place.SEALED, "It is kept away from the family."),
        ("worries", Place.WORRYING, "It is set aside."),
    ],
)
def test_a_decision_leads_back_to_the_desk_and_can_be_undone(
    cast: Cast, helper: Client, decision: str, place: Place, said: str
) -> None:
    comfort, following = send(cast.memorial, words="One"), send(cast.memorial, words="Two")

    body = decide(helper, cast, comfort, decision)
    assert (place_of(comfort), place_of(following)) == (place, Place.HELD)
    [undo] = re.findall(r'<form class="undo" method="post" action="([^"]+)"', body)
    undone = helper.post(undo, follow=True).content.decode()

    assert said in body and "Two" in body and "One" not in body
    assert place_of(comfort) == Place.HELD
    assert "It is back on the desk." in undone and "One" in undone


def test_of_two_readers_the_second_is_told_calmly_and_changes_nothing(cast: Cast, helper: Client) -> None:
    comfort = send(cast.memorial)
    decide(helper, cast, comfort, "away")

    body = decide(browser_of(cast.keeper), cast, comfort, "through")

    assert "Somebody has already decided about this one. Nothing was changed." in body
    assert place_of(comfort) == Place.SEALED


def test_a_decision_that_is_none_of_ours_changes_nothing(cast: Cast, helper: Client) -> None:
    comfort = send(cast.memorial)

    answers = [helper.post(f"{desk(cast)}{comfort.handle}/", data) for data in ({}, {"decision": "opened"})]
    answers.append(helper.post(f"{desk(cast)}{'0' * 32}/", {"decision": "through"}))
    answers.append(helper.post(f"{desk(cast)}nothing/", {"decision": "through"}))

    assert {answer.status_code for answer in answers} == {404}
    assert place_of(comfort) == Place.HELD


def test_a_helper_of_one_memorial_decides_nothing_in_another(cast: Cast) -> None:
    other = another_family()
    comfort = send(other.memorial)

    crossed = browser_of(cast.helper).post(f"{desk(cast)}{comfort.handle}/", {"decision": "through"})
    direct = browser_of(cast.helper).post(f"{desk(other)}{comfort.handle}/", {"decision": "through"})

    assert (crossed.status_code, direct.status_code, place_of(comfort)) == (404, 404, Place.HELD)


def test_nothing_is_lost_what_was_set_aside_is_listed_by_label_and_can_be_decided_anew(
    cast: Cast, helper: Client
) -> None:
    later, away = send(cast.memorial, words="Canary one", name="Canary"), send(cast.memorial, words="Canary two")
    decide(helper, cast, later, "later")
    decide(helper, cast, away, "away")

    listed = helper.get(f"{desk(cast)}set-aside/").content.decode()
    shown = browser_of(cast.keeper).get(f"{desk(cast)}{away.handle}/").content.decode()
    browser_of(cast.keeper).post(f"{desk(cast)}{away.handle}/again/")
    decide(helper, cast, later, "through")

    assert later.handle in listed and away.handle in listed and "Canary" not in listed
    assert "Canary two" in shown and 'name="decision"' not in shown
    assert (place_of(away), place_of(later)) == (Place.HELD, Place.WAITING)


def test_what_worries_a_helper_is_not_shown_to_a_keeper_but_to_another_helper(cast: Cast, helper: Client) -> None:
    comfort = send(cast.memorial)
    ana = a_person("Ana")
    let_help(cast.keeper, cast.memorial, ana)
    decide(helper, cast, comfort, "worries")
    keeper, other, listed = browser_of(cast.keeper), browser_of(ana), f"{desk(cast)}set-aside/"

    assert comfort.handle in other.get(listed).content.decode()
    assert comfort.handle not in keeper.get(listed).content.decode()
    assert keeper.get(f"{desk(cast)}{comfort.handle}/").status_code == 404
    assert keeper.post(f"{desk(cast)}{comfort.handle}/again/").status_code == 404
    assert place_of(comfort) == Place.WORRYING
    with pytest.raises(NotAllowed):
        actions.read_again(cast.keeper, Comfort.objects.get(), now=NOON)


def test_a_keeper_who_set_something_aside_themself_can_look_at_it_again(cast: Cast) -> None:
    comfort, keeper = send(cast.memorial), browser_of(cast.keeper)

    decide(keeper, cast, comfort, "worries")

    assert comfort.handle in keeper.get(f"{desk(cast)}set-aside/").content.decode()
    keeper.post(f"{desk(cast)}{comfort.handle}/again/")
    assert place_of(comfort) == Place.HELD


def test_a_decision_of_somebody_else_is_not_undone_once_it_waits(cast: Cast, helper: Client) -> None:
    comfort = send(cast.memorial)
    decide(helper, cast, comfort, "through")

    body = browser_of(cast.keeper).post(f"{desk(cast)}{comfort.handle}/again/", follow=True).content.decode()

    assert "This one has gone on since, so it stays where it is." in body
    assert place_of(comfort) == Place.WAITING


def test_a_helper_who_has_ended_reads_nothing_more(cast: Cast, helper: Client) -> None:
    comfort = send(cast.memorial)
    assert helper.get(desk(cast)).status_code == 200

    end_helping(cast.keeper, cast.memorial, Helper.objects.get(), now=NOON)

    assert helper.get(desk(cast)).status_code == 404
    assert helper.post(f"{desk(cast)}{comfort.handle}/", {"decision": "through"}).status_code == 404


def test_words_that_were_corrected_are_marked_when_they_are_read_again(cast: Cast, helper: Client) -> None:
    once = new_once()
    send(cast.memorial, once=once, words="One")
    assert "has changed the words since" not in helper.get(desk(cast)).content.decode()

    actions.correct(once, Content("Two", "", "", ""), now=NOON)

    assert "has changed the words since" in helper.get(desk(cast)).content.decode()


def test_an_empty_desk_is_kind(cast: Cast, helper: Client) -> None:
    body = helper.get(desk(cast)).content.decode()

    assert "Nothing new waits to be read" in body


@pytest.mark.parametrize("page", ["", "set-aside/"])
def test_the_desk_asks_the_database_as_often_for_sixty_as_for_one(
    cast: Cast, helper: Client, page: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(60):
        comfort = send(cast.memorial, words=f"Words {number}")
        if number % 2:
            actions.keep_away(cast.helper, comfort, now=NOON)
    helper.get(desk(cast))

    with django_assert_max_num_queries(20):
        answer = helper.get(desk(cast) + page)

    assert answer.status_code == 200


def test_what_was_set_aside_is_listed_page_by_page(cast: Cast, helper: Client) -> None:
    handles = []
    for _ in range(55):
        comfort = send(cast.memorial)
        actions.keep_for_later(cast.helper, comfort, now=NOON)
        handles.append(comfort.handle)

    first = helper.get(f"{desk(cast)}set-aside/").content.decode()
    [older] = re.findall(r'href="([^"]*\?from=[^"]*)"', first)
    second = helper.get(older).content.decode()

    pages = [re.findall(r"/reading/([0-9a-f]{32})/", page) for page in (first, second)]
    assert pages[0] + pages[1] == handles[::-1]


def test_a_decision_holds_only_for_the_words_that_were_read(cast: Cast, helper: Client) -> None:
    """Its sender may change the words while somebody reads them; unread words reach nobody (trust.md T31)."""
    once = new_once()
    comfort = send(cast.memorial, once=once, words="Kind words")
    assert "Kind words" in helper.get(desk(cast)).content.decode()
    actions.correct(once, Content("Canary that nobody read", "", "", ""), now=NOON)

    body = decide(helper, cast, comfort, "through")
    [correction] = re.findall(r'name="correction" value="(\d+)"', body)
    held = place_of(comfort)
    again = {"decision": "through", "correction": correction}
    helper.post(f"{desk(cast)}{comfort.handle}/", again)

    assert "Its sender has changed the words since you opened them." in body and "Canary that nobody read" in body
    assert (held, place_of(comfort)) == (Place.HELD, Place.WAITING)


def test_words_that_change_at_the_very_moment_of_the_decision_are_not_let_through(cast: Cast) -> None:
    once = new_once()
    as_read = send(cast.memorial, once=once, words="Kind words")
    actions.correct(once, Content("Canary that nobody read", "", "", ""), now=NOON)

    with pytest.raises(actions.AlreadyMoved):
        actions.let_through(cast.helper, as_read, now=NOON)

    assert place_of(as_read) == Place.HELD
