"""What pages show of letters, photos and clips: frozen objects, in the family's order, in a handful of queries."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Final
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from snowdrop.audiences.table import Audience, audience, kept_audience
from snowdrop.ground.languages import direction_of
from snowdrop.media.on_page import (
    AddressOf,
    ClipOnPage,
    CoverPhoto,
    Covers,
    PhotoOnPage,
    addresses_of_sizes,
    picture_on_page,
)
from snowdrop.media.queries import ShownPicture, shown_pictures, shown_recordings
from snowdrop.memorials.models import Memorial, OpenPage, is_kept_by
from snowdrop.memorials.queries import Showing, published_to
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.models import KINDS, AnyTribute, Clip, Letter, PageCover, Photo, Series, Tributes
from snowdrop.tributes.models_of_speaking import Spoken
from snowdrop.tributes.queries_of_clips import clip_on_page

SPOKEN: Final = ("spoken__taken_over",)
"""What is asked for beside letters, so that each can say who wrote it for the family."""
_WIDE: Final = "(min-width: 56rem) 54rem, 100vw"
_IS_COVER: Final = Exists(PageCover.objects.filter(photo=OuterRef("pk")))
_BETWEEN_PARAGRAPHS: Final = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class LetterOnPage:
    """A letter as `components/letter.html` reads it."""

    title: str
    dedication: str
    paragraphs: tuple[str, ...]
    signed: str
    when: str
    language: str
    direction: str
    note: str | Promise = ""
    mark: str = ""
    """Who writes it for the family, where a helper does: every reader is told."""
    year: str = ""
    """What stands above it, where the family wants the years of its letters to be seen."""


@dataclass(frozen=True, slots=True)
class Shared:
    """One thing on the page: a letter, photos that follow each other, or a clip."""

    letter: LetterOnPage | None = None
    photos: tuple[PhotoOnPage, ...] = ()
    clip: ClipOnPage | None = None


@dataclass(frozen=True, slots=True)
class SharedOnPage:
    """The photo at the head of the page (None: the drawn cover stands), and what follows it, in the family’s order."""

    cover: CoverPhoto | None
    things: tuple[Shared, ...]


def shared_on_page(page: OpenPage) -> SharedOnPage:
    """What the viewer may see of what the family shares; at most seven queries, and one more
    where letters belong to a series.

    Keepers are told beside each thing if fewer people see it than see the page, by the names of circles if any are
    meant (two queries more). What is not ready is left out.
    """
    memorial = page.memorial
    letters, every_photo, clips = (_told_if_kept(page.viewer, kind.objects.on_page(page)) for kind in KINDS)
    letters = letters.select_related(*SPOKEN)
    photos = list(every_photo.annotate(is_cover=_IS_COVER))
    ready = shown_pictures([photo.picture_id for photo in photos])
    playable = shown_recordings([clip.recording_id for clip in clips])
    showing, covers, years = Showing(memorial), Covers(memorial.seed), _Years(memorial)
    seen = (photo for photo in photos if photo.picture_id in ready)
    heard = (clip for clip in clips if clip.recording_id in playable)
    shared: list[Shared] = []
    for kind, things in groupby(sorted([*letters, *seen, *heard], key=_in_order), key=type):
        if kind is Letter:
            shared += [
                Shared(letter=letter_on_page(letter, note=_note(letter, showing), year=years.above(letter)))
                for letter in things
            ]
        elif kind is Clip:
            recorded = ((one, playable[one.recording_id]) for one in things)
            shared += [
                Shared(clip=clip_on_page(memorial, one, recording, covers, _note(one, showing)))
                for one, recording in recorded
            ]
        else:
            shown = (photo_on_page(memorial, one, ready[one.picture_id], covers, _note(one, showing)) for one in things)
            shared.append(Shared(photos=tuple(shown)))
    at_head = next((one for one in photos if one.is_cover and one.picture_id in ready), None)
    cover = _at_head(memorial, at_head, ready[at_head.picture_id]) if at_head else None
    return SharedOnPage(cover, tuple(shared))


class _Years:
    """The year above a letter: above the first of each year in a series whose family wants that."""

    def __init__(self, memorial: Memorial) -> None:
        self._memorial, self._last = memorial, dict[UUID, str]()

    @cached_property
    def _wanted(self) -> set[UUID]:
        return set(Series.objects.filter(memorial=self._memorial, by_year=True).values_list("pk", flat=True))

    def above(self, letter: Letter) -> str:
        if not letter.series_id or not letter.day or letter.series_id not in self._wanted:
            return ""
        year = letter.day[:4]
        before, self._last[letter.series_id] = self._last.get(letter.series_id), year
        return "" if before == year else year


def cover_photo(viewer: Viewer, memorial: Memorial) -> CoverPhoto | None:
    """The photo at the head of the page; None where the drawn cover stands, or if the viewer may not see the photo."""
    photo = Photo.objects.visible_to(viewer).filter(_IS_COVER, memorial=memorial).first()
    ready = shown_pictures([photo.picture_id]) if photo else {}
    return _at_head(memorial, photo, ready[photo.picture_id]) if photo and ready else None


def _at_head(memorial: Memorial, photo: Photo, picture: ShownPicture) -> CoverPhoto:
    return CoverPhoto(
        **addresses_of_sizes(picture.renditions, _addresses(memorial, photo.id)),
        sizes=_WIDE,
        alt=said_of(photo),
        width=picture.width,
        height=picture.height,
        eager=True,
    )


def letter_on_page(letter: Letter, *, note: str | Promise = "", year: str = "") -> LetterOnPage:
    """A letter with its words unsealed. Raises sealing.Unreadable or keys.KeyIsGone."""
    return LetterOnPage(
        title=letter.title,
        dedication=letter.dedication,
        paragraphs=paragraphs(letter.words),
        signed=letter.signed,
        when=letter.when,
        language=letter.language,
        direction=direction_of(letter.language),
        note=note,
        mark=mark_of(letter),
        year=year,
    )


def mark_of(letter: Letter) -> str:
    """Who wrote it for the family, as every reader is told; "" for the family's own words."""
    spoken = getattr(letter, "spoken", None)
    return mark_in_words(spoken) if spoken else ""


