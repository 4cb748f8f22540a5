"""What the pages of comfort show to those who read first: the desk, what was set aside, notes from reader to reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from snowdrop.comfort import queries
from snowdrop.comfort.content import Content, read_content
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.queries import PageOfRows, SealedUntil, asked_of
from snowdrop.comfort.screened import screened
from snowdrop.comfort.things import id_of
from snowdrop.comfort.vocabulary import HELD_BACK, MARKS, SET_ASIDE, Place
from snowdrop.ground.drawing import draw_kind
from snowdrop.ground.words import day_in_words, paragraphs_of
from snowdrop.memorials import rules
from snowdrop.memorials.menu import Link, menu_for, menu_of
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.queries import called, nobody_reads
from snowdrop.memorials.standing import Standing
from snowdrop.memorials.vocabulary import Kind
from snowdrop.people.doorways import by_way_of_signing_in
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.gentle import Wishes, notes_on
from snowdrop.safeguarding.queries import report_address
from snowdrop.safeguarding.screening import Screened
from snowdrop.safeguarding.vocabulary import Crisis, Lane

_FEW_WORDS, _SOME_WORDS = 30, 200


@dataclass(frozen=True, slots=True)
class Label:
    """What is said of a piece of comfort without any word of its sender."""

    kind_words: str | Promise
    kind_drawing: SafeString
    arrived: str
    place_words: str | Promise
    until: str
    address: str


@dataclass(frozen=True, slots=True)
class Sealed:
    """What is said of something that was kept away; `until` is "" while it is kept as evidence.

    `because`: why a moderator has kept it away, or "" where somebody else has.

    `warns`: whoever looks at it keeps the memorial, and it was kept away from them.
    """

    until: str
    because: str
    warns: bool
    evidence_address: str
    let_go_address: str


@dataclass(frozen=True, slots=True)
class DeskItem:
    """One piece on the reading desk: its label, what to be ready for, and the words under a veil.

    `asked` is what its sender was asked. `correction` names the sender's last change of the words: a decision holds for
    the words that were read. The rules of safeguarding say what to be ready for; they decide nothing.
    """

    kind_words: str | Promise
    kind_drawing: SafeString
    name: str
    about: str
    arrived: str
    length_words: str
    family_only: bool
    marks: tuple[str | Promise, ...]
    may_be_cruel: bool
    may_be_in_danger: bool
    paragraphs: tuple[str, ...]
    language: str
    set_aside_words: str | Promise
    can_be_decided: bool
    behind_warning: bool
    correction: str
    asked: tuple[str, ...]
    sealed: Sealed | None
    decide_address: str
    ask_address: str
    again_address: str
    report_address: str


@dataclass(frozen=True, slots=True)
class NoteOnDesk:
    """A note from reader to reader."""

    by: str
    when: str
    paragraphs: tuple[str, ...]
    take_away_address: str


@dataclass(frozen=True, slots=True)
class DeskPage:
    """Everything that `comfort/reading.html` shows; `passed_on`: what is left they have left to others.

    `something_is_guarded` is told to helpers alone: a keeper must not learn by surprise that there is something cruel.
    """

    over: str
    flower: str
    menu: tuple[Link, ...]
    item: DeskItem | None
    with_another: bool
    rests: bool
    passed_on: bool
    nobody_reads: bool
    offers_break: bool
    slug: str
    notes: tuple[NoteOnDesk, ...]
    desk_address: str
    set_aside_address: str
    something_is_guarded: bool
    take_up_address: str
    leave_address: str
    notes_address: str


@dataclass(frozen=True, slots=True)
class AskingPage:
    """Everything beside the form that `comfort/ask_sender.html` shows."""

    flower: str
    menu: tuple[Link, ...]
    desk_address: str


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """Everything that `comfort/evidence.html` shows: no word of what is in the file.

    `sign_in_address` where somebody has to show first who they are, else "".
    """

    flower: str
    menu: tuple[Link, ...]
    sign_in_address: str
    set_aside_address: str


@dataclass(frozen=True, slots=True)
class NotesPage:
    """Everything beside the form that `comfort/notes_at_desk.html` shows."""

    flower: str
    menu: tuple[Link, ...]
    notes: tuple[NoteOnDesk, ...]
    desk_address: str


@dataclass(frozen=True, slots=True)
class SetAsidePage:
    """Everything that `comfort/set_aside.html` shows."""

    flower: str
    menu: tuple[Link, ...]
    labels: tuple[Label, ...]
    older: str
    desk_address: str
    evidence_address: str


def desk_page(
    viewer: Viewer,
    memorial: Memorial,
    standing: Standing,
    comfort: Comfort | None,
    *,
    rests: bool = False,
    with_another: bool = False,
    offers_break: bool = False,
    now: datetime,
) -> DeskPage:
    """The reading desk with one piece on it, or with none: nothing waits, another reads it, or the viewer rests."""
    return DeskPage(
        over=called(memorial),
        flower=memorial.flower,
        menu=menu_of(standing, memorial, here="reading"),
        item=_item(viewer, comfort) if comfort else None,
        with_another=with_another,
        rests=rests,
        nobody_reads=standing.keeps and nobody_reads(memorial, now=now),
        offers_break=offers_break,
        slug=memorial.slug,
        passed_on=comfort is None and queries.has_passed_on(viewer, memorial),
        notes=_notes(viewer, memorial),
        desk_address=_at("reading", memorial),
        set_aside_address=_at("set_aside", memorial),
        something_is_guarded=not standing.keeps and queries.something_is_guarded(viewer, memorial),
        take_up_address=_at("take_up", memorial),
        leave_address=_at("leave_desk", memorial),
        notes_address=_at("notes_at_desk", memorial),
    )


def set_aside_page(viewer: Viewer, memorial: Memorial, page: PageOfRows) -> SetAsidePage:
    """What was kept for later or away: labels only."""
    return SetAsidePage(
        flower=memorial.flower,
        menu=menu_for(viewer, memorial, here="reading"),
        labels=_labels(memorial, page.rows),
        older=_page_at("set_aside", memorial, page.older),
        desk_address=_at("reading", memorial),
        evidence_address=_at("evidence", memorial) if rules.is_keeper(viewer, memorial) else "",
    )


def evidence_page(viewer: Viewer, memorial: Memorial, *, lately: bool) -> EvidencePage:
    """The page on which a keeper takes what was kept away with them, unread."""
    return EvidencePage(
        flower=memorial.flower,
        menu=menu_for(viewer, memorial, here="reading"),
        sign_in_address="" if lately else by_way_of_signing_in(_at("evidence", memorial), again=True),
        set_aside_address=_at("set_aside", memorial),
    )


def asking_page(viewer: Viewer, comfort: Comfort) -> AskingPage:
    """What a sender is asked."""
    return AskingPage(
        flower=comfort.memorial.flower,
        menu=menu_for(viewer, comfort.memorial, here="reading"),
        desk_address=reverse("decide", args=[comfort.memorial.slug, comfort.handle]),
    )


def notes_page(viewer: Viewer, memorial: Memorial) -> NotesPage:
    """The notes from reader to reader."""
    return NotesPage(
        flower=memorial.flower,
        menu=menu_for(viewer, memorial, here="reading"),
        notes=_notes(viewer, memorial),
        desk_address=_at("reading", memorial),
    )


def _notes(viewer: Viewer, memorial: Memorial) -> tuple[NoteOnDesk, ...]:
    rows = list(queries.notes_at_desk(viewer, memorial))
    names = dict(Person.objects.filter(pk__in=[one.by for one in rows]).values_list("pk", "name"))
    return tuple(
        NoteOnDesk(
            by=names.get(one.by) or _("Somebody who reads first"),
            when=day_in_words(one.at),
            paragraphs=paragraphs_of(one.words),
            take_away_address=reverse("take_away_note", args=[memorial.slug, one.pk]),
        )
        for one in rows
    )


def _item(viewer: Viewer, comfort: Comfort) -> DeskItem:
    correction = queries.read_as_it_stands(comfort)
    content, kind = read_content(comfort), Kind(comfort.kind)
    said = screened(comfort, content)
    return DeskItem(
        kind_words=kind.label,
        kind_drawing=mark_safe(draw_kind(kind.value)),
        name=content.name,
        about=content.relation,
        arrived=_arrived(comfort),
        length_words=_length_in_words(content.words),
        family_only=comfort.for_family_only,
        marks=_marks(comfort, content, said, corrected=bool(correction)),
        may_be_cruel=said.lane == Lane.RED,
        may_be_in_danger=said.crisis not in (Crisis.NONE, Crisis.LOW),
        paragraphs=paragraphs_of(content.words),
        language=comfort.language,
        set_aside_words=Place(comfort.place).label if comfort.place in SET_ASIDE else "",
        can_be_decided=comfort.place in HELD_BACK,
        behind_warning=comfort.place == Place.GUARDED,
        correction=correction,
        asked=asked_of(comfort),
        sealed=_sealed(viewer, comfort),
        ask_address=reverse("ask_sender", args=[comfort.memorial.slug, comfort.handle]),
        decide_address=reverse("decide", args=[comfort.memorial.slug, comfort.handle]),
        again_address=reverse("read_again", args=[comfort.memorial.slug, comfort.handle]),
        report_address=report_address("comfort", id_of(comfort)),
    )


def _marks(comfort: Comfort, content: Content, said: Screened, *, corrected: bool) -> tuple[str | Promise, ...]:
    """What to be ready for, in words that are never the sender's."""
    family = Wishes(faith_welcome=comfort.memorial.faith_welcome)
    notes = notes_on(content.words, language=comfort.language, family=family, reading=said.reading)
    marks: list[str | Promise] = [reason.words for reason in said.reasons]
    marks += [MARKS[note.key] for note in notes]
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


