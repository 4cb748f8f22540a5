"""Taking back what others see: at once, everywhere, with one press, and with the way back."""

from __future__ import annotations

import pytest
from django.urls import reverse

from snowdrop.front.publishing import publish
from snowdrop.ground import published
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.models import TakenBack
from snowdrop.memorials.rules import Frozen
from snowdrop.tributes import actions
from snowdrop.tributes import actions_of_plans as days
from snowdrop.tributes.models import Letter, Photo
from tests.tributes.conftest import Share
from tests.world.browsers import browser_of, text_of
from tests.world.cast import NOON, Cast

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "Dear Ilse, it snowed"


@pytest.fixture
def letter(cast: Cast) -> Letter:
    return actions.write_letter(cast.keeper, cast.memorial, words=WORDS, audience="everybody", now=NOON)


def seen_by_nobody_known(cast: Cast) -> bool:
    return WORDS in text_of(browser_of(cast.nobody).get(reverse("memorial", args=[cast.memorial.slug])))


def test_one_press_takes_it_back_and_one_press_undoes_that(cast: Cast, letter: Letter) -> None:
    browser = browser_of(cast.keeper)

    answer = browser.post(reverse("take_back_tribute", args=[cast.memorial.slug, letter.id]), follow=True)

    assert not seen_by_nobody_known(cast)
    again = reverse("show_tribute_again", args=[cast.memorial.slug, letter.id])
    assert f'class="undo" method="post" action="{again}"' in text_of(answer)
    browser.post(again)
    assert seen_by_nobody_known(cast)
    assert not TakenBack.objects.exists()
    kept = Letter.objects.get()
    assert (kept.words, kept.made_at, kept.changed_at) == (WORDS, NOON, NOON)


def test_no_copy_shows_it_once_the_act_returns(cast: Cast, letter: Letter) -> None:
    assert publish(cast.memorial.id)

    days.take_back(cast.keeper, letter, now=NOON)

    assert not published.path_of(cast.memorial.slug).exists()


def test_the_bytes_of_a_photo_go_with_it(cast: Cast, add: Share) -> None:
    photo = add(audience="everybody")
    address = reverse("picture", args=[cast.memorial.slug, photo.id, photo.picture.renditions.first().name])  # type: ignore[union-attr]
    assert browser_of(cast.nobody).get(address).status_code == 200

    days.take_back(cast.keeper, photo, now=NOON)

    assert browser_of(cast.nobody).get(address).status_code == 404
    assert browser_of(cast.keeper).get(address).status_code == 200
    assert Photo.objects.get().audience == "keepers"


def test_it_comes_back_to_the_same_circles_that_are_still_there(cast: Cast) -> None:
    family, choir = (memorials.make_circle(cast.keeper, cast.memorial, name=name, now=NOON) for name in ("F", "C"))
    shown = {"audience": "circles", "circles": [family.id, choir.id]}
    one = actions.write_letter(cast.keeper, cast.memorial, words=WORDS, **shown, now=NOON)  # type: ignore[arg-type]
    days.take_back(cast.keeper, one, now=NOON)
    memorials.delete_circle(cast.keeper, cast.memorial, choir, now=NOON)

    days.show_again(cast.keeper, one, now=NOON)

    assert list(cast.memorial.showntos.values_list("circle_id", flat=True)) == [family.id]


def test_showing_it_again_obeys_a_freeze(cast: Cast, letter: Letter) -> None:
    days.take_back(cast.keeper, letter, now=NOON)
    memorials.freeze(cast.keeper, cast.memorial, now=NOON)

    with pytest.raises(Frozen):
        days.show_again(cast.keeper, letter, now=NOON)

    assert not seen_by_nobody_known(cast)


def test_saying_anew_who_sees_it_is_not_undone_afterwards(cast: Cast, letter: Letter) -> None:
    days.take_back(cast.keeper, letter, now=NOON)
    actions.write_letter(cast.keeper, cast.memorial, letter_id=letter.id, words=WORDS, audience="keepers", now=NOON)
    assert TakenBack.objects.exists()  # it was kept as it stands

    actions.write_letter(cast.keeper, cast.memorial, letter_id=letter.id, words=WORDS, audience="helpers", now=NOON)
    days.show_again(cast.keeper, letter, now=NOON)

    assert Letter.objects.get().audience == "helpers"


def test_the_page_is_private_with_one_press_and_open_as_it_was_with_another(cast: Cast, letter: Letter) -> None:
    browser, slug = browser_of(cast.keeper), cast.memorial.slug
    publication = cast.memorial.publication

    answer = browser.post(reverse("take_back_memorial", args=[slug]), follow=True)

    assert browser_of(cast.nobody).get(reverse("memorial", args=[slug])).status_code == 404
    again = reverse("open_page_again", args=[slug])
    assert f'class="undo" method="post" action="{again}"' in text_of(answer)
    browser.post(again)
    assert seen_by_nobody_known(cast)
    cast.memorial.refresh_from_db()
    assert cast.memorial.publication.at == publication.at
    assert not TakenBack.objects.exists()
