"""Reads the journal: who changes how they sign in, or signs in somewhere new, is told by mail (ASVS 6.3.5, 6.3.7).

The mail names no device and holds no way in; it says where to look.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from snowdrop.ground import clock, journal, outbox
from snowdrop.ground.mail import Mail
from snowdrop.ground.models import Outgoing
from snowdrop.people.models import Person

_TOLD: Final[dict[str, Promise]] = {
    "passkey.added": _("A passkey was added. A device can now sign you in with it."),
    "passkey.removed": _("A passkey was removed. It no longer signs you in."),
    "person.at_a_new_device": _("You were signed in with a browser in which you were not before."),
}


@journal.reader("people", verbs=tuple(_TOLD))
@transaction.atomic
def tell_of_a_change(entry: journal.Entry) -> None:
    """Puts one mail to the person into the outbox. Safe to run twice."""
    about, person = UUID(int=entry.id), entry.subject_id
    outbox.put(entry.verb, subject_id=about, recipients=[person], memorial_id=None, now=clock.now())


def _write(row: Outgoing, now: datetime) -> outbox.Written:
    """One sentence of what has changed, and where to look."""
    person = Person.objects.filter(pk=row.recipient_id, is_active=True).first()
    if person is None:
        return None
    at = journal.Entry.objects.get(pk=row.subject_id.int).at
    context = {"words": _TOLD[row.what], "at": at, "address": settings.SNOWDROP.address + reverse("you")}
    return Mail(person.email, _("How you sign in"), "people/mail/change", context)


for _verb in _TOLD:
    outbox.writes(_verb)(_write)
