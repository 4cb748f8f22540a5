"""What the screens show of comfort: frozen pieces, read in as few questions as there are kinds of thing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from snowdrop.comfort.content import read_content, sender_digest
from snowdrop.comfort.models import Comfort, Gathered
from snowdrop.comfort.vocabulary import Place
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
    """Pieces, newest first, and where the older ones begin (None at the end)."""

    pieces: tuple[Piece, ...]
    older: int | None


def on_page(memorial: Memorial, *, viewer: Viewer = NOBODY_KNOWN, before: int | None = None) -> PageOfPieces:
    """What the page of the memorial shows, newest first, from `before` on; nothing where only the meadow is shown."""
    if memorial.on_the_page == OnThePage.MEADOW:
        return PageOfPieces((), None)
    shown = Comfort.objects.on_page_for(viewer).filter(memorial=memorial)
    if before is not None:
        shown = shown.filter(shown__lt=before)
    rows = list(shown.order_by("-shown")[: PAGE + 1])
    return PageOfPieces(tuple(piece_of(row) for row in rows[:PAGE]), rows[PAGE - 1].shown if len(rows) > PAGE else None)


def meadow_of(memorial: Memorial) -> Meadow:
    """The flowers of the memorial, gathered; drawn the same until another comes."""
    gathered = {Flower(row.flower): max(row.number, 0) for row in Gathered.objects.filter(memorial=memorial)}
    return draw_meadow(gathered, memorial.seed, phrase=_)


def next_to_read(viewer: Viewer, memorial: Memorial) -> Comfort | None:
    """The oldest that nobody has read; behind those, what was kept for later."""
    unread = Comfort.objects.unread_by(viewer).filter(memorial=memorial).select_related("memorial").order_by("id")
    return unread.filter(place=Place.HELD).first() or unread.filter(place=Place.LATER).first()


def next_waiting(viewer: Viewer, memorial: Memorial, *, kind: str = "", sender: bytes | None = None) -> Comfort | None:
    """The oldest in the waiting room: of all, of one kind, or from one person."""
    waiting = Comfort.objects.of_family(viewer).filter(memorial=memorial, place=Place.WAITING)
    if kind:
        waiting = waiting.filter(kind=kind)
    if sender is not None:
        waiting = waiting.filter(waiting_sender=sender)
    return waiting.select_related("memorial").order_by("id").first()


def sender_named(memorial: Memorial, said: str) -> bytes:
    """How the waiting room finds everything from the person of this name or address."""
    from snowdrop.comfort.content import Content

    return sender_digest(keys.data_key(memorial.id), Content("", said, "", ""))


def pieces_in(
    viewer: Viewer, memorial: Memorial, places: Iterable[Place], *, before: int | None = None
) -> PageOfPieces:
    """What the family has in these places, newest first."""
    rows_of = Comfort.objects.of_family(viewer).filter(memorial=memorial, place__in=list(places))
    if before is not None:
        rows_of = rows_of.filter(id__lt=before)
    rows = list(rows_of.order_by("-id")[: PAGE + 1])
    return PageOfPieces(tuple(piece_of(row) for row in rows[:PAGE]), rows[PAGE - 1].id if len(rows) > PAGE else None)


def piece_of(comfort: Comfort, *, room: str = "") -> Piece:
    """One piece with its words unsealed; `room` names the address that it leads to, if any."""
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
        address=reverse(room, args=[comfort.memorial.slug, comfort.handle]) if room else "",
    )
