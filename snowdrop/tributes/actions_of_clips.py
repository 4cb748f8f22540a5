"""What the family does with videos and voice notes: adds, describes, chooses the still, writes captions."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from snowdrop.media import actions_of_recordings as media
from snowdrop.memorials.actions.writing import write
from snowdrop.memorials.models import Memorial
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.acting import add, describe, held, take_published_copy_away
from snowdrop.tributes.actions import put_back
from snowdrop.tributes.models import Clip


def add_clip(viewer: Viewer, memorial: Memorial, *, now: datetime, **given: Any) -> Clip:
    """Adds a video or a voice note (`acting.add`: upload, name, audience, circles, words). Given again, the one that is
    there is put back if it was taken away.

    Raises NotAllowed, UnknownAudience, Frozen, or a RecordingRefused with a sentence for whoever sent it.
    """
    clip, is_new = add(viewer, memorial, Clip, media.take_in_recording, now=now, **given)
    if not is_new:
        put_back(viewer, clip, now=now)
    return clip


@transaction.atomic
def describe_clip(viewer: Viewer, clip: Clip, *, now: datetime, still: str = "", **changes: Any) -> Clip:
    """Changes what is said of a clip, its cover, who sees it (audience, circles), and the still that stands for it.

    Only what is given. Raises NotAllowed, UnknownAudience or Frozen.
    """
    clip = describe(viewer, clip, now=now, **changes)
    if still:
        media.choose_still(viewer, clip.recording, still=still, now=now)
    return clip


@transaction.atomic
def caption_clip(viewer: Viewer, clip: Clip, *, language: str, words: str, now: datetime) -> None:
    """Keeps captions of a language (WebVTT or SRT), instead of those that were there; none where `words` is empty.

    Raises NotAllowed, or NotCaptions with a sentence.
    """
    clip = held(viewer, clip)
    if words:
        media.caption(viewer, clip.recording, language=language, words=words, now=now)
    else:
        media.take_captions_away(viewer, clip.recording, language=language, now=now)
    write("clip.captioned", viewer, clip.memorial, clip.id, now)
    take_published_copy_away(clip.memorial, clip.audience)
