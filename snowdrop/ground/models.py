"""The journal's entries, how far each reader has come, timed work, and the wrapped data keys."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Entry(models.Model):
    """One act that happened: who did what to which thing; never what it says."""

    id = models.BigAutoField(primary_key=True)
    verb = models.CharField(max_length=60)
    actor_id = models.UUIDField(null=True)
    subject_id = models.UUIDField()
    memorial_id = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["memorial_id", "id"], name="entry_of_memorial")]

    def __str__(self) -> str:
        return f"{self.id} {self.verb}"


class ReaderPlace(models.Model):
    """How far one reader of the journal has come."""

    reader = models.CharField(max_length=60, primary_key=True)
    last_entry = models.BigIntegerField(default=0)
    last_written = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.reader} at {self.last_entry}"


class TimedWork(models.Model):
    """When a piece of timed work is due next; several workers share one row, and one of them moves it on."""

    name = models.CharField(max_length=60, primary_key=True)
    next_run = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} at {self.next_run}"


class DataKey(models.Model):
    """The data key of one owner (a memorial), wrapped by the instance key."""

    owner = models.UUIDField(primary_key=True)
    wrapped = models.BinaryField()

    def __str__(self) -> str:
        return f"key of {self.owner}"
