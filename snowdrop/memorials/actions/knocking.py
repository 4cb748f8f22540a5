"""Asking to see: a knock is left at a door, and carried in afterwards if there is somebody behind it.

Leaving it looks at nothing, so that it is the same act in the same time whether there is a memorial or not.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction

from snowdrop.ground import journal, keys, sealing
from snowdrop.memorials import rules
from snowdrop.memorials.actions.writing import write
from snowdrop.memorials.models import Knock, Memorial, RequestToSee
from snowdrop.people.marks import address_mark
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer

LEFT: Final = "knock.left"
KNOCK_LASTS: Final = timedelta(days=1)
REQUEST_LASTS: Final = timedelta(days=90)

_OWNER: Final = UUID(int=2)
"""Whose data key seals the knocks: nobody's, for a knock may belong to nothing."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What a knock says; `person` is who was signed in, if anybody was."""

    name: str
    address: str
    words: str
    person: str


@transaction.atomic
def leave_knock(
    viewer: Viewer, *, slug: str, knock_id: UUID, name: str, address: str, words: str, now: datetime
) -> None:
    """Leaves a request to see at an address, behind which there may be nothing; the same `knock_id` leaves it once."""
    said = _Said(name, address, words, str(viewer.person_id or ""))
    plain = json.dumps(asdict(said), ensure_ascii=False).encode()
    sealed = sealing.seal(keys.common_key(_OWNER), plain, bound_to=_place(knock_id))
    _, is_new = Knock.objects.get_or_create(pk=knock_id, defaults={"slug": slug, "sealed": sealed, "at": now})
    if is_new:
        journal.write(LEFT, actor=None, subject_id=knock_id, memorial_id=None, now=now)


@transaction.atomic
def carry_in(knock_id: UUID, *, now: datetime) -> RequestToSee | None:
    """Makes a knock a request to see. It is let go where there is no memorial, or none that they do not see already.

    Of those whom the family keeps out nothing is carried in. Whoever has asked before replaces their words.
    """
    knock = Knock.objects.select_for_update().filter(pk=knock_id).first()
    if knock is None:
        return None
    said, memorial = _read(knock), Memorial.objects.filter(slug=knock.slug, deletion=None).first()
    knock.delete()
    if said is None or memorial is None or not _is_to_be_heard(memorial, said):
        return None
    mark = address_mark(said.address)
    request = RequestToSee.objects.filter(memorial=memorial, address_mark=mark).first()
    request = request or RequestToSee(memorial=memorial, address_mark=mark)
    request.name, request.address, request.words, request.asked_at = said.name, said.address, said.words, now
    request.save()
    write("request.arrived", Viewer(), memorial, request.id, now)
    return request


def forget_knocks(*, now: datetime) -> None:
    """Removes knocks that were not carried in for a day: they outlive it at no door."""
    Knock.objects.filter(at__lt=now - KNOCK_LASTS).delete()


def forget_requests(*, now: datetime) -> None:
    """Removes requests to see ninety days after they were made, answered with “not now” or with nothing."""
    RequestToSee.objects.filter(asked_at__lt=now - REQUEST_LASTS).delete()


def _is_to_be_heard(memorial: Memorial, said: _Said) -> bool:
    """By what they wrote and by who they are: the account that was signed in, and those with this address."""
    if rules.is_blocked(memorial, address=said.address, name=said.name):
        return False
    people = [*Person.objects.filter(address_mark=address_mark(said.address))]
    if said.person:
        people += Person.objects.filter(pk=said.person)
    if any(rules.is_blocked(memorial, person=one) for one in people):
        return False
    viewers = [Viewer(), *(Viewer(person_id=one.pk) for one in people)]
    return not any(Memorial.objects.visible_to(one).filter(pk=memorial.pk).exists() for one in viewers)


def _read(knock: Knock) -> _Said | None:
    """What it says; nothing if it cannot be read any more."""
    try:
        plain = sealing.unseal(keys.common_key(_OWNER), bytes(knock.sealed), bound_to=_place(knock.pk))
    except sealing.Unreadable:
        return None
    return _Said(**json.loads(plain))


def _place(knock_id: UUID) -> bytes:
    return b"knock" + knock_id.bytes
