"""While it is quiet for a keeper, nothing that waits reaches them, and no page tells of it (trust.md T02, T31)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from snowdrop.comfort import actions
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.vocabulary import Place
from snowdrop.ground import clock
from snowdrop.memorials.actions import begin_quiet, describe_memorial, end_quiet, publish_memorial
from snowdrop.memorials.rules import ItIsQuiet
from tests.house.belongings import Household, mark
from tests.house.household import a_household
from tests.house.test_side_doors import asked_everywhere, marks_in
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast, a_family, a_person
from tests.world.guests import send
from tests.world.keeping import let_keep

pytestmark = pytest.mark.django_db

UNSEEN = (Place.HELD, Place.LATER, Place.SEALED, Place.WORRYING, Place.WAITING, Place.BOXED)
OWN_WORDS = mark("quiet")


@pytest.fixture
def cast() -> Cast:
    cast = a_family(published_to="everybody")
    describe_memorial(cast.keeper, cast.memorial, on_the_page="let-through", now=NOON)
    return cast


def let_through(cast: Cast, **given: str) -> Comfort:
    comfort = send(cast.memorial, now=clock.now(), **given)
    actions.let_through(cast.helper, comfort, now=clock.now())
    return comfort


def at(cast: Cast, page: str) -> str:
    return f"/m/{cast.memorial.slug}/{page}"


def test_the_waiting_room_says_only_that_it_is_quiet_and_how_to_end_it(cast: Cast) -> None:
    keeper = browser_of(cast.keeper)
    begin_quiet(cast.keeper, cast.memorial, for_all=True, now=clock.now())
    empty = keeper.get(at(cast, "waiting/?say=yes")).content.decode()
    let_through(cast, words="Canary")

    answers = [keeper.get(at(cast, page)) for page in ("waiting/", "waiting/?say=yes", "quiet/?ask=yes", "reading/")]
    bodies = [answer.content.decode() for answer in answers]

    assert all("It is quiet until you end it." in body and "quiet-time/removal/" in body for body in bodies)
    assert not any("Something waits" in body or "Nothing waits" in body or "Open one" in body for body in bodies)
    assert {answer.status_code for answer in answers} == {200}
    assert "It is quiet until you end it." in empty


def test_nothing_is_opened_by_a_window_that_still_stands_open(cast: Cast) -> None:
    keeper, comfort = browser_of(cast.keeper), let_through(cast)
    begin_quiet(cast.keeper, cast.memorial, for_all=True, now=clock.now())

    answers = [keeper.post(at(cast, page), {"to": "opened"}) for page in ("waiting/open/", "quiet/")]
    for act in (actions.open_comfort, actions.keep_comfort, actions.put_apart):
        with pytest.raises(ItIsQuiet):
            act(cast.keeper, comfort, now=clock.now())
    with pytest.raises(ItIsQuiet):
        actions.open_page(cast.keeper, cast.memorial, most=5, now=clock.now())

    assert {(answer.status_code, answer.headers["Location"]) for answer in answers} == {(302, at(cast, "quiet-time/"))}
    assert Comfort.objects.get(pk=comfort.pk).place == Place.WAITING


def test_what_was_opened_before_can_be_read_and_what_another_opened_since_is_not_shown(cast: Cast) -> None:
    other, keeper = a_person("Sam"), browser_of(cast.keeper)
    let_keep(cast.keeper, cast.memorial, other)
    before, since = let_through(cast, words="Before canary"), let_through(cast, words="Since canary")
    actions.open_comfort(cast.keeper, before, now=clock.now())
    begin_quiet(cast.keeper, cast.memorial, for_all=False, now=clock.now())
    actions.open_comfort(other, since, now=clock.now())
    actions.keep_comfort(other, since, now=clock.now())

    pages = [keeper.get(at(cast, page)).content.decode() for page in ("opened/", "quiet/", "", "more/")]
    alone = [keeper.get(at(cast, f"opened/{one.handle}/")).status_code for one in (before, since)]

    assert all("Before canary" in page and "Since canary" not in page for page in pages)
    assert alone == [200, 404]
    assert all("Since canary" in browser_of(other).get(at(cast, page)).content.decode() for page in ("opened/", ""))
    end_quiet(cast.keeper, cast.memorial, for_all=False, now=clock.now())
    assert all("Since canary" in keeper.get(at(cast, page)).content.decode() for page in ("opened/", "quiet/", ""))


def test_the_page_grows_for_visitors_and_stands_still_for_whom_it_is_quiet(cast: Cast) -> None:
    begin_quiet(cast.keeper, cast.memorial, for_all=True, now=clock.now())
    let_through(cast, kind="flower", flower="rose", words="Canary")

    seen = browser_of(cast.keeper).get(at(cast, "")).content.decode()
    as_stranger = browser_of(cast.keeper).get(at(cast, "who-sees/as/stranger/")).content.decode()
    visitor = Client().get(at(cast, "")).content.decode()

    assert "Canary" in visitor and 'class="meadow' in visitor
    assert not any("Canary" in page or 'class="meadow' in page for page in (seen, as_stranger))


def test_the_helper_goes_on_reading_first(cast: Cast) -> None:
    begin_quiet(cast.keeper, cast.memorial, for_all=True, now=clock.now())
    comfort, helper = send(cast.memorial, words="Canary", now=clock.now()), browser_of(cast.helper)

    desk = helper.get(at(cast, "reading/")).content.decode()
    helper.post(at(cast, f"reading/{comfort.handle}/"), {"decision": "through"})

    assert "Canary" in desk
    assert Comfort.objects.get(pk=comfort.pk).place == Place.WAITING


def test_coming_back_opens_nothing_and_announces_nothing(cast: Cast) -> None:
    keeper = browser_of(cast.keeper)
    begin_quiet(cast.keeper, cast.memorial, for_all=True, now=clock.now())
    comfort = let_through(cast, words="Canary")

    ended = keeper.post(at(cast, "quiet-time/removal/"), {"for": "all"}, follow=True).content.decode()
    room = keeper.get(at(cast, "waiting/")).content.decode()

    assert "Canary" not in ended + room and "Something waits" not in ended + room
    assert "Open one" in room and "You can open one thing, or nothing today." in room
    assert Comfort.objects.get(pk=comfort.pk).place == Place.WAITING


@pytest.fixture(scope="module")
def quiet_household(django_db_setup: None, django_db_blocker: object) -> Iterator[Household]:
    """A household in which it is quiet for all; nothing of it is left for other tests."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        one = a_household("everybody")
        begin_quiet(one.people["keeper"], one.memorial, for_all=True, words=OWN_WORDS, now=clock.now())
        yield one
        transaction.set_rollback(True)


