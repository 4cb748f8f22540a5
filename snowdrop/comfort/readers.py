"""Reads the journal: desks are cleared of whoever stops, what was kept out is read, who is asked something is told."""

from __future__ import annotations

from django.db import transaction

from snowdrop.comfort.actions import clear_desks, read_what_was_kept_out
from snowdrop.comfort.mails import ASKING
from snowdrop.comfort.models import Asking
from snowdrop.ground import clock, journal, outbox


@journal.reader("comfort", verbs=["block.taken_back"])
def read_entry(entry: journal.Entry) -> None:
    """Safe to run twice for the same entry."""
    assert entry.memorial_id
    read_what_was_kept_out(entry.memorial_id, now=entry.at)


@journal.reader("comfort-asks", verbs=["comfort.asked"])
def tell_sender(entry: journal.Entry) -> None:
    """Puts one mail into the outbox, whether they left an address or not: that is asked as it leaves. Twice is fine."""
    asking = Asking.objects.filter(comfort__arrival=entry.subject_id.bytes).first()
    if asking is None:
        return
    with transaction.atomic():
        one, memorial_id = asking.pk, asking.memorial_id
        outbox.put(ASKING, subject_id=one, recipients=[one], memorial_id=memorial_id, now=clock.now())


@journal.reader("comfort-desks", verbs=["helper.rests", "helper.ended", "helper.part_changed", "person.shut_out"])
def clear_their_desk(entry: journal.Entry) -> None:
    """What lay with somebody who does not read any more goes to the others at once, not when it lapses."""
    assert entry.memorial_id
    clear_desks(entry.memorial_id, now=entry.at)
