"""Acts on the journal: a file whose last byte is here becomes what it was sent for."""

from __future__ import annotations

from snowdrop.ground import journal
from snowdrop.media.arriving import COMPLETED
from snowdrop.tributes.actions_of_arrivals import take_in_whole


@journal.reader("arrivals", verbs=[COMPLETED])
def read_entry(entry: journal.Entry) -> None:
    """Safe to run twice for the same entry."""
    take_in_whole(entry.subject_id, entry.at)
