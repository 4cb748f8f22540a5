"""What the family's own screens of videos and voice notes show: adding one, one clip, its captions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from django.urls import reverse
from django.utils.translation import gettext as _

from snowdrop.ground.form_rendering import ChoiceLabel
from snowdrop.media.models import Captions
from snowdrop.media.on_page import CaptionsOnPage, ClipOnPage, Covers, Readiness, captions_on_page, kind_in_words
from snowdrop.media.queries import ShownRecording, captions_of, note_of, shown_recordings
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.queries import Showing
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.forms import photo_choice
from snowdrop.tributes.forms_of_clips import MOST_IN_ONE_GO
from snowdrop.tributes.models import Clip
from snowdrop.tributes.queries_of_clips import address_of, clip_on_page, states_of_clips
from snowdrop.tributes.screens import Frame, WhoSees, frame_of, who_sees


@dataclass(frozen=True, slots=True)
class AddClipPage:
    """The page on which a video or a voice note is added; without scripts a file may have so many megabytes."""

    frame: Frame
    most_without_scripts: int


@dataclass(frozen=True, slots=True)
class ClipPage:
    """The page on which a clip is described. `original_name` is the name of the file as it came."""

    frame: Frame
    title: str
    clip: ClipOnPage | None
    state: Readiness
    who_sees: WhoSees
    is_taken_away: bool
    captions: tuple[CaptionsOnPage, ...]
    captions_address: str
    original_name: str
    original_address: str
    take_away_address: str
    put_back_address: str


@dataclass(frozen=True, slots=True)
class CaptionsPage:
    """The page on which captions are written or given as a file."""

    frame: Frame
    clip: ClipOnPage | None
    back: str


def add_clip_page(viewer: Viewer, memorial: Memorial) -> AddClipPage:
    """The page on which a clip is added."""
    return AddClipPage(frame_of(viewer, memorial), MOST_IN_ONE_GO)


def shown_recording(clip: Clip) -> ShownRecording | None:
    """What there is to see or hear of it; nothing while it is being prepared."""
    return shown_recordings([clip.recording_id]).get(clip.recording_id)


def clip_page(viewer: Viewer, memorial: Memorial, clip: Clip) -> ClipPage:
    """The page of a clip, as visitors will find it, under its cover."""
    recording, addresses = shown_recording(clip), [memorial.slug, clip.id]
    return ClipPage(
        frame=frame_of(viewer, memorial),
        title=kind_in_words(clip.recording.kind),
        clip=None if clip.is_taken_away else _as_visitors_find_it(memorial, clip, recording),
        state=states_of_clips([clip])[clip.id],
        who_sees=who_sees(clip, Showing(memorial)),
        is_taken_away=clip.is_taken_away,
        captions=captions_on_page(recording, partial(address_of, memorial, clip)),
        captions_address=reverse("captions", args=addresses),
        original_name=note_of(clip.recording).name,
        original_address=reverse("original_clip", args=addresses),
        take_away_address=reverse("take_away_clip", args=addresses),
        put_back_address=reverse("put_back_clip", args=addresses),
    )


def captions_page(viewer: Viewer, memorial: Memorial, clip: Clip) -> CaptionsPage:
    """The page of captions, with the clip itself, so that it can be listened to while they are written."""
    shown = _as_visitors_find_it(memorial, clip, shown_recording(clip))
    return CaptionsPage(frame_of(viewer, memorial), shown, reverse("clip", args=[memorial.slug, clip.id]))


def captions_so_far(clip: Clip, language: str) -> dict[str, str]:
    """What the form of captions begins with: those that are there in this language."""
    try:
        words = captions_of(clip.recording, language)
    except Captions.DoesNotExist:
        words = ""
    return {"language": language, "words": words}


def still_choices(memorial: Memorial, clip: Clip) -> tuple[list[tuple[str, ChoiceLabel]], str]:
    """The stills to choose from, and the one that stands now."""
    recording = shown_recording(clip)
    if recording is None or not recording.stills:
        return [], ""
    named = [
        (name, photo_choice(_("Picture %(number)d") % {"number": number}, "", address_of(memorial, clip, name), ""))
        for number, name in enumerate(recording.stills, start=1)
    ]
    return named, recording.still


def _as_visitors_find_it(memorial: Memorial, clip: Clip, recording: ShownRecording | None) -> ClipOnPage | None:
    return clip_on_page(memorial, clip, recording, Covers(memorial.seed)) if recording else None
