"""What the screens show of comfort: frozen pieces, read in as few questions as there are kinds of thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from snowdrop.comfort.content import Content, read_content, sender_digest
from snowdrop.comfort.models import Comfort, Comforts, Gathered
from snowdrop.comfort.vocabulary import LET_THROUGH, OPENED_OR_KEPT, SET_ASIDE, Place
from snowdrop.ground import keys
from snowdrop.ground.drawing import Flower, Meadow, draw_kind, draw_meadow
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.vocabulary import Kind, OnThePage
from snowdrop.people.viewer import NOBODY_KNOWN, Viewer

PAGE: Final = 50
"""Pieces on one page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of comfort as a screen shows it."""

    handle: str
    kind: str
    kind_words: str
    kind_drawing: SafeString
    paragraphs: tuple[str, ...]
    name: str
    about: str
    when: str
    language: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class PageOfPieces:
    """Some pieces in their order, and where the next page begins ("" at the end)."""

    pieces: tuple[Piece, ...]
    older: str


@dataclass(frozen=True, slots=True)
class PageOfRows:
    """Rows of comfort in their order, and the handle with which the next page begins ("" at the end)."""

    rows: tuple[Comfort, ...]
    older: str


def on_page(memorial: Memorial, *, viewer: Viewer = NOBODY_KNOWN, before: int | None = None) -> PageOfPieces:
    """What the page of the memorial shows, newest first, from `before` on; nothing where only the meadow is shown."""
    if memorial.on_the_page == OnThePage.MEADOW:
        return PageOfPieces((), "")
    shown = Comfort.objects.on_page_for(viewer).filter(memorial=memorial, shown__isnull=False)
    if before is not None:
        shown = shown.filter(shown__lt=before)
    places = (Place.KEPT,) if memorial.on_the_page == OnThePage.KEPT else LET_THROUGH
    rows = _place_by_place(shown, places, "-shown")
    older = str(rows[PAGE - 1].shown) if len(rows) > PAGE else ""
    return PageOfPieces(tuple(piece_of(row) for row in rows[:PAGE]), older)


def meadow_of(memorial: Memorial) -> Meadow | None:
    """The flowers of the memorial, gathered; drawn the same until another comes. None before the first."""
    gathered = {Flower(row.flower): row.number for row in Gathered.objects.filter(memorial=memorial, number__gt=0)}
    return draw_meadow(gathered, memorial.seed, phrase=_) if gathered else None


def next_to_read(viewer: Viewer, memorial: Memorial) -> Comfort | None:
    """The oldest that nobody has read yet. What was kept for later waits until somebody takes it up."""
    unread = Comfort.objects.unread_by(viewer).filter(memorial=memorial, place=Place.HELD)
    return unread.select_related("memorial").order_by("id").first()


def last_correction(comfort: Comfort) -> str:
    """Names the last change that its sender made to the words; "" for words that are as they were sent."""
    last = comfort.steps.filter(by=None).order_by("-id").values_list("id", flat=True).first()
    return str(last or "")


def set_aside_in(viewer: Viewer, memorial: Memorial, *, begin: str = "") -> PageOfRows:
    """What was kept for later or away, as far as the viewer may look at it again, the newest first."""
    return _one_page(Comfort.objects.set_aside_for(viewer), memorial, SET_ASIDE, begin, newest_first=True)


def on_desk(viewer: Viewer, memorial: Memorial, handle: str) -> Comfort:
    """One piece that the viewer may read first or look at again. Raises Comfort.DoesNotExist."""
    rows = Comfort.objects.unread_by(viewer) | Comfort.objects.set_aside_for(viewer)
    return rows.filter(memorial=memorial).with_handle(handle)


def pieces_of(viewer: Viewer, memorial: Memorial) -> Comforts:
    """Everything that was let through to the family, wherever the family has put it."""
    return Comfort.objects.of_family(viewer).filter(memorial=memorial)


def something_waits(viewer: Viewer, memorial: Memorial) -> bool:
    """Whether anything is in the waiting room. Asked only when the family asks."""
    return pieces_of(viewer, memorial).filter(place=Place.WAITING).exists()


def next_waiting(viewer: Viewer, memorial: Memorial, *, kind: str = "", sender: bytes | None = None) -> Comfort | None:
    """The oldest in the waiting room: of all, of one kind, or from one person."""
    waiting = pieces_of(viewer, memorial).filter(place=Place.WAITING)
    if kind:
        waiting = waiting.filter(kind=kind)
    if sender is not None:
        waiting = waiting.filter(waiting_sender=sender)
    return waiting.select_related("memorial").order_by("id").first()


def sender_named(memorial: Memorial, said: str) -> bytes:
    """How the waiting room finds everything from the person who signed so, or who left this address and no name."""
    return sender_digest(keys.data_key(memorial.id), Content("", said, "", ""))


def pieces_in(viewer: Viewer, memorial: Memorial, places: Sequence[Place], *, begin: str = "") -> PageOfRows:
    """What the family has in these places, the newest first."""
    return _one_page(Comfort.objects.of_family(viewer), memorial, places, begin, newest_first=True)


def pieces_in_their_order(viewer: Viewer, memorial: Memorial, *, begin: str = "") -> PageOfRows:
    """What the family has opened and kept, as it came, the oldest first."""
    return _one_page(Comfort.objects.of_family(viewer), memorial, OPENED_OR_KEPT, begin, newest_first=False)


def _one_page(
    rows: Comforts, memorial: Memorial, places: Sequence[Place], begin: str, *, newest_first: bool
) -> PageOfRows:
    """One page from the handle `begin` on."""
    rows = rows.filter(memorial=memorial)
    if begin:
        first = Comfort.objects.filter(memorial=memorial).with_handle(begin).pk
        rows = rows.filter(id__lte=first) if newest_first else rows.filter(id__gte=first)
    found = _place_by_place(rows, places, "-id" if newest_first else "id")
    return PageOfRows(tuple(found[:PAGE]), found[PAGE].handle if len(found) > PAGE else "")


def _place_by_place(rows: Comforts, places: Sequence[Place], order: str) -> list[Comfort]:
    """The first rows of a page and those after it: each question follows its index, however much is in a place."""
    found = [row for place in places for row in rows.filter(place=place).order_by(order)[: PAGE + 1]]
    return sorted(found, key=attrgetter(order.removeprefix("-")), reverse=order.startswith("-"))


def piece_of(comfort: Comfort, *, address: str = "") -> Piece:
    """One piece with its words unsealed, and the address that it leads to, if any."""
    content, kind = read_content(comfort), Kind(comfort.kind)
    return Piece(
        handle=comfort.handle,
        kind=kind.value,
        kind_words=str(kind.label),
        kind_drawing=mark_safe(draw_kind(kind.value)),
        paragraphs=tuple(line for line in content.words.split("\n") if line.strip()),
        name=content.name,
        about=content.relation,
        when=date_format(comfort.arrived_at, "j F Y"),
        language=comfort.language,
        address=address,
    )
