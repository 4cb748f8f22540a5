"""What pages show of videos and voice notes: frozen objects with addresses, words, and how long each is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from snowdrop.media.queries import OnTheWay, ShownRecording, recordings_on_the_way
from snowdrop.media.vocabulary import RecordingKind, captions_name
from snowdrop.memorials.models import Memorial
from snowdrop.tributes.covers import Covers, stage_height
from snowdrop.tributes.models import Clip
from snowdrop.tributes.vocabulary import Readiness

_SHARES: Final = (
    gettext_lazy("It has begun."),
    gettext_lazy("About a quarter is done."),
    gettext_lazy("About a third is done."),
    gettext_lazy("About half is done."),
    gettext_lazy("About two thirds are done."),
    gettext_lazy("Most of it is done."),
    gettext_lazy("Nearly all of it is done."),
)


@dataclass(frozen=True, slots=True)
class CaptionsOnPage:
    """What is said in a clip, to be read along: its address, the language, and that language's own name."""

    address: str
    language: str
    name: str


@dataclass(frozen=True, slots=True)
class ClipOnPage:
    """A video or voice note as `components/clip.html` reads it: under a drawn cover, or shown openly."""

    is_video: bool
    address: str
    mime: str
    still: str
    stage_width: int
    stage_height: int
    cover: SafeString
    openly: bool
    words: str
    alt: str
    caption: str
    length: str
    captions: tuple[CaptionsOnPage, ...]
    note: str | Promise = ""


def clip_on_page(
    memorial: Memorial, clip: Clip, recording: ShownRecording, covers: Covers, note: str | Promise = ""
) -> ClipOnPage:
    """A clip with its words unsealed, and the place that the page keeps for it."""
    is_video = recording.kind == RecordingKind.VIDEO
    return ClipOnPage(
        is_video=is_video,
        address=address_of(memorial, clip, recording.track.name),
        mime=recording.track.mime,
        still=address_of(memorial, clip, recording.still) if recording.still else "",
        stage_width=1000 if is_video else 0,
        stage_height=stage_height(recording.width, recording.height) if is_video else 0,
        cover=covers.of(clip.cover),
        openly=not clip.cover,
        words=clip.words or kind_in_words(recording.kind),
        alt=clip.alt,
        caption=clip.caption,
        length=length_in_words(recording.seconds),
        captions=captions_on_page(memorial, clip, recording),
        note=note,
    )


def captions_on_page(memorial: Memorial, clip: Clip, recording: ShownRecording | None) -> tuple[CaptionsOnPage, ...]:
    """The captions that are there, one for each language."""
    return tuple(
        CaptionsOnPage(address_of(memorial, clip, captions_name(language)), language, name)
        for language, name in (recording.captions if recording else ())
    )


def address_of(memorial: Memorial, clip: Clip, name: str) -> str:
    """Where the bytes of this name are: the track, a still, captions."""
    return reverse("clip_bytes", args=[memorial.slug, clip.id, name])


def kind_in_words(kind: str) -> str:
    """What a clip is called that has no words of its own."""
    return _("A video") if kind == RecordingKind.VIDEO else _("A voice note")


def length_in_words(seconds: float) -> str:
    """How long it is, as one would say it."""
    if seconds < 90:
        whole = max(1, round(seconds))
        return ngettext("%(number)d second", "%(number)d seconds", whole) % {"number": whole}
    minutes = round(seconds / 60)
    return ngettext("about %(number)d minute", "about %(number)d minutes", minutes) % {"number": minutes}


def share_in_words(share: float) -> str | Promise:
    """How much of something is done (0 to 1)."""
    return _SHARES[min(int(share * len(_SHARES)), len(_SHARES) - 1)]


def states_of_clips(clips: Collection[Clip]) -> dict[UUID, Readiness]:
    """How far each of these clips is, by its id; one question, however many there are."""
    on_the_way = recordings_on_the_way([clip.recording_id for clip in clips])
    return {clip.id: _state(on_the_way.get(clip.recording_id)) for clip in clips}


def _state(on_the_way: OnTheWay | None) -> Readiness:
    if on_the_way is None:
        return Readiness()
    if on_the_way.refusal:
        return Readiness("refused", on_the_way.refusal)
    sentence = _("It has arrived safely and is being prepared. A long one takes a while; you need not wait here.")
    return Readiness("preparing", sentence, on_the_way.share, share_in_words(on_the_way.share))
