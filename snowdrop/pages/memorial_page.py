"""The page of a memorial, joined from its rooms: whom it remembers, what is shared, what comfort stands on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from snowdrop.comfort import queries as comfort
from snowdrop.comfort.queries import Piece
from snowdrop.ground.drawing import draw_cover
from snowdrop.memorials.menu import Link, menu_for
from snowdrop.memorials.models import Memorial, Remembered
from snowdrop.memorials.queries import called, published_to
from snowdrop.memorials.vocabulary import Audience, DateOf
from snowdrop.people.viewer import Viewer
from snowdrop.tributes import queries as tributes

_NOTICES: Final = {
    Audience.KEEPERS: gettext_lazy("Only those who keep this memorial, and its helpers, can see this page."),
    Audience.LINK: gettext_lazy("People with a private link can see this page."),
    Audience.EVERYBODY: gettext_lazy("Everybody can see this page."),
}

_ONLY_YOU: Final = gettext_lazy("Only you who keep it see this page, and whoever you have asked to help.")


@dataclass(frozen=True, slots=True)
class Day:
    """A day that matters, when as the family says it."""

    name: str | Promise
    words: str
    machine: str = ""


@dataclass(frozen=True, slots=True)
class RememberedOnPage:
    """One of those whom the memorial remembers; `name` is empty where the page already says it above."""

    name: str
    days: tuple[Day, ...]
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DrawnMeadow:
    """The meadow and what it shows, as `components/meadow.html` reads it."""

    svg: SafeString
    words: str


@dataclass(frozen=True, slots=True)
class Beginning:
    """Something that a family could begin with, on a page where nothing stands yet."""

    address: str
    words: str


@dataclass(frozen=True, slots=True)
class MemorialPage:
    """Everything that `pages/memorial.html` shows to one viewer."""

    title: str
    flower: str
    language: str
    cover: SafeString
    cover_photo: tributes.CoverPhoto | None
    over: str
    names: tuple[str, ...]
    heading: str
    with_us: str
    paragraphs: tuple[str, ...]
    notice: str | Promise
    menu: tuple[Link, ...]
    beginnings: tuple[Beginning, ...]
    remembereds: tuple[RememberedOnPage, ...]
    tributes: tuple[tributes.Shared, ...]
    meadow: DrawnMeadow | None
    pieces: tuple[Piece, ...]
    older: str
    comfort_address: str
    asks_others: bool
    """Whether the viewer keeps the memorial, so that what it asks of its visitors is not asked of them."""
    wishes: tuple[str, ...]


def memorial_page(viewer: Viewer, memorial: Memorial) -> MemorialPage:
    """The page of a memorial that the viewer may open (the caller asked `visible_to`)."""
    remembereds = list(memorial.remembereds.all())
    names = tuple(one.names for one in remembereds if one.names and not one.lives)
    living = [one.names for one in remembereds if one.names and one.lives]
    title, name = memorial.title.strip(), called(memorial, remembereds)
    shared = tributes.shared_on_page(viewer, memorial)
    on_page = comfort.on_page(memorial, viewer=viewer)
    told = _told(remembereds, named_above=names)
    menu = menu_for(viewer, memorial, here="memorial")
    keeps_it = any(link.arranges for link in menu)  # as only keepers may
    is_bare = not (told or shared.things or memorial.words)
    return MemorialPage(
        title=name,
        flower=memorial.flower,
        language=memorial.language,
        cover=mark_safe(draw_cover(memorial.flower, memorial.seed)),
        cover_photo=shared.cover,
        over=title if names and title not in names else "",
        names=names,
        heading=name,
        with_us=get_text_list(living, _("and")),
        paragraphs=_paragraphs(memorial.words),
        notice=_notice(memorial, keeps_it=keeps_it) if menu else "",
        menu=menu,
        beginnings=_beginnings(memorial) if is_bare and keeps_it else (),
        remembereds=told,
        tributes=shared.things,
        meadow=_meadow(memorial),
        pieces=on_page.pieces,
        older=f"{reverse('older_comfort', args=[memorial.slug])}?before={on_page.older}" if on_page.older else "",
        comfort_address=reverse("send_comfort", args=[memorial.slug]) if memorial.kinds else "",
        asks_others=keeps_it,
        wishes=_paragraphs(memorial.wishes),
    )


def _notice(memorial: Memorial, *, keeps_it: bool) -> str | Promise:
    to = Audience(published_to(memorial))
    return _ONLY_YOU if keeps_it and to == Audience.KEEPERS else _NOTICES[to]


def _beginnings(memorial: Memorial) -> tuple[Beginning, ...]:
    ways = (
        ("remembereds", _("Say whom it remembers")),
        ("describe_memorial", _("Put some words here")),
        ("write_letter", _("Write a letter")),
        ("add_photos", _("Add photos")),
    )
    return tuple(Beginning(reverse(name, args=[memorial.slug]), words) for name, words in ways)


def _told(remembereds: list[Remembered], *, named_above: tuple[str, ...]) -> tuple[RememberedOnPage, ...]:
    """What is told of each; the only one of whom something is told is not named again under their own name."""
    told = [
        RememberedOnPage(
            name=one.names,
            days=tuple(Day(*_day(kind, when)) for kind, when in one.dates if when),
            paragraphs=_paragraphs(one.story),
        )
        for one in remembereds
    ]
    shown = [one for one in told if one.days or one.paragraphs]
    if len(shown) == 1 and named_above == (shown[0].name,):
        shown = [replace(shown[0], name="")]
    return tuple(shown)


def _day(kind: str, when: str) -> tuple[str | Promise, str]:
    """A day's name is one of ours, or the family's own."""
    return (DateOf(kind).label if kind in DateOf else kind), when


def _meadow(memorial: Memorial) -> DrawnMeadow | None:
    meadow = comfort.meadow_of(memorial)
    return DrawnMeadow(mark_safe(meadow.svg), meadow.words) if meadow else None


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())
