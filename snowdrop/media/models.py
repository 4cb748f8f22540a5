"""The rows of the media room: pictures and recordings that somebody gave, and what is published of them.

The bytes lie in the store.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from snowdrop.ground.ids import new_id
from snowdrop.media.vocabulary import PictureState, RecordingKind


class Given(models.Model):
    """What somebody gave. Its name, type and checksum are sealed; its bytes are kept under `original`."""

    noun: ClassVar[str]

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    memorial_id = models.UUIDField(db_index=True)
    sealed = models.BinaryField()
    original = models.CharField(max_length=40)
    original_size = models.PositiveBigIntegerField()
    state = models.CharField(max_length=16, choices=[(state.value, state.value) for state in PictureState])
    refusal = models.CharField(max_length=32, blank=True)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    added_at = models.DateTimeField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.noun} {self.id}"

    @property
    def place_of_note(self) -> bytes:
        """What the sealed name, type and checksum are bound to."""
        return self._place("note")

    @property
    def place_of_original(self) -> bytes:
        """What the sealed bytes of the original are bound to."""
        return self._place("original")

    def _place(self, what: str) -> bytes:
        return f"{self.noun}.{what}\x00".encode() + self.id.bytes


class Picture(Given):
    """A photograph that was taken in."""

    noun = "picture"

    average_colour = models.CharField(max_length=7, blank=True)

    def place_of_rendition(self, name: str) -> bytes:
        """What the sealed bytes of a rendition are bound to."""
        return self._place("rendition") + name.encode()


class Rendition(models.Model):
    """One published size of a picture; made once, never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    picture = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")
    memorial_id = models.UUIDField(db_index=True)
    name = models.CharField(max_length=32)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    mime = models.CharField(max_length=32)
    blob = models.CharField(max_length=40)
    size = models.PositiveBigIntegerField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["picture", "name"], name="one_rendition_of_a_name")]

    def __str__(self) -> str:
        return f"rendition {self.name} of picture {self.picture_id}"


class Recording(Given):
    """A video or a voice note that was taken in. `still` is the name of the still that stands for a video.

    What it is, `kind`, is known for sure once it is ready; a container for video may hold a voice alone.
    """

    noun = "recording"

    kind = models.CharField(max_length=8, choices=[(kind.value, kind.value) for kind in RecordingKind])
    seconds = models.FloatField(default=0)
    still = models.CharField(max_length=32, blank=True)

    def place_of_track(self, name: str) -> bytes:
        """What the sealed bytes of a track are bound to."""
        return self._place("track") + name.encode()

    def place_of_captions(self, language: str) -> bytes:
        """What the sealed captions in a language are bound to."""
        return self._place("captions") + language.encode()


class Track(models.Model):
    """What is published of a recording: the video or the voice, and each still; made once, never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    recording = models.ForeignKey(Recording, on_delete=models.CASCADE, related_name="tracks")
    memorial_id = models.UUIDField(db_index=True)
    name = models.CharField(max_length=32)
    mime = models.CharField(max_length=32)
    blob = models.CharField(max_length=40)
    size = models.PositiveBigIntegerField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["recording", "name"], name="one_track_of_a_name")]

    def __str__(self) -> str:
        return f"track {self.name} of recording {self.recording_id}"


class Expected(models.Model):
    """A name under which bytes are about to be kept, for a row that is to follow (expecting.py).

    `given_up`: it was waited for long enough, and no row may name it any more.
    """

    name = models.CharField(primary_key=True, max_length=40)
    memorial_id = models.UUIDField(db_index=True)
    noted_at = models.DateTimeField(db_index=True)
    given_up = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"expected bytes of {self.memorial_id}"


class Captions(models.Model):
    """What is said in a recording, in one language, as sealed WebVTT. `version` changes with the words."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    recording = models.ForeignKey(Recording, on_delete=models.CASCADE, related_name="captions")
    memorial_id = models.UUIDField(db_index=True)
    language = models.CharField(max_length=16)
    sealed = models.BinaryField()
    version = models.UUIDField(default=new_id)
    written_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["recording", "language"], name="captions_once_each")]

    def __str__(self) -> str:
        return f"captions of recording {self.recording_id} in {self.language}"


class Preparation(models.Model):
    """That a recording is being made ready, and how much of it is done (0 to 1); gone once it is."""

    recording = models.OneToOneField(Recording, on_delete=models.CASCADE, primary_key=True, related_name="preparation")
    memorial_id = models.UUIDField(db_index=True)
    share = models.FloatField(default=0)

    def __str__(self) -> str:
        return f"preparation of recording {self.recording_id}"
