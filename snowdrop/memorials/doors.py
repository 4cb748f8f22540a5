"""How views come to a memorial: through the viewer, so that none and not-for-you are the same (house law 1)."""

from __future__ import annotations

from snowdrop.audiences.table import audience
from snowdrop.ground.refusals import require
from snowdrop.memorials import rules
from snowdrop.memorials.models import Memorial
from snowdrop.people.viewer import NOBODY_KNOWN, Viewer


def visible_memorial(viewer: Viewer, slug: str) -> Memorial:
    """A memorial whose page the viewer may open. Raises Memorial.DoesNotExist."""
    return Memorial.objects.visible_to(viewer).select_related("publication").get(slug=slug)


def kept_memorial(viewer: Viewer, slug: str) -> Memorial:
    """A memorial that the viewer keeps. Raises Memorial.DoesNotExist."""
    return Memorial.objects.kept_by(viewer).select_related("publication").get(slug=slug)


def read_first_memorial(viewer: Viewer, slug: str) -> Memorial:
    """A memorial whose comfort the viewer may read first. Raises Memorial.DoesNotExist or NotAllowed."""
    memorial = visible_memorial(viewer, slug)
    require(rules.may_read_first(viewer, memorial))
    return memorial


def headers_for(viewer: Viewer, memorial: Memorial) -> dict[str, str]:
    """How caches may keep a page of this memorial: as its audience's row says, and only for somebody unknown."""
    publication = getattr(memorial, "publication", None)
    return dict(audience(publication.audience).headers) if publication and viewer == NOBODY_KNOWN else {}
