"""What comes from somebody whom the family keeps out reaches nobody, and its sender is answered as everybody is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import product

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from snowdrop.comfort import actions
from snowdrop.comfort.intake import Arrival, Door, read_fields
from snowdrop.comfort.models import Comfort, Gathered
from snowdrop.comfort.queries import last_correction
from snowdrop.comfort.vocabulary import Place
from snowdrop.console.importing import import_comfort
from snowdrop.ground import journal
from snowdrop.memorials.actions import (
    choose_first_reading,
    describe_memorial,
    keep_out,
    make_circle,
    take_back_block,
)
from snowdrop.memorials.models import Block
from snowdrop.memorials.vocabulary import FirstReading
from tests.comfort.by_form import post
from tests.world.browsers import browser_of, text_of
from tests.world.cast import NOON, Cast, a_family, another_family
from tests.world.guests import fields

pytestmark = pytest.mark.django_db

FROM_THEM = [
    {"name": "Tom Berg"},
    {"name": "BERG, tóm"},
    {"name": "Somebody", "reach": "Tom+x@example.org"},
    {"name": "tom@example.org"},
    {"reach": "tom@example.org"},
]


@pytest.fixture
def cast() -> Cast:
    family = a_family(published_to="everybody")
    keep_out(family.keeper, family.memorial, addresses=["tom@example.org"], names=["Tom Berg"], now=NOON)
    return family


def read_first(cast: Cast, by: FirstReading) -> None:
    describe_memorial(cast.keeper, cast.memorial, on_the_page="let-through", now=NOON)
    circles = [make_circle(cast.keeper, cast.memorial, name="Friends", now=NOON).pk] if by == "circles" else []
    choose_first_reading(cast.keeper, cast.memorial, by, circles=circles, now=NOON)


def everything_that_is_shown(cast: Cast) -> Iterator[str]:
    """Every room in which somebody could come upon it."""
    rooms = ("", "more/", "reading/", "reading/set-aside/", "waiting/?say=yes", "opened/", "quiet/")
    handles = [f"reading/{one.handle}/" for one in Comfort.objects.all()]
    handles += [f"opened/{one.handle}/" for one in Comfort.objects.all()]
    for viewer, room in product((cast.keeper, cast.helper, cast.nobody), (*rooms, *handles)):
        yield text_of(browser_of(viewer).get(f"/m/{cast.memorial.slug}/{room}"))


def arrival(door: Door, **given: str) -> Arrival:
    return read_fields(fields(**given), door)


def told(answer: HttpResponse, once: str) -> tuple[int, str]:
    """Status, headers and body, but for the token, the policy whose parts come in any order, and what is signed."""
    headers = {name: value for name, value in answer.headers.items() if name != "Content-Security-Policy"}
    cookies = dict.fromkeys(answer.cookies, "")
    body = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", answer.content.decode())
    return answer.status_code, f"{headers}{cookies}{body}".replace(once, "ONCE")


@pytest.mark.parametrize("first_reading", FirstReading)
def test_it_reaches_nobody_and_is_answered_as_everything_is(cast: Cast, first_reading: FirstReading) -> None:
    read_first(cast, first_reading)
    ours = post(cast, words="Mine", name="Ruth")

    for given in FROM_THEM:
        theirs = post(cast, words="Canary", **given)
        again = post(cast, once=theirs[1], words="Canary", **given)
        own_page = Client().get(f"/sent/{theirs[1]}/")

        assert told(*theirs) == told(*ours) == told(*again)
        assert told(own_page, theirs[1]) == told(Client().get(f"/sent/{ours[1]}/"), ours[1])
        assert actions.sent_with(theirs[1]).place == Place.KEPT_OUT
    shown = list(everything_that_is_shown(cast))
    assert any("Mine" in one for one in shown)
    assert not any("Canary" in one for one in shown)


def test_what_others_send_is_there_for_its_readers(cast: Cast) -> None:
    read_first(cast, FirstReading.NOBODY)

    post(cast, words="Canary", name="Tom")
    post(cast, words="Canary", reach="tim@example.org")

    assert {one.place for one in Comfort.objects.all()} == {Place.WAITING}
    assert any("Canary" in shown for shown in everything_that_is_shown(cast))


def test_a_flower_of_theirs_does_not_stand_in_the_meadow(cast: Cast) -> None:
    read_first(cast, FirstReading.NOBODY)

    post(cast, kind="flower", words="", flower="rose", name="Tom Berg")
    before = Gathered.objects.filter(number__gt=0).exists()
    post(cast, kind="flower", words="", flower="rose", name="Tim")

    assert (before, Gathered.objects.get().number) == (False, 1)


def test_a_list_is_one_familys_and_no_others(cast: Cast) -> None:
    other = another_family()
    given = {"words": "Canary", "name": "Tom Berg"}

    doors = [actions.door_of(family.memorial) for family in (cast, other)]
    actions.receive([(door, arrival(door, **given)) for door in doors], now=NOON)

    assert {one.memorial_id: one.place for one in Comfort.objects.all()} == {
        cast.memorial.id: Place.KEPT_OUT,
        other.memorial.id: Place.HELD,
    }


def test_the_same_is_asked_of_the_database_whoever_sends_and_once_for_a_batch(cast: Cast) -> None:
    def asked(number: int, **given: str) -> list[str]:
        door = actions.door_of(cast.memorial)
        batch = [(door, arrival(door, words=f"{one}", **given)) for one in range(number)]
        with CaptureQueriesContext(connection) as queries:
            actions.receive(batch, now=NOON)
        return [re.split(" WHERE | VALUES ", query["sql"])[0] for query in queries if "SAVEPOINT" not in query["sql"]]

    asked(1)
    theirs, ours, many = asked(1, name="Tom Berg"), asked(1, name="Ruth"), asked(50, name="Tom Berg")

    assert theirs == ours
    assert len(many) == len(ours)
    assert sum("memorials_block" in sql for sql in many) == 1


def test_an_import_keeps_it_out_too(cast: Cast) -> None:
    lines = [json.dumps({"kind": "words", "words": "Canary", "name": name}).encode() for name in ("Tom Berg", "Ruth")]

    imported = import_comfort(lines, cast.memorial, now=NOON, progress=lambda number: None)

    assert imported.kept == 2
    assert [one.place for one in Comfort.objects.order_by("id")] == [Place.KEPT_OUT, Place.HELD]


@pytest.mark.parametrize("first_reading", FirstReading)
def test_a_correction_does_not_slip_past_the_list(cast: Cast, first_reading: FirstReading) -> None:
    read_first(cast, first_reading)

    for given in FROM_THEM:
        (_, theirs), (_, ours) = (post(cast, words="One", name="A friend") for _ in range(2))
        before = actions.sent_with(theirs).place

        answer = Client().post(f"/sent/{theirs}/correction/", {"words": "Canary", **given})
        other = Client().post(f"/sent/{ours}/correction/", {"words": "Mine", "name": "Another friend"})

        assert before in {Place.HELD, Place.WAITING}
        assert told(answer, theirs) == told(other, ours)
        assert actions.sent_with(theirs).place == Place.KEPT_OUT
    shown = list(everything_that_is_shown(cast))
    assert any("Mine" in one for one in shown)
    assert not any("Canary" in one for one in shown)


def test_what_came_before_the_list_does_not_slip_past_it_by_losing_its_name(cast: Cast) -> None:
    _, once = post(cast, words="Kind words", name="Uma Lang", reach="uma@example.org")
    keep_out(cast.keeper, cast.memorial, addresses=["uma@example.org"], now=NOON)
    assert actions.sent_with(once).place == Place.HELD

    Client().post(f"/sent/{once}/correction/", {"words": "Other words", "name": "", "reach": ""})

    assert actions.sent_with(once).place == Place.KEPT_OUT


def test_what_was_kept_out_stays_so_under_another_name_and_can_be_taken_back(cast: Cast) -> None:
    _, once = post(cast, words="One", name="Tom Berg")

    Client().post(f"/sent/{once}/correction/", {"words": "Two", "name": "A friend"})
    corrected = actions.sent_with(once).place
    Client().post(f"/sent/{once}/withdrawal/")

    assert (corrected, actions.sent_with(once).place) == (Place.KEPT_OUT, Place.WITHDRAWN)


def test_somebody_who_is_signed_in_corrects_what_they_sent_before_and_it_is_kept_out(cast: Cast) -> None:
    _, once = post(cast, words="One", name="A friend")
    keep_out(cast.keeper, cast.memorial, addresses=["tom@example.org"], now=NOON)

    browser_of(cast.stranger).post(f"/sent/{once}/correction/", {"words": "Canary", "name": "A friend"})

    assert actions.sent_with(once).place == Place.KEPT_OUT


@pytest.mark.django_db(transaction=True)
def test_once_a_block_is_taken_back_what_it_kept_out_goes_to_the_desk(cast: Cast) -> None:
    read_first(cast, FirstReading.NOBODY)
    _, by_name = post(cast, words="Canary", name="Tom Berg")
    _, by_both = post(cast, words="Other", name="Tom Berg", reach="tom@example.org")
    journal.catch_up_all()
    before = {actions.sent_with(once).place for once in (by_name, by_both)}

    take_back_block(cast.keeper, cast.memorial, Block.objects.get(by_what="name"), now=NOON)
    journal.catch_up_all()

    assert before == {Place.KEPT_OUT}
    assert (actions.sent_with(by_name).place, actions.sent_with(by_both).place) == (Place.HELD, Place.KEPT_OUT)
    assert last_correction(actions.sent_with(by_name)) == ""
    assert any("Canary" in shown for shown in everything_that_is_shown(cast))
