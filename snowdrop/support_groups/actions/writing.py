"""Writing in a group: topics, answers, changes, taking back. What is written is safe before anybody looks at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from snowdrop.ground.refusals import require
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.actions import open_case
from snowdrop.safeguarding.screening import Screened, screen
from snowdrop.safeguarding.things import Thing
from snowdrop.safeguarding.vocabulary import LEVELS, Crisis, Lane
from snowdrop.support_groups import rules
from snowdrop.support_groups.actions.telling import write
from snowdrop.support_groups.models import Claim, Decision, Group, Member, Post, Topic
from snowdrop.support_groups.refusals import RulesChanged, TooSoon
from snowdrop.support_groups.vocabulary import Place


@dataclass(frozen=True, slots=True)
class _Written:
    title: str
    words: str
    note: str
    about_pregnancy: bool


@transaction.atomic
def start_topic(
    viewer: Viewer,
    group: Group,
    *,
    title: str,
    words: str,
    note: str = "",
    about_pregnancy: bool = False,
    now: datetime,
) -> Post:
    """Starts a topic; returns what it begins with, which says in its `place` whether a facilitator reads it first.

    Raises NotAllowed, RulesChanged, TooSoon.
    """
    written = _Written(title, words, note, about_pregnancy)
    member = _writer(viewer, group, written, now)
    topic = Topic(group=group, moved_at=now)
    topic.title = title
    topic.save(force_insert=True)
    return _write(member, topic, written, begins=True, now=now)


@transaction.atomic
def answer_topic(
    viewer: Viewer, topic: Topic, *, words: str, note: str = "", about_pregnancy: bool = False, now: datetime
) -> Post:
    """Answers in a topic that the viewer may see and that is shown. Below the wall, all answers are.

    Raises NotAllowed, RulesChanged, TooSoon.
    """
    require(Topic.objects.visible_to(viewer).filter(pk=topic.pk).exists())
    begins = topic.posts.filter(begins=True).first()
    require(begins is not None and begins.place in (Place.SHOWN, Place.TAKEN_BACK))
    assert begins
    written = _Written("", words, note, about_pregnancy or begins.about_pregnancy)
    member = _writer(viewer, topic.group, written, now)
    return _write(member, topic, written, begins=False, now=now)


@transaction.atomic
def change_post(
    viewer: Viewer,
    post: Post,
    *,
    words: str,
    note: str = "",
    about_pregnancy: bool = False,
    title: str = "",
    now: datetime,
) -> Post:
    """Changes one's own words. They are looked at anew: what was shown may wait for a facilitator again.

    Raises NotAllowed.
    """
    require(rules.is_author(viewer, post) and rules.may_write(viewer, post.group, now))
    Group.objects.hold(post.group_id)
    post.refresh_from_db(fields=["place"])
    if post.begins and title:
        post.topic.title = title
        post.topic.save(update_fields=["title"])
    topic_is_walled = not post.begins and post.topic.posts.filter(begins=True, about_pregnancy=True).exists()
    post.words, post.note, post.about_pregnancy = words, note, about_pregnancy or topic_is_walled
    post.changed_at = now
    _route(post, title, is_known=post.place == Place.SHOWN)
    post.save()
    _tell_of_danger(post, now)
    Decision.objects.filter(post=post).delete()
    Claim.objects.filter(subject_id=post.pk).delete()
    if post.begins:
        Post.objects.filter(topic=post.topic_id).update(about_pregnancy=post.about_pregnancy)
    write("support_group.post_changed", post.persona_id, post.pk, now)
    return post


@transaction.atomic
def take_back(viewer: Viewer, post: Post, *, now: datetime) -> None:
    """Takes one's own words back: nobody but their author sees them. Always possible. Raises NotAllowed."""
    require(rules.is_author(viewer, post))
    Post.objects.filter(pk=post.pk).update(place=Place.TAKEN_BACK)
    Claim.objects.filter(subject_id=post.pk).delete()
    write("support_group.post_taken_back", post.persona_id, post.pk, now)


@transaction.atomic
def show_again(viewer: Viewer, post: Post, *, now: datetime) -> Post:
    """Undoes taking back; the words are looked at as if they were new. Raises NotAllowed."""
    require(rules.is_author(viewer, post) and rules.may_write(viewer, post.group, now))
    if post.place != Place.TAKEN_BACK:
        return post
    member = Member.objects.get(persona=post.persona_id)
    is_known = bool(member.known_since) and not Decision.objects.filter(post=post).exists()
    _route(post, post.topic.title if post.begins else "", is_known=is_known)
    post.save(update_fields=["place", "lane", "crisis"])
    write("support_group.post_shown_again", post.persona_id, post.pk, now)
    return post


def _writer(viewer: Viewer, group: Group, written: _Written, now: datetime) -> Member:
    """Whoever writes, held with the group until the act is over. Words of danger wait for no pace."""
    Group.objects.hold(group.pk)
    require(rules.may_write(viewer, group, now))
    member = rules.member_of(viewer, group)
    assert member
    if not rules.has_agreed(member):
        raise RulesChanged
    until = rules.next_text_from(member, now)
    if until and not _is_danger(_looked_at(written.title, written.words, group).crisis):
        raise TooSoon(until)
    return member


def _write(member: Member, topic: Topic, written: _Written, *, begins: bool, now: datetime) -> Post:
    post = Post(group=member.group, topic=topic, persona=member.persona, begins=begins, written_at=now)
    post.words, post.note, post.about_pregnancy = written.words, written.note, written.about_pregnancy
    _route(post, written.title, is_known=bool(member.known_since))
    post.save(force_insert=True)
    _tell_of_danger(post, now)
    if post.place == Place.SHOWN:
        Topic.objects.filter(pk=topic.pk).update(moved_at=now)
    write("support_group.post_written", member.persona_id, post.pk, now)
    return post


def _route(post: Post, title: str, *, is_known: bool) -> None:
    """Where it goes by what the screens say, which only route: not green, or danger from medium on, is read first."""
    said = _looked_at(title, post.words, post.group)
    post.lane, post.crisis = said.lane, said.crisis
    passes = is_known and said.lane == Lane.GREEN and not _is_danger(said.crisis)
    post.place = Place.SHOWN if passes else Place.HELD


def _looked_at(title: str, words: str, group: Group) -> Screened:
    return screen("\n\n".join(filter(None, (title, words))), language=group.language)


def _is_danger(level: Crisis) -> bool:
    return LEVELS.index(level) >= LEVELS.index(Crisis.MEDIUM)


def _tell_of_danger(post: Post, now: datetime) -> None:
    """Beside the facilitators, those who lead safeguarding hear of it (trust.md §5.3); nothing is withheld by that."""
    open_case(Thing("group-post", post.pk), Crisis(post.crisis), now=now)
