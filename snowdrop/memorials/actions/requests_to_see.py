"""Answering a request to see: brought to the family, let in, or not now. Whoever asked learns only of being let in."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from snowdrop.ground.refusals import require
from snowdrop.memorials import rules
from snowdrop.memorials.actions.blocks import keep_out
from snowdrop.memorials.actions.inviting import make_invitation
from snowdrop.memorials.actions.writing import write
from snowdrop.memorials.models import Brought, Circle, Invitation, Memorial, NotNow, RequestToSee
from snowdrop.memorials.vocabulary import Purpose
from snowdrop.people.viewer import Viewer


@transaction.atomic
def bring_to_family(viewer: Viewer, memorial: Memorial, request: RequestToSee, *, now: datetime) -> None:
    """Leaves a request for those who keep the memorial, as a helper does; twice is fine. Raises NotAllowed."""
    require(not rules.is_keeper(viewer, memorial) and rules.may_answer(viewer, memorial, request))
    NotNow.objects.filter(request=request).delete()
    given = {"memorial": memorial, "by": viewer.person_id, "at": now}
    Brought.objects.get_or_create(request=request, defaults=given)
    write("request.brought", viewer, memorial, request.id, now)


@transaction.atomic
def answer_not_now(viewer: Viewer, memorial: Memorial, request: RequestToSee, *, now: datetime) -> None:
    """Sets a request aside; nothing is sent, and asking again does not bring it back. Twice is fine.

    Raises NotAllowed, also to a helper where somebody else has answered.
    """
    require(rules.may_answer(viewer, memorial, request))
    NotNow.objects.get_or_create(request=request, defaults={"memorial": memorial, "by": viewer.person_id, "at": now})
    write("request.not_now", viewer, memorial, request.id, now)


@transaction.atomic
def take_up_again(viewer: Viewer, memorial: Memorial, request: RequestToSee, *, now: datetime) -> None:
    """Takes back what was said to a request; a helper only what they said themselves. Raises NotAllowed."""
    require(rules.may_answer(viewer, memorial, request))
    NotNow.objects.filter(request=request).delete()
    Brought.objects.filter(request=request, by=viewer.person_id).delete()
    write("request.taken_up_again", viewer, memorial, request.id, now)


@transaction.atomic
def let_see(
    viewer: Viewer, memorial: Memorial, request: RequestToSee, *, circle: Circle, now: datetime
) -> tuple[Invitation, str]:
    """Invites whoever asked into a circle, bound to the address that they wrote; returns it with its secret.

    The request is gone with it. Raises NotAllowed, also to a helper whom the keepers have not allowed it for this
    circle; Frozen, KeptOut.
    """
    require(rules.may_answer(viewer, memorial, request) and rules.may_let_into(viewer, memorial, circle))
    rules.require_not_frozen(memorial)
    given = {"purpose": Purpose.CIRCLE, "circle": circle, "name": request.name, "address": request.address}
    invitation, secret = make_invitation(viewer, memorial, **given, now=now)
    write("request.let_in", viewer, memorial, request.id, now)
    RequestToSee.objects.filter(pk=request.pk).delete()
    return invitation, secret


@transaction.atomic
def keep_asker_out(viewer: Viewer, memorial: Memorial, request: RequestToSee, *, now: datetime) -> None:
    """Keeps out whoever asked, by the address that they wrote; the request is gone with it.

    Raises NotAllowed, KeeperStays.
    """
    require(request.memorial_id == memorial.id)
    keep_out(viewer, memorial, addresses=[request.address], now=now)


@transaction.atomic
def allow_helpers(viewer: Viewer, memorial: Memorial, circle: Circle, *, allowed: bool, now: datetime) -> None:
    """Says whether helpers may let people into a circle who have asked to see. Raises NotAllowed; Frozen, if so."""
    require(rules.is_keeper(viewer, memorial) and circle.memorial_id == memorial.id)
    if allowed:
        rules.require_not_frozen(memorial)
    circle.helpers_let_in = allowed
    circle.save(update_fields=["helpers_let_in"])
    write("circle.helpers_allowed" if allowed else "circle.helpers_not_allowed", viewer, memorial, circle.id, now)
