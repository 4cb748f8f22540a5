"""Requests to see, as those who answer them read them: one at a time, and never how many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from snowdrop.ground.words import day_in_words, paragraphs_of
from snowdrop.memorials import rules
from snowdrop.memorials.models import Circle, Memorial, RequestToSee
from snowdrop.memorials.queries.inviting import name_of
from snowdrop.memorials.queries.memorial import FamilyRoom, family_room
from snowdrop.memorials.standing import requests_waiting_for
from snowdrop.people.viewer import Viewer

LONGEST_SLUG: Final[int] = Memorial._meta.get_field("slug").max_length or 0
"""Letters of an address."""


@dataclass(frozen=True, slots=True)
class Request:
    """What one who asks has written. Nobody has shown that the address is theirs; a mail to it would."""

    id: UUID
    name: str
    address: str
    paragraphs: tuple[str, ...]
    when: str
    brought_by: str
    is_set_aside: bool


@dataclass(frozen=True, slots=True)
class RequestPage:
    """One request, or none, and how the viewer may answer it."""

    room: FamilyRoom
    request: Request | None
    is_keeper: bool
    anything_set_aside: bool


@dataclass(frozen=True, slots=True)
class SetAside:
    """The requests that were answered with “not now”."""

    room: FamilyRoom
    requests: tuple[Request, ...]


def can_be_asked_for(slug: str) -> bool:
    """Whether an address could be one of a memorial; what is longer never is."""
    return len(slug) <= LONGEST_SLUG


def is_visible(viewer: Viewer, slug: str) -> bool:
    """Whether the viewer sees a page at this address. One question, whatever is or is not there."""
    return Memorial.objects.visible_to(viewer).filter(slug=slug).exists()


def request_page(viewer: Viewer, memorial: Memorial, request: RequestToSee | None) -> RequestPage:
    """The place where requests are read, with one of them or with none."""
    is_keeper = rules.is_keeper(viewer, memorial)
    return RequestPage(
        room=family_room(viewer, memorial, here="requests_to_see"),
        request=_read(request) if request else None,
        is_keeper=is_keeper,
        anything_set_aside=_answerable(viewer, memorial).exclude(not_now=None).exists(),
    )


def requests_set_aside(viewer: Viewer, memorial: Memorial) -> SetAside:
    """What was set aside and the viewer may take up again, the newest first."""
    rows = _answerable(viewer, memorial).exclude(not_now=None).order_by("-asked_at", "-id")
    return SetAside(family_room(viewer, memorial, here="requests_to_see"), tuple(_read(one) for one in rows))


def next_request(viewer: Viewer, memorial: Memorial) -> RequestToSee | None:
    """The oldest that waits for the viewer's answer; for the family, first what a helper has brought."""
    waiting = requests_waiting_for(viewer).filter(memorial=memorial).select_related("brought")
    return waiting.order_by(F("brought__at").asc(nulls_last=True), "asked_at", "id").first()


def request_to_answer(viewer: Viewer, memorial: Memorial, request_id: UUID) -> RequestToSee:
    """One request that the viewer may answer. Raises RequestToSee.DoesNotExist."""
    return _answerable(viewer, memorial).get(pk=request_id)


def circles_to_let_into(viewer: Viewer, memorial: Memorial) -> QuerySet[Circle]:
    """All circles for a keeper, and for a helper those for which the keepers have said so."""
    circles = memorial.circles.order_by("made_at", "id")
    return circles if rules.is_keeper(viewer, memorial) else circles.filter(helpers_let_in=True)


def _answerable(viewer: Viewer, memorial: Memorial) -> QuerySet[RequestToSee]:
    """What `rules.may_answer` says, as a question for many."""
    rows = RequestToSee.objects.filter(memorial=memorial).select_related("brought", "not_now")
    if rules.is_keeper(viewer, memorial):
        return rows
    own = Q(brought=None) | Q(brought__by=viewer.person_id), Q(not_now=None) | Q(not_now__by=viewer.person_id)
    return rows.filter(*own)


def _read(request: RequestToSee) -> Request:
    brought = getattr(request, "brought", None)
    return Request(
        id=request.pk,
        name=request.name,
        address=request.address,
        paragraphs=paragraphs_of(request.words),
        when=day_in_words(request.asked_at),
        brought_by=(name_of(brought.by) or _("A helper")) if brought else "",
        is_set_aside=hasattr(request, "not_now"),
    )
