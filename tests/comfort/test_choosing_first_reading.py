"""A keeper's page: who reads first, what each choice does, and a press for what is held already."""

from __future__ import annotations

from datetime import timedelta

import pytest

from snowdrop.memorials import actions as memorials
from snowdrop.memorials.models import ReadingRule
from snowdrop.memorials.rules import Frozen
from snowdrop.memorials.vocabulary import FirstReading
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast, a_family, another_family

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return a_family(published_to="everybody")


def page_of(cast: Cast) -> str:
    return f"/m/{cast.memorial.slug}/first-reading/"


def rules_of(cast: Cast) -> list[ReadingRule]:
    return list(ReadingRule.objects.filter(memorial=cast.memorial).order_by("at", "id"))


def test_every_choice_is_explained_and_can_be_taken_back_by_choosing_again(cast: Cast) -> None:
    keeper = browser_of(cast.keeper)
    memorials.make_circle(cast.keeper, cast.memorial, name="Family", now=NOON)

    page = keeper.get(page_of(cast)).content.decode()
    for choice in ("flagged", "ourselves", "nobody", "somebody"):
        assert keeper.post(page_of(cast), {"choice": choice}).status_code == 302
        cast.memorial.refresh_from_db()
        assert cast.memorial.first_reading == choice

    assert all(f'value="{one.value}"' in page for one in FirstReading)
    assert [one.by for one in rules_of(cast)] == [cast.keeper.person_id] * 4


def test_the_same_choice_once_more_is_no_other_choice(cast: Cast) -> None:
    for _ in range(2):
        memorials.choose_first_reading(cast.keeper, cast.memorial, "flagged", now=NOON)

    assert len(rules_of(cast)) == 1


def test_circles_are_asked_for_and_another_familys_are_refused(cast: Cast) -> None:
    keeper, other = browser_of(cast.keeper), another_family()
    theirs = memorials.make_circle(other.keeper, other.memorial, name="Theirs", now=NOON)
    none_yet = keeper.post(page_of(cast), {"choice": "circles"}).content.decode()
    circle = memorials.make_circle(cast.keeper, cast.memorial, name="Family", now=NOON)

    without = keeper.post(page_of(cast), {"choice": "circles"}).content.decode()
    wrong = keeper.post(page_of(cast), {"choice": "circles", "circles": str(theirs.pk)}).content.decode()
    keeper.post(page_of(cast), {"choice": "circles", "circles": str(circle.pk)})

    assert "There is no circle yet." in none_yet and "Please choose one circle or more." in without
    assert "Please choose one of these." in wrong
    [rule] = rules_of(cast)
    assert (rule.first_reading, rule.circles) == ("circles", [str(circle.pk)])


def test_the_press_says_the_same_whether_something_is_held_or_not(cast: Cast) -> None:
    keeper = browser_of(cast.keeper)
    keeper.post(page_of(cast), {"choice": "flagged"})
    memorials.begin_quiet(cast.keeper, cast.memorial, for_all=True, now=NOON)

    answer = keeper.post(f"{page_of(cast)}held/", follow=True).content.decode()

    assert "It holds now for what came before, too." in answer
    assert [one.held_too for one in rules_of(cast)] == [False, True]


def test_while_it_is_frozen_nothing_passes_that_nobody_has_read_onto_a_page_that_shows_it(cast: Cast) -> None:
    memorials.describe_memorial(cast.keeper, cast.memorial, on_the_page="let-through", now=NOON)
    memorials.freeze(cast.keeper, cast.memorial, now=NOON)

    for choice in ("flagged", "nobody"):
        with pytest.raises(Frozen):
            memorials.choose_first_reading(cast.keeper, cast.memorial, choice, now=NOON)
    memorials.choose_first_reading(cast.keeper, cast.memorial, "ourselves", now=NOON + timedelta(hours=1))
