"""How views come to a memorial: through the viewer, so that none and not-for-you are the same (house law 1)."""

from __future__ import annotations

from snowdrop.ground.refusals import require
from snowdrop.memorials import rules
from snowdrop.memorials.models import Memorial
from snowdrop.people.viewer import Viewer


def visible_memorial(viewer: Viewer, slug: str) -> Memorial:
    """A memorial whose page the viewer may open. Raises Memorial.DoesNotExist."""
    return Memorial.objects.visible_to(viewer).get(slug=slug)


def kept_memorial(viewer: Viewer, slug: str) -> Memorial:
    """A memorial that the viewer keeps. Raises Memorial.DoesNotExist."""
    return Memorial.objects.kept_by(viewer).get(slug=slug)


def read_first_memorial(viewer: Viewer, slug: str) -> Memorial:
    """A memorial whose comfort the viewer may read first. Raises Memorial.DoesNotExist or NotAllowed."""
    memorial = visible_memorial(viewer, slug)
    require(rules.may_read_first(viewer, memorial))
    return memorial
