"""What the family's screens show of the day on which something is shown, and of taking it back."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from snowdrop.audiences.table import Shown, audience
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.queries import (
    Planned,
    can_be_shown_again,
    page_shown,
    plan_of,
    planned,
    thing_shown,
)
from snowdrop.memorials.vocabulary import Audience
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.models import AnyTribute
from snowdrop.tributes.rules import in_the_way_of
from snowdrop.tributes.screens import Frame, frame_of, name_in_list


@dataclass(frozen=True, slots=True)
class Timing:
    """What stands beside who sees a thing: what is planned for it, and addresses ("" where there is nothing to do).

    `day_address` chooses a day, `take_back_address` takes it back from others, `again_address` undoes that.
    """

    planned: Planned | None
    day_address: str
    take_back_address: str
    again_address: str


def timing_of(tribute: AnyTribute) -> Timing:
    """The timing of a thing that the viewer keeps."""
    addresses, stands, plan = [tribute.memorial.slug, tribute.id], thing_shown(tribute), plan_of(tribute.id)
    ways = tuple(reverse(name, args=addresses) for name in ("tribute_day", "let_go_of_tribute_day", "show_tribute_now"))
    why = in_the_way_of(plan, tribute, stands=stands, page=page_shown(tribute.memorial)) if plan else None
    can_widen = not plan and not audience(stands.audience).is_published
    is_shown = stands.reaches_further_than(Shown(Audience.KEEPERS))
    return Timing(
        planned=planned(tribute.memorial, plan, why, ways) if plan else None,  # type: ignore[arg-type]
        day_address=ways[0] if can_widen else "",
        take_back_address=reverse("take_back_tribute", args=addresses) if is_shown else "",
        again_address=reverse("show_tribute_again", args=addresses) if can_be_shown_again(tribute.id) else "",
    )


@dataclass(frozen=True, slots=True)
class DayPage:
    """The page on which a day is chosen for a thing."""

    frame: Frame
    name: str
    back: str


def day_page(viewer: Viewer, memorial: Memorial, tribute: AnyTribute) -> DayPage:
    """The frame around the question when it shall be shown."""
    back = reverse(tribute.noun, args=[memorial.slug, tribute.id])
    return DayPage(frame_of(viewer, memorial), name_in_list(tribute), back)
