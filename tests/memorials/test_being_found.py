"""Search engines are kept out unless a family lets its page be found: the page alone, while everybody may open it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials import actions
from snowdrop.memorials.models import Indexing
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast, a_family

pytestmark = pytest.mark.django_db

KEPT_OUT = "noindex, nofollow, noarchive"


@pytest.fixture
def cast() -> Cast:
    return a_family(published_to="everybody")


def _page(cast: Cast) -> str:
    return reverse("memorial", args=[cast.memorial.slug])


def _robots(address: str, browser: Client | None = None) -> tuple[str, bool]:
    """What the header says, and whether the page itself asks to be left out."""
    answer = (browser or Client()).get(address)
    return answer["X-Robots-Tag"], '<meta name="robots" content="noindex">' in answer.content.decode()


def test_a_page_that_everybody_may_open_is_left_out_until_the_family_says_otherwise(cast: Cast) -> None:
    before = _robots(_page(cast))

    actions.let_be_found(cast.keeper, cast.memorial, now=NOON)

    assert before == (KEPT_OUT, True)
    assert _robots(_page(cast)) == ("noarchive, noimageindex", False)


def test_only_the_page_itself_is_found_and_only_as_somebody_unknown_sees_it(cast: Cast) -> None:
    actions.let_be_found(cast.keeper, cast.memorial, now=NOON)

    others = [reverse(name, args=[cast.memorial.slug]) for name in ("send_comfort", "older_comfort")]

    assert [_robots(one) for one in others] == [(KEPT_OUT, True), (KEPT_OUT, True)]
    assert _robots(_page(cast), browser_of(cast.keeper)) == (KEPT_OUT, True)


def test_the_family_is_asked_once_in_words_and_takes_it_back_with_one_press(cast: Cast) -> None:
    keeper, slug = browser_of(cast.keeper), cast.memorial.slug
    assert reverse("be_found", args=[slug]) in keeper.get(reverse("publication", args=[slug])).content.decode()

    asked = keeper.get(reverse("be_found", args=[slug])).content.decode()
    not_yet = Indexing.objects.exists()
    keeper.post(reverse("be_found", args=[slug]))
    found = Indexing.objects.exists()
    keeper.post(reverse("be_found_no_more", args=[slug]))

    assert "Let search engines find the page?" in asked
    assert (not_yet, found, Indexing.objects.exists()) == (False, True, False)
    assert _robots(_page(cast)) == (KEPT_OUT, True)


@pytest.mark.parametrize("to", ["keepers", "link"])
def test_it_is_offered_only_while_the_page_is_open_to_everybody(to: str) -> None:
    cast = a_family(published_to=to)
    keeper, slug = browser_of(cast.keeper), cast.memorial.slug

    shown = keeper.get(reverse("publication", args=[slug])).content.decode()

    assert reverse("be_found", args=[slug]) not in shown
    assert keeper.get(reverse("be_found", args=[slug])).status_code == 404
    with pytest.raises(NotAllowed):
        actions.let_be_found(cast.keeper, cast.memorial, now=NOON)


@pytest.mark.parametrize("narrower", ["link", ""])
def test_a_page_that_becomes_narrower_is_not_found_when_it_opens_again(cast: Cast, narrower: str) -> None:
    actions.let_be_found(cast.keeper, cast.memorial, now=NOON)

    if narrower:
        actions.publish_memorial(cast.keeper, cast.memorial, to=narrower, now=NOON)
    else:
        actions.take_back_memorial(cast.keeper, cast.memorial, now=NOON)
    actions.publish_memorial(cast.keeper, cast.memorial, to="everybody", now=NOON)

    assert _robots(_page(cast)) == (KEPT_OUT, True)


def test_nobody_but_a_keeper_decides_it(cast: Cast) -> None:
    for viewer in (cast.helper, cast.friend, cast.stranger, cast.nobody):
        for act in (actions.let_be_found, actions.be_found_no_more):
            with pytest.raises(NotAllowed):
                act(viewer, cast.memorial, now=NOON)


def test_robots_are_shown_the_shape_of_a_page_and_never_an_address(cast: Cast) -> None:
    actions.let_be_found(cast.keeper, cast.memorial, now=NOON)

    said = Client().get("/robots.txt").content.decode()

    assert said == "User-agent: *\nDisallow: /\nAllow: /m/*/$\n"
    actions.take_back_memorial(cast.keeper, cast.memorial, now=NOON)
    assert "Allow" not in Client().get("/robots.txt").content.decode()
