"""The room: topics and posts as one member sees them, and their own place in it. Nothing is counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _

from snowdrop.ground.words import day_in_words, paragraphs_of
from snowdrop.ground.zones import moment_in_words
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.queries import notice_address, report_address
from snowdrop.safeguarding.vocabulary import LEVELS, Crisis
from snowdrop.support_groups import rules
from snowdrop.support_groups.models import Decision, Group, Meeting, Member, Merging, Mute, Post, Topic
from snowdrop.support_groups.queries.presence import Presence, presence_of, zone_of
from snowdrop.support_groups.vocabulary import AskTo, Content, Place, Why

TOPICS_AT_ONCE = 30


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads in a group: behind which persona, and whether they look after it."""

    slug: str
    persona_id: UUID | None
    looks_after: bool


@dataclass(frozen=True, slots=True)
class Way:
    """One way on from a page."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class TopicLine:
    """A topic in the list."""

    title: str
    by: str
    day: str
    note: str
    address: str


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting that is to come, by the clocks of whoever looks."""

    title: str
    when: str
    where: str
    file_address: str
    take_away_address: str


@dataclass(frozen=True, slots=True)
class RoomPage:
    """Everything that `support_groups/room.html` shows."""

    name: str
    presence: Presence
    topics: tuple[TopicLine, ...]
    older_address: str
    meetings: tuple[MeetingLine, ...]
    ends: tuple[str, ...]
    asked_along: tuple[str, str] | None
    must_agree_address: str
    write_address: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class PostShown:
    """One post as its reader sees it; what only its author or a facilitator can do is "" for others."""

    id: str
    by: str
    day: str
    changed: bool
    paragraphs: tuple[str, ...]
    note: str
    is_own: bool
    place_words: str
    said: tuple[str, ...]
    change_address: str
    take_back_address: str
    mute_address: str
    desk_address: str
    report_address: str
    notice_address: str


@dataclass(frozen=True, slots=True)
class TopicPage:
    """Everything that `support_groups/topic.html` shows."""

    name: str
    title: str
    presence: Presence
    posts: tuple[PostShown, ...]
    about_pregnancy: bool
    may_answer: bool
    room_address: str


@dataclass(frozen=True, slots=True)
class SentPage:
    """What an author is told once their words are safe: who reads them first, and who can help in the meantime."""

    is_shown: bool
    may_be_in_danger: bool
    presence: Presence
    topic_address: str
    room_address: str


@dataclass(frozen=True, slots=True)
class OwnPage:
    """Everything that `support_groups/own_place.html` shows: a member's own place in the group."""

    name: str
    called: str
    posts: tuple[PostShown, ...]
    shows_pregnancy: bool | None
    muted: tuple[tuple[str, str], ...]
    pregnancy_address: str
    file_address: str
    leave_address: str
    room_address: str
    stop_address: str


def room_page(viewer: Viewer, group: Group, member: Member, *, before: str, now: datetime) -> RoomPage:
    """The room for one of its members; `before` is where older topics begin."""
    topics, older = _topics(viewer, group, before)
    merging = getattr(group, "merging", None)
    may_write = rules.may_write(viewer, group, now)
    agreed = rules.has_agreed(member)
    return RoomPage(
        name=group.name,
        presence=presence_of(viewer, group, now=now),
        topics=topics,
        older_address=older,
        meetings=tuple(_meetings(viewer, group, now)),
        ends=_ends(group, now),
        asked_along=_asked_along(viewer, merging),
        must_agree_address="" if agreed else reverse("group_rules", args=[group.slug]),
        write_address=reverse("start_topic", args=[group.slug]) if may_write and agreed else "",
        ways=tuple(_ways(viewer, group)),
    )


