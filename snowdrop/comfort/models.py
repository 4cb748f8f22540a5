"""A piece of comfort, each step that it took, and the flowers gathered in a meadow."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar, Final, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet

from snowdrop.comfort.models_of_thanks import Offered, Sending, Thanked, Thanks  # noqa: F401 - Django looks here
from snowdrop.comfort.vocabulary import LET_THROUGH, UNOPENED, UNREAD, Because, Place
from snowdrop.ground.sealed_fields import SealedField
from snowdrop.memorials.models import Circle, Memorial, OfMemorial, OpenPage
from snowdrop.memorials.vocabulary import Kind, OnThePage, Scope
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.models import Staff
from snowdrop.safeguarding.things import is_held_by_digest
from snowdrop.safeguarding.vocabulary import Lane
from snowdrop.safeguarding.vocabulary_of_staff import Role


class Box(OfMemorial):
    """Where the family holds what it does not want to open yet: for a day, or for an occasion in its own words.

    On the day, `opens_on`, the waiting room offers it; it is opened by hand alone, at any time.
    """

    memorial = models.ForeignKey(Memorial, on_delete=models.CASCADE, related_name="boxes")
    name = SealedField(default="")
    opens_on = models.DateField(null=True)
    made_by = models.UUIDField()
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"box {self.id}"


_SHOWN: Final = Q(shown__isnull=False)
"""What the page may show; whatever has only just arrived costs an index of it nothing."""


class Comforts(models.QuerySet[Any]):
    """The only ways to comfort."""

    def visible_to(self, viewer: Viewer) -> Self:
        """All that the viewer may see in any room: what is theirs to read first, to open, or shown on the page."""
        return self.filter(_unread_by(viewer) | _of_family(viewer) | _on_page(viewer))

    def unread_by(self, viewer: Viewer) -> Self:
        """What nobody has let through yet, of memorials whose reader the viewer is."""
        return self.filter(_unread_by(viewer))

    def guarded_for(self, viewer: Viewer) -> Self:
        """What waits behind a warning, of memorials whose reader the viewer is, where no moderator reads it first."""
        nobody_moderates = ~Exists(Staff.objects.serving_as(Role.MODERATOR))
        return self.filter(nobody_moderates, _of(Memorial.objects.read_first_by(viewer)), place=Place.GUARDED)

    def guarded_for_moderators(self, viewer: Viewer) -> Self:
        """The same, of every memorial, for those who moderate on this server; none for anybody else."""
        moderates = Exists(Staff.objects.serving_as(Role.MODERATOR).is_viewer(viewer))
        return self.filter(moderates, place=Place.GUARDED, memorial__deletion=None)

    def set_aside_for(self, viewer: Viewer) -> Self:
        """What was not let through, of memorials whose reader the viewer is; asked for apart, never by surprise.

        What worries somebody is there for helpers and for the one who set it aside, not for other keepers.
        """
        return self.filter(_set_aside_for(viewer))

    def of_family(self, viewer: Viewer) -> Self:
        """What was let through, of memorials that the viewer keeps."""
        return self.filter(_of_family(viewer))

    def opened_before(self, moment: datetime) -> Self:
        """What the family had opened by then: all that a keeper is shown for whom it is quiet since."""
        opened_since = Step.objects.filter(comfort=OuterRef("pk"), came_from__in=UNOPENED, at__gte=moment)
        return self.exclude(place__in=UNOPENED).filter(~Exists(opened_since))

    def on_page(self, page: OpenPage) -> Self:
        """What the page of one memorial shows, which is open to the viewer."""
        if page.memorial.on_the_page == OnThePage.MEADOW:
            return self.none()
        shown = self.filter(~is_held_by_digest("arrival"), memorial=page.memorial, shown__isnull=False)
        return shown.filter(place=Place.KEPT) if page.memorial.on_the_page == OnThePage.KEPT else shown

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
    arriving message nothing. `sent_by` is the keyed mark of whoever was signed in when they sent it.
    It is in a box if, and only if, that is its place. `lane` is where the rules have sent its words; None until they
    have looked at them, and again once the words are others.
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
    sent_by = models.BinaryField(null=True, max_length=16)
    box = models.ForeignKey(Box, on_delete=models.RESTRICT, null=True, db_index=False, related_name="pieces")
    lane = models.CharField(max_length=5, choices=[(lane.value, lane.value) for lane in Lane], null=True)

    objects = Comforts.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["memorial", "place", "id"], name="comfort_in_place"),
            models.Index(fields=["memorial", "place", "kind", "id"], name="comfort_of_kind"),
            models.Index(fields=["memorial", "place", "waiting_sender", "id"], name="comfort_from_a_sender"),
            models.Index(fields=["memorial", "shown"], name="comfort_on_page", condition=_SHOWN),
            models.Index(fields=["memorial", "place", "shown"], name="comfort_kept_on_page", condition=_SHOWN),
            models.Index(fields=["box", "id"], name="comfort_in_a_box", condition=Q(box__isnull=False)),
            models.Index(fields=["id"], name="comfort_behind_a_warning", condition=Q(place=Place.GUARDED)),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(place=Place.BOXED, box__isnull=False) | (~Q(place=Place.BOXED) & Q(box__isnull=True)),
                name="in_a_box_if_that_is_its_place",
            )
        ]

    def __str__(self) -> str:
        return f"comfort {self.handle}"

    @property
    def handle(self) -> str:
        """Its name in addresses: says nothing of how many there are."""
        return bytes(self.arrival).hex()


class FromCircle(models.Model):
    """That a piece in the waiting room comes from somebody who was in this circle when it was let through.

    It stands only as long as the piece waits, so that what has waited longest is found at once, however much there was.
    """

    id = models.BigAutoField(primary_key=True)
    comfort = models.ForeignKey(Comfort, on_delete=models.CASCADE, related_name="from_circles")
    memorial_id = models.UUIDField()
    circle = models.ForeignKey(Circle, on_delete=models.CASCADE, db_index=False, related_name="+")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["circle", "comfort"], name="from_a_circle_once")]

    def __str__(self) -> str:
        return f"{self.comfort_id} from {self.circle_id}"


class Step(models.Model):
    """One change of place: who, when, from where to where. The history of a piece of comfort.

    `rule` is the family's choice (ReadingRule) by which it went to the waiting room, if it was by one: nobody is named
    then. `reason` is why a moderator has kept it away.
    """

    id = models.BigAutoField(primary_key=True)
    comfort = models.ForeignKey(Comfort, on_delete=models.CASCADE, related_name="steps")
    memorial_id = models.UUIDField()
    came_from = models.CharField(max_length=10, choices=Place.choices)
    went_to = models.CharField(max_length=10, choices=Place.choices)
    by = models.UUIDField(null=True)
    at = models.DateTimeField()
    rule = models.UUIDField(null=True)
    reason = models.CharField(max_length=10, choices=Because.choices, blank=True, db_default="", default="")

    def __str__(self) -> str:
        return f"{self.came_from} to {self.went_to}"


class Claim(models.Model):
    """That a piece is on somebody's desk, until when: no other reader is given it. It lapses by itself."""

    comfort = models.OneToOneField(Comfort, on_delete=models.CASCADE, primary_key=True, related_name="claim")
    memorial_id = models.UUIDField()
    by = models.UUIDField()
    until = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["memorial_id", "by"], name="claims_of_a_reader")]

    def __str__(self) -> str:
        return f"claim of comfort {self.comfort_id}"


