"""What the rules take for cruel is met by nobody by surprise: moderators first, else whoever opens it on purpose."""

from __future__ import annotations

import pytest
from django.test import Client

from snowdrop.comfort import actions
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.vocabulary import Because, Place
from snowdrop.ground.refusals import NotAllowed
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.actions import name_staff
from snowdrop.safeguarding.vocabulary_of_staff import Role
from tests.world.browsers import browser_of, text_of
from tests.world.cast import NOON, Cast, a_family, a_person, let_help
from tests.world.guests import send

pytestmark = pytest.mark.django_db

CRUEL = {"words": "You brought this on yourself, canary-w.", "name": "canary-n", "relation": "canary-r"}


@pytest.fixture
def cast() -> Cast:
    return a_family(published_to="everybody")


@pytest.fixture
def cruel(cast: Cast) -> Comfort:
    comfort = send(cast.memorial, **CRUEL, reach="canary@example.org", language="en")
    actions.look_at([comfort], now=NOON)
    assert comfort.place == Place.GUARDED
    return comfort


def a_moderator() -> Viewer:
    viewer = a_person("Mo")
    name_staff(Person.objects.get(pk=viewer.person_id), Role.MODERATOR, now=NOON)
    return viewer


def at(cast: Cast, comfort: Comfort, more: str = "") -> str:
    return f"/m/{cast.memorial.slug}/reading/{comfort.handle}/{more}"


@pytest.mark.parametrize("who", ["helper", "keeper"])
def test_no_word_or_name_of_it_is_on_any_page_before_it_is_opened_on_purpose(
    cast: Cast, cruel: Comfort, who: str
) -> None:
    browser = browser_of(cast.everybody()[who])
    rooms = ("reading/", "reading/set-aside/", "waiting/?say=yes", "opened/", "quiet/", f"reading/{cruel.handle}/")

    pages = [text_of(browser.get(f"/m/{cast.memorial.slug}/{room}")) for room in rooms]
    opened = browser.post(at(cast, cruel, "opening/"), follow=True).content.decode()

    assert not any("canary" in page for page in pages)
    assert "It blames the parents." in pages[-1] and "Open it all the same" in pages[-1]
    before_veil, behind_veil = opened.split('<details class="veil"')
    assert "canary" not in before_veil.replace(cruel.handle, "")
    assert "canary-w" in behind_veil and "canary-n" in behind_veil and "canary@example.org" not in opened


def test_it_goes_to_the_family_only_by_somebody_who_has_opened_it(cast: Cast, cruel: Comfort) -> None:
    with pytest.raises(actions.BehindWarning):
        actions.let_through(cast.helper, cruel, now=NOON)

    actions.open_behind_warning(cast.helper, cruel, now=NOON)
    with pytest.raises(actions.WithAnother):
        actions.open_behind_warning(cast.keeper, cruel, now=NOON)
    with pytest.raises(actions.BehindWarning):
        actions.let_through(cast.keeper, cruel, now=NOON)
    actions.let_through(cast.helper, cruel, now=NOON)

    assert cruel.place == Place.WAITING
    actions.read_again(cast.helper, cruel, now=NOON)
    assert cruel.place == Place.GUARDED


def test_it_can_be_kept_away_unread_and_comes_back_behind_the_warning(cast: Cast, cruel: Comfort) -> None:
    helper = browser_of(cast.helper)

    helper.post(at(cast, cruel), {"decision": "away"})
    cruel.refresh_from_db()
    sealed = cruel.place
    helper.post(at(cast, cruel, "again/"))

    cruel.refresh_from_db()
    assert (sealed, cruel.place) == (Place.SEALED, Place.GUARDED)


def test_nobody_else_opens_it(cast: Cast, cruel: Comfort) -> None:
    let_help(cast.keeper, cast.memorial, welcomer := a_person("Wil"), scopes=["people"])
    for viewer in (cast.stranger, cast.nobody, cast.friend, welcomer):
        with pytest.raises(NotAllowed):
            actions.open_behind_warning(viewer, cruel, now=NOON)
        assert browser_of(viewer).get("/moderating/").status_code in (302, 404)


def test_where_somebody_moderates_they_read_it_first_and_nobody_else_comes_upon_it(cast: Cast, cruel: Comfort) -> None:
    moderator = a_moderator()
    for who in ("helper", "keeper"):
        browser = browser_of(cast.everybody()[who])
        assert browser.get(at(cast, cruel)).status_code == 404
        assert cruel.handle not in text_of(browser.get(f"/m/{cast.memorial.slug}/reading/set-aside/"))
        with pytest.raises(NotAllowed):
            actions.open_behind_warning(cast.everybody()[who], cruel, now=NOON)

    page = browser_of(moderator).get("/moderating/").content.decode()

    label, veiled = page.split('<details class="veil"')
    assert "It blames the parents." in label and "canary" not in label
    assert "canary-w" in veiled and "canary@example.org" not in page and "Ilse" not in page


def test_a_moderator_gives_it_to_the_desk_or_keeps_it_sealed_with_a_reason(cast: Cast, cruel: Comfort) -> None:
    other = send(cast.memorial, **CRUEL, language="en")
    actions.look_at([other], now=NOON)
    browser = browser_of(a_moderator())
    browser.get("/moderating/")
    browser.post(f"/moderating/{cruel.handle}/desk/")
    browser.get("/moderating/")
    missing = browser.post(f"/moderating/{other.handle}/away/", {})
    browser.post(f"/moderating/{other.handle}/away/", {"because": "threat"})

    for one in (cruel, other):
        one.refresh_from_db()
    assert (cruel.place, other.place, other.steps.last().reason) == (Place.HELD, Place.SEALED, Because.THREAT)
    assert "Please choose one." in missing.content.decode()
    assert "It threatens somebody." in browser_of(cast.helper).get(at(cast, other)).content.decode()
    assert actions.take_next(cast.helper, cast.memorial, now=NOON) == cruel


def test_of_two_moderators_none_is_given_what_another_reads(cruel: Comfort) -> None:
    first, second = a_moderator(), a_person("Min")
    name_staff(Person.objects.get(pk=second.person_id), Role.MODERATOR, now=NOON)

    assert actions.take_next_to_moderate(first, now=NOON) == cruel
    assert actions.take_next_to_moderate(second, now=NOON) is None
    with pytest.raises(actions.WithAnother):
        actions.keep_sealed(second, cruel, Because.CRUEL, now=NOON)


def test_a_piece_that_turned_cruel_on_somebodys_desk_leaves_it(cast: Cast, cruel: Comfort) -> None:
    assert not actions.claim(cast.helper, cruel, now=NOON)
    assert Client().get(at(cast, cruel)).status_code == 302
