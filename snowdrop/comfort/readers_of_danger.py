"""Reads the journal: words that arrived are looked at for danger, after they are safely stored (trust.md §5.3).

Local rules, often wrong. They open a case, so that a human looks; they hide, delay and answer nothing. What was sent to
a memorial that was deleted meanwhile is looked at by nobody.
"""

from __future__ import annotations

from snowdrop.comfort.danger import danger_in
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.things import id_of
from snowdrop.comfort.vocabulary import Place
from snowdrop.ground import clock, journal
from snowdrop.ground.keys import KeyIsGone
from snowdrop.safeguarding.actions import open_case
from snowdrop.safeguarding.things import Thing


@journal.reader("comfort-danger", verbs=["comfort.received", "comfort.corrected"])
def look_for_danger(entry: journal.Entry) -> None:
    """Opens a case where the words ask for one. Safe to run twice for the same entry."""
    comfort = Comfort.objects.filter(arrival=entry.subject_id.bytes).exclude(place=Place.WITHDRAWN).first()
    if comfort is None:
        return
    try:
        open_case(Thing("comfort", id_of(comfort)), danger_in(comfort), now=clock.now())
    except KeyIsGone:
        return
