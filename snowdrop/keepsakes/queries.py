"""What goes into a keepsake: only what this keeper may see, and nothing that waits unread or was kept away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final
from uuid import UUID

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from snowdrop.comfort import queries as comfort
from snowdrop.comfort.models import Comfort
from snowdrop.ground.drawing import draw_cover
from snowdrop.ground.words import paragraphs_of
from snowdrop.media.filenames import safe_filename
from snowdrop.media.note import Note
from snowdrop.media.queries import (
    OpenFile,
    ShownRecording,
    ShownRendition,
    note_of,
    open_original,
    open_rendition,
    open_track,
    shown_pictures,
    shown_recordings,
)
from snowdrop.media.vocabulary import PrintFormat, RecordingKind, captions_name
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.queries import (
    FamilyRoom,
    called,
    day_name,
    days_to_take,
    family_room,
    named,
    when_in_words,
)
from snowdrop.people.doorways import by_way_of_signing_in
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.models import Clip, Letter, Photo, Version
from snowdrop.tributes.queries import everything_kept

ON_A_PAGE: Final = 200
"""Pieces of comfort on one page of the file."""


@dataclass(frozen=True, slots=True)
class KeepsakePage:
    """The page with the button; `sign_in_address` where somebody has to show first who they are, else ""."""

    room: FamilyRoom
    sign_in_address: str


def keepsake_page(viewer: Viewer, memorial: Memorial, *, lately: bool) -> KeepsakePage:
    """What is said before somebody takes everything with them."""
    sign_in = by_way_of_signing_in(reverse("keepsake", args=[memorial.slug]), again=True)
    return KeepsakePage(family_room(viewer, memorial, here="people"), "" if lately else sign_in)


@dataclass(frozen=True, slots=True)
class LetterToTake:
    """A letter; of those that the viewer wrote, also its earlier versions, the last one first."""

    letter: Letter
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class PhotoToTake:
    """A photo with the names of its two files: as it came, and to be looked at ("" while it is not ready)."""

    photo: Photo
    note: Note
    original: str
    shown: str
    shown_name: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class CaptionsToTake:
    """What is said in a clip in one language, and the name of the file that holds it."""

    language: str
    language_name: str
    shown: str
    shown_name: str


@dataclass(frozen=True, slots=True)
class ClipToTake:
    """A video or voice note with the names of its files: as it came, to be played ("" while not ready), captions."""

    clip: Clip
    note: Note
    original: str
    shown: str
    shown_name: str
    is_video: bool
    captions: tuple[CaptionsToTake, ...]


ThingToTake = LetterToTake | PhotoToTake | ClipToTake


@dataclass(frozen=True, slots=True)
class DayToTake:
    """A day that matters, as the family says it."""

    name: str
    when: str


@dataclass(frozen=True, slots=True)
class RememberedToTake:
    """One of those whom the memorial remembers, or a brother or sister who lives."""

    names: str
    paragraphs: tuple[str, ...]
    days: tuple[DayToTake, ...]
    lives: bool


@dataclass(frozen=True, slots=True)
class Beginning:
    """How the file begins: what the memorial is called and says, and whom it remembers."""

    called: str
    names: str
    language: str
    flower: str
    cover: SafeString
    paragraphs: tuple[str, ...]
    remembereds: tuple[RememberedToTake, ...]
    days: tuple[DayToTake, ...]


def beginning(memorial: Memorial) -> Beginning:
    """The head of the file."""
    remembereds = list(memorial.remembereds.all())
    name, names = called(memorial, remembereds), named(memorial, remembereds)
    return Beginning(
        called=name,
        names="" if names == name else names,
        language=memorial.language,
        flower=memorial.flower,
        cover=mark_safe(draw_cover(memorial.flower, memorial.seed)),
        paragraphs=paragraphs_of(memorial.words),
        remembereds=tuple(
            RememberedToTake(
                one.names,
                paragraphs_of(one.story),
                tuple(DayToTake(str(day_name(kind)), when) for kind, when in one.dates if when),
                one.lives,
            )
            for one in remembereds
        ),
        days=tuple(DayToTake(one.name, when_in_words(one.when)) for one in days_to_take(memorial)),
    )


def things_to_take(viewer: Viewer, memorial: Memorial) -> tuple[ThingToTake, ...]:
    """All that is shared, in the family's order, also what was taken away; the words are still sealed."""
    things = everything_kept(viewer, memorial)
    pictures = shown_pictures([thing.picture_id for thing in things if isinstance(thing, Photo)])
    recordings = shown_recordings([thing.recording_id for thing in things if isinstance(thing, Clip)])
    versions = defaultdict[UUID, list[Version]](list)
    for version in Version.objects.of(viewer).filter(memorial=memorial):
        versions[version.letter_id].append(version)
    taken: list[ThingToTake] = []
    for number, thing in enumerate(things, 1):
        if isinstance(thing, Photo):
            shown = pictures.get(thing.picture_id)
            jpeg = [one for one in shown.renditions if one.mime == PrintFormat.JPEG.mime] if shown else []
            taken.append(_photo(thing, number, jpeg[-1] if jpeg else None))
        elif isinstance(thing, Clip):
            taken.append(_clip(thing, number, recordings.get(thing.recording_id)))
        else:
            taken.append(LetterToTake(thing, tuple(versions[thing.id])))
    return tuple(taken)


def files_of(thing: ThingToTake) -> Iterator[tuple[str, Callable[[], OpenFile]]]:
    """The files of a thing: the name of each, and what opens it (FileNotFoundError or sealing.Unreadable)."""
    if isinstance(thing, PhotoToTake):
        yield thing.original, lambda: open_original(thing.photo.picture)
        if thing.shown:
            yield thing.shown, lambda: open_rendition(thing.photo.picture, thing.shown_name)
    elif isinstance(thing, ClipToTake):
        yield thing.original, lambda: open_original(thing.clip.recording)
        if thing.shown:
            yield thing.shown, lambda: open_track(thing.clip.recording, thing.shown_name)
        for captions in thing.captions:
            yield captions.shown, lambda captions=captions: open_track(thing.clip.recording, captions.shown_name)


def _photo(photo: Photo, number: int, largest: ShownRendition | None) -> PhotoToTake:
    name = largest.name if largest else ""
    return PhotoToTake(
        photo=photo,
        note=note_of(photo.picture),
        original=f"originals/{number:04}-{safe_filename(photo.picture)}",
        shown=f"pictures/{number:04}{PurePosixPath(name).suffix}" if name else "",
        shown_name=name,
        width=largest.width if largest else 0,
        height=largest.height if largest else 0,
    )


def _clip(clip: Clip, number: int, shown: ShownRecording | None) -> ClipToTake:
    name = shown.track.name if shown else ""
    return ClipToTake(
        clip=clip,
        note=note_of(clip.recording),
        original=f"originals/{number:04}-{safe_filename(clip.recording)}",
        shown=f"clips/{number:04}{PurePosixPath(name).suffix}" if name else "",
        shown_name=name,
        is_video=clip.recording.kind == RecordingKind.VIDEO,
        captions=tuple(
            CaptionsToTake(language, named, f"clips/{number:04}-{language}.vtt", captions_name(language))
            for language, named in (shown.captions if shown else ())
        ),
    )


def comfort_to_take(viewer: Viewer, memorial: Memorial) -> Iterator[Comfort]:
    """The comfort that the family has opened or kept, as it came, a page at a time."""
    return comfort.every_opened(viewer, memorial)
