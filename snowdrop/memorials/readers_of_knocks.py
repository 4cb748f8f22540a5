"""Reads the journal: a knock is carried in where there is a memorial behind the door, and let go everywhere else."""

from __future__ import annotations

from snowdrop.ground import journal
from snowdrop.memorials.actions import carry_in
from snowdrop.memorials.actions.knocking import LEFT


@journal.reader("knocks", verbs=[LEFT])
def read_entry(entry: journal.Entry) -> None:
    """Safe to run twice for the same entry."""
    carry_in(entry.subject_id, now=entry.at)
