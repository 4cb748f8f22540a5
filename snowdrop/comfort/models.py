"""A piece of comfort, each step that it took, and the flowers gathered in a meadow."""

from __future__ import annotations

from typing import Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Exists, OuterRef, Q

from snowdrop.comfort.vocabulary import LET_THROUGH, UNREAD, Place
from snowdrop.memorials.models import Helper, Keeper, Memorial
from snowdrop.memorials.vocabulary import Kind, OnThePage
from snowdrop.people.viewer import Viewer


class Comforts(models.QuerySet[Any]):
    """The only ways to comfort."""

    def visible_to(self, viewer: Viewer) -> Self:
        """All that the viewer may see in any room: what is theirs to read first, to open, or shown on the page."""
        return self.filter(_unread_by(viewer) | _of_family(viewer) | _on_page(viewer))

    def unread_by(self, viewer: Viewer) -> Self:
        """What nobody has let through yet, of memorials whose reader the viewer is."""
        return self.filter(_unread_by(viewer))

    def set_aside_for(self, viewer: Viewer) -> Self:
        """What was not let through, of memorials whose reader the viewer is; asked for apart, never by surprise.

        What worries somebody is there for helpers and for the one who set it aside, not for other keepers.
        """
        return self.filter(_set_aside_for(viewer))

    def of_family(self, viewer: Viewer) -> Self:
        """What was let through, of memorials that the viewer keeps."""
        return self.filter(_of_family(viewer))

    def on_page_for(self, viewer: Viewer) -> Self:
        """What the page of a memorial that the viewer may open shows."""
        return self.filter(_on_page(viewer))

    def with_handle(self, handle: str) -> Comfort:
        """The one with this name in addresses, its memorial beside it. Raises Comfort.DoesNotExist."""
        try:
            digest = bytes.fromhex(handle)
        except ValueError:
            raise Comfort.DoesNotExist from None
        return self.select_related("memorial").get(arrival=digest)


class Comfort(models.Model):
    """One piece of comfort. Its words, name, relation and way to be reached are sealed.

    `arrival` is the digest of the sender's token: unique, so that nothing is kept twice, with the time in front, so
    that its index grows at the end. `waiting_sender` and `shown` are set when it is let through; empty, they cost an
    arriving message nothing.
    """

    id = models.BigAutoField(primary_key=True)
    memorial = models.ForeignKey(Memorial, on_delete=models.CASCADE, db_index=False, related_name="comforts")
    arrival = models.BinaryField(unique=True, max_length=16)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    flower = models.CharField(max_length=20, blank=True)
    place = models.CharField(max_length=10, choices=Place.choices, default=Place.HELD)
    language = models.CharField(max_length=12, blank=True)
    for_family_only = models.BooleanField(default=False)
    arrived_at = models.DateTimeField()
    sealed = models.BinaryField()
    waiting_sender = models.BinaryField(null=True, max_length=8)
    shown = models.BigIntegerField(null=True)

    objects = Comforts.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["memorial", "place", "id"], name="comfort_in_place"),
            models.Index(fields=["memorial", "place", "kind", "id"], name="comfort_of_kind"),
            models.Index(fields=["memorial", "waiting_sender", "id"], name="comfort_from_sender"),
            models.Index(fields=["memorial", "place", "shown"], name="comfort_on_page"),
        ]

    def __str__(self) -> str:
        return f"comfort {self.handle}"

    @property
    def handle(self) -> str:
        """Its name in addresses: says nothing of how many there are."""
        return bytes(self.arrival).hex()


class Step(models.Model):
    """One change of place: who, when, from where to where. The history of a piece of comfort."""

    id = models.BigAutoField(primary_key=True)
    comfort = models.ForeignKey(Comfort, on_delete=models.CASCADE, related_name="steps")
    memorial_id = models.UUIDField()
    came_from = models.CharField(max_length=10, choices=Place.choices)
    went_to = models.CharField(max_length=10, choices=Place.choices)
    by = models.UUIDField(null=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.came_from} to {self.went_to}"


class Gathered(models.Model):
    """How many flowers of one kind stand in the meadow of a memorial; never shown as a number."""

    memorial = models.ForeignKey(Memorial, on_delete=models.CASCADE, related_name="+")
    flower = models.CharField(max_length=20)
    number = models.BigIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["memorial", "flower"], name="a_flower_gathered_once")]

    def __str__(self) -> str:
        return f"{self.flower} of {self.memorial_id}"


def _role(role: type[Keeper] | type[Helper], person_id: UUID) -> Q:
    return Q(Exists(role.objects.filter(memorial=OuterRef("memorial_id"), person_id=person_id)))


def _unread_by(viewer: Viewer) -> Q:
    if viewer.person_id is None:
        return Q(pk__in=[])
    return Q(place__in=UNREAD) & (_role(Keeper, viewer.person_id) | _role(Helper, viewer.person_id))


def _set_aside_for(viewer: Viewer) -> Q:
    if viewer.person_id is None:
        return Q(pk__in=[])
    keeper, helper = _role(Keeper, viewer.person_id), _role(Helper, viewer.person_id)
    mine = Q(Exists(Step.objects.filter(comfort=OuterRef("pk"), went_to=Place.WORRYING, by=viewer.person_id)))
    quiet = Q(place__in=[Place.LATER, Place.SEALED]) & (keeper | helper)
    return quiet | (Q(place=Place.WORRYING) & (helper | (keeper & mine)))


def _of_family(viewer: Viewer) -> Q:
    if viewer.person_id is None:
        return Q(pk__in=[])
    return Q(place__in=[*LET_THROUGH, Place.APART]) & _role(Keeper, viewer.person_id)


def _on_page(viewer: Viewer) -> Q:
    let_through = Q(memorial__on_the_page=OnThePage.LET_THROUGH, shown__isnull=False)
    kept = Q(memorial__on_the_page=OnThePage.KEPT, shown__isnull=False, place=Place.KEPT)
    return (let_through | kept) & Q(Exists(Memorial.objects.visible_to(viewer).filter(pk=OuterRef("memorial_id"))))
