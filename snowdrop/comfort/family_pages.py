"""What the pages of comfort show to first readers and to the family: the desk, the waiting room, what was opened."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from snowdrop.comfort import queries
from snowdrop.comfort.content import Content, read_content
from snowdrop.comfort.gentle import Wishes, notes_on
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.queries import PageOfRows, Piece, piece_of
from snowdrop.comfort.vocabulary import MARKS, SET_ASIDE, UNREAD, Place
from snowdrop.ground.drawing import draw_flower, draw_kind
from snowdrop.memorials.menu import Link, menu_for
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.queries import called
from snowdrop.memorials.vocabulary import Kind, OnThePage
from snowdrop.people.viewer import Viewer

_LINK: Final = re.compile(r"https?:|www\.|[\w-]\.(?:com|org|net|info|shop|io)\b", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"\S@\S|\+?\d[\d /()-]{6,}\d")
_FEW_WORDS, _SOME_WORDS = 30, 200


@dataclass(frozen=True, slots=True)
class Label:
    """What is said of a piece of comfort without any word of its sender."""

    kind_words: str | Promise
    kind_drawing: SafeString
    arrived: str
    place_words: str | Promise
    address: str


@dataclass(frozen=True, slots=True)
class DeskItem:
    """One piece on the reading desk: its label, what to be ready for, and the words under a veil.

    `correction` names the sender's last change of the words: a decision holds for the words that were read.
    """

    kind_words: str | Promise
    kind_drawing: SafeString
    name: str
    about: str
    arrived: str
    length_words: str
    family_only: bool
    marks: tuple[str | Promise, ...]
    paragraphs: tuple[str, ...]
    language: str
    set_aside_words: str | Promise
    can_be_decided: bool
    correction: str
    decide_address: str
    again_address: str


@dataclass(frozen=True, slots=True)
class DeskPage:
    """Everything that `comfort/reading.html` shows."""

    over: str
    flower: str
    menu: tuple[Link, ...]
    item: DeskItem | None
    desk_address: str
    set_aside_address: str


@dataclass(frozen=True, slots=True)
class SetAsidePage:
    """Everything that `comfort/set_aside.html` shows."""

    flower: str
    menu: tuple[Link, ...]
    labels: tuple[Label, ...]
    older: str
    desk_address: str


@dataclass(frozen=True, slots=True)
class KindToOpen:
    """One kind that can be asked for in the waiting room."""

    value: str
    words: str | Promise
    drawing: SafeString


@dataclass(frozen=True, slots=True)
class WaitingPage:
    """Everything that `comfort/waiting_room.html` shows: nothing of what waits, unless it was asked for."""

    flower: str
    menu: tuple[Link, ...]
    said: str
    ask_address: str
    open_address: str
    kinds: tuple[KindToOpen, ...]
    quiet_address: str
    opened_address: str


@dataclass(frozen=True, slots=True)
class Another:
    """How the next one is asked for: any (both empty), of the same kind, or from the same person."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class OpenedPage:
    """Everything that `comfort/opened.html` shows."""

    flower: str
    menu: tuple[Link, ...]
    piece: Piece
    apart: bool
    kept: bool
    shown_when_kept: bool
    another: Another
    place_address: str
    open_address: str
    room_address: str
    opened_address: str


@dataclass(frozen=True, slots=True)
class PieceInList:
    """One piece in the list of what was opened."""

    piece: Piece
    kept: bool


@dataclass(frozen=True, slots=True)
class ListPage:
    """Everything that `comfort/kept.html` shows."""

    flower: str
    menu: tuple[Link, ...]
    apart: bool
    pieces: tuple[PieceInList, ...]
    older: str
    opened_address: str
    apart_address: str
    quiet_address: str
    room_address: str


@dataclass(frozen=True, slots=True)
class QuietPage:
    """Everything that `comfort/quiet_page.html` shows."""

    flower: str
    over: str
    pieces: tuple[Piece, ...]
    read_on: str
    beginning: str
    open_address: str
    room_address: str


def desk_page(viewer: Viewer, memorial: Memorial, comfort: Comfort | None) -> DeskPage:
    """The reading desk with one piece on it, or with none."""
    return DeskPage(
        over=called(memorial),
        flower=memorial.flower,
        menu=menu_for(viewer, memorial, here="reading"),
        item=_item(comfort) if comfort else None,
        desk_address=_at("reading", memorial),
        set_aside_address=_at("set_aside", memorial),
    )


def set_aside_page(viewer: Viewer, memorial: Memorial, page: PageOfRows) -> SetAsidePage:
    """What was kept for later or away: labels only."""
    return SetAsidePage(
        flower=memorial.flower,
        menu=menu_for(viewer, memorial, here="reading"),
        labels=tuple(_label(memorial, comfort) for comfort in page.rows),
        older=_page_at("set_aside", memorial, page.older),
        desk_address=_at("reading", memorial),
    )


def waiting_page(viewer: Viewer, memorial: Memorial, *, asked: bool) -> WaitingPage:
    """The waiting room; `asked` when the family wants to know whether anything is there."""
    return WaitingPage(
        flower=memorial.flower,
        menu=menu_for(viewer, memorial, here="waiting_room"),
        said=_what_waits(viewer, memorial) if asked else "",
        ask_address=f"{_at('waiting_room', memorial)}?say=yes",
        open_address=_at("open_comfort", memorial),
        kinds=tuple(KindToOpen(kind.value, kind.label, mark_safe(draw_kind(kind.value, size=40))) for kind in Kind),
        quiet_address=f"{_at('quiet_page', memorial)}?ask=yes",
        opened_address=_at("opened", memorial),
    )


