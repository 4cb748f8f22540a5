"""A support group, that it is open, what it has agreed, its staffed hours, and its end."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Self
from uuid import UUID, uuid4

from django.db import models
from django.db.models import Exists, OuterRef, Q

from snowdrop.ground.ids import new_address, new_id
from snowdrop.people.viewer import Viewer
from snowdrop.support_groups.vocabulary import ABOUT_PREGNANCY, ForWhom, Subject


class Groups(models.QuerySet["Group"]):
    """The only ways to groups."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Those that the viewer is in, as a member or a facilitator. To everybody else there is only the door."""
        return self.filter(_is_in(viewer)) if viewer.is_signed_in else self.none()

    def facilitated_by(self, viewer: Viewer) -> Self:
        """Those that the viewer looks after, open or not."""
        from snowdrop.support_groups.models.people import Facilitator

        looks_after = Facilitator.objects.filter(member__group=OuterRef("pk"), member__person=viewer.person_id)
        return self.filter(Exists(looks_after)) if viewer.is_signed_in else self.none()

    def prepared_by(self, viewer: Viewer) -> Self:
        """Those that the viewer looks after, or was let open and has not opened yet. They show no word of anybody."""
        if not viewer.is_signed_in:
            return self.none()
        before = Q(made_by=viewer.person_id, opening=None)
        return self.filter(Q(pk__in=self.model.objects.facilitated_by(viewer)) | before)

    def with_open_door(self) -> Self:
        """Those at whose door anybody may ask: open, and no end announced."""
        return self.filter(opening__isnull=False, ending=None)

    def hold(self, group_id: UUID) -> None:
        """Holds one until the act is over; of two acts that hold it, one waits. Raises Group.DoesNotExist."""
        self.select_for_update().only("pk").get(pk=group_id)


class Group(models.Model):
    """A closed place for people with a like loss. Name and description stand at the door; all else is sealed.

    `pace_minutes` lie between two texts of one member; 0: none. `zone` is that of the staffed hours.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    slug = models.CharField(max_length=60, unique=True, default=new_address)
    subject = models.CharField(max_length=30, choices=Subject.choices)
    for_whom = models.CharField(max_length=12, choices=ForWhom.choices, default=ForWhom.BOTH)
    name = models.CharField(max_length=120)
    description = models.TextField()
    language = models.CharField(max_length=12, default="en")
    closing_plan = models.TextField(default="")
    zone = models.CharField(max_length=64, default="UTC")
    pace_minutes = models.PositiveSmallIntegerField(default=0)
    made_by = models.UUIDField(null=True)
    made_at = models.DateTimeField()

    objects = Groups.as_manager()

    def __str__(self) -> str:
        return f"support group {self.id}"

    @property
    def walls_pregnancy(self) -> bool:
        """Whether pregnancy and living babies are shown only to those who have asked for them."""
        return self.subject not in ABOUT_PREGNANCY

    @property
    def is_open(self) -> bool:
        """Whether it has been opened; it stays so until it is gone."""
        return hasattr(self, "opening")


class OfGroup(models.Model):
    """A row of a group. Ids are random: they say nothing of when or who (trust.md T10)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)

    class Meta:
        abstract = True

    @property
    def sealed_for(self) -> UUID:
        """The group whose key seals this row."""
        return self.group_id  # type: ignore[attr-defined, no-any-return]


class Opening(models.Model):
    """That a group is open: since when, by whom."""

    group = models.OneToOneField(Group, on_delete=models.CASCADE, primary_key=True, related_name="opening")
    by = models.UUIDField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"opening of {self.group_id}"


class Ending(OfGroup):
    """That a group ends, as its closing plan says: told, then only read, then gone with its key."""

    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="ending")
    words = models.TextField(default="")
    told_at = models.DateTimeField()
    read_only_from = models.DateTimeField()
    gone_from = models.DateTimeField()

    def __str__(self) -> str:
        return f"ending of {self.group_id}"

    def is_read_only(self, now: datetime) -> bool:
        """Whether nobody writes any more."""
        return now >= self.read_only_from


class Merging(OfGroup):
    """That members of a group are asked whether they want to come into another, which has agreed or not yet."""

    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="merging")
    into = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="joined_by")
    asked_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.group_id} into {self.into_id}"


class Rules(OfGroup):
    """What a group has agreed, in its own words; each change is a version, and each member agrees to the newest."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="rules")
    version = models.PositiveIntegerField()
    words = models.TextField()
    since = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["group", "version"], name="a_version_of_rules_once")]

    def __str__(self) -> str:
        return f"rules {self.version} of {self.group_id}"


class StaffedHours(OfGroup):
    """Hours of every week in which a facilitator is there, by the clocks of the group's zone."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField()
    begins = models.TimeField()
    ends = models.TimeField()

    def __str__(self) -> str:
        return f"{self.weekday} {self.begins}"


def _is_in(viewer: Viewer) -> Exists:
    from snowdrop.support_groups.models.people import Member

    return Exists(Member.objects.filter(group=OuterRef("pk"), person=viewer.person_id))
