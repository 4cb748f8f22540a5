"""The family's thanks: what it says, that it was sent, whom it reached, and that it was offered once."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from snowdrop.ground.ids import new_id
from snowdrop.ground.sealed_fields import SealedField
from snowdrop.media.models import Picture, Recording
from snowdrop.memorials.models import Memorial, OfMemorial


class Thanks(OfMemorial):
    """The family's answer, written once; a draft until there is a row that says that it was sent.

    `card` is the flower of a drawn card, or empty. `who` says whom it is for (vocabulary_of_thanks.py); `kinds`,
    `circles` and `piece`, by whose sender it is, narrow that where it asks for them. A photograph or a recording may
    go with it, not both; `alt` says what it shows, or what is said in it.
    """

    by = models.UUIDField()
    words = SealedField(default="")
    card = models.CharField(max_length=20, blank=True)
    who = models.CharField(max_length=10)
    kinds = models.JSONField(default=list)
    circles = models.JSONField(default=list)
    piece = models.ForeignKey("comfort.Comfort", on_delete=models.SET_NULL, null=True, related_name="+")
    picture = models.OneToOneField(Picture, on_delete=models.SET_NULL, null=True, related_name="+")
    recording = models.OneToOneField(Recording, on_delete=models.SET_NULL, null=True, related_name="+")
    alt = SealedField(null=True, default=None)
    on_page = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(picture=None) | models.Q(recording=None), name="thanks_with_one_file"
            )
        ]

    def __str__(self) -> str:
        return f"thanks {self.id}"

    @property
    def given(self) -> Picture | Recording | None:
        """The photograph or the recording that goes with it."""
        return self.picture or self.recording


class Sending(models.Model):
    """That a thanks was sent, and how far it has come: `until` is the last piece of comfort there was at that moment,
    `reached` the last whose sender was looked at; `finished_at` when all were.
    """

    thanks = models.OneToOneField(Thanks, on_delete=models.CASCADE, primary_key=True, related_name="sending")
    memorial_id = models.UUIDField()
    by = models.UUIDField()
    at = models.DateTimeField()
    until = models.BigIntegerField()
    reached = models.BigIntegerField(default=0)
    finished_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"sending of {self.thanks_id}"


class Thanked(models.Model):
    """That a thanks is for the sender of one piece of comfort. `mailbox`: the keyed mark of their address, if any."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    memorial_id = models.UUIDField(db_index=True)
    thanks = models.ForeignKey(Thanks, on_delete=models.CASCADE, related_name="thanked")
    comfort = models.ForeignKey("comfort.Comfort", on_delete=models.CASCADE, related_name="thanked")
    mailbox = models.BinaryField(null=True, max_length=16)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["thanks", "comfort"], name="thanked_once")]
        indexes: ClassVar = [models.Index(fields=["thanks", "mailbox"], name="thanked_at_mailbox")]

    def __str__(self) -> str:
        return f"thanked {self.id}"


class Offered(models.Model):
    """That a thanks was offered to the family of a memorial; it is never suggested again."""

    memorial = models.OneToOneField(Memorial, on_delete=models.CASCADE, primary_key=True, related_name="offered_thanks")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"offered to {self.memorial_id}"
