"""The facilitators' desk: what waits, one at a time; notes, duty, people, debriefs. No count, no speed, no score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from snowdrop.ground.words import day_in_words, paragraphs_of
from snowdrop.ground.zones import moment_in_words
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.screening import screen
from snowdrop.safeguarding.vocabulary import LEVELS, Crisis, Lane
from snowdrop.support_groups.models import Claim, Debrief, Facilitator, Group, PassedOn, Post, Request, Rest
from snowdrop.support_groups.queries.presence import zone_of
from snowdrop.support_groups.queries.room import Way, note_of


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that waits for a facilitator: a post, or somebody who asks to be let in."""

    subject_id: UUID
    post: Post | None = None
    request: Request | None = None


@dataclass(frozen=True, slots=True)
class DeskItem:
    """One piece on the desk: its label, what to be ready for, and the words under a veil."""

    is_request: bool
    label: str
    by: str
    day: str
    title: str
    note: str
    about_pregnancy: bool
    marks: tuple[str, ...]
    is_hard: bool
    may_be_in_danger: bool
    paragraphs: tuple[str, ...]
    version: str
    decide_address: str


@dataclass(frozen=True, slots=True)
class NoteShown:
    """A note from one facilitator to the others."""

    by: str
    day: str
    paragraphs: tuple[str, ...]
    take_away_address: str