def topic_page(viewer: Viewer, topic: Topic, *, now: datetime) -> TopicPage:
    """One topic with all that the viewer may see below it, in the order of writing."""
    group, reader = topic.group, reader_in(viewer, topic.group)
    posts = Post.objects.visible_to(viewer).filter(topic=topic).select_related("persona", "decision", "topic")
    shown = list(posts.order_by("written_at", "pk"))
    begins = Post.objects.filter(topic=topic, begins=True).first()
    member = rules.member_of(viewer, group)
    can = rules.may_write(viewer, group, now) and member is not None and rules.has_agreed(member)
    is_there = begins is not None and begins.place in (Place.SHOWN, Place.TAKEN_BACK)
    return TopicPage(
        name=group.name,
        title=title_of(topic, begins),
        presence=presence_of(viewer, group, now=now),
        posts=tuple(post_shown(reader, post) for post in shown),
        about_pregnancy=any(post.about_pregnancy for post in shown) and group.walls_pregnancy,
        may_answer=can and is_there,
        room_address=reverse("support_group", args=[group.slug]),
    )


def sent_page(viewer: Viewer, post: Post, *, now: datetime) -> SentPage:
    """What its author is told of a post: always what is true, and never a reproach (trust.md 5.3)."""
    return SentPage(
        is_shown=post.place == Place.SHOWN,
        may_be_in_danger=LEVELS.index(Crisis(post.crisis)) >= LEVELS.index(Crisis.MEDIUM),
        presence=presence_of(viewer, post.group, now=now),
        topic_address=reverse("group_topic", args=[post.group.slug, post.topic_id]),
        room_address=reverse("support_group", args=[post.group.slug]),
    )


def own_page(viewer: Viewer, group: Group, member: Member) -> OwnPage:
    """A member's own place: by what name, what they wrote and where it stands, what they are shown, the way out."""
    posts = Post.objects.filter(persona=member.persona).select_related("persona", "decision", "topic", "group")
    mutes = Mute.objects.filter(member=member).select_related("persona")
    at, reader = [group.slug], reader_in(viewer, group)
    return OwnPage(
        name=group.name,
        called=member.persona.called,
        posts=tuple(post_shown(reader, post) for post in posts.order_by("-written_at")),
        shows_pregnancy=bool(member.pregnancy_since) if group.walls_pregnancy else None,
        muted=tuple((one.persona.called, reverse("unmute", args=[*at, one.persona_id])) for one in mutes),
        pregnancy_address=reverse("choose_pregnancy", args=at),
        file_address=reverse("own_words", args=at),
        leave_address=reverse("leave_group", args=at),
        room_address=reverse("support_group", args=at),
        stop_address=reverse("stop_facilitating", args=at) if reader.looks_after else "",
    )


def own_words(member: Member, *, now: datetime) -> str:
    """All that a member wrote in the group, as a text that opens anywhere; nobody else's words are in it."""
    posts = Post.objects.filter(persona=member.persona).select_related("topic").order_by("written_at")
    parts = [
        _("Your words in “%(name)s”, by the name %(called)s")
        % {"name": member.group.name, "called": member.persona.called}
    ]
    for post in posts:
        head = post.topic.title if post.begins else _("An answer")
        parts.append(f"{day_in_words(post.written_at)}\n{head}\n\n{post.words}")
    return "\n\n* * *\n\n".join(parts) + "\n"


def reader_in(viewer: Viewer, group: Group) -> Reader:
    """Who reads: asked once for a whole page."""
    member = rules.member_of(viewer, group)
    return Reader(group.slug, member.persona_id if member else None, rules.facilitates(viewer, group))


def post_shown(reader: Reader, post: Post) -> PostShown:
    """One post for one reader."""
    is_own, at = post.persona_id == reader.persona_id, [reader.slug, post.pk]
    return PostShown(
        id=str(post.pk),
        by=post.persona.called,
        day=day_in_words(post.written_at),
        changed=post.changed_at is not None,
        paragraphs=paragraphs_of(post.words),
        note=note_of(post),
        is_own=is_own,
        place_words=str(Place(post.place).label) if is_own and post.place != Place.SHOWN else "",
        said=said_of(post) if is_own else (),
        change_address=reverse("change_post", args=at) if is_own else "",
        take_back_address=reverse("take_back_post", args=at) if is_own and post.place != Place.TAKEN_BACK else "",
        mute_address="" if is_own else reverse("mute", args=[reader.slug, post.persona_id]),
        desk_address=reverse("put_back_post", args=at) if reader.looks_after and not is_own else "",
        report_address="" if is_own else report_address("group-post", post.pk),
        notice_address=notice_address("group-post", post.pk) if is_own else "",
    )


