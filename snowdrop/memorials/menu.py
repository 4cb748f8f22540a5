"""The family's rooms: each room of the house brings its own link; keepers and helpers see those that are theirs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.functional import Promise

from snowdrop.memorials.models import Memorial
from snowdrop.memorials.standing import Standing, standing_of
from snowdrop.memorials.vocabulary import Scope
from snowdrop.people.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Room:
    """A room that can be entered from the menu: the name of its address, its words, its place from left to right.

    Rooms where the memorial is arranged are seldom needed; the menu keeps them folded together. A room with `if_any` is
    led to only while there is something in it for the viewer. Of helpers, a room with `scope` is open to those to whom
    that was granted. `only_helpers`: keepers have nothing to do in it.
    """

    url_name: str
    words: str | Promise
    order: int
    for_helpers: bool = False
    scope: Scope | None = None
    only_helpers: bool = False
    arranges: bool = False
    if_any: Callable[[Standing], bool] | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the menu as `components/menu.html` reads it."""

    address: str
    words: str | Promise
    here: bool
    arranges: bool = False


_PAGE: Final = "memorial"

_rooms: dict[str, Room] = {}


def bring_room(room: Room) -> None:
    """Adds a room to the menu; called once, from the room's own `apps.py`."""
    _rooms[room.url_name] = room


def menu_for(viewer: Viewer, memorial: Memorial, *, here: str = "") -> tuple[Link, ...]:
    """The rooms of this memorial that are open to the viewer; none for visitors. `here` names the one they are in."""
    return menu_of(standing_of(viewer, memorial), memorial, here=here)


def menu_of(standing: Standing, memorial: Memorial, *, here: str = "") -> tuple[Link, ...]:
    """The rooms of this memorial for somebody of whom is known what it is to them."""
    if standing.keeps:
        kept = [room for room in _rooms.values() if not room.only_helpers]
        rooms = sorted(kept, key=lambda room: (room.arranges, room.order))
    else:
        rooms = rooms_for_helper(standing) if standing.helps else []
    return tuple(
        Link(
            reverse(room.url_name, args=[memorial.slug]),
            room.words,
            room.url_name == here,
            room.arranges and standing.keeps,
        )
        for room in rooms
        if room.if_any is None or room.if_any(standing)
    )


def somebody_speaks(standing: Standing) -> bool:
    """Whether a helper may speak for the family; whether they have said anything is told in the room alone."""
    return standing.somebody_speaks


def a_request_waits(standing: Standing) -> bool:
    """Whether somebody who has asked to see waits for an answer; the menu leads there only then."""
    return standing.request_waits


def rooms_for_helper(standing: Standing) -> list[Room]:
    """The rooms of a helper, the first first: those of their scopes, and the page only where it is open to them."""
    rooms = sorted(_rooms.values(), key=lambda room: room.order)
    theirs = [room for room in rooms if _is_for_helper(room, standing)]
    return [room for room in theirs if standing.sees or room.url_name != _PAGE]


def _is_for_helper(room: Room, standing: Standing) -> bool:
    return room.scope in standing.scopes if room.scope else room.for_helpers or room.only_helpers
