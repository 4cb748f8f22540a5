"""Topics and their posts, and what a facilitator decided about one."""

from __future__ import annotations

from typing import ClassVar, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from snowdrop.ground.sealed_fields import SealedField
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.things import is_held
from snowdrop.support_groups.models.group import Group, OfGroup
from snowdrop.support_groups.models.people import Facilitator, Member, Mute, Persona, membership_of, persona_of
from snowdrop.support_groups.vocabulary import ABOUT_PREGNANCY, AskTo, Place, Why


class Topics(models.QuerySet["Topic"]):
    """The only ways to topics."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Those whose first post the viewer may see; or whose author took that back, and others have answered."""
        seen = Post.objects.visible_to(viewer).filter(topic=OuterRef("pk"))
        taken_back = Post.objects.filter(topic=OuterRef("pk"), begins=True, place=Place.TAKEN_BACK)
        return self.filter(Exists(seen.filter(begins=True)) | (Exists(taken_back) & Exists(seen)))


class Topic(OfGroup):
    """What is talked about: a title, and the posts below it. What it begins with is a post, too."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="topics")
    title = SealedField(default="")
    moved_at = models.DateTimeField()

    objects = Topics.as_manager()

    def __str__(self) -> str:
        return f"topic {self.id}"


class Posts(models.QuerySet["Post"]):
    """The only ways to posts."""

    def visible_to(self, viewer: Viewer) -> Self:
        """What the viewer wrote; what is shown in groups they are in; and, where they look after one, all but drafts.

        Somebody whom they have muted is not there, and pregnancy only if they have asked for it, unless the group is
        about it. Facilitators see what is shown without these, for they look after everybody.
        """
        if not viewer.is_signed_in:
            return self.none()
        shown = (
            Q(place=Place.SHOWN) & ~is_held() & membership_of(viewer) & ~_muted_by(viewer) & _before_the_wall(viewer)
        )
        return self.filter(Q(persona=persona_of(viewer)) | shown | (_looked_after_by(viewer) & _FOR_FACILITATORS))

    def to_read_by(self, viewer: Viewer) -> Self:
        """What waits for a facilitator, of groups that the viewer looks after; never what they wrote themselves."""
        waits = self.filter(_looked_after_by(viewer), place=Place.HELD)
        return waits.exclude(persona=persona_of(viewer))


class Post(OfGroup):
    """One text in a topic, by a persona. Words and content note are sealed.

    `lane` and `crisis` are what the screens said of the words that stand now; they decide where it waits, nothing else.
    """

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="posts")
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="posts")
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="posts")
    begins = models.BooleanField(default=False)
    words = SealedField(default="")
    note = SealedField(default="")
    about_pregnancy = models.BooleanField(default=False)
    place = models.CharField(max_length=10, choices=Place.choices, default=Place.HELD)
    lane = models.CharField(max_length=6)
    crisis = models.CharField(max_length=10)
    written_at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True)

    objects = Posts.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["topic", "written_at"], name="post_in_topic"),
            models.Index(fields=["group", "place", "written_at"], name="post_in_place"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["topic"], condition=Q(begins=True), name="a_topic_begins_once")
        ]

    def __str__(self) -> str:
        return f"post {self.id}"


class Decision(OfGroup):
    """What a facilitator decided about a post that is not shown, and why: its author reads it (trust.md 5.4)."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="decisions")
    post = models.OneToOneField(Post, on_delete=models.CASCADE, related_name="decision")
    ask = models.CharField(max_length=20, choices=AskTo.choices, default="", blank=True)
    why = models.CharField(max_length=10, choices=Why.choices, default="", blank=True)
    words = SealedField(default="")
    by = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"decision {self.id}"


_FOR_FACILITATORS = ~Q(place=Place.TAKEN_BACK)


def _looked_after_by(viewer: Viewer) -> Exists:
    return Exists(Facilitator.objects.filter(group=OuterRef("group"), member__person=viewer.person_id))


def _muted_by(viewer: Viewer) -> Exists:
    return Exists(Mute.objects.filter(persona=OuterRef("persona"), member__person=viewer.person_id))


def _before_the_wall(viewer: Viewer) -> Q:
    asked = Member.objects.of(viewer).filter(group=OuterRef("group"), pregnancy_since__isnull=False)
    return Q(about_pregnancy=False) | Q(group__subject__in=ABOUT_PREGNANCY) | Q(Exists(asked))