@pytest.mark.slow
@pytest.mark.parametrize("keeper", ["keeper", "other_keeper"])
def test_no_page_of_a_keeper_tells_of_anything_that_waits(quiet_household: Household, keeper: str) -> None:
    waits = [mark(part, place) for part in ("words", "name", "relation", "reach") for place in UNSEEN]
    waits += [mark(part, "asked") for part in ("asker", "asks", "at")]
    opened = [mark("words", place) for place in (Place.OPENED, Place.KEPT, Place.APART)]

    answers = list(asked_everywhere(quiet_household, keeper))
    told = {(name, one) for name, answer in answers for one in marks_in(answer, waits)}
    met = {one for _, answer in answers for one in marks_in(answer, opened)}

    assert told == set()
    assert met == set(opened), "what was opened before is still theirs; otherwise nothing is shown by this"


@pytest.mark.slow
def test_the_familys_own_words_are_met_by_those_to_whom_the_page_is_open(quiet_household: Household) -> None:
    page, form = (reverse(name, args=[quiet_household.memorial.slug]) for name in ("memorial", "send_comfort"))
    seen_by = {
        cast
        for cast, browser in quiet_household.browsers.items()
        if any(OWN_WORDS in browser.get(address).content.decode() for address in (page, form))
    }
    publish_memorial(quiet_household.people["keeper"], quiet_household.memorial, to="keepers", now=clock.now())
    still = {
        cast
        for cast, browser in quiet_household.browsers.items()
        if any(
            OWN_WORDS in browser.get(reverse(name, args=[quiet_household.memorial.slug])).content.decode()
            for name in ("memorial", "send_comfort")
        )
    }

    assert "blocked" not in seen_by and len(seen_by) == len(quiet_household.browsers) - 1
    assert still == {"keeper", "other_keeper"}
