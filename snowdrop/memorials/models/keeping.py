"""What keepers say to each other about the memorial that they keep together, and who keeps it after them."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from snowdrop.ground.sealed_fields import SealedField
from snowdrop.memorials.models.letting_in import Invitation
from snowdrop.memorials.models.memorial import Deletion, Keeper, OfMemorial


class Freeze(OfMemorial):
    """That nothing becomes wider; it stands until the keeper who asked for it takes it back.

    By nobody: those who run the server hold it while keepers are in dispute (trust.md B1).
    """

    by = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["memorial", "by"], name="one_freeze_of_a_keeper"),
            models.UniqueConstraint(fields=["memorial"], condition=Q(by=None), name="one_dispute_of_a_memorial"),
        ]

    def __str__(self) -> str:
        return f"freeze of {self.memorial_id}"


class Answer(OfMemorial):
    """What a keeper says to something that another has asked and that takes all of them: they agree, or they object.

    It is about an invitation to keep the memorial together, or about its deletion. Taking it back removes the row.
    """

    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, null=True, related_name="answers")
    deletion = models.ForeignKey(Deletion, on_delete=models.CASCADE, null=True, related_name="answers")
    by = models.UUIDField()
    at = models.DateTimeField()
    agrees = models.BooleanField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(invitation__isnull=True) ^ Q(deletion__isnull=True), name="an_answer_to_one_thing"
            ),
            models.UniqueConstraint(fields=["invitation", "by"], name="an_answer_to_an_invitation_once"),
            models.UniqueConstraint(fields=["deletion", "by"], name="an_answer_to_a_deletion_once"),
        ]

    def __str__(self) -> str:
        return f"answer {self.id}"


class HandOver(OfMemorial):
    """That the keeper who made this invitation leaves by themselves once the invited person keeps the memorial."""

    invitation = models.OneToOneField(Invitation, on_delete=models.CASCADE, related_name="hand_over")
    by = models.UUIDField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"hand-over of {self.memorial_id}"


class Successor(OfMemorial):
    """Whom a keeper has named to keep the memorial when they themselves cannot; each keeper names one, or nobody.

    The secret address, on paper or wherever the keeper puts it, is all that the successor ever has of it before they
    ask. With an address for mail (`address_mark`), only the person who signs in with that address may ask.
    """

    keeper = models.OneToOneField(Keeper, on_delete=models.CASCADE, related_name="successor")
    digest = models.BinaryField(unique=True)
    secret = SealedField()
    name = SealedField(default="")
    address = SealedField(default="")
    address_mark = models.BinaryField(max_length=16, default=b"", db_index=True)
    words = SealedField(default="")
    named_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"successor {self.id}"


class Succession(OfMemorial):
    """That a successor has asked to keep the memorial. It waits; any keeper may stop it with a single press.

    That it was stopped stays, when whoever named them names somebody anew (`successor` is None then).
    """

    successor = models.OneToOneField(Successor, on_delete=models.SET_NULL, null=True, related_name="succession")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    stopped_by = models.UUIDField(null=True)
    stopped_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"succession {self.id}"


class Told(OfMemorial):
    """That a keeper was told by mail of something that is about to happen: of what, since when it runs, which step.

    `began` tells a deletion that was asked for anew from the one before, which had the same id.
    """

    about = models.UUIDField()
    began = models.DateTimeField()
    person_id = models.UUIDField()
    step = models.CharField(max_length=12)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["about", "began", "person_id", "step"], name="told_once")
        ]

    def __str__(self) -> str:
        return f"told of {self.about}"
