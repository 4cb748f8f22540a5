"""What the family's own screens of this room show: the list, one letter, one photo, adding photos, the cover.

Those of clips are in screens_of_clips.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from snowdrop.ground.drawing import draw_cover, draw_flower, draw_kind
from snowdrop.media.on_page import ClipOnPage, Covers, PhotoOnPage, Readiness, kind_in_words, state_of_picture
from snowdrop.media.queries import ShownPicture, ShownRecording, note_of, shown_pictures, shown_recordings
from snowdrop.media.vocabulary import RecordingKind
from snowdrop.memorials.menu import Link, menu_for
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.queries import Showing, named, plan_words
from snowdrop.memorials.vocabulary import Audience as Name
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.models import AnyTribute, Clip, Letter, Photo, Version
from snowdrop.tributes.queries import SPOKEN, mark_of, photo_on_page
from snowdrop.tributes.queries_of_clips import clip_on_page, states_of_clips

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
    """A letter, a photo or a clip in the family's list."""

    id: UUID
    name: str
    more: str
    drawing: SafeString
    photo: PhotoOnPage | None
    clip: ClipOnPage | None
    state: Readiness
    who_sees: WhoSees
    planned: str
    address: str
    again_address: str
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
class Years:
    """Whether the years stand above the letters that belong together, and where that is chosen."""

    are_shown: bool
    address: str


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
    another_address: str
    versions_address: str
    years: Years | None


@dataclass(frozen=True, slots=True)
class PhotoPage:
    """The page on which a photo is described. `original_name` is the name of the file as it came."""

    frame: Frame
    photo: PhotoOnPage | None
    state: Readiness
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
    return Frame(
        over=memorial.title or named(memorial),
        slug=memorial.slug,
        flower=memorial.flower,
        menu=menu_for(viewer, memorial, here=here),
        list_address=reverse("tributes", args=[memorial.slug]),
    )


def share_page(viewer: Viewer, memorial: Memorial, *, photos_shown: bool) -> SharePage:
    """The family's list, in the order of the page; photos are shown under their covers, if that was asked for."""
    letters = list(Letter.objects.kept_by(viewer).filter(memorial=memorial).select_related(*SPOKEN))
    photos = list(Photo.objects.kept_by(viewer).filter(memorial=memorial).select_related("picture"))
    clips = list(Clip.objects.kept_by(viewer).filter(memorial=memorial).select_related("recording"))
    page, looked_at = Showing(memorial), _looked_at(memorial, photos, clips, photos_shown)
    line = sorted([*letters, *photos, *clips], key=lambda one: (one.place, one.id))
    plans = {plan.thing_id: plan_words(memorial, plan) for plan in memorial.plans.all()}
    things = [(one, _thing(memorial, one, page, looked_at, plans.get(one.id, ""))) for one in line]
    return SharePage(
        frame=frame_of(viewer, memorial, here="tributes"),
        things=tuple(thing for one, thing in things if not one.is_taken_away),
        taken_away=tuple(thing for one, thing in things if one.is_taken_away),
        has_photos=bool(photos or clips),
        photos_shown=photos_shown,
        is_preparing=any(thing.state.name == "preparing" for _one, thing in things),
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
        another_address=f"{reverse('write_letter', args=addresses[:1])}?after={letter.id}" if letter else "",
        versions_address=_versions_address(viewer, letter, addresses) if letter else "",
        years=_years_of(letter, addresses) if letter else None,
    )


def _versions_address(viewer: Viewer, letter: Letter, addresses: list[Any]) -> str:
    """Where the author finds earlier versions, if there are any."""
    has_some = Version.objects.of(viewer).filter(letter=letter).exists()
    return reverse("versions", args=addresses) if has_some else ""


def _years_of(letter: Letter, addresses: list[Any]) -> Years | None:
    return Years(letter.series.by_year, reverse("show_years", args=addresses)) if letter.series else None


def photo_page(viewer: Viewer, memorial: Memorial, photo: Photo) -> PhotoPage:
    """The page of a photo, as visitors will find it, under its cover."""
    ready = shown_pictures([photo.picture_id]) if not photo.is_taken_away else {}
    shown = photo_on_page(memorial, photo, ready[photo.picture_id], Covers(memorial.seed)) if ready else None
    addresses = [memorial.slug, photo.id]
    return PhotoPage(
        frame=frame_of(viewer, memorial),
        photo=shown,
        state=state_of_picture(photo.picture),
        who_sees=who_sees(photo, Showing(memorial)),
        is_taken_away=photo.is_taken_away,
        original_name=note_of(photo.picture).name,
        original_address=reverse("original", args=addresses),
        take_away_address=reverse("take_away_photo", args=addresses),
        put_back_address=reverse("put_back_photo", args=addresses),
    )


def take_away_question(viewer: Viewer, tribute: AnyTribute) -> QuestionPage:
    """Asks whether something should be taken away."""
    memorial = tribute.memorial
    return QuestionPage(
        frame=frame_of(viewer, memorial),
        title=_whether_to_take_away(tribute),
        words=_("Nobody sees it any more. Nothing is thrown away, and you can put it back."),
        button=_("Take it away"),
        back=reverse(tribute.noun, args=[memorial.slug, tribute.id]),
    )


