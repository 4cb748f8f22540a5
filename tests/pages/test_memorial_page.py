"""The page of a memorial: what each visitor finds on it, and what nobody does."""

from __future__ import annotations

import io

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from snowdrop.comfort import actions as comfort
from snowdrop.media.actions import develop_picture
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.vocabulary import DateOf, OnThePage
from snowdrop.tributes import actions as tributes
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast, a_family, let_into_circle
from tests.world.guests import send
from tests.world.photographs import a_photograph

pytestmark = pytest.mark.django_db


def _page(cast: Cast, who: str) -> str:
    answer = browser_of(cast.everybody()[who]).get(f"/m/{cast.memorial.slug}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_one_baby_stands_at_the_head_with_the_days_and_words_of_the_family() -> None:
    cast = a_family(published_to="everybody")
    dates = [(DateOf.BIRTH.value, "early in March"), ("The day we named her", "a Tuesday")]
    memorials.remember(cast.keeper, cast.memorial, names="Ilse", story="She was here.", dates=dates, now=NOON)

    page = _page(cast, "nobody")

    assert "<bdi>Ilse</bdi>" in page
    assert all(words in page for words in ("Birthday", "early in March", "The day we named her", "a Tuesday"))
    assert "She was here." in page


def test_a_sister_who_lives_is_named_beside_and_not_among_those_remembered() -> None:
    cast = a_family(published_to="everybody")
    memorials.remember(cast.keeper, cast.memorial, names="Ada", now=NOON)
    memorials.remember(cast.keeper, cast.memorial, names="Noor", lives=True, now=NOON)

    page = _page(cast, "nobody")

    assert "<bdi>Ada</bdi>" in page
    assert "<bdi>Noor</bdi>" not in page
    assert "and, with us, Noor" in page


def test_the_only_one_of_whom_something_is_told_is_named_once() -> None:
    cast = a_family(published_to="everybody")
    memorials.remember(cast.keeper, cast.memorial, names="Ada", story="She was here.", now=NOON)
    sister = memorials.remember(cast.keeper, cast.memorial, names="Noor", lives=True, now=NOON)

    alone = _page(cast, "nobody")
    memorials.remember(
        cast.keeper, cast.memorial, remembered=sister, names="Noor", lives=True, story="She sings to you.", now=NOON
    )
    both = _page(cast, "nobody")

    assert "She was here." in alone and ">Ada</h2>" not in alone
    assert ">Ada</h2>" in both and ">Noor</h2>" in both


def test_keepers_are_not_asked_for_comfort_on_their_own_page() -> None:
    cast = a_family(published_to="everybody")

    keepers, visitors = _page(cast, "keeper"), _page(cast, "nobody")

    assert "No account is needed." in visitors and "You need do nothing." not in visitors
    assert "You need do nothing." in keepers and "No account is needed." not in keepers


def test_the_page_says_to_the_family_who_sees_it() -> None:
    cast = a_family()

    alone = _page(cast, "keeper")
    memorials.publish_memorial(cast.keeper, cast.memorial, to="helpers", now=NOON)
    helped = _page(cast, "helper")

    assert "Only you who keep it see this page" in alone
    assert "Only those who keep this memorial, and its helpers" in helped


def test_circles_are_named_to_keepers_and_to_nobody_else() -> None:
    cast = a_family()
    circle = memorials.make_circle(cast.keeper, cast.memorial, name="Our choir", now=NOON)
    let_into_circle(cast.keeper, circle, cast.stranger)
    memorials.publish_memorial(cast.keeper, cast.memorial, to="circles", circles=[circle.id], now=NOON)
    tributes.write_letter(cast.keeper, cast.memorial, words="Dear", audience="circles", circles=[circle.id], now=NOON)

    pages = {who: _page(cast, who) for who in ("keeper", "helper", "stranger")}

    assert "The page is open to “Our choir”, and to your helpers." in pages["keeper"]
    assert all("Dear" in page for page in pages.values())
    assert not any("choir" in page or "circle" in page for page in (pages["helper"], pages["stranger"]))


def test_a_place_without_a_name_is_given_none() -> None:
    cast = a_family(published_to="everybody")
    memorials.describe_memorial(cast.keeper, cast.memorial, title="", now=NOON)

    page = _page(cast, "nobody")

    assert "A place to remember" in page
    assert all(word not in page for word in ("Unnamed", "Baby"))


@pytest.mark.parametrize(("who", "offered"), [("keeper", True), ("helper", False), ("nobody", False)])
def test_a_page_on_which_nothing_stands_offers_its_keepers_ways_to_begin(who: str, offered: bool) -> None:
    cast = a_family(published_to="everybody")

    assert ("Nothing has to be here" in _page(cast, who)) is offered


@pytest.mark.parametrize(("who", "told"), [("keeper", True), ("helper", True), ("nobody", False), ("stranger", False)])
def test_who_sees_the_page_is_said_to_the_family_alone(who: str, told: bool) -> None:
    cast = a_family(published_to="everybody")

    assert ("Everybody can see this page." in _page(cast, who)) is told


def test_only_for_somebody_unknown_may_a_cache_ask_again_instead_of_forgetting() -> None:
    cast = a_family(published_to="everybody")

    kept = {
        who: browser_of(viewer).get(f"/m/{cast.memorial.slug}/")["Cache-Control"]
        for who, viewer in cast.everybody().items()
    }

    assert kept.pop("nobody") == "no-cache"
    assert set(kept.values()) == {"private, no-store"}


def test_comfort_stands_on_the_page_as_the_family_wishes_and_flowers_in_the_meadow() -> None:
    cast = a_family(published_to="everybody")
    words, flower = send(cast.memorial, words="We lit the lamp."), send(cast.memorial, kind="flower", words="")
    assert 'class="meadow' not in _page(cast, "nobody")
    for piece in (words, flower):
        comfort.let_through(cast.helper, piece, now=NOON)

    only_flowers = _page(cast, "nobody")
    memorials.describe_memorial(cast.keeper, cast.memorial, on_the_page=OnThePage.LET_THROUGH, now=NOON)
    also_words = _page(cast, "nobody")

    assert 'class="meadow' in only_flowers
    assert "We lit the lamp." not in only_flowers
    assert "We lit the lamp." in also_words


def test_nothing_is_offered_to_senders_where_no_kind_is_welcome() -> None:
    cast = a_family(published_to="everybody")
    assert "Send comfort" in _page(cast, "nobody")

    memorials.describe_memorial(cast.keeper, cast.memorial, kinds=[], now=NOON)

    assert "Send comfort" not in _page(cast, "nobody")


@pytest.mark.parametrize("pieces", [1, 3])
@pytest.mark.parametrize("who", ["keeper", "nobody"])
def test_the_page_asks_the_database_as_often_for_much_as_for_little(
    who: str, pieces: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    cast = a_family(published_to="everybody")
    memorials.describe_memorial(cast.keeper, cast.memorial, on_the_page=OnThePage.LET_THROUGH, now=NOON)
    for number in range(pieces):
        memorials.remember(cast.keeper, cast.memorial, names=f"Ilse {number}", now=NOON)
        tributes.write_letter(cast.keeper, cast.memorial, words=f"Dear {number}", audience="everybody", now=NOON)
        upload = io.BytesIO(a_photograph(size=(90 + number, 60)))
        photo = tributes.add_photo(
            cast.keeper, cast.memorial, upload=upload, name="a.jpg", audience="everybody", now=NOON
        )
        develop_picture(photo.picture_id, NOON)
        comfort.let_through(cast.helper, send(cast.memorial, kind="flower", words="For you."), now=NOON)
    browser: Client = browser_of(cast.everybody()[who])
    browser.get(f"/m/{cast.memorial.slug}/")

    with django_assert_max_num_queries(16):
        page = browser.get(f"/m/{cast.memorial.slug}/").content.decode()

    assert page.count('class="covered') >= pieces
    assert page.count('class="letter"') == pieces
