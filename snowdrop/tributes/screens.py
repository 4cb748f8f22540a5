"""What the family's own screens of this room show: the list, one letter, one photo, adding photos, the cover."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator, get_text_list
from django.utils.translation import gettext as _

from snowdrop.audiences.table import Audience, all_audiences, audience
from snowdrop.ground.drawing import draw_cover, draw_flower, draw_kind
from snowdrop.media.queries import ShownPicture, note_of, shown_pictures
from snowdrop.media.refusals import refusal_by_code
from snowdrop.media.vocabulary import PictureState
from snowdrop.memorials.menu import Link, menu_for
from snowdrop.memorials.models import Memorial, Publication
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.covers import Covers
from snowdrop.tributes.models import Letter, Photo
from snowdrop.tributes.queries import PhotoOnPage, photo_on_page

_FIRST_WORDS: Final = 60


@dataclass(frozen=True, slots=True)
class Frame:
    """What every screen of this room has around it: the menu, the accent, and for whom the memorial is."""

    over: str
    slug: str
    flower: str
    menu: tuple[Link, ...]
    list_address: str


@dataclass(frozen=True, slots=True)
class WhoSees:
    """Who sees a thing now, and who will once the page is open to them; in words."""

    now: str | Promise
    later: str | Promise = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """A letter or a photo in the family's list. `state` is "ready", "preparing" or "refused"."""

    id: UUID
    name: str
    more: str
    drawing: SafeString
    photo: PhotoOnPage | None
    state: str
    sentence: str | Promise
    who_sees: WhoSees
    address: str
    move_address: str
    take_away_address: str
    put_back_address: str


@dataclass(frozen=True, slots=True)
class SharePage:
    """Everything that the family shares, and what it took away."""

    frame: Frame
    things: tuple[Thing, ...]
    taken_away: tuple[Thing, ...]
    has_photos: bool
    photos_shown: bool
    is_preparing: bool


@dataclass(frozen=True, slots=True)
class LetterPage:
    """The page on which a letter is written."""

    frame: Frame
    is_new: bool
    is_taken_away: bool
    is_unfinished: bool
    take_away_address: str
    put_back_address: str
    let_go_address: str


@dataclass(frozen=True, slots=True)
class PhotoPage:
    """The page on which a photo is described. `original_name` is the name of the file as it came."""

    frame: Frame
    photo: PhotoOnPage | None
    state: str
    sentence: str | Promise
    who_sees: WhoSees
    is_taken_away: bool
    original_name: str
    original_address: str
    take_away_address: str
    put_back_address: str


@dataclass(frozen=True, slots=True)
class RefusedName:
    """A file that was not taken in, by its name, and why."""

    name: str
    sentence: str | Promise


@dataclass(frozen=True, slots=True)
class AddPage:
    """The page on which photos are added; `refused` after some were not taken in, `added` if others were."""

    frame: Frame
    refused: tuple[RefusedName, ...] = ()
    added: bool = False


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """A page that asks once whether something should happen, and offers the way back first."""

    frame: Frame
    title: str
    words: str
    button: str
    back: str


@dataclass(frozen=True, slots=True)
class CoverPage:
    """The page on which the head of the memorial's page is chosen."""

    frame: Frame
    drawn: SafeString
    has_photos: bool
    photos_shown: bool


def frame_of(viewer: Viewer, memorial: Memorial, *, here: str = "") -> Frame:
    """The frame around a screen; `here` is "tributes" on the list itself."""
    names = get_text_list([one.names for one in memorial.remembereds.all() if one.names and not one.lives], _("and"))
    return Frame(
        over=memorial.title or names,
        slug=memorial.slug,
        flower=memorial.flower,
        menu=menu_for(viewer, memorial, here=here),
        list_address=reverse("tributes", args=[memorial.slug]),
    )


def share_page(viewer: Viewer, memorial: Memorial, *, photos_shown: bool) -> SharePage:
    """The family's list, in the order of the page; photos are shown under their covers, if that was asked for."""
    letters = list(Letter.objects.kept_by(viewer).filter(memorial=memorial))
    photos = list(Photo.objects.kept_by(viewer).filter(memorial=memorial).select_related("picture"))
    ready = shown_pictures([one.picture_id for one in photos]) if photos_shown else {}
    page, covers = _page_audience(memorial), Covers(memorial)
    line = sorted([*letters, *photos], key=lambda one: (one.place, one.id))
    things = [(one, _thing(memorial, one, page, covers, ready)) for one in line]
    return SharePage(
        frame=frame_of(viewer, memorial, here="tributes"),
        things=tuple(thing for one, thing in things if not one.is_taken_away),
        taken_away=tuple(thing for one, thing in things if one.is_taken_away),
        has_photos=bool(photos),
        photos_shown=photos_shown,
        is_preparing=any(thing.state == "preparing" for _one, thing in things),
    )


def letter_page(viewer: Viewer, memorial: Memorial, letter: Letter | None) -> LetterPage:
    """The page of a letter, or of one that is not written yet."""
    addresses = [memorial.slug, letter.id] if letter else []
    return LetterPage(
        frame=frame_of(viewer, memorial),
        is_new=letter is None,
        is_taken_away=letter is not None and letter.is_taken_away,
        is_unfinished=letter is not None and letter.unfinished is not None,
        take_away_address=reverse("take_away_letter", args=addresses) if letter else "",
        put_back_address=reverse("put_back_letter", args=addresses) if letter else "",
        let_go_address=reverse("let_go_of_unfinished", args=addresses) if letter else "",
    )


