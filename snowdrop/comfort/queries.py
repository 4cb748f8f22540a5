"""What the screens show of comfort: frozen pieces, read in as few questions as there are kinds of thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import attrgetter
from typing import Final
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from snowdrop.comfort.content import Content, read_content, sender_digest
from snowdrop.comfort.models import (
    Asking,
    Claim,
    Comfort,
    Comforts,
    Evidence,
    FromCircle,
    Gathered,
    HandOverNote,
    PassedOn,
    Step,
)
from snowdrop.comfort.vocabulary import OPENED_OR_KEPT, SEALED_DAYS, SET_ASIDE, Asked, Because, Place
from snowdrop.ground import keys
from snowdrop.ground.drawing import Flower, Meadow, draw_kind, draw_meadow
from snowdrop.ground.words import day_in_words, paragraphs_of
from snowdrop.memorials.models import Memorial, OpenPage
from snowdrop.memorials.vocabulary import Kind
from snowdrop.people.viewer import Viewer

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


def on_page(page: OpenPage, *, before: int | None = None, opened_before: datetime | None = None) -> PageOfPieces:
    """What the page of the memorial shows, newest first, from `before` on; nothing where only the meadow is shown.

    `opened_before`: only what the family had opened by then, for a keeper for whom it is quiet since.
    """
    shown = Comfort.objects.on_page(page)
    if before is not None:
        shown = shown.filter(shown__lt=before)
    if opened_before is not None:
        shown = shown.opened_before(opened_before)
    rows = list(shown.order_by("-shown")[: PAGE + 1])
    older = str(rows[PAGE - 1].shown) if len(rows) > PAGE else ""
    return PageOfPieces(tuple(piece_of(row) for row in rows[:PAGE]), older)


def meadow_of(memorial: Memorial) -> Meadow | None:
    """The flowers of the memorial, gathered; drawn the same until another comes. None before the first."""
    gathered = {Flower(row.flower): row.number for row in Gathered.objects.filter(memorial=memorial, number__gt=0)}
    return draw_meadow(gathered, memorial.seed, phrase=_) if gathered else None


def next_to_read(viewer: Viewer, memorial: Memorial, *, now: datetime) -> Comfort | None:
    """What is with the viewer already, else the oldest that nobody has read, nobody reads, and they did not pass on.

    What was kept for later waits until somebody takes it up.
    """
    unread = Comfort.objects.unread_by(viewer).filter(memorial=memorial, place=Place.HELD).select_related("memorial")
    with_somebody = Claim.objects.filter(memorial_id=memorial.pk, until__gt=now)
    own = unread.filter(pk__in=with_somebody.filter(by=viewer.person_id).values("comfort")).first()
    if own:
        return own
    taken = Exists(with_somebody.filter(comfort=OuterRef("pk")).exclude(by=viewer.person_id))
    passed_on = Exists(PassedOn.objects.filter(comfort=OuterRef("pk"), by=viewer.person_id))
    return unread.exclude(taken).exclude(passed_on).order_by("id").first()


def next_to_moderate(viewer: Viewer, *, now: datetime) -> Comfort | None:
    """Of what is behind a warning, whatever its memorial: what is with this moderator, else the oldest with nobody."""
    guarded = Comfort.objects.guarded_for_moderators(viewer).select_related("memorial").order_by("id")
    with_somebody = Claim.objects.filter(until__gt=now)
    own = guarded.filter(pk__in=with_somebody.filter(by=viewer.person_id).values("comfort")).first()
    return own or guarded.exclude(Exists(with_somebody.filter(comfort=OuterRef("pk")))).first()


def something_is_guarded(viewer: Viewer, memorial: Memorial) -> bool:
    """Whether something is behind a warning that the viewer may open."""
    return Comfort.objects.guarded_for(viewer).filter(memorial=memorial).exists()


def has_passed_on(viewer: Viewer, memorial: Memorial) -> bool:
    """Whether something waits that the viewer has left to the others."""
    left = PassedOn.objects.filter(memorial_id=memorial.pk, by=viewer.person_id, comfort__place=Place.HELD)
    return left.exists()


def notes_at_desk(viewer: Viewer, memorial: Memorial) -> QuerySet[HandOverNote]:
    """The notes from reader to reader, for those who read first here, the newest first."""
    here = Memorial.objects.read_first_by(viewer).filter(pk=memorial.pk)
    return HandOverNote.objects.filter(memorial__in=here).order_by("-at", "-id")


def last_correction(comfort: Comfort) -> str:
    """Names the last change that its sender made to the words; "" for words that are as they were sent."""
    return str(_corrections().filter(comfort=comfort).first() or "")


def read_as_it_stands(comfort: Comfort) -> str:
    """Reads its words anew, and names the last change to them, both of one moment. Raises Comfort.DoesNotExist."""
    last = Subquery(_corrections().filter(comfort=OuterRef("pk"))[:1])
    row = Comfort.objects.filter(pk=comfort.pk).annotate(last=last)
    comfort.sealed, changed = row.values_list("sealed", "last").get()
    return str(changed or "")


def _corrections() -> QuerySet[Step, int]:
    changed = Step.objects.filter(by=None, rule=None).exclude(came_from=Place.KEPT_OUT).exclude(went_to=Place.GUARDED)
    return changed.order_by("-id").values_list("id", flat=True)


@dataclass(frozen=True, slots=True)
class SealedUntil:
    """Until when something that was kept away can be asked for; None while it is kept as evidence. And why, if said."""

    until: datetime | None
    because: str = ""


def sealed_until(pieces: Sequence[Comfort]) -> dict[int, SealedUntil]:
    """For those of these that were kept away, until when; in two questions however many there are."""
    sealed = [one.pk for one in pieces if one.place == Place.SEALED]
    steps = Step.objects.filter(comfort__in=sealed, went_to=Place.SEALED).order_by("at", "id")
    last = {one.comfort_id: one for one in steps.only("comfort", "at", "reason")}
    kept = set(Evidence.objects.filter(comfort__in=sealed).values_list("comfort", flat=True))
    return {
        pk: SealedUntil(
            None if pk in kept else one.at + timedelta(days=SEALED_DAYS),
            str(Because(one.reason).label) if one.reason else "",
        )
        for pk, one in last.items()
    }


def sealed_long_enough(memorial_id: UUID, *, now: datetime) -> QuerySet[Comfort]:
    """What was kept away so long ago that its words are to be destroyed, and nobody keeps as evidence."""
    long_ago = now - timedelta(days=SEALED_DAYS)
    sealed = Step.objects.filter(comfort=OuterRef("pk"), went_to=Place.SEALED)
    rows: QuerySet[Comfort] = Comfort.objects.filter(memorial=memorial_id, place=Place.SEALED, evidence=None)
    due = rows.filter(Exists(sealed.filter(at__lte=long_ago)), ~Exists(sealed.filter(at__gt=long_ago)))
    return due.select_related("memorial").order_by("id")


def evidence_for(viewer: Viewer, memorial: Memorial) -> QuerySet[Comfort]:
    """Everything that was kept away from the viewer, who keeps the memorial, the oldest first."""
    kept = Memorial.objects.kept_by(viewer).filter(pk=memorial.pk)
    rows: QuerySet[Comfort] = Comfort.objects.set_aside_for(viewer).filter(memorial__in=kept, place=Place.SEALED)
    return rows.order_by("id")


def asked_of(comfort: Comfort) -> tuple[str, ...]:
    """What its sender was asked, sentence by sentence, in the language of whoever reads; () where nothing was.

    A ready sentence that this version does not have is left out.
    """
    asking = Asking.objects.filter(comfort=comfort).first() if comfort.place == Place.ASKED else None
    if asking is None:
        return ()
    sentences, words = asking.note
    known = [Asked(one) for one in sentences if one in Asked.values]
    return (*(str(one.label) for one in known), *paragraphs_of(words))


def set_aside_in(viewer: Viewer, memorial: Memorial, *, begin: str = "") -> PageOfRows:
    """What was kept for later or away, or is behind a warning, as far as the viewer may look, the newest first."""
    rows = Comfort.objects.set_aside_for(viewer) | Comfort.objects.guarded_for(viewer)
    return _one_page(rows, memorial, (*SET_ASIDE, Place.GUARDED), begin, newest_first=True)


def on_desk(viewer: Viewer, memorial: Memorial, handle: str) -> Comfort:
    """One piece that the viewer may read first or look at again. Raises Comfort.DoesNotExist."""
    rows = Comfort.objects.unread_by(viewer) | Comfort.objects.set_aside_for(viewer)
    rows |= Comfort.objects.guarded_for(viewer)
    return rows.filter(memorial=memorial).with_handle(handle)


def pieces_of(viewer: Viewer, memorial: Memorial, *, opened_before: datetime | None = None) -> Comforts:
    """Everything that was let through to the family, wherever the family has put it.

    `opened_before`: only what it had opened by then, for a keeper for whom it is quiet since.
    """
    pieces = Comfort.objects.of_family(viewer).filter(memorial=memorial)
    return pieces if opened_before is None else pieces.opened_before(opened_before)


def something_waits(viewer: Viewer, memorial: Memorial) -> bool:
    """Whether anything is in the waiting room. Asked only when the family asks."""
    return pieces_of(viewer, memorial).filter(place=Place.WAITING).exists()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the family asks for of all that waits: one kind, from one person, from circles, or out of a box."""

    kind: str = ""
    sender: bytes | None = None
    circles: tuple[UUID, ...] | None = None
    box: UUID | None = None