def _whether_to_take_away(tribute: AnyTribute) -> str:
    if isinstance(tribute, Letter):
        return _("Take this letter away?")
    if isinstance(tribute, Photo):
        return _("Take this photo away?")
    is_video = tribute.recording.kind == RecordingKind.VIDEO
    return _("Take this video away?") if is_video else _("Take this voice note away?")


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
    ready, page = shown_pictures([photo.picture_id for photo in photos]), Showing(memorial)
    return tuple(
        (photo, ready[photo.picture_id], who_sees(photo, page)) for photo in photos if photo.picture_id in ready
    )


def name_of(one: Photo | Clip) -> str:
    """What the family calls a photo or a clip; without words, the name that its file came with."""
    if one.words:
        return one.words
    if isinstance(one, Clip):
        named = {"kind": kind_in_words(one.recording.kind), "name": note_of(one.recording).name}
        return _("%(kind)s, %(name)s") % named
    return _("A photo, %(name)s") % {"name": note_of(one.picture).name}


@dataclass(frozen=True, slots=True)
class _LookedAt:
    """What the list shows of photos and clips, and how far clips are."""

    covers: Covers
    pictures: dict[UUID, ShownPicture]
    recordings: dict[UUID, ShownRecording]
    states: dict[UUID, Readiness]


def _looked_at(memorial: Memorial, photos: list[Photo], clips: list[Clip], photos_shown: bool) -> _LookedAt:
    return _LookedAt(
        covers=Covers(memorial.seed),
        pictures=shown_pictures([one.picture_id for one in photos]) if photos_shown else {},
        recordings=shown_recordings([one.recording_id for one in clips]) if photos_shown else {},
        states=states_of_clips(clips),
    )


def _photo(memorial: Memorial, one: AnyTribute, looked_at: _LookedAt) -> PhotoOnPage | None:
    if not isinstance(one, Photo) or one.picture_id not in looked_at.pictures or one.is_taken_away:
        return None
    return photo_on_page(memorial, one, looked_at.pictures[one.picture_id], looked_at.covers)


def _clip(memorial: Memorial, one: AnyTribute, looked_at: _LookedAt) -> ClipOnPage | None:
    if not isinstance(one, Clip) or one.recording_id not in looked_at.recordings or one.is_taken_away:
        return None
    return clip_on_page(memorial, one, looked_at.recordings[one.recording_id], looked_at.covers)


def _thing(memorial: Memorial, one: AnyTribute, page: Showing, looked_at: _LookedAt, planned: str) -> Thing:
    name, more = _letter_named(one) if isinstance(one, Letter) else (name_of(one), one.caption)
    addresses = [memorial.slug, one.id]
    return Thing(
        id=one.id,
        name=name,
        more=more,
        drawing=mark_safe(_drawing(one)),
        photo=_photo(memorial, one, looked_at),
        clip=_clip(memorial, one, looked_at),
        state=_state_of(one, looked_at),
        who_sees=who_sees(one, page),
        planned=planned,
        address=reverse(one.noun, args=addresses),
        again_address=reverse("add_clip" if isinstance(one, Clip) else "add_photos", args=[memorial.slug]),
        move_address=reverse("move_tribute", args=addresses),
        take_away_address=reverse(f"take_away_{one.noun}", args=addresses),
        put_back_address=reverse(f"put_back_{one.noun}", args=addresses),
    )


def name_in_list(one: AnyTribute) -> str:
    """What the family's list calls a thing."""
    return _letter_named(one)[0] if isinstance(one, Letter) else name_of(one)


def _letter_named(letter: Letter) -> tuple[str, str]:
    said: Iterable[str] = filter(None, (letter.dedication, letter.title, letter.words))
    name = Truncator(next(iter(said), "")).chars(_FIRST_WORDS).replace("\n", " ") or _("A letter without words yet")
    if letter.unfinished is not None:
        return name, _("New words wait here. Nobody else sees them yet.")
    return name, mark_of(letter) or (letter.title if letter.dedication else "")


def _drawing(one: AnyTribute) -> str:
    if isinstance(one, Letter):
        return draw_kind("words", size=56)
    return draw_flower(one.cover, str(one.id), size=56) if one.cover else draw_kind("card", size=56)


def _state_of(one: AnyTribute, looked_at: _LookedAt) -> Readiness:
    if isinstance(one, Clip):
        return looked_at.states[one.id]
    return state_of_picture(one.picture) if isinstance(one, Photo) else Readiness()


def who_sees(thing: AnyTribute, page: Showing) -> WhoSees:
    """Who sees a thing now, and who will once the page is open to them."""
    own, chosen = page.of(thing), _("Chosen for: %(whom)s. They see it when the page itself is open to them.")
    whom, who_opens = page.words(own), page.words(page.page)
    if not own.reaches_further_than(page.page):
        return WhoSees(whom)
    if own.circles and not page.page.circles <= own.circles:
        both = _("For now those in %(own)s who are also in %(page)s, and our helpers")
        return WhoSees(both % {"own": whom, "page": who_opens}, chosen % {"whom": whom})
    return WhoSees(_("For now only we") if page.page.audience == Name.KEEPERS else who_opens, chosen % {"whom": whom})
