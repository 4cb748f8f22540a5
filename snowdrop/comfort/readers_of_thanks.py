"""Reads the journal: a thanks that was sent reaches everybody for whom it is."""

from __future__ import annotations

from snowdrop.comfort import mails_of_thanks  # noqa: F401 - the outbox asks it for each mail
from snowdrop.comfort.actions import reach_everybody
from snowdrop.ground import clock, journal


@journal.reader("thanks", verbs=["thanks.sent"])
def read_entry(entry: journal.Entry) -> None:
    """Safe to run twice for the same entry, and to be ended in the middle."""
    reach_everybody(entry.subject_id, now=clock.now())
