"""What the screens of reports, decisions and the desk show: frozen objects; nothing here names who reported."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from snowdrop.ground.words import day_in_words, paragraphs_of
from snowdrop.ground.zones import moment_in_words
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding import rules, things
from snowdrop.safeguarding.desks import Desk, all_desks
from snowdrop.safeguarding.models import Appeal, Decision, DeskNote, LeftTopic, Look, Report
from snowdrop.safeguarding.things import Description, Thing, handle_of
from snowdrop.safeguarding.vocabulary_of_names import Ground
from snowdrop.safeguarding.vocabulary_of_reports import APPEAL_UNTIL, READ_WITHIN, Limit, Outcome, Rule, Topic

RECEIPT, NOTICE = "receipt", "notice"
"""What the handles of a report's receipt and of a decision's notice are of."""


@dataclass(frozen=True, slots=True)
class ReceiptPage:
    """What whoever reported sees at their own address: never what it was about, for others may look at the screen."""

    own_address: str
    until: str
    decided: bool
    limited: bool


@dataclass(frozen=True, slots=True)
class NoticePage:
    """Everything that somebody whom a decision limits is owed (Digital Services Act, Art. 17)."""

    what: str
    limit: str | Promise
    since: str
    until: str
    rule: str | Promise
    facts: tuple[str, ...]
    by_machine: bool
    ended: str
    can_appeal: bool
    appeal_until: str
    appealed: str
    answer_by: str
    outcome: str | Promise
    reason: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One report on a desk: its label first, words under a veil.

    `who_wrote` is the address at which those who lead ask who wrote it, or "".
    """

    report_id: UUID
    topic: str | Promise
    when: str
    words: tuple[str, ...]
    label: str
    paragraphs: tuple[str, ...]
    language: str
    could_see: bool
    is_gone: bool
    who_wrote: str
    decided_before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoteShown:
    """A hand-over note; `removal` is an address, or "" where it is somebody else's."""

    paragraphs: tuple[str, ...]
    by: str
    when: str
    removal: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list that leads somewhere."""

    words: str
    address: str
    when: str


@dataclass(frozen=True, slots=True)
class DeskPage:
    """The desk of one moderator."""

    item: Item | None
    notes: tuple[NoteShown, ...]
    appeals: tuple[Row, ...]
    leaves_topics: bool
    leads: bool
    other_desks: tuple[Desk, ...]


@dataclass(frozen=True, slots=True)
class AppealPage:
    """One appeal on a desk."""

    notice: NoticePage
    words: tuple[str, ...]
    label: str
    paragraphs: tuple[str, ...]
    language: str


def receipt_page(one: Report) -> ReceiptPage:
    """What became of a report, in general words."""
    decision = one.decision
    return ReceiptPage(
        own_address=settings.SNOWDROP.address + reverse("reported", args=[handle_of(RECEIPT, one.pk)]),
        until=day_in_words(one.at + READ_WITHIN),
        decided=decision is not None,
        limited=decision is not None and decision.limit != Limit.NOTHING,
    )


def notice_page(decision: Decision, now: datetime) -> NoticePage:
    """A decision as those whom it limits read it."""
    kind = things.kind_named(decision.kind)
    one = Appeal.objects.filter(decision=decision).first()
    return NoticePage(
        what=str(kind.words) if kind else _("Something of yours"),
        limit=Limit(decision.limit).label,
        since=day_in_words(decision.at),
        until=moment_in_words(decision.until, "UTC") if decision.until else "",
        rule=Rule(decision.rule).label if decision.rule else "",
        facts=paragraphs_of(decision.facts),
        by_machine=decision.by_machine,
        ended=day_in_words(decision.ended_at),
        can_appeal=one is None and rules.can_be_appealed(decision, now),
        appeal_until=day_in_words(decision.at + APPEAL_UNTIL),
        appealed=day_in_words(one.at) if one else "",
        answer_by=moment_in_words(one.answer_by, "UTC") if one else "",
        outcome=Outcome(one.outcome).label if one and one.outcome else "",
        reason=paragraphs_of(one.reason) if one and one.outcome else (),
    )


def decision_with_notice(notice: str) -> Decision:
    """The decision of a notice, if it limits something. Raises UnknownHandle, Decision.DoesNotExist."""
    return Decision.objects.exclude(limit=Limit.NOTHING).get(pk=things.id_with(notice, NOTICE))


def report_with_receipt(receipt: str) -> Report:
    """The report of a receipt. Raises UnknownHandle, Report.DoesNotExist."""
    return Report.objects.select_related("decision").get(pk=things.id_with(receipt, RECEIPT))


def notice_address(kind: str, thing_id: UUID) -> str:
    """Where somebody whose own a thing is reads why it is held back; "" where it is not."""
    one = Decision.objects.filter(kind=kind, thing_id=thing_id, hold__isnull=False).first()
    return reverse("decision", args=[handle_of(NOTICE, one.pk)]) if one else ""


def report_address(kind: str, thing_id: UUID) -> str:
    """Where anybody reports a thing: put it on every page that shows what other people gave."""
    return reverse("report_thing", args=[handle_of(kind, thing_id)])


def desk_page(viewer: Viewer, one: Report | None, now: datetime) -> DeskPage:
    """The desk, with what was put on it."""
    leads = rules.is_lead(viewer)
    return DeskPage(
        item=_item(one, leads) if one else None,
        notes=tuple(_notes(viewer, leads)),
        appeals=tuple(_appeals(viewer)),
        leaves_topics=LeftTopic.objects.filter(by=viewer.person_id).exists(),
        leads=leads,
        other_desks=all_desks(),
    )


def appeal_page(one: Appeal, now: datetime) -> AppealPage:
    """One appeal, with what the decision was about."""
    found = _described(one.decision.kind, one.decision.thing_id)
    return AppealPage(
        notice=notice_page(one.decision, now),
        words=paragraphs_of(one.words),
        label=found.label if found else _("It is not there any more."),
        paragraphs=found.paragraphs if found else (),
        language=found.language if found else "",
    )


def name_of(viewer: Viewer) -> str:
    """How whoever is asking likes to be called, or nothing."""
    return Person.objects.get(pk=viewer.person_id).name


def names_of(ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """How those of the staff who did something like to be called; else their addresses."""
    people = Person.objects.filter(pk__in={one for one in ids if one}).values_list("pk", "name", "email")
    return {pk: name or email for pk, name, email in people}


def topics_left(viewer: Viewer) -> list[str]:
    """The topics that a moderator leaves to others."""
    return list(LeftTopic.objects.filter(by=viewer.person_id).values_list("topic", flat=True))


def looks(most: int = 200) -> tuple[Row, ...]:
    """Who of the staff looked at what, when and why, the newest first; for those who lead."""
    rows = list(Look.objects.order_by("-at")[:most])
    names = dict(Person.objects.filter(pk__in={one.by for one in rows}).values_list("pk", "email"))
    whats = {"report": _("a report"), "case": _("a case"), "appeal": _("an objection"), "name": _("a name")}
    return tuple(
        Row(
            _("%(who)s looked at %(what)s (%(why)s)")
            % {"who": names.get(one.by, "?"), "what": whats.get(one.what, one.what), "why": _why(one.why)},
            "",
            moment_in_words(one.at, "UTC"),
        )
        for one in rows
    )


def _why(said: str) -> str:
    for words in (Topic, Ground):
        if said in words.values:
            return str(words(said).label)
    return said


def who_wrote_address(thing: Thing) -> str:
    """Where those who lead ask who wrote something under another name, or under none; "" for everything else."""
    return reverse("ask_who_wrote", args=[handle_of(thing.kind, thing.id)]) if things.hides_who_wrote(thing) else ""


def _item(one: Report, leads: bool) -> Item:
    found = _described(one.kind, one.thing_id)
    before = Decision.objects.filter(kind=one.kind, thing_id=one.thing_id).exclude(kind="").order_by("-at")[:3]
    return Item(
        report_id=one.pk,
        topic=Topic(one.topic).label,
        when=moment_in_words(one.at, "UTC"),
        words=paragraphs_of(one.words),
        label=found.label if found else "",
        paragraphs=found.paragraphs if found else (),
        language=found.language if found else "",
        could_see=one.could_see,
        is_gone=bool(one.thing_id) and found is None,
        who_wrote=who_wrote_address(Thing(one.kind, one.thing_id)) if leads and found and one.thing_id else "",
        decided_before=tuple(f"{day_in_words(past.at)}: {Limit(past.limit).label}" for past in before),
    )


def _described(kind: str, thing_id: UUID | None) -> Description | None:
    return things.describe(Thing(kind, thing_id)) if thing_id else None


def _notes(viewer: Viewer, leads: bool) -> Iterable[NoteShown]:
    rows = list(DeskNote.objects.order_by("-at")[:20])
    names = dict(Person.objects.filter(pk__in={one.by for one in rows}).values_list("pk", "name"))
    for one in rows:
        own = leads or one.by == viewer.person_id
        removal = reverse("take_away_desk_note", args=[one.pk]) if own else ""
        yield NoteShown(paragraphs_of(one.words), names.get(one.by, ""), day_in_words(one.at), removal)


def _appeals(viewer: Viewer) -> Iterable[Row]:
    waiting = Appeal.objects.filter(decided_at=None).select_related("decision").order_by("answer_by")
    for one in waiting:
        if rules.may_answer_appeal(viewer, one):
            until = moment_in_words(one.answer_by, "UTC")
            yield Row(
                _("An objection, to be answered by %(until)s") % {"until": until},
                reverse("safety_appeal", args=[one.pk]),
                until,
            )