def mark_in_words(spoken: Spoken) -> str:
    """The mark of what a helper has said; what a keeper has taken over has none, unless they wished so."""
    if not spoken.is_taken_over:
        return _("%(name)s writes for the family") % {"name": spoken.name}
    return _("Begun by %(name)s for the family") % {"name": spoken.name} if spoken.taken_over.is_marked else ""


def paragraphs(words: str) -> tuple[str, ...]:
    """The paragraphs of a letter: what an empty line divides."""
    return tuple(part for part in _BETWEEN_PARAGRAPHS.split(words.strip("\n")) if part.strip())


def photo_on_page(
    memorial: Memorial, photo: Photo, picture: ShownPicture, covers: Covers, note: str | Promise = ""
) -> PhotoOnPage:
    """A photo with its words unsealed, and the place that the page keeps for it."""
    said = {"words": photo.words, "alt": photo.alt, "caption": photo.caption}
    return picture_on_page(picture, _addresses(memorial, photo.id), cover=covers.of(photo.cover), note=note, **said)


def said_of(photo: Photo) -> str:
    """What is said to somebody who does not see the photo."""
    return photo.alt or photo.words or _("A photo")


def effective_audience(own: str, memorial: Memorial) -> Audience:
    """Who really sees something of this audience now: never more people than the memorial itself is open to."""
    return min(kept_audience(own), audience(published_to(memorial)), key=lambda row: row.width)


def _told_if_kept(viewer: Viewer, things: Tributes) -> Tributes:
    return things.annotate(is_kept=is_kept_by(viewer, memorial="memorial_id"))


def _note(thing: AnyTribute, page: Showing) -> str | Promise:
    return page.note(thing) if thing.is_kept else ""


def _in_order(thing: AnyTribute) -> tuple[int, UUID]:
    return thing.place, thing.id


def _addresses(memorial: Memorial, photo_id: UUID) -> AddressOf:
    return lambda name: reverse("picture", args=[memorial.slug, photo_id, name])


def everything_kept(viewer: Viewer, memorial: Memorial) -> list[AnyTribute]:
    """All that the viewer may take along, in the family's order: what was taken away too (`is_taken_away` says so).

    What another keeper has for themselves alone is not among it.
    """
    kept: list[Tributes] = [kind.objects.kept_by(viewer).filter(memorial=memorial) for kind in KINDS]
    rows = (one for things in kept for one in (things.select_related(*SPOKEN) if things.model is Letter else things))
    return sorted(rows, key=_in_order)
