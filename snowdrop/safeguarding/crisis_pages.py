"""What is shown when somebody may be in danger: the calm note to whoever wrote, and the cases of those who lead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from snowdrop.ground.words import paragraphs_of
from snowdrop.ground.zones import moment_in_words
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding import things
from snowdrop.safeguarding.lines_shown import Lines, lines_of
from snowdrop.safeguarding.models import Case, CaseStep, Staff
from snowdrop.safeguarding.queries import Row, names_of, who_wrote_address
from snowdrop.safeguarding.staffed import There, presence
from snowdrop.safeguarding.things import Thing
from snowdrop.safeguarding.vocabulary import MEANINGS, Crisis
from snowdrop.safeguarding.vocabulary_of_crisis import AT_ONCE, DEBRIEF_WITHIN, StepOfCase, is_noted
from snowdrop.safeguarding.vocabulary_of_staff import LEADING

_LEVELS = {
    Crisis.MEDIUM: MEANINGS["not_wanting_to_live"].words,
    Crisis.HIGH: MEANINGS["plan"].words,
    Crisis.IMMINENT: MEANINGS["under_way"].words,
}


@dataclass(frozen=True, slots=True)
class CalmNote:
    """Shown after the words are safely stored, never before, on the page that is the writer's own.

    `urgent`: the emergency number stands first. `who` says in one honest sentence who is told, and when they are there.
    """

    urgent: bool
    lines: Lines | None
    who: str
    answer: tuple[str, ...]
    answered_as: str


@dataclass(frozen=True, slots=True)
class StepShown:
    """One step of a case."""

    what: str | Promise
    by: str
    when: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CasePage:
    """One case, as those who lead see it; the words stand under a veil. `who_wrote`: where its name is asked for."""

    level: str | Promise
    opened: str
    label: str
    paragraphs: tuple[str, ...]
    language: str
    who_wrote: str
    steps: tuple[StepShown, ...]
    is_taken: bool
    is_mine: bool
    taken_by: str
    is_closed: bool
    debrief_by: str


@dataclass(frozen=True, slots=True)
class CasesPage:
    """The cases that are open, those after which nobody was asked how they are, and whether the viewer is there."""

    open: tuple[Row, ...]
    to_debrief: tuple[Row, ...]
    on_duty: bool


def calm_note(level: Crisis, thing: Thing, *, country: str, zone: str = "", now: datetime) -> CalmNote | None:
    """The note for whoever wrote something of this level; None below medium, where the link to help stands as always.

    `country` is one that this browser remembers, or "". Nothing is asked, guessed from where somebody is, or sent.
    """
    case = Case.objects.filter(kind=thing.kind, thing_id=thing.id).first()
    graver = Crisis(case.level) if case else Crisis.NONE
    if not is_noted(level) and not is_noted(graver):
        return None
    return CalmNote(
        urgent=level in AT_ONCE or graver in AT_ONCE,
        lines=lines_of(country, today=now.date()) if country else None,
        who=who_is_told(now, zone=zone),
        answer=paragraphs_of(case.answer) if case else (),
        answered_as=case.answered_as if case else "",
    )


def who_is_told(now: datetime, *, zone: str = "") -> str:
    """One honest sentence: who is told, and when somebody is there, on the reader's clocks where we know them."""
    found = presence(now)
    if found.there == There.NOBODY:
        return _(
            "Nobody on this server is trained for this, and nobody is told. Please do not wait for an answer here."
        )
    if found.there == There.NOW and found.at:
        until = moment_in_words(found.at, zone or found.zone)
        return _("Somebody who looks after people here is told now. They are here until %(until)s.") % {"until": until}
    if found.at:
        begins = moment_in_words(found.at, zone or found.zone)
        return _(
            "Nobody is here until %(begins)s. Somebody is told, and may be asleep: please do not wait for them."
        ) % {"begins": begins}
    return _("Somebody who looks after people here is told. They have no fixed hours: please do not wait for them.")


def cases_page(viewer: Viewer) -> CasesPage:
    """All that those who lead have to look at."""
    done = Case.objects.filter(closed_at__isnull=False, debriefed_at=None, level__in=AT_ONCE).order_by("closed_at")
    serving = Staff.objects.serving().is_viewer(viewer).filter(role__in=LEADING)
    return CasesPage(
        open=tuple(_row(one) for one in Case.objects.open()),
        to_debrief=tuple(_row(one) for one in done),
        on_duty=serving.filter(off_duty=None).exists(),
    )


def case_page(viewer: Viewer, case: Case) -> CasePage:
    """One case with its steps, the oldest first."""
    found = things.describe(Thing(case.kind, case.thing_id))
    steps = list(CaseStep.objects.filter(case=case).order_by("at", "id"))
    names = names_of([case.taken_by, *(one.by for one in steps)])
    grave = Crisis(case.level) in AT_ONCE
    return CasePage(
        level=_LEVELS[Crisis(case.level)],
        opened=moment_in_words(case.opened_at, "UTC"),
        label=found.label if found else _("It is not there any more."),
        paragraphs=found.paragraphs if found else (),
        language=found.language if found else "",
        who_wrote=who_wrote_address(Thing(case.kind, case.thing_id)) if found else "",
        steps=tuple(_step(one, names) for one in steps),
        is_taken=case.taken_by is not None,
        is_mine=case.taken_by == viewer.person_id,
        taken_by=names.get(case.taken_by, "") if case.taken_by else "",
        is_closed=case.closed_at is not None,
        debrief_by=moment_in_words(case.closed_at + DEBRIEF_WITHIN, "UTC")
        if case.closed_at and grave and not case.debriefed_at
        else "",
    )


def _step(one: CaseStep, names: dict[UUID, str]) -> StepShown:
    return StepShown(
        StepOfCase(one.what).label,
        names.get(one.by, "") if one.by else "",
        moment_in_words(one.at, "UTC"),
        paragraphs_of(one.words),
    )


def _row(case: Case) -> Row:
    return Row(
        str(_LEVELS[Crisis(case.level)]), reverse("safety_case", args=[case.pk]), moment_in_words(case.opened_at, "UTC")
    )
