"""What the pages of comfort show to guests: sending it, its sender's own page, what a memorial's page showed before."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from snowdrop.comfort import queries
from snowdrop.comfort.gentle import Note, Wishes, notes_on
from snowdrop.comfort.intake import Arrival
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.queries import Piece
from snowdrop.comfort.vocabulary import RATHER_NOT, Place
from snowdrop.ground.drawing import draw_kind
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.queries import called, named
from snowdrop.memorials.vocabulary import Kind
from snowdrop.people.viewer import Viewer


@dataclass(frozen=True, slots=True)
class SendPage:
    """Everything beside the form that `comfort/send.html` shows; the same for everybody but for `once` and `notes`."""

    over: str
    flower: str
    language: str
    memorial_address: str
    wishes: tuple[str, ...]
    rather_not: str
    once: str
    welcomes: bool
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class CorrectPage:
    """Everything beside the form that `comfort/correct.html` shows."""

    flower: str
    language: str
    received_address: str
    kind_words: str
    kind_drawing: SafeString
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class ReceivedPage:
    """Everything that a sender's own page shows. It never says where the comfort is."""

    over: str
    flower: str
    kind_drawing: SafeString
    memorial_address: str
    correct_address: str
    take_back_address: str
    received_address: str
    own_address: str
    """In full, to be copied and kept."""
    taken_back: bool


@dataclass(frozen=True, slots=True)
class OlderPage:
    """Everything that `comfort/older.html` shows."""

    over: str
    flower: str
    memorial_address: str
    pieces: tuple[Piece, ...]
    older: str


def send_page(memorial: Memorial, *, once: str, notes: tuple[Note, ...] = ()) -> SendPage:
    """The page on which comfort is written."""
    return SendPage(
        over=called(memorial),
        flower=memorial.flower,
        language=memorial.language,
        memorial_address=reverse("memorial", args=[memorial.slug]),
        wishes=tuple(line.strip() for line in memorial.wishes.split("\n") if line.strip()),
        rather_not=_rather_not(memorial),
        once=once,
        welcomes=bool(memorial.kinds),
        notes=notes,
    )


def notes_for(arrival: Arrival, memorial: Memorial) -> tuple[Note, ...]:
    """The gentle notes on what somebody is about to send to this family."""
    return notes_on_words(arrival.words, arrival.language, memorial)


def notes_on_words(words: str, language: str, memorial: Memorial) -> tuple[Note, ...]:
    """The gentle notes on words for this family; the words go nowhere."""
    family = Wishes(faith_welcome=memorial.faith_welcome, name=named(memorial))
    return notes_on(words, language=language, family=family)


def correct_page(comfort: Comfort, once: str, *, notes: tuple[Note, ...] = ()) -> CorrectPage:
    """The page on which a sender puts other words in place of theirs."""
    return CorrectPage(
        flower=comfort.memorial.flower,
        language=comfort.language,
        received_address=reverse("received", args=[once]),
        kind_words=str(Kind(comfort.kind).label),
        kind_drawing=mark_safe(draw_kind(comfort.kind)),
        notes=notes,
    )


def received_page(viewer: Viewer, comfort: Comfort, once: str) -> ReceivedPage:
    """The sender's own page. It names the memorial only as long as the sender may see it."""
    memorial = Memorial.objects.visible_to(viewer).filter(pk=comfort.memorial_id).first()
    return ReceivedPage(
        over=called(memorial) if memorial else "",
        flower=comfort.memorial.flower,
        kind_drawing=mark_safe(draw_kind(comfort.kind, size=88)),
        memorial_address=reverse("memorial", args=[memorial.slug]) if memorial else "",
        correct_address=reverse("correct_comfort", args=[once]),
        take_back_address=reverse("take_back_comfort", args=[once]),
        received_address=reverse("received", args=[once]),
        own_address=settings.SNOWDROP.address + reverse("received", args=[once]),
        taken_back=comfort.place == Place.WITHDRAWN,
    )


def older_page(viewer: Viewer, memorial: Memorial, *, before: int | None) -> OlderPage:
    """More of the pieces that the memorial's page shows."""
    page = queries.on_page(memorial, viewer=viewer, before=before)
    return OlderPage(
        over=called(memorial),
        flower=memorial.flower,
        memorial_address=reverse("memorial", args=[memorial.slug]),
        pieces=page.pieces,
        older=f"{reverse('older_comfort', args=[memorial.slug])}?before={page.older}" if page.older else "",
    )


def _rather_not(memorial: Memorial) -> str:
    """What the family would rather not have, in one sentence; "" when all is welcome."""
    unwelcome = [str(words) for kind, words in RATHER_NOT.items() if kind.value not in memorial.kinds]
    if memorial.faith_welcome is False:
        unwelcome.append(_("words of faith"))
    if not unwelcome or not memorial.kinds:
        return ""
    return _("The family would rather not have %(kinds)s.") % {"kinds": get_text_list(unwelcome, _("or"))}
