"""A story as its author has it (sealed), as strangers read it (in the clear, while it is told), and what answers it.

No column of these tables says who wrote a story: that lies sealed on the author's shelf, and nowhere else.
"""

from __future__ import annotations

from typing import Any, ClassVar, Self
from uuid import UUID, uuid4

from django.db import models
from django.db.models import Exists, Q

from snowdrop.ground.sealed_fields import SealedField
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.models import Staff
from snowdrop.safeguarding.things import is_held
from snowdrop.safeguarding.vocabulary_of_staff import Role
from snowdrop.stories.shelf import MARK_BYTES, SHELVES, ids_in, shelf_mark
from snowdrop.stories.vocabulary_of_telling import LONGEST_NAME, Place, Reader, Step


class Shelf(models.Model):
    """What is one person's, found by a keyed mark and sealed: their stories, and what they asked us to remember.

    `stories` is a text of ids, filled up so that its length tells nothing (shelf.py).
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    mark = models.BinaryField(max_length=MARK_BYTES, unique=True)
    stories = SealedField(default="")
    gives = SealedField(default=None)

    sealed_for = SHELVES

    def __str__(self) -> str:
        return f"shelf {self.id}"


def stories_on_shelf_of(viewer: Viewer) -> frozenset[UUID]:
    """The ids of the viewer's own stories; a guest has none."""
    shelf = Shelf.objects.filter(mark=shelf_mark(viewer)).first() if viewer.is_signed_in else None
    return ids_in(shelf.stories) if shelf else frozenset()


class Stories(models.QuerySet["Story"]):
    """The only way to stories as their authors have them."""

    def of(self, viewer: Viewer) -> Self:
        """The viewer's own; to everybody else there are none."""
        return self.filter(pk__in=stories_on_shelf_of(viewer))


class Story(models.Model):
    """A story as its author has it, sealed under a key of its own. A draft is nothing else.

    `said` holds title, words, language, notes, facets, step, and what is welcome, by the names of the form; `told` what
    of it was last shown to strangers, so that taking back can be undone. `pen` names the open page that wrote last. The
    id is random, not ordered by time: it stands in the address.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    said = SealedField(default=dict)
    told = SealedField(default=None)
    pen = models.CharField(max_length=36, blank=True)

    objects = Stories.as_manager()
    telling: Telling

    def __str__(self) -> str:
        return f"story {self.id}"

    @property
    def sealed_for(self) -> UUID:
        """Each story has a data key: what is deleted is gone from every backup."""
        return self.id


_WAITS = Q(wait__isnull=False)


class Tellings(models.QuerySet["Telling"]):
    """The only ways to stories as strangers read them."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Those that the viewer may read: what is told, and neither waits nor is held back; of the rest, their own."""
        return self.filter((~_WAITS & ~is_held()) | Q(pk__in=stories_on_shelf_of(viewer)))

    def told(self) -> Self:
        """Those that everybody may read."""
        return self.filter(~_WAITS & ~is_held())

    def to_read_first(self, viewer: Viewer) -> Self:
        """Those that wait for somebody to look, for whoever reads first on this server."""
        return self.filter(_WAITS, Exists(Staff.objects.serving_as(Role.MODERATOR).is_viewer(viewer)))


class Telling(models.Model):
    """That a story is told to everybody: its words in the clear, for they are given to strangers on purpose (law 7).

    Taking it back removes the row. `year` is all that is kept of when; `called` is the name on this step of the ladder.
    `author` is the id of a shelf, sealed: stories of one person count as one where reasons are given (matching).
    """

    story = models.OneToOneField(Story, on_delete=models.CASCADE, primary_key=True, related_name="telling")
    title = models.TextField(blank=True)
    words = models.TextField()
    language = models.CharField(max_length=12, blank=True)
    notes = models.JSONField(default=list)
    facets = models.JSONField(default=dict)
    step = models.CharField(max_length=12, default=Step.NOBODY)
    called = models.CharField(max_length=LONGEST_NAME, blank=True)
    soft = models.JSONField(default=list)
    words_welcome = models.BooleanField(default=False)
    may_be_found = models.BooleanField(default=False)
    year = models.PositiveSmallIntegerField()
    author = SealedField(default="")

    objects = Tellings.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(step=Step.NOBODY) | Q(called=""), name="nobody_stands_under_a_story_without_a_name"
            )
        ]

    def __str__(self) -> str:
        return f"telling of {self.pk}"

    @property
    def sealed_for(self) -> UUID:
        """The key of the shelves."""
        return SHELVES


class Wait(models.Model):
    """That a story waits until a person has looked at it: in which lane, and the keys of why (safeguarding)."""

    telling = models.OneToOneField(Telling, on_delete=models.CASCADE, primary_key=True, related_name="wait")
    lane = models.CharField(max_length=8)
    crisis = models.CharField(max_length=8)
    reasons = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"wait of {self.pk}"


class Refusal(models.Model):
    """That a story was not shown, and why, in words for its author (trust.md 5.4); told anew, it is looked at anew."""

    story = models.OneToOneField(Story, on_delete=models.CASCADE, primary_key=True, related_name="refusal")
    why = SealedField(default="")
    by = models.UUIDField()

    def __str__(self) -> str:
        return f"refusal of {self.pk}"

    @property
    def sealed_for(self) -> UUID:
        """The key of the story."""
        return self.story_id


class Passed(models.Model):
    """That a person has read a story as it stands and let it through: by whom, and the mark of the words they read."""

    story = models.OneToOneField(Story, on_delete=models.CASCADE, primary_key=True, related_name="passed")
    words_mark = models.BinaryField(max_length=MARK_BYTES)
    by = models.UUIDField()

    def __str__(self) -> str:
        return f"{self.pk} was read"


class SoftAnswer(models.Model):
    """A soft answer. It has no time and no sender: only a mark of the form that it came by, so that it comes once."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="soft_answers")
    kind = models.CharField(max_length=12)
    once = models.BinaryField(max_length=MARK_BYTES, unique=True)

    def __str__(self) -> str:
        return f"soft answer {self.id}"


class FirstReader(models.Model):
    """Who reads the words first that answer a story; somebody trusted holds a secret address, kept as its mark."""

    story = models.OneToOneField(Story, on_delete=models.CASCADE, primary_key=True, related_name="first_reader")
    reader = models.CharField(max_length=8, default=Reader.SERVER)
    secret = models.BinaryField(max_length=MARK_BYTES, null=True, unique=True)
    secret_for_author = SealedField(default="")

    def __str__(self) -> str:
        return f"first reader of {self.pk}"

    @property
    def sealed_for(self) -> UUID:
        """The key of the story."""
        return self.story_id


class WordsBack(models.Model):
    """Words that answer a story: for its author alone, after somebody has read them. `place`: exactly one."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="words_back")
    words = SealedField(default="")
    name = SealedField(default="")
    lane = models.CharField(max_length=8)
    reasons = models.JSONField(default=list)
    place = models.CharField(max_length=8, default=Place.HELD)
    once = models.BinaryField(max_length=MARK_BYTES, unique=True)

    def __str__(self) -> str:
        return f"words back {self.id}"

    @property
    def sealed_for(self) -> UUID:
        """The key of the story that they answer."""
        return self.story_id


class Count(models.Model):
    """The number of the last change to what is told; every act that changes it takes the next one under a lock."""

    number = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"change {self.number}"


class Change(models.Model):
    """With which number a story last changed for strangers, so that each process can catch up (finding.py)."""

    story_id = models.UUIDField(primary_key=True)
    number = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return f"change of {self.story_id}"


Said = dict[str, Any]