@dataclass(frozen=True, slots=True)
class DeskPage:
    """Everything that `support_groups/desk.html` shows."""

    name: str
    item: DeskItem | None
    with_another: bool
    rests: bool
    passed_on: bool
    debrief_address: str
    merging: tuple[str, str] | None
    notes: tuple[NoteShown, ...]
    ways: tuple[Way, ...]
    room_address: str
    enough_address: str
    rest_address: str
    take_up_address: str


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A member as facilitators see them: by the name they chose, and nothing more."""

    called: str
    facilitates: bool
    take_out_address: str


@dataclass(frozen=True, slots=True)
class DebriefLine:
    """What somebody said after a hard case, as a safeguarding lead reads it."""

    group: str
    by: str
    day: str
    wants_to_talk: bool
    paragraphs: tuple[str, ...]


def waiting_for(viewer: Viewer, facilitator: Facilitator, *, now: datetime) -> list[Piece]:
    """What waits for this facilitator: what they have, then the gravest, then the oldest. Nothing while they rest."""
    if Rest.objects.filter(facilitator=facilitator).exists():
        return []
    group = facilitator.group
    with_others = Claim.objects.filter(group=group, until__gt=now).exclude(by=facilitator).values("subject_id")
    left = PassedOn.objects.filter(by=facilitator).values("subject_id")
    not_theirs = Q(pk__in=with_others) | Q(pk__in=left)
    posts = Post.objects.to_read_by(viewer).filter(group=group).exclude(not_theirs)
    asking = Request.objects.filter(group=group, answer="").exclude(not_theirs)
    own = set(Claim.objects.filter(by=facilitator).values_list("subject_id", flat=True))
    found = [(_place(own, one.pk, one.crisis), one.written_at, Piece(one.pk, post=one)) for one in _beside(posts)]
    found += [(_place(own, one.pk, ""), one.asked_at, Piece(one.pk, request=one)) for one in asking]
    return [piece for _place_, _at, piece in sorted(found, key=lambda row: row[:2])]


def still_waits(viewer: Viewer, group: Group, subject_id: UUID) -> bool:
    """Whether nobody has decided about it meanwhile."""
    asks = Request.objects.filter(pk=subject_id, group=group, answer="").exists()
    return asks or Post.objects.to_read_by(viewer).filter(pk=subject_id, group=group).exists()


def piece_named(viewer: Viewer, group: Group, subject_id: UUID) -> Piece:
    """A piece that waits, by its id. Raises Post.DoesNotExist."""
    asking = Request.objects.filter(pk=subject_id, group=group, answer="").first()
    if asking:
        return Piece(subject_id, request=asking)
    return Piece(subject_id, post=_beside(Post.objects.to_read_by(viewer)).get(pk=subject_id, group=group))


def desk_page(
    viewer: Viewer, facilitator: Facilitator, piece: Piece | None, *, with_another: bool = False, now: datetime
) -> DeskPage:
    """The desk, with one piece or none."""
    group = facilitator.group
    at = [group.slug]
    debrief = Debrief.objects.filter(facilitator=facilitator, answered_at=None, until__gt=now).order_by("until").first()
    return DeskPage(
        name=group.name,
        item=_item(group, piece) if piece else None,
        with_another=with_another,
        rests=Rest.objects.filter(facilitator=facilitator).exists(),
        passed_on=PassedOn.objects.filter(by=facilitator).exists(),
        debrief_address=reverse("answer_debrief", args=[*at, debrief.pk]) if debrief else "",
        merging=_merging_asked(group),
        notes=notes_of(group),
        ways=tuple(_ways(group)),
        room_address=reverse("support_group", args=at),
        enough_address=reverse("leave_group_desk", args=at),
        rest_address=reverse("rest_from_group", args=at),
        take_up_address=reverse("take_up_in_group", args=at),
    )


def notes_of(group: Group) -> tuple[NoteShown, ...]:
    """The notes from facilitator to facilitator, the newest first."""
    return tuple(
        NoteShown(
            by=one.by.called,
            day=day_in_words(one.at),
            paragraphs=paragraphs_of(one.words),
            take_away_address=reverse("take_away_group_note", args=[group.slug, one.pk]),
        )
        for one in group.notes.select_related("by").order_by("-at")
    )


def people_of(group: Group) -> tuple[PersonLine, ...]:
    """The members by their names, in the order of the letters: nothing says who came when."""
    members = group.members.select_related("persona", "facilitating")
    lines = [
        PersonLine(
            called=one.persona.called,
            facilitates=hasattr(one, "facilitating"),
            take_out_address=""
            if hasattr(one, "facilitating")
            else reverse("take_out_of_group", args=[group.slug, one.persona_id]),
        )
        for one in members
    ]
    return tuple(sorted(lines, key=lambda line: line.called.casefold()))


def debriefs_for_leads() -> tuple[DebriefLine, ...]:
    """What was said after hard cases, in all groups of this server, the newest first."""
    answered = Debrief.objects.filter(answered_at__isnull=False).order_by("-answered_at")
    return tuple(
        DebriefLine(
            group=one.group.name,
            by=one.facilitator.member.persona.called,
            day=day_in_words(one.answered_at),
            wants_to_talk=one.wants_to_talk,
            paragraphs=paragraphs_of(one.words),
        )
        for one in answered.select_related("group", "facilitator__member__persona")
    )


def version_of(post: Post) -> str:
    """Names the words as they stand: a decision holds for the words that were read."""
    return post.changed_at.isoformat() if post.changed_at else ""


def zone_and_now(viewer: Viewer, group: Group, moment: datetime) -> str:
    """A moment by the clocks of whoever looks."""
    return moment_in_words(moment, zone_of(viewer, group))


def _item(group: Group, piece: Piece) -> DeskItem:
    if piece.request:
        return _asking(group, piece.request)
    assert piece.post
    post = piece.post
    said = screen(post.words, language=group.language)
    return DeskItem(
        is_request=False,
        label=_("A new topic") if post.begins else _("An answer"),
        by=post.persona.called,
        day=day_in_words(post.written_at),
        title=post.topic.title,
        note=note_of(post),
        about_pregnancy=post.about_pregnancy,
        marks=(*_first(post), *(reason.words for reason in said.reasons)),
        is_hard=post.lane == Lane.RED,
        may_be_in_danger=LEVELS.index(Crisis(post.crisis)) >= LEVELS.index(Crisis.MEDIUM),
        paragraphs=paragraphs_of(post.words),
        version=version_of(post),
        decide_address=reverse("decide_in_group", args=[group.slug, post.pk]),
    )


def _first(post: Post) -> tuple[str, ...]:
    member = getattr(post.persona, "member", None)
    return (_("The first words of somebody new."),) if member and not member.known_since else ()


def _asking(group: Group, request: Request) -> DeskItem:
    said = screen(request.words, language=group.language)
    return DeskItem(
        is_request=True,
        label=_("Somebody asks to be let in"),
        by=request.name,
        day=day_in_words(request.asked_at),
        title="",
        note="",
        about_pregnancy=False,
        marks=tuple(reason.words for reason in said.reasons),
        is_hard=said.lane == Lane.RED,
        may_be_in_danger=LEVELS.index(said.crisis) >= LEVELS.index(Crisis.MEDIUM),
        paragraphs=paragraphs_of(request.words),
        version="",
        decide_address=reverse("decide_in_group", args=[group.slug, request.pk]),
    )


def _place(own: set[UUID], subject_id: UUID, crisis: str) -> tuple[bool, int]:
    return subject_id not in own, -LEVELS.index(Crisis(crisis)) if crisis else 0


def _beside(posts: QuerySet[Post]) -> QuerySet[Post]:
    return posts.select_related("topic", "persona__member", "group")


def _merging_asked(group: Group) -> tuple[str, str] | None:
    asked = group.joined_by.filter(agreed_at=None).select_related("group").first()
    return (asked.group.name, reverse("agree_to_merging", args=[group.slug, asked.pk])) if asked else None


def _ways(group: Group) -> Iterator[Way]:
    at = [group.slug]
    yield Way(_("Notes for the others"), reverse("group_notes", args=at))
    yield Way(_("When you are there"), reverse("group_duty", args=at))
    yield Way(_("Announce a meeting"), reverse("announce_meeting", args=at))
    yield Way(_("Who is in the group"), reverse("group_people", args=at))
    yield Way(_("Arrange the group"), reverse("arrange_group", args=at))
