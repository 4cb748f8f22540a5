"""A helper rests, stops without a reason, and takes that back; keepers are told plainly while nobody reads."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist

from snowdrop.comfort import actions as comfort
from snowdrop.comfort.models import Claim
from snowdrop.ground import clock, journal
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials import actions, queries
from snowdrop.memorials.jobs_of_helpers import forget_old_resignations
from snowdrop.memorials.models import Grant, Helper, Resignation, Rest
from snowdrop.memorials.rules import Frozen
from snowdrop.memorials.vocabulary import Scope
from snowdrop.people.viewer import Viewer
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast, a_family, a_person, let_help
from tests.world.guests import send

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return a_family()


def at(cast: Cast, room: str) -> str:
    return f"/m/{cast.memorial.slug}/{room}"


def desk_of(who: Viewer, cast: Cast) -> str:
    return browser_of(who).get(at(cast, "reading/")).content.decode()


def test_whoever_rests_is_given_nothing_until_they_come_back(cast: Cast) -> None:
    send(cast.memorial, words="Canary words")
    browser = browser_of(cast.helper)

    browser.post(at(cast, "helping/rest/"), {"until": ""})
    resting, own = desk_of(cast.helper, cast), browser.get(at(cast, "helping/")).content.decode()
    browser.post(at(cast, "helping/rest/removal/"))

    assert "You are resting" in resting and "Canary" not in resting
    assert "You are resting until you come back." in own
    assert "Canary" in desk_of(cast.helper, cast) and not Rest.objects.exists()
    assert Grant.objects.get().scope == Scope.READ_FIRST


def test_a_rest_until_a_day_ends_by_itself(cast: Cast) -> None:
    browser, day = browser_of(cast.helper), clock.now().date() + timedelta(days=3)

    browser.post(at(cast, "helping/rest/"), {"until": day.isoformat()})

    before, after = clock.now() + timedelta(days=1), clock.now() + timedelta(days=4)
    assert [bool(queries.rest_of(cast.helper, cast.memorial, now=now)) for now in (before, after)] == [True, False]


@pytest.mark.parametrize("until", ["yesterday", "2020-01-01"])
def test_a_day_that_is_none_is_asked_for_once_more(cast: Cast, until: str) -> None:
    page = browser_of(cast.helper).post(at(cast, "helping/rest/"), {"until": until}).content.decode()

    assert "Please write the day like" in page or "Please choose a day that is still to come" in page
    assert not Rest.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("stop", ["rest", "end", "change", "shut out"])
def test_what_lay_on_their_desk_goes_to_the_others_when_they_stop(stop: str) -> None:
    cast, ana = a_family(), a_person("Ana")
    let_help(cast.keeper, cast.memorial, ana)
    journal.catch_up_all()
    piece, helper = send(cast.memorial), Helper.objects.get(person_id=cast.helper.person_id)
    comfort.take_next(cast.helper, cast.memorial, now=NOON)
    with_them = comfort.take_next(ana, cast.memorial, now=NOON)

    if stop == "rest":
        actions.rest(cast.helper, cast.memorial, now=NOON)
    elif stop == "end":
        actions.end_helping(cast.helper, cast.memorial, helper, now=NOON)
    elif stop == "change":
        actions.change_part(cast.keeper, cast.memorial, helper, scopes=[Scope.PEOPLE], now=NOON)
    else:
        actions.shut_the_door(cast.keeper, cast.memorial, helper.person, now=NOON)
    journal.catch_up_all()

    assert (with_them, Claim.objects.count()) == (None, 0)
    assert comfort.take_next(ana, cast.memorial, now=NOON) == piece


@pytest.mark.django_db(transaction=True)
def test_whoever_goes_on_reading_keeps_what_is_on_their_desk() -> None:
    cast, ana = a_family(), a_person("Ana")
    let_help(cast.keeper, cast.memorial, ana)
    send(cast.memorial), send(cast.memorial)
    comfort.take_next(cast.keeper, cast.memorial, now=NOON)
    comfort.take_next(cast.helper, cast.memorial, now=NOON)

    actions.rest(ana, cast.memorial, now=NOON)
    journal.catch_up_all()

    assert {one.by for one in Claim.objects.all()} == {cast.keeper.person_id, cast.helper.person_id}


def test_keepers_are_told_while_all_who_read_rest_and_what_they_can_do(cast: Cast) -> None:
    ana = a_person("Ana")
    let_help(cast.keeper, cast.memorial, ana)
    told = "Nobody reads first at the moment"

    actions.rest(cast.helper, cast.memorial, now=NOON)
    one_rests = desk_of(cast.keeper, cast)
    actions.rest(ana, cast.memorial, now=NOON)
    rooms = [browser_of(cast.keeper).get(at(cast, room)).content.decode() for room in ("reading/", "helpers/")]

    assert told not in one_rests and all(told in page and "Ask somebody to help" in page for page in rooms)
    assert told not in desk_of(ana, cast)
    actions.come_back(ana, cast.memorial, now=NOON)
    assert told not in desk_of(cast.keeper, cast)


def test_nobody_is_missed_where_nobody_was_to_read_first(cast: Cast) -> None:
    actions.rest(cast.helper, cast.memorial, now=NOON)
    actions.describe_memorial(cast.keeper, cast.memorial, first_reading="nobody", now=NOON)

    assert not queries.nobody_reads(cast.memorial, now=NOON)


def test_only_helpers_rest(cast: Cast) -> None:
    for who in (cast.keeper, cast.stranger, cast.friend, cast.nobody):
        for act in (actions.rest, actions.come_back):
            with pytest.raises(NotAllowed):
                act(who, cast.memorial, now=NOON)


# Stopping, and taking it back


def stop(cast: Cast, who: Viewer) -> str:
    """Stops helping in a browser; returns the address of the way back."""
    helper = Helper.objects.get(person_id=who.person_id)
    page = browser_of(who).post(at(cast, f"helpers/{helper.id}/removal/"), follow=True).content.decode()
    [undo] = re.findall(r'<form class="undo" method="post" action="([^"]+)"', page)
    return undo


def test_whoever_has_stopped_helping_can_take_it_back_with_one_press(cast: Cast) -> None:
    before = Helper.objects.values("person", "asked_by", "since").get()

    undo = stop(cast, cast.helper)
    stopped = browser_of(cast.helper).get(at(cast, "reading/")).status_code
    browser_of(cast.helper).post(undo)

    assert stopped == 404
    assert Helper.objects.values("person", "asked_by", "since").get() == before
    assert Grant.objects.get().scope == Scope.READ_FIRST and not Resignation.objects.exists()


def test_it_can_be_taken_back_for_an_hour_and_then_is_forgotten(cast: Cast) -> None:
    actions.end_helping(cast.helper, cast.memorial, Helper.objects.get(), now=NOON)
    later = NOON + timedelta(hours=1, seconds=1)

    with pytest.raises(ObjectDoesNotExist):
        actions.help_again(cast.helper, cast.memorial, now=later)
    forget_old_resignations(NOON + timedelta(minutes=59))
    kept = Resignation.objects.count()
    forget_old_resignations(later)

    assert (kept, Resignation.objects.count(), Helper.objects.count()) == (1, 0, 0)


@pytest.mark.parametrize(
    "meanwhile", ["ended by a keeper", "door shut", "kept out", "frozen", "to be deleted", "another"]
)
def test_nobody_comes_back_who_did_not_go_by_themselves_or_to_whom_the_door_was_shut(
    cast: Cast, meanwhile: str
) -> None:
    helper, who = Helper.objects.select_related("person").get(), cast.helper
    actions.end_helping(cast.keeper if meanwhile == "ended by a keeper" else who, cast.memorial, helper, now=NOON)
    if meanwhile == "door shut":
        actions.shut_the_door(cast.keeper, cast.memorial, helper.person, now=NOON)
    elif meanwhile == "kept out":
        actions.keep_out(cast.keeper, cast.memorial, people=[helper.person], now=NOON)
    elif meanwhile == "frozen":
        actions.freeze(cast.keeper, cast.memorial, now=NOON)
    elif meanwhile == "to be deleted":
        actions.ask_for_deletion(cast.keeper, cast.memorial, now=NOON)
    elif meanwhile == "another":
        who = cast.stranger

    with pytest.raises((NotAllowed, Frozen, ObjectDoesNotExist)):
        actions.help_again(who, cast.memorial, now=NOON)
    assert not Helper.objects.exists()
