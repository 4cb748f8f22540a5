"""What helpers say for the family: their words in hand, what waits for a keeper's yes, what a keeper has taken over."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from snowdrop.ground.sealed_fields import SealedField
from snowdrop.memorials.models import Memorial, OfMemorial
from snowdrop.memorials.models.timing import ShownField
from snowdrop.memorials.vocabulary import Audience, Scope
from snowdrop.people.viewer import Viewer


class SpokenSet(models.QuerySet["Spoken"]):
    """The only ways to what helpers say for the family."""

    def by(self, viewer: Viewer) -> Self:
        """The viewer's own, where they may speak for the family now."""
        return self.filter(person_id=viewer.person_id, memorial__in=Memorial.objects.helped_by(viewer, Scope.SPEAK))

    def told_to(self, viewer: Viewer) -> Self:
        """What was said for the families whose memorials the viewer keeps, or waits for their yes; never a draft.

        What another keeper has taken over for themselves alone is not among it.
        """
        theirs = Q(letter__author_id=viewer.person_id) | ~Q(letter__audience=Audience.ME)
        told = Q(letter__isnull=False) & theirs | Q(letter=None, proposal__isnull=False)
        return self.filter(told, memorial__in=Memorial.objects.kept_by(viewer))


class Spoken(OfMemorial):
    """Something that a helper says for the family. What they have in hand (`writing`) is seen by nobody else.

    `letter` is there once it was said, and holds only what was said; `name` is how readers know who wrote it. `pen`
    names the open page that wrote last, so that two never overwrite another.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    letter = models.OneToOneField("tributes.Letter", on_delete=models.CASCADE, null=True, related_name="spoken")
    writing = SealedField(default=dict)
    name = SealedField(default="")
    pen = models.CharField(max_length=36, blank=True)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = SpokenSet.as_manager()

    def __str__(self) -> str:
        return f"spoken {self.id}"

    @property
    def is_taken_over(self) -> bool:
        """Whether a keeper has made it their own."""
        return hasattr(self, "taken_over")

    @property
    def waiting(self) -> Proposal | None:
        """What waits for a keeper's yes, or was answered with "not now"."""
        return getattr(self, "proposal", None)


class Proposal(OfMemorial):
    """That a helper asks for a keeper's yes to these very words (`said`), shown to these people, and no others.

    Other words are another row. The yes removes it; "not now" leaves it, with who and when.
    """

    spoken = models.OneToOneField(Spoken, on_delete=models.CASCADE, related_name="proposal")
    said = SealedField(default=dict)
    shown = ShownField()
    at = models.DateTimeField()
    not_now_by = models.UUIDField(null=True)
    not_now_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"proposal {self.id}"


class TakenOver(OfMemorial):
    """That a keeper has made it their own: the letter is theirs from then on. `is_marked`: readers learn who began it.

    `was_said` says whether it had been said before; if not, taking it over is what made the letter. Giving it back
    removes the row.
    """

    spoken = models.OneToOneField(Spoken, on_delete=models.CASCADE, related_name="taken_over")
    is_marked = models.BooleanField()
    was_said = models.BooleanField()
    by = models.UUIDField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"taking over of {self.spoken_id}"
