"""Who keeps a memorial after a keeper who cannot any more: naming, asking, stopping, and keeping it in the end."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from snowdrop.ground.ids import new_secret
from snowdrop.ground.refusals import require
from snowdrop.memorials import rules
from snowdrop.memorials.actions.keeping import become_keeper
from snowdrop.memorials.actions.writing import write
from snowdrop.memorials.models import Freeze, Keeper, Memorial, Succession, Successor
from snowdrop.memorials.queries.links import digest_of
from snowdrop.memorials.rules_of_keeping import keepers_of, may_keep_it_now
from snowdrop.memorials.vocabulary import SUCCESSION_DAYS
from snowdrop.people.marks import address_mark, is_same_mailbox
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer


@transaction.atomic
def name_successor(
    viewer: Viewer, memorial: Memorial, *, name: str, address: str = "", words: str = "", now: datetime
) -> Successor:
    """Names whom the viewer wants to keep the memorial when they cannot; naming somebody else ends the one before.

    Nobody is told, and their secret address opens nothing: with it they may ask. Raises NotAllowed.
    """
    Memorial.objects.hold(memorial.id)
    require(rules.is_keeper(viewer, memorial))
    keeper = Keeper.objects.get(memorial=memorial, person_id=viewer.person_id)
    successor = Successor.objects.filter(keeper=keeper).first()
    if successor is None or (successor.name, successor.address) != (name, address):
        _end(Successor.objects.filter(keeper=keeper))
        successor = Successor(memorial=memorial, keeper=keeper, secret=new_secret(), name=name, address=address)
        successor.digest, successor.address_mark = digest_of(successor.secret), address_mark(address)
    successor.words, successor.named_at = words, now
    successor.save()
    write("successor.named", viewer, memorial, successor.id, now)
    return successor


@transaction.atomic
def name_nobody(viewer: Viewer, memorial: Memorial, *, now: datetime) -> None:
    """Takes back whom the viewer has named, also if they have asked already. Twice is fine. Raises NotAllowed."""
    Memorial.objects.hold(memorial.id)
    require(rules.is_keeper(viewer, memorial))
    _end(Successor.objects.filter(memorial=memorial, keeper__person_id=viewer.person_id))
    write("successor.taken_back", viewer, memorial, memorial.id, now)


def _end(successors: QuerySet[Successor]) -> None:
    """With whoever was named ends what they have asked; that somebody has stopped them is remembered."""
    Succession.objects.filter(successor__in=successors, stopped_at=None).delete()
    successors.delete()


@transaction.atomic
def ask_to_succeed(viewer: Viewer, *, secret: str = "", now: datetime) -> None:
    """Asks to keep what somebody has named the viewer for: by a secret address, or by the address they sign in with.

    It answers nothing, whether there is such a memorial or not: until they keep it, they learn nothing of it. Stopped,
    it can be asked for anew after thirty days; asked again before, nothing changes. Raises NotAllowed for guests.
    """
    require(viewer.is_signed_in)
    person = Person.objects.get(pk=viewer.person_id)
    mine = Q(address_mark=bytes(person.address_mark))
    by_secret = Q(digest=digest_of(secret)) & (mine | Q(address_mark=b""))
    for successor in Successor.objects.filter(by_secret if secret else mine).select_related("memorial"):
        Memorial.objects.hold(successor.memorial_id)
        is_meant = not successor.address_mark or is_same_mailbox(successor.address, person.email)
        if is_meant and _may_ask(successor, person, now):
            asked = {"memorial": successor.memorial, "person": person, "asked_at": now}
            given = {**asked, "stopped_by": None, "stopped_at": None}
            one, _ = Succession.objects.update_or_create(successor=successor, defaults=given)
            write("succession.asked", viewer, successor.memorial, one.id, now)


def _may_ask(successor: Successor, person: Person, now: datetime) -> bool:
    if person.pk in keepers_of(successor.memorial_id) or rules.is_blocked(successor.memorial, person=person):
        return False
    lately = now - timedelta(days=SUCCESSION_DAYS)
    theirs = Q(successor=successor) | Q(memorial=successor.memorial_id, person=person)
    return not Succession.objects.filter(theirs & (Q(stopped_at=None) | Q(stopped_at__gt=lately))).exists()


@transaction.atomic
def stop_succession(viewer: Viewer, memorial: Memorial, succession: Succession, *, now: datetime) -> None:
    """Stops it, as any keeper may; the person is told nothing. Twice is fine. Raises NotAllowed."""
    Memorial.objects.hold(memorial.id)
    require(rules.is_keeper(viewer, memorial) and succession.memorial_id == memorial.id)
    running = Succession.objects.filter(pk=succession.pk, stopped_at=None)
    if running.update(stopped_by=viewer.person_id, stopped_at=now):
        write("succession.stopped", viewer, memorial, succession.id, now)


@transaction.atomic
def let_succession_go_on(viewer: Viewer, memorial: Memorial, succession: Succession, *, now: datetime) -> None:
    """Takes back the viewer's own stop; its time begins anew, with every notice. Twice is fine. Raises NotAllowed."""
    Memorial.objects.hold(memorial.id)
    require(rules.is_keeper(viewer, memorial) and succession.memorial_id == memorial.id)
    stopped = Succession.objects.filter(pk=succession.pk, stopped_by=viewer.person_id).exclude(successor=None)
    if stopped.update(stopped_by=None, stopped_at=None, asked_at=now):
        write("succession.goes_on", viewer, memorial, succession.id, now)


@transaction.atomic
def succeed(succession_id: UUID, *, now: datetime) -> Keeper | None:
    """Makes a successor a keeper once their time has come; before that, or when it was stopped, nothing happens.

    Whoever named them stays a keeper; only what they had frozen is free again, for they may not be able to lift it.
    """
    asking = Succession.objects.filter(pk=succession_id).select_related("successor__keeper", "memorial", "person")
    for memorial_id in asking.values_list("memorial_id", flat=True):
        Memorial.objects.hold(memorial_id)
    succession = asking.first()
    if succession is None or not may_keep_it_now(succession, now):
        return None
    memorial, successor = succession.memorial, succession.successor
    assert successor
    keeper = become_keeper(memorial.id, succession.person, now)
    Freeze.objects.filter(memorial=memorial, by=successor.keeper.person_id).delete()
    write("keeper.succeeded", Viewer(succession.person_id), memorial, succession.id, now)
    successor.delete()
    return keeper
