"""How views come to a memorial: through the viewer, so that none and not-for-you are the same (house law 1)."""

from __future__ import annotations

from typing import Final

from django.db.models import Value

from snowdrop.audiences.table import kept_audience
from snowdrop.ground import clock
from snowdrop.memorials import rules
from snowdrop.memorials.models import Memorial, Opening, OpenPage
from snowdrop.memorials.standing import GUEST, Standing, questions_of_standing, told_standing
from snowdrop.memorials.vocabulary import Scope
from snowdrop.people.viewer import NOBODY_KNOWN, Viewer

_BESIDE: Final = ("publication", "indexing", "deletion")
"""The rows that a page and its headers ask a memorial for."""


def visible_memorial(viewer: Viewer, slug: str) -> Memorial:
    """A memorial whose page the viewer may open. Raises Memorial.DoesNotExist."""
    return Memorial.objects.visible_to(viewer).select_related(*_BESIDE).get(slug=slug)


def open_page(viewer: Viewer, slug: str) -> OpenPage:
    """The page of a memorial, open to the viewer. Raises Memorial.DoesNotExist."""
    return OpenPage(viewer, visible_memorial(viewer, slug))


def page_open_to(viewer: Viewer, memorial: Memorial, *, if_opened: Opening | None = None) -> OpenPage | None:
    """The page of this memorial, if the viewer may open it, or might if it were opened so; None if not."""
    opens = Memorial.objects.visible_to(viewer, if_opened=if_opened).filter(pk=memorial.pk).exists()
    return OpenPage(viewer, memorial, if_opened) if opens else None


def open_page_and_standing(viewer: Viewer, slug: str) -> tuple[OpenPage, Standing]:
    """The page of a memorial, open to the viewer, and what it is to them. Raises Memorial.DoesNotExist."""
    if not viewer.is_signed_in:
        return open_page(viewer, slug), GUEST
    questions = questions_of_standing(viewer) | {"sees": Value(True)}
    memorial = Memorial.objects.visible_to(viewer).annotate(**questions).select_related(*_BESIDE).get(slug=slug)
    return OpenPage(viewer, memorial), told_standing(viewer, memorial)


def kept_memorial(viewer: Viewer, slug: str) -> Memorial:
    """A memorial that the viewer keeps. Raises Memorial.DoesNotExist."""
    return Memorial.objects.kept_by(viewer).select_related("publication", "deletion").get(slug=slug)


def memorial_not_quiet(viewer: Viewer, slug: str) -> Memorial:
    """A memorial that the viewer keeps, where what waits may reach them. Raises Memorial.DoesNotExist, ItIsQuiet."""
    memorial = kept_memorial(viewer, slug)
    rules.require_not_quiet(viewer, memorial, clock.now())
    return memorial


def read_first_memorial(viewer: Viewer, slug: str) -> Memorial:
    """A memorial whose comfort the viewer may read first. Raises Memorial.DoesNotExist, and ItIsQuiet for a keeper."""
    memorial = Memorial.objects.read_first_by(viewer).select_related("publication").get(slug=slug)
    rules.require_not_quiet(viewer, memorial, clock.now())
    return memorial


def desk_and_standing(viewer: Viewer, slug: str) -> tuple[Memorial, Standing]:
    """The same, and what it is to the viewer. Raises Memorial.DoesNotExist, and ItIsQuiet for a keeper."""
    memorials = Memorial.objects.read_first_by(viewer).annotate(**questions_of_standing(viewer))
    memorial = memorials.select_related("publication").get(slug=slug)
    standing = told_standing(viewer, memorial)
    if standing.keeps:
        rules.require_not_quiet(viewer, memorial, clock.now())
    return memorial, standing


def people_memorial(viewer: Viewer, slug: str) -> Memorial:
    """A memorial whose people the viewer looks after, as a keeper or a helper. Raises Memorial.DoesNotExist."""
    return Memorial.objects.kept_or_helped_by(viewer, Scope.PEOPLE).select_related("publication").get(slug=slug)


def asked_memorial(viewer: Viewer, slug: str) -> Memorial:
    """The same, to answer who asks to see. Raises Memorial.DoesNotExist, and ItIsQuiet for a keeper."""
    memorial = people_memorial(viewer, slug)
    rules.require_not_quiet(viewer, memorial, clock.now())
    return memorial


def speaking_memorial(viewer: Viewer, slug: str) -> Memorial:
    """A memorial for whose family the viewer may speak. Raises Memorial.DoesNotExist."""
    return Memorial.objects.helped_by(viewer, Scope.SPEAK).select_related("publication").get(slug=slug)


def memorial_of_days(viewer: Viewer, slug: str) -> Memorial:
    """A memorial whose days the viewer looks after, as a keeper or a helper. Raises Memorial.DoesNotExist."""
    return Memorial.objects.kept_or_helped_by(viewer, Scope.DATES).select_related("publication").get(slug=slug)


def helped_memorial(viewer: Viewer, slug: str) -> Memorial:
    """A memorial that the viewer helps, with whatever it is. Raises Memorial.DoesNotExist."""
    return Memorial.objects.helped_by(viewer).select_related("publication").get(slug=slug)


def kept_or_helped_memorial(viewer: Viewer, slug: str) -> Memorial:
    """A memorial that the viewer keeps or helps, with whatever it is. Raises Memorial.DoesNotExist."""
    return Memorial.objects.kept_or_helped_by(viewer).select_related("publication").get(slug=slug)


def headers_for(viewer: Viewer, memorial: Memorial) -> dict[str, str]:
    """How caches may keep a page of this memorial: as its audience's row says, and only for somebody unknown."""
    publication = getattr(memorial, "publication", None)
    return dict(kept_audience(publication.audience).headers) if publication and viewer == NOBODY_KNOWN else {}


def may_be_found(viewer: Viewer, memorial: Memorial) -> bool:
    """Whether this answer, the page itself, may be kept by a search engine: the family said so, nobody known asks."""
    return viewer == NOBODY_KNOWN and rules.is_open_to_everybody(memorial) and hasattr(memorial, "indexing")


def headers_of_page(viewer: Viewer, memorial: Memorial) -> dict[str, str]:
    """The headers of the page itself; nothing else of a memorial is ever for search engines, media least of all."""
    headers = headers_for(viewer, memorial)
    return headers | {"X-Robots-Tag": "noarchive, noimageindex"} if may_be_found(viewer, memorial) else headers
