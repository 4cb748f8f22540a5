"""Stopping mails and taking that back; what came back because nobody is there; asking to be told, and following."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction

from snowdrop.ground import journal, outbox
from snowdrop.ground.models import Outgoing
from snowdrop.ground.refusals import require
from snowdrop.memorials import rules as rules_of_memorials
from snowdrop.memorials.models import Memorial
from snowdrop.notices.bounces import Returned, read_returned
from snowdrop.notices.models import Gone, Hours, Listener, Noted, Stop, Wish
from snowdrop.notices.noting import visible_things
from snowdrop.notices.telling import put_confirmation
from snowdrop.notices.the_list import TheList
from snowdrop.notices.tokens import read_token, read_token_of_listener
from snowdrop.notices.vocabulary import BY_MAIL, EVERYTHING, What
from snowdrop.people.marks import address_mark
from snowdrop.people.models import Person
from snowdrop.people.viewer import NOBODY_KNOWN, Viewer

_COMES_BACK_WITHIN: Final = timedelta(days=14)
_ASKED_AGAIN_AFTER: Final = timedelta(hours=1)
"""Nobody can have a stranger's mailbox filled by asking for it again and again."""


@transaction.atomic
def stop_mails(token: str, *, everything: bool, now: datetime) -> None:
    """Stops mails of the kind of the one that brought this token, or all. Twice is fine. Raises UnknownToken."""
    mark, what = read_token(token)
    _, is_new = Stop.objects.get_or_create(mark=mark, what=EVERYTHING if everything else what, defaults={"at": now})
    if is_new:
        journal.write("mails.stopped", actor=None, subject_id=UUID(bytes=mark), memorial_id=None, now=now)


@transaction.atomic
def take_back_stop(token: str, *, now: datetime) -> None:
    """Lets mails of this kind come again, and with it takes back that nothing should. Raises UnknownToken."""
    mark, what = read_token(token)
    removed, _ = Stop.objects.filter(mark=mark, what__in=(what, EVERYTHING)).delete()
    if removed:
        journal.write("mails.wanted_again", actor=None, subject_id=UUID(bytes=mark), memorial_id=None, now=now)


@transaction.atomic
def take_in_returned(mail: bytes, *, now: datetime) -> bool:
    """Reads a mail that a server has sent back; says whether it was one of ours, sent not long ago.

    Where nobody is, nothing more is sent; what could not be brought for a while is brought again.
    """
    returned = read_returned(mail)
    row = _row_of(returned, now) if returned else None
    if returned is None or row is None:
        return False
    if returned.nobody_there:
        TheList().nobody_there(bytes(row.mark), now)
        outbox.came_back(row, now=now)
    elif returned.for_now:
        outbox.bring_again(row.pk, now=now)
    return True


@transaction.atomic
def try_mailbox_again(mark: bytes, *, now: datetime) -> None:
    """Sends again to an address at which nobody was. Twice is fine."""
    if Gone.objects.filter(mark=mark).delete()[0]:
        journal.write("mailbox.tried_again", actor=None, subject_id=UUID(bytes=mark), memorial_id=None, now=now)


@transaction.atomic
def wish_to_be_told(
    viewer: Viewer, *, wishes: Mapping[str, str], hour: int, weekday: int, at_night: bool, now: datetime
) -> None:
    """Says how the viewer wants to be told of each kind, and when. Raises NotAllowed for guests.

    Whoever asks for mails takes back that these should not come.
    """
    require(viewer.is_signed_in)
    person = Person.objects.get(pk=viewer.person_id)
    for about, how in wishes.items():
        Wish.objects.update_or_create(person=person, about=about, defaults={"how": how})
    said = {"hour": hour, "weekday": weekday, "at_night": at_night}
    Hours.objects.update_or_create(person=person, defaults=said)
    if set(wishes.values()) & set(BY_MAIL):
        Stop.objects.filter(mark=address_mark(person.email), what__in=(What.GATHERED, What.NEWS)).delete()
    journal.write("notices.chosen", actor=viewer.person_id, subject_id=person.pk, memorial_id=None, now=now)


