"""The rows of the media room: a picture that somebody gave, and its renditions; the bytes lie in the store."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from snowdrop.ground.ids import new_id
from snowdrop.media.vocabulary import PictureState


class Picture(models.Model):
    """A photograph that was taken in. Its name, type and checksum are sealed; its bytes are kept under `original`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    memorial_id = models.UUIDField(db_index=True)
    sealed = models.BinaryField()
    original = models.CharField(max_length=40)
    original_size = models.PositiveBigIntegerField()
    state = models.CharField(max_length=16, choices=[(state.value, state.value) for state in PictureState])
    refusal = models.CharField(max_length=32, blank=True)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    average_colour = models.CharField(max_length=7, blank=True)
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"picture {self.id}"

    @property
    def place_of_note(self) -> bytes:
        """What the sealed name, type and checksum are bound to."""
        return b"picture.note\x00" + self.id.bytes

    @property
    def place_of_original(self) -> bytes:
        """What the sealed bytes of the original are bound to."""
        return b"picture.original\x00" + self.id.bytes

    def place_of_rendition(self, name: str) -> bytes:
        """What the sealed bytes of a rendition are bound to."""
        return b"picture.rendition\x00" + self.id.bytes + name.encode()


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