def _sealed(viewer: Viewer, comfort: Comfort) -> Sealed | None:
    if not (kept := queries.sealed_until([comfort]).get(comfort.pk)):
        return None
    parts = [comfort.memorial.slug, comfort.handle]
    return Sealed(
        until=day_in_words(kept.until) if kept.until else "",
        because=kept.because,
        warns=rules.is_keeper(viewer, comfort.memorial),
        evidence_address=reverse("keep_as_evidence", args=parts),
        let_go_address=reverse("let_go_of_evidence", args=parts),
    )


def _labels(memorial: Memorial, rows: Sequence[Comfort]) -> tuple[Label, ...]:
    sealed = queries.sealed_until(rows)
    return tuple(_label(memorial, one, sealed.get(one.pk)) for one in rows)


def _until(sealed: SealedUntil | None) -> str:
    if sealed is None:
        return ""
    return _("until %(day)s") % {"day": day_in_words(sealed.until)} if sealed.until else _("kept as evidence")


def _label(memorial: Memorial, comfort: Comfort, sealed: SealedUntil | None) -> Label:
    kind = Kind(comfort.kind)
    return Label(
        kind_words=kind.label,
        kind_drawing=mark_safe(draw_kind(kind.value, size=40)),
        arrived=_arrived(comfort),
        place_words=Place(comfort.place).label,
        until=_until(sealed),
        address=reverse("decide", args=[memorial.slug, comfort.handle]),
    )


def _arrived(comfort: Comfort) -> str:
    return _("Came on %(day)s") % {"day": day_in_words(comfort.arrived_at)}


def _at(name: str, memorial: Memorial) -> str:
    return reverse(name, args=[memorial.slug])


def _page_at(name: str, memorial: Memorial, begin: str) -> str:
    return f"{_at(name, memorial)}?from={begin}" if begin else ""
