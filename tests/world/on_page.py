"""What stands on the page of a memorial for somebody: nothing, where it does not open to them."""

from __future__ import annotations

from snowdrop.comfort import queries as comfort
from snowdrop.comfort.queries import Piece
from snowdrop.memorials.doors import page_open_to
from snowdrop.memorials.models import Memorial
from snowdrop.people.viewer import NOBODY_KNOWN, Viewer
from snowdrop.tributes import queries as tributes
from snowdrop.tributes.queries import SharedOnPage


def shared_with(viewer: Viewer, memorial: Memorial) -> SharedOnPage:
    """What the family shares on it."""
    page = page_open_to(viewer, memorial)
    return tributes.shared_on_page(page) if page else SharedOnPage(None, ())


def pieces_shown_to(memorial: Memorial, viewer: Viewer = NOBODY_KNOWN) -> tuple[Piece, ...]:
    """The comfort that stands on it."""
    page = page_open_to(viewer, memorial)
    return comfort.on_page(page).pieces if page else ()
