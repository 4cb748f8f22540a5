"""The family's menu: keepers see all rooms, helpers theirs, visitors none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from snowdrop.memorials import menu
from snowdrop.memorials.menu import Link, Room, bring_room, menu_for
from tests.world.cast import a_family

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def two_rooms(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(menu, "_rooms", {})
    bring_room(Room("waiting_room", "Waiting room", order=20))
    bring_room(Room("memorial", "The page", order=10, for_helpers=True))
    return


def test_a_keeper_sees_every_room_in_order_and_where_they_are() -> None:
    cast = a_family()

    links = menu_for(cast.keeper, cast.memorial, here="waiting_room")

    page = f"/m/{cast.memorial.slug}/"
    assert links == (Link(page, "The page", False), Link(f"{page}waiting/", "Waiting room", True))


def test_a_helper_sees_only_what_is_for_helpers() -> None:
    cast = a_family(published_to="helpers")

    assert [link.words for link in menu_for(cast.helper, cast.memorial)] == ["The page"]


def test_a_helper_to_whom_the_page_is_not_open_is_not_led_there() -> None:
    cast = a_family()
    bring_room(Room("reading", "Reading first", order=30, for_helpers=True))

    assert [link.words for link in menu_for(cast.helper, cast.memorial)] == ["Reading first"]


@pytest.mark.parametrize("who", ["friend", "stranger", "nobody"])
def test_visitors_see_no_rooms(who: str) -> None:
    cast = a_family(published_to="everybody")

    assert menu_for(cast.everybody()[who], cast.memorial) == ()