ANYTHING: Final = Wanted()


def next_waiting(viewer: Viewer, memorial: Memorial, wanted: Wanted = ANYTHING) -> Comfort | None:
    """What has waited longest of what is wanted."""
    found = waiting_pieces(viewer, memorial, wanted, most=1)
    return found[0] if found else None


def waiting_pieces(viewer: Viewer, memorial: Memorial, wanted: Wanted, *, most: int) -> list[Comfort]:
    """Those that have waited longest of what is wanted, the oldest first: each question follows its index."""
    pieces = pieces_of(viewer, memorial).select_related("memorial").order_by("id")
    if wanted.box is not None:
        return list(pieces.filter(box=wanted.box, place=Place.BOXED)[:most])
    waiting = pieces.filter(place=Place.WAITING)
    if wanted.circles is not None:
        return list(waiting.filter(pk__in=_oldest_from(wanted.circles, most)))
    if wanted.kind:
        waiting = waiting.filter(kind=wanted.kind)
    if wanted.sender is not None:
        waiting = waiting.filter(waiting_sender=wanted.sender)
    return list(waiting[:most])


def _oldest_from(circles: Iterable[UUID], most: int) -> list[int]:
    """The oldest that wait from any of these circles, asked of each for itself."""
    rows = FromCircle.objects.order_by("comfort").values_list("comfort", flat=True)
    found = {piece for circle in circles for piece in rows.filter(circle=circle)[:most]}
    return sorted(found)[:most]


