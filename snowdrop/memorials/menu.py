"""The family's rooms: each room of the house brings its own link; keepers and helpers see those that are theirs."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from snowdrop.memorials import rules
from snowdrop.memorials.models import Memorial
from snowdrop.people.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Room:
    """A room that can be entered from the menu: the name of its address, its words, its place from left to right.

    Rooms where the memorial is arranged are seldom needed; the menu keeps them folded together.
    """

    url_name: str
    words: str | Promise
    order: int
    for_helpers: bool = False
    arranges: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the menu as `components/menu.html` reads it."""

    address: str
    words: str | Promise
    here: bool
    arranges: bool = False


_rooms: dict[str, Room] = {}


def bring_room(room: Room) -> None:
    """Adds a room to the menu; called once, from the room's own `apps.py`."""
    _rooms[room.url_name] = room


def menu_for(viewer: Viewer, memorial: Memorial, *, here: str = "") -> tuple[Link, ...]:
    """The rooms of this memorial that are open to the viewer; none for visitors. `here` names the one they are in."""
    keeper = rules.is_keeper(viewer, memorial)
    if not keeper and not rules.is_helper(viewer, memorial):
        return ()
    rooms = sorted(_rooms.values(), key=lambda room: (room.arranges, room.order))
    return tuple(
        Link(reverse(room.url_name, args=[memorial.slug]), room.words, room.url_name == here, room.arranges)
        for room in rooms
        if keeper or room.for_helpers
    )
