"""The journal's entries, how far each reader has come, timed work, and mails on their way."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from snowdrop.ground.ids import new_id


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


class Machine(models.Model):
    """A machine that serves this PostgreSQL, and when it last looked at what others did, by the database's clock."""

    name = models.CharField(max_length=16, primary_key=True)
    looked_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} at {self.looked_at}"


class Outgoing(models.Model):
    """One mail on its way: of which kind, of what, to whom; never an address or a word (outbox.py).

    `due_at` is when it is to be brought, while a worker holds it until when it does; None: it is over. `sent_at`: the
    server has taken it. `mark` is the keyed mark of the address that it was sent to, for when it comes back.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    what = models.CharField(max_length=30)
    subject_id = models.UUIDField()
    recipient_id = models.UUIDField()
    memorial_id = models.UUIDField(null=True, db_index=True)
    made_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True, db_index=True)
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    mark = models.BinaryField(max_length=16, default=b"")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["what", "subject_id", "recipient_id"], name="a_mail_once")
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.id}"
