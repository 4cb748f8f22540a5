"""What those who keep a memorial read of something that is to be shown on a day, and of something taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from snowdrop.audiences.table import audience, kept_audience
from snowdrop.ground.zones import moment_in_words
from snowdrop.memorials.models import Memorial, Plan, TakenBack
from snowdrop.memorials.queries.memorial import FamilyRoom, family_room
from snowdrop.memorials.queries.showing import circles_of, page_shown, who_sees_words
from snowdrop.memorials.rules_of_timing import in_the_way
from snowdrop.memorials.vocabulary import InTheWay
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer

_OF_PAGE: Final = ("page_day", "let_go_of_page_day", "open_page_now")


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan, as `memorials/planned.html` reads it: what will be, or was to be, and what stands in its way.

    `now_address` is "" where it cannot be shown now as it was planned.
    """

    sentence: str
    why_not: str | Promise
    is_missed: bool
    day_address: str
    let_go_address: str
    now_address: str


def plan_of(thing_id: UUID) -> Plan | None:
    """The plan for a thing, or for the page of a memorial."""
    return Plan.objects.filter(thing_id=thing_id).first()


def planned(memorial: Memorial, plan: Plan, why: InTheWay | None, addresses: tuple[str, str, str]) -> Planned:
    """A plan in words; `addresses` choose another day, let go of it, and show the thing now."""
    day_address, let_go_address, now_address = addresses
    missed = InTheWay(plan.missed) if plan.missed else None
    return Planned(
        sentence=plan_words(memorial, plan),
        why_not=(missed or why).label if missed or why else "",  # type: ignore[union-attr]
        is_missed=missed is not None,
        day_address=day_address,
        let_go_address=let_go_address,
        now_address="" if missed or why else now_address,
    )


def plan_words(memorial: Memorial, plan: Plan) -> str:
    """When and to whom something is to be shown, or was to be."""
    said = {"when": moment_in_words(plan.at, plan.zone), "whom": _whom(memorial, plan)}
    if plan.missed:
        return _("On %(when)s it was to be shown to: %(whom)s.") % said
    return _("On %(when)s it is shown to: %(whom)s.") % said


def _whom(memorial: Memorial, plan: Plan) -> str | Promise:
    """Circles by the names of those that are still there."""
    if kept_audience(plan.shown.audience).name != plan.shown.audience:
        return _("people of whom this version knows nothing")
    return who_sees_words(plan.shown, circles_of(memorial) if plan.shown.circles else {})


def planned_for_page(memorial: Memorial) -> Planned | None:
    """What is planned for the page itself."""
    plan, stands = plan_of(memorial.id), page_shown(memorial)
    if plan is None:
        return None
    addresses = [reverse(name, args=[memorial.slug]) for name in _OF_PAGE]
    return planned(memorial, plan, in_the_way(plan, stands=stands, page=stands), (*addresses,))  # type: ignore[arg-type]


def can_be_shown_again(thing_id: UUID) -> bool:
    """Whether a thing, or the page, was taken back, so that it can be shown to the same people again."""
    return TakenBack.objects.filter(thing_id=thing_id).exists()


def time_zone_of(viewer: Viewer) -> str:
    """The time zone that the viewer has said last; "" where they have not."""
    return Person.objects.filter(pk=viewer.person_id).values_list("time_zone", flat=True).first() or ""


@dataclass(frozen=True, slots=True)
class PageTiming:
    """What stands beside who sees the page: what is planned for it, whether it can be opened again as it was."""

    planned: Planned | None
    can_open_again: bool
    can_be_wider: bool


def page_timing(memorial: Memorial) -> PageTiming:
    """What is planned for the page, what can be undone, and whether there is anybody to whom it is not open."""
    can_be_wider = not audience(page_shown(memorial).audience).is_published
    return PageTiming(planned_for_page(memorial), can_be_shown_again(memorial.id), can_be_wider)


@dataclass(frozen=True, slots=True)
class PageDay:
    """The screen on which the family chooses when the page is opened."""

    room: FamilyRoom
    planned: Planned | None


def page_day(viewer: Viewer, memorial: Memorial) -> PageDay:
    """The frame around the question when the page shall be opened."""
    return PageDay(family_room(viewer, memorial, here="publication"), planned_for_page(memorial))
