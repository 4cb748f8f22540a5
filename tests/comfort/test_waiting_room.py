"""The waiting room: it says nothing of what waits unless asked; what was opened can be kept, put back, set apart."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries  # type: ignore[attr-defined]

from snowdrop.comfort import actions
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.vocabulary import Place
from snowdrop.ground.models import Entry
from snowdrop.memorials.actions import describe_memorial
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast, a_family, another_family
from tests.world.guests import send

pytestmark = pytest.mark.django_db

PAGES = ("waiting/", "waiting/?say=yes", "opened/", "opened/?apart=yes", "quiet/", "quiet/?ask=yes")


@pytest.fixture
def cast() -> Cast:
    return a_family(published_to="everybody")


@pytest.fixture
def keeper(cast: Cast) -> Client:
    return browser_of(cast.keeper)


def at(cast: Cast, page: str) -> str:
    return f"/m/{cast.memorial.slug}/{page}"


def let_through(cast: Cast, **given: str) -> Comfort:
    comfort = send(cast.memorial, **given)
    actions.let_through(cast.helper, comfort, now=NOON)
    return comfort


def place_of(comfort: Comfort) -> str:
    return Comfort.objects.get(pk=comfort.pk).place


def move(browser: Client, cast: Cast, comfort: Comfort, to: str) -> str:
    answer = browser.post(at(cast, f"opened/{comfort.handle}/place/"), {"to": to}, follow=True)
    return answer.content.decode()


def test_the_familys_rooms_are_there_for_keepers_alone(cast: Cast) -> None:
    comfort = let_through(cast)
    gets = [*PAGES, f"opened/{comfort.handle}/"]
    posts = ["waiting/open/", f"opened/{comfort.handle}/place/?to=kept", "quiet/"]

    for name, viewer in cast.everybody().items():
        if name != "keeper":
            browser, nothing = browser_of(viewer), 404 if viewer.is_signed_in else 302
            assert {browser.get(at(cast, page)).status_code for page in gets} == {nothing}
            assert {browser.post(at(cast, page)).status_code for page in posts} == {nothing}

    assert place_of(comfort) == Place.WAITING
    assert browser_of(cast.keeper).get(at(cast, "waiting/")).status_code == 200


def test_the_waiting_room_looks_the_same_whether_something_waits_or_not(cast: Cast, keeper: Client) -> None:
    hidden = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
    empty = hidden.sub("", keeper.get(at(cast, "waiting/")).content.decode())
    asked_empty = keeper.get(at(cast, "waiting/?say=yes")).content.decode()

    let_through(cast)

    assert hidden.sub("", keeper.get(at(cast, "waiting/")).content.decode()) == empty
    assert "Nothing waits at the moment." in asked_empty
    assert "Something waits." in keeper.get(at(cast, "waiting/?say=yes")).content.decode()


def test_looking_opens_nothing(cast: Cast, keeper: Client) -> None:
    comfort = let_through(cast, words="Canary")

    seen = [keeper.get(at(cast, page), follow=True).content.decode() for page in (*PAGES, f"opened/{comfort.handle}/")]
    refused = keeper.get(at(cast, "waiting/open/"))

    assert not any("Canary" in page for page in seen)
    assert (refused.status_code, place_of(comfort)) == (405, Place.WAITING)


def test_one_is_opened_the_one_that_has_waited_longest_and_shown_alone(cast: Cast, keeper: Client) -> None:
    first, second = let_through(cast, words="The first words", name="Ruth"), let_through(cast, words="The second words")

    body = keeper.post(at(cast, "waiting/open/"), follow=True).content.decode()

    assert "The first words" in body and "Ruth" in body and "The second words" not in body
    assert (place_of(first), place_of(second)) == (Place.OPENED, Place.WAITING)


def test_an_empty_waiting_room_is_answered_calmly(cast: Cast, keeper: Client) -> None:
    answers = [
        keeper.post(at(cast, "waiting/open/"), data, follow=True).content.decode()
        for data in ({}, {"kind": "candle"}, {"sender": "Ruth"})
    ]

    assert "Nothing waits at the moment." in answers[0]
    assert "Nothing of this kind waits at the moment." in answers[1]
    assert "Nothing that is signed so waits at the moment." in answers[2]


def test_from_one_person_by_the_name_that_they_sign_with_and_another_from_them(cast: Cast, keeper: Client) -> None:
    let_through(cast, words="From Tom", name="Tom")
    let_through(cast, words="Ruth one", name="Ruth", reach="ruth@example.org")
    let_through(cast, words="Ruth two", name=" RUTH ")

    first = keeper.post(at(cast, "waiting/open/"), {"sender": "ruth"}, follow=True).content.decode()
    [like] = re.findall(r'name="like" value="([0-9a-f]+)"', first)
    second = keeper.post(at(cast, "waiting/open/"), {"like": like}, follow=True).content.decode()

    assert "Ruth one" in first and "Ruth two" in second
    assert "ruth@example.org" not in first


def test_one_kind_and_another_of_it(cast: Cast, keeper: Client) -> None:
    let_through(cast, words="Words")
    one, two = (let_through(cast, kind="candle", words=words) for words in ("Light one", "Light two"))

    first = keeper.post(at(cast, "waiting/open/"), {"kind": "candle"}, follow=True).content.decode()
    second = keeper.post(at(cast, "waiting/open/"), {"kind": "candle"}, follow=True).content.decode()

    assert "Light one" in first and 'name="kind" value="candle"' in first and "Light two" in second
    assert place_of(one) == place_of(two) == Place.OPENED


@pytest.mark.parametrize(
    ("to", "said", "came_from"),
    [
        ("kept", "It is kept.", Place.OPENED),
        ("waiting", "It is back in the waiting room, as if never opened.", Place.OPENED),
        ("apart", "It is set apart.", Place.OPENED),
        ("opened", "It is with what you have opened.", Place.KEPT),
    ],
)
def test_what_was_opened_can_be_moved_and_each_move_undone(
    cast: Cast, keeper: Client, to: str, said: str, came_from: Place
) -> None:
    comfort = let_through(cast)
    actions.open_comfort(cast.keeper, comfort, now=NOON)
    if came_from == Place.KEPT:
        actions.keep_comfort(cast.keeper, comfort, now=NOON)

    body = move(keeper, cast, comfort, to)
    assert (said in body, place_of(comfort)) == (True, to)
    [undo] = re.findall(r'<form class="undo" method="post" action="([^"]+)"', body)
    keeper.post(undo)

    assert place_of(comfort) == came_from


def test_moving_what_another_window_has_moved_is_answered_calmly(cast: Cast, keeper: Client) -> None:
    comfort = let_through(cast)
    actions.keep_comfort(cast.keeper, comfort, now=NOON)

    body = move(keeper, cast, comfort, "kept")

    assert "Nothing was changed." in body
    assert place_of(comfort) == Place.KEPT


def test_keeping_one_thing_shows_no_other(cast: Cast, keeper: Client) -> None:
    one, other = let_through(cast, words="Canary one"), let_through(cast, words="Canary other")
    for comfort in (one, other):
        actions.open_comfort(cast.keeper, comfort, now=NOON)
    assert "Canary other" in keeper.get(at(cast, "opened/")).content.decode()

    kept = move(keeper, cast, one, "kept")

    assert "Canary one" in kept and "No longer keep it" in kept
    assert "Canary other" not in kept


@pytest.mark.parametrize("to", ["held", "sealed", "withdrawn", "", "nowhere"])
def test_nothing_is_moved_to_a_place_that_is_not_the_familys(cast: Cast, keeper: Client, to: str) -> None:
    comfort = let_through(cast)

    answer = keeper.post(at(cast, f"opened/{comfort.handle}/place/"), {"to": to})

    assert (answer.status_code, place_of(comfort)) == (404, Place.WAITING)


def test_what_is_not_for_us_lies_behind_a_quiet_link_and_a_veil(cast: Cast, keeper: Client) -> None:
    comfort = let_through(cast, words="Canary words", name="Canary name")
    actions.open_comfort(cast.keeper, comfort, now=NOON)
    assert "Canary words" in keeper.get(at(cast, "opened/")).content.decode()

    actions.put_apart(cast.keeper, comfort, now=NOON)

    alone = keeper.get(at(cast, f"opened/{comfort.handle}/")).content.decode()
    apart = keeper.get(at(cast, "opened/?apart=yes")).content.decode()
    assert not any("Canary" in keeper.get(at(cast, page)).content.decode() for page in PAGES)
    assert comfort.handle in apart and "Canary" not in apart
    assert "Canary words" not in alone.split('<details class="veil"')[0] and "Canary words" in alone


def test_keeping_says_so_where_it_makes_something_stand_on_the_page(cast: Cast, keeper: Client) -> None:
    comfort = let_through(cast)
    actions.open_comfort(cast.keeper, comfort, now=NOON)
    address = at(cast, f"opened/{comfort.handle}/")
    assert "stands on your page" not in keeper.get(address).content.decode()

    describe_memorial(cast.keeper, cast.memorial, on_the_page="kept", now=NOON)

    assert "What you keep stands on your page" in keeper.get(address).content.decode()


def test_everything_as_one_quiet_page_is_asked_once_and_opens_page_by_page(cast: Cast, keeper: Client) -> None:
    pieces = [let_through(cast, words=f"Words {number:02}", name="Ruth") for number in range(55)]
    asked = keeper.get(at(cast, "quiet/?ask=yes")).content.decode()
    assert not Comfort.objects.exclude(place=Place.WAITING).exists()

    first = keeper.post(at(cast, "quiet/"), follow=True).content.decode()
    second = keeper.post(at(cast, "quiet/"), follow=True).content.decode()
    third = keeper.post(at(cast, "quiet/"), follow=True).content.decode()

    shown = [re.findall(r"Words \d\d", page) for page in (first, second)]
    assert "Open everything that waits?" in asked
    assert shown == [[f"Words {number:02}" for number in range(50)], [f"Words {number:02}" for number in range(50, 55)]]
    assert "Nothing waits at the moment." in third
    assert {place_of(piece) for piece in pieces} == {Place.OPENED}
    assert Entry.objects.filter(verb="comfort.opened", actor_id=cast.keeper.person_id).count() == 55
    assert {piece.steps.order_by("-id")[0].went_to for piece in pieces} == {Place.OPENED}


def test_the_quiet_page_reads_on_from_the_beginning_in_the_order_in_which_it_came(cast: Cast, keeper: Client) -> None:
    for number in range(55):
        comfort = let_through(cast, words=f"Words {number:02}")
        (actions.keep_comfort if number % 2 else actions.open_comfort)(cast.keeper, comfort, now=NOON)

    first = keeper.get(at(cast, "quiet/")).content.decode()
    [further] = re.findall(r'href="([^"]*\?from=[^"]*)" rel="next"', first)
    second = keeper.get(further).content.decode()

    assert re.findall(r"Words \d\d", first + second) == [f"Words {number:02}" for number in range(55)]


def test_the_list_of_what_was_opened_is_newest_first_page_by_page(cast: Cast, keeper: Client) -> None:
    for number in range(55):
        comfort = let_through(cast, words=f"Words {number:02}")
        (actions.keep_comfort if number % 2 else actions.open_comfort)(cast.keeper, comfort, now=NOON)

    first = keeper.get(at(cast, "opened/")).content.decode()
    [older] = re.findall(r'href="([^"]*\?from=[^"]*)" rel="next"', first)
    second = keeper.get(older).content.decode()

    assert re.findall(r"Words \d\d", first + second) == [f"Words {number:02}" for number in range(54, -1, -1)]


@pytest.mark.parametrize("begin", ["nothing", "0" * 32, "é", ""])
def test_a_page_that_begins_nowhere_is_not_there(cast: Cast, keeper: Client, begin: str) -> None:
    answers = [keeper.get(at(cast, f"{page}?from={begin}")) for page in ("opened/", "quiet/")]

    assert {answer.status_code for answer in answers} == ({404} if begin else {200})


def test_another_familys_pieces_are_not_reached_by_their_handles(cast: Cast, keeper: Client) -> None:
    other = another_family()
    comfort = send(other.memorial)
    actions.let_through(other.keeper, comfort, now=NOON)
    actions.open_comfort(other.keeper, comfort, now=NOON)

    answers = [
        keeper.get(at(cast, f"opened/{comfort.handle}/")),
        keeper.get(at(cast, f"opened/?from={comfort.handle}")),
        keeper.post(at(cast, f"opened/{comfort.handle}/place/"), {"to": "kept"}),
        keeper.post(at(cast, "waiting/open/"), {"like": comfort.handle}),
    ]

    assert {answer.status_code for answer in answers} == {404}


def test_two_windows_that_open_at_once_get_two_pieces(cast: Cast) -> None:
    one, two = let_through(cast), let_through(cast)

    opened = [actions.open_next(cast.keeper, cast.memorial, now=NOON) for _ in range(3)]

    assert [piece and piece.pk for piece in opened] == [one.pk, two.pk, None]


@pytest.mark.parametrize("page", PAGES)
def test_the_rooms_ask_the_database_as_often_for_sixty_as_for_one(
    cast: Cast, keeper: Client, page: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(60):
        comfort = let_through(cast, kind="flower", flower="rose", words=f"Words {number}")
        if number % 3:
            (actions.keep_comfort if number % 2 else actions.put_apart)(cast.keeper, comfort, now=NOON)
    keeper.get(at(cast, "waiting/"))

    with django_assert_max_num_queries(12):
        answer = keeper.get(at(cast, page))

    assert answer.status_code == 200


def test_opening_asks_the_database_as_often_for_fifty_as_for_one(
    cast: Cast, keeper: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(51):
        let_through(cast)
    keeper.get(at(cast, "waiting/"))

    with django_assert_max_num_queries(23):
        keeper.post(at(cast, "quiet/"))
    with django_assert_max_num_queries(23):
        keeper.post(at(cast, "waiting/open/"))

    assert not Comfort.objects.filter(place=Place.WAITING).exists()


def test_older_pieces_are_there_for_whoever_may_see_the_page_page_by_page(cast: Cast) -> None:
    describe_memorial(cast.keeper, cast.memorial, on_the_page="let-through", now=NOON)
    for number in range(55):
        comfort = send(cast.memorial, words=f"Words {number:02}")
        actions.let_through(cast.helper, comfort, now=NOON.replace(minute=number))
    send(cast.memorial, words="Held canary")

    first = Client().get(at(cast, "more/"))
    [older] = re.findall(r'href="([^"]*\?before=\d+)"', first.content.decode())
    second = Client().get(older)

    body = first.content.decode() + second.content.decode()
    assert re.findall(r"Words \d\d", body) == [f"Words {number:02}" for number in range(54, -1, -1)]
    assert "canary" not in body
    assert first.headers["Cache-Control"] == "no-cache"
    assert {Client().get(at(cast, f"more/?before={said}")).status_code for said in ("x", "-1", "9" * 40)} == {200}


def test_where_the_page_shows_only_the_meadow_there_is_nothing_older(cast: Cast) -> None:
    let_through(cast, words="Canary")

    answer = Client().get(at(cast, "more/"))

    assert (answer.status_code, b"Canary" in answer.content) == (200, False)
