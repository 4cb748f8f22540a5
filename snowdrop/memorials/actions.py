"""What people do with a memorial: open it, say whom it remembers, publish it and take it back, ask somebody to help."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from snowdrop.audiences.table import audience as row_of
from snowdrop.ground import journal, keys, published
from snowdrop.ground.ids import new_id, new_secret
from snowdrop.ground.refusals import require
from snowdrop.memorials import rules
from snowdrop.memorials.models import Helper, Invitation, Keeper, Memorial, PrivateLink, Publication, Remembered
from snowdrop.memorials.queries import InvitationIsOver, digest_of, open_invitation
from snowdrop.memorials.vocabulary import INVITATION_DAYS
from snowdrop.people.viewer import Viewer

_AT_ONCE: Final = frozenset({"kinds", "faith_welcome", "first_reading", "on_the_page"})
"""What may become narrower with a change: no page that was made before stays up."""


class AlreadyInvited(ValueError):
    """This invitation was made before; its address was shown then, and is not kept."""


class AlreadyAKeeper(ValueError):
    """A keeper of a memorial can read first as they are and needs no invitation."""


@transaction.atomic
def open_memorial(
    viewer: Viewer,
    *,
    title: str = "",
    flower: str = "snowdrop",
    language: str = "en",
    names: str = "",
    now: datetime,
) -> Memorial:
    """Opens a memorial as a private draft of which the viewer is the keeper; with names, it remembers them.

    Raises NotAllowed for guests.
    """
    require(viewer.is_signed_in)
    memorial = Memorial(flower=flower, language=language, opened_at=now)
    keys.make_data_key(memorial.id)
    memorial.title = title
    memorial.save(force_insert=True)
    Keeper.objects.create(memorial=memorial, person_id=viewer.person_id, since=now)
    _write("memorial.opened", viewer, memorial, memorial.id, now)
    if names:
        remember(viewer, memorial, names=names, now=now)
    return memorial


@transaction.atomic
def describe_memorial(viewer: Viewer, memorial: Memorial, *, now: datetime, **changes: object) -> Memorial:
    """Changes what the memorial says or welcomes: only the fields that are given.

    A narrower choice holds at once: no page that was made before stays up once this returns.
    """
    require(rules.is_keeper(viewer, memorial))
    for name, value in changes.items():
        setattr(memorial, name, value)
    memorial.save(update_fields=list(changes))
    _write("memorial.described", viewer, memorial, memorial.id, now)
    if _AT_ONCE & changes.keys():
        transaction.on_commit(lambda: published.take_away(memorial.slug))
    return memorial


@transaction.atomic
def remember(
    viewer: Viewer,
    memorial: Memorial,
    *,
    now: datetime,
    remembered: Remembered | None = None,
    names: str = "",
    story: str = "",
    dates: list[tuple[str, str]] | None = None,
    lives: bool = False,
) -> Remembered:
    """Says whom the memorial remembers; every answer may be left out. Given one already there, changes it."""
    require(rules.is_keeper(viewer, memorial) and (remembered is None or remembered.memorial_id == memorial.id))
    one = remembered or Remembered(memorial=memorial, place=_next_place(memorial))
    one.names, one.story, one.lives = names, story, lives
    one.dates = [list(date) for date in dates or ()]
    one.save()
    _write("remembered.described", viewer, memorial, one.id, now)
    return one


@transaction.atomic
def move_remembered(
    viewer: Viewer, memorial: Memorial, remembered: Remembered, *, earlier: bool, now: datetime
) -> None:
    """Changes the order in which the remembered are named: one place earlier, or one later; at an end it stays."""
    require(rules.is_keeper(viewer, memorial) and remembered.memorial_id == memorial.id)
    ordered = list(memorial.remembereds.select_for_update().defer("names", "story", "dates"))
    at = ordered.index(remembered)
    ordered.insert(max(at - 1, 0) if earlier else at + 1, ordered.pop(at))
    for place, one in enumerate(ordered):
        one.place = place
    Remembered.objects.bulk_update(ordered, ["place"])
    _write("remembered.moved", viewer, memorial, remembered.id, now)


@transaction.atomic
def take_away_remembered(viewer: Viewer, memorial: Memorial, remembered: Remembered, *, now: datetime) -> None:
    """Takes one of the remembered off the memorial, at once and for good, with what was written about them."""
    require(rules.is_keeper(viewer, memorial) and remembered.memorial_id == memorial.id)
    _write("remembered.taken_away", viewer, memorial, remembered.id, now)
    remembered.delete()
    transaction.on_commit(lambda: published.take_away(memorial.slug))


@transaction.atomic
def publish_memorial(viewer: Viewer, memorial: Memorial, *, to: str, now: datetime) -> Publication:
    """Opens the memorial to people with a private link or to everybody; publishing again changes to whom.

    Raises NotAllowed, and UnknownAudience for an audience that is not in the table.
    """
    require(rules.is_keeper(viewer, memorial))
    row = row_of(to)
    publication, _ = Publication.objects.update_or_create(
        memorial=memorial, defaults={"audience": row.name, "by": viewer.person_id, "at": now}
    )
    _write("memorial.published", viewer, memorial, memorial.id, now)
    if not row.is_published:
        transaction.on_commit(lambda: published.take_away(memorial.slug))
    return publication


@transaction.atomic
def take_back_memorial(viewer: Viewer, memorial: Memorial, *, now: datetime) -> None:
    """Makes the memorial private again. No copy of the page is served once this returns. Twice is fine."""
    require(rules.is_keeper(viewer, memorial))
    Publication.objects.filter(memorial=memorial).delete()
    _write("memorial.taken_back", viewer, memorial, memorial.id, now)
    transaction.on_commit(lambda: published.take_away(memorial.slug))


@transaction.atomic
def make_private_link(viewer: Viewer, memorial: Memorial, *, name: str = "", now: datetime) -> PrivateLink:
    """Makes a private link; its secret stays readable for the keepers, who may want to send it again."""
    require(rules.is_keeper(viewer, memorial))
    secret = new_secret()
    link = PrivateLink(memorial=memorial, digest=digest_of(secret), made_by=viewer.person_id, made_at=now)
    link.secret, link.name = secret, name
    link.save(force_insert=True)
    _write("link.made", viewer, memorial, link.id, now)
    return link


@transaction.atomic
def take_back_private_link(viewer: Viewer, memorial: Memorial, link: PrivateLink, *, now: datetime) -> None:
    """Ends a private link for everybody who holds it, at once."""
    require(rules.is_keeper(viewer, memorial) and link.memorial_id == memorial.id)
    _write("link.taken_back", viewer, memorial, link.id, now)
    link.delete()


@transaction.atomic
def invite_helper(
    viewer: Viewer, memorial: Memorial, *, name: str = "", invitation_id: UUID | None = None, now: datetime
) -> tuple[Invitation, str]:
    """Invites somebody to read first; returns the invitation and its secret, which is not kept and shown only now.

    The same `invitation_id` invites once, however often a form is sent. Raises NotAllowed or AlreadyInvited.
    """
    require(rules.is_keeper(viewer, memorial))
    if Invitation.objects.filter(pk=invitation_id).exists():
        raise AlreadyInvited
    secret, until = new_secret(), now + timedelta(days=INVITATION_DAYS)
    invitation = Invitation(
        id=invitation_id or new_id(),
        memorial=memorial,
        digest=digest_of(secret),
        made_by=viewer.person_id,
        made_at=now,
        until=until,
    )
    invitation.name = name
    invitation.save(force_insert=True)
    _write("helper.invited", viewer, memorial, invitation.id, now)
    return invitation, secret


@transaction.atomic
def take_back_invitation(viewer: Viewer, memorial: Memorial, invitation: Invitation, *, now: datetime) -> None:
    """Ends an invitation that nobody has accepted yet."""
    require(rules.is_keeper(viewer, memorial) and invitation.memorial_id == memorial.id)
    _write("helper.invitation_taken_back", viewer, memorial, invitation.id, now)
    invitation.delete()


@transaction.atomic
def accept_invitation(viewer: Viewer, *, secret: str, now: datetime) -> Helper:
    """Makes the viewer a helper, once; of many at a time one wins. Raises InvitationIsOver or AlreadyAKeeper."""
    require(viewer.is_signed_in)
    invitation = open_invitation(secret, now=now)
    memorial = invitation.memorial
    if rules.is_keeper(viewer, memorial):
        raise AlreadyAKeeper
    used, _ = Invitation.objects.filter(pk=invitation.pk).delete()
    if not used:
        raise InvitationIsOver
    helper, _ = Helper.objects.get_or_create(
        memorial=memorial, person_id=viewer.person_id, defaults={"asked_by": invitation.made_by, "since": now}
    )
    _write("helper.accepted", viewer, memorial, helper.id, now)
    return helper


@transaction.atomic
def end_helping(viewer: Viewer, memorial: Memorial, helper: Helper, *, now: datetime) -> None:
    """Ends a helper's part: a keeper may end it, and helpers may resign without a reason."""
    require(helper.memorial_id == memorial.id and rules.may_end_helping(viewer, memorial, helper))
    _write("helper.ended", viewer, memorial, helper.id, now)
    helper.delete()


def _next_place(memorial: Memorial) -> int:
    last = memorial.remembereds.aggregate(last=Max("place"))["last"]
    return 0 if last is None else last + 1


def _write(verb: str, viewer: Viewer, memorial: Memorial, subject_id: UUID, now: datetime) -> None:
    journal.write(verb, actor=viewer.person_id, subject_id=subject_id, memorial_id=memorial.id, now=now)
