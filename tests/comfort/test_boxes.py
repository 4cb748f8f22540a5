"""Boxes: what is held for a day or an occasion leaves the waiting room until the family opens it by hand."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from snowdrop.comfort import actions
from snowdrop.comfort.intake import new_once
from snowdrop.comfort.models import Box, Comfort, Step
from snowdrop.comfort.queries import Wanted
from snowdrop.comfort.vocabulary import Place
from snowdrop.ground import clock
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials.actions import begin_quiet, describe_memorial
from snowdrop.memorials.rules import ItIsQuiet
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast, a_family, another_family
from tests.world.guests import send
from tests.world.on_page import pieces_shown_to

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return a_family(published_to="everybody")


@pytest.fixture
def keeper(cast: Cast) -> Client:
    return browser_of(cast.keeper)


@pytest.fixture
def box(cast: Cast) -> Box:
    return actions.make_box(cast.keeper, cast.memorial, name="When we are home", now=NOON)


def let_through(cast: Cast, **given: str) -> Comfort:
    comfort = send(cast.memorial, **given)
    actions.let_through(cast.helper, comfort, now=NOON)
    return comfort


def places() -> list[str]:
    return list(Comfort.objects.order_by("id").values_list("place", flat=True))


def at(cast: Cast, page: str) -> str:
    return f"/m/{cast.memorial.slug}/{page}"


def test_a_keeper_makes_a_box_and_puts_in_what_waits(cast: Cast, keeper: Client) -> None:
    let_through(cast, kind="candle", words="Canary")
    let_through(cast)
    made = keeper.post(at(cast, "boxes/new/"), {"name": "His birthday", "opens_on": ""}, follow=True).content.decode()
    address = reverse("fill_box", args=[cast.memorial.slug, Box.objects.get().pk])

    filled = keeper.post(address, {"kind": "candle"}, follow=True).content.decode()
    some = places()
    keeper.post(address)

    assert "The box is there." in made and "His birthday" in made
    assert "What waited so is in the box now." in filled and "Canary" not in filled
    assert (some, places()) == ([Place.BOXED, Place.WAITING], [Place.BOXED, Place.BOXED])


def test_what_is_in_a_box_is_not_in_the_waiting_room(cast: Cast, keeper: Client, box: Box) -> None:
    comfort = let_through(cast, words="Canary", name="Ruth", kind="candle")
    actions.fill_box(cast.keeper, box, Wanted(), now=NOON)

    answers = [
        keeper.get(at(cast, "waiting/?say=yes")),
        keeper.get(at(cast, f"opened/{comfort.handle}/"), follow=True),
        keeper.get(at(cast, "opened/")),
        keeper.get(at(cast, "quiet/")),
        keeper.get(at(cast, f"boxes/{box.pk}/")),
        *(keeper.post(at(cast, "waiting/open/"), said, follow=True) for said in ({}, {"kind": "candle"})),
        keeper.post(at(cast, "waiting/open/"), {"sender": "Ruth"}, follow=True),
        keeper.post(at(cast, "quiet/"), follow=True),
    ]

    assert not any("Canary" in answer.content.decode() for answer in answers)
    assert "Nothing waits at the moment." in answers[0].content.decode()
    assert places() == [Place.BOXED]


def test_a_box_is_opened_by_hand_one_after_another_or_as_one_quiet_page(cast: Cast, keeper: Client, box: Box) -> None:
    for words in ("One", "Two", "Three"):
        let_through(cast, words=f"{words} canary")
    actions.fill_box(cast.keeper, box, Wanted(), now=NOON)
    let_through(cast, words="Waiting canary")

    first = keeper.post(at(cast, "waiting/open/"), {"box": str(box.pk)}, follow=True).content.decode()
    page = keeper.post(at(cast, "quiet/"), {"box": str(box.pk)}, follow=True).content.decode()
    nothing = keeper.post(at(cast, "waiting/open/"), {"box": str(box.pk)}, follow=True).content.decode()

    assert "One canary" in first and f'name="box" value="{box.pk}"' in first
    assert re.findall(r"(\w+) canary", page) == ["Two", "Three"]
    assert "Nothing is in this box any more." in nothing
    assert places() == [Place.OPENED, Place.OPENED, Place.OPENED, Place.WAITING]


def test_one_piece_is_put_into_a_box_and_that_is_undone(cast: Cast, keeper: Client, box: Box) -> None:
    comfort = let_through(cast)
    actions.open_comfort(cast.keeper, comfort, now=NOON)
    actions.keep_comfort(cast.keeper, comfort, now=NOON)
    assert "When we are home" in keeper.get(at(cast, f"opened/{comfort.handle}/")).content.decode()

    done = keeper.post(at(cast, f"opened/{comfort.handle}/box/"), {"box": str(box.pk)}, follow=True).content.decode()
    held = places()
    [undo] = re.findall(r'<form class="undo" method="post" action="([^"]+)"', done)
    keeper.post(undo)

    assert "It is in the box." in done
    assert (held, places()) == ([Place.BOXED], [Place.KEPT])


def test_letting_a_box_go_puts_everything_back_and_is_asked_once(cast: Cast, keeper: Client, box: Box) -> None:
    comfort = let_through(cast)
    actions.fill_box(cast.keeper, box, Wanted(), now=NOON)
    address = at(cast, f"boxes/{box.pk}/removal/")

    asked = keeper.get(address).content.decode()
    still = places()
    gone = keeper.post(address, follow=True).content.decode()

    assert "Let “When we are home” go?" in asked and still == [Place.BOXED]
    assert "in the waiting room again" in gone
    assert (places(), Box.objects.count()) == ([Place.WAITING], 0)
    went = list(Step.objects.filter(comfort=comfort).order_by("id").values_list("came_from", "went_to"))
    assert went[-2:] == [("waiting", "boxed"), ("boxed", "waiting")]


def test_much_is_put_in_and_let_go_in_parts_and_nothing_is_left_between(cast: Cast, box: Box) -> None:
    for _ in range(5):
        let_through(cast)

    filled = [actions.fill_box(cast.keeper, box, Wanted(), most=2, now=NOON) for _ in range(3)]
    gone = [actions.let_box_go(cast.keeper, box, most=3, now=NOON) for _ in range(2)]

    assert (filled, gone) == ([True, True, False], [False, True])
    assert places() == [Place.WAITING] * 5


def test_on_its_day_the_waiting_room_offers_it_and_opens_nothing(cast: Cast, keeper: Client, box: Box) -> None:
    let_through(cast)
    actions.fill_box(cast.keeper, box, Wanted(), now=NOON)
    today, offered = clock.now().date(), "The day that you chose for this box has come."
    said = {}
    for day in (None, today + timedelta(days=2), today - timedelta(days=1)):
        actions.change_box(cast.keeper, box, name="His birthday", opens_on=day, now=NOON)
        said[day] = offered in keeper.get(at(cast, "waiting/")).content.decode()

    assert list(said.values()) == [False, False, True]
    assert places() == [Place.BOXED]


def test_what_stands_on_the_page_stays_there_unless_it_is_what_the_family_keeps(cast: Cast, box: Box) -> None:
    comfort = let_through(cast)
    describe_memorial(cast.keeper, cast.memorial, on_the_page="let-through", now=NOON)
    actions.put_into_box(cast.keeper, comfort, box, now=NOON)
    cast.memorial.refresh_from_db()
    let = len(pieces_shown_to(cast.memorial))

    describe_memorial(cast.keeper, cast.memorial, on_the_page="kept", now=NOON)
    cast.memorial.refresh_from_db()

    assert (let, len(pieces_shown_to(cast.memorial))) == (1, 0)


def test_words_that_are_changed_in_a_box_are_read_first_again(cast: Cast, box: Box) -> None:
    comfort = send(cast.memorial, once=(once := new_once()))
    actions.let_through(cast.helper, comfort, now=NOON)
    actions.put_into_box(cast.keeper, comfort, box, now=NOON)

    Client().post(f"/sent/{once}/correction/", {"words": "Other words"})

    assert (places(), Comfort.objects.get().box_id) == ([Place.HELD], None)


def test_boxes_are_for_those_who_keep_this_memorial(cast: Cast, box: Box) -> None:
    comfort, other = let_through(cast), another_family()
    theirs = actions.make_box(other.keeper, other.memorial, name="Theirs", now=NOON)

    for viewer in (cast.helper, cast.friend, cast.stranger, cast.nobody, other.keeper):
        with pytest.raises(NotAllowed):
            actions.put_into_box(viewer, comfort, box, now=NOON)
        with pytest.raises(NotAllowed):
            actions.fill_box(viewer, box, Wanted(), now=NOON)
        with pytest.raises(NotAllowed):
            actions.let_box_go(viewer, box, now=NOON)
    with pytest.raises(NotAllowed):
        actions.put_into_box(cast.keeper, comfort, theirs, now=NOON)

    keeper = browser_of(cast.keeper)
    answers = [
        keeper.get(at(cast, f"boxes/{theirs.pk}/")),
        keeper.post(at(cast, f"boxes/{theirs.pk}/filling/")),
        keeper.post(at(cast, "waiting/open/"), {"box": str(theirs.pk)}),
        keeper.post(at(cast, "waiting/open/"), {"box": "x"}),
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert places() == [Place.WAITING]


def test_while_it_is_quiet_no_box_is_opened_or_spoken_of(cast: Cast, keeper: Client, box: Box) -> None:
    comfort = let_through(cast)
    actions.put_into_box(cast.keeper, comfort, box, now=NOON)
    begin_quiet(cast.keeper, cast.memorial, for_all=True, now=clock.now())

    answers = [keeper.get(at(cast, page)).content.decode() for page in ("waiting/", f"boxes/{box.pk}/", "boxes/new/")]
    keeper.post(at(cast, "waiting/open/"), {"box": str(box.pk)})
    keeper.post(at(cast, f"boxes/{box.pk}/removal/"))
    with pytest.raises(ItIsQuiet):
        actions.open_comfort(cast.keeper, comfort, now=clock.now())

    assert not any("When we are home" in body for body in answers)
    assert places() == [Place.BOXED]
