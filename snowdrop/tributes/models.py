"""What the family shares: letters, photos and clips, each with an audience of its own, in one order."""

from __future__ import annotations

from typing import ClassVar, Final, Self

from django.db import models
from django.db.models import F, Q

from snowdrop.ground.sealed_fields import SealedField
from snowdrop.ground.there import There
from snowdrop.media.models import Picture, Recording
from snowdrop.memorials.models import Contribution, Contributions, Memorial, OfMemorial, OpenPage
from snowdrop.memorials.vocabulary import Audience
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.things import is_held
from snowdrop.tributes.models_of_speaking import Proposal, Spoken, TakenOver  # noqa: F401 - Django looks here


class Withdrawal(OfMemorial):
    """That something was taken away: by whom and when. Undoing it removes the row."""

    tribute_id = models.UUIDField(unique=True)
    by = models.UUIDField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"withdrawal of {self.tribute_id}"


class Tributes(Contributions):
    """The only ways to what is shared."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Those that the viewer may see on the page; what was taken away, or is held back, is shown to nobody."""
        return super().visible_to(viewer).filter(~_TAKEN_AWAY, ~is_held())

    def on_page(self, page: OpenPage) -> Self:
        """The same of one memorial, whose page is open to the viewer."""
        return super().on_page(page).filter(~_TAKEN_AWAY, ~is_held())

    def kept_by(self, viewer: Viewer) -> Self:
        """All of the memorials that the viewer keeps, but what another keeper has for themselves alone.

        `is_taken_away` says which were taken away.
        """
        theirs = Q(author_id=viewer.person_id) | ~Q(audience=Audience.ME)
        return self.filter(theirs, memorial__in=Memorial.objects.kept_by(viewer)).annotate(is_taken_away=_TAKEN_AWAY)

    def standing(self) -> Self:
        """Those that were not taken away."""
        return self.filter(~_TAKEN_AWAY)


_TAKEN_AWAY = Q(There(Withdrawal, tribute_id=F("pk")))


class Tribute(Contribution):
    """What everything that is shared has in common: a place in the order of the page."""

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


class Series(OfMemorial):
    """Letters that are written on over the years: each is set in its place by the day that it says.

    With `by_year`, which the family chooses, the year stands above the first letter of each.
    """

    by_year = models.BooleanField(default=False)
    begun_by = models.UUIDField()
    begun_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"series {self.id}"


class Letter(Tribute):
    """A letter, dedicated to somebody. `pen` names the open page that wrote last, so that two never overwrite another.

    `unfinished` holds words that others do not see yet: what is being changed in a letter that is already shared.
    `day` (ISO 8601, or nothing) only sets it in order; what the page shows is `when`, in the family's own words.
    `kept_at` says when its words were last kept by a person's own press; None while only the page itself kept them.
    """

    noun = "letter"
    dedication = SealedField(default="")
    title = SealedField(default="")
    words = SealedField(default="")
    signed = SealedField(default="")
    when = SealedField(default="")
    day = SealedField(null=True, default=None)
    unfinished = SealedField(default=None)
    language = models.CharField(max_length=12, blank=True)
    pen = models.CharField(max_length=36, blank=True)
    kept_at = models.DateTimeField(null=True)
    series = models.ForeignKey(Series, on_delete=models.SET_NULL, null=True, related_name="letters")


class Versions(models.QuerySet["Version"]):
    """The only way to versions."""

    def of(self, viewer: Viewer) -> Self:
        """Those of the viewer's own letters, in memorials that they keep. To everybody else there are none."""
        kept = Letter.objects.kept_by(viewer).filter(author_id=viewer.person_id)
        return self.filter(letter__in=kept.values("pk"))


class Version(OfMemorial):
    """A letter as it was kept before it was kept anew (`said`, by the names of its parts), for its author alone."""

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="versions")
    said = SealedField(default=dict)
    kept_at = models.DateTimeField()

    objects = Versions.as_manager()

    class Meta:
        ordering: ClassVar = ["-kept_at", "-id"]

    def __str__(self) -> str:
        return f"version {self.id}"


class Covered(Tribute):
    """What lies under a cover: `words` say what is underneath, `alt` what it shows, `cover` is a flower or nothing.

    `fingerprint` is keyed with the memorial's key: the same file is kept once, however often it is sent.
    """

    given_as: ClassVar[str]
    """The name of the field with the file that was given."""
    fingerprint = models.BinaryField(max_length=16)
    words = SealedField(default="")
    alt = SealedField(default="")
    caption = SealedField(default="")
    cover = models.CharField(max_length=20, blank=True)

    class Meta(Tribute.Meta):
        abstract = True
        constraints: ClassVar = [models.UniqueConstraint(fields=["memorial", "fingerprint"], name="a_%(class)s_once")]


class Photo(Covered):
    """A photo."""

    noun, given_as = "photo", "picture"
    picture = models.OneToOneField(Picture, on_delete=models.CASCADE, related_name="+")


class Clip(Covered):
    """A video or a voice note; `alt` says what happens in it."""

    noun, given_as = "clip", "recording"
    recording = models.OneToOneField(Recording, on_delete=models.CASCADE, related_name="+")


class PageCover(models.Model):
    """That a photo stands at the head of the memorial's page instead of the drawn cover."""

    memorial = models.OneToOneField(Memorial, on_delete=models.CASCADE, primary_key=True, related_name="+")
    photo = models.ForeignKey(Photo, on_delete=models.CASCADE, related_name="+")
    by = models.UUIDField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"cover of {self.memorial_id}"


AnyTribute = Letter | Photo | Clip
KINDS: Final[tuple[type[AnyTribute], ...]] = (Letter, Photo, Clip)
"""Everything that the family shares, each with a place in one line."""
