"""What pages show of letters and photos: frozen objects, in the family's order, in a handful of queries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from snowdrop.audiences.table import Audience, audience
from snowdrop.ground.languages import direction_of
from snowdrop.media.queries import ShownPicture, ShownRendition, shown_pictures
from snowdrop.media.vocabulary import PrintFormat
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.queries import published_to
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.covers import Covers
from snowdrop.tributes.models import Letter, PageCover, Photo, Tributes

_COLUMN: Final = "(min-width: 40rem) 38rem, 100vw"
_WIDE: Final = "(min-width: 56rem) 54rem, 100vw"
_IS_COVER: Final = Exists(PageCover.objects.filter(photo=OuterRef("pk")))
_BETWEEN_PARAGRAPHS: Final = re.compile(r"\n[^\S\n]*\n\s*")
_NARROWEST_STAGE: Final = 0.62
_WIDEST_STAGE: Final = 2.4
"""Width by height of the place that a page keeps for a photo; one beyond these lies in it with air around it."""


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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class PhotoOnPage:
    """A photo as `components/covered.html` reads it: under a drawn cover, or shown openly."""

    address: str
    webp: str
    jpeg: str
    sizes: str
    alt: str
    width: int
    height: int
    stage_width: int
    stage_height: int
    cover: SafeString
    openly: bool
    words: str
    caption: str
    note: str | Promise = ""
    eager: bool = False


@dataclass(frozen=True, slots=True)
class Shared:
    """One thing on the page: a letter, or photos that follow each other."""

    letter: LetterOnPage | None = None
    photos: tuple[PhotoOnPage, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedOnPage:
    """The photo at the head of the page (None: the drawn cover stands), and what follows it, in the family’s order."""

    cover: CoverPhoto | None
    things: tuple[Shared, ...]


def shared_on_page(viewer: Viewer, memorial: Memorial) -> SharedOnPage:
    """What the viewer may see of what the family shares; at most four queries.

    Keepers are told beside each thing if fewer people see it than see the page. A photo that is not ready is left out.
    """
    letters = list(_told_if_kept(viewer, Letter.objects.visible_to(viewer).filter(memorial=memorial)))
    visible = Photo.objects.visible_to(viewer).filter(memorial=memorial).annotate(is_cover=_IS_COVER)
    photos = list(_told_if_kept(viewer, visible))
    ready = shown_pictures([photo.picture_id for photo in photos])
    page = audience(published_to(memorial)).width
    covers = Covers(memorial)
    line = sorted([*letters, *(photo for photo in photos if photo.picture_id in ready)], key=_in_order)
    shared: list[Shared] = []
    for kind, things in groupby(line, key=type):
        if kind is Letter:
            shared += [Shared(letter=letter_on_page(letter, note=_note(letter, page))) for letter in things]
        else:
            shown = (photo_on_page(memorial, one, ready[one.picture_id], covers, _note(one, page)) for one in things)
            shared.append(Shared(photos=tuple(shown)))
    at_head = next((one for one in photos if one.is_cover and one.picture_id in ready), None)
    cover = _at_head(memorial, at_head, ready[at_head.picture_id]) if at_head else None
    return SharedOnPage(cover, tuple(shared))


def cover_photo(viewer: Viewer, memorial: Memorial) -> CoverPhoto | None:
    """The photo at the head of the page; None where the drawn cover stands, or if the viewer may not see the photo."""
    photo = Photo.objects.visible_to(viewer).filter(_IS_COVER, memorial=memorial).first()
    ready = shown_pictures([photo.picture_id]) if photo else {}
    return _at_head(memorial, photo, ready[photo.picture_id]) if photo and ready else None


def _at_head(memorial: Memorial, photo: Photo, picture: ShownPicture) -> CoverPhoto:
    return CoverPhoto(
        **_addresses(memorial, photo.id, picture.renditions),
        sizes=_WIDE,
        alt=said_of(photo),
        width=picture.width,
        height=picture.height,
        eager=True,
    )


def letter_on_page(letter: Letter, *, note: str | Promise = "") -> LetterOnPage:
    """A letter with its words unsealed. Raises sealing.Unreadable or keys.KeyIsGone."""
    return LetterOnPage(
        title=letter.title,
        dedication=letter.dedication,
        paragraphs=tuple(part for part in _BETWEEN_PARAGRAPHS.split(letter.words.strip("\n")) if part.strip()),
        signed=letter.signed,
        when=letter.when,
        language=letter.language,
        direction=direction_of(letter.language),
        note=note,
    )


def photo_on_page(
    memorial: Memorial, photo: Photo, picture: ShownPicture, covers: Covers, note: str | Promise = ""
) -> PhotoOnPage:
    """A photo with its words unsealed, and the place that the page keeps for it."""
    share = min(max(picture.width / picture.height, _NARROWEST_STAGE), _WIDEST_STAGE)
    return PhotoOnPage(
        **_addresses(memorial, photo.id, picture.renditions),
        sizes=_COLUMN,
        alt=said_of(photo),
        width=picture.width,
        height=picture.height,
        stage_width=1000,
        stage_height=round(1000 / share),
        cover=covers.of(photo.cover),
        openly=not photo.cover,
        words=photo.words or _("A photo"),
        caption=photo.caption,
        note=note,
    )


def said_of(photo: Photo) -> str:
    """What is said to somebody who does not see the photo."""
    return photo.alt or photo.words or _("A photo")


def effective_audience(own: str, memorial: Memorial) -> Audience:
    """Who really sees something of this audience now: never more people than the memorial itself is open to."""
    return min(audience(own), audience(published_to(memorial)), key=lambda row: row.width)


def _told_if_kept(viewer: Viewer, things: Tributes) -> Tributes:
    return things.annotate(is_kept=Exists(Memorial.objects.kept_by(viewer).filter(pk=OuterRef("memorial_id"))))


def _note(thing: Letter | Photo, page: int) -> str | Promise:
    row = audience(thing.audience)
    return row.badge if thing.is_kept and row.width < page else ""


def _in_order(thing: Letter | Photo) -> tuple[int, UUID]:
    return thing.place, thing.id


def _addresses(memorial: Memorial, photo_id: UUID, renditions: Sequence[ShownRendition]) -> dict[str, Any]:
    """The addresses of every size, as `srcset` reads them; `address` is for a browser that reads nothing else."""
    by_format = {
        made_as: [
            (reverse("picture", args=[memorial.slug, photo_id, made.name]), made.width)
            for made in renditions
            if made.mime == made_as.mime
        ]
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
