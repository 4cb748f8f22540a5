"""The page of a memorial as somebody else gets it: built by the very same questions, asked with their eyes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from django.utils.translation import gettext as _

from snowdrop.audiences.table import Shown
from snowdrop.memorials.doors import page_open_to
from snowdrop.memorials.models import Memorial, Opening, OpenPage
from snowdrop.memorials.queries import Eyes, FamilyRoom, family_room, page_shown, seeing_address, why_closed
from snowdrop.memorials.standing import standing_of
from snowdrop.pages.memorial_page import MemorialPage, memorial_page
from snowdrop.people.viewer import Viewer

_FRAME: Final = "#seen-as"
"""Where everything leads that could be pressed on the page: nothing is done in the name of somebody else."""


@dataclass(frozen=True, slots=True)
class SeenAs:
    """What somebody else sees, in the frame that says so; without a page, why it is closed to them."""

    room: FamilyRoom
    title: str
    is_beforehand: bool
    page: MemorialPage | None
    why_closed: tuple[str, ...]
    back: str


def page_seen_as(viewer: Viewer, memorial: Memorial, eyes: Eyes, if_shown: Shown | None, *, now: datetime) -> SeenAs:
    """The page as these eyes see it, or would see it if it were shown so. It looks, and changes nothing."""
    opening = Opening(memorial.id, if_shown) if if_shown else None
    opened = page_open_to(eyes.viewer, memorial, if_opened=opening)
    return SeenAs(
        room=family_room(viewer, memorial, here="publication"),
        title=_title(eyes, opens=opened is not None, is_beforehand=if_shown is not None),
        is_beforehand=if_shown is not None,
        page=_as_they_get_it(viewer, opened, now) if opened else None,
        why_closed=() if opened else why_closed(memorial, eyes, if_shown or page_shown(memorial)),
        back=seeing_address(memorial, if_shown),
    )


def _title(eyes: Eyes, *, opens: bool, is_beforehand: bool) -> str:
    named = {"name": eyes.called}
    if is_beforehand and opens:
        return _("You see the page as %(name)s would see it.") % named
    if is_beforehand:
        return _("To %(name)s the page would not open.") % named
    return (_("You see the page as %(name)s sees it.") if opens else _("To %(name)s the page does not open.")) % named


def _as_they_get_it(viewer: Viewer, opened: OpenPage, now: datetime) -> MemorialPage:
    standing = standing_of(opened.viewer, opened.memorial)
    return _without_acts(memorial_page(opened, standing, now=now, looked_at_by=viewer))


def _without_acts(page: MemorialPage) -> MemorialPage:
    return replace(
        page,
        menu=(),
        beginnings=(),
        comfort_address=_FRAME if page.comfort_address else "",
        older=_FRAME if page.older else "",
        follow_address=_FRAME if page.follow_address else "",
        report_address=_FRAME if page.report_address else "",
    )
