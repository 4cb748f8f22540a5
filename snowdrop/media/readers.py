"""Acts on the journal: takes in files that are whole, makes ready what was taken in, removes what was discarded."""

from __future__ import annotations

from snowdrop.ground import journal
from snowdrop.media.actions import develop_picture, remove_picture
from snowdrop.media.actions_of_recordings import develop_recording, remove_recording
from snowdrop.media.arriving import COMPLETED
from snowdrop.media.purposes import take_in_whole


@journal.reader("media", verbs=["picture.taken_in", "picture.discarded", "recording.discarded"])
def read_entry(entry: journal.Entry) -> None:
    """Safe to run twice for the same entry."""
    if entry.verb == "picture.taken_in":
        develop_picture(entry.subject_id, entry.at)
    elif entry.verb == "picture.discarded":
        remove_picture(entry.subject_id)
    else:
        remove_recording(entry.subject_id)


@journal.reader("recordings", verbs=["recording.taken_in"])
def read_recording(entry: journal.Entry) -> None:
    """Apart from the other, because a video takes minutes and a photograph must not wait for it."""
    develop_recording(entry.subject_id, entry.at)


@journal.reader("arrivals", verbs=[COMPLETED])
def read_arrival(entry: journal.Entry) -> None:
    """A file whose last byte is here becomes what it was sent for."""
    take_in_whole(entry.subject_id, entry.at)