@transaction.atomic
def have_seen(viewer: Viewer, *, now: datetime) -> None:
    """Sets aside what stands on the viewer's page of notices. Raises NotAllowed for guests."""
    require(viewer.is_signed_in)
    theirs = Noted.objects.filter(reader_id=viewer.person_id)
    for noted in theirs.exclude(listener=None).select_related("listener"):
        assert noted.listener
        _know(noted.listener)
    theirs.update(untold=False, told_with=None)
    assert viewer.person_id
    journal.write("notices.seen", actor=viewer.person_id, subject_id=viewer.person_id, memorial_id=None, now=now)


@transaction.atomic
def follow(viewer: Viewer, memorial: Memorial, *, now: datetime) -> Listener:
    """Tells the viewer from now on when the family shares something that they may see. Twice is fine.

    The family is not told, and nobody sees who follows. Raises NotAllowed for guests.
    """
    require(viewer.is_signed_in and Memorial.objects.visible_to(viewer).filter(pk=memorial.pk).exists())
    person = Person.objects.get(pk=viewer.person_id)
    kept = {"person": person, "asked_at": now, "confirmed_at": now, "address": ""}
    listener, _ = Listener.objects.update_or_create(
        memorial_id=memorial.pk, mark=address_mark(person.email), defaults=kept
    )
    _know(listener)
    _write("page.followed", listener, now)
    return listener


@transaction.atomic
def stop_following(viewer: Viewer, memorial: Memorial, *, now: datetime) -> None:
    """Ends that. Twice is fine."""
    require(viewer.is_signed_in)
    for listener in Listener.objects.filter(memorial_id=memorial.pk, person_id=viewer.person_id):
        _write("page.followed_no_more", listener, now)
        listener.delete()


@transaction.atomic
def ask_to_follow(memorial: Memorial, *, address: str, now: datetime) -> None:
    """Asks whoever reads mail at this address whether they want to be told; until they say so they are told nothing.

    Only for a page that everybody may see; of another, as of an address that wants no mails or is kept out, nothing is
    kept, and whoever asks is answered as everybody is. Of an address that follows already nothing changes.
    """
    mark = address_mark(address)
    if not Memorial.objects.visible_to(NOBODY_KNOWN).filter(pk=memorial.pk).exists():
        return
    if TheList().is_unwanted(mark, What.NEWS) or rules_of_memorials.is_blocked(memorial, address=address):
        return
    kept = {"asked_at": now, "address": address}
    listener, is_new = Listener.objects.get_or_create(memorial_id=memorial.pk, mark=mark, defaults=kept)
    if listener.confirmed_at or not (is_new or listener.asked_at < now - _ASKED_AGAIN_AFTER):
        return
    listener.asked_at = now
    listener.save(update_fields=["asked_at"])
    put_confirmation(listener, now=now)


@transaction.atomic
def confirm_following(token: str, *, now: datetime) -> Listener:
    """A guest shows that the address is theirs. Twice is fine. Raises UnknownToken, Listener.DoesNotExist."""
    listener = Listener.objects.get(pk=read_token_of_listener(token))
    if listener.confirmed_at is None:
        listener.confirmed_at = now
        listener.save(update_fields=["confirmed_at"])
        _know(listener)
        _write("page.followed", listener, now)
    return listener


@transaction.atomic
def forget_unconfirmed(*, now: datetime) -> None:
    """Forgets addresses of which nobody has shown within three days that they are theirs."""
    Listener.objects.filter(confirmed_at=None, asked_at__lt=now - timedelta(days=3)).delete()


def _know(listener: Listener) -> None:
    listener.known = sorted(visible_things(listener))
    listener.save(update_fields=["known"])


def _write(verb: str, listener: Listener, now: datetime) -> None:
    """Nobody is told who follows a page, so it is written of no memorial."""
    journal.write(verb, actor=listener.person_id, subject_id=listener.pk, memorial_id=None, now=now)


def _row_of(returned: Returned, now: datetime) -> Outgoing | None:
    """The mail that came back; one without a name of ours, or sent long ago, is nobody's: it may be made up."""
    return Outgoing.objects.filter(pk__in=returned.mail_ids, sent_at__gte=now - _COMES_BACK_WITHIN).first()
