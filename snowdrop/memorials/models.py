"""A memorial, whom it remembers, who keeps and helps it, and how it is opened to others."""

from __future__ import annotations

from typing import Any, ClassVar, Self
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from snowdrop.audiences.table import seen_by
from snowdrop.ground.drawing import Flower
from snowdrop.ground.ids import new_address, new_id
from snowdrop.ground.sealed_fields import SealedField
from snowdrop.memorials.vocabulary import FirstReading, Kind, OnThePage
from snowdrop.people.viewer import Viewer


def every_kind() -> list[str]:
    """All nine kinds: what a new memorial welcomes until the family says otherwise."""
    return [kind.value for kind in Kind]


class Memorials(models.QuerySet["Memorial"]):
    """The only ways to memorials."""

    def kept_by(self, viewer: Viewer) -> Self:
        """Those of which the viewer is a keeper."""
        return self.filter(_role(Keeper, viewer))

    def helped_by(self, viewer: Viewer) -> Self:
        """Those that the viewer helps."""
        return self.filter(_role(Helper, viewer))

    def visible_to(self, viewer: Viewer) -> Self:
        """Those whose page the viewer may open: its keepers, its helpers, and those whom its publication lets in."""
        published = seen_by(viewer, audience_path="publication__audience", memorial_path="pk")
        return self.filter(_role(Keeper, viewer) | _role(Helper, viewer) | published)


class Memorial(models.Model):
    """The place that a family keeps. Without a publication it is a private draft."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    slug = models.CharField(max_length=60, unique=True, default=new_address)
    flower = models.CharField(max_length=20, default=Flower.SNOWDROP.value)
    seed = models.CharField(max_length=20, default=new_address)
    language = models.CharField(max_length=12, default="en")
    title = SealedField(default="")
    words = SealedField(default="")
    wishes = SealedField(default="")
    opened_at = models.DateTimeField()
    kinds = models.JSONField(default=every_kind)
    first_reading = models.CharField(max_length=12, choices=FirstReading.choices, default=FirstReading.SOMEBODY)
    on_the_page = models.CharField(max_length=12, choices=OnThePage.choices, default=OnThePage.MEADOW)
    faith_welcome = models.BooleanField(null=True)

    objects = Memorials.as_manager()

    def __str__(self) -> str:
        return f"memorial {self.id}"

    @property
    def sealed_for(self) -> UUID:
        """The id whose data key seals its private words."""
        return self.id


class OfMemorial(models.Model):
    """What every table that belongs to a memorial has: its id, so that a database can be divided by it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    memorial = models.ForeignKey(Memorial, on_delete=models.CASCADE, related_name="%(class)ss")

    class Meta:
        abstract = True

    @property
    def sealed_for(self) -> UUID:
        """The id whose data key seals its private words."""
        return self.memorial_id  # type: ignore[attr-defined, no-any-return]


class Remembered(OfMemorial):
    """A baby, or a pregnancy, or a brother or sister who lives; every answer may be left out.

    `dates` is a list of [what it is, when as the family says it]; nothing is ever derived from them.
    """

    place = models.PositiveIntegerField(default=0)
    names = SealedField(default="")
    story = SealedField(default="")
    dates = SealedField(default=list)
    lives = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["place", "id"]

    def __str__(self) -> str:
        return f"remembered {self.id}"


class Keeper(OfMemorial):
    """A parent or next of kin who keeps the memorial. All keepers have equal standing."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    since = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["memorial", "person"], name="a_keeper_once")]

    def __str__(self) -> str:
        return f"keeper {self.person_id} of {self.memorial_id}"


class Helper(OfMemorial):
    """Somebody whom the keepers trust to read first; never more than that unless it is granted."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    asked_by = models.UUIDField()
    since = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["memorial", "person"], name="a_helper_once")]

    def __str__(self) -> str:
        return f"helper {self.person_id} of {self.memorial_id}"


class Invitation(OfMemorial):
    """An invitation to be a helper: a secret address, for one person, once, until a day."""

    digest = models.BinaryField(unique=True)
    name = SealedField(default="")
    made_by = models.UUIDField()
    made_at = models.DateTimeField()
    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"invitation {self.id}"


class PrivateLink(OfMemorial):
    """A private link: whoever holds it may open the page while the memorial is published to people with a link."""

    digest = models.BinaryField(unique=True)
    secret = SealedField()
    name = SealedField(default="")
    made_by = models.UUIDField()
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"private link {self.id}"


class Publication(models.Model):
    """That a memorial is open to others: to whom, by whom, since when. Taking it back removes the row."""

    memorial = models.OneToOneField(Memorial, on_delete=models.CASCADE, primary_key=True, related_name="publication")
    audience = models.CharField(max_length=20)
    by = models.UUIDField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"publication of {self.memorial_id} to {self.audience}"


class Contribution(OfMemorial):
    """What somebody gives to a memorial, with an audience of its own; it is never wider than the memorial's."""

    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    audience = models.CharField(max_length=20, default="keepers")
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        abstract = True


class Contributions(models.QuerySet[Any]):
    """The only ways to contributions; a room's own sets build on it."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Those of memorials that the viewer may open, whose own audience includes the viewer too."""
        own = seen_by(viewer, audience_path="audience", memorial_path="memorial_id")
        # Asked for each row: a list of all memorials that everybody may see would grow with the server.
        return self.filter(own, Exists(Memorial.objects.visible_to(viewer).filter(pk=OuterRef("memorial_id"))))


def _role(role: type[Keeper] | type[Helper], viewer: Viewer, memorial: str = "pk") -> Q:
    if viewer.person_id is None:
        return Q(pk__in=[])
    return Q(Exists(role.objects.filter(memorial=OuterRef(memorial), person_id=viewer.person_id)))  # type: ignore[misc]