def photo_page(viewer: Viewer, memorial: Memorial, photo: Photo) -> PhotoPage:
    """The page of a photo, as visitors will find it, under its cover."""
    ready = shown_pictures([photo.picture_id]) if not photo.is_taken_away else {}
    state, sentence = _state_of(photo)
    shown = photo_on_page(memorial, photo, ready[photo.picture_id], Covers(memorial)) if ready else None
    addresses = [memorial.slug, photo.id]
    return PhotoPage(
        frame=frame_of(viewer, memorial),
        photo=shown,
        state=state,
        sentence=sentence,
        who_sees=_who_sees(photo, _page_audience(memorial)),
        is_taken_away=photo.is_taken_away,
        original_name=note_of(photo.picture).name,
        original_address=reverse("original", args=addresses),
        take_away_address=reverse("take_away_photo", args=addresses),
        put_back_address=reverse("put_back_photo", args=addresses),
    )


def take_away_question(viewer: Viewer, tribute: Letter | Photo) -> QuestionPage:
    """Asks whether a letter or a photo should be taken away."""
    memorial = tribute.memorial
    return QuestionPage(
        frame=frame_of(viewer, memorial),
        title=_("Take this letter away?") if isinstance(tribute, Letter) else _("Take this photo away?"),
        words=_("Nobody sees it any more. Nothing is thrown away, and you can put it back."),
        button=_("Take it away"),
        back=reverse(tribute.noun, args=[memorial.slug, tribute.id]),
    )


def let_go_question(viewer: Viewer, letter: Letter) -> QuestionPage:
    """Asks whether words that others do not see yet should be let go."""
    return QuestionPage(
        frame=frame_of(viewer, letter.memorial),
        title=_("Let go of the newer words?"),
        words=_("The letter stays as others see it now. The newer words are gone then, and cannot be brought back."),
        button=_("Let go of them"),
        back=reverse("letter", args=[letter.memorial.slug, letter.id]),
    )


def cover_page(viewer: Viewer, memorial: Memorial, *, has_photos: bool, photos_shown: bool) -> CoverPage:
    """The page of the cover, with the drawn one."""
    drawn = mark_safe(draw_cover(memorial.flower, memorial.seed))
    return CoverPage(frame_of(viewer, memorial), drawn, has_photos, photos_shown)


def possible_covers(viewer: Viewer, memorial: Memorial) -> tuple[tuple[Photo, ShownPicture, WhoSees], ...]:
    """The photos that can stand at the head of the page, in order, each with who would see it there."""
    photos = Photo.objects.visible_to(viewer).filter(memorial=memorial).select_related("picture")
    ready, page = shown_pictures([photo.picture_id for photo in photos]), _page_audience(memorial)
    return tuple(
        (photo, ready[photo.picture_id], _who_sees(photo, page)) for photo in photos if photo.picture_id in ready
    )


def name_of(photo: Photo) -> str:
    """What the family calls a photo; without words, the name that its file came with."""
    return photo.words or _("A photo, %(name)s") % {"name": note_of(photo.picture).name}


def _shown(
    memorial: Memorial, one: Letter | Photo, covers: Covers, ready: dict[UUID, ShownPicture]
) -> PhotoOnPage | None:
    if isinstance(one, Letter) or one.picture_id not in ready or one.is_taken_away:
        return None
    return photo_on_page(memorial, one, ready[one.picture_id], covers)


def _thing(
    memorial: Memorial, one: Letter | Photo, page: Audience, covers: Covers, ready: dict[UUID, ShownPicture]
) -> Thing:
    state, sentence = _state_of(one) if isinstance(one, Photo) else ("ready", "")
    name, more = (name_of(one), one.caption) if isinstance(one, Photo) else _letter_named(one)
    addresses = [memorial.slug, one.id]
    return Thing(
        id=one.id,
        name=name,
        more=more,
        drawing=mark_safe(_drawing(one)),
        photo=_shown(memorial, one, covers, ready),
        state=state,
        sentence=sentence,
        who_sees=_who_sees(one, page),
        address=reverse(one.noun, args=addresses),
        move_address=reverse("move_tribute", args=addresses),
        take_away_address=reverse(f"take_away_{one.noun}", args=addresses),
        put_back_address=reverse(f"put_back_{one.noun}", args=addresses),
    )


def _letter_named(letter: Letter) -> tuple[str, str]:
    said: Iterable[str] = filter(None, (letter.dedication, letter.title, letter.words))
    name = Truncator(next(iter(said), "")).chars(_FIRST_WORDS).replace("\n", " ") or _("A letter without words yet")
    if letter.unfinished is not None:
        return name, _("New words wait here. Nobody else sees them yet.")
    return name, letter.title if letter.dedication else ""


def _drawing(one: Letter | Photo) -> str:
    if isinstance(one, Photo) and one.cover:
        return draw_flower(one.cover, str(one.id), size=56)
    return draw_kind("card" if isinstance(one, Photo) else "words", size=56)


def _state_of(photo: Photo) -> tuple[str, str | Promise]:
    if photo.picture.state == PictureState.REFUSED:
        return "refused", refusal_by_code(photo.picture.refusal).sentence
    if photo.picture.state in (PictureState.ARRIVING, PictureState.PREPARING):
        return "preparing", _("It has arrived safely and is being prepared. That takes a moment.")
    return "ready", ""


def _page_audience(memorial: Memorial) -> Audience:
    publication = Publication.objects.filter(memorial=memorial).first()
    return audience(publication.audience) if publication else all_audiences()[0]


def _who_sees(thing: Letter | Photo, page: Audience) -> WhoSees:
    own = audience(thing.audience)
    if own.width <= page.width:
        return WhoSees(own.badge)
    alone = page == all_audiences()[0]
    now = _("For now only we, and those who help us") if alone else page.badge
    return WhoSees(
        now, _("Chosen for: %(whom)s. They see it when the page itself is open to them.") % {"whom": own.badge}
    )
