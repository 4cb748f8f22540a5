"""Acts on the journal: develops what was taken in, removes the bytes of what was discarded."""

from __future__ import annotations

from snowdrop.ground import journal
from snowdrop.media.actions import develop_picture, remove_bytes_of_discarded


@journal.reader("media", verbs=["picture.taken_in", "picture.discarded"])
def read_entry(entry: journal.Entry) -> None:
    """Safe to run twice for the same entry."""
    if entry.verb == "picture.taken_in":
        develop_picture(entry.subject_id, entry.at)
    else:
        remove_bytes_of_discarded(entry.subject_id)
