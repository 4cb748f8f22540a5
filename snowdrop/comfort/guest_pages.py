"""What the pages of comfort show to guests: sending it, its sender's own page, what a memorial's page showed before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from snowdrop.comfort import queries
from snowdrop.comfort.intake import Arrival
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.queries import Piece
from snowdrop.comfort.screened import danger_in
from snowdrop.comfort.thanks_shown import ThanksShown, shown_to_sender
from snowdrop.comfort.things import id_of
from snowdrop.comfort.vocabulary import RATHER_NOT, Place
from snowdrop.ground.drawing import draw_kind
from snowdrop.ground.words import paragraphs_of
from snowdrop.memorials.models import Memorial, OpenPage
from snowdrop.memorials.queries import QuietWords, called, named, quiet_words
from snowdrop.memorials.rules import quiet_since
from snowdrop.memorials.vocabulary import Kind
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.crisis_pages import CalmNote, calm_note
from snowdrop.safeguarding.gentle import Note, Wishes, notes_on
from snowdrop.safeguarding.queries import notice_address, report_address
from snowdrop.safeguarding.things import Thing


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
    quiet_words: QuietWords | None
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
    """Everything that a sender's own page shows. It never says where the comfort is, unless they are asked something.

    `asked` are the sentences that go with the question whether they would change it.
    """

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
    quiet_words: QuietWords | None
    thanks: tuple[ThanksShown, ...]
    """What they were answered."""
    is_asked: bool
    asked: tuple[str, ...]
    calm_note: CalmNote | None
    """Where the words that arrived worry us, or somebody who looks after people here has answered."""
    notice_address: str
    """Why it is held back by those who run this server, or ""."""


@dataclass(frozen=True, slots=True)
class OlderPage:
    """Everything that `comfort/older.html` shows."""

    over: str
    flower: str
    memorial_address: str
    pieces: tuple[Piece, ...]
    older: str
    report_address: str


def send_page(memorial: Memorial, *, once: str, now: datetime, notes: tuple[Note, ...] = ()) -> SendPage:
    """The page on which comfort is written."""
    return SendPage(
        over=called(memorial),
        flower=memorial.flower,
        language=memorial.language,
        memorial_address=reverse("memorial", args=[memorial.slug]),
        wishes=paragraphs_of(memorial.wishes),
        rather_not=_rather_not(memorial),
        once=once,
        welcomes=bool(memorial.kinds),
        quiet_words=quiet_words(memorial, now),
        notes=notes,
    )


def notes_for(viewer: Viewer, arrival: Arrival, memorial: Memorial) -> tuple[Note, ...]:
    """The gentle notes on what somebody is about to send to this family."""
    return notes_on_words(viewer, arrival.words, arrival.language, memorial)


def notes_on_words(viewer: Viewer, words: str, language: str, memorial: Memorial) -> tuple[Note, ...]:
    """The gentle notes on words for this family; the words go nowhere.

    They know the family's name and wishes only as long as the sender may see the memorial.
    """
    is_open = Memorial.objects.visible_to(viewer).filter(pk=memorial.pk).exists()
    family = Wishes(faith_welcome=memorial.faith_welcome, name=named(memorial)) if is_open else Wishes()
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


def received_page(viewer: Viewer, comfort: Comfort, once: str, *, country: str = "", now: datetime) -> ReceivedPage:
    """The sender's own page. It names the memorial, and tells of quiet, only as long as the sender may see it."""
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
        quiet_words=quiet_words(memorial, now) if memorial else None,
        thanks=shown_to_sender(comfort),
        is_asked=comfort.place == Place.ASKED,
        asked=queries.asked_of(comfort),
        calm_note=_calm_note(comfort, country, now),
        notice_address=notice_address("comfort", id_of(comfort)),
    )


def older_page(page: OpenPage, *, before: int | None, now: datetime) -> OlderPage:
    """More of the pieces that the memorial's page shows."""
    memorial = page.memorial
    quiet = quiet_since(memorial, page.viewer.person_id, now)
    shown = queries.on_page(page, before=before, opened_before=quiet)
    return OlderPage(
        over=called(memorial),
        flower=memorial.flower,
        memorial_address=reverse("memorial", args=[memorial.slug]),
        pieces=shown.pieces,
        older=f"{reverse('older_comfort', args=[memorial.slug])}?before={shown.older}" if shown.older else "",
        report_address=report_address("memorial", memorial.pk),
    )


def _calm_note(comfort: Comfort, country: str, now: datetime) -> CalmNote | None:
    if comfort.place == Place.WITHDRAWN:
        return None
    return calm_note(danger_in(comfort), Thing("comfort", id_of(comfort)), country=country, now=now)


def _rather_not(memorial: Memorial) -> str:
    """What the family would rather not have, in one sentence; "" when all is welcome."""
    unwelcome = [str(words) for kind, words in RATHER_NOT.items() if kind.value not in memorial.kinds]
    if memorial.faith_welcome is False:
        unwelcome.append(_("words of faith"))
    if not unwelcome or not memorial.kinds:
        return ""
    return _("The family would rather not have %(kinds)s.") % {"kinds": get_text_list(unwelcome, _("or"))}