class Asking(OfMemorial):
    """That a sender was asked to change what they sent. It is gone once they have, or once somebody reads it again.

    `note`: the names of ready sentences (vocabulary.Asked), and words of the reader's own, as a pair.
    """

    comfort = models.OneToOneField(Comfort, on_delete=models.CASCADE, related_name="asking")
    note = SealedField(default="")
    by = models.UUIDField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"asking {self.id}"


class SendersAddress(models.Model):
    """Another secret address of a sender's own page, made for a mail: the first is known to nobody but them."""

    digest = models.BinaryField(primary_key=True, max_length=16)
    comfort = models.ForeignKey(Comfort, on_delete=models.CASCADE, related_name="addresses")
    memorial_id = models.UUIDField()
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"address of the sender of comfort {self.comfort_id}"


class Evidence(models.Model):
    """That what was kept away outlives its time, because somebody may need it as evidence. Undoing removes the row."""

    comfort = models.OneToOneField(Comfort, on_delete=models.CASCADE, primary_key=True, related_name="evidence")
    memorial_id = models.UUIDField()
    by = models.UUIDField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"comfort {self.comfort_id} kept as evidence"


class PassedOn(models.Model):
    """That a reader would rather not read this piece, without a reason. Taking it up removes the row."""

    comfort = models.ForeignKey(Comfort, on_delete=models.CASCADE, related_name="passed_on")
    memorial_id = models.UUIDField()
    by = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["comfort", "by"], name="passed_on_once")]
        indexes: ClassVar = [models.Index(fields=["memorial_id", "by"], name="passed_on_by_a_reader")]

    def __str__(self) -> str:
        return f"comfort {self.comfort_id} passed on"


class HandOverNote(OfMemorial):
    """A note from one who reads first to the others. Taking it away removes the row."""

    words = SealedField(default="")
    by = models.UUIDField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"hand-over note {self.id}"


class Gathered(models.Model):
    """How many flowers of one kind stand in the meadow of a memorial; never shown as a number."""

    memorial = models.ForeignKey(Memorial, on_delete=models.CASCADE, related_name="+")
    flower = models.CharField(max_length=20)
    number = models.BigIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["memorial", "flower"], name="a_flower_gathered_once")]

    def __str__(self) -> str:
        return f"{self.flower} of {self.memorial_id}"


def _unread_by(viewer: Viewer) -> Q:
    return Q(place__in=UNREAD) & _of(Memorial.objects.read_first_by(viewer))


def _set_aside_for(viewer: Viewer) -> Q:
    keeper, helper = _of(Memorial.objects.kept_by(viewer)), _of(Memorial.objects.helped_by(viewer, Scope.READ_FIRST))
    mine = Q(Exists(Step.objects.filter(comfort=OuterRef("pk"), went_to=Place.WORRYING, by=viewer.person_id)))
    quiet = Q(place__in=[Place.LATER, Place.SEALED, Place.ASKED]) & (keeper | helper)
    return quiet | (Q(place=Place.WORRYING) & (helper | (keeper & mine)))


def _of_family(viewer: Viewer) -> Q:
    return Q(place__in=[*LET_THROUGH, Place.APART]) & _of(Memorial.objects.kept_by(viewer))


def _on_page(viewer: Viewer) -> Q:
    let_through = Q(memorial__on_the_page=OnThePage.LET_THROUGH, shown__isnull=False)
    kept = Q(memorial__on_the_page=OnThePage.KEPT, shown__isnull=False, place=Place.KEPT)
    return (let_through | kept) & ~is_held_by_digest("arrival") & _of(Memorial.objects.visible_to(viewer))


def _of(memorials: QuerySet[Memorial]) -> Q:
    """Whether a piece of comfort is of one of these memorials, asked for each row."""
    return Q(Exists(memorials.filter(pk=OuterRef("memorial_id"))))
