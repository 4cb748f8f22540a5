"""Opening the page on a day: by the ordinary act, to exactly those who were agreed to, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.urls import reverse

from snowdrop.ground import published
from snowdrop.memorials import actions
from snowdrop.memorials.jobs_of_plans import open_pages
from snowdrop.memorials.models import Keeper, Memorial, Plan, Publication
from snowdrop.memorials.queries import page_shown
from snowdrop.memorials.vocabulary import InTheWay
from tests.world.browsers import browser_of, text_of
from tests.world.cast import NOON, Cast, a_family, a_person

pytestmark = pytest.mark.django_db

DAY = NOON + timedelta(days=30)


@pytest.fixture
def cast() -> Cast:
    one = a_family(published_to="link")
    Keeper.objects.create(memorial=one.memorial, person_id=a_person("Levi").person_id, since=NOON)
    actions.plan_publication(one.keeper, one.memorial, to="everybody", at=DAY, zone="Asia/Kolkata", now=NOON)
    return one


def open_to(cast: Cast) -> str:
    return page_shown(Memorial.objects.get(pk=cast.memorial.pk)).audience


def test_it_opens_when_its_moment_has_come_and_not_before(cast: Cast) -> None:
    open_pages(DAY - timedelta(seconds=1))
    actions.publish_as_planned(cast.memorial.id, now=DAY - timedelta(seconds=1))
    assert open_to(cast) == "link"
    assert not published.path_of(cast.memorial.slug).exists()
    assert browser_of(cast.stranger).get(reverse("memorial", args=[cast.memorial.slug])).status_code == 404

    open_pages(DAY)

    assert open_to(cast) == "everybody"
    publication = Publication.objects.get()
    assert (publication.by, publication.at) == (cast.keeper.person_id, DAY)
    assert not Plan.objects.exists()


@pytest.mark.parametrize(
    ("what", "why"),
    [
        (lambda one: actions.take_back_memorial(one.keeper, one.memorial, now=NOON), InTheWay.CHANGED),
        (lambda one: actions.publish_memorial(one.keeper, one.memorial, to="helpers", now=NOON), InTheWay.CHANGED),
        (lambda one: actions.publish_memorial(one.keeper, one.memorial, to="members", now=NOON), InTheWay.CHANGED),
        (lambda one: actions.freeze(one.keeper, one.memorial, now=NOON), InTheWay.FROZEN),
        (lambda one: actions.ask_for_deletion(one.keeper, one.memorial, now=NOON), InTheWay.DELETION),
        (lambda one: actions.resign(one.keeper, one.memorial, now=NOON), InTheWay.NOT_KEEPER),
    ],
)
def test_what_has_changed_since_is_a_reason_to_ask_a_person_again(
    cast: Cast, what: Callable[[Cast], object], why: InTheWay
) -> None:
    what(cast)
    before = open_to(cast)

    open_pages(DAY)

    assert open_to(cast) == before
    assert Plan.objects.get().missed == why


def test_a_deletion_that_is_taken_back_opens_nothing_by_itself(cast: Cast) -> None:
    actions.ask_for_deletion(cast.keeper, cast.memorial, now=NOON)
    open_pages(DAY)

    actions.take_back_deletion(cast.keeper, cast.memorial, now=DAY)
    open_pages(DAY + timedelta(minutes=1))

    assert open_to(cast) == "link"


def test_the_family_reads_of_it_beside_who_sees_the_page_and_changes_its_mind(cast: Cast) -> None:
    browser, slug = browser_of(cast.keeper), cast.memorial.slug
    page = text_of(browser.get(reverse("publication", args=[slug])))
    assert "On 13 April 2026 at 17:30 (Asia/Kolkata) it is shown to: Everybody." in page

    browser.post(reverse("let_go_of_page_day", args=[slug]))
    assert not Plan.objects.exists()

    given = {"to": "everybody", "day": "2031-03-14", "hour": "09:00", "zone": "Asia/Kolkata"}
    asked = text_of(browser.post(reverse("page_day", args=[slug]), given))
    assert "Anybody who has its address can open it" in asked
    assert not Plan.objects.exists()
    browser.post(reverse("page_day", args=[slug]), given | {"sure": "yes"})
    assert open_to(cast) == "link"

    browser.post(reverse("open_page_now", args=[slug]))
    assert open_to(cast) == "everybody"
    assert not Plan.objects.exists()


def test_helpers_and_strangers_learn_nothing_of_it(cast: Cast) -> None:
    for viewer in (cast.helper, cast.friend, cast.stranger, cast.nobody):
        for name in ("publication", "page_day"):
            answer = browser_of(viewer).get(reverse(name, args=[cast.memorial.slug]))
            assert "2026" not in text_of(answer)
            assert answer.status_code in {302, 404}
        page = browser_of(viewer).get(reverse("memorial", args=[cast.memorial.slug]))
        assert "13 April" not in text_of(page)
