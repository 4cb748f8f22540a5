"""What the family shares: letters and photos, each with an audience of its own, in one order."""

from __future__ import annotations

from typing import ClassVar, Self

from django.db import models
from django.db.models import Exists, OuterRef

from snowdrop.ground.sealed_fields import SealedField
from snowdrop.media.models import Picture
from snowdrop.memorials.models import Contribution, Contributions, Memorial, OfMemorial
from snowdrop.people.viewer import Viewer


class Withdrawal(OfMemorial):
    """That a letter or a photo was taken away: by whom and when. Undoing it removes the row."""

    tribute_id = models.UUIDField(unique=True)
    by = models.UUIDField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"withdrawal of {self.tribute_id}"


class Tributes(Contributions):
    """The only ways to letters and photos."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Those that the viewer may see on the page; what was taken away is shown to nobody."""
        return super().visible_to(viewer).filter(~_TAKEN_AWAY)

    def kept_by(self, viewer: Viewer) -> Self:
        """All of the memorials that the viewer keeps; `is_taken_away` says which were taken away."""
        return self.filter(memorial__in=Memorial.objects.kept_by(viewer)).annotate(is_taken_away=_TAKEN_AWAY)

    def standing(self) -> Self:
        """Those that were not taken away."""
        return self.filter(~_TAKEN_AWAY)


_TAKEN_AWAY = Exists(Withdrawal.objects.filter(tribute_id=OuterRef("pk")))


class Tribute(Contribution):
    """What letters and photos have in common: a place in the order of the page."""

    noun: ClassVar[str]
    is_taken_away: bool  # said by `kept_by`
    is_kept: bool  # said by the queries of the page
    place = models.PositiveIntegerField(default=0)

    objects = Tributes.as_manager()

    class Meta:
        abstract = True
        ordering: ClassVar = ["place", "id"]

    def __str__(self) -> str:
        return f"{self.noun} {self.id}"


class Letter(Tribute):
    """A letter, dedicated to somebody. `pen` names the open page that wrote last, so that two never overwrite another.

    `unfinished` holds words that others do not see yet: what is being changed in a letter that is already shared.
    """

    noun = "letter"
    dedication = SealedField(default="")
    title = SealedField(default="")
    words = SealedField(default="")
    signed = SealedField(default="")
    when = SealedField(default="")
    unfinished = SealedField(default=None)
    language = models.CharField(max_length=12, blank=True)
    pen = models.CharField(max_length=36, blank=True)


class Photo(Tribute):
    """A photo: `words` say what is underneath the cover, `alt` what it shows, `cover` is a flower or nothing.

    `fingerprint` is keyed with the memorial's key: the same file is kept once, however often it is sent.
    """

    noun = "photo"
    picture = models.OneToOneField(Picture, on_delete=models.CASCADE, related_name="+")
    fingerprint = models.BinaryField(max_length=16)
    words = SealedField(default="")
    alt = SealedField(default="")
    caption = SealedField(default="")
    cover = models.CharField(max_length=20, blank=True)

    class Meta(Tribute.Meta):
        constraints: ClassVar = [models.UniqueConstraint(fields=["memorial", "fingerprint"], name="a_photo_once")]


class PageCover(models.Model):
    """That a photo stands at the head of the memorial's page instead of the drawn cover."""

    memorial = models.OneToOneField(Memorial, on_delete=models.CASCADE, primary_key=True, related_name="+")
    photo = models.ForeignKey(Photo, on_delete=models.CASCADE, related_name="+")
    by = models.UUIDField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"cover of {self.memorial_id}"
