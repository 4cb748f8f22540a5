"""Every act that is only for those who keep a memorial, as somebody else would try it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from snowdrop.memorials import actions
from snowdrop.memorials.models import Circle, Helper, Invitation, Memorial
from snowdrop.memorials.vocabulary import Purpose, Scope
from snowdrop.people.viewer import Viewer


def whatever_keepers_do(viewer: Viewer, memorial: Memorial, *, now: datetime) -> list[Callable[[], Any]]:
    """The acts, each ready to be tried."""
    given = Invitation.objects.filter(memorial=memorial, purpose=Purpose.KEEPER, let_in_at=None).order_by("id").first()
    tried: list[Callable[[], Any]] = [
        lambda: actions.invite(viewer, memorial, purpose=Purpose.KEEPER, address="x@example.org", now=now),
        lambda: actions.freeze(viewer, memorial, now=now),
        lambda: actions.lift_freeze(viewer, memorial, now=now),
        lambda: actions.resign(viewer, memorial, now=now),
        lambda: actions.stay(viewer, memorial, now=now),
        lambda: actions.name_successor(viewer, memorial, name="Lou", now=now),
        lambda: actions.name_nobody(viewer, memorial, now=now),
        lambda: actions.ask_for_deletion(viewer, memorial, now=now),
        lambda: actions.ask_for_deletion(viewer, memorial, at_once=True, now=now),
        lambda: actions.take_back_deletion(viewer, memorial, now=now),
        lambda: actions.answer_deletion(viewer, memorial, agrees=True, now=now),
        lambda: actions.publish_memorial(viewer, memorial, to="everybody", now=now),
        lambda: actions.take_back_memorial(viewer, memorial, now=now),
        lambda: actions.make_private_link(viewer, memorial, now=now),
    ]
    if helper := Helper.objects.filter(memorial=memorial).first():
        tried += [
            lambda: actions.change_part(viewer, memorial, helper, scopes=list(Scope), now=now),
            lambda: actions.invite(viewer, memorial, purpose=Purpose.HELPER, scopes=list(Scope), now=now),
        ]
    if circle := Circle.objects.filter(memorial=memorial).first():
        tried += [
            lambda: actions.allow_helpers(viewer, memorial, circle, allowed=True, now=now),
            lambda: actions.make_circle(viewer, memorial, name="Mine", now=now),
        ]
    if given:
        tried += [
            lambda: actions.let_in(viewer, memorial, given, now=now),
            lambda: actions.answer_invitation(viewer, memorial, given, agrees=True, now=now),
            lambda: actions.hand_over(viewer, memorial, given, now=now),
            lambda: actions.invite_again(viewer, memorial, given, now=now),
            lambda: actions.take_back_invitation(viewer, memorial, given, now=now),
        ]
    return tried
