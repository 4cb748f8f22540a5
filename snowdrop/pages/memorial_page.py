"""The page of a memorial, joined from its rooms: whom it remembers, what is shared, what comfort stands on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from snowdrop.comfort import queries as comfort
from snowdrop.comfort.queries import Piece
from snowdrop.comfort.thanks_shown import ThanksShown, shown_on_page
from snowdrop.ground.drawing import draw_cover
from snowdrop.ground.words import paragraphs_of
from snowdrop.media.on_page import CoverPhoto
from snowdrop.memorials.menu import Link, menu_of
from snowdrop.memorials.models import Memorial, OpenPage, Remembered
from snowdrop.memorials.queries import (
    NoticeToKeeper,
    QuietWords,
    called,
    day_name,
    notices_of,
    page_is_open_words,
    page_shown,
    words_of_quiet,
)
from snowdrop.memorials.rules import quiets_now, since_when
from snowdrop.memorials.standing import Standing
from snowdrop.memorials.vocabulary import Audience
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.queries import report_address
from snowdrop.tributes import queries as tributes

_NOTICES: Final = {
    Audience.KEEPERS: gettext_lazy("Only those who keep this memorial can see this page."),
    Audience.HELPERS: gettext_lazy("Only those who keep this memorial, and its helpers, can see this page."),
    Audience.CIRCLES: gettext_lazy("Those whom the family has chosen, and its helpers, can see this page."),
    Audience.LINK: gettext_lazy("People with a private link can see this page."),
    Audience.MEMBERS: gettext_lazy("Everybody who has signed in here can see this page."),
    Audience.EVERYBODY: gettext_lazy("Everybody can see this page."),
}
"""Nobody but keepers is told of circles (research: domain.md, C8)."""

_ONLY_YOU: Final = gettext_lazy("Only you who keep it see this page.")


@dataclass(frozen=True, slots=True)
class Day:
    """A day that matters, when as the family says it."""

    name: str | Promise
    words: str


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
    cover_photo: CoverPhoto | None
    over: str
    names: tuple[str, ...]
    heading: str
    with_us: str
    paragraphs: tuple[str, ...]
    notice: str | Promise
    for_keepers: tuple[NoticeToKeeper, ...]
    menu: tuple[Link, ...]
    beginnings: tuple[Beginning, ...]
    remembereds: tuple[RememberedOnPage, ...]
    tributes: tuple[tributes.Shared, ...]
    thanks: tuple[ThanksShown, ...]
    meadow: DrawnMeadow | None
    pieces: tuple[Piece, ...]
    older: str
    comfort_address: str
    follow_address: str
    report_address: str
    asks_others: bool
    """Whether the viewer keeps the memorial, so that what it asks of its visitors is not asked of them."""
    wishes: tuple[str, ...]
    quiet_words: QuietWords | None
    quiet_address: str
    """Where a keeper ends the quiet in which this page shows them nothing that came since; "" where it is not quiet."""


def memorial_page(
    opened: OpenPage, standing: Standing, *, now: datetime, looked_at_by: Viewer | None = None
) -> MemorialPage:
    """The page of a memorial as the viewer sees it, or would see it.

    `standing` is what the memorial is to the viewer; `looked_at_by` is the keeper who sees it with the viewer's eyes.
    Whoever looks while it is quiet for them is shown no comfort that they had not opened before.
    """
    viewer, memorial = opened.viewer, opened.memorial
    quiet = since_when(quiets := quiets_now(memorial, now), memorial, (looked_at_by or viewer).person_id)
    remembereds = list(memorial.remembereds.all())
    names = tuple(one.names for one in remembereds if one.names and not one.lives)
    living = [one.names for one in remembereds if one.names and one.lives]
    title, name = memorial.title.strip(), called(memorial, remembereds)
    shared = tributes.shared_on_page(opened)
    on_page = comfort.on_page(opened, opened_before=quiet)
    told = _told(remembereds, named_above=names)
    menu, keeps_it = menu_of(standing, memorial, here="memorial"), standing.keeps
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
        paragraphs=paragraphs_of(memorial.words),
        notice=_notice(opened, keeps_it=keeps_it) if menu else "",
        for_keepers=notices_of(viewer, memorial, now) if keeps_it and standing.notice_waits else (),
        menu=menu,
        beginnings=_beginnings(memorial) if is_bare and keeps_it else (),
        remembereds=told,
        tributes=shared.things,
        meadow=None if quiet else _meadow(memorial),
        thanks=shown_on_page(memorial),
        pieces=on_page.pieces,
        older=f"{reverse('older_comfort', args=[memorial.slug])}?before={on_page.older}" if on_page.older else "",
        comfort_address=reverse("send_comfort", args=[memorial.slug]) if memorial.kinds else "",
        follow_address="" if keeps_it else reverse("follow", args=[memorial.slug]),
        report_address="" if keeps_it else report_address("memorial", memorial.pk),
        asks_others=keeps_it,
        wishes=paragraphs_of(memorial.wishes),
        quiet_words=words_of_quiet(quiets, memorial),
        quiet_address=reverse("quiet", args=[memorial.slug]) if quiet and keeps_it else "",
    )


def _notice(opened: OpenPage, *, keeps_it: bool) -> str | Promise:
    shown = opened.if_opened.shown if opened.if_opened else page_shown(opened.memorial)
    if keeps_it and shown.circles:
        return page_is_open_words(opened.memorial, shown)
    to = Audience(shown.audience)
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
            days=tuple(Day(day_name(kind), when) for kind, when in one.dates if when),
            paragraphs=paragraphs_of(one.story),
        )
        for one in remembereds
    ]
    shown = [one for one in told if one.days or one.paragraphs]
    if len(shown) == 1 and named_above == (shown[0].name,):
        shown = [replace(shown[0], name="")]
    return tuple(shown)


def _meadow(memorial: Memorial) -> DrawnMeadow | None:
    meadow = comfort.meadow_of(memorial)
    return DrawnMeadow(mark_safe(meadow.svg), meadow.words) if meadow else None
