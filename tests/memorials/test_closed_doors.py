"""Every room of the family is shut to everybody else: none and not-for-you are one answer, and rooms ask little."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from snowdrop.ground import clock, keys
from snowdrop.memorials import actions
from snowdrop.memorials.models import Helper
from snowdrop.memorials.vocabulary import Purpose
from tests.world.browsers import as_seen, browser_of
from tests.world.cast import NOON, Cast, a_family, a_person, let_into_circle

pytestmark = pytest.mark.django_db

MOST_QUESTIONS = 12
ROOMS = (
    "words/",
    "names/",
    "names/new/",
    "names/{remembered}/",
    "names/{remembered}/removal/",
    "who-sees/",
    "links/",
    "links/{link}/removal/",
    "links/{link}/cards/",
    "people/",
    "people/invitation/",
    "people/{person}/",
    "people/{person}/removal/",
    "circles/",
    "circles/{circle}/",
    "circles/{circle}/removal/",
    "circles/{circle}/people/{member}/removal/",
    "helpers/",
    "helpers/{helper}/removal/",
    "invitations/",
    "invitations/{invitation}/again/",
    "invitations/{invitation}/removal/",
    "welcome/",
)
READ_ONLY = ("names/", "links/{link}/cards/", "people/", "people/{person}/", "helpers/", "invitations/")
PRESSES = (
    "who-sees/private/",
    "names/{remembered}/place/",
    "circles/{circle}/people/",
    "invitations/{invitation}/welcome/",
)


@pytest.fixture
def cast() -> Cast:
    return a_family(published_to="everybody")


@pytest.fixture
def parts(cast: Cast) -> dict[str, str]:
    """The parts of the addresses, of things that are there."""
    remembered = actions.remember(cast.keeper, cast.memorial, names="Ilse", dates=[("birth", "2019")], now=NOON)
    circle = actions.make_circle(cast.keeper, cast.memorial, name="Friends", now=NOON)
    member = let_into_circle(cast.keeper, circle, a_person("Ben"))
    invitation, _ = actions.invite(cast.keeper, cast.memorial, purpose=Purpose.HELPER, name="Ana", now=clock.now())
    ids = {"remembered": remembered.id, "link": cast.link.id, "helper": Helper.objects.get().id}
    ids |= {"circle": circle.id, "member": member.id, "person": member.person_id}
    return {name: str(one) for name, one in {**ids, "invitation": invitation.id}.items()}


@pytest.mark.parametrize("room", ROOMS)
def test_a_keeper_enters_with_few_questions_to_the_database(cast: Cast, parts: dict[str, str], room: str) -> None:
    browser = browser_of(cast.keeper)
    browser.get("/about/")  # the session notes its device at its first request
    keys.forget_cached()

    with CaptureQueriesContext(connection) as asked:
        response = browser.get(f"/m/{cast.memorial.slug}/{room.format(**parts)}")

    assert response.status_code == 200
    assert len(asked) <= MOST_QUESTIONS, [query["sql"] for query in asked]


def test_the_list_of_memorials_asks_little_however_many_there_are(cast: Cast) -> None:
    for number in range(8):
        actions.open_memorial(cast.keeper, title=f"For {number}", now=NOON)
    browser = browser_of(cast.keeper)
    browser.get("/about/")

    with CaptureQueriesContext(connection) as asked:
        response = browser.get("/mine/")

    assert len(response.context["page"].kept) == 9
    assert len(asked) <= MOST_QUESTIONS


@pytest.mark.parametrize("who", ["helper", "stranger"])
@pytest.mark.parametrize("room", [*ROOMS, *PRESSES])
def test_to_others_a_room_looks_like_an_address_that_leads_nowhere(
    cast: Cast, parts: dict[str, str], who: str, room: str
) -> None:
    if (who, room) == ("helper", "helpers/{helper}/removal/"):
        pytest.skip("A helper may resign.")
    browser, path = browser_of(cast.everybody()[who]), room.format(**parts)

    for knock in (*[browser.get] * (room not in PRESSES), *[browser.post] * (room not in READ_ONLY)):
        there = as_seen(knock(f"/m/{cast.memorial.slug}/{path}"), cast.memorial.slug)
        nowhere = as_seen(knock(f"/m/nowhere/{path}"), "nowhere")
        assert there == nowhere
        assert there[0] == 404


@pytest.mark.parametrize("who", ["friend", "nobody"])
@pytest.mark.parametrize("room", [*ROOMS, *PRESSES])
def test_who_has_not_signed_in_is_asked_to_whether_there_is_something_or_not(
    cast: Cast, parts: dict[str, str], who: str, room: str
) -> None:
    browser, path = browser_of(cast.everybody()[who]), room.format(**parts)

    there = browser.get(f"/m/{cast.memorial.slug}/{path}")
    nowhere = browser.get(f"/m/nowhere/{path}")

    assert (there.status_code, nowhere.status_code) == (302, 302)
    assert there["Location"].replace(cast.memorial.slug, "nowhere") == nowhere["Location"]


def test_nothing_of_another_memorial_is_reached_through_ones_own(cast: Cast, parts: dict[str, str]) -> None:
    own = actions.open_memorial(cast.stranger, now=NOON)
    browser = browser_of(cast.stranger)
    inner = {
        room.format(**parts): browser.get if room in READ_ONLY else browser.post
        for room in (*ROOMS, *PRESSES)
        if "{" in room
    }

    answers = {path: knock(f"/m/{own.slug}/{path}").status_code for path, knock in inner.items()}

    assert answers == dict.fromkeys(inner, 404)
    assert (Helper.objects.count(), cast.memorial.remembereds.count(), cast.memorial.privatelinks.count()) == (1, 1, 1)
