"""Who wants no mail, which mailboxes are gone, who has asked to be told of what, and what there is to tell them."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models

from snowdrop.ground.ids import new_id
from snowdrop.ground.sealed_fields import SealedField
from snowdrop.notices.vocabulary import About, How
from snowdrop.people.marks import MARK_BYTES


class Stop(models.Model):
    """That an address gets no mails of one kind, or none at all (an empty `what`). Undo removes the row."""

    mark = models.BinaryField(max_length=MARK_BYTES)
    what = models.CharField(max_length=30, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["mark", "what"], name="a_stop_once")]

    def __str__(self) -> str:
        return f"stop of {self.what or 'everything'}"


class Gone(models.Model):
    """That the server of an address has said that there is nobody. Trying again removes the row."""

    mark = models.BinaryField(max_length=MARK_BYTES, unique=True)
    since = models.DateTimeField()

    def __str__(self) -> str:
        return f"gone since {self.since}"


class Wish(models.Model):
    """How a person wants to be told of something. Without a row they are told nothing."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    about = models.CharField(max_length=10, choices=About.choices)
    how = models.CharField(max_length=10, choices=How.choices)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "about"], name="a_wish_once")]

    def __str__(self) -> str:
        return f"{self.about} {self.how}"


class Hours(models.Model):
    """When what is gathered for a person comes, by the clock where they live; `weekday`: 0 is Monday."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    hour = models.PositiveSmallIntegerField(default=8)
    weekday = models.PositiveSmallIntegerField(default=6)
    at_night = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.hour}:00"


class Listener(models.Model):
    """That somebody wants to be told when a family shares something: a person, or a guest by an address for mail.

    A guest counts once they have shown that the address is theirs (`confirmed_at`). `known` are the things that they
    could see when they were told last: new is what they may see now, and could not then.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    memorial_id = models.UUIDField()
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+")
    address = SealedField(default="")
    mark = models.BinaryField(max_length=MARK_BYTES)
    time_zone = models.CharField(max_length=64, blank=True, default="")
    known = models.JSONField(default=list)
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["memorial_id", "mark"], name="a_listener_once")]

    def __str__(self) -> str:
        return f"listener {self.id}"

    @property
    def sealed_for(self) -> UUID:
        """The id of the memorial whose key seals the address."""
        return self.memorial_id

    @property
    def reader_id(self) -> UUID:
        """Who is told: the person, or the guest who is known by this row alone."""
        return self.person_id or self.id


class Noted(models.Model):
    """That there may be something of which somebody is to be told: of which kind, where; once, however much there is.

    `at` is since when it is `untold`, `entry` the last act in the journal that made it so; `told_with` the mail that is
    to tell of it, `told_at` when one did last. Whether there is anything that they may see is asked as it leaves.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    reader_id = models.UUIDField(db_index=True)
    about = models.CharField(max_length=10, choices=About.choices)
    memorial_id = models.UUIDField(db_index=True)
    listener = models.ForeignKey(Listener, on_delete=models.CASCADE, null=True, related_name="+")
    entry = models.BigIntegerField()
    at = models.DateTimeField()
    untold = models.BooleanField(default=True)
    told_with = models.UUIDField(null=True)
    told_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["reader_id", "about", "memorial_id"], name="noted_once"),
        ]

    def __str__(self) -> str:
        return f"{self.about} for {self.reader_id}"
