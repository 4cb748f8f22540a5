"""Asking to see: one door at every address; a request is read by those who look after the page, and nobody is told."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from snowdrop.ground import clock, journal
from snowdrop.ground.ids import new_id
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials import actions, queries
from snowdrop.memorials.models import (
    Block,
    Brought,
    Circle,
    Helper,
    Invitation,
    Knock,
    Member,
    Memorial,
    NotNow,
    RequestToSee,
)
from snowdrop.memorials.vocabulary import Scope
from snowdrop.people.viewer import Viewer
from tests.world.browsers import as_seen, browser_of
from tests.world.cast import NOON, Cast, a_family, a_person, another_family, let_into_circle

pytestmark = pytest.mark.django_db(transaction=True)  # the journal tells only of what is committed


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    cache.clear()


@pytest.fixture
def cast() -> Cast:
    """A family whose helper reads first, and looks after people too."""
    cast = a_family()
    both = [Scope.READ_FIRST, Scope.PEOPLE]
    actions.change_part(cast.keeper, cast.memorial, Helper.objects.get(), scopes=both, now=NOON)
    return cast


def form(**given: str) -> dict[str, str]:
    return {
        "name": "Tom",
        "address": "tom@example.org",
        "words": "We sing together.",
        "knock_id": str(new_id()),
        **given,
    }


def knock(slug: str, browser: Client | None = None, **given: str) -> Any:
    return (browser or Client()).post(f"/m/{slug}/ask/", form(**given))


def carry_in() -> None:
    journal.catch_up_all()


def asked(cast: Cast, **given: str) -> RequestToSee:
    """Somebody has asked, and it was carried in."""
    knock(cast.memorial.slug, **given)
    carry_in()
    return RequestToSee.objects.get()


def at(cast: Cast, request: RequestToSee | None = None, end: str = "") -> str:
    return f"/m/{cast.memorial.slug}/requests/" + (f"{request.pk}/{end}" if request else end)


# The door


def test_every_page_that_says_there_is_nothing_offers_to_ask_with_one_link(cast: Cast) -> None:
    for slug in (cast.memorial.slug, "nowhere"):
        for path in ("", "words/", "no-such-room/", "send/"):
            page = browser_of(cast.stranger).get(f"/m/{slug}/{path}").content.decode()
            assert re.findall(r'href="([^"]+/ask/)"', page) == [f"/m/{slug}/ask/"]
    assert "/ask/" not in Client().get("/nowhere/").content.decode()


def test_the_door_is_the_same_at_every_address_and_says_nothing_of_what_is_behind_it(cast: Cast) -> None:
    for viewer in (Viewer(), cast.stranger, cast.helper):
        browser = browser_of(viewer)
        looked = [as_seen(browser.get(f"/m/{slug}/ask/"), slug) for slug in (cast.memorial.slug, "nowhere")]
        left = [as_seen(knock(slug, browser), slug) for slug in (cast.memorial.slug, "nowhere")]
        wrong = [
            as_seen(knock(slug, browser, address="tom", knock_id=""), slug) for slug in (cast.memorial.slug, "nowhere")
        ]
        strip = re.compile(r'name="knock_id" value="[^"]+"')
        for one, other in (looked, left, wrong):
            assert (one[0], strip.sub("", one[1])) == (other[0], strip.sub("", other[1]))
        assert looked[0][0] == left[0][0] == 200
        assert (
            "If there is a page at this address, somebody will read your request. You may get no answer." in left[0][1]
        )
        cache.clear()


def test_whoever_sees_the_page_is_led_to_it(cast: Cast) -> None:
    answers = {name: browser_of(one).get(f"/m/{cast.memorial.slug}/ask/") for name, one in cast.everybody().items()}

    assert {name for name, answer in answers.items() if answer.status_code == 302} == {"keeper"}
    assert answers["keeper"]["Location"] == f"/m/{cast.memorial.slug}/"


def test_an_address_that_no_memorial_can_have_leads_nowhere() -> None:
    slug = "a" * 61

    assert Client().get(f"/m/{slug}/ask/").status_code == 404
    assert "/ask/" not in Client().get(f"/m/{slug}/").content.decode()


def test_a_form_that_is_sent_twice_is_left_once_and_lies_sealed(cast: Cast) -> None:
    once = form()

    for _ in range(2):
        Client().post(f"/m/{cast.memorial.slug}/ask/", once)

    (left,) = Knock.objects.all()
    assert b"Tom" not in bytes(left.sealed) and b"sing" not in bytes(left.sealed)
    assert journal.Entry.objects.filter(verb="knock.left").count() == 1
    assert journal.Entry.objects.get(verb="knock.left").memorial_id is None


def test_after_a_few_in_an_hour_a_network_is_asked_to_wait_at_every_address(cast: Cast) -> None:
    for _ in range(5):
        assert knock("nowhere").status_code == 200

    answers = [as_seen(knock(slug, knock_id=str(new_id())), slug) for slug in (cast.memorial.slug, "nowhere")]

    assert [status for status, _ in answers] == [429, 429]
    assert all("Please wait an hour" in body and "We sing together." in body for _, body in answers)
    assert Knock.objects.count() == 5


# What becomes of a knock


def test_a_knock_becomes_a_request_where_there_is_a_memorial_and_is_let_go_elsewhere(cast: Cast) -> None:
    knock("nowhere")
    knock(cast.memorial.slug)

    carry_in()
    carry_in()

    (one,) = RequestToSee.objects.all()
    assert (one.memorial, one.name, one.address, one.words) == (
        cast.memorial,
        "Tom",
        "tom@example.org",
        "We sing together.",
    )
    assert not Knock.objects.exists()


def test_whoever_asks_again_replaces_their_words(cast: Cast) -> None:
    first = asked(cast)

    again = asked(cast, address="Tom+x@example.org", words="It is Tom, of the choir.")

    assert (first.pk, again.words) == (again.pk, "It is Tom, of the choir.")


@pytest.mark.parametrize(
    ("blocked", "signed_in", "given"),
    [
        ({"addresses": ["tom@example.org"]}, False, {"name": "Somebody", "address": "TOM+x@example.org"}),
        ({"names": ["Tom"]}, False, {"name": "tom", "address": "other@example.net"}),
        ({"names": ["Tom"]}, False, {"name": "Somebody", "address": "tom@example.org"}),
        ({"addresses": ["tom@example.org"]}, True, {"name": "Somebody", "address": "other@example.net"}),
    ],
    ids=["by address", "by name", "by the name of their account", "by who is signed in"],
)
def test_of_those_whom_the_family_keeps_out_nothing_is_carried_in(
    cast: Cast, blocked: dict[str, list[str]], signed_in: bool, given: dict[str, str]
) -> None:
    actions.keep_out(cast.keeper, cast.memorial, **blocked, now=NOON)

    answer = knock(cast.memorial.slug, browser_of(cast.stranger) if signed_in else Client(), **given)
    left = Knock.objects.exists()
    carry_in()

    assert (answer.status_code, left) == (200, True)
    assert not RequestToSee.objects.exists() and not Knock.objects.exists()


def test_a_knock_of_somebody_who_sees_the_page_already_is_let_go(cast: Cast) -> None:
    circle, ana = actions.make_circle(cast.keeper, cast.memorial, name="Family", now=NOON), a_person("Ana")
    let_into_circle(cast.keeper, circle, ana)
    actions.publish_memorial(cast.keeper, cast.memorial, to="circles", circles=[circle.pk], now=NOON)

    knock(cast.memorial.slug, address="ana@example.org")
    carry_in()

    assert not RequestToSee.objects.exists()


def test_knocks_and_requests_are_kept_no_longer_than_was_said(cast: Cast) -> None:
    asked(cast)
    knock("nowhere")
    now = clock.now()

    actions.forget_knocks(now=now + timedelta(hours=23))
    actions.forget_requests(now=now + timedelta(days=89))
    before = (Knock.objects.count(), RequestToSee.objects.count())
    actions.forget_knocks(now=now + timedelta(hours=25))
    actions.forget_requests(now=now + timedelta(days=91))

    assert (before, Knock.objects.count(), RequestToSee.objects.count()) == ((1, 1), 0, 0)


# How it is answered


def test_the_menu_leads_there_only_while_somebody_waits_and_keepers_once_a_helper_has_read_it(cast: Cast) -> None:
    def led(viewer: Viewer) -> bool:
        room = {"keeper": "words", "helper": "reading"}["keeper" if viewer == cast.keeper else "helper"]
        return at(cast) in browser_of(viewer).get(f"/m/{cast.memorial.slug}/{room}/").content.decode()

    before = (led(cast.keeper), led(cast.helper))
    one = asked(cast)
    waiting = (led(cast.keeper), led(cast.helper))
    browser_of(cast.helper).post(at(cast, one, "brought/"))

    assert (before, waiting) == ((False, False), (False, True))
    assert (led(cast.keeper), led(cast.helper)) == (True, False)


def test_where_nobody_helps_the_menu_leads_a_keeper_there(cast: Cast) -> None:
    Helper.objects.all().delete()
    page = f"/m/{cast.memorial.slug}/words/"
    before = at(cast) in browser_of(cast.keeper).get(page).content.decode()

    asked(cast)

    assert (before, at(cast) in browser_of(cast.keeper).get(page).content.decode()) == (False, True)


def test_who_asks_and_what_they_wrote_lies_under_a_veil(cast: Cast) -> None:
    asked(cast, name="IT WAS YOU")

    page = browser_of(cast.keeper).get(at(cast)).content.decode()

    before, veiled = page.split('<details class="veil"', 1)
    veiled, after = veiled.split("</details>", 1)
    assert ("IT WAS YOU" in veiled, "IT WAS YOU" in before + after) == (True, False)


def test_a_helper_reads_one_and_brings_it_to_the_family(cast: Cast) -> None:
    one = asked(cast)
    browser = browser_of(cast.helper)

    read = browser.get(at(cast)).content.decode()
    browser.post(at(cast, one, "brought/"))
    afterwards = browser.get(at(cast)).content.decode()
    for_family = browser_of(cast.keeper).get(at(cast)).content.decode()

    assert "Tom" in read and "We sing together." in read and "Let them in" not in read
    assert "Nobody waits for an answer" in afterwards
    assert "Jonas has read this and brought it to you." in for_family


def test_not_now_is_told_to_nobody_and_can_be_taken_back(cast: Cast) -> None:
    one, browser = asked(cast), browser_of(cast.keeper)

    browser.post(at(cast, one, "not-now/"))
    set_aside = (queries.next_request(cast.keeper, cast.memorial), len(mail.outbox))
    again = asked(cast, words="Please.")
    still = queries.next_request(cast.keeper, cast.memorial)
    listed = browser.get(at(cast, end="not-now/")).content.decode()
    browser.post(at(cast, one, "again/"))

    assert set_aside == (None, 0)
    assert (still, again.pk) == (None, one.pk)
    assert "Tom" in listed
    assert queries.next_request(cast.keeper, cast.memorial) == one


def test_a_keeper_lets_them_into_a_circle_and_a_mail_invites_the_address_that_they_wrote(cast: Cast) -> None:
    one = asked(cast)
    circle = actions.make_circle(cast.keeper, cast.memorial, name="Choir", now=NOON)

    browser_of(cast.keeper).post(at(cast, one), {"circle": str(circle.pk)})

    (sent,) = mail.outbox
    assert sent.to == ["tom@example.org"]
    (path,) = re.findall(r"(/invitation/[\w-]+/)", sent.body)
    browser_of(cast.stranger).post(path)
    assert [(one.person_id, one.name) for one in Member.objects.all()] == [(cast.stranger.person_id, "Tom")]
    assert not RequestToSee.objects.exists()


def test_without_a_choice_of_circle_nobody_is_let_in(cast: Cast) -> None:
    one = asked(cast)
    actions.make_circle(cast.keeper, cast.memorial, name="Choir", now=NOON)
    elsewhere = another_family()
    theirs = actions.make_circle(elsewhere.keeper, elsewhere.memorial, name="Work", now=NOON)

    answers = [browser_of(cast.keeper).post(at(cast, one), given) for given in ({}, {"circle": str(theirs.pk)})]

    assert all("Please choose one" in answer.content.decode() for answer in answers)
    assert RequestToSee.objects.exists() and not Invitation.objects.filter(circle__isnull=False).exists()


def test_a_helper_lets_in_only_where_the_keepers_said_so(cast: Cast) -> None:
    one, helper = asked(cast), browser_of(cast.helper)
    circle = actions.make_circle(cast.keeper, cast.memorial, name="Choir", now=NOON)
    other = actions.make_circle(cast.keeper, cast.memorial, name="Family", now=NOON)
    helper.post(at(cast, one), {"circle": str(circle.pk)})
    before = RequestToSee.objects.exists()

    helper.post(reverse("allow_helpers", args=[cast.memorial.slug, circle.pk]), {"allowed": "yes"})
    not_by_themselves = Circle.objects.filter(helpers_let_in=True).exists()
    browser_of(cast.keeper).post(reverse("allow_helpers", args=[cast.memorial.slug, circle.pk]), {"allowed": "yes"})
    helper.post(at(cast, one), {"circle": str(other.pk)})
    still = RequestToSee.objects.exists()
    helper.post(at(cast, one), {"circle": str(circle.pk)})

    assert (before, not_by_themselves, still) == (True, False, True)
    assert Invitation.objects.get(circle__isnull=False).circle == circle
    assert not RequestToSee.objects.exists()


def test_the_rules_hold_below_the_doors_too(cast: Cast) -> None:
    one = asked(cast)
    circle = actions.make_circle(cast.keeper, cast.memorial, name="Choir", now=NOON)
    elsewhere = another_family()
    given = {"now": NOON}

    for viewer in (cast.stranger, cast.friend, Viewer(), elsewhere.keeper):
        for act in (actions.bring_to_family, actions.answer_not_now, actions.take_up_again, actions.keep_asker_out):
            with pytest.raises(NotAllowed):
                act(viewer, cast.memorial, one, **given)
            with pytest.raises(NotAllowed):
                act(elsewhere.keeper, elsewhere.memorial, one, **given)
    for viewer in (cast.helper, cast.stranger):
        with pytest.raises(NotAllowed):
            actions.let_see(viewer, cast.memorial, one, circle=circle, **given)
        with pytest.raises(NotAllowed):
            actions.keep_asker_out(viewer, cast.memorial, one, **given)
        with pytest.raises(NotAllowed):
            actions.allow_helpers(viewer, cast.memorial, circle, allowed=True, **given)
    assert not (Brought.objects.exists() or NotNow.objects.exists() or Block.objects.exists())


def test_a_helper_does_not_undo_what_a_keeper_has_answered(cast: Cast) -> None:
    one = asked(cast)
    actions.answer_not_now(cast.keeper, cast.memorial, one, now=NOON)

    answers = [
        browser_of(cast.helper).post(at(cast, one, end)).status_code for end in ("again/", "brought/", "not-now/")
    ]

    assert answers == [404, 404, 404]
    assert NotNow.objects.get().by == cast.keeper.person_id


def test_not_now_and_keep_them_out_is_asked_once_and_holds(cast: Cast) -> None:
    one, browser = asked(cast), browser_of(cast.keeper)

    question = browser.get(at(cast, one, "kept-out/")).content.decode()
    before = Block.objects.exists()
    browser.post(at(cast, one, "kept-out/"))
    knock(cast.memorial.slug)
    carry_in()

    assert "tom@example.org" in question and not before
    assert not RequestToSee.objects.exists()
    assert not Memorial.objects.visible_to(cast.stranger).exists()
