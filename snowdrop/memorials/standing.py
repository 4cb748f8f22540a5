"""What a memorial is to a viewer: whether they keep or help it, and what waits there for them; in one question."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Final

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from snowdrop.ground import clock
from snowdrop.ground.there import There
from snowdrop.memorials import rules
from snowdrop.memorials.models import (
    Deletion,
    Grant,
    Invitation,
    Memorial,
    RequestToSee,
    Succession,
    is_granted_to,
    is_helped_by,
    is_kept_by,
    is_open_to,
)
from snowdrop.memorials.vocabulary import Purpose, Scope
from snowdrop.people.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Standing:
    """The viewer keeps it, helps with it and with what, may open its page; some helper speaks for the family; a
    request to see waits, or a notice.

    Notices are for keepers: what another keeper or a successor has asked for, and who waits to be let in.
    """

    keeps: bool = False
    helps: bool = False
    reads_first: bool = False
    speaks: bool = False
    looks_after_people: bool = False
    looks_after_dates: bool = False
    sees: bool = False
    somebody_speaks: bool = False
    request_waits: bool = False
    notice_waits: bool = False

    @property
    def scopes(self) -> frozenset[Scope]:
        """What was granted to a helper."""
        told = {
            Scope.READ_FIRST: self.reads_first,
            Scope.SPEAK: self.speaks,
            Scope.PEOPLE: self.looks_after_people,
            Scope.DATES: self.looks_after_dates,
        }
        return frozenset(scope for scope, is_granted in told.items() if is_granted)


_GRANTED: Final = ("reads_first", "speaks", "looks_after_people", "looks_after_dates")

GUEST = Standing()
"""Nobody who has not signed in has a part in a memorial."""


def standing_of(viewer: Viewer, memorial: Memorial) -> Standing:
    """What this memorial is to the viewer."""
    if not viewer.is_signed_in:
        return GUEST
    answers = Memorial.objects.filter(pk=memorial.pk).values(**questions_of_standing(viewer)).get()
    return _told(viewer, memorial, {name: bool(answer) for name, answer in answers.items()})


def told_standing(viewer: Viewer, memorial: Memorial) -> Standing:
    """The standing that came along with a memorial which was asked for with `questions_of_standing`."""
    return _told(viewer, memorial, {one.name: getattr(memorial, one.name) for one in fields(Standing)})


def _told(viewer: Viewer, memorial: Memorial, answers: dict[str, bool]) -> Standing:
    """What was granted holds for whoever helps, and is not kept out since.

    A keeper is led to no request while it is quiet for them, and to it again in the moment in which that ends.
    """
    granted = {} if answers["helps"] else dict.fromkeys(_GRANTED, False)
    standing = Standing(**answers | granted)
    if standing.keeps and standing.request_waits and rules.is_quiet_for(memorial, viewer.person_id, clock.now()):
        return replace(standing, request_waits=False)
    return standing


def questions_of_standing(viewer: Viewer) -> dict[str, Exists | Q]:
    """What a query on memorials asks besides, to know the viewer's standing in each (`told_standing`)."""
    return {
        "keeps": is_kept_by(viewer),
        "helps": is_helped_by(viewer),
        "reads_first": is_granted_to(viewer, Scope.READ_FIRST),
        "speaks": is_granted_to(viewer, Scope.SPEAK),
        "somebody_speaks": Q(There(Grant, memorial=F("pk"), scope=Scope.SPEAK)),
        "looks_after_people": is_granted_to(viewer, Scope.PEOPLE),
        "looks_after_dates": is_granted_to(viewer, Scope.DATES),
        "sees": is_open_to(viewer),
        "request_waits": Exists(requests_told_of(viewer).filter(memorial=OuterRef("pk"))),
        "notice_waits": notice_waits(),
    }


def requests_waiting_for(viewer: Viewer) -> QuerySet[RequestToSee]:
    """The requests to see that wait for the viewer's answer, where they keep a memorial or help with it."""
    theirs = Q(brought=None) | is_kept_by(viewer, memorial="memorial_id")
    return RequestToSee.objects.filter(theirs, not_now=None)


def requests_told_of(viewer: Viewer) -> QuerySet[RequestToSee]:
    """Those of them to which the menu leads: where a helper looks first, a keeper is led to what they have brought."""
    kept = is_kept_by(viewer, memorial="memorial_id")
    unread = Q(brought=None) & Q(There(Grant, memorial=F("memorial_id"), scope=Scope.PEOPLE))
    return requests_waiting_for(viewer).exclude(kept & unread)


def notice_waits() -> Q:
    """Whether something in a memorial waits for its keepers."""
    here = {"memorial": OuterRef("pk")}
    waits = Q(There(Deletion, memorial=F("pk"))) | Q(Exists(Succession.objects.filter(stopped_at=None, **here)))
    at_the_door = Q(purpose=Purpose.KEEPER) | ~Q(accepted_by=None)
    return waits | Q(Exists(Invitation.objects.filter(at_the_door, let_in_at=None, **here)))
