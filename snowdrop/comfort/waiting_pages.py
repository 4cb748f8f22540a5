"""What the family sees of comfort: the waiting room, what was opened, the quiet page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from snowdrop.comfort import queries
from snowdrop.comfort.addresses import at, page_at
from snowdrop.comfort.models import Box, Comfort
from snowdrop.comfort.queries import PageOfRows, Piece, piece_of
from snowdrop.comfort.things import id_of
from snowdrop.comfort.vocabulary import Place
from snowdrop.ground.drawing import draw_flower, draw_kind
from snowdrop.memorials.menu import Link, menu_for
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.queries import called
from snowdrop.memorials.vocabulary import Kind, OnThePage
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.queries import report_address


@dataclass(frozen=True, slots=True)
class KindToOpen:
    """One kind that can be asked for in the waiting room."""

    value: str
    words: str | Promise
    drawing: SafeString


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways to ask for some of what waits: a person, a circle, the family, a kind."""

    kinds: tuple[KindToOpen, ...]
    circles: tuple[tuple[str, str], ...]
    """Ids and names."""
    has_family: bool
    circles_address: str


@dataclass(frozen=True, slots=True)
class BoxOnList:
    """A box, as the family named it; `is_its_day` from the day on that was chosen."""

    id: str
    name: str
    day: str
    is_its_day: bool
    address: str


@dataclass(frozen=True, slots=True)
class BoxPage:
    """Everything beside the form that `comfort/box.html`, `make_box.html` and `let_box_go.html` show."""

    flower: str
    menu: tuple[Link, ...]
    id: str
    name: str
    day: str
    ways: Ways
    open_address: str
    fill_address: str
    quiet_address: str
    let_go_address: str
    box_address: str
    room_address: str


@dataclass(frozen=True, slots=True)
class WaitingPage:
    """Everything that `comfort/waiting_room.html` shows: nothing of what waits, unless it was asked for."""

    flower: str
    menu: tuple[Link, ...]
    said: str
    ask_address: str
    open_address: str
    ways: Ways
    boxes: tuple[BoxOnList, ...]
    make_box_address: str
    quiet_address: str
    opened_address: str
    stay_quiet_address: str


@dataclass(frozen=True, slots=True)
class Another:
    """How the next one is asked for: any (both empty), of the same kind, person, circle or box, or of the family."""

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
    thanks_address: str
    offers_thanks: bool
    """Whether a thanks is offered here: once, after the first that a family has opened, and never again."""
    place_address: str
    boxes: tuple[BoxOnList, ...]
    box_address: str
    open_address: str
    room_address: str
    opened_address: str
    report_address: str


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


def waiting_page(viewer: Viewer, memorial: Memorial, *, asked: bool, today: date) -> WaitingPage:
    """The waiting room; `asked` when the family wants to know whether anything is there. `today` is where they are."""
    return WaitingPage(
        flower=memorial.flower,
        menu=menu_for(viewer, memorial, here="waiting_room"),
        said=_what_waits(viewer, memorial) if asked else "",
        ask_address=f"{at('waiting_room', memorial)}?say=yes",
        open_address=at("open_comfort", memorial),
        ways=_ways(memorial),
        boxes=_boxes(memorial, today),
        make_box_address=at("make_box", memorial),
        quiet_address=f"{at('quiet_page', memorial)}?ask=yes",
        opened_address=at("opened", memorial),
        stay_quiet_address=at("quiet", memorial),
    )


def box_page(viewer: Viewer, memorial: Memorial, box: Box | None) -> BoxPage:
    """One box, or one that is about to be made. It says nothing of what is in it."""

    def of_box(name: str) -> str:
        return reverse(name, args=[memorial.slug, box.pk]) if box else ""

    return BoxPage(
        flower=memorial.flower,
        menu=menu_for(viewer, memorial, here="waiting_room"),
        id=str(box.pk) if box else "",
        name=box.name if box else "",
        day=_day(box) if box else "",
        ways=_ways(memorial),
        open_address=at("open_comfort", memorial),
        fill_address=of_box("fill_box"),
        quiet_address=at("quiet_page", memorial),
        let_go_address=of_box("let_box_go"),
        box_address=of_box("box"),
        room_address=at("waiting_room", memorial),
    )


