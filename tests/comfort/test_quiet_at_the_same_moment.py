"""Quiet that begins in the moment in which something is opened: one waits for the other, on every database."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import sleep
from typing import Any

import pytest
from django.db import connection

from snowdrop.comfort import actions
from snowdrop.comfort.actions import boxing, opening
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.queries import Wanted
from snowdrop.comfort.vocabulary import Place
from snowdrop.memorials import actions as memorials
from tests.world.cast import NOON, Cast, a_family
from tests.world.guests import send

pytestmark = pytest.mark.django_db(transaction=True)

A_WHILE = 0.6
"""Seconds between the question whether it is quiet and the act, in which another keeper has time to make it quiet."""


def waiting(cast: Cast) -> Comfort:
    comfort = send(cast.memorial)
    actions.let_through(cast.helper, comfort, now=NOON)
    return comfort


def open_one(cast: Cast, comfort: Comfort) -> None:
    actions.open_comfort(cast.keeper, comfort, now=NOON)


def open_page(cast: Cast, comfort: Comfort) -> None:
    actions.open_page(cast.keeper, cast.memorial, most=10, now=NOON)


def fill_box(cast: Cast, comfort: Comfort) -> None:
    box = actions.make_box(cast.keeper, cast.memorial, name="Spring", now=NOON)
    actions.fill_box(cast.keeper, box, Wanted(), now=NOON)


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Each act rests between its question and its change; the event says that it has asked."""
    asked = Event()

    def rest_before(really: Callable[..., Any]) -> Callable[..., Any]:
        def act(*args: Any, **named: Any) -> Any:
            asked.set()
            sleep(A_WHILE)
            return really(*args, **named)

        return act

    monkeypatch.setattr(opening, "move", rest_before(opening.move))
    monkeypatch.setattr(opening, "move_many", rest_before(opening.move_many))
    monkeypatch.setattr(boxing, "move_many", rest_before(boxing.move_many))
    return asked


@pytest.mark.parametrize("act", [open_one, open_page, fill_box])
def test_nothing_is_opened_after_quiet_has_begun(act: Callable[[Cast, Comfort], None], slowly: Event) -> None:
    cast = a_family()
    comfort = waiting(cast)
    places: list[str] = []

    def opens() -> None:
        try:
            act(cast, comfort)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as workers:
        opened = workers.submit(opens)
        assert slowly.wait(10)
        memorials.begin_quiet(cast.keeper, cast.memorial, for_all=True, now=NOON)
        places.append(Comfort.objects.get(pk=comfort.pk).place)
        opened.result()
    places.append(Comfort.objects.get(pk=comfort.pk).place)

    assert places[0] == places[1] != Place.WAITING, "the act was still to come when it was quiet already"
