"""Who may do what with a memorial; each question is answered for one viewer and one memorial."""

from __future__ import annotations

from snowdrop.memorials.models import Helper, Keeper, Memorial
from snowdrop.people.viewer import Viewer


def is_keeper(viewer: Viewer, memorial: Memorial) -> bool:
    """Whether the viewer keeps this memorial."""
    return viewer.is_signed_in and Keeper.objects.filter(memorial=memorial, person_id=viewer.person_id).exists()


def is_helper(viewer: Viewer, memorial: Memorial) -> bool:
    """Whether the viewer helps with this memorial."""
    return viewer.is_signed_in and Helper.objects.filter(memorial=memorial, person_id=viewer.person_id).exists()


def may_read_first(viewer: Viewer, memorial: Memorial) -> bool:
    """Keepers and helpers may read what guests sent before the family does."""
    return is_keeper(viewer, memorial) or is_helper(viewer, memorial)


def may_end_helping(viewer: Viewer, memorial: Memorial, helper: Helper) -> bool:
    """A keeper may end anybody's helping; helpers may resign, and end nobody else's."""
    own = viewer.is_signed_in and helper.person_id == viewer.person_id
    return own or is_keeper(viewer, memorial)
