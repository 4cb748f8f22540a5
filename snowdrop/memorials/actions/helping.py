"""What a helper does for a family: granted scope by scope, changed, read of by the helper, ended without a reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from snowdrop.audiences.table import Shown
from snowdrop.ground.refusals import require
from snowdrop.memorials import queries, rules
from snowdrop.memorials.actions.circles import invitations_for, open_invitations_by
from snowdrop.memorials.actions.writing import write
from snowdrop.memorials.models import ChangeOfPart, Grant, Helper, Memorial, Resignation, Rest, Voice
from snowdrop.memorials.rules_of_speaking import NARROWEST
from snowdrop.memorials.vocabulary import RESIGNATION_HOURS, Purpose, Scope
from snowdrop.people.viewer import Viewer


def grant(helper: Helper, scopes: Iterable[str], *, by: UUID, now: datetime) -> None:
    """The rows of what a helper is granted; it takes part in the act that calls it. Twice is fine."""
    for scope in scopes:
        given = {"memorial_id": helper.memorial_id, "by": by, "at": now}
        Grant.objects.get_or_create(helper=helper, scope=scope, defaults=given)


@transaction.atomic
def change_part(
    viewer: Viewer, memorial: Memorial, helper: Helper, *, scopes: Collection[Scope], now: datetime
) -> None:
    """Says anew what a helper does here: what is not among `scopes` is taken back, at once. The helper is told of it.

    Whoever does not look after people any more has no invitations open. Raises NotAllowed, also for no scope at all
    (that is `end_helping`), and Frozen where it would be more than now.
    """
    Memorial.objects.hold(memorial.pk)
    require(rules.is_keeper(viewer, memorial) and helper.memorial_id == memorial.id and bool(scopes))
    assert viewer.person_id
    had, wanted = {Scope(one.scope) for one in helper.grants.all()}, set(scopes)
    if wanted - had:
        rules.require_not_frozen(memorial)
    grant(helper, wanted - had, by=viewer.person_id, now=now)
    helper.grants.filter(scope__in=had - wanted).delete()
    if Scope.PEOPLE in had - wanted:
        open_invitations_by(memorial, helper.person_id).delete()
    for scope in had ^ wanted:
        _tell(helper, scope, is_granted=scope in wanted, now=now)
    if had != wanted:
        write("helper.part_changed", viewer, memorial, helper.id, now)


@transaction.atomic
def say_how_far(
    viewer: Viewer, memorial: Memorial, helper: Helper, *, up_to: Shown, waits: bool, now: datetime
) -> None:
    """Says to whom a helper may speak for the family at most, and whether each word waits for a keeper's yes.

    What they have said already stays. Raises NotAllowed, also for a helper who may not speak, for fewer than helpers
    and for circles elsewhere; UnknownAudience; and Frozen where more could be said, or to more people, than now.
    """
    Memorial.objects.hold(memorial.pk)
    require(rules.is_keeper(viewer, memorial) and helper.memorial_id == memorial.id)
    granted = helper.grants.filter(scope=Scope.SPEAK).select_related("voice").first()
    require(granted is not None and not NARROWEST.reaches_further_than(up_to))
    require(memorial.circles.filter(pk__in=up_to.circles).count() == len(up_to.circles))
    before = getattr(granted, "voice", None) or Voice(up_to=NARROWEST, waits=True)
    if up_to.reaches_further_than(before.up_to) or (before.waits and not waits):
        rules.require_not_frozen(memorial)
    said = {"memorial": memorial, "up_to": up_to, "waits": waits, "by": viewer.person_id, "at": now}
    Voice.objects.update_or_create(grant=granted, defaults=said)
    write("helper.voice_changed", viewer, memorial, helper.id, now)


@transaction.atomic
def note_change_read(viewer: Viewer, memorial: Memorial, *, now: datetime) -> None:
    """Notes that a helper has read what was changed of their part. Twice is fine. Raises NotAllowed."""
    helper = _helper(viewer, memorial)
    if ChangeOfPart.objects.filter(helper=helper).delete()[0]:
        write("helper.change_read", viewer, memorial, helper.id, now)


@transaction.atomic
def end_helping(viewer: Viewer, memorial: Memorial, helper: Helper, *, now: datetime) -> None:
    """Ends a helper's part: a keeper may end it, and helpers may resign without a reason. Raises NotAllowed.

    Invitations that they made, and by which nobody is in yet, end with it. Who resigns can take it back for an hour.
    What they are just saying for the family is said before, or not at all.
    """
    Memorial.objects.hold(memorial.pk)
    require(helper.memorial_id == memorial.id and rules.may_end_helping(viewer, memorial, helper))
    if helper.person_id == viewer.person_id:
        _note_resignation(helper, now=now)
    invitations_for(memorial, helper.person).filter(purpose=Purpose.HELPER).delete()
    open_invitations_by(memorial, helper.person_id).delete()
    write("helper.ended", viewer, memorial, helper.id, now)
    helper.delete()


@transaction.atomic
def help_again(viewer: Viewer, memorial: Memorial, *, now: datetime) -> None:
    """Takes a resignation back, for an hour, as long as nobody has shut the door meanwhile.

    Raises NotAllowed, Frozen, and Resignation.DoesNotExist.
    """
    Memorial.objects.hold(memorial.pk)
    resignation = queries.resignation_of(viewer, memorial.slug, now=now)
    require(resignation.memorial_id == memorial.id)
    require(not rules.is_blocked(memorial, person=resignation.person))
    rules.require_not_frozen(memorial)
    given = {"asked_by": resignation.asked_by, "since": resignation.since}
    helper, _ = Helper.objects.get_or_create(memorial=memorial, person=resignation.person, defaults=given)
    grant(helper, resignation.scopes, by=resignation.asked_by, now=now)
    resignation.delete()
    write("helper.helps_again", viewer, memorial, helper.id, now)


@transaction.atomic
def rest(viewer: Viewer, memorial: Memorial, *, until: datetime | None = None, now: datetime) -> None:
    """Rests from helping, until the helper comes back or until a moment. Twice is fine. Raises NotAllowed."""
    helper = _helper(viewer, memorial)
    given = {"memorial": memorial, "since": now, "until": until}
    Rest.objects.update_or_create(helper=helper, defaults=given)
    write("helper.rests", viewer, memorial, helper.id, now)


@transaction.atomic
def come_back(viewer: Viewer, memorial: Memorial, *, now: datetime) -> None:
    """Ends a rest. Twice is fine. Raises NotAllowed."""
    helper = _helper(viewer, memorial)
    if Rest.objects.filter(helper=helper).delete()[0]:
        write("helper.came_back", viewer, memorial, helper.id, now)


@transaction.atomic
def forget_resignations(*, now: datetime) -> None:
    """Forgets resignations that nobody can take back any more."""
    Resignation.objects.filter(at__lte=now - timedelta(hours=RESIGNATION_HOURS)).delete()


def _helper(viewer: Viewer, memorial: Memorial) -> Helper:
    helper = (
        Helper.objects.filter(memorial=memorial, person_id=viewer.person_id).first() if viewer.is_signed_in else None
    )
    require(helper is not None and Memorial.objects.helped_by(viewer).filter(pk=memorial.pk).exists())
    assert helper
    return helper


def _note_resignation(helper: Helper, *, now: datetime) -> None:
    scopes = list(helper.grants.values_list("scope", flat=True))
    given = {"scopes": scopes, "asked_by": helper.asked_by, "since": helper.since, "at": now}
    Resignation.objects.update_or_create(memorial_id=helper.memorial_id, person=helper.person, defaults=given)


def _tell(helper: Helper, scope: Scope, *, is_granted: bool, now: datetime) -> None:
    """What was changed and changed back before they read of it is no news."""
    unread = ChangeOfPart.objects.filter(helper=helper, scope=scope)
    if not unread.delete()[0]:
        given = {"memorial_id": helper.memorial_id, "scope": scope, "is_granted": is_granted, "at": now}
        ChangeOfPart.objects.create(helper=helper, **given)
