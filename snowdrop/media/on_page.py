"""What a photograph, a video or a voice is on a page, whatever room it is in: its place, its cover, how far it is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from snowdrop.ground.drawing import draw_cover
from snowdrop.media.models import Picture
from snowdrop.media.queries import OnTheWay, ShownPicture, ShownRecording, ShownRendition, recordings_on_the_way
from snowdrop.media.refusals import refusal_by_code
from snowdrop.media.vocabulary import PictureState, PrintFormat, RecordingKind, captions_name

_COLUMN: Final = "(min-width: 40rem) 38rem, 100vw"
"""How wide a photo is that stands in the column of a page, as `sizes` says it."""
AddressOf = Callable[[str], str]
"""Gives the address of a published file by its name."""
_NARROWEST_STAGE: Final = 0.62
_WIDEST_STAGE: Final = 2.4
"""Width by height of the place that a page keeps for a photo; one beyond these lies in it with air around it."""
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
class Readiness:
    """Whether it is "ready", "preparing" or "refused"; a sentence, and how much is done (0 to 1), also in words."""

    name: str = "ready"
    sentence: str | Promise = ""
    share: float = 1.0
    share_words: str | Promise = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverPhoto:
    """A photo as `components/photo.html` reads it: addresses of its sizes, and the place that it takes."""

    address: str
    webp: str
    jpeg: str
    sizes: str
    alt: str
    width: int
    height: int
    eager: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoOnPage(CoverPhoto):
    """A photo as `components/covered.html` reads it: under a drawn cover, or shown openly."""

    stage_width: int
    stage_height: int
    cover: SafeString
    openly: bool
    words: str
    caption: str
    note: str | Promise = ""


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


def stage_height(width: int, height: int) -> int:
    """How high, by 1000 wide, the place is that a page keeps for something of these sides."""
    return round(1000 / min(max(width / height, _NARROWEST_STAGE), _WIDEST_STAGE))


class Covers:
    """Draws the covers of one page, each once and pointed to from then on: many photos weigh hardly more than one.

    `called` is what the drawings are named by in the page, where it has covers of more than one sort.
    """

    def __init__(self, seed: str, *, called: str = "cover") -> None:
        self._seed, self._called = f"{seed}-photos", called
        self._drawn: set[str] = set()

    def of(self, flower: str) -> SafeString:
        """The cover of this flower; nothing where a photo is shown openly."""
        if not flower:
            return SafeString("")
        name = f"{self._called}-{flower}"
        if name in self._drawn:
            return _framed(format_html('<use href="#{}"/>', name))
        self._drawn.add(name)
        return _framed(format_html('<g id="{}">{}</g>', name, mark_safe(draw_cover(flower, self._seed))))


def _framed(drawing: SafeString) -> SafeString:
    return format_html(
        '<svg class="drawing" viewBox="0 0 600 300" preserveAspectRatio="xMidYMax slice" aria-hidden="true"'
        ' focusable="false">{}</svg>',
        drawing,
    )


def picture_on_page(
    picture: ShownPicture,
    address_of: AddressOf,
    *,
    cover: SafeString,
    words: str,
    alt: str,
    caption: str = "",
    note: str | Promise = "",
) -> PhotoOnPage:
    """A photograph and the place that the page keeps for it; shown openly where no `cover` is drawn."""
    return PhotoOnPage(
        **addresses_of_sizes(picture.renditions, address_of),
        sizes=_COLUMN,
        alt=alt or words or _("A photo"),
        width=picture.width,
        height=picture.height,
        stage_width=1000,
        stage_height=stage_height(picture.width, picture.height),
        cover=cover,
        openly=not cover,
        words=words or _("A photo"),
        caption=caption,
        note=note,
    )


def recording_on_page(
    recording: ShownRecording,
    address_of: AddressOf,
    *,
    cover: SafeString,
    words: str = "",
    alt: str,
    caption: str = "",
    note: str | Promise = "",
) -> ClipOnPage:
    """A video or a voice and the place that the page keeps for it; shown openly where no `cover` is drawn."""
    is_video = recording.kind == RecordingKind.VIDEO
    return ClipOnPage(
        is_video=is_video,
        address=address_of(recording.track.name),
        mime=recording.track.mime,
        still=address_of(recording.still) if recording.still else "",
        stage_width=1000 if is_video else 0,
        stage_height=stage_height(recording.width, recording.height) if is_video else 0,
        cover=cover,
        openly=not cover,
        words=words or kind_in_words(recording.kind),
        alt=alt,
        caption=caption,
        length=length_in_words(recording.seconds),
        captions=captions_on_page(recording, address_of),
        note=note,
    )


def captions_on_page(recording: ShownRecording | None, address_of: AddressOf) -> tuple[CaptionsOnPage, ...]:
    """The captions that are there, one for each language."""
    return tuple(
        CaptionsOnPage(address_of(captions_name(language)), language, name)
        for language, name in (recording.captions if recording else ())
    )


def addresses_of_sizes(renditions: Sequence[ShownRendition], address_of: AddressOf) -> dict[str, Any]:
    """The addresses of every size, as `srcset` reads them; `address` is for a browser that reads nothing else."""
    by_format = {
        made_as: [(address_of(made.name), made.width) for made in renditions if made.mime == made_as.mime]
        for made_as in PrintFormat
    }
    jpeg = by_format[PrintFormat.JPEG]
    return {
        "address": jpeg[min(1, len(jpeg) - 1)][0],
        "webp": _srcset(by_format[PrintFormat.WEBP]),
        "jpeg": _srcset(jpeg),
    }


def _srcset(sizes: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{address} {width}w" for address, width in sizes)


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


def state_of_picture(picture: Picture) -> Readiness:
    """How far a photograph is."""
    if picture.state == PictureState.REFUSED:
        return Readiness("refused", refusal_by_code(picture.refusal).sentence)
    if picture.state in (PictureState.ARRIVING, PictureState.PREPARING):
        return Readiness("preparing", _("It has arrived safely and is being prepared. That takes a moment."))
    return Readiness()


def states_of_recordings(ids: Collection[UUID]) -> dict[UUID, Readiness]:
    """How far each of these recordings is; one question, however many there are."""
    on_the_way = recordings_on_the_way(ids)
    return {one: _state(on_the_way.get(one)) for one in ids}


def _state(on_the_way: OnTheWay | None) -> Readiness:
    if on_the_way is None:
        return Readiness()
    if on_the_way.refusal:
        return Readiness("refused", on_the_way.refusal)
    sentence = _("It has arrived safely and is being prepared. A long one takes a while; you need not wait here.")
    return Readiness("preparing", sentence, on_the_way.share, share_in_words(on_the_way.share))
