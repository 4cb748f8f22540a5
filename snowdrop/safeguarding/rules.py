"""Who may do what to keep people safe; each question is answered for one viewer."""

from __future__ import annotations

from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.models import Staff
from snowdrop.safeguarding.vocabulary_of_staff import Role


def is_moderator(viewer: Viewer) -> bool:
    """Whether the viewer may do what moderators do: moderators, and those who lead."""
    return _serves(viewer, Role.MODERATOR)


def is_lead(viewer: Viewer) -> bool:
    """Whether the viewer leads safeguarding here, as the lead or as a deputy."""
    return _serves(viewer, Role.LEAD)


def somebody_is(role: Role) -> bool:
    """Whether there is anybody on this server who may do what this role asks for."""
    return Staff.objects.serving_as(role).exists()


def _serves(viewer: Viewer, role: Role) -> bool:
    return Staff.objects.serving_as(role).is_viewer(viewer).exists()