def circles_called_family(memorial: Memorial) -> tuple[UUID, ...]:
    """The circles that those who keep the memorial call their family."""
    return tuple(memorial.circles.filter(is_family=True).order_by("made_at", "id").values_list("pk", flat=True))


def sender_named(memorial: Memorial, said: str) -> bytes:
    """How the waiting room finds everything from the person who signed so, or who left this address and no name."""
    return sender_digest(keys.data_key(memorial.id), Content("", said, "", ""))


def pieces_in(
    viewer: Viewer,
    memorial: Memorial,
    places: Sequence[Place],
    *,
    begin: str = "",
    opened_before: datetime | None = None,
) -> PageOfRows:
    """What the family has in these places, the newest first."""
    pieces = pieces_of(viewer, memorial, opened_before=opened_before)
    return _one_page(pieces, memorial, places, begin, newest_first=True)


def pieces_in_their_order(
    viewer: Viewer, memorial: Memorial, *, begin: str = "", opened_before: datetime | None = None
) -> PageOfRows:
    """What the family has opened and kept, as it came, the oldest first."""
    pieces = pieces_of(viewer, memorial, opened_before=opened_before)
    return _one_page(pieces, memorial, OPENED_OR_KEPT, begin, newest_first=False)


def every_opened(viewer: Viewer, memorial: Memorial) -> Iterator[Comfort]:
    """All that the family has opened or kept, the oldest first, however much there is: read a page at a time."""
    after = 0
    while True:
        rows = Comfort.objects.of_family(viewer).filter(memorial=memorial, id__gt=after)
        page = _place_by_place(rows, OPENED_OR_KEPT, "id")[:PAGE]
        yield from page
        if len(page) < PAGE:
            return
        after = page[-1].pk


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
        paragraphs=paragraphs_of(content.words),
        name=content.name,
        about=content.relation,
        when=day_in_words(comfort.arrived_at),
        language=comfort.language,
        address=address,
    )
