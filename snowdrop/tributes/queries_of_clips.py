"""What pages show of videos and voice notes: frozen objects with addresses, words, and how long each is."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise

from snowdrop.media.on_page import ClipOnPage, Covers, Readiness, recording_on_page, states_of_recordings
from snowdrop.media.queries import ShownRecording
from snowdrop.memorials.models import Memorial
from snowdrop.tributes.models import Clip


def clip_on_page(
    memorial: Memorial, clip: Clip, recording: ShownRecording, covers: Covers, note: str | Promise = ""
) -> ClipOnPage:
    """A clip with its words unsealed, and the place that the page keeps for it."""
    said = {"words": clip.words, "alt": clip.alt, "caption": clip.caption}
    addresses = partial(address_of, memorial, clip)
    return recording_on_page(recording, addresses, cover=covers.of(clip.cover), note=note, **said)


def address_of(memorial: Memorial, clip: Clip, name: str) -> str:
    """Where the bytes of this name are: the track, a still, captions."""
    return reverse("clip_bytes", args=[memorial.slug, clip.id, name])


def states_of_clips(clips: Collection[Clip]) -> dict[UUID, Readiness]:
    """How far each of these clips is, by its id; one question, however many there are."""
    states = states_of_recordings([clip.recording_id for clip in clips])
    return {clip.id: states[clip.recording_id] for clip in clips}