def opened_page(viewer: Viewer, comfort: Comfort, *, by: str, of: str, offered: bool = False) -> OpenedPage:
    """One piece alone; `by` says how it was asked for ("kind", "person" …, or ""), `of` of which circle or box.

    `offered`: thanking is offered now.
    """
    memorial = comfort.memorial
    asked = {
        "kind": Another("kind", comfort.kind),
        "person": Another("like", comfort.handle),
        "family": Another("family", "yes"),
        "circle": Another("circle", of),
        "box": Another("box", of),
    }
    return OpenedPage(
        flower=memorial.flower,
        menu=menu_for(viewer, memorial, here="waiting_room"),
        piece=_alone(comfort),
        apart=comfort.place == Place.APART,
        kept=comfort.place == Place.KEPT,
        shown_when_kept=memorial.on_the_page == OnThePage.KEPT and not comfort.for_family_only,
        another=asked.get(by, Another("", "")),
        thanks_address=f"{at('write_thanks', memorial)}?to={comfort.handle}",
        offers_thanks=offered,
        place_address=reverse("move_comfort", args=[memorial.slug, comfort.handle]),
        boxes=_boxes(memorial),
        box_address=reverse("put_into_box", args=[memorial.slug, comfort.handle]),
        open_address=at("open_comfort", memorial),
        room_address=at("waiting_room", memorial),
        opened_address=at("opened", memorial),
        report_address=report_address("comfort", id_of(comfort)),
    )


def list_page(viewer: Viewer, memorial: Memorial, page: PageOfRows, *, apart: bool) -> ListPage:
    """What was opened and kept, or what was set apart."""
    return ListPage(
        flower=memorial.flower,
        menu=menu_for(viewer, memorial, here="waiting_room"),
        apart=apart,
        pieces=tuple(_in_list(memorial, comfort) for comfort in page.rows),
        older=page_at("opened", memorial, page.older, also="&apart=yes" if apart else ""),
        opened_address=at("opened", memorial),
        apart_address=f"{at('opened', memorial)}?apart=yes",
        quiet_address=at("quiet_page", memorial),
        room_address=at("waiting_room", memorial),
    )


def quiet_page(memorial: Memorial, page: PageOfRows, *, begin: str) -> QuietPage:
    """Only the words, one after another, as they came."""
    return QuietPage(
        flower=memorial.flower,
        over=called(memorial),
        pieces=tuple(piece_of(comfort) for comfort in page.rows),
        read_on=page_at("quiet_page", memorial, page.older),
        beginning=at("quiet_page", memorial) if begin else "",
        open_address=at("quiet_page", memorial),
        room_address=at("waiting_room", memorial),
    )


def _ways(memorial: Memorial) -> Ways:
    circles = memorial.circles.order_by("made_at", "id")
    return Ways(
        kinds=tuple(KindToOpen(kind.value, kind.label, mark_safe(draw_kind(kind.value, size=40))) for kind in Kind),
        circles=tuple((str(one.pk), one.name) for one in circles),
        has_family=any(one.is_family for one in circles),
        circles_address=at("circles", memorial),
    )


def _boxes(memorial: Memorial, today: date | None = None) -> tuple[BoxOnList, ...]:
    return tuple(
        BoxOnList(
            id=str(one.pk),
            name=one.name,
            day=_day(one),
            is_its_day=bool(today and one.opens_on and one.opens_on <= today),
            address=reverse("box", args=[memorial.slug, one.pk]),
        )
        for one in memorial.boxes.order_by("made_at", "id")
    )


def _day(box: Box) -> str:
    return date_format(box.opens_on, "j F Y") if box.opens_on else ""


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
