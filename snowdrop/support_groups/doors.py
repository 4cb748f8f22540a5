"""How views come to a group: through the viewer, so that none and not-for-you are the same (house law 1)."""

from __future__ import annotations

from uuid import UUID

from snowdrop.people.viewer import Viewer
from snowdrop.support_groups import rules
from snowdrop.support_groups.models import Facilitator, Group, Member, Post, Topic

_BESIDE = ("opening", "ending", "merging__into")
"""The rows that a page of a group asks it for."""


def room_of(viewer: Viewer, slug: str) -> tuple[Group, Member]:
    """An open group that the viewer is in, and their place in it. Raises Group.DoesNotExist."""
    group = Group.objects.visible_to(viewer).filter(opening__isnull=False).select_related(*_BESIDE).get(slug=slug)
    member = Member.objects.of(viewer).select_related("persona").get(group=group)
    member.group = group
    return group, member


def arranged_group(viewer: Viewer, slug: str) -> Group:
    """A group that the viewer arranges, open or not. Raises Group.DoesNotExist."""
    return Group.objects.prepared_by(viewer).select_related(*_BESIDE).get(slug=slug)


def desk_of(viewer: Viewer, slug: str) -> Facilitator:
    """The viewer as a facilitator of an open group. Raises Group.DoesNotExist."""
    group = Group.objects.facilitated_by(viewer).filter(opening__isnull=False).select_related(*_BESIDE).get(slug=slug)
    facilitator = rules.facilitator_of(viewer, group)
    if facilitator is None:
        raise Group.DoesNotExist
    facilitator.group = group
    return facilitator


def topic_in(viewer: Viewer, slug: str, topic_id: UUID) -> Topic:
    """A topic that the viewer may see. Raises Group.DoesNotExist, Topic.DoesNotExist."""
    group, _ = room_of(viewer, slug)
    topic = Topic.objects.visible_to(viewer).get(pk=topic_id, group=group)
    topic.group = group
    return topic


def own_post(viewer: Viewer, slug: str, post_id: UUID) -> Post:
    """A post that the viewer wrote. Raises Group.DoesNotExist, Post.DoesNotExist."""
    group, member = room_of(viewer, slug)
    post = Post.objects.select_related("topic", "persona").get(pk=post_id, group=group, persona=member.persona)
    post.group = group
    return post


def post_at_desk(viewer: Viewer, slug: str, post_id: UUID) -> Post:
    """A post of others in a group that the viewer looks after. Raises Group.DoesNotExist, Post.DoesNotExist."""
    facilitator = desk_of(viewer, slug)
    others = Post.objects.visible_to(viewer).exclude(persona=facilitator.member.persona_id)
    return others.select_related("topic", "persona", "group").get(pk=post_id, group=facilitator.group)