def said_of(post: Post) -> tuple[str, ...]:
    """What a facilitator said to its author, with the reason that is owed."""
    decision: Decision | None = getattr(post, "decision", None)
    if decision is None:
        return ()
    first = AskTo(decision.ask).label if decision.ask else Why(decision.why).label if decision.why else ""
    return tuple(filter(None, (str(first), *paragraphs_of(decision.words))))


def note_of(post: Post) -> str:
    """Its content note in words, or nothing."""
    return str(Content(post.note).label) if post.note else ""


def title_of(topic: Topic, begins: Post | None) -> str:
    """The title, unless its author took back what it began with."""
    return _("Words that were taken back") if begins and begins.place == Place.TAKEN_BACK else topic.title


def _topics(viewer: Viewer, group: Group, before: str) -> tuple[tuple[TopicLine, ...], str]:
    # Within a day the order is that of random ids: who wrote here first tells nobody who wrote elsewhere first (T10).
    rows = Topic.objects.visible_to(viewer).filter(group=group).order_by(TruncDate("moved_at").desc(), "pk")
    try:
        skip = max(0, int(before or 0))
    except ValueError:
        skip = 0
    found = list(rows[skip : skip + TOPICS_AT_ONCE + 1])
    begins = {
        post.topic_id: post for post in Post.objects.filter(topic__in=found, begins=True).select_related("persona")
    }
    lines = tuple(_line(group, topic, begins.get(topic.pk)) for topic in found[:TOPICS_AT_ONCE])
    is_more = len(found) > TOPICS_AT_ONCE
    older = f"{reverse('support_group', args=[group.slug])}?before={skip + TOPICS_AT_ONCE}" if is_more else ""
    return lines, older


def _line(group: Group, topic: Topic, begins: Post | None) -> TopicLine:
    taken_back = begins is None or begins.place == Place.TAKEN_BACK
    return TopicLine(
        title=title_of(topic, begins),
        by="" if begins is None or taken_back else begins.persona.called,
        day=day_in_words(topic.moved_at),
        note="" if begins is None or taken_back else note_of(begins),
        address=reverse("group_topic", args=[group.slug, topic.pk]),
    )


def _meetings(viewer: Viewer, group: Group, now: datetime) -> Iterator[MeetingLine]:
    zone, looks_after = zone_of(viewer, group), rules.facilitates(viewer, group)
    for one in Meeting.objects.filter(group=group, begins__gte=now).order_by("begins"):
        at = [group.slug, one.pk]
        yield MeetingLine(
            title=one.title,
            when=moment_in_words(one.begins, zone),
            where=one.where,
            file_address=reverse("meeting_file", args=at),
            take_away_address=reverse("take_away_meeting", args=at) if looks_after else "",
        )


def _ends(group: Group, now: datetime) -> tuple[str, ...]:
    ending = getattr(group, "ending", None)
    if ending is None:
        return ()
    said = {"quiet": day_in_words(ending.read_only_from), "gone": day_in_words(ending.gone_from)}
    if ending.is_read_only(now):
        first = _("This group has ended. It can be read, and you can take your own words with you, until %(gone)s.")
    else:
        first = _("This group ends. Until %(quiet)s everything is as it was; then it can be read until %(gone)s.")
    return (first % said, _("After that day it is gone, for everybody."), *paragraphs_of(ending.words))


def _asked_along(viewer: Viewer, merging: Merging | None) -> tuple[str, str] | None:
    """The name of the group into which this one merges, and where to say yes; for those who have not."""
    if merging is None or merging.agreed_at is None or rules.member_of(viewer, merging.into):
        return None
    return merging.into.name, reverse("come_along", args=[merging.group.slug])


def _ways(viewer: Viewer, group: Group) -> Iterator[Way]:
    at = [group.slug]
    if rules.facilitates(viewer, group):
        yield Way(_("The desk"), reverse("group_desk", args=at))
    yield Way(_("Your place in this group"), reverse("own_place", args=at))
    yield Way(_("What we have agreed"), reverse("group_rules", args=at))
    if rules.facilitates(viewer, group):
        yield Way(_("Arrange the group"), reverse("arrange_group", args=at))
