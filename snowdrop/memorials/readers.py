"""Reads the journal: those who keep a memorial together are told by mail when one leaves, comes, or steps back."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from snowdrop.ground import clock, journal, outbox
from snowdrop.ground.models import Outgoing
from snowdrop.memorials.mails import write_news
from snowdrop.memorials.models import Keeper

_NEWS: Final[dict[str, Promise]] = {
    "keeper.left": _("Somebody who kept something together with you has left. It stays as it is."),
    "keeper.succeeded": _(
        "Nobody has objected in thirty days: somebody who was named for it keeps it too from now on."
    ),
    "deletion.taken_back": _("What was to be deleted stays: it was taken back, and everything is as it was."),
}


@journal.reader("memorials", verbs=tuple(_NEWS))
@transaction.atomic
def tell_keepers(entry: journal.Entry) -> None:
    """Puts one mail to each of those who keep it now into the outbox. Safe to run twice."""
    people = Keeper.objects.filter(memorial=entry.memorial_id).values_list("person_id", flat=True)
    about, memorial_id = UUID(int=entry.id), entry.memorial_id
    outbox.put(entry.verb, subject_id=about, recipients=people, memorial_id=memorial_id, now=clock.now())


def _write(row: Outgoing, now: datetime) -> outbox.Written:
    """One sentence, to somebody who still keeps it."""
    keepers = Keeper.objects.filter(memorial=row.memorial_id, person=row.recipient_id)
    keeper = keepers.select_related("person", "memorial").first()
    return write_news(keeper, words=_NEWS[row.what]) if keeper else None


for _verb in _NEWS:
    outbox.writes(_verb)(_write)
