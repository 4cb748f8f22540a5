"""Personas, and who is behind them: members, facilitators, those who ask, those who were taken out."""

from __future__ import annotations

from typing import ClassVar, Self

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from snowdrop.ground.sealed_fields import SealedField
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.support_groups.models.group import Group, OfGroup, Rules
from snowdrop.support_groups.vocabulary import NOBODY, NotThisTime, Why


class Persona(OfGroup):
    """Whom others meet in one group: a name that was chosen for it. Nothing in it leads to a person or another group.

    It outlives the membership, without its name, for the words that somebody leaves behind.
    """

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="personas")
    name = SealedField(default="")

    def __str__(self) -> str:
        return f"persona {self.id}"

    @property
    def called(self) -> str:
        """The name, or that somebody has left."""
        return self.name or str(NOBODY)


class Members(models.QuerySet["Member"]):
    """The ways to members."""

    def of(self, viewer: Viewer) -> Self:
        """Where the viewer is a member."""
        return self.filter(person=viewer.person_id) if viewer.is_signed_in else self.none()


class Member(OfGroup):
    """That a person is in a group, behind a persona. The one link between the two; it goes when they leave.

    `known_since`: a facilitator has let a first text of theirs through. `pregnancy_since`: they have asked to be shown
    what is about pregnancy and living babies.
    """

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    persona = models.OneToOneField(Persona, on_delete=models.CASCADE, related_name="member")
    agreed_to = models.ForeignKey(Rules, on_delete=models.RESTRICT, null=True, related_name="+")
    since = models.DateTimeField()
    known_since = models.DateTimeField(null=True)
    pregnancy_since = models.DateTimeField(null=True)

    objects = Members.as_manager()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["group", "person"], name="in_a_group_once")]

    def __str__(self) -> str:
        return f"member {self.id}"


class Facilitator(OfGroup):
    """That a member looks after the group."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="facilitators")
    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="facilitating")
    since = models.DateTimeField()

    def __str__(self) -> str:
        return f"facilitator {self.id}"


class Invitation(OfGroup):
    """For one person, once: to look after a group. Of its secret the digest is kept."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="invitations")
    digest = models.BinaryField(max_length=32, unique=True)
    name = SealedField(default="")
    made_at = models.DateTimeField()
    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"invitation {self.id}"


class Request(OfGroup):
    """That somebody asks to be let in, by the name they choose, with an answer to a short private question.

    `answer` and `answered_at` are set when they are not let in; the one who asked reads it for a while.
    """

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="requests")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    name = SealedField(default="")
    words = SealedField(default="")
    agreed_to = models.ForeignKey(Rules, on_delete=models.RESTRICT, related_name="+")
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=12, choices=NotThisTime.choices, default="", blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["group", "person"], name="asks_a_group_once")]

    def __str__(self) -> str:
        return f"request {self.id}"


class Removal(OfGroup):
    """That somebody was taken out of a group, with the reason that is owed; with `for_good` they cannot ask again."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="removals")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    why = models.CharField(max_length=10, choices=Why.choices)
    words = SealedField(default="")
    for_good = models.BooleanField(default=False)
    by = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["group", "person"], name="taken_out_once")]

    def __str__(self) -> str:
        return f"removal {self.id}"


class Mute(OfGroup):
    """That a member does not see what a persona writes. Nobody else learns of it."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="mutes")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="mutes")
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["member", "persona"], name="muted_once")]

    def __str__(self) -> str:
        return f"mute {self.id}"


def membership_of(viewer: Viewer, *, group: str = "group") -> Q:
    """A condition on rows that have a group: that the viewer is in it."""
    own = Member.objects.of(viewer).filter(group=OuterRef(group))
    return Q(models.Exists(own))


def persona_of(viewer: Viewer, *, group: str = "group") -> Subquery:
    """The id of the viewer's persona in the group of a row."""
    return Subquery(Member.objects.of(viewer).filter(group=OuterRef(group)).values("persona")[:1])
