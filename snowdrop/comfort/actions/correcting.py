"""What its sender, or a change of the family's list, does to comfort afterwards."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from snowdrop.comfort import guard
from snowdrop.comfort.actions.moving import AlreadyMoved, move, subject_of
from snowdrop.comfort.content import NOTHING, Content, read_content
from snowdrop.comfort.intake import digest_of_once
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.vocabulary import LET_THROUGH, OPENED_OR_KEPT, Place
from snowdrop.ground import journal
from snowdrop.memorials.models import ReadingRule
from snowdrop.memorials.vocabulary import FirstReading
from snowdrop.people.viewer import NOBODY_KNOWN, Viewer

_AT_ONCE: Final = 200
_READ_AFRESH: Final = {
    False: {
        **dict.fromkeys((*LET_THROUGH, Place.ASKED, Place.GUARDED), Place.HELD),
        **dict.fromkeys((Place.APART, Place.EMPTIED), Place.SEALED),
    },
    True: {
        **dict.fromkeys(OPENED_OR_KEPT, Place.WAITING),
        **dict.fromkeys((Place.ASKED, Place.GUARDED), Place.HELD),
        Place.EMPTIED: Place.SEALED,
    },
}
"""Where changed words go from where somebody could come upon them who has not chosen to read them: by the choice of the
family that nobody reads first, and by all others.

What its sender was asked to change, or the rules have held back, is read first again in any case. New words for what
was kept away until its words were destroyed are kept away in turn.
"""


@transaction.atomic
def take_back(once: str, *, now: datetime) -> None:
    """Takes back what a sender sent with this token: its words are gone at once, wherever it was. Twice is fine.

    Raises Comfort.DoesNotExist for a token that nothing was sent with.
    """
    comfort = _sent_with_locked(once)
    if comfort.place == Place.WITHDRAWN:
        return
    move(Viewer(), comfort, to=Place.WITHDRAWN, allowed=tuple(Place), now=now, content=NOTHING)


@transaction.atomic
def correct(once: str, content: Content, *, by: Viewer = NOBODY_KNOWN, now: datetime) -> None:
    """Puts other words in the place of what a sender sent; `by` is who is signed in, if anybody is.

    Words that somebody let through are read first again, or wait anew where nobody reads first; what was kept away or
    out, or put apart, stays so (trust.md T31). What comes from somebody whom the family keeps out, by its old words or
    its new ones, is kept out. Raises Comfort.DoesNotExist, and AlreadyMoved when it was taken back.
    """
    comfort = _sent_with_locked(once)
    if comfort.place == Place.WITHDRAWN:
        raise AlreadyMoved
    place = Place(comfort.place)
    straight = comfort.memorial.first_reading == FirstReading.NOBODY
    to = _READ_AFRESH[straight].get(place, place)
    for signed in (read_content(comfort), content):
        if guard.is_kept_out(by, comfort.memorial, name=signed.name, reach=signed.reach):
            to = Place.KEPT_OUT
    rule = ReadingRule.objects.standing(comfort.memorial_id) if straight and to in LET_THROUGH else None
    rule_id = rule.pk if rule else None
    move(Viewer(), comfort, to=to, allowed=tuple(Place), now=now, content=content, rule=rule_id)
    about = {"subject_id": subject_of(comfort), "memorial_id": comfort.memorial_id}
    journal.write("comfort.corrected", actor=None, **about, now=now)


def read_what_was_kept_out(memorial_id: UUID, *, now: datetime) -> None:
    """Puts on the desk what was kept out and comes from nobody on the list any more: a block was taken back."""
    listed = guard.lists_of([memorial_id])[memorial_id]
    kept_out = Comfort.objects.select_related("memorial").filter(memorial=memorial_id, place=Place.KEPT_OUT)
    for comfort in kept_out.iterator(chunk_size=_AT_ONCE):
        content = read_content(comfort)
        if not listed.keep_out(name=content.name, reach=content.reach):
            with suppress(AlreadyMoved), transaction.atomic():
                move(NOBODY_KNOWN, comfort, to=Place.HELD, allowed=(Place.KEPT_OUT,), now=now)


def sent_with(once: str) -> Comfort:
    """What was sent with this token, or what a mail gave another one for. Raises Comfort.DoesNotExist."""
    try:
        digest = digest_of_once(once)
    except ValueError:
        raise Comfort.DoesNotExist from None
    found = Comfort.objects.select_related("memorial").filter(arrival=digest).first()
    return found or Comfort.objects.select_related("memorial").get(addresses__digest=digest)


def _sent_with_locked(once: str) -> Comfort:
    """The same, and nobody moves it before this transaction ends: its sender always wins."""
    locked = Comfort.objects.select_related("memorial").select_for_update(of=("self",))
    return locked.get(pk=sent_with(once).pk)
