"""Reads the journal: the rules look at what came, desks are cleared of whoever stops, senders are asked.

What was kept out is read once a block is taken back.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from django.db import transaction

from snowdrop.comfort.actions import clear_desks, let_held_pass, look_at, pass_by_rule, read_what_was_kept_out
from snowdrop.comfort.actions.looking import LOOKED_AT
from snowdrop.comfort.mails import ASKING
from snowdrop.comfort.models import Asking, Comfort
from snowdrop.comfort.screened import lane_and_danger
from snowdrop.comfort.things import id_of
from snowdrop.comfort.vocabulary import Place
from snowdrop.ground import clock, journal, outbox
from snowdrop.safeguarding.actions import open_case
from snowdrop.safeguarding.things import Thing
from snowdrop.safeguarding.vocabulary import Crisis

_SAID: Final = ("comfort.received", "comfort.corrected")
"""What is written when words come, and when others take their place."""
TO_LOOK_AT: Final = (*_SAID, *(f"comfort.{place.value}" for place in LOOKED_AT))
"""And when a piece comes to where the rules look, such as after a block that was taken back."""


@journal.reader("comfort", verbs=["block.taken_back"])
def read_entry(entry: journal.Entry) -> None:
    """Safe to run twice for the same entry."""
    assert entry.memorial_id
    read_what_was_kept_out(entry.memorial_id, now=entry.at)


@journal.parts_reader("comfort-lanes", verbs=TO_LOOK_AT)
def look_at_what_came(entries: Sequence[journal.Entry]) -> None:
    """What came, or was changed, gets its lane, opens a case where its words ask for one, and passes by a choice.

    Words are read once for all of it, after they are safely stored (trust.md §5.3). A case hides, delays and answers
    nothing; what was sent to a memorial that was deleted meanwhile is looked at by nobody. Safe to run twice.
    """
    came = {entry.subject_id.bytes: entry.at for entry in entries}
    said = {entry.subject_id.bytes for entry in entries if entry.verb in _SAID}
    pieces = Comfort.objects.select_related("memorial").filter(arrival__in=list(came)).exclude(place=Place.WITHDRAWN)
    there = list(pieces.order_by("id"))
    dangers = look_at(there, now=clock.now())
    for comfort in there:
        if bytes(comfort.arrival) in said:
            _look_for_danger(comfort, dangers.get(comfort.pk))
    for comfort in there:
        pass_by_rule(comfort, came_at=came[bytes(comfort.arrival)], now=clock.now())


def _look_for_danger(comfort: Comfort, danger: Crisis | None) -> None:
    """`danger` if its words were read already."""
    if danger is None and (read := lane_and_danger(comfort)):
        _, danger = read
    if danger is not None:
        open_case(Thing("comfort", id_of(comfort)), danger, now=clock.now())


@journal.reader("comfort-passes", verbs=["first_reading.chosen"])
def let_what_was_held_pass(entry: journal.Entry) -> None:
    """A family may ask that its choice holds for what is held already. Safe to run twice."""
    let_held_pass(entry.subject_id, now=clock.now())


@journal.reader("comfort-asks", verbs=["comfort.asked"])
def tell_sender(entry: journal.Entry) -> None:
    """Puts one mail into the outbox, whether they left an address or not: that is asked as it leaves. Twice is fine."""
    asking = Asking.objects.filter(comfort__arrival=entry.subject_id.bytes).first()
    if asking is None:
        return
    with transaction.atomic():
        one, memorial_id = asking.pk, asking.memorial_id
        outbox.put(ASKING, subject_id=one, recipients=[one], memorial_id=memorial_id, now=clock.now())


@journal.reader(
    "comfort-desks",
    verbs=["helper.rests", "helper.ended", "helper.part_changed", "person.shut_out", "first_reading.chosen"],
)
def clear_their_desk(entry: journal.Entry) -> None:
    """What lay with somebody who does not read any more goes to the others at once, not when it lapses."""
    assert entry.memorial_id
    clear_desks(entry.memorial_id, now=entry.at)