def opened_page(viewer: Viewer, comfort: Comfort, *, by: str) -> OpenedPage:
    """One piece alone; `by` says how it was asked for ("kind", "person" or "")."""
    memorial = comfort.memorial
    asked = {"kind": Another("kind", comfort.kind), "person": Another("like", comfort.handle)}
    return OpenedPage(
        flower=memorial.flower,
        menu=menu_for(viewer, memorial, here="waiting_room"),
        piece=_alone(comfort),
        apart=comfort.place == Place.APART,
        kept=comfort.place == Place.KEPT,
        shown_when_kept=memorial.on_the_page == OnThePage.KEPT and not comfort.for_family_only,
        another=asked.get(by, Another("", "")),
        place_address=reverse("move_comfort", args=[memorial.slug, comfort.handle]),
        open_address=_at("open_comfort", memorial),
        room_address=_at("waiting_room", memorial),
        opened_address=_at("opened", memorial),
    )


def list_page(viewer: Viewer, memorial: Memorial, page: PageOfRows, *, apart: bool) -> ListPage:
    """What was opened and kept, or what was set apart."""
    return ListPage(
        flower=memorial.flower,
        menu=menu_for(viewer, memorial, here="waiting_room"),
        apart=apart,
        pieces=tuple(_in_list(memorial, comfort) for comfort in page.rows),
        older=_page_at("opened", memorial, page.older, also="&apart=yes" if apart else ""),
        opened_address=_at("opened", memorial),
        apart_address=f"{_at('opened', memorial)}?apart=yes",
        quiet_address=_at("quiet_page", memorial),
        room_address=_at("waiting_room", memorial),
    )


def quiet_page(memorial: Memorial, page: PageOfRows, *, begin: str) -> QuietPage:
    """Only the words, one after another, as they came."""
    return QuietPage(
        flower=memorial.flower,
        over=called(memorial),
        pieces=tuple(piece_of(comfort) for comfort in page.rows),
        read_on=_page_at("quiet_page", memorial, page.older),
        beginning=_at("quiet_page", memorial) if begin else "",
        open_address=_at("quiet_page", memorial),
        room_address=_at("waiting_room", memorial),
    )


def _item(comfort: Comfort) -> DeskItem:
    # Asked before the words are read: should they change in between, the decision is asked for once more.
    correction = queries.last_correction(comfort)
    comfort.refresh_from_db(fields=["sealed"])
    content, kind = read_content(comfort), Kind(comfort.kind)
    return DeskItem(
        kind_words=kind.label,
        kind_drawing=mark_safe(draw_kind(kind.value)),
        name=content.name,
        about=content.relation,
        arrived=_arrived(comfort),
        length_words=_length_in_words(content.words),
        family_only=comfort.for_family_only,
        marks=_marks(comfort, content, corrected=bool(correction)),
        paragraphs=tuple(line for line in content.words.split("\n") if line.strip()),
        language=comfort.language,
        set_aside_words=Place(comfort.place).label if comfort.place in SET_ASIDE else "",
        can_be_decided=comfort.place in UNREAD,
        correction=correction,
        decide_address=reverse("decide", args=[comfort.memorial.slug, comfort.handle]),
        again_address=reverse("read_again", args=[comfort.memorial.slug, comfort.handle]),
    )


def _marks(comfort: Comfort, content: Content, *, corrected: bool) -> tuple[str | Promise, ...]:
    """What to be ready for, in words that are never the sender's."""
    family = Wishes(faith_welcome=comfort.memorial.faith_welcome)
    marks: list[str | Promise] = [
        MARKS[note.key] for note in notes_on(content.words, language=comfort.language, family=family)
    ]
    written = " ".join((content.words, content.name, content.relation))
    if _LINK.search(written):
        marks.append(_("It holds a link."))
    if _ADDRESS.search(written):
        marks.append(_("It holds a telephone number or an address."))
    if corrected:
        marks.append(_("Its sender has changed the words since."))
    return tuple(marks)


def _length_in_words(words: str) -> str:
    length = len(words.split())
    if not length:
        return _("without words")
    if length <= _FEW_WORDS:
        return _("a few words")
    return _("a short text") if length <= _SOME_WORDS else _("a longer text")


def _label(memorial: Memorial, comfort: Comfort) -> Label:
    kind = Kind(comfort.kind)
    return Label(
        kind_words=kind.label,
        kind_drawing=mark_safe(draw_kind(kind.value, size=40)),
        arrived=_arrived(comfort),
        place_words=Place(comfort.place).label,
        address=reverse("decide", args=[memorial.slug, comfort.handle]),
    )


def _arrived(comfort: Comfort) -> str:
    return _("Came on %(day)s") % {"day": date_format(comfort.arrived_at, "j F Y")}


def _what_waits(viewer: Viewer, memorial: Memorial) -> str:
    waits = queries.something_waits(viewer, memorial)
    return _("Something waits.") if waits else _("Nothing waits at the moment.")


def _alone(comfort: Comfort) -> Piece:
    """A flower that is looked at alone is drawn as the flower that it is."""
    piece = piece_of(comfort)
    if not comfort.flower:
        return piece
    return replace(piece, kind_drawing=mark_safe(draw_flower(comfort.flower, comfort.handle, size=128)))


def _in_list(memorial: Memorial, comfort: Comfort) -> PieceInList:
    address = reverse("opened_comfort", args=[memorial.slug, comfort.handle])
    return PieceInList(piece_of(comfort, address=address), comfort.place == Place.KEPT)


def _at(name: str, memorial: Memorial) -> str:
    return reverse(name, args=[memorial.slug])


def _page_at(name: str, memorial: Memorial, begin: str, *, also: str = "") -> str:
    return f"{_at(name, memorial)}?from={begin}{also}" if begin else ""
